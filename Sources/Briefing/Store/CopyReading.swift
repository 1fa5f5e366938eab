// Copies of one text as rows of a list: which articles repeat one another, and which of them the row is.

import GRDB

/// Finds the copies of articles inside one read of the archive; what was found is kept for the next row.
struct CopyReading {
  private let db: Database
  /// The copies of each article that was asked for, itself among them, the earliest first.
  private var known: [Int64: [ArticleRow]] = [:]
  private var folds: [Int64: Fold] = [:]
  /// A text that is copied without end is not followed without end, and so many copies tell whose it is.
  private static let most = 2000
  private static let mostRead = 100

  init(_ db: Database) { self.db = db }

  /// The article and its copies, dated ones before undated, the earliest first; the article alone where it has none.
  mutating func copies(of row: ArticleRow) throws -> [ArticleRow] {
    if let found = known[row.id] { return found }
    let pairs = try db.cachedStatement(sql: "SELECT other FROM duplicate WHERE article = ?")
    var ids: Set<Int64> = [row.id]
    var open = [row.id]
    while let next = open.popLast(), ids.count < CopyReading.most {
      for other in try Int64.fetchAll(pairs, arguments: [next]) where ids.insert(other).inserted { open.append(other) }
    }
    guard ids.count > 1 else { return [row] }
    let rows = try ids.compactMap { $0 == row.id ? row : try Archive.row($0, db) }.sorted { a, b in
      let isDated = (ListKey.isDated(a.listKey), ListKey.isDated(b.listKey))
      return isDated.0 != isDated.1 ? isDated.0 : a.listKey < b.listKey
    }
    for one in rows { known[one.id] = rows }
    return rows
  }

  /// What a row says of the copies that it stands for; nil where there are none.
  mutating func fold(_ row: ArticleRow) throws -> Fold? {
    let rows = try copies(of: row)
    guard rows.count > 1 else { return nil }
    if var fold = folds[rows[0].id] {
      fold.copies = rows.map(\.id).filter { $0 != row.id }
      fold.unread = rows.filter { $0.isUnread && $0.id != row.id }.count
      return fold
    }
    let members = try rows.enumerated().map { index, one in
      let article = index < CopyReading.mostRead ? try Archive.article(one.id, key: one.listKey, db) : nil
      return (row: one, origin: article.map(NewsAgency.origin) ?? one.source)
    }
    let group = StoryView.group(members)
    let most = group.origins.first.flatMap { $0.name != nil && $0.articles > 1 ? $0 : nil }
    let fold = Fold(
      copies: rows.map(\.id).filter { $0 != row.id }, unread: rows.filter { $0.isUnread && $0.id != row.id }.count,
      outlets: group.outlets, independent: group.origins.count, origin: most)
    folds[rows[0].id] = fold
    return fold
  }
}
