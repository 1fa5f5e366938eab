// What an archive tells of a party.

import Testing

@testable import Briefing

@Suite struct DossierTests {
  private static let names = ["person:orne": "Dag Orne", "org:guard": "Coast Guard"]

  private func archive() throws -> ArchiveFixture {
    let fixture = try ArchiveFixture()
    let texts = [
      NamedText(
        "Orne warns ships", "[Captain~Dag Orne|person:orne|says] said the strait was mined. [The Coast Guard|org:guard] left.",
        date: day(2023, 1, 1), source: "Wire", names: DossierTests.names),
      NamedText(
        "Ships wait", "[Orne|person:orne] met [the Coast Guard|org:guard]. The [Coast Guard|org:guard] waits.",
        date: day(2023, 3, 1), names: DossierTests.names),
      NamedText(
        "Quiet", "-> [ORNE|person:orne] LEAVES",
        "[Commander~Dag Orne|person:orne|says] told [the Coast Guard|org:guard|says] to go.",
        names: DossierTests.names),
      NamedText(
        "Elsewhere", "-> [ORNE|person:orne] SPEAKS OF MINES", "Nothing here.", date: day(2023, 2, 1), names: DossierTests.names),
    ]
    _ = try fixture.archive.store(texts.map(\.incoming))
    return fixture
  }

  @Test func wordsComeWithTheirProof() throws {
    let dossier = try #require(try archive().archive.dossier("person:orne", limit: 50))
    #expect(dossier.party.name == "Dag Orne" && dossier.articleCount == 3 && dossier.linkedOnlyCount == 1)
    #expect(dossier.appearances.map(\.article.headline) == ["Ships wait", "Orne warns ships", "Quiet"])
    #expect(dossier.appearances.map(\.isInHeadline) == [false, true, false])
    #expect(dossier.titles.map(\.text) == ["Captain", "Commander"])
    #expect(dossier.titles[0].newest.article.published?.stamp == day(2023, 1, 1))
    #expect(
      dossier.aliases.map { "\($0.surface) \($0.count) \($0.articles) \($0.why)" } == [
        "Dag Orne 2 2 dictionary", "Orne 1 1 dictionary", "ORNE 1 1 dictionary",
      ])
    // A claim is never without who claims it.
    #expect(dossier.sayings.map(\.voice) == ["said by: Dag Orne", "said by: Dag Orne; said by: the Coast Guard"])
    #expect(
      dossier.sayings[0].sentence == "Dag Orne said the strait was mined." || dossier.sayings[0].sentence.hasPrefix("Captain"))
    #expect(dossier.reports.map(\.sentence) == ["Orne met the Coast Guard."])
    #expect(dossier.reports.map(\.voice) == [nil] && dossier.reports.map(\.paragraph) == [1])
    #expect(dossier.companions.map { "\($0.party.name) \($0.articles)" } == ["Coast Guard 3"])
  }

  @Test func theNewestArticlesComeFirstAndTheNumbersAreOfAll() throws {
    let dossier = try #require(try archive().archive.dossier("person:orne", limit: 1))
    #expect(dossier.articleCount == 3 && dossier.appearances.count == 1)
    #expect(dossier.appearances[0].article.headline == "Ships wait")
  }

  @Test func theTrendIsOverTheWholeArchive() throws {
    let trend = try archive().archive.trend(of: "person:orne")
    #expect(trend.undated == 1 && trend.days.map(\.articles) == [1, 1])
    #expect(trend.archive == CivilDate(2023, 1, 1).dayNumber...CivilDate(2023, 3, 1).dayNumber)
    #expect(trend.bins(4) == [1, 0, 0, 1] && trend.bins(1) == [2] && trend.bins(0) == [])
    #expect(trend.bins(1000).count == 60)
    #expect(try archive().archive.trend(of: "org:nobody").bins(9) == [])
  }

  @Test func sentencesBeyondTheLimitAreCounted() throws {
    let dossier = try #require(try archive().archive.dossier("person:orne", limit: 50, quotes: 1))
    #expect(dossier.sayings.count == 1 && dossier.sayingCount == 2)
    #expect(dossier.reports.count == 1 && dossier.reportCount == 1)
    let none = try #require(try archive().archive.dossier("person:orne", limit: 50, quotes: 0, dates: 0))
    #expect(none.sayings.isEmpty && none.sayingCount == 2 && none.reportCount == 1)
  }

  /// Dates of a timeline, the day it is looked at from, and the dates that are shown.
  private static let windows: [(days: [Int?], count: Int, near: Int?, shown: Range<Int>)] = [
    ([], 8, 5, 0..<0), ([1, 2, 3], 8, 2, 0..<3), ([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 4, 5, 2..<6),
    ([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 4, nil, 6..<10), ([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 4, 0, 0..<4),
    ([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 4, 99, 6..<10), ([1, 2, nil, nil], 8, 1, 0..<2), ([nil], 8, nil, 0..<0),
    ([1, 2, 3], 0, 2, 0..<0),
  ]

  @Test(arguments: windows.indices) func theDatesAroundADay(_ index: Int) {
    let (days, count, near, shown) = DossierTests.windows[index]
    let dates = days.map { day in
      DateCount(key: day.map { DateKey(firstDay: $0, lastDay: $0, isVague: false) } ?? .unresolved, articles: 1)
    }
    let timeline = TimelineIndex(scope: .all, name: "", dates: dates)
    #expect(timeline.window(count, near: near) == shown)
  }

  @Test func sharedSentences() throws {
    let shared = try archive().archive.shared("person:orne", "org:guard", limit: 9)
    // In the first article no sentence names both: its first with the party stands for it.
    #expect(shared.map(\.article.headline) == ["Ships wait", "Orne warns ships", "Quiet"])
    #expect(shared[0].sentence == "Orne met the Coast Guard.")
  }
}
