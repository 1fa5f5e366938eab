// SQLite's full-text table with nothing around it: what the benchmark compares an import with.

import GRDB

/// A full-text table over titles and bodies, filled in batches of 256 as an import fills its own.
public struct BareIndex: Sendable {
  private let queue: DatabaseQueue

  /// Makes a new database; throws where it cannot be made.
  public init(path: String) throws(StoreError) {
    do {
      queue = try DatabaseQueue(path: path)
      try queue.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL")
        try db.execute(
          sql: """
            CREATE TABLE text(id INTEGER PRIMARY KEY, title TEXT, body TEXT);
            CREATE VIRTUAL TABLE search USING fts5(
              title, body, content='text', content_rowid='id', tokenize='unicode61 remove_diacritics 2');
            """)
      }
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// Adds texts in order.
  public func insert(_ texts: [(title: String, body: String)]) throws(StoreError) {
    do {
      for first in stride(from: 0, to: texts.count, by: 256) {
        try queue.write { db in
          let text = try db.cachedStatement(sql: "INSERT INTO text(title, body) VALUES (?, ?)")
          let search = try db.cachedStatement(sql: "INSERT INTO search(rowid, title, body) VALUES (?, ?, ?)")
          for (title, body) in texts[first..<min(texts.count, first + 256)] {
            try text.execute(arguments: [title, body])
            try search.execute(arguments: [db.lastInsertedRowID, title, body])
          }
        }
      }
    } catch {
      throw StoreError(error, path: queue.path)
    }
  }
}
