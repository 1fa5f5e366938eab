// An article goes, with everything that was derived from it; headlines that meant it are missing again.

import Foundation
import GRDB

extension ArticleWriter {
  /// Removes an article. What the reader decided about it goes too: the caller has looked.
  mutating func remove(_ id: Int64) throws {
    let old = try stored(id)
    counters.add(.articles, -1)
    if old.isUnread { counters.add(.unread, -1) }
    if old.isStarred { counters.add(.starred, -1) }
    if !ListKey.isDated(old.key) { counters.add(.undated, -1) }
    let missing = try Int.fetchOne(db, sql: "SELECT missing FROM article WHERE id = ?", arguments: [id]) ?? 0
    counters.add(.missing, -missing)
    try deleteDerived(id, key: old.key)
    try deleteText(old.key, title: old.title, body: old.body)
    try db.cachedStatement(sql: "DELETE FROM tagged WHERE list_key = ?").execute(arguments: [old.key])
    let referrers = try Int64.fetchAll(
      db, sql: "SELECT DISTINCT article FROM headline_ref WHERE target = ? AND article <> ?", arguments: [id, id])
    try db.execute(
      sql: "UPDATE headline_ref SET outcome = 0, target = NULL, reason = NULL WHERE target = ?", arguments: [id])
    try db.execute(sql: "UPDATE feed_entry SET article = NULL WHERE article = ?", arguments: [id])
    let story = try Int64.fetchOne(db, sql: "SELECT story FROM story_member WHERE article = ?", arguments: [id])
    var copies = CopyWriter(db)
    try copies.touch(id)
    // Every table that refers to articles, those of later layouts too.
    for (table, column) in try referring() {
      try db.execute(sql: "DELETE FROM \"\(table)\" WHERE \"\(column)\" = ?", arguments: [id])
    }
    if let story {
      try db.execute(sql: "UPDATE story SET articles = articles - 1 WHERE id = ?", arguments: [story])
      try db.execute(sql: "DELETE FROM story WHERE id = ? AND articles <= 0", arguments: [story])
    }
    try db.execute(sql: "DELETE FROM article WHERE id = ?", arguments: [id])
    try copies.finish()
    try db.execute(
      sql: """
        INSERT INTO setting(key, value) VALUES ('highest-id', ?)
        ON CONFLICT(key) DO UPDATE SET value = excluded.value WHERE excluded.value + 0 > value + 0
        """, arguments: [String(id)])
    for referrer in referrers { try countMissing(referrer) }
  }

  private func referring() throws -> [(table: String, column: String)] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT m.name, f."from" FROM sqlite_master m, pragma_foreign_key_list(m.name) f
        WHERE m.type = 'table' AND f."table" = 'article'
        """)
    return rows.map { ($0[0], $0[1]) }
  }
}
