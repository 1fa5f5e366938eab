// Lists whose rows stand for several articles. Articles are read in the order of the list; a row is made where the one comes
// by that the row is (of copies the earliest that the list has) or that tells its place (of a story the newest). So a page
// goes on from where the last one ended, and nothing is counted off.

import GRDB

struct GroupedReading {
  let compiled: CompiledQuery
  let grouping: ListGrouping
  private let db: Database
  private let found: FoundPlaces
  private var copies: CopyReading
  /// Where each story that was met stands, by its number: the list key of its newest article in the list.
  private var places: [Int64: Int64] = [:]
  /// Which article of a text is the row, by the text's number; nil where the list has none of them.
  private var rowOf: [Int64: CopyReading.Copy?] = [:]
  /// The places of each story that the list has, the newest first.
  private var keysOf: [Int64: [Int64]] = [:]
  /// The last looks at stories, once they are asked for.
  private var looks: [Int64: Int64]?
  /// So many rows of a story are shown; the others are a step away.
  static let mostInStory = 12
  /// So many articles of a story are looked at for a page.
  private static let mostRead = 500

  init(_ compiled: CompiledQuery, _ grouping: ListGrouping, _ db: Database) {
    self.compiled = compiled
    self.grouping = grouping
    self.db = db
    copies = CopyReading(db)
    found = FoundPlaces(compiled, db)
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
      try look(at: read.rows.map(\.id), forStories: grouping == .stories)
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
    let first = try firstCopy(of: row.id)
    if grouping == .stories, let story = try story(of: row.id) {
      guard let place = try place(ofStory: story.id) else { return nil }
      return (first?.id ?? row.id, place)
    }
    return first.map { ($0.id, $0.key) } ?? (row.id, row.listKey)
  }

  /// Those of these unread articles for which a row at or above a place stands, with the unread copies beside them.
  mutating func unread(with articles: [Int64], downTo place: Int64) throws -> [Int64] {
    var ids: [Int64] = []
    for start in stride(from: 0, to: articles.count, by: 400) {
      let some = Array(articles[start..<min(articles.count, start + 400)])
      try look(at: some, forStories: false)
      for article in some {
        guard let text = try copies.text(of: article) else {
          ids.append(article)
          continue
        }
        guard let row = try firstCopy(ofText: text), row.key >= place else { continue }
        ids += try copies.copies(ofText: text).filter(\.isUnread).map(\.id)
      }
    }
    return ids
  }

  // MARK: Rows

  /// Asks at once what the query finds of the texts of these articles, and of their stories.
  private mutating func look(at articles: [Int64], forStories: Bool) throws {
    guard !compiled.isAll else { return }
    var texts: Set<Int64> = []
    var stories: Set<Int64> = []
    for article in articles {
      if let text = try copies.text(of: article), rowOf[text] == nil { texts.insert(text) }
      if forStories, let story = try story(of: article)?.id, keysOf[story] == nil { stories.insert(story) }
    }
    var keys: [Int64] = []
    for text in texts { keys += try copies.copies(ofText: text).map(\.key) }
    for story in stories { keys += try members(of: story) }
    let places = try found.among(keys)
    for text in texts { rowOf[text] = .some(try copies.copies(ofText: text).first { places.contains($0.key) }) }
    for story in stories { keysOf[story] = try members(of: story).filter(places.contains) }
  }

  /// The rows that stand where this article does; nil where it is part of a row elsewhere.
  private mutating func group(at row: ArticleRow) throws -> [ArticleRow]? {
    if grouping == .stories, let story = try story(of: row.id) { return try self.story(story, at: row) }
    guard try isRow(row) else { return nil }
    return [try folded(row)]
  }

  private mutating func folded(_ row: ArticleRow) throws -> ArticleRow {
    var row = row
    row.fold = try copies.fold(row.id)
    return row
  }

  private mutating func isRow(_ row: ArticleRow) throws -> Bool {
    try firstCopy(of: row.id).map { $0.id == row.id } ?? true
  }

  /// Of the copies of an article the one that is the row: the earliest that the list has. nil where it is alone.
  private mutating func firstCopy(of article: Int64) throws -> CopyReading.Copy? {
    try copies.text(of: article).flatMap { try firstCopy(ofText: $0) }
  }

  private mutating func firstCopy(ofText text: Int64) throws -> CopyReading.Copy? {
    if let known = rowOf[text] { return known }
    let all = try copies.copies(ofText: text)
    let places = try found.among(all.map(\.key))
    let first = all.first { places.contains($0.key) }
    rowOf[text] = .some(first)
    return first
  }

  // MARK: Stories

  private func story(of article: Int64) throws -> (id: Int64, name: String, articles: Int)? {
    let statement = try db.cachedStatement(
      sql: "SELECT s.id, s.name, s.articles FROM story_member m JOIN story s ON s.id = m.story WHERE m.article = ?")
    let row = try Row.fetchOne(statement, arguments: [article])
    return row.flatMap { $0[2] as Int > 1 ? ($0[0], $0[1], $0[2]) : nil }
  }

  /// Where a story stands: at its newest article that the list has.
  private mutating func place(ofStory story: Int64) throws -> Int64? {
    if let known = places[story] { return known }
    let place: Int64?
    if compiled.isAll {
      let newest = try db.cachedStatement(sql: "SELECT max(list_key) FROM story_member WHERE story = ?")
      place = try Int64.fetchOne(newest, arguments: [story])
    } else {
      place = try keys(ofStory: story).first
    }
    places[story] = place
    return place
  }

  /// The list keys of a story's newest articles, the newest first.
  private func members(of story: Int64) throws -> [Int64] {
    let members = try db.cachedStatement(
      sql: "SELECT list_key FROM story_member WHERE story = ? ORDER BY list_key DESC LIMIT \(GroupedReading.mostRead)")
    return try Int64.fetchAll(members, arguments: [story])
  }

  /// Those of them that the list has.
  private mutating func keys(ofStory story: Int64) throws -> [Int64] {
    if let known = keysOf[story] { return known }
    let all = try members(of: story)
    let places = try found.among(all)
    let keys = all.filter(places.contains)
    keysOf[story] = keys
    return keys
  }

  private mutating func story(_ story: (id: Int64, name: String, articles: Int), at row: ArticleRow) throws -> [ArticleRow]? {
    guard try place(ofStory: story.id) == row.listKey else { return nil }
    let keys = try keys(ofStory: story.id)
    let byKey = try db.cachedStatement(sql: "SELECT \(RowReading.columns) FROM article a WHERE a.list_key = ?")
    if !compiled.isAll {
      let newest = try keys.prefix(GroupedReading.mostInStory).compactMap {
        try Row.fetchOne(byKey, arguments: [$0])?[0] as Int64?
      }
      try look(at: newest, forStories: false)
    }
    var rows: [ArticleRow] = []
    var read = 0
    for key in keys where rows.count < GroupedReading.mostInStory {
      read += 1
      guard let member = try Row.fetchOne(byKey, arguments: [key]).map(RowReading.articleRow) else { continue }
      if try isRow(member) { rows.append(try folded(member)) }
    }
    let isWhole = compiled.isAll && story.articles > keys.count
    let count = isWhole ? story.articles : keys.count
    let first = isWhole ? try firstDated(story.id) : keys.last(where: ListKey.isDated)
    let group = StoryGroup(
      id: story.id, name: story.name, articles: count, hidden: max(0, count - read), firstDay: first.map(ListKey.day),
      lastDay: keys.first(where: ListKey.isDated).map(ListKey.day), gained: try gained(story.id), place: row.listKey)
    // Copies of another story's text stand there.
    if rows.isEmpty { rows = [try folded(row)] }
    for index in rows.indices { rows[index].story = group }
    return rows
  }

  private func firstDated(_ story: Int64) throws -> Int64? {
    let statement = try db.cachedStatement(
      sql: "SELECT min(list_key) FROM story_member WHERE story = ? AND list_key >= \(ListKey.firstDated)")
    return try Int64.fetchOne(statement, arguments: [story])
  }

  private mutating func gained(_ story: Int64) throws -> Int? {
    let looks = try self.looks ?? StoryReading.lastLooks(db)
    self.looks = looks
    guard let last = looks[story] else { return nil }
    let statement = try db.cachedStatement(sql: "SELECT count(*) FROM story_member WHERE story = ? AND article > ?")
    return try Int.fetchOne(statement, arguments: [story, last])
  }
}
