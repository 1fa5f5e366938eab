// Looks for damage. Pages and keys alone tell too little: a flipped bit inside a text passes both, and is found by the
// full-text index, which reads every text again, or by the content's fingerprint.

import Foundation
import GRDB

extension Archive {
  /// Looks for damage: pages, references, the full-text indexes, the content of every article, the counts. Each finding is
  /// a sentence; none means that all is well. A read-only archive's full-text indexes are not looked at.
  public func check() throws(StoreError) -> [String] {
    var findings: [String] = []
    findings += try step { try Archive.checkPages($0) }
    findings += try step { try Archive.checkContent($0) }
    findings += try step { try Archive.checkCounters($0) }
    findings += try step { try Archive.checkDerived($0) }
    if !isReadOnly { findings += checkIndexes() }
    return findings
  }

  /// What a step finds, or that it could not be finished.
  private func step(_ body: (Database) throws -> [String]) throws(StoreError) -> [String] {
    do {
      return try read(body)
    } catch {
      if case .damaged(_, let detail) = error { return ["A part of the file cannot be read: \(detail)."] }
      throw error
    }
  }

  private static func checkPages(_ db: Database) throws -> [String] {
    var findings = try String.fetchAll(db, sql: "PRAGMA integrity_check(20)").filter { $0 != "ok" }.map { "Pages: \($0)." }
    for row in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").prefix(20) {
      findings.append("A row of \(row[0] as String? ?? "?") refers to a row of \(row[2] as String? ?? "?") that is not there.")
    }
    return findings
  }

  private func checkIndexes() -> [String] {
    ["search", "title_search", "story_search"].compactMap { table in
      do {
        try write { try $0.execute(sql: "INSERT INTO \(table)(\(table), rank) VALUES ('integrity-check', 1)") }
        return nil
      } catch {
        return "The full-text index “\(table)” does not agree with the texts."
      }
    }
  }

  private static func checkContent(_ db: Database) throws -> [String] {
    var findings: [String] = []
    let cursor = try Row.fetchCursor(
      db,
      sql: """
        SELECT a.id, a.hash, t.body, g.head, d.analysis FROM article a LEFT JOIN given g ON g.article = a.id
        LEFT JOIN article_text t ON t.list_key = a.list_key LEFT JOIN derived d ON d.article = a.id
        """)
    while let row = try cursor.next(), findings.count < 100 {
      let id: Int64 = row[0]
      guard let body: String = row[2], row[3] != nil else {
        findings.append("Article \(id) has no text.")
        continue
      }
      let article = try? Article(packed: RowReading.bytes(row, at: 3), text: body)
      if article.map(ContentHash.of) != RowReading.bytes(row, at: 1) {
        findings.append("Article \(id) is not what was imported: its content has changed in the file.")
      }
      if let article { findings += try checkRow(id, article, db) }
      if row[4] != nil, (try? Analysis(packed: RowReading.bytes(row, at: 4))) == nil {
        findings.append("The analysis of article \(id) cannot be read: `wireroom reindex --all` makes it anew.")
      }
    }
    let old = try Row.fetchCursor(db, sql: "SELECT article, number, hash, body, head FROM version")
    while let row = try old.next(), findings.count < 100 {
      let article = try? Article(packed: RowReading.bytes(row, at: 4), text: row[3])
      if article.map(ContentHash.of) != RowReading.bytes(row, at: 2) {
        findings.append("Version \(row[1] as Int) of article \(row[0] as Int64) is not what was imported.")
      }
    }
    let notes = try Row.fetchCursor(db, sql: "SELECT article, notes FROM source_notes")
    while let row = try notes.next(), findings.count < 100 {
      if (try? SourceNotes(packed: RowReading.bytes(row, at: 1))) == nil {
        findings.append(
          "What the source of article \(row[0] as Int64) carried besides cannot be read; importing it again mends it.")
      }
    }
    return findings
  }

  /// What the list shows against what the source gave and the reader decided.
  private static func checkRow(_ id: Int64, _ given: Article, _ db: Database) throws -> [String] {
    var article = given
    article.apply(try Decision.fetch(db, id), tags: try TagDecision.fetch(db, id))
    let values = RowValues(article)
    guard let row = try Archive.row(id, db) else { return [] }
    let agency = try String.fetchOne(
      try db.cachedStatement(sql: "SELECT agency FROM article WHERE id = ? AND link_version = ?"),
      arguments: [id, LinkEngine.version])
    let isSame =
      row.headline == values.headline && row.isLede == values.isLede && row.source == values.source
      && row.published == values.published && row.tags == values.tags
      && agency ?? "" == (agency == nil ? "" : NewsAgency.credited(in: article) ?? "")
    return isSame ? [] : ["The list does not show article \(id) as its text and your decisions say."]
  }

  /// What the writers keep in step by hand: counts over the derived tables, and their places in the list.
  private static func checkDerived(_ db: Database) throws -> [String] {
    let tests: [(sql: String, finding: String)] = [
      (
        """
        SELECT (SELECT count(*) FROM date_count c WHERE c.articles <> (SELECT count(*) FROM date_mention m
            WHERE m.first_day = c.first_day AND m.last_day = c.last_day AND m.is_vague = c.is_vague))
          + (SELECT count(*) FROM (SELECT DISTINCT first_day, last_day, is_vague FROM date_mention) m WHERE NOT EXISTS (
            SELECT 1 FROM date_count c WHERE c.first_day = m.first_day AND c.last_day = m.last_day AND c.is_vague = m.is_vague))
        """, "Dates of timelines are counted wrongly"
      ),
      (
        "SELECT count(*) FROM party p WHERE p.articles <> (SELECT count(*) FROM involvement i WHERE i.party = p.id)",
        "Parties are counted in another number of articles than they are named in"
      ),
      (
        """
        SELECT count(DISTINCT list_key) FROM (
          SELECT list_key FROM involvement UNION ALL SELECT list_key FROM date_mention UNION ALL SELECT list_key FROM party_date)
        WHERE list_key NOT IN (SELECT list_key FROM article)
        """, "Parties and dates stand at places of the list where no article is"
      ),
      (
        """
        SELECT count(*) FROM (
          SELECT party, \(Schema.dayOfKey) AS day, sum(bands & 3 <> 0) AS articles, sum(bands = 4) AS linked FROM involvement
            WHERE \(Schema.isCounted) GROUP BY party, day
          EXCEPT SELECT party, day, articles, linked FROM party_day)
        """, "Parties are counted wrongly by their days"
      ),
      (
        """
        SELECT count(*) FROM (
          SELECT party, first_day, last_day, is_vague, count(*) AS articles FROM party_date GROUP BY 1, 2, 3, 4
          EXCEPT SELECT party, first_day, last_day, is_vague, articles FROM party_date_count)
        """, "Dates of parties are counted wrongly"
      ),
      (
        """
        SELECT abs((SELECT ifnull(sum(articles + linked), 0) FROM party_day)
            - (SELECT count(*) FROM involvement WHERE \(Schema.isCounted)))
          + abs((SELECT ifnull(sum(articles), 0) FROM party_date_count) - (SELECT count(*) FROM party_date))
        """, "Parties are counted more often than they are named"
      ),
      (
        "SELECT count(*) FROM story s WHERE s.articles <> (SELECT count(*) FROM story_member m WHERE m.story = s.id)",
        "Stories are counted wrongly"
      ),
      (
        """
        SELECT count(*) FROM story_member m LEFT JOIN article a ON a.id = m.article WHERE m.list_key IS NOT a.list_key
        """, "Articles of stories stand elsewhere in the list than their stories say"
      ),
      (
        """
        SELECT count(*) FROM text_copy c WHERE NOT EXISTS (SELECT 1 FROM duplicate d JOIN text_copy o ON o.article = d.other
          WHERE d.article = c.article AND o.text = c.text)
        """, "Articles are folded with texts that they do not repeat"
      ),
    ]
    return try tests.compactMap { sql, finding in
      let count = try Int.fetchOne(db, sql: sql) ?? 0
      return count == 0 ? nil : "\(finding): \(count). `wireroom reindex --all` makes them anew."
    }
  }

  private static func checkCounters(_ db: Database) throws -> [String] {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT count(*), ifnull(sum(is_unread), 0), ifnull(sum(is_starred), 0),
          ifnull(sum(list_key < \(ListKey.firstDated)), 0), ifnull(sum(missing), 0) FROM article
        """)
    let kept = try Row.fetchAll(db, sql: "SELECT name, value FROM counter")
    let values = Dictionary(kept.map { ($0[0] as String, $0[1] as Int) }, uniquingKeysWith: { a, _ in a })
    let names: [Counter] = [.articles, .unread, .starred, .undated, .missing]
    return names.enumerated().compactMap { index, name in
      let counted: Int = row?[index] ?? 0
      let known = values[name.rawValue] ?? 0
      return counted == known ? nil : "The count of “\(name.rawValue)” is \(known); there are \(counted)."
    }
  }
}
