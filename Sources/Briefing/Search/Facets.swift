// What the articles of a list have in common: parties, publishers, months, tags and stories, with how many have each.

import GRDB

/// The facets of a list, each largest first (months: newest first).
public struct Facets: Hashable, Sendable {
  /// One value that articles of the list share.
  public struct Value: Hashable, Sendable {
    public var name: String
    /// Narrows the list to the articles that have it.
    public var query: String
    public var articles: Int

    public init(name: String, query: String, articles: Int) {
      self.name = name
      self.query = query
      self.articles = articles
    }
  }

  public enum Kind: String, Hashable, Sendable, CaseIterable { case parties, sources, months, tags, stories }

  /// How many articles were looked at: the list's newest, `Facets.most` at most.
  public var articles: Int
  /// The list has more articles than were looked at.
  public var isPartial: Bool
  public var values: [Kind: [Value]]

  /// How many of a list's newest articles are looked at, so that the answer is there at once in any archive.
  public static let most = 20_000

  public init(articles: Int, isPartial: Bool, values: [Kind: [Value]]) {
    self.articles = articles
    self.isPartial = isPartial
    self.values = values
  }
}

extension Archive {
  /// The facets of a scope, at most `limit` values of each kind. A query that cannot be read counts as far as it can.
  public func facets(_ scope: ListScope, limit: Int = 12) throws(StoreError) -> Facets {
    try search { db in
      let compiled = try QueryCompiler.compile(scope, db).compiled
      guard !compiled.isEmpty else { return Facets(articles: 0, isPartial: false, values: [:]) }
      let (from, key, wheres) = compiled.source(needsRow: false)
      // The matches are found once and kept: everything is counted over them.
      let found = try Int64.fetchAll(
        db, sql: "SELECT \(key) FROM \(from)\(wheres.sql) ORDER BY \(key) DESC LIMIT ?",
        arguments: wheres.arguments + [Facets.most + 1])
      let keys = found.prefix(Facets.most)
      let counter = FacetCounter(db, keys: Array(keys), limit: max(0, limit))
      return Facets(
        articles: keys.count, isPartial: found.count > Facets.most,
        values: try counter.ofArticles().merging([.parties: counter.parties()]) { a, _ in a })
    }
  }
}

/// Counts values over articles, given by their list keys: a look at each article for all that stands in its row, and one for
/// its parties. Names are looked up of the largest alone.
private struct FacetCounter {
  private let db: Database
  private let limit: Int
  /// The keys as a table of SQLite's own.
  private let keys: String

  init(_ db: Database, keys: [Int64], limit: Int) {
    self.db = db
    self.limit = limit
    self.keys = "[" + keys.map(String.init).joined(separator: ",") + "]"
  }

  func parties() throws -> [Facets.Value] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT i.party FROM json_each(?) k CROSS JOIN involvement i INDEXED BY involvement_article
        ON i.list_key = k.value AND i.bands & 3 <> 0
        """)
    var counts: [Int64: Int] = [:]
    let rows = try Int64.fetchCursor(statement, arguments: [keys])
    while let party = try rows.next() { counts[party, default: 0] += 1 }
    let name = try db.cachedStatement(sql: "SELECT name FROM party WHERE id = ?")
    var named: [String: Int] = [:]
    for (id, count) in largest(counts) {
      if let name = try String.fetchOne(name, arguments: [id]) { named[name, default: 0] += count }
    }
    return values(named) { ($0, "party:\(Query.quoted($0))") }
  }

  /// Publishers, tags, months and stories.
  func ofArticles() throws -> [Facets.Kind: [Facets.Value]] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT a.source, a.tags, a.day, m.story FROM json_each(?) k CROSS JOIN article a ON a.list_key = k.value
        LEFT JOIN story_member m ON m.article = a.id
        """)
    var sources: [String: Int] = [:]
    var tags: [String: Int] = [:]
    var days: [Int: Int] = [:]
    var stories: [Int64: Int] = [:]
    let rows = try Row.fetchCursor(statement, arguments: [keys])
    while let row = try rows.next() {
      if let source: String = row[0] { sources[source, default: 0] += 1 }
      let lines: String = row[1]
      if !lines.isEmpty { for tag in lines.split(separator: "\n") { tags[String(tag), default: 0] += 1 } }
      if let day: Int = row[2], abs(day) < 4_000_000 { days[day, default: 0] += 1 }
      if let story: Int64 = row[3] { stories[story, default: 0] += 1 }
    }
    return [
      .sources: values(sources) { ($0, "source:\(Query.quoted($0))") },
      .tags: values(tags) { ($0, "tag:\(Query.quoted($0))") },
      .months: months(days), .stories: try named(stories),
    ]
  }

  private func named(_ stories: [Int64: Int]) throws -> [Facets.Value] {
    let statement = try db.cachedStatement(sql: "SELECT name FROM story WHERE id = ? AND articles > 1")
    var found: [String: Int] = [:]
    for (id, count) in largest(stories) {
      // Two stories may be called the same.
      if let name = try String.fetchOne(statement, arguments: [id]) { found["\(name)\n\(id)"] = count }
    }
    return values(found) { key in
      (String(key.prefix { $0 != "\n" }), "story:\(key.split(separator: "\n").last ?? "")")
    }
  }

  private func months(_ days: [Int: Int]) -> [Facets.Value] {
    var counts: [String: Int] = [:]
    for (day, count) in days {
      let date = CivilDate(dayNumber: day)
      counts["\(pad(date.year, 4))-\(pad(date.month, 2))", default: 0] += count
    }
    return counts.sorted { $0.key > $1.key }.prefix(limit)
      .map { Facets.Value(name: $0.key, query: "date:\($0.key)", articles: $0.value) }
  }

  /// The largest by number, with as many more as may be left out or called the same.
  private func largest(_ counts: [Int64: Int]) -> ArraySlice<(key: Int64, value: Int)> {
    counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.prefix(20 * limit)
  }

  private func values(_ counts: [String: Int], _ told: (String) -> (name: String, query: String)) -> [Facets.Value] {
    counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.prefix(limit).map {
      let (name, query) = told($0.key)
      return Facets.Value(name: name, query: query, articles: $0.value)
    }
  }
}
