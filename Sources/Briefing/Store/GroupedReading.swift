// Lists whose rows stand for several articles. Articles are read in the order of the list; a row is made where the one comes
// by that the row is (of copies the earliest that the list has) or that tells its place (of a story the newest). So a page
// goes on from where the last one ended, and nothing is counted off.

import GRDB

struct GroupedReading {
  let compiled: CompiledQuery
  let grouping: ListGrouping
  private let db: Database
  private var copies: CopyReading
  /// Where each story that was met stands, by its number: the list key of its newest article in the list.
  private var places: [Int64: Int64] = [:]
  /// Which article of a text is the row, by the text's earliest article.
  private var rowOf: [Int64: Int64] = [:]
  /// So many rows of a story are shown; the others are a step away.
  static let mostInStory = 12
  /// So many articles of a story are looked at for a page.
  private static let mostRead = 500

  init(_ compiled: CompiledQuery, _ grouping: ListGrouping, _ db: Database) {
    self.compiled = compiled
    self.grouping = grouping
    self.db = db
    copies = CopyReading(db)
  }

  /// A page of at least `limit` rows where there are so many, older or newer than a place, the newest first.
  mutating func page(olderThan: Int64?, newerThan: Int64?, limit: Int) throws -> ListPage {
    guard limit > 0 else { return try Archive.page(compiled, olderThan, newerThan, 0, db) }
    let isUpwards = olderThan == nil && newerThan != nil
    var groups: [[ArticleRow]] = []
    var count = 0
    var (older, newer) = (olderThan, newerThan)
    var hasMore = true
    while hasMore, count < limit {
      let read = try Archive.page(compiled, older, newer, max(limit, 40), db)
      hasMore = isUpwards ? read.hasNewer : read.hasOlder
      for row in isUpwards ? read.rows.reversed() : read.rows {
        if isUpwards { newer = row.listKey } else { older = row.listKey }
        guard let rows = try group(at: row) else { continue }
        groups.append(rows)
        count += rows.count
        if count >= limit {
          hasMore = hasMore || row.id != (isUpwards ? read.rows.first : read.rows.last)?.id
          break
        }
      }
      if read.rows.isEmpty { break }
    }
    let rows = (isUpwards ? groups.reversed() : groups).flatMap { $0 }
    return ListPage(
      rows: rows, hasNewer: isUpwards ? hasMore : olderThan != nil, hasOlder: isUpwards ? newerThan != Int64.min : hasMore)
  }

  /// The row that stands for an article in this list, and its place; nil where the list does not have it.
  mutating func standIn(for row: ArticleRow) throws -> (id: Int64, place: Int64)? {
    if grouping == .stories, let story = try story(of: row.id) {
      guard let place = try place(ofStory: story.id) else { return nil }
      return (try self.row(of: row), place)
    }
    let id = try self.row(of: row)
    return (id, id == row.id ? row.listKey : try Archive.row(id, db)?.listKey ?? row.listKey)
  }

  // MARK: Rows

  /// The rows that stand where this article does; nil where it is part of a row elsewhere.
  private mutating func group(at row: ArticleRow) throws -> [ArticleRow]? {
    if grouping == .stories, let story = try story(of: row.id) { return try self.story(story, at: row) }
    guard try self.row(of: row) == row.id else { return nil }
    return [try folded(row)]
  }

  private mutating func folded(_ row: ArticleRow) throws -> ArticleRow {
    var row = row
    row.fold = try copies.fold(row)
    return row
  }

  /// Of an article and its copies the one that is the row: the earliest that the list has.
  private mutating func row(of row: ArticleRow) throws -> Int64 {
    let all = try copies.copies(of: row)
    guard all.count > 1, let first = all.first else { return row.id }
    if let known = rowOf[first.id] { return known }
    let keys = compiled.isAll ? Set(all.map(\.listKey)) : Set(try matching(all.map(\.listKey)).map(\.listKey))
    let id = all.first { keys.contains($0.listKey) }?.id ?? row.id
    rowOf[first.id] = id
    return id
  }

  // MARK: Stories

  private func story(of article: Int64) throws -> (id: Int64, name: String, articles: Int)? {
    let statement = try db.cachedStatement(
      sql: "SELECT s.id, s.name, s.articles FROM story_member m JOIN story s ON s.id = m.story WHERE m.article = ?")
    let row = try Row.fetchOne(statement, arguments: [article])
    return row.flatMap { $0[2] as Int > 1 ? ($0[0], $0[1], $0[2]) : nil }
  }

  /// The list keys of a story's articles that the list has, the newest first.
  private func keys(ofStory story: Int64) throws -> [Int64] {
    let members = try db.cachedStatement(
      sql: """
        SELECT a.list_key FROM story_member m CROSS JOIN article a ON a.id = m.article WHERE m.story = ?
        ORDER BY a.list_key DESC LIMIT \(GroupedReading.mostRead)
        """)
    let keys = try Int64.fetchAll(members, arguments: [story])
    return compiled.isAll ? keys : try matching(keys).map(\.listKey)
  }

  private mutating func place(ofStory story: Int64) throws -> Int64? {
    if let known = places[story] { return known }
    guard let place = try keys(ofStory: story).first else { return nil }
    places[story] = place
    return place
  }

  private mutating func story(_ story: (id: Int64, name: String, articles: Int), at row: ArticleRow) throws -> [ArticleRow]? {
    if let known = places[story.id] {
      guard known == row.listKey else { return nil }
    }
    let keys = try keys(ofStory: story.id)
    places[story.id] = keys.first ?? row.listKey
    guard keys.first == row.listKey else { return nil }
    let byKey = try db.cachedStatement(sql: "SELECT \(RowReading.columns) FROM article a WHERE a.list_key = ?")
    var rows: [ArticleRow] = []
    var read = 0
    for key in keys where rows.count < GroupedReading.mostInStory {
      read += 1
      guard let member = try Row.fetchOne(byKey, arguments: [key]).map(RowReading.articleRow) else { continue }
      if try self.row(of: member) == member.id { rows.append(try folded(member)) }
    }
    let dated = keys.filter(ListKey.isDated)
    let isWhole = compiled.isAll && story.articles > keys.count
    let count = isWhole ? story.articles : keys.count
    let group = StoryGroup(
      id: story.id, name: story.name, articles: count, hidden: max(0, count - read),
      firstDay: dated.last.map(ListKey.day), lastDay: dated.first.map(ListKey.day), gained: try gained(story.id),
      place: row.listKey)
    // Copies of another story's text stand there.
    if rows.isEmpty { rows = [try folded(row)] }
    for index in rows.indices { rows[index].story = group }
    return rows
  }

  private func gained(_ story: Int64) throws -> Int? {
    guard let last = try StoryReading.lastLook(story, db) else { return nil }
    let statement = try db.cachedStatement(sql: "SELECT count(*) FROM story_member WHERE story = ? AND article > ?")
    return try Int.fetchOne(statement, arguments: [story, last])
  }

  // MARK: The query

  /// Of these places those whose articles the query finds, the newest first.
  private func matching(_ keys: [Int64]) throws -> [ArticleRow] {
    guard !keys.isEmpty else { return [] }
    var narrowed = compiled
    // The bounds only hasten a long list; beside these few places they would have all that lies between them read.
    narrowed.keys = Int64.min...Int64.max
    // Filled up to a power of two, so that few statements are prepared and kept.
    var places = 2
    while places < keys.count { places *= 2 }
    let filled = keys + [Int64](repeating: keys[0], count: places - keys.count)
    narrowed.conditions.append(
      Condition(
        sql: "\(Condition.key) IN (\(FilterCompiler.marks(places)))", arguments: StatementArguments(filled), needsRow: false))
    return try Archive.page(narrowed, nil, nil, keys.count, db).rows
  }
}
