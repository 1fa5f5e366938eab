// In-text headlines find their articles, whichever of the two comes first, and say why.

import Testing

@testable import Briefing

@Suite struct HeadlineMatcherTests {
  @Test func sameTitleInCapitalsIsFound() {
    var engine = LinkEngine(background: LinkSamples.background)
    _ = engine.arrive(
      LinkSamples.academy(title: "Drone attack on Syrian military academy in Homs leaves at least 60 dead"))
    let changes = engine.arrive(LinkSamples.drone())
    #expect(changes.headlines.map(\.span) == [Span(10, 90), Span(100, 196)])
    #expect(changes.headlines[0].outcome == .found(3, reason: "same title, editing aside"))
    #expect(changes.headlines[1].outcome == .missing)
  }

  @Test func anotherWordingIsPossibleWithReasons() throws {
    var engine = LinkEngine(background: LinkSamples.background)
    _ = engine.arrive(LinkSamples.football())
    _ = engine.arrive(
      LinkSamples.academy(title: "Drone attack on Homs military academy kills at least 89, Syrian health minister says"))
    let changes = engine.arrive(LinkSamples.drone())
    guard case .possible(let candidates) = changes.headlines[0].outcome else {
      Issue.record("\(changes.headlines[0].outcome)")
      return
    }
    #expect(candidates.map(\.id) == [3])
    let reasons = candidates[0].reasons
    #expect(reasons.count == 4 && reasons[0] == "names Syria")
    #expect(Array(reasons.suffix(2)) == ["headline says 60, this 89", "1 day apart"])
    for words in ["title says", "“Homs military academy", "“Drone attack”"] { #expect(reasons[1].contains(words)) }
  }

  @Test func missingHeadlinesAreFoundWhenTheArticleArrives() {
    var engine = LinkEngine(background: LinkSamples.background)
    let first = engine.arrive(LinkSamples.drone())
    #expect(first.headlines.map(\.outcome) == [.missing, .missing])
    let grain = engine.arrive(LinkSamples.grain())
    #expect(grain.olderHeadlines.count == 1)
    guard case .possible(let candidates)? = grain.olderHeadlines.first?.outcome else {
      Issue.record("\(grain.olderHeadlines)")
      return
    }
    #expect(grain.olderHeadlines[0].article == 1)
    #expect(grain.olderHeadlines[0].span == Span(100, 196))
    #expect(candidates[0].reasons.contains("20 days apart"))
    let academy = engine.arrive(
      LinkSamples.academy(title: "Drone attack on Syrian military academy in Homs leaves at least 60 dead"))
    #expect(
      academy.olderHeadlines == [
        HeadlineResolution(article: 1, span: Span(10, 90), outcome: .found(3, reason: "same title, editing aside"))
      ])
    #expect(engine.arrive(LinkSamples.football()).olderHeadlines.isEmpty)
  }

  @Test func sameAddressIsFound() {
    var engine = LinkEngine(background: LinkSamples.background)
    var target = LinkSamples.football()
    target.url = "https://www.example.org/sport/ghent/?utm_source=feed"
    _ = engine.arrive(target)
    let link = LinkItem.Headline(span: Span(0, 9), text: "READ THIS", href: "http://example.org/sport/ghent")
    let changes = engine.arrive(LinkItem(id: 9, title: nil, body: "Text.", headlines: [link]))
    #expect(changes.headlines[0].outcome == .found(5, reason: "same address"))
  }

  @Test func aShortOrDistantTitleIsOnlyPossible() {
    var engine = LinkEngine(background: LinkSamples.background)
    _ = engine.arrive(LinkItem(id: 1, title: "Morning briefing", body: "All the news.", day: 10))
    let short = LinkItem.Headline(span: Span(0, 16), text: "MORNING BRIEFING")
    let changes = engine.arrive(LinkItem(id: 2, title: "Other", body: "Text.", day: 10, headlines: [short]))
    #expect(
      changes.headlines[0].outcome
        == .possible([.init(id: 1, reasons: ["same short title", "same day"], score: 0.95)]))
    _ = engine.arrive(LinkItem(id: 3, title: "Blast hits pipeline near Kirkuk", body: "A blast.", day: 10))
    let old = LinkItem.Headline(span: Span(0, 31), text: "BLAST HITS PIPELINE NEAR KIRKUK")
    let later = engine.arrive(LinkItem(id: 4, title: "Quiet week", body: "Text.", day: 410, headlines: [old]))
    #expect(
      later.headlines[0].outcome
        == .possible([.init(id: 3, reasons: ["same title", "13 months apart"], score: 0.95)]))
  }

  @Test func ofSeveralWithTheTitleTheNearestIsFound() {
    var engine = LinkEngine(background: LinkSamples.background)
    for (id, day) in [(1, 100), (2, 108), (3, 140)] {
      _ = engine.arrive(LinkItem(id: Int64(id), title: "Shelling resumes along the border", body: "Guns.", day: day))
    }
    let headline = LinkItem.Headline(span: Span(0, 33), text: "SHELLING RESUMES ALONG THE BORDER")
    let changes = engine.arrive(LinkItem(id: 4, title: "Other", body: "Text.", day: 110, headlines: [headline]))
    #expect(
      changes.headlines[0].outcome
        == .found(2, reason: "same title, editing aside; 3 articles have it, this is nearest"))
  }

  @Test func aNewVersionTakesItsHeadlinesWithIt() {
    var engine = LinkEngine(background: LinkSamples.background)
    _ = engine.arrive(LinkSamples.drone())
    var changed = LinkSamples.drone()
    changed.headlines.removeFirst()
    _ = engine.arrive(changed)
    let academy = engine.arrive(LinkSamples.academy(title: LinkSamples.academyHeadline))
    #expect(academy.olderHeadlines.isEmpty)
  }

  @Test func anArticleIsNotItsOwnTarget() {
    var engine = LinkEngine(background: LinkSamples.background)
    let own = LinkItem.Headline(span: Span(0, 9), text: "Talks on the border resume")
    let changes = engine.arrive(LinkItem(id: 1, title: "Talks on the border resume", body: "Text.", headlines: [own]))
    #expect(changes.headlines[0].outcome == .missing)
  }

  private func outcome(_ text: String, href: String? = nil, day: Int = 12, of targets: [LinkItem]) -> HeadlineResolution.Outcome?
  {
    var engine = LinkEngine(background: LinkSamples.background)
    for target in targets { _ = engine.arrive(target) }
    let headline = LinkItem.Headline(span: Span(0, text.unicodeScalars.count), text: text, href: href)
    return engine.arrive(LinkItem(id: 99, title: "Other", body: "Text.", day: day, headlines: [headline])).headlines.first?
      .outcome
  }

  private let border = LinkItem(
    id: 1, title: "Army says rebels hold bridge near Korvania after night of shelling",
    body: "Rebels held the bridge on Monday.", day: 10, url: "https://example.org/world/rebels-hold-bridge-near-korvania-66999123"
  )

  @Test(arguments: [
    ("ARMY SAYS REBELS HOLD BRIDGE NEAR KORV…", 12), ("ARMY SAYS REBELS HOLD BRIDGE NEAR...", 12),
    ("ARMY SAYS REBELS HOLD BRIDGE NEAR KORVANIA", 12),
    ("NEAR KORVANIA, REBELS HOLD BRIDGE, SAYS ARMY, AFTER NIGHT OF SHELLING", 12),
  ])
  func aCutOrTurnedTitleIsFound(_ row: (String, Int)) {
    guard case .foundByWords(let candidates)? = outcome(row.0, day: row.1, of: [border]) else {
      Issue.record("\(row): \(String(describing: outcome(row.0, day: row.1, of: [border])))")
      return
    }
    #expect(candidates.map(\.id) == [1])
  }

  @Test(arguments: [
    // Another week; another toll; too little of it.
    ("NEAR KORVANIA, REBELS HOLD BRIDGE, SAYS ARMY, AFTER NIGHT OF SHELLING", 90),
    ("REBELS HOLD BRIDGE AFTER SHELLING KILLS MAYOR", 12),
  ])
  func whatFitsLessIsOnlyPossible(_ row: (String, Int)) {
    guard case .possible? = outcome(row.0, day: row.1, of: [border]) else {
      Issue.record("\(row): \(String(describing: outcome(row.0, day: row.1, of: [border])))")
      return
    }
  }

  @Test func anotherAddressOfTheArticleIsFound() {
    for href in [
      "https://m.example.org/a/66999123", "http://amp.example.org/rebels-hold-bridge-near-korvania-66999123.amp?utm_source=x",
    ] {
      #expect(outcome("READ MORE ON THIS", href: href, of: [border]) == .found(1, reason: "another address of it"), "\(href)")
    }
    let words = LinkItem(id: 2, title: "Rebels hold bridge near Korvania", body: "Text.", day: 10)
    #expect(
      outcome("READ MORE", href: "https://example.net/rebels-hold-the-bridge-near-korvania", of: [words])
        == .found(2, reason: "its title in the address"))
  }

  @Test func ofTwoThatFitNeitherIsFound() {
    var rival = border
    rival.id = 2
    rival.title = "After a night of shelling rebels hold bridge near Korvania, the army says"
    guard
      case .possible(let candidates)? = outcome(
        "REBELS HOLD BRIDGE NEAR KORVANIA, ARMY SAYS, AFTER NIGHT OF SHELLING", of: [border, rival])
    else {
      Issue.record("found one of two")
      return
    }
    #expect(Set(candidates.map(\.id)) == [1, 2])
  }

  @Test func aRivalThatComesLaterLeavesItOpenAndACopyDoesNot() {
    var engine = LinkEngine(background: LinkSamples.background)
    let text = "REBELS HOLD BRIDGE NEAR KORVANIA, ARMY SAYS, AFTER NIGHT OF SHELLING"
    let headline = LinkItem.Headline(span: Span(0, 68), text: text)
    _ = engine.arrive(LinkItem(id: 9, title: "Other", body: "Text.", day: 12, headlines: [headline]))
    func outcome(_ id: Int64, _ title: String?) -> HeadlineResolution.Outcome? {
      let item = LinkItem(id: id, title: title, body: "Rebels held the bridge on Monday.", day: 10)
      return engine.arrive(item).olderHeadlines.first?.outcome
    }
    for (id, title) in [(Int64(1), border.title), (2, border.title)] {
      guard case .foundByWords(let candidates)? = outcome(id, title) else {
        Issue.record("article \(id)")
        return
      }
      #expect(candidates.first?.id == 1)
    }
    guard case .possible? = outcome(3, "After a night of shelling rebels hold bridge near Korvania, the army says") else {
      Issue.record("found one of two")
      return
    }
  }

  @Test func aTitleTakesThePlaceOfWhatWasFoundByWords() {
    var engine = LinkEngine(background: LinkSamples.background)
    let text = "NEAR KORVANIA, REBELS HOLD BRIDGE, SAYS ARMY, AFTER NIGHT OF SHELLING"
    let headline = LinkItem.Headline(span: Span(0, 69), text: text)
    let naming = engine.arrive(LinkItem(id: 9, title: "Other", body: "Text.", day: 12, headlines: [headline]))
    #expect(naming.headlines.map(\.outcome) == [.missing])
    guard case .foundByWords? = engine.arrive(border).olderHeadlines.first?.outcome else {
      Issue.record("not found by words")
      return
    }
    let same = LinkItem(
      id: 3, title: "Near Korvania, rebels hold bridge, says army, after night of shelling", body: "Text.", day: 11)
    #expect(engine.arrive(same).olderHeadlines.map(\.outcome) == [.found(3, reason: "same title, editing aside")])
    #expect(engine.arrive(LinkItem(id: 4, title: same.title, body: "Text.", day: 11)).olderHeadlines.isEmpty)
  }

  @Test func whatTheReaderSaidGoesFirst() {
    var engine = LinkEngine(background: LinkSamples.background)
    _ = engine.arrive(border)
    let title = border.title!.uppercased()
    var headline = LinkItem.Headline(span: Span(0, title.count), text: title)
    headline.rejected = [1]
    #expect(
      engine.arrive(LinkItem(id: 8, title: "Other", body: "Text.", day: 12, headlines: [headline])).headlines[0].outcome
        == .missing)
    headline.rejected = []
    headline.isPinned = true
    #expect(
      engine.arrive(LinkItem(id: 9, title: "Other", body: "Text.", day: 12, headlines: [headline])).headlines[0].outcome
        == .missing)
  }
}
