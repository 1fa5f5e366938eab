// "Earlier this week", says one article; "on Sunday", says another of its story. Finds the day where the words of both tell
// of one event; which words those were is shown beside it.

import GRDB

struct OtherDayFinder {
  private let db: Database
  /// The articles that were read: one tells of several days.
  private var readers: [Int64: EventReader?] = [:]
  /// Sentences that are looked at, the best proofs first.
  private static let mostSentences = 60

  /// The days that vague words may mean: "this week" said on a Thursday reaches back to a Sunday, which ISO 8601 counts to
  /// the week before. The words must agree in any case.
  private static func reach(_ days: ClosedRange<Int>) -> ClosedRange<Int> {
    let slack = min(7, max(2, days.count / 5))
    return days.lowerBound - slack...days.upperBound + slack
  }

  init(_ db: Database) { self.db = db }

  /// The days that other articles give for a vague event, those of most articles first; none for an exact one.
  mutating func days(for event: DatedEvent) throws -> [OtherDay] {
    guard event.row.isVague, let days = event.row.key.days, days.count > 1 else { return [] }
    let reach = OtherDayFinder.reach(days)
    let telling = TellingWords(of: event)
    guard !telling.isEmpty else { return [] }
    let statement = try db.cachedStatement(
      sql: """
        SELECT a.list_key, a.id, m.first_day FROM (
          SELECT other AS id FROM similar WHERE article = ?1
          UNION SELECT target FROM headline_ref WHERE article = ?1 AND outcome = 1
          UNION SELECT article FROM headline_ref WHERE target = ?1 AND outcome = 1
          UNION SELECT article FROM story_member WHERE story = (SELECT story FROM story_member WHERE article = ?1)
        ) k CROSS JOIN article a ON a.id = k.id CROSS JOIN date_mention m ON m.list_key = a.list_key
        WHERE a.id <> ?1 AND m.first_day >= ?2 AND m.last_day <= ?3 AND m.first_day = m.last_day AND m.is_vague = 0
          AND m.weight < 64
        ORDER BY m.weight, a.list_key LIMIT \(OtherDayFinder.mostSentences)
        """)
    let rows = try Row.fetchAll(statement, arguments: [event.article.id, reach.lowerBound, reach.upperBound])
    var found: [Int: (articles: Set<Int64>, best: OtherDay, score: Double)] = [:]
    for row in rows {
      let (listKey, id, day): (Int64, Int64, Int) = (row[0], row[1], row[2])
      guard let reader = try reader(id, listKey) else { continue }
      for other in reader.events(at: DateKey(firstDay: day, lastDay: day)) {
        guard let score = telling.likeness(to: other) else { continue }
        var entry = found[day] ?? ([], OtherDay(day, 0, other), 0)
        entry.articles.insert(id)
        if score > entry.score { (entry.best, entry.score) = (OtherDay(day, 0, other), score) }
        entry.best.articles = entry.articles.count
        found[day] = entry
      }
    }
    return found.values.sorted { ($1.articles.count, $1.score, $0.best.day) < ($0.articles.count, $0.score, $1.best.day) }
      .map(\.best)
  }

  private mutating func reader(_ id: Int64, _ listKey: Int64) throws -> EventReader? {
    if let known = readers[id] { return known }
    var reader: EventReader?
    if let article = try Archive.article(id, key: listKey, db), let analysis = try Archive.analysis(id, db),
      let row = try Archive.row(id, db)
    {
      reader = EventReader(article, analysis, as: LinkTarget(row))
    }
    readers[id] = .some(reader)
    return reader
  }
}

extension OtherDay {
  fileprivate init(_ day: Int, _ articles: Int, _ event: DatedEvent) {
    self.init(
      day: day, articles: articles, sentence: event.sentence, span: event.sentenceSpan,
      paragraph: event.row.paragraphs.first, article: event.article)
  }
}
