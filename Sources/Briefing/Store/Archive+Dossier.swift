// Parties over the whole archive: their numbers from the table of who takes part where, whose rows stand in list order; their
// words from the newest articles, as many as are asked for.

import GRDB

extension Archive {
  /// Parties that take part in a list's articles are counted over so many of the newest.
  static let companionArticles = 500

  /// The parties that a name, an alias or an id may mean, those with most articles first. One that was merged into another
  /// everywhere is that other one.
  public func parties(named name: String) throws(StoreError) -> [PartyIdentity] {
    try read { db in
      let ids = try FilterCompiler(db).parties(name)
      let statement = try db.cachedStatement(sql: "SELECT entity, name, kind, iso3, articles FROM party WHERE id = ?")
      let rows = try ids.compactMap { try Row.fetchOne(statement, arguments: [$0]) }
      let found = rows.map { (party: Archive.identity($0), articles: $0[4] as Int) }
      // A name of old counts only where no other party has it.
      let alive = found.filter { $0.articles > 0 }
      return (alive.isEmpty ? found : alive).map(\.party)
    }
  }

  /// The party with this id, or nil where no article ever named it.
  public func party(_ entity: EntityID) throws(StoreError) -> PartyIdentity? {
    try read { try Archive.party(entity, $0)?.identity }
  }

  /// In how many articles a party takes part, day by day.
  public func trend(of entity: EntityID) throws(StoreError) -> PartyTrend {
    try read { db in
      guard let party = try Archive.party(entity, db) else { return PartyTrend(days: [], archive: nil, undated: 0) }
      return try Archive.days(of: party.id, db).trend
    }
  }

  /// So many sentences of a kind, and so many dates, are enough for a screen.
  public static let dossierQuotes = 400
  public static let dossierDates = 8

  /// Everything about a party, its words from the newest `limit` of its articles; nil for a party that nothing names.
  ///
  /// - Parameters:
  ///   - quotes: keep so many sentences of a kind; the rest is counted.
  ///   - dates: so many dates of its timeline, around its newest article.
  public func dossier(
    _ entity: EntityID, limit: Int, quotes: Int = Archive.dossierQuotes, dates: Int = Archive.dossierDates
  ) throws(StoreError) -> Dossier? {
    try read { db in
      guard let party = try Archive.party(entity, db) else { return nil }
      let keys = try db.cachedStatement(
        sql: """
          SELECT list_key FROM involvement WHERE party = ? AND bands & 3 <> 0 ORDER BY list_key DESC LIMIT ?
          """)
      var builder = DossierBuilder(entity, mostQuotes: quotes)
      let byKey = try db.cachedStatement(sql: "SELECT \(RowReading.columns) FROM article a WHERE a.list_key = ?")
      for key in try Int64.fetchAll(keys, arguments: [party.id, limit]) {
        guard let row = try Row.fetchOne(byKey, arguments: [key]).map(RowReading.articleRow),
          let article = try Archive.article(row.id, key: key, db), let analysis = try Archive.analysis(row.id, db)
        else { continue }
        builder.add(article, analysis, as: LinkTarget(row))
      }
      let (trend, linkedOnly) = try Archive.days(of: party.id, db)
      let reading = TimelineReading(db)
      let (window, total) = try reading.window(dates, ofParty: party.id, near: trend.days.last?.day)
      return Dossier(
        party: party.identity, note: builder.note, articleCount: trend.articles,
        linkedOnlyCount: linkedOnly, appearances: builder.appearances, trend: trend,
        aliases: builder.aliases, titles: builder.titles, sayings: builder.sayings, sayingCount: builder.sayingCount,
        reports: builder.reports, reportCount: builder.reportCount,
        companions: try Archive.companions(of: party.id, db), companionsAmong: Archive.companionArticles,
        decisions: try StoredPartyDecisions.about(party.identity, db),
        dates: try reading.proved(window, in: .party(entity)), dateCount: total)
    }
  }

  /// The sentences that name both parties, the newest article first, in at most `limit` articles. Articles that name both in
  /// different sentences are given by their first sentence that names the first party.
  public func shared(_ one: EntityID, _ other: EntityID, limit: Int) throws(StoreError) -> [PartyQuote] {
    try read { db in
      guard let a = try Archive.party(one, db), let b = try Archive.party(other, db) else { return [] }
      let statement = try db.cachedStatement(
        sql: """
          SELECT \(RowReading.columns) FROM involvement i CROSS JOIN involvement j ON j.party = ? AND j.list_key = i.list_key
          CROSS JOIN article a ON a.list_key = i.list_key WHERE i.party = ? AND i.bands & 3 <> 0 AND j.bands & 3 <> 0
          ORDER BY i.list_key DESC LIMIT ?
          """)
      // From the rarer one to the commoner one.
      let pair = a.articles <= b.articles ? [b.id, a.id] : [a.id, b.id]
      var quotes: [PartyQuote] = []
      for row in try Row.fetchAll(statement, arguments: [pair[0], pair[1], limit]).map(RowReading.articleRow) {
        guard let article = try Archive.article(row.id, key: row.listKey, db), let analysis = try Archive.analysis(row.id, db)
        else { continue }
        let text = PrintedText(article, analysis)
        guard let first = rosterRow(of: one, in: text, who: analysis.who),
          let second = rosterRow(of: other, in: text, who: analysis.who)
        else { continue }
        let both = first.sentences.filter(Set(second.sentences).contains)
        let source = QuoteSource(article, text, analysis.who.attributions, LinkTarget(row))
        quotes += (both.isEmpty ? Array(first.sentences.prefix(1)) : both).compactMap { source.quote(ofSentence: $0) }
      }
      return quotes
    }
  }

  /// Reads articles with their analyses, a few hundred in one look at the archive, in the order of `ids`; ids that are gone
  /// are passed over.
  public func each(
    _ ids: [Int64], _ body: (ArticleRow, Article, Analysis) throws -> Void
  ) throws(StoreError) {
    for start in stride(from: 0, to: ids.count, by: 500) {
      try read { db in
        for id in ids[start..<min(start + 500, ids.count)] {
          guard let row = try Archive.row(id, db), let article = try Archive.article(id, key: row.listKey, db) else { continue }
          try body(row, article, try Archive.analysis(id, db) ?? Analysis())
        }
      }
    }
  }

  // MARK: Pieces

  struct Party {
    var id: Int64
    var identity: PartyIdentity
    var articles: Int
  }

  static func party(_ entity: EntityID, _ db: Database) throws -> Party? {
    let statement = try db.cachedStatement(sql: "SELECT entity, name, kind, iso3, articles, id FROM party WHERE entity = ?")
    return try Row.fetchOne(statement, arguments: [entity]).map { Party(id: $0[5], identity: identity($0), articles: $0[4]) }
  }

  private static func identity(_ row: Row) -> PartyIdentity {
    PartyIdentity(entity: row[0], name: row[1], kind: EntityKind(rawValue: row[2]) ?? .other, iso3: row[3])
  }

  /// In how many articles a party takes part, day by day; and in how many it stands in linked headlines only.
  private static func days(of party: Int64, _ db: Database) throws -> (trend: PartyTrend, linkedOnly: Int) {
    let first = ListKey.firstDated
    let statement = try db.cachedStatement(sql: "SELECT day, articles, linked FROM party_day WHERE party = ? ORDER BY day")
    var trend = PartyTrend(days: [], archive: nil, undated: 0)
    var linkedOnly = 0
    for row in try Row.fetchAll(statement, arguments: [party]) {
      linkedOnly += row[2] as Int
      let articles: Int = row[1]
      guard articles > 0 else { continue }
      let day: Int = row[0]
      if day >= 0 {
        trend.days.append(.init(day: day + ListKey.dayOfFirst, articles: articles))
      } else {
        trend.undated = articles
      }
    }
    let ends = try db.cachedStatement(
      sql: """
        SELECT (SELECT min(list_key) FROM article WHERE list_key >= \(first)), (SELECT max(list_key) FROM article)
        """)
    if let row = try Row.fetchOne(ends), let low: Int64 = row[0], let high: Int64 = row[1], high >= low {
      trend.archive = ListKey.day(of: low)...ListKey.day(of: high)
    }
    return (trend, linkedOnly)
  }

  private static func companions(of party: Int64, _ db: Database) throws -> [Dossier.Company] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT p.entity, p.name, p.kind, p.iso3, c.articles FROM (
          SELECT o.party AS party, count(*) AS articles FROM (
            SELECT list_key FROM involvement WHERE party = ?1 AND bands & 3 <> 0 ORDER BY list_key DESC LIMIT ?2) i
          CROSS JOIN involvement o INDEXED BY involvement_article ON o.list_key = i.list_key
          WHERE o.party <> ?1 AND o.bands & 3 <> 0 GROUP BY o.party ORDER BY articles DESC, o.party LIMIT 60) c
        JOIN party p ON p.id = c.party WHERE p.kind NOT IN ('place', 'people', 'other')
        ORDER BY c.articles DESC, p.name LIMIT 24
        """)
    return try Row.fetchAll(statement, arguments: [party, companionArticles]).map {
      Dossier.Company(party: identity($0), articles: $0[4])
    }
  }
}
