// Whether a text has a word or a beginning, asked of the text itself, row by row. The index reads all places of a word
// before it can tell which articles lack it, and all words with a beginning before it gives the first article: at a million
// articles "th*" takes most of a second. Where nearly every row meets the test, a page is full after a few texts.

import GRDB
import GRDBSQLite

enum WordTest {
  /// Gives the connection the function `has_word(text, word, is_beginning)`: 1 or 0. The word is folded as the index does.
  static func register(_ db: Database) throws {
    let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS
    let code = sqlite3_create_function_v2(db.sqliteConnection, "has_word", 3, flags, nil, hasWord, nil, nil, nil)
    guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
  }

  /// The articles that have the word, or one that begins so, where it is asked for.
  static func condition(_ word: String, isBeginning: Bool, place: Query.Words.Place) -> Condition {
    let columns = place == .title ? ["title"] : place == .body ? ["body"] : ["title", "body"]
    // A number of ours, never typed: each use takes one value.
    let tests = columns.map { "has_word(t.\($0), ?, \(isBeginning ? 1 : 0))" }
    return Condition(
      sql: """
        EXISTS (SELECT 1 FROM article_text t WHERE t.list_key = \(Condition.key) AND (\(tests.joined(separator: " OR "))))
        """, arguments: StatementArguments(columns.map { _ in word }), needsRow: false)
  }
}

private func hasWord(
  _ context: OpaquePointer?, _ count: Int32, _ values: UnsafeMutablePointer<OpaquePointer?>?
) {
  guard let values, let text = sqlite3_value_text(values[0]), let word = sqlite3_value_text(values[1]) else {
    return sqlite3_result_int(context, 0)
  }
  let wanted = UnsafeBufferPointer(start: word, count: Int(sqlite3_value_bytes(values[1])))
  let isBeginning = sqlite3_value_int(values[2]) != 0
  var isFound = false
  SearchTokens.each(in: UnsafeBufferPointer(start: text, count: Int(sqlite3_value_bytes(values[0])))) { token, _ in
    isFound = isBeginning ? token.count >= wanted.count && token.starts(with: wanted) : token.elementsEqual(wanted)
    return !isFound
  }
  sqlite3_result_int(context, isFound ? 1 : 0)
}
