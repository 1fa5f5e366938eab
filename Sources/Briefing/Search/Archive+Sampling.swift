// Words and phrases that an archive holds, picked evenly: what the benchmark makes its searches of.

import GRDB

extension Archive {
  /// Up to `limit` words that stand in that share of all articles (0...1), spread evenly over the alphabet; the same on
  /// every call while the archive stays as it is.
  public func vocabulary(inShare share: ClosedRange<Double>, limit: Int) throws(StoreError) -> [String] {
    let articles = Double(try totals().articles)
    return try vocabulary(
      inArticles: Int((share.lowerBound * articles).rounded(.up))...Int(share.upperBound * articles), limit: limit)
  }

  /// The same for words of that many articles.
  public func vocabulary(inArticles count: ClosedRange<Int>, limit: Int) throws(StoreError) -> [String] {
    try read { db in
      let statement = try db.cachedStatement(
        sql: "SELECT term FROM term WHERE articles BETWEEN ? AND ? AND length(term) >= 3 AND term GLOB '[a-z]*' ORDER BY term")
      let words = try String.fetchAll(statement, arguments: [count.lowerBound, count.upperBound])
      guard words.count > limit, limit > 0 else { return words }
      return (0..<limit).map { words[$0 * words.count / limit] }
    }
  }

  /// The texts of up to `limit` articles, spread evenly over the list.
  public func texts(limit: Int) throws(StoreError) -> [String] {
    try read { db in
      guard let first = try Int64.fetchOne(db, sql: "SELECT min(list_key) FROM article"),
        let last = try Int64.fetchOne(db, sql: "SELECT max(list_key) FROM article"), limit > 0
      else { return [] }
      let statement = try db.cachedStatement(
        sql: "SELECT list_key, body FROM article_text WHERE list_key >= ? ORDER BY list_key LIMIT 1")
      var texts: [Int64: String] = [:]
      for step in 0..<Int64(limit) {
        let key = first + (last - first) / Int64(limit) * step
        if let row = try Row.fetchOne(statement, arguments: [key]) { texts[row[0]] = row[1] }
      }
      return texts.sorted { $0.key < $1.key }.map(\.value)
    }
  }

  /// The newest `limit` places that an expression of SQLite's full-text table finds there, with nothing of ours around it;
  /// `byRank` the best by its own BM25 instead. What searches of the archive are compared with.
  public func bareSearch(_ expression: String, byRank: Bool = false, limit: Int) throws(StoreError) -> [Int64] {
    try search { db in
      let statement = try db.cachedStatement(
        sql: "SELECT rowid FROM search WHERE search MATCH ? ORDER BY \(byRank ? "rank" : "rowid DESC") LIMIT ?")
      return try Int64.fetchAll(statement, arguments: [expression, limit])
    }
  }

  /// The bytes of both full-text tables over the bytes of the titles and bodies that they index. Reads every text once.
  public func fullTextShare() throws(StoreError) -> Double {
    try read { db in
      let tables = [
        "search_data", "search_idx", "search_docsize", "title_search_data", "title_search_idx", "title_search_docsize",
      ]
      let index = try tables.reduce(0) { sum, table in
        sum + (try Int.fetchOne(db, sql: "SELECT sum(pgsize) FROM dbstat WHERE name = ?", arguments: [table]) ?? 0)
      }
      let texts =
        try Int.fetchOne(
          db, sql: "SELECT sum(length(CAST(title AS BLOB)) + length(CAST(body AS BLOB))) FROM article_text") ?? 0
      return texts > 0 ? Double(index) / Double(texts) : 0
    }
  }
}
