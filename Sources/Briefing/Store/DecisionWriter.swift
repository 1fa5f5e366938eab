// Writes one decision and returns what held before it, so that every decision can be undone by another one.

import GRDB

struct DecisionWriter {
  let db: Database
  var writer: ArticleWriter

  init(_ db: Database) throws {
    self.db = db
    writer = try ArticleWriter(db)
  }

  mutating func finish() throws { try writer.finish() }

  /// What was before, or nil where nothing changes (or the article is gone).
  mutating func decide(_ item: Change.Item) throws -> Change.Value? {
    if case .party(let subject, let name, let target) = item.value { return try setParty(subject, name, target) }
    let exists = try db.cachedStatement(sql: "SELECT 1 FROM article WHERE id = ?")
    guard try Int.fetchOne(exists, arguments: [item.article]) != nil else { return nil }
    switch item.value {
    case .read(let isRead): return try setFlag(item.article, \.isRead, isRead).map { .read($0) }
    case .starred(let isStarred): return try setFlag(item.article, \.isStarred, isStarred).map { .starred($0) }
    case .title(let title):
      guard let before = try setValue(item.article, \.title, title) else { return nil }
      try db.cachedStatement(sql: "UPDATE article SET analysis_version = 0 WHERE id = ?").execute(arguments: [item.article])
      return .title(before)
    case .source(let source): return try setValue(item.article, \.source, source).map { .source($0) }
    case .date(let date):
      guard let before = try setValue(item.article, \.date, date) else { return nil }
      try db.cachedStatement(sql: "UPDATE article SET analysis_version = 0, link_version = 0 WHERE id = ?")
        .execute(arguments: [item.article])
      return .date(before)
    case .tag(let tag, let isAdded): return try setTag(item.article, tag, isAdded)
    case .link(let key, let target, let isAccepted): return try setLink(item.article, key, target, isAccepted)
    case .story(let decision, let isMade):
      return try StoryWriter(db).decide(decision, isMade: isMade) ? .story(decision, isMade: !isMade) : nil
    case .party: return nil
    }
  }

  private mutating func setFlag(_ id: Int64, _ path: WritableKeyPath<Decision, Bool>, _ value: Bool) throws -> Bool? {
    var decision = try Decision.fetch(db, id)
    let before = decision[keyPath: path]
    guard before != value else { return nil }
    decision[keyPath: path] = value
    try decision.save(db, id)
    try db.cachedStatement(sql: "UPDATE article SET is_unread = ?, is_starred = ? WHERE id = ?")
      .execute(arguments: [!decision.isRead, decision.isStarred, id])
    if path == \.isRead { writer.counters.add(.unread, value ? -1 : 1) }
    if path == \.isStarred { writer.counters.add(.starred, value ? 1 : -1) }
    return before
  }

  /// The old value in an optional of its own: nil says that nothing changed.
  private mutating func setValue<T: Equatable>(
    _ id: Int64, _ path: WritableKeyPath<Decision, T?>, _ value: T?
  ) throws -> T?? {
    var decision = try Decision.fetch(db, id)
    let before = decision[keyPath: path]
    guard before != value else { return nil }
    decision[keyPath: path] = value
    try decision.save(db, id)
    try refresh(id)
    return .some(before)
  }

  private mutating func refresh(_ id: Int64) throws {
    let old = try writer.stored(id)
    try writer.update(old, article: try old.given(), head: old.head)
  }

  private mutating func setTag(_ id: Int64, _ tag: String, _ isAdded: Bool?) throws -> Change.Value? {
    let decided = try TagDecision.fetch(db, id).first { $0.tag.lowercased() == tag.lowercased() }?.isAdded
    let given = try writer.stored(id).given().tags.contains { $0.lowercased() == tag.lowercased() }
    guard decided != isAdded else { return nil }
    // What the source says already needs no decision of the reader.
    if decided == nil, let isAdded, isAdded == given { return nil }
    if let isAdded {
      try db.cachedStatement(sql: "INSERT OR REPLACE INTO tag_decision(article, tag, is_added) VALUES (?, ?, ?)")
        .execute(arguments: [id, tag, isAdded])
    } else {
      try db.cachedStatement(sql: "DELETE FROM tag_decision WHERE article = ? AND tag = ?").execute(arguments: [id, tag])
    }
    try refresh(id)
    return .tag(tag, decided)
  }

  private mutating func setLink(_ id: Int64, _ key: String, _ target: Int64, _ isAccepted: Bool?) throws -> Change.Value? {
    let statement = try db.cachedStatement(
      sql: "SELECT is_accepted FROM link_decision WHERE article = ? AND key = ? AND target = ?")
    let before = try Bool.fetchOne(statement, arguments: [id, key, target])
    guard before != isAccepted else { return nil }
    if let isAccepted {
      try db.cachedStatement(
        sql: "INSERT OR REPLACE INTO link_decision(article, key, target, is_accepted) VALUES (?, ?, ?, ?)"
      ).execute(arguments: [id, key, target, isAccepted])
    } else {
      try db.cachedStatement(sql: "DELETE FROM link_decision WHERE article = ? AND key = ? AND target = ?")
        .execute(arguments: [id, key, target])
    }
    try writer.countMissing(id)
    return .link(key: key, target: target, accepted: before)
  }
}
