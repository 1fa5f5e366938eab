// Headlines in the texts and the articles they mean, as far as title and address tell: both ways, since a headline may
// arrive before its article. What resembles but differs is for the links room to say.

import GRDB

extension ArticleWriter {
  /// A headline `r` that may still find another article: nothing was found, or by words alone (candidates stand beside it),
  /// or what was found is refused.
  static let isOpen = """
    (r.outcome <> 1
      OR EXISTS (SELECT 1 FROM headline_candidate c WHERE c.article = r.article AND c.start = r.start)
      OR EXISTS (SELECT 1 FROM link_decision d WHERE d.article = r.article AND d.key = r.key AND d.target = r.target
        AND NOT d.is_accepted))
    """

  /// Enters an article's headlines, and gives the missing headlines of others that mean it their target; `title` and `address`
  /// are the article's keys.
  mutating func connect(
    _ id: Int64, key: Int64, headlines: [PreparedArticle.HeadlineRef], title: String, address: String?
  ) throws {
    for ref in headlines {
      let found = try target(of: ref, in: id, key: key)
      try db.cachedStatement(
        sql: """
          INSERT OR REPLACE INTO headline_ref(article, start, "end", text, key, address, outcome, target, reason)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
          """
      ).execute(arguments: [
        id, ref.span.start, ref.span.end, ref.text, ref.key, ref.address, found == nil ? 0 : 1, found?.id, found?.reason,
      ])
    }
    if !headlines.isEmpty { try countMissing(id) }
    if !title.isEmpty {
      let statement = try statements[.titlePlace]
      statement.bind(ContentHash.number(of: title))
      statement.bind(key)
      statement.bind(id)
      try statement.run()
    }
    if HeadlineKey.isTelling(title), try isWanted(title, .headlineKey) {
      try adopt(id, column: "key", value: title, reason: "same title")
    }
    if let address, try isWanted(address, .headlineAddress) {
      try adopt(id, column: "address", value: address, reason: "same address")
    }
  }

  /// The article's headlines or title are others now: links from and to it are made anew.
  mutating func reconnect(
    _ id: Int64, key: Int64, oldTitle: String, headlines: [PreparedArticle.HeadlineRef], title: String, address: String?
  ) throws {
    for table in ["headline_ref", "headline_candidate"] {
      try db.cachedStatement(sql: "DELETE FROM \(table) WHERE article = ?").execute(arguments: [id])
    }
    let oldKey = HeadlineKey.fold(oldTitle)
    let newKey = HeadlineKey.fold(title)
    if oldKey != newKey {
      try db.cachedStatement(sql: "DELETE FROM title_place WHERE hash = ? AND list_key = ?")
        .execute(arguments: [ContentHash.number(of: oldKey), key])
      let lost = try db.cachedStatement(
        sql: "SELECT article FROM headline_ref WHERE target = ? AND key = ? AND reason = 'same title'")
      let referrers = try Int64.fetchAll(lost, arguments: [id, oldKey])
      try db.cachedStatement(
        sql: """
          UPDATE headline_ref SET outcome = 0, target = NULL, reason = NULL
          WHERE target = ? AND key = ? AND reason = 'same title'
          """
      ).execute(arguments: [id, oldKey])
      for referrer in Set(referrers) { try countMissing(referrer) }
    }
    try connect(
      id, key: key, headlines: headlines, title: newKey, address: address.flatMap(HeadlineKey.normaliseURL))
    if headlines.isEmpty { try countMissing(id) }
  }

  /// Whether any headline has the key or address: nearly no article is one that another spoke of.
  private func isWanted(_ value: String, _ kind: ArticleStatements.Kind) throws -> Bool {
    let statement = try statements[kind]
    statement.bind(value)
    return try statement.first() != nil
  }

  /// Headlines that nothing was found for, and that say what this article's title or address says.
  private mutating func adopt(_ id: Int64, column: String, value: String, reason: String) throws {
    guard !value.isEmpty else { return }
    let statement = try db.cachedStatement(
      sql: """
        SELECT r.article, r.start FROM headline_ref r WHERE r.\(column) = ? AND r.article <> ? AND \(ArticleWriter.isOpen)
          AND NOT EXISTS (SELECT 1 FROM link_decision d WHERE d.article = r.article AND d.key = r.key AND d.target = ?
            AND NOT d.is_accepted)
        """)
    let rows = try Row.fetchAll(statement, arguments: [value, id, id])
    for row in rows {
      try db.cachedStatement(
        sql: "UPDATE headline_ref SET outcome = 1, target = ?, reason = ? WHERE article = ? AND start = ?"
      ).execute(arguments: [id, reason, row[0] as Int64, row[1] as Int])
      try db.cachedStatement(sql: "DELETE FROM headline_candidate WHERE article = ? AND start = ?")
        .execute(arguments: [row[0] as Int64, row[1] as Int])
    }
    for referrer in Set(rows.map { $0[0] as Int64 }) { try countMissing(referrer) }
  }

  /// By address first; by title the article nearest in the list.
  private func target(
    of ref: PreparedArticle.HeadlineRef, in id: Int64, key: Int64
  ) throws -> (id: Int64, reason: String)? {
    if let address = ref.address {
      let statement = try db.cachedStatement(sql: "SELECT article FROM identity WHERE kind = 2 AND key = ?")
      if let found = try Int64.fetchOne(statement, arguments: [address]), found != id, try !isRefused(found, ref, in: id) {
        return (found, "same address")
      }
    }
    guard HeadlineKey.isTelling(ref.key) else { return nil }
    let title = try db.cachedStatement(sql: "SELECT title FROM article_text WHERE list_key = ?")
    for (found, place) in try titled(ref.key, near: key) where found != id {
      // The table holds half a fingerprint: the title itself decides.
      guard let text = try String.fetchOne(title, arguments: [place]), HeadlineKey.fold(text) == ref.key else { continue }
      if try !isRefused(found, ref, in: id) { return (found, "same title") }
    }
    return nil
  }

  /// The articles with a title that are nearest to a place in the list, the nearest first, and their places; a few are enough.
  private func titled(_ title: String, near key: Int64) throws -> [(article: Int64, place: Int64)] {
    let hash = ContentHash.number(of: title)
    var found: [(article: Int64, place: Int64)] = []
    for side in ["list_key >= ? ORDER BY list_key", "list_key < ? ORDER BY list_key DESC"] {
      let statement = try db.cachedStatement(
        sql: "SELECT article, list_key FROM title_place WHERE hash = ? AND \(side) LIMIT 9")
      found += try Row.fetchAll(statement, arguments: [hash, key]).map { ($0[0], $0[1]) }
    }
    return found.sorted { abs($0.place - key) < abs($1.place - key) }
  }

  private func isRefused(_ target: Int64, _ ref: PreparedArticle.HeadlineRef, in id: Int64) throws -> Bool {
    let statement = try db.cachedStatement(
      sql: "SELECT 1 FROM link_decision WHERE article = ? AND key = ? AND target = ? AND NOT is_accepted")
    return try Int.fetchOne(statement, arguments: [id, ref.key, target]) != nil
  }

  /// Counts anew how many headlines of an article have no article; what the reader pinned counts as found.
  mutating func countMissing(_ id: Int64) throws {
    let statement = try db.cachedStatement(
      sql: """
        SELECT count(*) FROM headline_ref r WHERE r.article = ? AND CASE
          WHEN EXISTS (SELECT 1 FROM link_decision d WHERE d.article = r.article AND d.key = r.key AND d.is_accepted) THEN 0
          WHEN r.outcome = 0 THEN 1
          WHEN r.outcome = 1 THEN EXISTS (
            SELECT 1 FROM link_decision d WHERE d.article = r.article AND d.key = r.key AND d.target = r.target)
          ELSE 0 END
        """)
    let count = try Int.fetchOne(statement, arguments: [id]) ?? 0
    let before =
      try Int.fetchOne(
        try db.cachedStatement(sql: "SELECT missing FROM article WHERE id = ?"), arguments: [id]) ?? 0
    guard count != before else { return }
    try db.cachedStatement(sql: "UPDATE article SET missing = ? WHERE id = ?").execute(arguments: [count, id])
    counters.add(.missing, count - before)
  }
}
