// Lists and searches, page by page. Pages are asked for by list key, so that nothing is counted off and nothing shifts
// when articles arrive meanwhile.

import Foundation
import GRDB

extension Archive {
  /// Relevance looks at the newest matches only: a common word has a hundred thousand, and old ones are not news.
  static let ranked = 2000
  /// Up to how many rows are a page to be looked at; more are an export, which wants all.
  private static let shortPage = 500

  /// A page of a list: `limit` rows older (or newer) than a place, newest first; the newest without either, the oldest
  /// above `Int64.min`. Rows that stand for several articles may make it a few rows longer.
  /// By rank: the best `limit` of the newest 2,000 matches. Words that the query language rejects are left out.
  public func page(
    _ scope: ListScope, grouping: ListGrouping = .none, olderThan: Int64? = nil, newerThan: Int64? = nil, limit: Int
  ) throws(StoreError) -> ListPage {
    try listing(scope, grouping, limit) { list, db in try list.page(olderThan, newerThan, limit, db) }
  }

  /// A page around the row that stands for an article, with as many rows above it as below; the first page where the list
  /// does not have it.
  public func page(
    _ scope: ListScope, grouping: ListGrouping = .none, around id: Int64, limit: Int
  ) throws(StoreError) -> ListPage {
    try listing(scope, grouping, limit) { list, db in
      guard !list.isRanked, let row = try Archive.row(id, db), let here = try list.standIn(for: row, db) else {
        return try list.page(nil, nil, limit, db)
      }
      let newer = try list.page(nil, here.place, limit / 2, db)
      let older = try list.page(here.place + 1, nil, limit - limit / 2, db)
      return ListPage(
        rows: newer.rows + older.rows, hasNewer: newer.hasNewer, hasOlder: older.hasOlder, anchor: here.id)
    }
  }

  private func listing(
    _ scope: ListScope, _ grouping: ListGrouping, _ limit: Int, _ body: (inout Listing, Database) throws -> ListPage
  ) throws(StoreError) -> ListPage {
    guard !scope.query.isEmpty else {
      return try read { db in
        var list = Listing(CompiledQuery(), QueryMatcher("", completesLastWord: false), isRanked: false, grouping, db)
        return try body(&list, db)
      }
    }
    return try search { db in
      let (query, compiled) = try QueryCompiler.compile(scope, for: limit <= Archive.shortPage ? .page : .all, db)
      if compiled.isEmpty { return ListPage(rows: [], hasNewer: false, hasOlder: false) }
      let matcher = QueryMatcher(scope.query, completesLastWord: scope.completesLastWord)
      let isRanked = query.sort ?? scope.order == .rank && compiled.match != nil
      var list = Listing(compiled, matcher, isRanked: isRanked, grouping, db)
      return try body(&list, db)
    }
  }

  /// A compiled list, ready to be read page by page.
  private struct Listing {
    let compiled: CompiledQuery
    let matcher: QueryMatcher
    let isRanked: Bool
    let grouping: ListGrouping
    private var grouped: GroupedReading

    init(_ compiled: CompiledQuery, _ matcher: QueryMatcher, isRanked: Bool, _ grouping: ListGrouping, _ db: Database) {
      self.compiled = compiled
      self.matcher = matcher
      self.isRanked = isRanked
      self.grouping = grouping
      grouped = GroupedReading(compiled, grouping, db)
    }

    mutating func standIn(for row: ArticleRow, _ db: Database) throws -> (id: Int64, place: Int64)? {
      grouping == .none ? (row.id, row.listKey) : try grouped.standIn(for: row)
    }

    mutating func page(_ olderThan: Int64?, _ newerThan: Int64?, _ limit: Int, _ db: Database) throws -> ListPage {
      let limit = max(0, min(limit, 100_000))
      if isRanked { return try Archive.ranked(compiled, matcher, limit, grouping, db) }
      var page =
        grouping == .none
        ? try Archive.page(compiled, olderThan, newerThan, limit, db)
        : try grouped.page(olderThan: olderThan, newerThan: newerThan, limit: limit)
      try Archive.addSnippets(&page.rows, matcher, db)
      return page
    }
  }

  /// How many articles the scope has, counted up to `cap`.
  public func count(_ scope: ListScope, cap: Int? = nil) throws(StoreError) -> Int {
    if scope.query.isEmpty { return min(try totals().articles, cap ?? Int.max) }
    return try search { db in
      let (_, compiled) = try QueryCompiler.compile(scope, db)
      return try Archive.count(compiled, cap: cap ?? 10_000_000, db)
    }
  }

  static func count(_ compiled: CompiledQuery, cap: Int, _ db: Database) throws -> Int {
    if compiled.isEmpty { return 0 }
    var sources: [String] = []
    var arguments = StatementArguments()
    for titlesOnly in [false, true] where titlesOnly ? compiled.titleMatch != nil : true {
      if !titlesOnly, compiled.match == nil, compiled.titleMatch != nil { continue }
      let (from, key, wheres) = compiled.source(titlesOnly: titlesOnly, needsRow: false)
      sources.append("SELECT * FROM (SELECT \(key) FROM \(from)\(wheres.sql) LIMIT ?)")
      arguments += wheres.arguments
      arguments += [cap]
    }
    let statement = try db.cachedStatement(sql: "SELECT count(*) FROM (\(sources.joined(separator: " UNION ")))")
    return min(try Int.fetchOne(statement, arguments: arguments) ?? 0, cap)
  }

  // MARK: By date

  static func page(
    _ compiled: CompiledQuery, _ olderThan: Int64?, _ newerThan: Int64?, _ limit: Int, _ db: Database
  ) throws -> ListPage {
    let isUpwards = olderThan == nil && newerThan != nil
    var rows: [ArticleRow] = []
    if compiled.match != nil || compiled.titleMatch == nil {
      rows = try self.rows(compiled, titlesOnly: false, olderThan, newerThan, limit + 1, db)
    }
    if compiled.titleMatch != nil {
      let titles = try self.rows(compiled, titlesOnly: true, olderThan, newerThan, limit + 1, db)
      let known = Set(rows.map(\.id))
      rows += titles.filter { !known.contains($0.id) }
      rows.sort { isUpwards ? $0.listKey < $1.listKey : $0.listKey > $1.listKey }
    }
    let hasMore = rows.count > limit
    rows = Array(rows.prefix(limit))
    if isUpwards { rows.reverse() }
    return ListPage(
      rows: rows, hasNewer: isUpwards ? hasMore : olderThan != nil, hasOlder: isUpwards ? newerThan != Int64.min : hasMore)
  }

  private static func rows(
    _ compiled: CompiledQuery, titlesOnly: Bool, _ olderThan: Int64?, _ newerThan: Int64?, _ limit: Int, _ db: Database
  ) throws -> [ArticleRow] {
    var (from, key, wheres) = compiled.source(titlesOnly: titlesOnly)
    if let olderThan { wheres.append(Condition(sql: "\(key) < ?", arguments: [olderThan])) }
    if let newerThan { wheres.append(Condition(sql: "\(key) > ?", arguments: [newerThan])) }
    let direction = olderThan == nil && newerThan != nil ? "ASC" : "DESC"
    let statement = try db.cachedStatement(
      sql: "SELECT \(RowReading.columns) FROM \(from)\(wheres.sql) ORDER BY \(key) \(direction) LIMIT ?")
    return try Row.fetchAll(statement, arguments: wheres.arguments + [limit]).map(RowReading.articleRow)
  }

  // MARK: By rank

  /// A word in the title weighs four times one in the body (BM25); of equals the newer comes first.
  private static func ranked(
    _ compiled: CompiledQuery, _ matcher: QueryMatcher, _ limit: Int, _ grouping: ListGrouping, _ db: Database
  ) throws -> ListPage {
    let (from, key, wheres) = compiled.source(needsRow: false)
    let weights = try Ranking.weights(of: compiled.match ?? "", db)
    let statement = try db.cachedStatement(
      sql: "SELECT \(key), relevance(search, ?) FROM \(from)\(wheres.sql) ORDER BY \(key) DESC LIMIT \(ranked)")
    var scored: [(key: Int64, score: Double)] = []
    let cursor = try Row.fetchCursor(statement, arguments: [weights] + wheres.arguments)
    while let row = try cursor.next() { scored.append((row[0], row[1])) }
    scored.sort { $0.score != $1.score ? $0.score > $1.score : $0.key > $1.key }
    var rows: [ArticleRow] = []
    let byKey = try db.cachedStatement(sql: "SELECT \(RowReading.columns) FROM article a WHERE a.list_key = ?")
    // Of copies the best match is the row.
    var copies = CopyReading(db)
    var folded: Set<Int64> = []
    var read = 0
    for item in scored where rows.count < limit {
      read += 1
      guard var row = try Row.fetchOne(byKey, arguments: [item.key]).map(RowReading.articleRow) else { continue }
      if grouping != .none {
        guard !folded.contains(row.id) else { continue }
        row.fold = try copies.fold(row.id)
        folded.formUnion(row.fold?.copies ?? [])
      }
      rows.append(row)
    }
    try addSnippets(&rows, matcher, db)
    return ListPage(rows: rows, hasNewer: false, hasOlder: scored.count > read)
  }

  private static func addSnippets(_ rows: inout [ArticleRow], _ matcher: QueryMatcher, _ db: Database) throws {
    guard !matcher.isEmpty else { return }
    let maker = SnippetMaker(matcher)
    // A screen shows fifty rows; an export of thousands needs no snippets.
    guard rows.count <= 500 else { return }
    let statement = try db.cachedStatement(
      sql: "SELECT t.title, t.body, g.head FROM article_text t, given g WHERE t.list_key = ? AND g.article = ?")
    for i in rows.indices {
      guard let row = try Row.fetchOne(statement, arguments: [rows[i].listKey, rows[i].id]) else { continue }
      let body: String = row[1]
      let blocks = (try? Article(packed: RowReading.bytes(row, at: 2), text: body))?.blocks ?? []
      rows[i].snippet = maker.snippet(headline: rows[i].headline, title: row[0], body: body, blocks: blocks)
    }
  }
}
