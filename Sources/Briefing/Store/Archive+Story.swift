// A whole story, and a list read down to a row.

import GRDB

extension Archive {
  /// How many of a story's articles are shown: the newest.
  static let mostOfStory = 500

  /// The story that an article belongs to, its newest 500 articles with copies folded; nil where it was not linked yet.
  public func storyView(ofArticle id: Int64) throws(StoreError) -> StoryView? {
    guard let story = try story(of: id) else { return nil }
    var members: [(row: ArticleRow, origin: String?)] = []
    for row in try articles(inStory: story.id, limit: Archive.mostOfStory) {
      members.append((row, try article(row.id).flatMap(NewsAgency.origin)))
    }
    let copies: [(Int64, Int64)] = try read { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT d.article, d.other FROM story_member m JOIN duplicate d ON d.article = m.article WHERE m.story = ?
          """)
      return try Row.fetchAll(statement, arguments: [story.id]).map { ($0[0], $0[1]) }
    }
    return StoryView(id: story.id, name: story.name, members: members, copies: copies)
  }

  /// Marks a scope's articles as read from the top down to a list key; returns how it was before, for `undo`.
  public func setRead(_ scope: ListScope, downTo key: Int64) throws(StoreError) -> Change {
    let query = scope.query.isEmpty ? "is:unread" : Archive.joined(scope.query, "is:unread")
    let ids: [Int64] = try search { db in
      var compiled = try QueryCompiler.compile(ListScope(query: query), db).compiled
      guard !compiled.isEmpty else { return [] }
      compiled.conditions.append(Condition(sql: "\(Condition.key) >= ?", arguments: [key], needsRow: false))
      let (from, _, wheres) = compiled.source()
      return try Int64.fetchAll(db, sql: "SELECT a.id FROM \(from)\(wheres.sql)", arguments: wheres.arguments)
    }
    return try setRead(ids, true)
  }
}
