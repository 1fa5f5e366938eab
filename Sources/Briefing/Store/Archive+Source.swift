// What a source carried besides its article, written with the article and read when somebody asks.

import Foundation
import GRDB

extension Archive {
  /// The heads of an article's source and what was left out of it; nil where the article is all of it.
  public func sourceNotes(of id: Int64) throws(StoreError) -> SourceNotes? {
    try read { db in
      let statement = try db.cachedStatement(sql: "SELECT notes FROM source_notes WHERE article = ?")
      guard let row = try Row.fetchOne(statement, arguments: [id]) else { return nil }
      // A damaged note is none; `check` says so.
      return try? SourceNotes(packed: RowReading.bytes(row, at: 0))
    }
  }
}

extension ArticleWriter {
  /// Keeps the notes of an article that arrives, in place of those of its last arrival.
  func storeNotes(_ id: Int64, _ item: PreparedArticle) throws {
    guard let notes = item.notes else { return }
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO source_notes(article, notes) VALUES (?, ?)")
      .execute(arguments: [id, Data(notes)])
  }
}
