// Which articles print one text. Linking tells pairs, and pairs make chains: a bulletin that comes anew every day repeats the
// day before and not the year before. So a text is what hangs together by its pairs within a few days; what comes later
// begins a text, and a row, of its own, and nothing new is hidden in an old row.

import GRDB

/// Keeps the texts in step with the pairs, once for all pairs that a transaction changes.
struct CopyWriter {
  /// The articles of one text lie within so many days of one another; undated and roughly dated ones lie within any.
  static let mostDays = 14
  /// More copies than these are not one row.
  static let mostCopies = 500

  private let db: Database
  private var touched: Set<Int64> = []

  init(_ db: Database) { self.db = db }

  /// The pairs of this article change: to be told before some are taken away and after some are added.
  mutating func touch(_ id: Int64) throws {
    touched.insert(id)
    touched.formUnion(try pairs(of: id))
  }

  /// Puts what was touched together anew. To be called before the transaction ends.
  mutating func finish() throws {
    guard !touched.isEmpty else { return }
    var ids = touched
    for text in Set(try touched.compactMap(text(of:))) { ids.formUnion(try articles(of: text)) }
    touched = []
    let members = try ids.compactMap(member).sorted(by: CopyWriter.isEarlier)
    for group in try grouped(members) { try store(group) }
  }

  /// Enters every text of an archive that knows the pairs alone, and whom its articles credit.
  static func fill(_ db: Database) throws {
    var writer = CopyWriter(db)
    writer.touched = Set(try Int64.fetchAll(db, sql: "SELECT DISTINCT article FROM duplicate"))
    try writer.finish()
    let set = try db.cachedStatement(sql: "UPDATE article SET agency = ? WHERE id = ?")
    let copies = "SELECT a.id, a.list_key FROM text_copy c JOIN article a ON a.id = c.article"
    for row in try Row.fetchAll(db, sql: copies) {
      guard let article = try? Archive.article(row[0], key: row[1], db) else { continue }
      try set.execute(arguments: [NewsAgency.credited(in: article) ?? "", row[0] as Int64])
    }
  }

  // MARK: Putting together

  private struct Member {
    var id: Int64
    var key: Int64
    /// nil where no day is given, or only a month or a year.
    var day: Int?
  }

  private struct Group {
    var members: [Member]
    var days: ClosedRange<Int>?

    init(_ member: Member) {
      members = [member]
      days = member.day.map { $0...$0 }
    }

    /// Both together; nil where they lie too far apart, or are too many.
    func joined(_ other: Group) -> Group? {
      guard members.count + other.members.count <= CopyWriter.mostCopies else { return nil }
      var both = self
      both.members += other.members
      if let one = days, let two = other.days {
        both.days = min(one.lowerBound, two.lowerBound)...max(one.upperBound, two.upperBound)
      } else {
        both.days = days ?? other.days
      }
      if let days = both.days, days.count > CopyWriter.mostDays + 1 { return nil }
      return both
    }
  }

  /// Dated ones before undated, the earliest first.
  private static func isEarlier(_ a: Member, _ b: Member) -> Bool {
    let isDated = (ListKey.isDated(a.key), ListKey.isDated(b.key))
    return isDated.0 != isDated.1 ? isDated.0 : a.key < b.key
  }

  private func grouped(_ members: [Member]) throws -> [Group] {
    var groups: [Group?] = []
    var place: [Int64: Int] = [:]
    for member in members {
      var home: Int?
      for near in Set(try pairs(of: member.id).compactMap { place[$0] }).sorted() {
        guard let group = groups[near] else { continue }
        if let at = home, let whole = groups[at]?.joined(group) {
          // The member resembles both: they are one text.
          groups[at] = whole
          groups[near] = nil
          for one in group.members { place[one.id] = at }
        } else if home == nil, let whole = group.joined(Group(member)) {
          groups[near] = whole
          home = near
        }
      }
      if home == nil { groups.append(Group(member)) }
      place[member.id] = home ?? groups.count - 1
    }
    return groups.compactMap { $0 }
  }

  private func store(_ group: Group) throws {
    guard group.members.count > 1, let number = group.members.map(\.id).min() else {
      for member in group.members {
        try db.cachedStatement(sql: "DELETE FROM text_copy WHERE article = ?").execute(arguments: [member.id])
      }
      return
    }
    for member in group.members where try text(of: member.id) != number {
      try db.cachedStatement(sql: "INSERT OR REPLACE INTO text_copy(article, text) VALUES (?, ?)")
        .execute(arguments: [member.id, number])
    }
  }

  // MARK: Reading

  private func pairs(of id: Int64) throws -> [Int64] {
    try Int64.fetchAll(try db.cachedStatement(sql: "SELECT other FROM duplicate WHERE article = ?"), arguments: [id])
  }

  private func text(of id: Int64) throws -> Int64? {
    try Int64.fetchOne(try db.cachedStatement(sql: "SELECT text FROM text_copy WHERE article = ?"), arguments: [id])
  }

  private func articles(of text: Int64) throws -> [Int64] {
    try Int64.fetchAll(try db.cachedStatement(sql: "SELECT article FROM text_copy WHERE text = ?"), arguments: [text])
  }

  /// nil for an article that is gone.
  private func member(_ id: Int64) throws -> Member? {
    let statement = try db.cachedStatement(sql: "SELECT list_key, day, precision FROM article WHERE id = ?")
    return try Row.fetchOne(statement, arguments: [id]).map { row in
      let precision = (row[2] as String?).flatMap(DateStamp.Precision.init)
      let isRough = precision == .year || precision == .month
      return Member(id: id, key: row[0], day: isRough ? nil : row[1])
    }
  }
}
