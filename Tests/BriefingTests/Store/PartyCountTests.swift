// Parties are counted by day and by date in tables of their own: they say what a count over every row would.

import Testing

@testable import Briefing

@Suite struct PartyCountTests {
  @Test func countsFollowArticlesThatComeMoveAndGo() throws {
    let fixture = try ArchiveFixture()
    let archive = fixture.archive
    let ids = try archive.store(EventSamples.week).map(\.id)
    func days() throws -> [String] {
      try archive.trend(of: "state:BGR").days.map { "\(CivilDate(dayNumber: $0.day).iso) \($0.articles)" }
    }
    func dates() throws -> [Int] { try archive.timelineIndex(.party("state:BGR")).dates.map(\.articles) }
    #expect(try days() == ["2023-10-02 1", "2023-10-05 1"] && dates() == [1, 1])
    let change = try archive.setDate([ids[0]], day(2023, 10, 5))
    #expect(try days() == ["2023-10-05 2"])
    #expect(try archive.check().isEmpty)
    _ = try archive.undo(change)
    #expect(try days() == ["2023-10-02 1", "2023-10-05 1"])
    // Read again, and with other words.
    try archive.storeAnalyses([(ids[0], try #require(EventSamples.week[0].analysis))])
    #expect(try dates() == [1, 1])
    try archive.storeAnalyses([(ids[1], Analysis())])
    #expect(try days() == ["2023-10-02 1"] && dates() == [1])
    #expect(try archive.check().isEmpty)
    try archive.write { db in
      var writer = try ArticleWriter(db)
      try writer.remove(ids[0])
      try writer.finish()
    }
    #expect(try days().isEmpty && dates().isEmpty)
    #expect(try archive.check().isEmpty)
  }

  @Test func aReindexMendsWhatIsCountedWrongly() throws {
    let fixture = try ArchiveFixture()
    _ = try fixture.archive.store(EventSamples.week)
    try fixture.archive.write { db in
      try db.execute(sql: "UPDATE party_day SET articles = articles + 1; UPDATE party_date_count SET articles = 0")
    }
    #expect(try fixture.archive.check().count == 3)
    try fixture.archive.markAllOutdated()
    #expect(try fixture.archive.check().isEmpty)
  }
}
