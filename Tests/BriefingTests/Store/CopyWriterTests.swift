// Which articles are one text: kept in step with whatever changes, and never a chain through the months.

import GRDB
import Testing

@testable import Briefing

@Suite struct CopyWriterTests {
  /// Articles of a word each, of these days of January 2023 and the following months (nil: undated); the later of each pair
  /// first.
  private func archive(_ days: [Int?], copies: [(Int, Int)]) throws -> (ArchiveFixture, [Int64]) {
    let fixture = try ArchiveFixture()
    let ids = try fixture.archive.store(
      days.enumerated().map { index, number in
        let date = number.map { CivilDate(2023, 1, 1).adding(days: $0 - 1) }
        return IncomingArticle(
          article: sample("n \(index)", "Word \(index).", date: date.map { DateStamp($0) }, source: "S\(index)"))
      }
    ).map(\.id)
    try fixture.link(ids, stories: Array(ids.indices), copies: copies)
    return (fixture, ids)
  }

  /// The texts as the list folds them, by place in `ids`, each with its row first.
  private func texts(_ fixture: ArchiveFixture, _ ids: [Int64]) throws -> [[Int]] {
    try fixture.rows("", .copies).filter { $0.fold != nil }.map { row in
      ([row.id] + row.fold!.copies).map { ids.firstIndex(of: $0)! }
    }.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// Days, pairs, and what is folded.
  private static let chains: [(days: [Int?], copies: [(Int, Int)], texts: [[Int]])] = [
    // What repeats a copy repeats the text.
    ([1, 2, 3], [(1, 0), (2, 1)], [[0, 1, 2]]),
    // A bulletin of every few days repeats the one before: after two weeks it is a text of its own.
    ([1, 6, 11, 16, 21], [(1, 0), (2, 1), (3, 2), (4, 3)], [[0, 1, 2], [3, 4]]),
    ([1, 40], [(1, 0)], []),
    // What arrives last may be the earliest, or may make two texts one.
    ([9, 12, 2], [(1, 0), (2, 0)], [[2, 0, 1]]), ([3, 4, 5], [(2, 0), (2, 1)], [[0, 1, 2]]),
    // Two that lie too far apart stay two, whatever resembles both.
    ([1, 16, 8], [(2, 0), (2, 1)], [[0, 2]]), ([1, 30, nil], [(2, 0), (2, 1)], [[0, 2]]),
    ([nil, nil, 5], [(1, 0), (2, 1)], [[2, 0, 1]]),
  ]

  @Test(arguments: chains.indices) func aTextIsWhatHangsTogetherWithinDays(index: Int) throws {
    let row = CopyWriterTests.chains[index]
    let (fixture, ids) = try archive(row.days, copies: row.copies)
    #expect(try texts(fixture, ids) == row.texts)
    #expect(try fixture.archive.check().isEmpty)
    // An archive that was linked before texts were kept comes to the same.
    try fixture.archive.write { db in
      try db.execute(sql: "DELETE FROM text_copy")
      try CopyWriter.fill(db)
    }
    #expect(try texts(fixture, ids) == row.texts)
  }

  @Test func noTextGrowsWithoutEnd() throws {
    let count = CopyWriter.mostCopies + 20
    let (fixture, _) = try archive([Int?](repeating: 1, count: count), copies: (1..<count).map { ($0, $0 - 1) })
    let rows = try fixture.rows("", .copies)
    #expect(rows.count == 2 && rows.map { $0.fold?.copies.count } == [19, CopyWriter.mostCopies - 1])
  }

  @Test func textsFollowWhateverChanges() throws {
    let (fixture, ids) = try archive([1, 2, 3, 4], copies: [(1, 0), (2, 1), (3, 2)])
    let archive = fixture.archive
    #expect(try texts(fixture, ids) == [[0, 1, 2, 3]])
    // The day moves the row at once.
    var undo = try archive.setDate([ids[3]], DateStamp(CivilDate(2022, 12, 30)))
    #expect(try texts(fixture, ids) == [[3, 0, 1, 2]])
    _ = try archive.undo(undo)
    #expect(try texts(fixture, ids) == [[0, 1, 2, 3]])
    // A publisher named by hand is an outlet, or an agency.
    undo = try archive.setSource([ids[1], ids[2]], "Reuters")
    let credits = try #require(try archive.fold(of: ids[0])).credits
    #expect(credits == TextCredits(outlets: 3, independent: 2, uncredited: 2, origin: .init(name: "Reuters", articles: 2)))
    _ = try archive.undo(undo)
    #expect(try archive.fold(of: ids[0])?.credits == TextCredits(outlets: 4, independent: 1, uncredited: 4))
    // Linked anew, the second resembles nothing more: what hung together by it comes apart.
    try archive.storeLinks([(ids[1], LinkChanges(story: StoryState(id: ids[1], name: "", size: 1)))])
    #expect(try texts(fixture, ids) == [[2, 3]])
    #expect(try archive.check().isEmpty)
    try archive.unlinkAll()
    #expect(try texts(fixture, ids).isEmpty)
  }

  @Test func aCopyThatGoesLeavesTheOthersAText() throws {
    let (fixture, ids) = try archive([1, 2, 3], copies: [(1, 0), (2, 0)])
    try fixture.archive.write { db in
      var writer = try ArticleWriter(db)
      try writer.remove(ids[0])
      try writer.finish()
    }
    #expect(try texts(fixture, ids).isEmpty, "they resembled the first alone")
    let (other, all) = try archive([1, 2, 3], copies: [(1, 0), (2, 0), (2, 1)])
    try other.archive.write { db in
      var writer = try ArticleWriter(db)
      try writer.remove(all[0])
      try writer.finish()
    }
    #expect(try texts(other, all) == [[1, 2]])
    #expect(try other.archive.check().isEmpty)
  }

  @Test func aNewVersionCreditsWhomItSays() throws {
    let (fixture, ids) = try archive([1, 2], copies: [(1, 0)])
    var update = sample("n 1", "Word 1, and more. (AP)", date: day(2023, 1, 2), source: "S1")
    update.externalID = nil
    try fixture.archive.write { db in
      var writer = try ArticleWriter(db)
      update.authors = ["Associated Press"]
      _ = try writer.replace(ids[1], PreparedArticle(IncomingArticle(article: update)))
      try writer.finish()
    }
    #expect(try fixture.archive.fold(of: ids[0])?.credits.origin?.name == "AP")
    #expect(try fixture.archive.textCopies([ids[1], ids[0]]).map(\.agency) == ["AP", nil])
    #expect(try fixture.archive.check().isEmpty)
  }

  /// The layout before this one knew pairs and stories alone.
  @Test func anOlderArchiveIsFoldedWhenItIsOpened() throws {
    let (fixture, ids) = try archive([1, 2, 3], copies: [(1, 0)])
    try fixture.archive.write { db in
      try db.execute(
        sql: """
          DROP TABLE text_copy; ALTER TABLE article DROP COLUMN agency; DROP INDEX story_member_place;
          ALTER TABLE story_member DROP COLUMN list_key; DROP TABLE party_day; DROP TABLE party_date_count;
          DROP TRIGGER story_named; DROP TRIGGER story_renamed; DROP TRIGGER story_gone; DROP TABLE story_search;
          DROP INDEX story_size; DROP TABLE story_note; DROP TABLE story_apart; DROP TRIGGER story_decision_gone;
          DROP TABLE title_place;
          CREATE TABLE title_key(hash INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY(hash, article)) WITHOUT ROWID;
          PRAGMA user_version = \(try #require(Schema.steps.firstIndex(of: Schema.copies)))
          """)
    }
    let opened = try Archive.open(path: fixture.path)
    let rows = try opened.page(ListScope(), grouping: .copies, limit: 10).rows
    #expect(rows.map(\.id) == [ids[2], ids[0]])
    #expect(rows[1].fold?.credits == TextCredits(outlets: 2, independent: 1, uncredited: 2))
    #expect(try opened.page(ListScope(), grouping: .stories, limit: 10).rows.count == 2)
    #expect(try opened.check().isEmpty)
  }

  // MARK: Catching up

  @Test func catchingUpMarksRowsWithAllTheyStandFor() throws {
    // Row 0 (day 1) has a newer copy 4 (day 9); row 2 (day 5) has an undated copy 3.
    let (fixture, ids) = try archive([1, 3, 5, nil, 9], copies: [(3, 2), (4, 0)])
    let archive = fixture.archive
    let key = try #require(try archive.row(ids[1])).listKey
    func unread() throws -> [Int] {
      try ids.indices.filter { try archive.row(ids[$0])?.isUnread == true }
    }
    let change = try archive.setRead(ListScope(), grouping: .copies, downTo: key)
    #expect(try unread() == [0, 4], "the newer copy of a row below stays with its row, the undated one of a row above goes")
    _ = try archive.undo(change)
    #expect(try unread() == [0, 1, 2, 3, 4])
    _ = try archive.setRead(ListScope(), grouping: .none, downTo: key)
    #expect(try unread() == [0, 3], "where every copy is a row, it is the place that counts")
    // Of a narrowed list the row is the earliest copy that the list has.
    _ = try archive.setRead(ids, false)
    _ = try archive.setRead(ListScope(query: "source:S4 OR source:S1"), grouping: .copies, downTo: key)
    #expect(try unread() == [2, 3], "its copies outside the list are read with it, as by reading it")
  }
}
