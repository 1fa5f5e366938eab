// Copies of one text as rows of a list: which articles repeat one another, and which of them the row is.

import GRDB

/// Finds the copies of articles inside one read of the archive; what was found is kept for the next row.
struct CopyReading {
  /// An article of a text, as far as a row tells of it.
  struct Copy {
    var id: Int64
    var key: Int64
    var source: String?
    var isUnread: Bool
    /// The agency that it credits.
    var agency: String?
  }

  private let db: Database
  private var known: [Int64: [Copy]] = [:]
  private var textOf: [Int64: Int64?] = [:]

  init(_ db: Database) { self.db = db }

  /// The number of the text that the article shares with others; nil where it is alone.
  mutating func text(of article: Int64) throws -> Int64? {
    if let known = textOf[article] { return known }
    let statement = try db.cachedStatement(sql: "SELECT text FROM text_copy WHERE article = ?")
    let text = try Int64.fetchOne(statement, arguments: [article])
    textOf[article] = .some(text)
    return text
  }

  /// The articles of a text, dated ones before undated, the earliest first.
  mutating func copies(ofText text: Int64) throws -> [Copy] {
    if let found = known[text] { return found }
    let statement = try db.cachedStatement(
      sql: """
        SELECT a.id, a.list_key, a.source, a.is_unread, a.agency FROM text_copy c CROSS JOIN article a ON a.id = c.article
        WHERE c.text = ?
        """)
    let rows = try Row.fetchAll(statement, arguments: [text])
    let copies = try rows.map { row in
      Copy(id: row[0], key: row[1], source: row[2], isUnread: row[3], agency: try agency(row[4], of: row[0], at: row[1]))
    }.sorted { a, b in
      let isDated = (ListKey.isDated(a.key), ListKey.isDated(b.key))
      return isDated.0 != isDated.1 ? isDated.0 : a.key < b.key
    }
    known[text] = copies
    return copies
  }

  /// What the row of an article says of the copies that it stands for; nil where there are none.
  mutating func fold(_ article: Int64) throws -> Fold? {
    guard let text = try text(of: article) else { return nil }
    let all = try copies(ofText: text)
    let others = all.filter { $0.id != article }
    guard others.count < all.count, !others.isEmpty else { return nil }
    let credits = TextCredits(all.map { (outlet: $0.source, agency: $0.agency) })
    return Fold(copies: others.map(\.id), unread: others.count(where: \.isUnread), credits: credits)
  }

  /// The agency that linking has noted; an article that it did not look at yet is read.
  func agency(_ noted: String?, of article: Int64, at key: Int64) throws -> String? {
    if let noted { return noted.isEmpty ? nil : noted }
    return try Archive.article(article, key: key, db).flatMap(NewsAgency.credited)
  }
}
