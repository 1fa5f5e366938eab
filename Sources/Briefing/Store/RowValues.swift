// The values of a list row, from what the source gave and what the reader decided; the reader's word comes first.

import GRDB

/// What a reader decided about one article, nil where nothing.
struct Decision: Hashable, Sendable {
  var isRead = false
  var isStarred = false
  var title: String?
  var source: String?
  var date: DateStamp?

  static func fetch(_ db: Database, _ id: Int64) throws -> Decision {
    let statement = try db.cachedStatement(
      sql: "SELECT is_read, is_starred, title, source, day, second, offset, precision FROM decision WHERE article = ?")
    guard let row = try Row.fetchOne(statement, arguments: [id]) else { return Decision() }
    return Decision(
      isRead: row[0], isStarred: row[1], title: row[2], source: row[3], date: RowReading.stamp(row, at: 4))
  }

  func save(_ db: Database, _ id: Int64) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO decision(article, is_read, is_starred, title, source, day, second, offset, precision)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      id, isRead, isStarred, title, source, date?.date.dayNumber, date?.secondOfDay, date?.offset, date?.precision.rawValue,
    ])
  }
}

/// What a list row is made of.
struct RowValues {
  var headline: String
  var isLede: Bool
  /// The title that searches look in; empty where there is none.
  var title: String
  var source: String?
  var published: PublicationDate?
  var tags: [String]

  init(_ article: Article) {
    (headline, isLede) = article.headline
    title = isLede ? "" : headline
    source = article.source
    published = article.published
    tags = article.tags
  }

  /// The last day of the period that the publication date names.
  var lastDay: Int? {
    guard let stamp = published?.stamp else { return nil }
    return switch stamp.precision {
    case .year: stamp.date.adding(months: 12).dayNumber - 1
    case .month: stamp.date.adding(months: 1).dayNumber - 1
    case .day, .minute, .second: stamp.date.dayNumber
    }
  }
}

/// A tag that the reader added or took away.
struct TagDecision: Hashable, Sendable {
  var tag: String
  var isAdded: Bool

  static func fetch(_ db: Database, _ id: Int64) throws -> [TagDecision] {
    let statement = try db.cachedStatement(sql: "SELECT tag, is_added FROM tag_decision WHERE article = ? ORDER BY tag")
    return try Row.fetchAll(statement, arguments: [id]).map { TagDecision(tag: $0[0], isAdded: $0[1]) }
  }
}

extension Article {
  /// The article as its reader has it: with the title, source, date and tags that the reader gave.
  mutating func apply(_ decision: Decision, tags decided: [TagDecision]) {
    if let text = decision.title { title = Title(text, origin: .user) }
    if let name = decision.source { source = name }
    if let stamp = decision.date { published = PublicationDate(stamp, origin: .user) }
    for decision in decided {
      tags.removeAll { $0.lowercased() == decision.tag.lowercased() }
      if decision.isAdded { tags.append(decision.tag) }
    }
  }
}
