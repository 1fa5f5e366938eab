// Similar articles, near-duplicates and stories, over a handful of articles.

import Testing

@testable import Briefing

@Suite struct LinkEngineTests {
  @Test func similarArticlesEnterBothLists() {
    var engine = LinkEngine(background: LinkSamples.background)
    _ = engine.arrive(LinkSamples.drone())
    _ = engine.arrive(LinkSamples.football())
    let changes = engine.arrive(LinkSamples.droneSequel())
    #expect(changes.similar.map { [$0.of, $0.to] } == [[2, 1], [1, 2]])
    #expect(changes.similar[0].score == changes.similar[1].score)
    #expect((0...1).contains(changes.similar[0].score))
    let reasons = changes.similar[0].reasons
    #expect(Set(reasons[0].split(separator: ", ")) == ["Turkey", "United States", "Syria"])
    #expect(reasons[1].contains("Hasakah"))
    #expect(reasons.last == "1 day apart")
  }

  @Test func aStoryGathersItsArticlesAndIsNamed() {
    var engine = LinkEngine(background: LinkSamples.background)
    let first = engine.arrive(LinkSamples.drone()).story
    let other = engine.arrive(LinkSamples.football()).story
    let second = engine.arrive(LinkSamples.droneSequel()).story
    #expect(first.id == 1 && first.size == 1)
    #expect(second.id == 1 && second.size == 2)
    #expect(other.id == 5)
    #expect(second.name == "drone, Hasakah")
  }

  @Test(arguments: [
    (["North Korea talks resume", "Envoy lands for North Korea talks"], [], "North Korea talks"),
    (["HARBOUR BLAST KILLS SAILORS", "Sailors die in harbour blast"], [], "harbour blast, Sailors"),
    (["Ferry sinks off Ilo", ""], [], "Ferry sinks off Ilo"),
    (["", ""], [], ""),
    // A name's adjective says nothing beside the name, and a thin name takes what the most common title says.
    (["Iran: Iranian jet shot down", "Iran admits error", "What next for Iran?"], ["Iran"], "Iran: admits error"),
    (["Tara Reid enters rehab", "Tara Reid leaves rehab"], ["Tara Reid", "Reid"], "Tara Reid: enters rehab"),
    (["Sarah Palin picked running mate", "Palin picked: running mate Sarah Palin"], ["Palin"], "Palin: picked, running mate"),
    (["Iran jet lost, Iranians mourn", "Iranians mourn; Iran jet lost"], [], "Iran jet lost, mourn"),
    (["Iran and Oman sign gas pact", "Gas pact: Oman, Iran agree"], ["Iran", "Oman"], "Iran, Oman: gas pact"),
  ])
  func aStoryIsCalledByWordsAsTheyStandTogether(_ row: (titles: [String], parties: [String], name: String)) {
    let parties = row.parties.map { LinkItem.Party(id: "state:" + $0, name: $0) }
    let titles = row.titles.enumerated().map { id, title in
      StoryTitle(
        LinkReading(
          LinkItem(
            id: Int64(id), title: title, body: "All quiet, but for the harbour blast, a gas pact, a jet shot down and talks.",
            parties: parties)))
    }
    #expect(StoryName(titles) { _ in 1 }.words == row.name)
  }

  @Test(arguments: [(Float(0), Int64(1)), (Float(4), Int64(2))])
  func aRestedStoryAsksForMore(_ rested: Float, _ story: Int64) {
    var settings = LinkSettings.standard
    settings.restedStory = rested
    var engine = LinkEngine(background: LinkSamples.background, settings: settings)
    _ = engine.arrive(LinkSamples.drone())
    var late = LinkSamples.droneSequel()
    late.day = LinkSamples.thursday + 400
    #expect(engine.arrive(late).story.id == story)
  }

  @Test func anUndatedArticleLiesWithinTheDaysOfEveryStory() {
    var engine = LinkEngine(background: LinkSamples.background)
    _ = engine.arrive(LinkSamples.drone(day: LinkSamples.thursday - 4000))
    var undated = LinkSamples.droneSequel()
    undated.day = nil
    #expect(engine.arrive(undated).story == StoryState(id: 1, name: "drone, Hasakah", size: 2))
  }

  @Test func anotherVersionReplacesTheFirst() {
    var engine = LinkEngine(background: LinkSamples.background)
    _ = engine.arrive(LinkSamples.drone())
    let again = engine.arrive(LinkSamples.drone())
    #expect(again.similar.isEmpty)
    #expect(again.duplicates.isEmpty)
    #expect(again.story == StoryState(id: 1, name: again.story.name, size: 1))
    let sequel = engine.arrive(LinkSamples.droneSequel())
    #expect(sequel.similar.map { [$0.of, $0.to] } == [[2, 1], [1, 2]])
  }

  @Test func nearDuplicatesAreTold() {
    let words = (0..<200).map { "word\($0 * 7919 % 1000)" }
    func item(_ id: Int64, _ words: some Sequence<String>) -> LinkItem {
      LinkItem(id: id, title: "Title \(id)", body: words.joined(separator: " "))
    }
    var engine = LinkEngine(background: LinkSamples.background)
    _ = engine.arrive(item(1, words))
    let trimmed = engine.arrive(item(2, words.prefix(110)))
    #expect(trimmed.duplicates.map { [$0.newer, $0.older] } == [[2, 1]])
    #expect(trimmed.duplicates[0].containment > 0.7)
    var edited = words
    edited[40] = "other"
    edited[150] = "another"
    #expect(engine.arrive(item(3, edited)).duplicates.map(\.older) == [1, 2])
    #expect(engine.arrive(item(4, words.reversed())).duplicates.isEmpty)
    #expect(engine.arrive(item(5, [])).duplicates.isEmpty)
  }

  @Test func listsStayShortAndSaySoWhenAnEntryFallsOut() {
    var settings = LinkSettings.standard
    settings.listLength = 2
    var engine = LinkEngine(background: LinkSamples.background, settings: settings)
    var lists: [Int64: Set<Int64>] = [:]
    for id in Int64(1)...9 {
      var item = LinkSamples.drone(id: id)
      item.body += String(repeating: " Extra\(id)", count: Int(id))
      let changes = engine.arrive(item)
      for entry in changes.similar { lists[entry.of, default: []].insert(entry.to) }
      for entry in changes.dropped { #expect(lists[entry.of]?.remove(entry.to) != nil) }
    }
    #expect(lists.values.allSatisfy { $0.count <= 2 })
  }

  @Test func theWindowForgets() {
    var settings = LinkSettings.standard
    settings.window = 3
    var engine = LinkEngine(background: LinkSamples.background, settings: settings)
    _ = engine.arrive(LinkSamples.drone())
    for id in Int64(10)..<14 {
      var item = LinkSamples.football(id: id)
      item.body += " \(id)"
      _ = engine.arrive(item)
    }
    let changes = engine.arrive(LinkSamples.droneSequel())
    #expect(changes.similar.isEmpty)
    #expect(changes.story.id == 2)
  }

  @Test func aReplayedEngineGoesOnAsTheFirstWouldHave() {
    var first = LinkEngine(background: LinkSamples.background)
    _ = first.arrive(LinkSamples.drone())
    _ = first.arrive(LinkSamples.football())
    var second = LinkEngine(background: LinkSamples.background)
    second.replay(LinkReading(LinkSamples.drone()), story: StoryState(id: 1, name: "", size: 1), similar: [])
    second.replay(LinkReading(LinkSamples.football()), story: StoryState(id: 5, name: "", size: 1), similar: [])
    for next in [LinkSamples.droneSequel(), LinkSamples.academy(title: LinkSamples.academyHeadline)] {
      #expect(first.arrive(next) == second.arrive(next))
    }
  }

  @Test func theSameArrivalsGiveTheSameChanges() {
    func run() -> [LinkChanges] {
      var engine = LinkEngine(background: LinkSamples.background)
      return [
        LinkSamples.drone(), LinkSamples.football(), LinkSamples.droneSequel(), LinkSamples.grain(),
        LinkSamples.academy(title: "Drones strike parade"),
      ].map { engine.arrive($0) }
    }
    #expect(run() == run())
  }

  @Test func oddTextsAreTaken() {
    var engine = LinkEngine(background: LinkSamples.background)
    let texts = ["", "\u{0}", "'", "''s's", "é́́", "漢字 かな", "a'", "U.S.", "1,2,3.", "…—", String(repeating: "x", count: 100_000)]
    for (id, text) in texts.enumerated() {
      let headline = LinkItem.Headline(span: Span(0, 1), text: text, href: text)
      let changes = engine.arrive(
        LinkItem(id: Int64(id), title: text, body: text, day: id == 3 ? .max : .min, url: text, headlines: [headline]))
      #expect(changes.headlines.count == 1)
    }
  }
}
