// Fields other than text, as conditions on the rows: who takes part and how, source, tag, dates, state.

import GRDB

struct FilterCompiler {
  let db: Database
  /// The day that relative dates are counted from.
  private let today: CivilDate
  /// Every article that has the query's words is asked: what is in few is then better looked up in a set made once than in
  /// the tables again and again. Without words rows are read in order until a page is full, and no set is worth its making.
  private let makesSets: Bool
  /// Up to how many articles a set is made of; of more so many meet the condition that a page is soon full.
  private static let largestSet = 10_000

  init(_ db: Database, today: CivilDate = .today, makesSets: Bool = false) {
    self.db = db
    self.today = today
    self.makesSets = makesSets
  }

  func condition(_ filter: Query.Filter) throws -> Condition {
    switch filter.field {
    case .party: return try involvement(filter.value, bands: [.involved, .source])
    case .place: return try involvement(filter.value, bands: .place)
    case .said: return try involvement(filter.value, bands: .source)
    case .source:
      let names = try sources(filter.value)
      guard !names.isEmpty else { return .never }
      return Condition(
        sql: "a.source IN (\(FilterCompiler.marks(names.count)))", arguments: StatementArguments(names))
    case .feed: return try feed(filter.value)
    case .story:
      let stories = try stories(filter.value)
      guard !stories.isEmpty else { return .never }
      return Condition(
        sql: "a.id IN (SELECT article FROM story_member WHERE story IN (\(FilterCompiler.marks(stories.count))))",
        arguments: StatementArguments(stories))
    case .tag:
      let (value, isPrefix) = FilterCompiler.prefix(filter.value)
      let test = isPrefix ? "t.tag LIKE ? ESCAPE '\\'" : "t.tag = ?"
      // The plus keeps the index from being asked once for every article of the tag.
      return Condition(
        sql: "\(makesSets ? "+" : "")\(Condition.key) IN (SELECT t.list_key FROM tagged t WHERE \(test))",
        arguments: [isPrefix ? FilterCompiler.like(value) + "%" : value], needsRow: false)
    case .date:
      guard let days = DateRangeQuery.days(of: filter.value, today: today) else { return .never }
      return Condition(sql: "a.day >= ? AND a.last_day <= ?", arguments: [days.lowerBound, days.upperBound])
    case .about:
      guard let days = DateRangeQuery.days(of: filter.value, today: today) else { return .never }
      return Condition(
        sql: """
          EXISTS (SELECT 1 FROM date_mention m WHERE m.list_key = \(Condition.key) AND m.first_day <= ? AND m.last_day >= ?)
          """,
        arguments: [days.upperBound, days.lowerBound], needsRow: false)
    case .state:
      switch filter.value.lowercased() {
      case "unread": return Condition(sql: "a.is_unread = 1")
      case "read": return Condition(sql: "a.is_unread = 0")
      case "starred" where makesSets:
        return Condition(
          sql: "+\(Condition.key) IN (SELECT list_key FROM article INDEXED BY article_starred WHERE is_starred = 1)",
          needsRow: false)
      case "starred": return Condition(sql: "a.is_starred = 1")
      case "undated": return Condition(sql: "\(Condition.key) < \(ListKey.firstDated)", needsRow: false)
      case "missing": return Condition(sql: "a.missing > 0")
      default: return .never
      }
    }
  }

  private func involvement(_ value: String, bands: Bands) throws -> Condition {
    let ids = try parties(value)
    guard !ids.isEmpty else { return .never }
    let marks = FilterCompiler.marks(ids.count)
    let involved = "SELECT p.list_key FROM involvement p WHERE p.party IN (\(marks)) AND p.bands & \(bands.rawValue) <> 0"
    let isSet = try makesSets && areFew(ids)
    return Condition(
      sql: isSet ? "+\(Condition.key) IN (\(involved))" : "EXISTS (\(involved) AND p.list_key = \(Condition.key))",
      arguments: StatementArguments(ids), needsRow: false)
  }

  /// Whether a set of their articles is soon made.
  func areFew(_ parties: [Int64]) throws -> Bool {
    let statement = try db.cachedStatement(
      sql: "SELECT sum(articles) FROM party WHERE id IN (\(FilterCompiler.marks(parties.count)))")
    return try Int.fetchOne(statement, arguments: StatementArguments(parties)) ?? 0 <= FilterCompiler.largestSet
  }

  /// The parties that a name or an id may mean, the most frequent first; with a star, all whose name begins so.
  func parties(_ value: String) throws -> [Int64] {
    let byID = try db.cachedStatement(sql: "SELECT id FROM party WHERE entity = ?")
    if let id = try Int64.fetchOne(byID, arguments: [try merged(value)]) { return [id] }
    let (text, isPrefix) = FilterCompiler.prefix(value)
    let name = SearchTokens.words(of: text).joined(separator: " ")
    guard !name.isEmpty else { return [] }
    let test = isPrefix ? "n.name >= ? AND n.name < ? || char(1114111)" : "n.name = ? AND n.name = ?"
    let byName = try db.cachedStatement(
      sql: """
        SELECT DISTINCT p.id FROM party_name n JOIN party p ON p.id = n.party WHERE \(test)
        ORDER BY p.articles DESC LIMIT 200
        """)
    let entity = try db.cachedStatement(sql: "SELECT entity FROM party WHERE id = ?")
    var found: [Int64] = []
    for id in try Int64.fetchAll(byName, arguments: [name, name]) {
      let own = try String.fetchOne(entity, arguments: [id]) ?? ""
      let target = try merged(own)
      let final = target == own ? id : try Int64.fetchOne(byID, arguments: [target]) ?? id
      if !found.contains(final) { found.append(final) }
    }
    return found
  }

  /// The party into which the reader merged a party everywhere, or the party itself.
  private func merged(_ entity: EntityID) throws -> EntityID {
    let statement = try db.cachedStatement(
      sql: """
        SELECT target FROM party_decision
        WHERE ifnull(article, 0) = 0 AND ifnull(entity, '') = ? AND ifnull(surface, '') = ''
        """)
    var here = entity
    var steps = 0
    while steps < 8, let next = try String.fetchOne(statement, arguments: [here]) {
      here = next
      steps += 1
    }
    return here
  }

  /// The story of that number, or those that have the value's words in their names; the largest first.
  func stories(_ value: String) throws -> [Int64] {
    if let id = Int64(value) {
      return try Int64.fetchAll(try db.cachedStatement(sql: "SELECT id FROM story WHERE id = ?"), arguments: [id])
    }
    let wanted = SearchTokens.words(of: value)
    guard !wanted.isEmpty else { return [] }
    let statement = try db.cachedStatement(
      sql: """
        SELECT s.id FROM story_search n CROSS JOIN story s ON s.id = n.rowid WHERE story_search MATCH ? AND s.articles > 0
        ORDER BY s.articles DESC, s.id LIMIT 200
        """)
    return try Int64.fetchAll(statement, arguments: [wanted.map { "\"\($0)\"" }.joined(separator: " ")])
  }

  /// The sources that hold the value's words in their order; archives have few of them.
  func sources(_ value: String) throws -> [String] {
    let (text, isPrefix) = FilterCompiler.prefix(value)
    let wanted = SearchTokens.words(of: text)
    guard !wanted.isEmpty else { return [] }
    return try FilterCompiler.allSources(db).filter { source in
      let words = SearchTokens.words(of: source)
      guard words.count >= wanted.count else { return false }
      return (0...words.count - wanted.count).contains { start in
        zip(words[start...], wanted).enumerated().allSatisfy { index, pair in
          pair.0 == pair.1 || (isPrefix && index == wanted.count - 1 && pair.0.hasPrefix(pair.1))
        }
      }
    }
  }

  /// Every source, found by leaping from one to the next in the index.
  static func allSources(_ db: Database, limit: Int = 5000) throws -> [String] {
    let statement = try db.cachedStatement(
      sql: """
        WITH RECURSIVE s(name) AS (
          SELECT min(source) FROM article WHERE source IS NOT NULL
          UNION ALL
          SELECT (SELECT min(source) FROM article WHERE source IS NOT NULL AND source > s.name) FROM s WHERE s.name IS NOT NULL
        ) SELECT name FROM s WHERE name IS NOT NULL LIMIT ?
        """)
    return try String.fetchAll(statement, arguments: [limit])
  }

  static func marks(_ count: Int) -> String { Array(repeating: "?", count: count).joined(separator: ", ") }

  /// The value without its star, and whether it had one.
  static func prefix(_ value: String) -> (String, Bool) {
    value.hasSuffix("*") ? (String(value.dropLast()), true) : (value, false)
  }

  /// A value whose signs LIKE must not read.
  static func like(_ value: String) -> String {
    value.replacing("\\", with: "\\\\").replacing("%", with: "\\%").replacing("_", with: "\\_")
  }
}
