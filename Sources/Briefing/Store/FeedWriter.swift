// Stores what a feed brought: new articles, new versions of known ones, and under which names each entry goes now.

import Foundation
import GRDB

/// An entry to be stored, read and analysed.
public struct StoredEntry: Hashable, Sendable {
  /// Its place in the plan.
  public var index: Int
  /// What the feed itself gives of it; the article may hold more, from its page.
  public var entry: IncomingEntry
  public var article: Article
  public var notes: SourceNotes?
  public var analysis: Analysis?
  /// How often its page could not be had; nil where none is wanted, or it is in the article.
  public var pageFailures: Int?

  public init(
    index: Int, entry: IncomingEntry, article: Article, notes: SourceNotes? = nil, analysis: Analysis? = nil,
    pageFailures: Int? = nil
  ) {
    self.index = index
    self.entry = entry
    self.article = article
    self.notes = notes ?? entry.notes
    self.analysis = analysis
    self.pageFailures = pageFailures
  }
}

extension Archive {
  /// Stores entries in one transaction; returns what became of each, nil where it was known. `time` is in seconds since 1970.
  public func store(
    _ entries: [StoredEntry], plan: EntryPlan, feed: Int64, time: Int
  ) throws(StoreError) -> [ImportOutcome?] {
    let prepared = entries.map { stored in
      var article = stored.article
      // The entry's names are the feed's: kept there, and no part of what the article says.
      article.externalID = nil
      return PreparedArticle(IncomingArticle(article: article, analysis: stored.analysis, notes: stored.notes))
    }
    return try write { db in
      var writer = try FeedWriter(db, feed: feed, time: time)
      let outcomes = try zip(entries, prepared).map { try writer.take($0, $1, plan) }
      try writer.finish()
      return outcomes
    }
  }

  /// Keeps the present names of entries that say the same as before.
  public func storeNames(of entries: [IncomingEntry], plan: EntryPlan, feed: Int64) throws(StoreError) {
    let renamed = plan.states.indices.filter { if case .known = plan.states[$0] { true } else { false } }
    guard !renamed.isEmpty else { return }
    try write { db in
      for index in renamed {
        guard case .known(let row) = plan.states[index] else { continue }
        try FeedWriter.name(row, guid: plan.guids[index], link: plan.links[index], content: nil, db)
      }
    }
  }

  /// Lets go what a feed keeps no longer: its own articles past the newest `keep`, unless they are starred or the reader decided
  /// something else about them than that they are read. Returns how many went.
  public func trim(feed: Int64, keep: Int) throws(StoreError) -> Int {
    try write { db in
      let ids = try Int64.fetchAll(
        db,
        sql: """
          SELECT a.id FROM feed_entry e JOIN article a ON a.id = e.article WHERE e.feed = ? AND e.is_owner = 1
            AND a.id NOT IN (
              SELECT a.id FROM feed_entry e JOIN article a ON a.id = e.article WHERE e.feed = ? AND e.is_owner = 1
              ORDER BY a.list_key DESC LIMIT ?)
            AND a.is_starred = 0 AND NOT EXISTS (SELECT 1 FROM tag_decision t WHERE t.article = a.id)
            AND NOT EXISTS (SELECT 1 FROM collected c WHERE c.article = a.id)
            AND NOT EXISTS (SELECT 1 FROM party_decision p WHERE p.article = a.id)
            AND NOT EXISTS (SELECT 1 FROM link_decision l WHERE l.article = a.id OR l.target = a.id)
            AND NOT EXISTS (SELECT 1 FROM story_decision s WHERE s.article = a.id OR s.other = a.id)
            AND NOT EXISTS (SELECT 1 FROM decision d WHERE d.article = a.id AND (d.title IS NOT NULL OR d.source IS NOT NULL
              OR d.day IS NOT NULL))
            AND NOT EXISTS (SELECT 1 FROM feed_entry o WHERE o.article = a.id AND o.feed <> e.feed)
          """, arguments: [feed, feed, keep])
      guard !ids.isEmpty else { return 0 }
      var writer = try ArticleWriter(db)
      for id in ids { try writer.remove(id) }
      try writer.finish()
      return ids.count
    }
  }
}

struct FeedWriter {
  private let db: Database
  private let feed: Int64
  private let time: Int
  private var writer: ArticleWriter

  init(_ db: Database, feed: Int64, time: Int) throws {
    self.db = db
    self.feed = feed
    self.time = time
    writer = try ArticleWriter(db)
  }

  mutating func finish() throws { try writer.finish() }

  mutating func take(_ stored: StoredEntry, _ item: PreparedArticle, _ plan: EntryPlan) throws -> ImportOutcome? {
    let guid = plan.guids[stored.index]
    let link = plan.links[stored.index]
    switch plan.states[stored.index] {
    case .twin, .known: return nil
    case .changed(let row, let id):
      try FeedWriter.name(row, guid: guid, link: link, content: stored.entry.content, db)
      // Another process may have let it go.
      let exists = try db.cachedStatement(sql: "SELECT 1 FROM article WHERE id = ?")
      guard try Bool.fetchOne(exists, arguments: [id]) ?? false else { return nil }
      try db.cachedStatement(sql: "UPDATE feed_entry SET page_failures = ? WHERE id = ?")
        .execute(arguments: [stored.pageFailures, row])
      return try writer.replace(id, keepingDate: item)
    case .new:
      // Another process may have been quicker.
      if let guid, try isKnown(guid) { return nil }
      let shared = try self.shared(item)
      let id = try shared ?? writer.add(item)
      try db.cachedStatement(
        sql: """
          INSERT INTO feed_entry(feed, guid, link, content, article, is_owner, seen, page_failures)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """
      ).execute(arguments: [
        feed, guid, link, stored.entry.content, id, shared == nil, time, shared == nil ? stored.pageFailures : nil,
      ])
      return shared == nil ? .new(id) : .same(id)
    }
  }

  private func isKnown(_ guid: String) throws -> Bool {
    let statement = try db.cachedStatement(sql: "SELECT 1 FROM feed_entry WHERE feed = ? AND guid = ?")
    return try Bool.fetchOne(statement, arguments: [feed, guid]) ?? false
  }

  /// The article that came under this address by another way and says what this one says, or begins as it does.
  private mutating func shared(_ item: PreparedArticle) throws -> Int64? {
    guard let address = item.names.first(where: { $0.kind == .address })?.text else { return nil }
    let statement = try db.cachedStatement(sql: "SELECT article FROM identity WHERE kind = 2 AND key = ?")
    guard let id = try Int64.fetchOne(statement, arguments: [address]), !writer.isPending(id) else { return nil }
    let own = try db.cachedStatement(sql: "SELECT 1 FROM feed_entry WHERE article = ? AND feed = ?")
    guard try Bool.fetchOne(own, arguments: [id, feed]) == nil else { return nil }
    let old = try writer.stored(id)
    return HeadlineKey.fold(old.title) == HeadlineKey.fold(item.values.title) ? id : nil
  }

  static func name(_ row: Int64, guid: String?, link: String?, content: Int64?, _ db: Database) throws {
    // A guid that another row has stays there.
    try db.cachedStatement(
      sql: """
        UPDATE OR IGNORE feed_entry SET guid = coalesce(?, guid), link = coalesce(?, link), content = coalesce(?, content)
        WHERE id = ?
        """
    ).execute(arguments: [guid, link, content, row])
  }
}
