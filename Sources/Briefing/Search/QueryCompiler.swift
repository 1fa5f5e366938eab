// Turns a query into SQL, given what the archive knows of parties, sources and words.

import GRDB

struct QueryCompiler {
  private let db: Database
  /// The word that is being typed, if any: its span in the query.
  private let typed: Span?
  /// The day that relative dates are counted from.
  private let today: CivilDate
  private let use: Use
  /// Up to how many words the last one is completed to.
  static let completions = 8

  /// What the compiled query is for.
  enum Use {
    /// The first rows of a list in its order: what nearly every article meets is best asked of the rows themselves.
    case page
    /// All that the query finds, or its best: the index answers.
    case all
  }

  init(_ db: Database, typed: Span? = nil, today: CivilDate = .today, for use: Use = .all) {
    self.db = db
    self.today = today
    self.typed = typed
    self.use = use
  }

  /// Reads and compiles the query of a scope.
  static func compile(
    _ scope: ListScope, for use: Use = .all, _ db: Database
  ) throws -> (query: Query, compiled: CompiledQuery) {
    let query = Query.parse(scope.query).query
    let end = scope.query.unicodeScalars.count
    var typed: Span?
    if scope.completesLastWord {
      // "th*" is typed as "th" is: all that begins so is asked for when the line is done.
      for case (.words(let words), true) in query.leaves where words.span.end == end && (!words.isPhrase || words.isOpen) {
        typed = words.span
      }
    }
    let isByDate = (query.sort ?? scope.order) == .newest
    return (query, try QueryCompiler(db, typed: typed, for: isByDate ? use : .all).compile(query))
  }

  func compile(_ query: Query) throws -> CompiledQuery {
    var compiled = CompiledQuery()
    guard let root = query.root else { return compiled }
    let parts: [Query.Node]
    if case .all(let nodes) = root { parts = nodes } else { parts = [root] }
    var wanted: [String] = []
    var unwanted: [Query.Node] = []
    var others: [Query.Node] = []
    var tests: [Condition] = []
    for part in parts {
      if case .filter(let filter) = part, filter.field == .date, let days = DateRangeQuery.days(of: filter.value, today: today) {
        compiled.keys = QueryCompiler.narrowed(compiled.keys, to: days)
      }
      if case .filter(let filter) = part { try choose(&compiled.driver, for: filter) }
      if let test = try rowTest(part, among: parts) {
        tests.append(test)
      } else if case .words(let words) = part, words.span == typed {
        if let expression = try completed(words) {
          wanted.append(expression)
        } else if parts.count == 1 {
          // A word of one letter; what begins with it is found in titles only.
          compiled.match = QueryCompiler.expression(words, isPrefix: false)
        }
      } else if let expression = try text(part) {
        wanted.append(expression)
      } else if case .not(let inner) = part, try text(inner) != nil {
        unwanted.append(inner)
      } else {
        others.append(part)
      }
    }
    if !wanted.isEmpty {
      compiled.match = wanted.joined(separator: " AND ")
      for expression in try unwanted.compactMap(text) { compiled.match = "(\(compiled.match!)) NOT \(expression)" }
    } else {
      for node in unwanted { compiled.conditions.append(try absence(of: node, within: compiled)) }
    }
    for part in others { compiled.conditions.append(try condition(part, within: compiled)) }
    // Each of these reads a text: they come last.
    compiled.conditions += tests
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
    guard let last = tokens.last, last.unicodeScalars.count > 1 || tokens.count > 1 else { return nil }
    guard tokens.count == 1 || words.isOpen else { return QueryCompiler.expression(words) }
    let column = words.place == .anywhere ? "" : "\(words.place.rawValue) : "
    let whole = "\(column)\(QueryCompiler.quoted(tokens.dropLast().joined(separator: " ")))"
    guard last.unicodeScalars.count > 1 else { return whole }
    var terms = try Completion.words(db, prefix: last, limit: QueryCompiler.completions)
    if !terms.contains(last) { terms.append(last) }
    let completed = column + "(" + terms.map(QueryCompiler.quoted).joined(separator: " OR ") + ")"
    guard tokens.count > 1 else { return completed }
    // A phrase that is not closed: the words that are whole in their order, and the last one anywhere until it is whole too.
    return "(\(whole) AND \(completed))"
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

  /// A part that is not asked of the index, within what the index and the dates leave over.
  private func condition(_ node: Query.Node, within compiled: CompiledQuery) throws -> Condition {
    if let expression = try text(node) { return QueryCompiler.matching(expression, within: compiled.keys) }
    switch node {
    case .filter(let filter):
      // With words it is put to every article that the index finds.
      return try FilterCompiler(db, today: today, makesSets: compiled.match != nil).condition(filter)
    case .words(let words): return QueryCompiler.matching(QueryCompiler.expression(words), within: compiled.keys)
    case .not(let inner):
      let condition = try condition(inner, within: compiled)
      // A condition on a missing value is neither true nor false; leaving out must keep such rows.
      return Condition(
        sql: "NOT ifnull((\(condition.sql)), 0)", arguments: condition.arguments, needsRow: condition.needsRow)
    case .all(let nodes), .any(let nodes):
      let isAll = if case .all = node { true } else { false }
      let inner = try nodes.map { try condition($0, within: compiled) }
      return Condition(
        sql: inner.map { "(\($0.sql))" }.joined(separator: isAll ? " AND " : " OR "), arguments: inner.arguments,
        needsRow: inner.contains(where: \.needsRow))
    }
  }

  /// The articles that an expression finds, as a set that is made once.
  private static func matching(_ expression: String, within keys: ClosedRange<Int64>) -> Condition {
    var bounds = ""
    var arguments: StatementArguments = [expression]
    if keys.lowerBound > Int64.min {
      bounds += " AND rowid >= ?"
      arguments += [keys.lowerBound]
    }
    if keys.upperBound < Int64.max {
      bounds += " AND rowid <= ?"
      arguments += [keys.upperBound]
    }
    return Condition(
      sql: "\(Condition.key) IN (SELECT rowid FROM search WHERE search MATCH ?\(bounds))", arguments: arguments,
      needsRow: false)
  }

  /// What is left out where nothing is asked for that the index could leave it out from.
  private func absence(of node: Query.Node, within compiled: CompiledQuery) throws -> Condition {
    var condition = try condition(node, within: compiled)
    if use == .page, case .words(let words) = node, let word = QueryCompiler.single(words) {
      let share = try WordShare(of: word, isBeginning: words.isPrefix, db)
      if share.isWorthLeavingOut(fewRows: try compiled.driver.hasFewRows(db)) {
        condition = WordTest.condition(word, isBeginning: words.isPrefix, place: words.place)
      }
    }
    condition.sql = "NOT (\(condition.sql))"
    return condition
  }

  /// A beginning that so many words have that reading the newest texts finds a page of it sooner than the index.
  ///
  /// While it is typed only beside another word: the index leaps through the places of eight words for every article that
  /// has that one, where a few texts tell the same.
  private func rowTest(_ node: Query.Node, among parts: [Query.Node]) throws -> Condition? {
    guard use == .page, case .words(let words) = node, let word = QueryCompiler.single(words) else { return nil }
    let isTyped = words.span == typed
    let isAsked =
      isTyped ? !words.isPhrase && word.unicodeScalars.count > 1 && parts.contains(where: isOtherWord) : words.isPrefix
    guard isAsked else { return nil }
    let share = try WordShare(of: word, isBeginning: true, db)
    guard isTyped ? share.isDense : share.isWorthReading else { return nil }
    return WordTest.condition(word, isBeginning: true, place: words.place)
  }

  /// A word or phrase that is whole, which the index finds by itself.
  private func isOtherWord(_ node: Query.Node) -> Bool {
    if case .words(let words) = node { words.span != typed && !words.isPrefix } else { false }
  }

  /// The one word that is meant, folded; nil for several.
  private static func single(_ words: Query.Words) -> String? {
    let tokens = SearchTokens.words(of: words.text)
    return tokens.count == 1 ? tokens[0] : nil
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
