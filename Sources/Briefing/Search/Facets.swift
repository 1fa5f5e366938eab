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
      // The matches are found once and kept: each kind counts over them.
      let found = try Int64.fetchAll(
        db, sql: "SELECT \(key) FROM \(from)\(wheres.sql) ORDER BY \(key) DESC LIMIT ?",
        arguments: wheres.arguments + [Facets.most + 1])
      let keys = found.prefix(Facets.most)
      var facets = Facets(articles: keys.count, isPartial: found.count > Facets.most, values: [:])
      let counter = FacetCounter(db: db, keys: Array(keys), limit: max(0, limit))
      for kind in Facets.Kind.allCases { facets.values[kind] = try counter.values(of: kind) }
      return facets
    }
  }
}

/// Counts the values of one kind over articles, given by their list keys.
private struct FacetCounter {
  let db: Database
  let keys: [Int64]
  let limit: Int

  func values(of kind: Facets.Kind) throws -> [Facets.Value] {
    switch kind {
    case .parties:
      return try counted(
        "SELECT p.name, i.list_key FROM involvement i JOIN party p ON p.id = i.party WHERE i.list_key = ? AND i.bands & 3 <> 0"
      ) { "party:\(Query.quoted($0))" }
    case .sources:
      return try counted("SELECT a.source, a.list_key FROM article a WHERE a.list_key = ? AND a.source IS NOT NULL") {
        "source:\(Query.quoted($0))"
      }
    case .tags:
      return try counted("SELECT a.tags, a.list_key FROM article a WHERE a.list_key = ? AND a.tags <> ''", isLines: true) {
        "tag:\(Query.quoted($0))"
      }
    case .stories:
      return try counted(
        """
        SELECT s.name || char(10) || s.id, a.list_key FROM article a JOIN story_member m ON m.article = a.id
        JOIN story s ON s.id = m.story WHERE a.list_key = ? AND s.articles > 1
        """
      ) { "story:\($0.split(separator: "\n").last ?? "")" }
      .map { Facets.Value(name: String($0.name.prefix { $0 != "\n" }), query: $0.query, articles: $0.articles) }
    case .months: return try months()
    }
  }

  private func counted(_ sql: String, isLines: Bool = false, query: (String) -> String) throws -> [Facets.Value] {
    let statement = try db.cachedStatement(sql: sql)
    var counts: [String: Int] = [:]
    for key in keys {
      let rows = try Row.fetchCursor(statement, arguments: [key])
      while let row = try rows.next() {
        let name: String = row[0]
        if isLines {
          for line in name.split(separator: "\n") { counts[String(line), default: 0] += 1 }
        } else {
          counts[name, default: 0] += 1
        }
      }
    }
    return counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.prefix(limit)
      .map { Facets.Value(name: $0.key, query: query($0.key), articles: $0.value) }
  }

  private func months() throws -> [Facets.Value] {
    let statement = try db.cachedStatement(sql: "SELECT day FROM article WHERE list_key = ? AND day IS NOT NULL")
    var counts: [String: Int] = [:]
    for key in keys {
      guard let day = try Int.fetchOne(statement, arguments: [key]), abs(day) < 4_000_000 else { continue }
      let date = CivilDate(dayNumber: day)
      counts["\(pad(date.year, 4))-\(pad(date.month, 2))", default: 0] += 1
    }
    return counts.sorted { $0.key > $1.key }.prefix(limit)
      .map { Facets.Value(name: $0.key, query: "date:\($0.key)", articles: $0.value) }
  }
}
