// Dates and their events inside one read of the archive.

import GRDB

/// Reads timelines.
struct TimelineReading {
  let db: Database

  init(_ db: Database) { self.db = db }

  func index(_ scope: TimelineScope) throws -> TimelineIndex {
    switch scope {
    case .all, .search: return TimelineIndex(scope: .all, name: "", dates: try allDates())
    case .article(let id):
      let dates = try dates(ofArticles: "SELECT list_key FROM article WHERE id = ?", [id])
      return TimelineIndex(scope: scope, name: "", dates: dates)
    case .party(let entity):
      let statement = try db.cachedStatement(sql: "SELECT id, name FROM party WHERE entity = ?")
      guard let row = try Row.fetchOne(statement, arguments: [entity]) else {
        return TimelineIndex(scope: scope, name: entity, dates: [])
      }
      return TimelineIndex(scope: scope, name: row[1], dates: try dates(ofParty: row[0]))
    case .story(let article):
      let statement = try db.cachedStatement(
        sql: "SELECT s.id, s.name FROM story_member m JOIN story s ON s.id = m.story WHERE m.article = ?")
      guard let row = try Row.fetchOne(statement, arguments: [article]) else {
        let own = try dates(ofArticles: "SELECT list_key FROM article WHERE id = ?", [article])
        return TimelineIndex(scope: scope, name: "this article alone", dates: own)
      }
      return TimelineIndex(
        scope: scope, name: row[1], dates: try dates(ofArticles: TimelineReading.storyMembers, [row[0] as Int64]), story: row[0])
    }
  }

  private static let storyMembers = """
    SELECT a.list_key FROM story_member m CROSS JOIN article a ON a.id = m.article WHERE m.story = ?
    """

  /// Dates with the event that proves each best; nil where an analysis is older than its dates.
  func proofs(of dates: [DateCount], in scope: TimelineScope) throws -> [(date: DateCount, event: DatedEvent?)] {
    try dates.map { date in
      guard let key = try date.best ?? best(date.key, in: scope) else { return (date, nil) }
      return (date, try events(at: date.key, in: scope, listKey: key, limit: 1).first)
    }
  }

  /// The dates that something proves.
  func proved(_ dates: [DateCount], in scope: TimelineScope) throws -> [ProvedDate] {
    try proofs(of: dates, in: scope).compactMap { date, event in event.map { ProvedDate(count: date, event: $0) } }
  }

  /// Where the best proof of a date stands, as the scope's own order has it.
  func best(_ date: DateKey, in scope: TimelineScope) throws -> Int64? {
    let order = "first_day = ? AND last_day = ? AND is_vague = ? ORDER BY weight, list_key LIMIT 1"
    if case .party(let entity) = scope {
      let statement = try db.cachedStatement(
        sql: "SELECT list_key FROM party_date WHERE party = (SELECT id FROM party WHERE entity = ?) AND \(order)")
      return try Int64.fetchOne(statement, arguments: [entity, date.firstDay, date.lastDay, date.isVague])
    }
    let statement = try db.cachedStatement(sql: "SELECT list_key FROM date_mention INDEXED BY date_mention_day WHERE \(order)")
    return try Int64.fetchOne(statement, arguments: [date.firstDay, date.lastDay, date.isVague])
  }

  /// The list keys of the articles that name a date, ascending.
  func articles(naming date: DateKey, in scope: TimelineScope) throws -> [Int64] {
    let day = "first_day = ? AND last_day = ? AND is_vague = ?"
    var arguments: StatementArguments = [date.firstDay, date.lastDay, date.isVague]
    let sql: String
    switch scope {
    case .party(let entity):
      sql = "SELECT list_key FROM party_date WHERE \(day) AND party = (SELECT id FROM party WHERE entity = ?)"
      arguments += [entity]
    case .article(let id):
      sql = "SELECT list_key FROM date_mention WHERE \(day) AND list_key = (SELECT list_key FROM article WHERE id = ?)"
      arguments += [id]
    case .story(let article):
      sql = """
        SELECT list_key FROM date_mention INDEXED BY date_mention_day WHERE \(day) AND list_key IN (
          SELECT a.list_key FROM article a WHERE a.id = ? OR a.id IN (SELECT article FROM story_member WHERE story = (
            SELECT story FROM story_member WHERE article = ?)))
        """
      arguments += [article, article]
    case .all, .search: sql = "SELECT list_key FROM date_mention INDEXED BY date_mention_day WHERE \(day)"
    }
    return try Int64.fetchAll(try db.cachedStatement(sql: sql), arguments: arguments).sorted()
  }

  /// What an article tells at a date; in the timeline of a party what it tells of that.
  func events(
    at date: DateKey, in scope: TimelineScope, listKey: Int64, limit: Int = .max
  ) throws -> [DatedEvent] {
    var party: EntityID?
    if case .party(let entity) = scope { party = entity }
    let statement = try db.cachedStatement(sql: "SELECT \(RowReading.columns) FROM article a WHERE a.list_key = ?")
    guard let row = try Row.fetchOne(statement, arguments: [listKey]) else { return [] }
    let target = RowReading.target(row)
    guard let article = try Archive.article(target.id, key: listKey, db), let analysis = try Archive.analysis(target.id, db)
    else { return [] }
    return try EventReader(article, analysis, as: target).events(at: date, naming: party, limit: limit)
      .map(withOtherDays)
  }

  /// The event, and where it is vague the days that other articles of its story give.
  func withOtherDays(_ event: DatedEvent) throws -> DatedEvent {
    guard event.row.isVague else { return event }
    var event = event
    var finder = OtherDayFinder(db)
    event.otherDays = try finder.days(for: event)
    return event
  }

  /// What other articles say of an article's dates.
  func neighbours(of row: ArticleRow, _ article: Article, _ analysis: Analysis) throws -> DateNeighbours {
    var neighbours = DateNeighbours()
    var finder = OtherDayFinder(db)
    let statement = try db.cachedStatement(
      sql: """
        SELECT c.first_day, c.last_day, c.is_vague, c.articles FROM date_mention m CROSS JOIN date_count c
        ON c.first_day = m.first_day AND c.last_day = m.last_day AND c.is_vague = m.is_vague WHERE m.list_key = ?
        """)
    for count in try Row.fetchAll(statement, arguments: [row.listKey]) {
      let key = DateKey(firstDay: count[0], lastDay: count[1], isVague: count[2])
      guard key.isResolved else { continue }
      neighbours.articles[key] = count[3]
      guard key.isVague else { continue }
      guard let event = EventReader(article, analysis, as: LinkTarget(row)).event(at: key) else { continue }
      neighbours.otherDays[key] = try finder.days(for: event)
    }
    return neighbours
  }

  // MARK: Dates

  private func allDates() throws -> [DateCount] {
    try counts(
      """
      SELECT first_day, last_day, is_vague, articles, NULL FROM date_count WHERE articles > 0
      ORDER BY first_day, last_day DESC, is_vague
      """, [])
  }

  private func dates(ofParty party: Int64) throws -> [DateCount] {
    try counts(
      """
      SELECT first_day, last_day, is_vague, articles, NULL FROM party_date_count WHERE party = ? AND articles > 0
      ORDER BY first_day, last_day DESC, is_vague
      """, [party])
  }

  /// The dates of articles whose list keys a SELECT gives.
  func dates(ofArticles sql: String, _ arguments: StatementArguments) throws -> [DateCount] {
    // With one min() the other columns are those of the row that has it.
    try counts(
      """
      SELECT m.first_day, m.last_day, m.is_vague, count(*), m.list_key, min(m.weight)
      FROM (\(sql)) k CROSS JOIN date_mention m ON m.list_key = k.list_key
      GROUP BY m.first_day, m.last_day, m.is_vague ORDER BY m.first_day, m.last_day DESC, m.is_vague
      """, arguments)
  }

  /// At most `count` resolved dates of a party around a day, most of them up to it, and how many dates it has in all: so
  /// many rows are read of a party that every second article names.
  func window(_ count: Int, ofParty party: Int64, near day: Int?) throws -> (dates: [DateCount], total: Int) {
    let unresolved = DateKey.unresolved.firstDay
    func side(_ test: String, _ order: String, _ limit: Int) throws -> [DateCount] {
      try counts(
        """
        SELECT first_day, last_day, is_vague, articles, NULL FROM party_date_count
        WHERE party = ? AND first_day \(test) ? AND first_day < \(unresolved) AND articles > 0 ORDER BY \(order) LIMIT ?
        """, [party, day ?? unresolved, max(0, limit)])
    }
    let before = try side("<=", "first_day DESC, last_day, is_vague DESC", count)
    let after = try side(">", "first_day, last_day DESC, is_vague", max(count / 4, count - before.count))
    let statement = try db.cachedStatement(
      sql: "SELECT count(*) FROM party_date_count WHERE party = ? AND articles > 0")
    let total = try Int.fetchOne(statement, arguments: [party]) ?? 0
    return (before.prefix(max(0, count - after.count)).reversed() + after, total)
  }

  private func counts(_ sql: String, _ arguments: StatementArguments) throws -> [DateCount] {
    var dates: [DateCount] = []
    let cursor = try Row.fetchCursor(try db.cachedStatement(sql: sql), arguments: arguments)
    while let row = try cursor.next() {
      dates.append(
        DateCount(
          key: DateKey(firstDay: row[0], lastDay: row[1], isVague: row[2]), articles: row[3], best: row[4]))
    }
    return dates
  }
}
