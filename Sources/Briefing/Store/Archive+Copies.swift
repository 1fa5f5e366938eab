// The copies of a text one by one, for who wants to know what each of them says of its origin.

import GRDB

/// An article whose text others print too.
public struct TextCopy: Hashable, Sendable {
  public var row: ArticleRow
  /// The agency that it credits, nil where it credits none.
  public var agency: String?
  /// It repeats the first of them itself; else another copy that does.
  public var repeatsFirst: Bool

  public init(row: ArticleRow, agency: String? = nil, repeatsFirst: Bool = true) {
    self.row = row
    self.agency = agency
    self.repeatsFirst = repeatsFirst
  }
}

extension Archive {
  /// What a folded list says of the article's copies; nil where it has none.
  public func fold(of id: Int64) throws(StoreError) -> Fold? {
    try read { db in
      var reading = CopyReading(db)
      return try reading.fold(id)
    }
  }

  /// These copies of one text, of which the last is the first; ids that are gone are passed over.
  public func textCopies(_ ids: [Int64]) throws(StoreError) -> [TextCopy] {
    guard let first = ids.last else { return [] }
    let same = Set(try duplicates(of: first)).union([first])
    return try read { db in
      let reading = CopyReading(db)
      let noted = try db.cachedStatement(sql: "SELECT agency FROM article WHERE id = ?")
      return try ids.compactMap { id in
        guard let row = try Archive.row(id, db) else { return nil }
        let agency = try reading.agency(try String.fetchOne(noted, arguments: [id]), of: id, at: row.listKey)
        return TextCopy(row: row, agency: agency, repeatsFirst: same.contains(id))
      }
    }
  }
}
