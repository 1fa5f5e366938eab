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

/// What has come to a search since it was last told.
public struct SearchNews: Hashable, Sendable {
  /// Newest first by date.
  public var rows: [ArticleRow]
  /// There are more than were asked for.
  public var isCut: Bool
  /// The article by whose id all is told: the last one, or the one before the first that waits.
  public var toldUpTo: Int64
  /// Articles from there on that are not analysed (or linked) yet, where the search asks for what only that can tell.
  public var waiting: Int
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
          new: isAlert ? try Archive.newsCount(ListScope(query: query), after: row[3], cap: 1000, db) : 0)
      }
    }
  }

  /// What an alert has found since it last told, at most `limit`; nil where no alert has the name.
  public func alertNews(_ name: String, limit: Int) throws(StoreError) -> SearchNews? {
    try search { db in
      guard
        let row = try Row.fetchOne(
          db, sql: "SELECT query, reported FROM saved_search WHERE name = ? AND is_alert = 1", arguments: [name])
      else { return nil }
      return try Archive.news(ListScope(query: row[0]), after: row[1], limit: limit, db)
    }
  }

  /// Notes that an alert has told of all articles up to one.
  public func markReported(_ name: String, upTo id: Int64) throws(StoreError) {
    try write { db in
      try db.execute(
        sql: "UPDATE saved_search SET reported = max(reported, ?) WHERE name = ?", arguments: [id, name])
    }
  }

  /// The articles of a scope that came after an article, at most `limit`.
  public func news(_ scope: ListScope, after id: Int64, limit: Int) throws(StoreError) -> SearchNews {
    try search { try Archive.news(scope, after: id, limit: limit, $0) }
  }

  private static func news(_ scope: ListScope, after id: Int64, limit: Int, _ db: Database) throws -> SearchNews {
    let waits = waiting(for: scope.query)
    let last = try lastTold(waits, after: id, db)
    var news = SearchNews(rows: [], isCut: false, toldUpTo: last, waiting: 0)
    if !waits.isEmpty {
      let tests = waits.map(\.test).joined(separator: " OR ")
      news.waiting =
        try Int.fetchOne(db, sql: "SELECT count(*) FROM article WHERE id > ? AND (\(tests))", arguments: [last]) ?? 0
    }
    let compiled = try arrived(scope, after: id, upTo: last, db)
    guard !compiled.isEmpty else { return news }
    let (from, key, wheres) = compiled.source()
    let limit = max(0, min(limit, 1_000_000))
    news.rows = try Row.fetchAll(
      db, sql: "SELECT \(RowReading.columns) FROM \(from)\(wheres.sql) ORDER BY \(key) DESC LIMIT ?",
      arguments: wheres.arguments + [limit + 1]
    ).map(RowReading.articleRow)
    if news.rows.count > limit {
      news.isCut = true
      news.rows.removeLast()
    }
    return news
  }

  /// How many there are, counted up to `cap`.
  private static func newsCount(_ scope: ListScope, after id: Int64, cap: Int, _ db: Database) throws -> Int {
    let last = try lastTold(waiting(for: scope.query), after: id, db)
    return try count(try arrived(scope, after: id, upTo: last, db), cap: cap, db)
  }

  /// The articles of a scope that came after one and not after another.
  private static func arrived(_ scope: ListScope, after id: Int64, upTo last: Int64, _ db: Database) throws -> CompiledQuery {
    var compiled = try QueryCompiler.compile(scope, db).compiled
    compiled.conditions.append(Condition(sql: "a.id > ? AND a.id <= ?", arguments: [id, last]))
    return compiled
  }

  /// The article up to which news can be told. What cannot be told yet is told the next time, with all behind it: nothing is
  /// told twice, nothing passed over.
  private static func lastTold(_ waits: [(index: String, test: String)], after id: Int64, _ db: Database) throws -> Int64 {
    let first = try waits.compactMap { index, test in
      try Int64.fetchOne(
        db, sql: "SELECT min(id) FROM article INDEXED BY \(index) WHERE \(test) AND id > ?", arguments: [id])
    }.min()
    return try first.map { $0 - 1 } ?? max(id, Int64.fetchOne(db, sql: "SELECT ifnull(max(id), 0) FROM article") ?? 0)
  }

  /// Which articles a query cannot tell of yet, as conditions with the index that knows them: those without an analysis where
  /// it asks who and when, those without links where it asks for stories. None where the text alone tells.
  private static func waiting(for query: String) -> [(index: String, test: String)] {
    let fields: [Query.Filter.Field] = Query.parse(query).query.leaves.compactMap {
      if case .filter(let filter) = $0.node { filter.field } else { nil }
    }
    let asksAnalysis = fields.contains { [.party, .place, .said, .about].contains($0) }
    return [
      asksAnalysis ? ("article_outdated", "analysis_version = 0") : nil,
      fields.contains(.story) ? ("article_unlinked", "link_version = 0") : nil,
    ].compactMap { $0 }
  }

  /// The last article that came before an instant (seconds since 1970), or up to a minute before it; 0 where none did.
  public func lastID(before second: Int) throws(StoreError) -> Int64 {
    try read { db in
      // Arrivals of one minute are noted with its beginning: of a minute that had begun, what came later must not be missed.
      let first = try Int64.fetchOne(
        db, sql: "SELECT min(first_article) FROM arrival WHERE second > ?", arguments: [second - ArticleWriter.arrivalSpan])
      return try first.map { $0 - 1 } ?? (Int64.fetchOne(db, sql: "SELECT ifnull(max(id), 0) FROM article") ?? 0)
    }
  }

  /// Two queries that must both hold.
  static func joined(_ a: String, _ b: String) -> String { a.isEmpty ? b : "(\(a)) (\(b))" }
}
