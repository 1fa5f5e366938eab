// What a screen or a command reads of one article, and of the archive as a whole.

import GRDB

extension Archive {
  /// Everything the screen shows of an article, or nil where there is none with this id.
  public func detail(_ id: Int64) throws(StoreError) -> ArticleDetail? {
    try read { db in
      guard let row = try Archive.row(id, db), let article = try Archive.article(id, key: row.listKey, db) else { return nil }
      let versions = try db.cachedStatement(sql: "SELECT version FROM article WHERE id = ?")
      let decided = try db.cachedStatement(sql: "SELECT source IS NOT NULL FROM decision WHERE article = ?")
      let analysis = try Archive.analysis(id, db) ?? Analysis()
      return ArticleDetail(
        row: row, article: article, analysis: analysis, related: try RelatedReading(db).related(of: id),
        versions: try Int.fetchOne(versions, arguments: [id]) ?? 1,
        dates: try TimelineReading(db).neighbours(of: row, article, analysis),
        isSourceByUser: try Bool.fetchOne(decided, arguments: [id]) ?? false)
    }
  }

  /// The article, with the reader's own title, date and source.
  public func article(_ id: Int64) throws(StoreError) -> Article? {
    try read { db in try Archive.row(id, db).flatMap { try Archive.article(id, key: $0.listKey, db) } }
  }

  /// What was derived from the article, or nil where the analysers have not run on it.
  public func analysis(_ id: Int64) throws(StoreError) -> Analysis? { try read { try Archive.analysis(id, $0) } }

  /// The article as a list shows it.
  public func row(_ id: Int64) throws(StoreError) -> ArticleRow? { try read { try Archive.row(id, $0) } }

  /// Every version of the article, the oldest first, the current one last; as given, without the reader's decisions.
  public func versions(of id: Int64) throws(StoreError) -> [ArticleVersion] {
    try read { db in
      let old = try Row.fetchAll(
        db, sql: "SELECT number, body, head FROM version WHERE article = ? ORDER BY number", arguments: [id])
      var versions = try old.map {
        ArticleVersion(number: $0[0], article: try Article(packed: RowReading.bytes($0, at: 2), text: $0[1]))
      }
      let current = try Row.fetchOne(
        db,
        sql: """
          SELECT a.version, t.body, g.head FROM article a JOIN given g ON g.article = a.id
          JOIN article_text t ON t.list_key = a.list_key WHERE a.id = ?
          """,
        arguments: [id])
      if let current {
        let article = try Article(packed: RowReading.bytes(current, at: 2), text: current[1])
        versions.append(ArticleVersion(number: current[0], article: article))
      }
      return versions
    }
  }

  /// The id of the article that an import named so (`Article.externalID`), or nil.
  public func id(externalID: String, scope: String = "") throws(StoreError) -> Int64? {
    try id(of: PreparedArticle.Name(kind: .externalID, text: PreparedArticle.externalName(externalID, scope: scope)))
  }

  /// The id of the article that was last read from this file, or nil.
  public func id(path: String) throws(StoreError) -> Int64? { try id(of: PreparedArticle.Name(kind: .file, text: path)) }

  private func id(of name: PreparedArticle.Name) throws(StoreError) -> Int64? {
    try read { db in
      let statement = try db.cachedStatement(sql: "SELECT article FROM identity WHERE kind = ? AND key = ?")
      return try Int64.fetchOne(statement, arguments: [name.kind.rawValue, name.text])
    }
  }

  /// What the archive holds; kept as it changes, so that asking costs the same at any size.
  public func totals() throws(StoreError) -> Totals {
    try read { db in
      let statement = try db.cachedStatement(sql: "SELECT name, value FROM counter")
      let rows = try Row.fetchAll(statement)
      let values = Dictionary(rows.map { ($0[0] as String, $0[1] as Int) }, uniquingKeysWith: { a, _ in a })
      func value(_ counter: Counter) -> Int { values[counter.rawValue] ?? 0 }
      return Totals(
        articles: value(.articles), unread: value(.unread), starred: value(.starred), undated: value(.undated),
        missingLinks: value(.missing))
    }
  }

  /// Where the query's words stand in the article's text, and the mentions of the parties that it asks for; in order.
  public func hits(in id: Int64, query: String, completesLastWord: Bool = false) throws(StoreError) -> [Span] {
    try read { db in
      guard let row = try Archive.row(id, db), let article = try Archive.article(id, key: row.listKey, db) else { return [] }
      let words = QueryMatcher(query, completesLastWord: completesLastWord).hits(inBody: article.text)
      var entities: Set<EntityID> = []
      for case (.filter(let filter), true) in Query.parse(query).query.leaves {
        guard [.party, .place, .said].contains(filter.field) else { continue }
        for party in try FilterCompiler(db).parties(filter.value) {
          let statement = try db.cachedStatement(sql: "SELECT entity FROM party WHERE id = ?")
          if let entity = try String.fetchOne(statement, arguments: [party]) { entities.insert(entity) }
        }
      }
      guard !entities.isEmpty, let who = try Archive.analysis(id, db)?.who else { return words }
      let mentions = who.entities.filter { $0.entity.map(entities.contains) ?? false }.map(\.span)
      return QueryMatcher.merged(words + mentions + who.parties.filter { entities.contains($0.entity) }.map(\.span))
    }
  }

  /// Where the query's words stand in the article's headline, in order.
  public func titleHits(in id: Int64, query: String) throws(StoreError) -> [Span] {
    guard let row = try row(id) else { return [] }
    let matcher = QueryMatcher(query)
    return row.isLede ? matcher.hits(inBody: row.headline) : matcher.hits(inTitle: row.headline)
  }

  /// Values that a field can be completed to, the most frequent first: `party`, `place`, `said`, `source`, `tag`, `is`;
  /// `field` for the names of fields, `text` for words.
  public func completions(field: String, prefix: String, limit: Int) throws(StoreError) -> [String] {
    let lower = prefix.lowercased()
    switch field {
    case "field": return Array(Query.fields.map { $0.name + ":" }.filter { $0.hasPrefix(lower) }.prefix(max(0, limit)))
    case "date", "about": return Array(RelativeDays.examples.filter { $0.hasPrefix(lower) }.prefix(max(0, limit)))
    case "is": return Array(Query.states.filter { $0.hasPrefix(lower) }.prefix(max(0, limit)))
    default: break
    }
    return try read { db in
      switch field {
      case "party", "said": return try Completion.parties(db, prefix: prefix, limit: limit)
      case "place": return try Completion.parties(db, prefix: prefix, limit: limit, placesOnly: true)
      case "source": return try Completion.sources(db, prefix: prefix, limit: max(0, limit))
      case "story": return try Completion.stories(db, prefix: prefix, limit: max(0, limit))
      case "tag": return try Completion.tags(db, prefix: prefix, limit: limit)
      default:
        return try Completion.words(db, prefix: SearchTokens.words(of: prefix).last ?? "", limit: limit)
      }
    }
  }

  /// A note that the reader keeps for itself (last article, layout), or nil.
  public func setting(_ key: String) throws(StoreError) -> String? {
    try read { db in
      try String.fetchOne(try db.cachedStatement(sql: "SELECT value FROM setting WHERE key = ?"), arguments: [key])
    }
  }

  /// Keeps a note, or forgets it where `value` is nil.
  public func setSetting(_ key: String, _ value: String?) throws(StoreError) {
    try write { db in
      if let value {
        try db.execute(sql: "INSERT OR REPLACE INTO setting(key, value) VALUES (?, ?)", arguments: [key, value])
      } else {
        try db.execute(sql: "DELETE FROM setting WHERE key = ?", arguments: [key])
      }
    }
  }

  static func row(_ id: Int64, _ db: Database) throws -> ArticleRow? {
    let statement = try db.cachedStatement(sql: "SELECT \(RowReading.columns) FROM article a WHERE a.id = ?")
    return try Row.fetchOne(statement, arguments: [id]).map(RowReading.articleRow)
  }

  static func article(_ id: Int64, key: Int64, _ db: Database) throws -> Article? {
    let statement = try db.cachedStatement(
      sql: "SELECT t.body, g.head FROM article_text t, given g WHERE t.list_key = ? AND g.article = ?")
    guard let row = try Row.fetchOne(statement, arguments: [key, id]) else { return nil }
    var article = try Article(packed: RowReading.bytes(row, at: 1), text: row[0])
    article.apply(try Decision.fetch(db, id), tags: try TagDecision.fetch(db, id))
    return article
  }

  /// What was derived, with the reader's word on who is meant laid over it.
  static func analysis(_ id: Int64, _ db: Database) throws -> Analysis? {
    guard var analysis = try derivedAnalysis(id, db) else { return nil }
    let decisions = try StoredPartyDecisions.fetch(db, for: id)
    if decisions.all.mayTouch(analysis.who) {
      analysis.who = decisions.all.applied(to: analysis.who, of: id, text: try text(of: id, db)).who
    }
    return analysis
  }

  /// What was derived, as the analysers found it.
  static func derivedAnalysis(_ id: Int64, _ db: Database) throws -> Analysis? {
    let statement = try db.cachedStatement(sql: "SELECT analysis FROM derived WHERE article = ?")
    return try Row.fetchOne(statement, arguments: [id]).map { try Analysis(packed: RowReading.bytes($0, at: 0)) }
  }

  private static func text(of id: Int64, _ db: Database) throws -> String {
    let statement = try db.cachedStatement(
      sql: "SELECT t.body FROM article a JOIN article_text t ON t.list_key = a.list_key WHERE a.id = ?")
    return try String.fetchOne(statement, arguments: [id]) ?? ""
  }
}
