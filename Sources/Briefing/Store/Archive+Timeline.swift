// Timelines over many articles. All dates of a scope come as one small index; what happened on them is read for the rows on
// the screen, each from the article that proves it best.

import GRDB

extension Archive {
  /// A timeline of a query looks at its newest articles, so many at most.
  public static let mostSearched = 20_000

  /// Every date of a scope, in calendar order. A query that cannot be read in full counts without what is wrong in it.
  ///
  /// - Parameter limit: look at the newest so many articles of the scope only (queries only).
  public func timelineIndex(_ scope: TimelineScope, limit: Int = Archive.mostSearched) throws(StoreError) -> TimelineIndex {
    switch scope {
    case .search(let query) where !query.isEmpty: return try search { try Archive.index(query, limit: limit, $0) }
    default: return try read { try TimelineReading($0).index(scope) }
    }
  }

  /// The best proof of each of these dates, nil where an analysis is older than its dates; in the order of `dates`.
  public func events(of dates: [DateCount], in scope: TimelineScope) throws(StoreError) -> [DatedEvent?] {
    try read { try TimelineReading($0).proofs(of: dates, in: scope).map(\.event) }
  }

  /// The events of one date, an article after the other as they were published, the oldest first.
  ///
  /// - Parameters:
  ///   - articles: the list keys that count; nil for all that the scope has.
  ///   - limit: at most so many articles.
  public func events(
    on date: DateKey, in scope: TimelineScope, articles: Set<Int64>? = nil, limit: Int = .max
  ) throws(StoreError) -> [DatedEvent] {
    try read { db in
      let reading = TimelineReading(db)
      var events: [DatedEvent] = []
      var count = 0
      for key in try reading.articles(naming: date, in: scope) where articles?.contains(key) ?? true {
        guard count < limit else { break }
        count += 1
        events += try reading.events(at: date, in: scope, listKey: key)
      }
      return events
    }
  }

  /// Every event of an article, in the order of its timeline; empty where there is none with this id.
  public func events(of id: Int64) throws(StoreError) -> [DatedEvent] {
    try read { db in
      guard let row = try Archive.row(id, db), let article = try Archive.article(id, key: row.listKey, db),
        let analysis = try Archive.analysis(id, db)
      else { return [] }
      return try EventReader(article, analysis, as: LinkTarget(row)).events().map { try TimelineReading(db).withOtherDays($0) }
    }
  }

  /// The entity that a name or an id means: of several the one that most articles name; nil where none does.
  public func entity(named name: String) throws(StoreError) -> EntityID? {
    try read { db in
      guard let id = try FilterCompiler(db).parties(name).first else { return nil }
      return try String.fetchOne(db, sql: "SELECT entity FROM party WHERE id = ?", arguments: [id])
    }
  }

  /// The list keys of a query's articles, newest first.
  public func listKeys(of query: String, limit: Int) throws(StoreError) -> Set<Int64> {
    try search { db in
      let (sql, arguments) = try Archive.matches(query, limit: limit, db)
      return Set(try Int64.fetchAll(db, sql: sql, arguments: arguments))
    }
  }

  private static func index(_ query: String, limit: Int, _ db: Database) throws -> TimelineIndex {
    let (sql, arguments) = try matches(query, limit: limit, db)
    let dates = try TimelineReading(db).dates(ofArticles: sql, arguments)
    let matched = try Int.fetchOne(db, sql: "SELECT count(*) FROM (\(sql))", arguments: arguments) ?? 0
    return TimelineIndex(
      scope: .search(query), name: query, dates: dates, newestOnly: matched >= limit ? limit : nil)
  }

  /// A SELECT of the list keys that a query finds, newest first.
  private static func matches(_ query: String, limit: Int, _ db: Database) throws -> (sql: String, StatementArguments) {
    let (_, compiled) = try QueryCompiler.compile(ListScope(query: query), db)
    guard !compiled.isEmpty else { return ("SELECT 0 AS list_key WHERE 0", []) }
    let (from, key, wheres) = compiled.source(needsRow: false)
    return (
      "SELECT \(key) AS list_key FROM \(from)\(wheres.sql) ORDER BY \(key) DESC LIMIT ?", wheres.arguments + [limit]
    )
  }
}
