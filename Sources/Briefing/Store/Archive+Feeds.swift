// The list of subscriptions: what is in it, what is set, and how fetches went.

import Foundation
import GRDB

extension Archive {
  /// The subscriptions, by folder and name, with their counts.
  public func subscriptions() throws(StoreError) -> [Subscription] {
    try read { db in
      let rows = try Row.fetchAll(db, sql: Archive.subscriptionSQL + " WHERE f.is_active = 1")
      return rows.map(Archive.subscription).sorted {
        ($0.folder.lowercased(), $0.name.lowercased(), $0.id) < ($1.folder.lowercased(), $1.name.lowercased(), $1.id)
      }
    }
  }

  public func subscription(_ id: Int64) throws(StoreError) -> Subscription? {
    try read { db in
      try Row.fetchOne(db, sql: Archive.subscriptionSQL + " WHERE f.id = ?", arguments: [id]).map(Archive.subscription)
    }
  }

  /// The subscription that has, or once had, this address; also one that was given up.
  public func subscription(url: String) throws(StoreError) -> Subscription? {
    try read { db in
      let sql = Archive.subscriptionSQL + " WHERE f.id = (SELECT feed FROM feed_url WHERE url = ?)"
      return try Row.fetchOne(db, sql: sql, arguments: [url]).map(Archive.subscription)
    }
  }

  /// The subscription that an article came with, the first if it has several.
  public func subscription(ofArticle id: Int64) throws(StoreError) -> Subscription? {
    try read { db in
      let sql =
        Archive.subscriptionSQL
        + " WHERE f.id = (SELECT feed FROM feed_entry WHERE article = ? ORDER BY is_owner DESC, id LIMIT 1) AND f.is_active = 1"
      return try Row.fetchOne(db, sql: sql, arguments: [id]).map(Archive.subscription)
    }
  }

  /// Subscribes; returns the subscription's id and whether it is new. One that was given up comes back with all it had.
  /// `allowedOrigin` is set for addresses that the reader typed.
  @discardableResult
  public func subscribe(
    url: String, title: String? = nil, site: String? = nil, folder: String = "", allowedOrigin: String? = nil,
    settings: FeedSettings? = nil, time: Int
  ) throws(StoreError) -> (id: Int64, isNew: Bool) {
    try write { db in
      if let known = try Row.fetchOne(
        db, sql: "SELECT id, is_active FROM feed WHERE id = (SELECT feed FROM feed_url WHERE url = ?)", arguments: [url])
      {
        let id: Int64 = known[0]
        let wasActive: Bool = known[1]
        try db.execute(
          sql: """
            UPDATE feed SET is_active = 1, allowed_origin = coalesce(?, allowed_origin), title = coalesce(title, ?),
              site = coalesce(site, ?), folder = CASE WHEN folder = '' THEN ? ELSE folder END,
              wait_until = CASE WHEN is_told_to_wait THEN wait_until END WHERE id = ?
            """, arguments: [allowedOrigin, title, site, folder, id])
        if let settings { try Archive.save(settings, id, db) }
        return (id, !wasActive)
      }
      try db.execute(
        sql: "INSERT INTO feed(url, title, site, folder, allowed_origin) VALUES (?, ?, ?, ?, ?)",
        arguments: [url, title, site, folder, allowedOrigin])
      let id = db.lastInsertedRowID
      try db.execute(sql: "INSERT INTO feed_url(url, feed, since) VALUES (?, ?, ?)", arguments: [url, id, time])
      if let settings { try Archive.save(settings, id, db) }
      return (id, true)
    }
  }

  /// Gives a subscription up; its articles stay.
  public func unsubscribe(_ id: Int64) throws(StoreError) {
    try write { db in
      try db.execute(sql: "UPDATE feed SET is_active = 0 WHERE id = ?", arguments: [id])
      try db.execute(sql: "DELETE FROM outline WHERE feed = ?", arguments: [id])
    }
  }

  public func setFeedSettings(_ id: Int64, _ settings: FeedSettings) throws(StoreError) {
    try write { db in
      let hadPages = try Bool.fetchOne(db, sql: "SELECT full_text FROM feed WHERE id = ?", arguments: [id]) ?? false
      try Archive.save(settings, id, db)
      if settings.isFullText != hadPages { try Archive.setPages(settings.isFullText, feed: id, db) }
    }
  }

  /// Keeps how a fetch went. A feed that has moved for good keeps its entries and its old address.
  public func record(_ record: FetchRecord, feed: Int64) throws(StoreError) {
    try write { db in
      switch record.outcome {
      case .read(let etag, let lastModified, let title, let site, let note):
        try db.execute(
          sql: """
            UPDATE feed SET etag = ?, last_modified = ?, title = coalesce(?, title), site = coalesce(?, site), note = ?,
              checked = ?, succeeded = ?, failure = NULL, failures = 0 WHERE id = ?
            """, arguments: [etag, lastModified, title, site, note, record.time, record.time, feed])
      case .unchanged:
        try db.execute(
          sql: "UPDATE feed SET checked = ?, succeeded = ?, failure = NULL, failures = 0 WHERE id = ?",
          arguments: [record.time, record.time, feed])
      case .failed(let words):
        try db.execute(
          sql: "UPDATE feed SET checked = ?, failure = ?, failures = failures + 1 WHERE id = ?",
          arguments: [record.time, words, feed])
      }
      try db.execute(
        sql: "UPDATE feed SET wait_until = ?, is_told_to_wait = ? WHERE id = ?",
        arguments: [record.waitUntil, record.isToldToWait, feed])
      guard let movedTo = record.movedTo else { return }
      // An address that another feed has is left to it.
      let other = try Int64.fetchOne(db, sql: "SELECT feed FROM feed_url WHERE url = ?", arguments: [movedTo])
      guard other == nil || other == feed else { return }
      try db.execute(sql: "UPDATE feed SET url = ? WHERE id = ?", arguments: [movedTo, feed])
      try db.execute(
        sql: "INSERT OR IGNORE INTO feed_url(url, feed, since) VALUES (?, ?, ?)", arguments: [movedTo, feed, record.time])
    }
  }

  private static let subscriptionSQL = """
    SELECT f.id, f.url, f.title, f.own_title, f.site, f.folder, f.allowed_origin, f.etag, f.last_modified, f.checked,
      f.succeeded, f.failure, f.failures, f.note, f.wait_until, f.is_told_to_wait, f.interval, f.tags, f.keep,
      f.full_text,
      (SELECT count(DISTINCT e.article) FROM feed_entry e WHERE e.feed = f.id),
      (SELECT count(DISTINCT a.id) FROM feed_entry e JOIN article a ON a.id = e.article WHERE e.feed = f.id AND a.is_unread = 1)
    FROM feed f
    """

  private static func subscription(_ row: Row) -> Subscription {
    var feed = Subscription(id: row[0], url: row[1])
    feed.title = row[2]
    feed.settings.title = row[3]
    feed.site = row[4]
    feed.folder = row[5]
    feed.allowedOrigin = row[6]
    feed.etag = row[7]
    feed.lastModified = row[8]
    feed.checked = row[9]
    feed.succeeded = row[10]
    feed.failure = row[11]
    feed.failures = row[12]
    feed.note = row[13]
    feed.waitUntil = row[14]
    feed.isToldToWait = row[15]
    feed.settings.interval = row[16]
    feed.settings.tags = (row[17] as String).split(separator: "\n").map(String.init)
    feed.settings.keep = row[18]
    feed.settings.isFullText = row[19]
    feed.articles = row[20]
    feed.unread = row[21]
    return feed
  }

  private static func save(_ settings: FeedSettings, _ id: Int64, _ db: Database) throws {
    try db.execute(
      sql: "UPDATE feed SET own_title = ?, interval = ?, tags = ?, keep = ?, full_text = ? WHERE id = ?",
      arguments: [
        settings.title, settings.interval, settings.tags.joined(separator: "\n"), settings.keep, settings.isFullText, id,
      ])
  }
}
