// A query as SQL. What can be asked of the full-text index becomes one expression of it, which streams newest first; the
// rest becomes conditions on the rows. All that the reader typed is quoted for the index or bound, never pasted.

import GRDB

/// A piece of SQL with its values.
struct Condition {
  var sql: String
  var arguments: StatementArguments = []
  /// It reads columns of the row of `article`; else its list key alone, written as `key`.
  var needsRow = true
  /// What stands in `sql` for the list key, whichever table it is read from.
  static let key = "<key>"
  /// Nothing meets it: an unknown party, a source that nobody has.
  static let never = Condition(sql: "0")
  var isNever: Bool { sql == "0" }
}

/// Where the rows come from and what they must meet.
struct CompiledQuery {
  /// Expression for the index over titles and bodies; nil where the query has no words.
  var match: String?
  /// While the last word is typed: the same for titles alone, with that word as a prefix.
  var titleMatch: String?
  var conditions: [Condition] = []
  /// One of the conditions can never be met.
  var isEmpty: Bool { conditions.contains(where: \.isNever) }
  /// It asks for nothing: every article meets it.
  var isAll: Bool {
    guard case .articles = driver else { return false }
    return match == nil && titleMatch == nil && conditions.isEmpty && keys == Int64.min...Int64.max
  }
  /// Bounds on the list key, from date:.
  var keys: ClosedRange<Int64> = Int64.min...Int64.max
  /// The table that the rows are read from where there is no `match`.
  var driver = Driver.articles

  enum Driver {
    case articles
    /// One of the partial indexes of `article`.
    case index(String)
    /// The articles of one party, whose rows stand in list order.
    case party(Int64)
    /// The articles of several parties of one name, which are few and are sorted.
    case parties([Int64])
    /// The articles of a few stories, which are sorted.
    case stories([Int64])

    /// Whether so few rows come of it that the text of each may be read: up to `few`.
    func hasFewRows(_ db: Database) throws -> Bool {
      switch self {
      case .articles, .index: return false
      case .stories: return true
      case .party(let id): return try Driver.articles(of: [id], db) <= Driver.few
      case .parties(let ids): return try Driver.articles(of: ids, db) <= Driver.few
      }
    }

    private static func articles(of parties: [Int64], _ db: Database) throws -> Int {
      let marks = FilterCompiler.marks(parties.count)
      let statement = try db.cachedStatement(sql: "SELECT sum(articles) FROM party WHERE id IN (\(marks))")
      return try Int.fetchOne(statement, arguments: StatementArguments(parties)) ?? 0
    }

    private static let few = 1000
  }

  /// The FROM and WHERE of a list of matches, bounded by list keys; `keyColumn` is what to sort by.
  func source(titlesOnly: Bool = false, needsRow: Bool = true) -> (from: String, keyColumn: String, wheres: [Condition]) {
    var wheres = conditions
    // A look at the row for every article that has a common word is dearer than the search itself.
    let needsRow = needsRow || conditions.contains(where: \.needsRow)
    let from: String
    let keyColumn: String
    if let match, !titlesOnly {
      keyColumn = "search.rowid"
      from = needsRow ? "search CROSS JOIN article a ON a.list_key = search.rowid" : "search"
      wheres.insert(Condition(sql: "search MATCH ?", arguments: [match]), at: 0)
    } else if let titleMatch, titlesOnly {
      keyColumn = "title_search.rowid"
      from = needsRow ? "title_search CROSS JOIN article a ON a.list_key = title_search.rowid" : "title_search"
      wheres.insert(Condition(sql: "title_search MATCH ?", arguments: [titleMatch]), at: 0)
    } else {
      switch driver {
      case .articles:
        keyColumn = "a.list_key"
        from = "article a"
      case .index(let name):
        keyColumn = "a.list_key"
        from = "article a INDEXED BY \(name)"
      case .party(let id):
        keyColumn = "i.list_key"
        from = "involvement i CROSS JOIN article a ON a.list_key = i.list_key"
        wheres.insert(Condition(sql: "i.party = ?", arguments: [id]), at: 0)
      case .parties(let ids):
        keyColumn = "a.list_key"
        from = "article a"
        let marks = FilterCompiler.marks(ids.count)
        wheres.insert(
          Condition(
            sql: "a.list_key IN (SELECT list_key FROM involvement WHERE party IN (\(marks)))",
            arguments: StatementArguments(ids)), at: 0)
      case .stories(let ids):
        keyColumn = "a.list_key"
        from = "story_member sm CROSS JOIN article a ON a.id = sm.article"
        let marks = FilterCompiler.marks(ids.count)
        wheres.insert(Condition(sql: "sm.story IN (\(marks))", arguments: StatementArguments(ids)), at: 0)
      }
    }
    if keys.lowerBound > Int64.min {
      wheres.append(Condition(sql: "\(keyColumn) >= ?", arguments: [keys.lowerBound]))
    }
    if keys.upperBound < Int64.max {
      wheres.append(Condition(sql: "\(keyColumn) <= ?", arguments: [keys.upperBound]))
    }
    for index in wheres.indices { wheres[index].sql.replace(Condition.key, with: keyColumn) }
    return (from, keyColumn, wheres)
  }
}

extension [Condition] {
  /// "WHERE …" or nothing.
  var sql: String { isEmpty ? "" : " WHERE " + map { "(\($0.sql))" }.joined(separator: " AND ") }
  var arguments: StatementArguments { reduce(into: StatementArguments()) { $0 += $1.arguments } }
}
