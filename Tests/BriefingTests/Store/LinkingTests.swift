// Headlines in the texts find their articles by title or address, whichever comes first.

import Foundation
import Testing

@testable import Briefing

@Suite struct LinkingTests {
  private func states(_ fixture: ArchiveFixture, _ id: Int64) throws -> [String] {
    try fixture.archive.detail(id)!.related.headlines.map { link in
      switch link.state {
      case .found(let target, let reason): "found \(target.headline): \(reason)"
      case .possible(let candidates):
        "possible "
          + candidates.map { "\($0.target.headline) (\($0.reasons.joined(separator: "; ")))" }
          .joined(separator: ", ")
      case .missing: "missing"
      }
    }
  }

  @Test func bothWays() throws {
    let naming = sample("Drone downed", "A drone fell.", "ENVOYS AGREE ON GRAIN CORRIDOR: REPORT", "More followed.")
    let meant = sample("Envoys agree on grain corridor", "They agreed.")
    for order in [[naming, meant], [meant, naming]] {
      for isOneBatch in [true, false] {
        let fixture = try ArchiveFixture()
        var ids: [Int64] = []
        if isOneBatch {
          ids = try fixture.archive.store(order.map { IncomingArticle(article: $0) }).map(\.id)
        } else {
          for article in order { ids += try fixture.add(article) }
        }
        let (from, to) = order[0].title == naming.title ? (ids[0], ids[1]) : (ids[1], ids[0])
        #expect(try states(fixture, from) == ["found Envoys agree on grain corridor: same title"])
        #expect(try fixture.archive.detail(to)?.related.backlinks.map(\.id) == [from])
        #expect(try fixture.archive.totals().missingLinks == 0)
        #expect(try fixture.headlines("is:missing") == [])
      }
    }
  }

  @Test func byAddress() throws {
    let fixture = try ArchiveFixture()
    var naming = sample("Drone downed", "A drone fell.", "WHAT WE KNOW ABOUT THE STRIKE")
    naming.blocks[1].href = "https://www.example.org/strike?utm_medium=x"
    let id = try fixture.add(naming)[0]
    #expect(try states(fixture, id) == ["missing"])
    #expect(try fixture.headlines("is:missing") == ["Drone downed"])
    try fixture.add(sample("Five questions", "Text.", url: "http://example.org/strike"))
    #expect(try states(fixture, id) == ["found Five questions: same address"])
  }

  @Test func decisionsOutliveEverything() throws {
    let fixture = try ArchiveFixture()
    let headline = "ENVOYS AGREE ON GRAIN CORRIDOR"
    let ids = try fixture.add(
      sample("Drone downed", "A drone fell.", headline, id: "1"), sample("Envoys agree on grain corridor", "Yes."),
      sample("Grain: what was agreed", "Details."))
    let reject = try fixture.archive.rejectLink(in: ids[0], headline: headline, to: ids[1])
    #expect(try states(fixture, ids[0]) == ["missing"])
    #expect(try fixture.archive.totals().missingLinks == 1)
    _ = try fixture.archive.pinLink(in: ids[0], headline: headline, to: ids[2])
    #expect(try states(fixture, ids[0]) == ["found Grain: what was agreed: set by you"])
    #expect(try fixture.archive.detail(ids[2])?.related.backlinks.map(\.id) == [ids[0]])
    #expect(try fixture.archive.detail(ids[1])?.related.backlinks.isEmpty == true)
    // The article comes again with other words around the headline.
    _ = try fixture.add(sample("Drone downed", "A drone fell at dawn.", headline, id: "1"))
    #expect(try states(fixture, ids[0]) == ["found Grain: what was agreed: set by you"])
    _ = try fixture.archive.undo(reject)
    #expect(try fixture.archive.check() == [])
  }

  @Test func whatTheLinksRoomSaysIsKept() throws {
    let fixture = try ArchiveFixture()
    let ids = try fixture.add(
      sample("Drone downed", "A drone fell.", "ENVOYS AGREE ON GRAIN CORRIDOR"), sample("Grain pact near", "Soon."),
      sample("Drone crash examined", "Experts looked."))
    #expect(try fixture.archive.unlinked(limit: 10) == ids)
    let span = try #require(try fixture.archive.detail(ids[0])?.related.headlines.first?.span)
    var changes = LinkChanges(story: StoryState(id: ids[0], name: "Drone", size: 2))
    changes.olderHeadlines = [
      HeadlineResolution(
        article: ids[0], span: span,
        outcome: .possible([HeadlineResolution.Candidate(id: ids[1], reasons: ["names grain", "1 day apart"], score: 0.5)]))
    ]
    changes.similar = [
      SimilarEntry(of: ids[2], to: ids[0], score: 0.4, reasons: ["drone"]),
      SimilarEntry(of: ids[0], to: ids[2], score: 0.4, reasons: ["drone"]),
    ]
    changes.duplicates = [DuplicatePair(newer: ids[2], older: ids[0], containment: 0.8)]
    try fixture.archive.storeLinks([(ids[2], changes)])
    #expect(try fixture.archive.unlinked(limit: 10) == Array(ids[0...1]))
    #expect(try fixture.archive.lastLinked(limit: 10) == [ids[2]])
    #expect(try states(fixture, ids[0]) == ["possible Grain pact near (names grain; 1 day apart)"])
    #expect(try fixture.archive.totals().missingLinks == 0)
    let similar = try #require(try fixture.archive.detail(ids[0])?.related.similar)
    #expect(similar.map(\.target.id) == [ids[2]] && similar[0].reasons == ["drone"])
    #expect(try fixture.archive.duplicates(of: ids[0]) == [ids[2]])
    #expect(try fixture.archive.story(of: ids[2])?.name == "Drone")
    #expect(try fixture.archive.articles(inStory: ids[0], limit: 5).map(\.id) == [ids[2]])
    #expect(try fixture.archive.linkItems(ids).map(\.title) == ["Drone downed", "Grain pact near", "Drone crash examined"])
    #expect(try fixture.archive.linkItems([ids[0]])[0].body == "A drone fell.")
  }

  private func resolved(_ outcome: HeadlineResolution.Outcome, in fixture: ArchiveFixture, _ id: Int64) throws {
    let span = try #require(try fixture.archive.detail(id)?.related.headlines.first?.span)
    var changes = LinkChanges(story: StoryState(id: id, name: "Drone", size: 1))
    changes.headlines = [HeadlineResolution(article: id, span: span, outcome: outcome)]
    try fixture.archive.storeLinks([(id, changes)])
  }

  /// Of many articles with one title a headline means the nearest in the list, wherever that one was put.
  @Test func theNearestOfOneTitle() throws {
    let fixture = try ArchiveFixture()
    let days = (1...28).map { sample("Envoys agree on grain corridor", "On day \($0).", date: day(2023, 2, $0)) }
    let ids = try fixture.archive.store(days.map { IncomingArticle(article: $0) }).map(\.id)
    func meant(on date: DateStamp) throws -> Int64? {
      let id = try fixture.add(sample("Drone downed", "A drone fell.", "ENVOYS AGREE ON GRAIN CORRIDOR", date: date))[0]
      guard case .found(let target, _)? = try fixture.archive.detail(id)?.related.headlines.first?.state else { return nil }
      return target.id
    }
    #expect(try meant(on: day(2023, 2, 14)) == ids[13])
    #expect(try meant(on: day(2022, 6, 1)) == ids[0])
    #expect(try meant(on: day(2023, 6, 1)) == ids[27])
    _ = try fixture.archive.setDate([ids[4]], day(2023, 5, 30))
    #expect(try meant(on: day(2023, 6, 2)) == ids[4])
    #expect(try [ids[3], ids[5]].contains(meant(on: day(2023, 2, 5))))
    #expect(try fixture.archive.check() == [])
  }

  @Test func whatWasFoundByWordsGivesWayToTheTitle() throws {
    let fixture = try ArchiveFixture()
    let headline = "ENVOYS AGREE ON GRAIN CORRIDOR"
    let ids = try fixture.add(
      sample("Drone downed", "A drone fell.", headline), sample("Grain corridor agreed by envoys", "Yes."),
      sample("Grain: what was agreed", "Details."))
    func candidate(_ id: Int64, _ score: Double) -> HeadlineResolution.Candidate {
      HeadlineResolution.Candidate(id: id, reasons: ["title says “grain”", "same day"], score: score)
    }
    try resolved(.foundByWords([candidate(ids[1], 0.9), candidate(ids[2], 0.5)]), in: fixture, ids[0])
    #expect(try states(fixture, ids[0]) == ["found Grain corridor agreed by envoys: title says “grain”; same day"])
    #expect(try fixture.archive.detail(ids[1])?.related.backlinks.map(\.id) == [ids[0]])
    #expect(try fixture.archive.totals().missingLinks == 0)
    // Refused: what else may be meant is offered.
    let reject = try fixture.archive.rejectLink(in: ids[0], headline: headline, to: ids[1])
    #expect(try states(fixture, ids[0]) == ["possible Grain: what was agreed (title says “grain”; same day)"])
    _ = try fixture.archive.undo(reject)
    // Found by title: nothing by words takes it back.
    let later = try fixture.add(sample("Envoys agree on grain corridor", "They agreed."))
    #expect(try states(fixture, ids[0]) == ["found Envoys agree on grain corridor: same title"])
    try resolved(.foundByWords([candidate(ids[2], 0.9)]), in: fixture, ids[0])
    #expect(try states(fixture, ids[0]) == ["found Envoys agree on grain corridor: same title"])
    #expect(try fixture.archive.detail(later[0])?.related.backlinks.map(\.id) == [ids[0]])
    try fixture.archive.unlinkAll()
    #expect(try states(fixture, ids[0]) == ["found Envoys agree on grain corridor: same title"])
    #expect(try fixture.archive.check() == [])
  }

  @Test func whatWasRefusedIsNotFoundAgainAndTheNextIs() throws {
    let fixture = try ArchiveFixture()
    let headline = "ENVOYS AGREE ON GRAIN CORRIDOR"
    let ids = try fixture.add(
      sample("Drone downed", "A drone fell.", headline, id: "1"), sample("Envoys agree on grain corridor", "Yes."))
    _ = try fixture.archive.rejectLink(in: ids[0], headline: headline, to: ids[1])
    #expect(try fixture.archive.linkItems([ids[0]])[0].headlines.map(\.rejected) == [[ids[1]]])
    let next = try fixture.add(sample("Envoys agree on grain corridor", "They agreed, at last."))
    #expect(try fixture.archive.detail(next[0])?.related.backlinks.map(\.id) == [ids[0]])
    // The article comes again: the refusal is remembered.
    _ = try fixture.add(sample("Drone downed", "A drone fell at dawn.", headline, id: "1"))
    #expect(try fixture.archive.detail(ids[1])?.related.backlinks.isEmpty == true)
    _ = try fixture.archive.pinLink(in: ids[0], headline: headline, to: ids[1])
    #expect(try fixture.archive.linkItems([ids[0]])[0].headlines.map(\.isPinned) == [true])
  }

  @Test func namesAndPlacesReachTheLinksRoom() throws {
    let fixture = try ArchiveFixture()
    let analyser = Analyser(gazetteer: try #require(PartyFixture.gazetteer))
    let article = sample(
      "Jets hit depots", "Turkish warplanes struck in Iraq on Sunday, the army said.",
      "SYRIA SHELLS IDLIB AFTER ATTACK ON ACADEMY",
      "Later, Iran protested.", "It rained in Oslo.", date: day(2023, 10, 2))
    let ids = try fixture.archive.store([IncomingArticle(article: article, analysis: analyser.analyse(article))]).map(\.id)
    let item = try #require(try fixture.archive.linkItems(ids).first)
    #expect(item.headlines.first?.names["SYRIA"] == "state:SYR")
    #expect(item.leading.isSuperset(of: ["state:TUR", "state:IRQ"]) && !item.leading.contains("state:SYR"))
    #expect(item.named.contains("state:IRN") && !item.named.contains("state:SYR"))
  }
}
