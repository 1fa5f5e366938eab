// Relevance is FTS5's bm25() with the words' counts taken from the archive: on the same articles both say the same.

import GRDB
import Testing

@testable import Briefing

@Suite struct RankingTests {
  /// Thirty articles of unlike length, with a few words more or less often in them and in their titles.
  private func fixture() throws -> ArchiveFixture {
    let fixture = try ArchiveFixture()
    for index in 0..<30 {
      var words = Array(repeating: "grain", count: index * 7 % 5) + Array(repeating: "convoy", count: index % 3)
      words += Array(repeating: "and so on", count: 3 + index * 11 % 17)
      if index % 10 == 4 { words.append("ceasefire") }
      let title = index % 9 == 2 ? "Grain leaves port \(index)" : "Notes of the day \(index)"
      try fixture.add(sample(title, words.joined(separator: " "), date: day(2024, 1, 1 + index)))
    }
    return fixture
  }

  @Test(arguments: [
    "\"grain\"", "\"ceasefire\"", "\"grain\" AND \"convoy\"", "(\"grain\" OR \"ceasefire\" OR \"notes\")",
    "title : \"leaves\" OR \"convoy\"", "(\"so\") NOT \"grain\"", "\"convoy\" *", "\"and\" OR \"nowhere\"",
  ])
  func scoresAreThoseOfTheIndex(_ match: String) throws {
    let fixture = try fixture()
    // A search opens its connection late: the folder must still be there.
    defer { withExtendedLifetime(fixture) {} }
    let rows = try fixture.archive.search { db in
      try Row.fetchAll(
        db,
        sql: "SELECT rowid, relevance(search, ?), -bm25(search, 4.0, 1.0) FROM search WHERE search MATCH ? ORDER BY rowid",
        arguments: [try Ranking.weights(of: match, db), match])
    }
    #expect(!rows.isEmpty)
    for row in rows { #expect(abs((row[1] as Double) - (row[2] as Double)) < 1e-9) }
  }

  @Test func aTitleComesBeforeABodyAndTheNewerBeforeItsEqual() throws {
    let fixture = try ArchiveFixture()
    try fixture.add(
      sample("Port opens", "Nothing else.", date: day(2024, 1, 1)),
      sample("Quiet week", "A port was opened.", date: day(2024, 3, 1)),
      sample("Port closes", "Nothing else.", date: day(2024, 2, 1)),
      sample("Far inland", "No word of it here.", date: day(2024, 4, 1)))
    #expect(try fixture.headlines("port", order: .rank) == ["Port closes", "Port opens", "Quiet week"])
    #expect(try fixture.headlines("por", typed: true, order: .rank) == ["Port closes", "Port opens", "Quiet week"])
  }

  @Test(arguments: [
    ("\"shot down\" AND (\"drone\" OR \"drones\")", ["shot down", "drone", "drones"]),
    ("(title : \"a\"\"b\" *) NOT \"c\"", ["a\"b*", "c"]), ("", []), ("\"\"\"\"", ["\""]),
  ])
  func phrasesOfAnExpression(_ match: String, _ expected: [String]) {
    #expect(Ranking.phrases(of: match).map { $0.isPrefix ? $0.text + "*" : $0.text } == expected)
  }

  /// A phrase is rarer than its words, and so weighs more.
  @Test func aPhraseWeighsMoreThanItsWords() throws {
    let fixture = try fixture()
    defer { withExtendedLifetime(fixture) {} }
    let weights = try fixture.archive.search { try Ranking.weights(of: "\"notes of\" \"notes\" \"ceasefire\" \"x\"", $0) }
    let numbers = weights.withUnsafeBytes { bytes in
      (0..<4).map { bytes.loadUnaligned(fromByteOffset: 8 * $0, as: Double.self) }
    }
    #expect(numbers[0] > numbers[1] && numbers[2] > numbers[1])
    #expect(numbers[3] == numbers[1], "a word of one letter tells as little as one that all articles have")
  }

  /// The function is called with what it does not expect.
  @Test func wrongWeightsAreNoHarm() throws {
    let fixture = try fixture()
    defer { withExtendedLifetime(fixture) {} }
    try fixture.archive.search { db in
      let few = try Double.fetchOne(
        db, sql: "SELECT relevance(search, x'00') FROM search WHERE search MATCH 'grain' LIMIT 1")
      #expect(few ?? 0 > 0)
      #expect(throws: DatabaseError.self) {
        try Double.fetchOne(db, sql: "SELECT relevance(search) FROM search WHERE search MATCH 'grain' LIMIT 1")
      }
    }
  }
}
