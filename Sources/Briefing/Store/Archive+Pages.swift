// Pages that entries of feeds still wait for, and what comes of them. A page that could not be had is tried again with the next
// fetches of its feed, and then let be.

import GRDB

/// An entry whose article waits for the text of its page.
public struct WaitingPage: Hashable, Sendable {
  public var entry: Int64
  public var articleID: Int64
  /// As the feed gave it.
  public var article: Article
  public var notes: SourceNotes?
  /// How often its page could not be had.
  public var failures: Int
}

extension Archive {
  /// An entry's page that could not be had so often is let be.
  public static let pageTries = 3
  /// More pages than these are not fetched of one feed at a time.
  public static let pagesAtOnce = 100

  /// The feed's entries that wait for their pages, the newest first.
  public func waitingPages(feed: Int64) throws(StoreError) -> [WaitingPage] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT e.id, e.article, e.page_failures, g.head, t.body, n.notes
          FROM feed_entry e JOIN article a ON a.id = e.article JOIN given g ON g.article = a.id
            JOIN article_text t ON t.list_key = a.list_key LEFT JOIN source_notes n ON n.article = a.id
          WHERE e.feed = ? AND e.page_failures < ? AND e.is_owner = 1 ORDER BY e.id DESC LIMIT ?
          """, arguments: [feed, Archive.pageTries, Archive.pagesAtOnce])
      return try rows.map { row in
        WaitingPage(
          entry: row[0], articleID: row[1], article: try Article(packed: RowReading.bytes(row, at: 3), text: row[4]),
          notes: row[5] == nil ? nil : try? SourceNotes(packed: RowReading.bytes(row, at: 5)), failures: row[2])
      }
    }
  }

  /// Puts the text of its page in place of what the feed gave, which stays as a version.
  public func storePage(
    _ article: Article, notes: SourceNotes?, analysis: Analysis?, of waiting: WaitingPage
  ) throws(StoreError) {
    var article = article
    article.externalID = nil
    let item = PreparedArticle(IncomingArticle(article: article, analysis: analysis, notes: notes))
    try write { db in
      var writer = try ArticleWriter(db)
      _ = try writer.replace(waiting.articleID, keepingDate: item)
      try writer.finish()
      try Archive.setPageFailures(nil, entry: waiting.entry, db)
    }
  }

  /// Notes that a page could not be had.
  public func pageFailed(_ waiting: WaitingPage) throws(StoreError) {
    try write { try Archive.setPageFailures(waiting.failures + 1, entry: waiting.entry, $0) }
  }

  private static func setPageFailures(_ failures: Int?, entry: Int64, _ db: Database) throws {
    try db.execute(sql: "UPDATE feed_entry SET page_failures = ? WHERE id = ?", arguments: [failures, entry])
  }

  /// From now on pages are wanted, those of the newest unread entries too; or no longer.
  static func setPages(_ areWanted: Bool, feed: Int64, _ db: Database) throws {
    guard areWanted else {
      try db.execute(sql: "UPDATE feed_entry SET page_failures = NULL WHERE feed = ?", arguments: [feed])
      return
    }
    try db.execute(
      sql: """
        UPDATE feed_entry SET page_failures = 0 WHERE id IN (
          SELECT e.id FROM feed_entry e JOIN article a ON a.id = e.article
          WHERE e.feed = ? AND e.is_owner = 1 AND a.is_unread = 1 ORDER BY e.id DESC LIMIT ?)
        """, arguments: [feed, pagesAtOnce])
  }
}
