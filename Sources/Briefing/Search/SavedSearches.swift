// Searches that the reader keeps by name, and alerts: those that tell what has come since they were last asked.

import GRDB

/// A search kept by name. Its words are kept as typed, so that `party:` follows a party's names and `last-week` the calendar.
public struct SavedSearch: Hashable, Sendable {
  public var name: String
  public var query: String
  /// It is asked by `wireroom alert`, and counts what has come since.
  public var isAlert: Bool
  /// Unread articles that it finds, counted up to 1,000.
  public var unread: Int
  /// For alerts: articles that came since it last told, counted up to 1,000.
  public var new: Int

  public init(name: String, query: String, isAlert: Bool, unread: Int, new: Int) {
    self.name = name
    self.query = query
    self.isAlert = isAlert
    self.unread = unread
    self.new = new
  }
}

extension Archive {
  /// Keeps a search under a name, in the place of one that has it already. An alert begins with what comes from now on.
  public func saveSearch(_ name: String, query: String, isAlert: Bool) throws(StoreError) {
    try write { db in
      try db.execute(
        sql: """
          INSERT INTO saved_search(name, query, is_alert, reported) VALUES (?1, ?2, ?3, (SELECT ifnull(max(id), 0) FROM article))
          ON CONFLICT(name) DO UPDATE SET name = excluded.name, query = excluded.query, is_alert = excluded.is_alert,
            reported = CASE WHEN query = excluded.query AND is_alert = excluded.is_alert THEN reported
              ELSE excluded.reported END
          """, arguments: [name, query, isAlert])
    }
  }

  /// Forgets a search; false where none has the name.
  public func removeSearch(_ name: String) throws(StoreError) -> Bool {
    try write { db in
      try db.execute(sql: "DELETE FROM saved_search WHERE name = ?", arguments: [name])
      return db.changesCount > 0
    }
  }

  /// All searches that are kept, by name, with their counts.
  public func savedSearches() throws(StoreError) -> [SavedSearch] {
    try search { db in
      try Row.fetchAll(db, sql: "SELECT name, query, is_alert, reported FROM saved_search ORDER BY name").map { row in
        let query: String = row[1]
        let isAlert: Bool = row[2]
        let compiled = try QueryCompiler.compile(ListScope(query: Archive.joined(query, "is:unread")), db).compiled
        return SavedSearch(
          name: row[0], query: query, isAlert: isAlert, unread: try Archive.count(compiled, cap: 1000, db),
          new: isAlert ? try Archive.arrivals(ListScope(query: query), after: row[3], limit: 1000, db).count : 0)
      }
    }
  }

  /// What an alert has found since it last told, newest first by date, at most `limit`; nil where no alert has the name.
  public func alertArrivals(_ name: String, limit: Int) throws(StoreError) -> [ArticleRow]? {
    try search { db in
      guard
        let row = try Row.fetchOne(
          db, sql: "SELECT query, reported FROM saved_search WHERE name = ? AND is_alert = 1", arguments: [name])
      else { return nil }
      return try Archive.arrivals(ListScope(query: row[0]), after: row[1], limit: limit, db)
    }
  }

  /// Notes that an alert has told of all articles up to one.
  public func markReported(_ name: String, upTo id: Int64) throws(StoreError) {
    try write { db in
      try db.execute(
        sql: "UPDATE saved_search SET reported = max(reported, ?) WHERE name = ?", arguments: [id, name])
    }
  }

  /// The articles of a scope that came after an article, newest first by date, at most `limit`.
  public func arrivals(_ scope: ListScope, after id: Int64, limit: Int) throws(StoreError) -> [ArticleRow] {
    try search { try Archive.arrivals(scope, after: id, limit: limit, $0) }
  }

  private static func arrivals(_ scope: ListScope, after id: Int64, limit: Int, _ db: Database) throws -> [ArticleRow] {
    var compiled = try QueryCompiler.compile(scope, db).compiled
    guard !compiled.isEmpty else { return [] }
    compiled.conditions.append(Condition(sql: "a.id > ?", arguments: [id]))
    let (from, key, wheres) = compiled.source()
    return try Row.fetchAll(
      db, sql: "SELECT \(RowReading.columns) FROM \(from)\(wheres.sql) ORDER BY \(key) DESC LIMIT ?",
      arguments: wheres.arguments + [max(0, limit)]
    ).map(RowReading.articleRow)
  }

  /// The id of the article that came last; 0 in an empty archive.
  public func newestID() throws(StoreError) -> Int64 {
    try read { try Int64.fetchOne($0, sql: "SELECT ifnull(max(id), 0) FROM article") ?? 0 }
  }

  /// The last article that came before an instant (seconds since 1970), to the minute; 0 where none did.
  public func lastID(before second: Int) throws(StoreError) -> Int64 {
    try read { db in
      let first = try Int64.fetchOne(
        db, sql: "SELECT min(first_article) FROM arrival WHERE second >= ?", arguments: [second])
      return try first.map { $0 - 1 } ?? (Int64.fetchOne(db, sql: "SELECT ifnull(max(id), 0) FROM article") ?? 0)
    }
  }

  /// Two queries that must both hold.
  static func joined(_ a: String, _ b: String) -> String { a.isEmpty ? b : "(\(a)) (\(b))" }
}
