// A story's own timeline and parties, and what it gained since it was looked at, inside one read of the archive.

import GRDB

struct StoryReading {
  let db: Database
  let story: Int64
  /// So many parties and dates are shown of a story; of a gain likewise.
  static let mostParties = 10
  static let mostDates = 8
  private static let mostGained = 40

  init(_ db: Database, story: Int64) {
    self.db = db
    self.story = story
  }

  /// The newest article (by arrival) that was there when a story was last looked at; nil for one that never was.
  static func lastLook(_ story: Int64, _ db: Database) throws -> Int64? {
    let statement = try db.cachedStatement(
      sql: "SELECT max(l.last) FROM story_look l CROSS JOIN story_member m ON m.article = l.article WHERE m.story = ?")
    return try Int64.fetchOne(statement, arguments: [story])
  }

  /// The same for every story that was ever looked at.
  static func lastLooks(_ db: Database) throws -> [Int64: Int64] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT m.story, max(l.last) FROM story_look l CROSS JOIN story_member m ON m.article = l.article GROUP BY m.story
        """)
    return Dictionary(try Row.fetchAll(statement).map { ($0[0], $0[1]) }, uniquingKeysWith: max)
  }

  /// Its newest articles, each with its origin, and which of them repeat which.
  func members(limit: Int) throws -> (rows: [(row: ArticleRow, origin: String?)], copies: [(Int64, Int64)]) {
    let statement = try db.cachedStatement(
      sql: """
        SELECT \(RowReading.columns), a.agency, c.text FROM story_member m CROSS JOIN article a ON a.id = m.article
        LEFT JOIN text_copy c ON c.article = a.id WHERE m.story = ? ORDER BY m.list_key DESC LIMIT ?
        """)
    let reading = CopyReading(db)
    var firstOf: [Int64: Int64] = [:]
    var members: [(row: ArticleRow, origin: String?)] = []
    var copies: [(Int64, Int64)] = []
    for found in try Row.fetchAll(statement, arguments: [story, limit]) {
      let row = RowReading.articleRow(found)
      let agency = try reading.agency(found[RowReading.count], of: row.id, at: row.listKey)
      members.append((row, agency ?? row.source))
      guard let text: Int64 = found[RowReading.count + 1] else { continue }
      if let first = firstOf[text] { copies.append((first, row.id)) } else { firstOf[text] = row.id }
    }
    return (members, copies)
  }

  /// The newest arrival among its articles.
  func newest() throws -> Int64? {
    let statement = try db.cachedStatement(sql: "SELECT max(article) FROM story_member WHERE story = ?")
    return try Int64.fetchOne(statement, arguments: [story])
  }

  /// The parties that take part in most of its articles, each with a sentence of the newest that names it.
  func parties() throws -> [StoryView.Party] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT p.entity, p.name, p.kind, p.iso3, count(*) AS articles, max(i.list_key) FROM story_member m
        CROSS JOIN article a ON a.id = m.article
        CROSS JOIN involvement i INDEXED BY involvement_article ON i.list_key = a.list_key AND i.bands & 3 <> 0
        CROSS JOIN party p ON p.id = i.party AND p.kind NOT IN ('place', 'people', 'other')
        WHERE m.story = ? GROUP BY p.id ORDER BY articles DESC, p.name LIMIT \(StoryReading.mostParties)
        """)
    return try proved(try Row.fetchAll(statement, arguments: [story]))
  }

  /// What came after an article: the articles that arrived since, the parties that only they name, and the dates.
  func gains(after last: Int64) throws -> StoryView.Gains {
    let new = "SELECT article FROM story_member WHERE story = ?1 AND article > ?2"
    let old = "SELECT article FROM story_member WHERE story = ?1 AND article <= ?2"
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT \(RowReading.columns) FROM article a WHERE a.id IN (\(new)) ORDER BY a.list_key DESC
        LIMIT \(StoryReading.mostGained)
        """, arguments: [story, last])
    let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM (\(new))", arguments: [story, last]) ?? 0
    let parties = try Row.fetchAll(
      db,
      sql: """
        SELECT p.entity, p.name, p.kind, p.iso3, count(*) AS articles, max(i.list_key) FROM article a
        CROSS JOIN involvement i INDEXED BY involvement_article ON i.list_key = a.list_key AND i.bands & 3 <> 0
        CROSS JOIN party p ON p.id = i.party AND p.kind NOT IN ('place', 'people', 'other')
        WHERE a.id IN (\(new)) AND NOT EXISTS (
          SELECT 1 FROM involvement j CROSS JOIN article b ON b.list_key = j.list_key
          WHERE j.party = i.party AND j.bands & 3 <> 0 AND b.id IN (\(old)))
        GROUP BY p.id ORDER BY articles DESC, p.name LIMIT \(StoryReading.mostParties)
        """, arguments: [story, last])
    let dates = try Row.fetchAll(
      db,
      sql: """
        SELECT d.first_day, d.last_day, d.is_vague, count(*), d.list_key, min(d.weight) FROM article a
        CROSS JOIN date_mention d ON d.list_key = a.list_key
        WHERE a.id IN (\(new)) AND d.first_day < 10000000 AND NOT EXISTS (
          SELECT 1 FROM article b CROSS JOIN date_mention e ON e.list_key = b.list_key
          WHERE b.id IN (\(old)) AND e.first_day = d.first_day AND e.last_day = d.last_day AND e.is_vague = d.is_vague)
        GROUP BY d.first_day, d.last_day, d.is_vague ORDER BY d.first_day, d.last_day DESC, d.is_vague LIMIT \(StoryReading.mostGained)
        """, arguments: [story, last])
    let counts = dates.map {
      DateCount(key: DateKey(firstDay: $0[0], lastDay: $0[1], isVague: $0[2]), articles: $0[3], best: $0[4])
    }
    return StoryView.Gains(
      articles: rows.map(RowReading.articleRow), count: count, parties: try proved(parties),
      dates: try TimelineReading(db).proved(counts, in: .all))
  }

  /// Parties with the first sentence that names each, in the article of a list key.
  private func proved(_ rows: [Row]) throws -> [StoryView.Party] {
    let byKey = try db.cachedStatement(sql: "SELECT \(RowReading.columns) FROM article a WHERE a.list_key = ?")
    return try rows.map { row in
      let identity = PartyIdentity(entity: row[0], name: row[1], kind: EntityKind(rawValue: row[2]) ?? .other, iso3: row[3])
      var party = StoryView.Party(party: identity, articles: row[4], proof: nil)
      guard let found = try Row.fetchOne(byKey, arguments: [row[5] as Int64]).map(RowReading.articleRow),
        let article = try Archive.article(found.id, key: found.listKey, db), let analysis = try Archive.analysis(found.id, db)
      else { return party }
      let text = PrintedText(article, analysis)
      let row = rosterRow(of: identity.entity, in: text, who: analysis.who)
      let source = QuoteSource(article, text, analysis.who.attributions, LinkTarget(found))
      // Prose before the headline of another article.
      party.proof =
        row?.sentences.first.flatMap { source.quote(ofSentence: $0) }
        ?? row?.mentions.first.flatMap { source.quote(at: $0.start) }
      return party
    }
  }
}
