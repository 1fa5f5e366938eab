// An article that is known arrives again, or its reader changes what the list shows of it: the row follows, the id stays.

import Foundation
import GRDB

extension ArticleWriter {
  /// What is stored of an article.
  struct Stored {
    var id: Int64
    var key: Int64
    var version: Int
    var hash: [UInt8]
    var head: [UInt8]
    /// The title as searches find it.
    var title: String
    var body: String
    var analysisVersion: Int
    var isUnread: Bool
    var isStarred: Bool

    /// As the source gave it.
    func given() throws -> Article { try Article(packed: head, text: body) }
  }

  func stored(_ id: Int64) throws -> Stored {
    let statement = try db.cachedStatement(
      sql: """
        SELECT a.list_key, a.version, a.hash, g.head, t.title, t.body, a.analysis_version, a.is_unread, a.is_starred
        FROM article a JOIN given g ON g.article = a.id JOIN article_text t ON t.list_key = a.list_key WHERE a.id = ?
        """)
    guard let row = try Row.fetchOne(statement, arguments: [id]) else { throw StoreError.noSuchArticle(id) }
    return Stored(
      id: id, key: row[0], version: row[1], hash: RowReading.bytes(row, at: 2), head: RowReading.bytes(row, at: 3),
      title: row[4], body: row[5], analysisVersion: row[6], isUnread: row[7], isStarred: row[8])
  }

  /// The article arrives again: the same, or with other content, which becomes a new version.
  mutating func replace(_ id: Int64, _ item: PreparedArticle) throws -> ImportOutcome {
    let hash = try db.cachedStatement(sql: "SELECT hash FROM article WHERE id = ?")
    let known = try Row.fetchOne(hash, arguments: [id]).map { RowReading.bytes($0, at: 0) }
    let old = try stored(id)
    try storeNotes(id, item)
    if known == item.hash {
      try refresh(old, item)
      return .same(id)
    }
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO version(article, number, hash, body, head) VALUES (?, ?, ?, ?, ?)")
      .execute(arguments: [id, old.version, Data(old.hash), old.body, Data(old.head)])
    try db.cachedStatement(
      sql: "UPDATE article SET version = ?, hash = ?, analysis_version = 0, link_version = 0 WHERE id = ?"
    ).execute(arguments: [old.version + 1, Data(item.hash), id])
    try deleteDerived(id, key: old.key)
    try update(old, article: item.incoming.article, head: item.head)
    try insertAnalysis(of: item, id)
    return .changed(id)
  }

  /// An entry of a feed arrives again: it keeps the day it was first published, and where only its names are others it stays
  /// the version that it is.
  mutating func replace(_ id: Int64, keepingDate item: PreparedArticle) throws -> ImportOutcome {
    let old = try stored(id)
    let given = try old.given()
    var incoming = item.incoming
    incoming.article.published = given.published ?? incoming.article.published
    incoming.article.otherDate = given.otherDate
    if !incoming.article.isAnalysed(like: item.incoming.article) { incoming.analysis = nil }
    let item = PreparedArticle(incoming)
    incoming.article.url = given.url
    if ContentHash.of(incoming.article) == old.hash {
      // The other address is kept, and no version is made of it.
      try db.cachedStatement(sql: "UPDATE article SET hash = ? WHERE id = ?").execute(arguments: [Data(item.hash), id])
    }
    return try replace(id, item)
  }

  /// The source says the same, but our parser may read it better now, or an analysis comes with it.
  private mutating func refresh(_ old: Stored, _ item: PreparedArticle) throws {
    if old.head != item.head {
      try deleteDerived(old.id, key: old.key)
      try db.cachedStatement(sql: "UPDATE article SET analysis_version = 0, link_version = 0 WHERE id = ?")
        .execute(arguments: [old.id])
      try update(old, article: item.incoming.article, head: item.head)
    }
    if old.analysisVersion < Analysis.version || old.head != item.head, try isAnalysed(item, old.id) {
      try deleteDerived(old.id, key: try key(of: old.id))
      try insertAnalysis(of: item, old.id)
    }
  }

  /// Brings row, text, tags and links in line with what the source gives and the reader decided.
  mutating func update(_ old: Stored, article given: Article, head: [UInt8]) throws {
    if head != old.head {
      try db.cachedStatement(sql: "UPDATE given SET head = ? WHERE article = ?").execute(arguments: [Data(head), old.id])
    }
    var article = given
    article.apply(try Decision.fetch(db, old.id), tags: try TagDecision.fetch(db, old.id))
    let values = RowValues(article)
    let key = try place(of: old, for: values)
    if key != old.key || values.title != old.title || article.text != old.body {
      try deleteText(old.key, title: old.title, body: old.body)
      try insertText(key, title: values.title, body: article.text)
    }
    let stamp = values.published?.stamp
    try db.cachedStatement(
      sql: """
        UPDATE article SET list_key = ?, headline = ?, is_lede = ?, source = ?, day = ?, second = ?, offset = ?,
          precision = ?, date_origin = ?, last_day = ?, tags = ?, agency = ? WHERE id = ?
        """
    ).execute(arguments: [
      key, values.headline, values.isLede, values.source, stamp?.date.dayNumber, stamp?.secondOfDay, stamp?.offset,
      stamp?.precision.rawValue, values.published?.origin.rawValue, values.lastDay, values.tags.joined(separator: "\n"),
      NewsAgency.credited(in: article) ?? "", old.id,
    ])
    try db.cachedStatement(sql: "DELETE FROM tagged WHERE list_key = ?").execute(arguments: [old.key])
    try insertTags(values.tags, key: key)
    if key != old.key {
      try db.cachedStatement(sql: "UPDATE title_place SET list_key = ? WHERE hash = ? AND list_key = ?")
        .execute(arguments: [key, ContentHash.number(of: HeadlineKey.fold(old.title)), old.key])
      try countDays(key: old.key, by: -1)
      for table in ["involvement"] + Schema.timelineTables {
        try db.cachedStatement(sql: "UPDATE \(table) SET list_key = ? WHERE list_key = ?").execute(arguments: [key, old.key])
      }
      try countDays(key: key, by: 1)
      try db.cachedStatement(sql: "UPDATE story_member SET list_key = ? WHERE article = ?").execute(arguments: [key, old.id])
      if ListKey.isDated(key) != ListKey.isDated(old.key) { counters.add(.undated, ListKey.isDated(key) ? -1 : 1) }
    }
    let wasLinked = PreparedArticle.headlines(of: try old.given())
    let headlines = PreparedArticle.headlines(of: given)
    let refsChanged = wasLinked.map(\.span) != headlines.map(\.span) || wasLinked.map(\.text) != headlines.map(\.text)
    if refsChanged || values.title != old.title || head != old.head {
      try reconnect(old.id, key: key, oldTitle: old.title, headlines: headlines, title: values.title, address: given.url)
    }
  }

  func key(of id: Int64) throws -> Int64 {
    let statement = try db.cachedStatement(sql: "SELECT list_key FROM article WHERE id = ?")
    guard let key = try Int64.fetchOne(statement, arguments: [id]) else { throw StoreError.noSuchArticle(id) }
    return key
  }

  /// The old place, unless the publication date is another one.
  private mutating func place(of old: Stored, for values: RowValues) throws -> Int64 {
    let statement = try db.cachedStatement(sql: "SELECT day, second, offset, precision FROM article WHERE id = ?")
    let before = try Row.fetchOne(statement, arguments: [old.id]).flatMap { RowReading.stamp($0, at: 0) }
    if before == values.published?.stamp { return old.key }
    return try places.place(for: ListKey.wanted(values.published?.stamp))
  }
}
