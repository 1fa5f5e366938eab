// What is asked of the texts rather than of the index finds the same.

import GRDB
import Testing

@testable import Briefing

@Suite struct WordTestTests {
  private func fixture() throws -> ArchiveFixture {
    let fixture = try ArchiveFixture()
    try fixture.add(
      sample(
        "Convoy reaches the port", "Grain for Élysée\u{2019}s envoys, and thrice the usual.", date: day(2024, 1, 1), id: "1"),
      sample("Grain waits", "It has waited there since thursday.", date: day(2024, 1, 2), id: "2"),
      sample("Quiet week", "Nothing moved.", date: day(2024, 1, 3), id: "3"),
      sample("Thaw in talks", "Elysees are plural here. Grain moves.", date: day(2024, 1, 4), id: "4"),
      sample("Note", "north-thermal; x2thing", id: "5"))
    return fixture
  }

  /// Has every word stand in so many articles, and the archive hold so many, that texts are read where that can pay.
  private func makeWordsFrequent(_ fixture: ArchiveFixture) throws {
    try fixture.archive.write { db in
      try db.execute(sql: "UPDATE term SET articles = articles * 40000; UPDATE counter SET value = value * 40000")
    }
  }

  @Test(arguments: [
    "th*", "elys*", "title:th*", "body:grai*", "grain th*", "th* -grain", "-grain", "-gra*", "-title:grain", "-body:elysee",
    "th* date:2024-01-02", "-moved date:2024", "(th* OR quiet) grain", "NOT (grain OR note)", "\"grain wai\"*", "-th* -note",
    "th* -\"grain for\"", "is:unread -grain", "source:x -grain",
  ])
  func textsAnswerAsTheIndexDoes(_ query: String) throws {
    let fixture = try fixture()
    let byIndex = try fixture.headlines(query)
    try makeWordsFrequent(fixture)
    #expect(try fixture.headlines(query) == byIndex)
    #expect(try fixture.archive.count(ListScope(query: query)) == byIndex.count)
  }

  @Test(arguments: [
    ("th*", true), ("-grain", true), ("-gra*", true), ("grain", false), ("grain -th*", false), ("\"grain wai\"*", false),
    ("-\"grain for\"", false), ("-note", true),
  ])
  func textsAreReadWhereThatPays(_ query: String, _ isRead: Bool) throws {
    let fixture = try fixture()
    func reads(_ scope: ListScope, _ use: QueryCompiler.Use) throws -> Bool {
      try fixture.archive.search { db in
        try QueryCompiler.compile(scope, for: use, db).compiled.conditions.contains { $0.sql.contains("has_word") }
      }
    }
    #expect(try !reads(ListScope(query: query), .page))
    try makeWordsFrequent(fixture)
    #expect(try reads(ListScope(query: query), .page) == isRead)
    // All that is found, and the best of it, is the index's to tell.
    #expect(try !reads(ListScope(query: query), .all))
    #expect(try !reads(ListScope(query: query, order: .rank), .page))
  }

  @Test(arguments: ["grain th", "grain wai", "title:grain wai", "moved no", "\"grain for\" env", "grain -th", "party:x th"])
  func whatIsTypedBesideAWordIsReadInTheTexts(_ query: String) throws {
    let fixture = try fixture()
    let byIndex = try fixture.archive.count(ListScope(query: query, completesLastWord: true))
    try fixture.archive.write { db in try db.execute(sql: "UPDATE term SET articles = 5") }
    #expect(try fixture.headlines(query, typed: true).count == byIndex)
    let reads = try fixture.archive.search { db in
      try QueryCompiler.compile(ListScope(query: query, completesLastWord: true), for: .page, db).compiled.conditions
        .contains { $0.sql.contains("has_word") }
    }
    #expect(reads == !(query.contains("party") || query.contains("-")))
  }

  @Test func aPhraseIsCompletedUntilItIsClosed() throws {
    let fixture = try fixture()
    #expect(try fixture.headlines("\"has wait", typed: true) == ["Grain waits"])
    #expect(try fixture.headlines("\"has mov", typed: true) == [])
    #expect(try fixture.headlines("title:\"grain w", typed: true) == ["Grain waits"])
    #expect(try fixture.headlines("\"has wait\"", typed: true) == [])
    #expect(try fixture.headlines("\"wait", typed: true) == ["Grain waits"])
  }
}
