// Turns a query into SQL, given what the archive knows of parties, sources and words.

import GRDB

struct QueryCompiler {
  private let db: Database
  /// The word that is being typed, if any: its span in the query.
  private let typed: Span?
  /// The day that relative dates are counted from.
  private let today: CivilDate
  /// Up to how many words the last one is completed to.
  static let completions = 8

  init(_ db: Database, typed: Span? = nil, today: CivilDate = .today) {
    self.db = db
    self.today = today
    self.typed = typed
  }

  /// Reads and compiles the query of a scope.
  static func compile(_ scope: ListScope, _ db: Database) throws -> (query: Query, compiled: CompiledQuery) {
    let query = Query.parse(scope.query).query
    let end = scope.query.unicodeScalars.count
    var typed: Span?
    if scope.completesLastWord {
      // "th*" is typed as "th" is: all that begins so is asked for when the line is done.
      for case (.words(let words), true) in query.leaves where words.span.end == end && !words.isPhrase {
        typed = words.span
      }
    }
    return (query, try QueryCompiler(db, typed: typed).compile(query))
  }

  func compile(_ query: Query) throws -> CompiledQuery {
    var compiled = CompiledQuery()
    guard let root = query.root else { return compiled }
    let parts: [Query.Node]
    if case .all(let nodes) = root { parts = nodes } else { parts = [root] }
    var wanted: [String] = []
    var unwanted: [String] = []
    var others: [Query.Node] = []
    for part in parts {
      if case .filter(let filter) = part, filter.field == .date, let days = DateRangeQuery.days(of: filter.value, today: today) {
        compiled.keys = QueryCompiler.narrowed(compiled.keys, to: days)
      }
      if case .filter(let filter) = part { try choose(&compiled.driver, for: filter) }
      if case .words(let words) = part, words.span == typed {
        if let expression = try completed(words) {
          wanted.append(expression)
        } else if parts.count == 1 {
          // A word of one letter; what begins with it is found in titles only.
          compiled.match = QueryCompiler.expression(words, isPrefix: false)
        }
      } else if let expression = try text(part) {
        wanted.append(expression)
      } else if case .not(let inner) = part, let expression = try text(inner) {
        unwanted.append(expression)
      } else {
        others.append(part)
      }
    }
    if !wanted.isEmpty {
      compiled.match = wanted.joined(separator: " AND ")
      for expression in unwanted { compiled.match = "(\(compiled.match!)) NOT \(expression)" }
    } else {
      compiled.conditions += unwanted.map {
        Condition(sql: "a.list_key NOT IN (SELECT rowid FROM search WHERE search MATCH ?)", arguments: [$0])
      }
    }
    for part in others { compiled.conditions.append(try condition(part, ofMatches: compiled.match != nil)) }
    compiled.titleMatch = titleMatch(parts)
    return compiled
  }

  // MARK: Words

  /// The part as an expression of the full-text index, or nil where it holds other things than words.
  private func text(_ node: Query.Node) throws -> String? {
    switch node {
    case .words(let words): return QueryCompiler.expression(words)
    case .filter: return nil
    case .any(let nodes):
      let inner = try nodes.compactMap(text)
      return inner.count == nodes.count ? "(" + inner.joined(separator: " OR ") + ")" : nil
    case .all(let nodes):
      var wanted: [String] = []
      var unwanted: [String] = []
      for node in nodes {
        if case .not(let inner) = node, let expression = try text(inner) {
          unwanted.append(expression)
        } else if let expression = try text(node) {
          wanted.append(expression)
        } else {
          return nil
        }
      }
      // The index can leave out only from something.
      guard !wanted.isEmpty else { return nil }
      return unwanted.reduce("(" + wanted.joined(separator: " AND ") + ")") { "(\($0) NOT \($1))" }
    case .not: return nil
    }
  }

  /// A word, phrase or prefix, quoted: the index cuts and folds what stands between the quotes itself.
  static func expression(_ words: Query.Words, isPrefix: Bool? = nil) -> String {
    let column = words.place == .anywhere ? "" : "\(words.place.rawValue) : "
    return column + quoted(words.text) + (isPrefix ?? words.isPrefix ? " *" : "")
  }

  private static func quoted(_ text: String) -> String {
    "\"" + String(text.filter { $0 != "\0" }).replacing("\"", with: "\"\"") + "\""
  }

  /// The word that is typed or its most frequent completions; nil for a single letter, which would mean anything.
  private func completed(_ words: Query.Words) throws -> String? {
    let tokens = SearchTokens.words(of: words.text)
    guard let last = tokens.last, last.unicodeScalars.count > 1 else { return nil }
    guard tokens.count == 1 else { return QueryCompiler.expression(words) }
    var terms = try Completion.words(db, prefix: last, limit: QueryCompiler.completions)
    if !terms.contains(last) { terms.append(last) }
    let column = words.place == .anywhere ? "" : "\(words.place.rawValue) : "
    return column + "(" + terms.map(QueryCompiler.quoted).joined(separator: " OR ") + ")"
  }

  /// All words in a title, the one that is typed as a prefix; nil unless the query is words that may stand in a title. The
  /// index of titles knows no order of words: of "al-ass" it finds both halves, and a phrase is left to the other index.
  private func titleMatch(_ parts: [Query.Node]) -> String? {
    guard typed != nil else { return nil }
    var terms: [String] = []
    for part in parts {
      guard case .words(let words) = part else {
        if case .filter = part { continue }
        return nil
      }
      guard words.place != .body, !words.isPhrase else { return nil }
      let tokens = SearchTokens.words(of: words.text)
      for (index, token) in tokens.enumerated() {
        let isBeginning = index == tokens.count - 1 && (words.isPrefix || words.span == typed)
        terms.append(QueryCompiler.quoted(token) + (isBeginning ? " *" : ""))
      }
    }
    return terms.isEmpty ? nil : terms.joined(separator: " AND ")
  }

  // MARK: Conditions

  /// `ofMatches`: it is put to every article that the index finds.
  private func condition(_ node: Query.Node, ofMatches: Bool) throws -> Condition {
    if let expression = try text(node) { return QueryCompiler.matching(expression) }
    switch node {
    case .filter(let filter): return try FilterCompiler(db, today: today, makesSets: ofMatches).condition(filter)
    case .words(let words): return QueryCompiler.matching(QueryCompiler.expression(words))
    case .not(let inner):
      let condition = try condition(inner, ofMatches: ofMatches)
      // A condition on a missing value is neither true nor false; leaving out must keep such rows.
      return Condition(
        sql: "NOT ifnull((\(condition.sql)), 0)", arguments: condition.arguments, needsRow: condition.needsRow)
    case .all(let nodes), .any(let nodes):
      let isAll = if case .all = node { true } else { false }
      let inner = try nodes.map { try condition($0, ofMatches: ofMatches) }
      return Condition(
        sql: inner.map { "(\($0.sql))" }.joined(separator: isAll ? " AND " : " OR "), arguments: inner.arguments,
        needsRow: inner.contains(where: \.needsRow))
    }
  }

  private static func matching(_ expression: String) -> Condition {
    Condition(sql: "a.list_key IN (SELECT rowid FROM search WHERE search MATCH ?)", arguments: [expression])
  }

  /// Rows are read through the narrowest index that keeps them in list order.
  private func choose(_ driver: inout CompiledQuery.Driver, for filter: Query.Filter) throws {
    switch driver {
    case .party, .parties, .stories: return
    case .articles, .index: break
    }
    switch filter.field {
    case .party, .place, .said:
      let filters = FilterCompiler(db, today: today)
      let parties = try filters.parties(filter.value)
      if parties.count == 1 {
        driver = .party(parties[0])
      } else if parties.count > 1, try filters.areFew(parties) {
        driver = .parties(parties)
      }
    case .state:
      switch filter.value.lowercased() {
      case "starred": driver = .index("article_starred")
      case "missing": driver = .index("article_missing")
      case "read": driver = .index("article_read")
      case "unread":
        if case .articles = driver { driver = .index("article_unread") }
      default: break
      }
    case .story:
      let stories = try FilterCompiler(db, today: today).stories(filter.value)
      if !stories.isEmpty { driver = .stories(stories) }
    case .source, .feed, .tag, .date, .about: break
    }
  }

  /// List keys follow the instant, dates the local day: a day of slack on either side, and more for crowded days.
  private static func narrowed(_ keys: ClosedRange<Int64>, to days: ClosedRange<Int>) -> ClosedRange<Int64> {
    let low = max(keys.lowerBound, ListKey.start(ofDay: days.lowerBound - 1))
    let high = min(keys.upperBound, ListKey.start(ofDay: days.upperBound + QueryCompiler.slackDays))
    return low <= high ? low...high : low...low
  }

  /// A day has places for 46,080 articles; twenty times as many on one day still are found.
  private static let slackDays = 20
}
