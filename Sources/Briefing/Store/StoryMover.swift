// Writes what an arrival changed among the stories, and notes what moved or was called otherwise before: lists are read by
// people, who remember where a thing was.

import GRDB

struct StoryMover {
  private let db: Database
  /// The article whose arrival moved it all.
  private let arrival: Int64
  /// A story of so many articles is known by its name; a smaller one may still look for it.
  private static let knownByName = 4

  init(_ db: Database, arrival: Int64) {
    self.db = db
    self.arrival = arrival
  }

  func store(_ changes: LinkChanges) throws {
    for shift in changes.shifts {
      switch shift.kind {
      case .story: try merge(shift.from, into: shift.to)
      case .article(let id) where id != arrival: try move(id, from: shift.from, to: shift.to, changes.story)
      case .article: break
      }
    }
    // The engine may have seen only the last of the story's articles: the table counts them.
    let story = changes.story
    let before = try Row.fetchOne(
      try db.cachedStatement(sql: "SELECT name, articles FROM story WHERE id = ?"), arguments: [story.id])
    if let before, before[1] as Int >= StoryMover.knownByName, before[0] as String != story.name {
      try note(story.id, .renamed, words: before[0])
    }
    try db.cachedStatement(
      sql: """
        INSERT INTO story(id, name, articles) VALUES (?, ?, 1)
        ON CONFLICT(id) DO UPDATE SET name = excluded.name, articles = articles + 1
        """
    ).execute(arguments: [story.id, story.name])
    try db.cachedStatement(
      sql: "INSERT OR REPLACE INTO story_member(article, story, list_key) SELECT id, ?, list_key FROM article WHERE id = ?"
    ).execute(arguments: [story.id, arrival])
  }

  private func merge(_ gone: Int64, into kept: Int64) throws {
    let name = try name(of: gone)
    try db.cachedStatement(sql: "UPDATE story_member SET story = ? WHERE story = ?").execute(arguments: [kept, gone])
    let count = db.changesCount
    try db.cachedStatement(sql: "DELETE FROM story WHERE id = ?").execute(arguments: [gone])
    try db.cachedStatement(sql: "UPDATE story_note SET story = ? WHERE story = ?").execute(arguments: [kept, gone])
    guard count > 0 else { return }
    try add(count, to: kept)
    try note(kept, .storyCame, words: name)
  }

  /// The reader's word goes before: what a decision has put elsewhere stays there.
  private func move(_ id: Int64, from story: Int64, to target: Int64, _ last: StoryState) throws {
    let update = try db.cachedStatement(sql: "UPDATE story_member SET story = ? WHERE article = ? AND story = ?")
    try update.execute(arguments: [target, id, story])
    guard db.changesCount > 0 else { return }
    try add(1, to: target)
    try db.cachedStatement(sql: "UPDATE story SET articles = articles - 1 WHERE id = ?").execute(arguments: [story])
    let from = try name(of: story)
    try db.cachedStatement(sql: "DELETE FROM story WHERE id = ? AND articles <= 0").execute(arguments: [story])
    try note(target, .articleCame, moved: id, words: from)
    // A story that begins with this arrival has no name in the tables yet.
    try note(story, .articleWent, moved: id, words: target == last.id ? last.name : try name(of: target))
  }

  private func add(_ articles: Int, to story: Int64) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO story(id, name, articles) VALUES (?, '', ?) ON CONFLICT(id) DO UPDATE SET articles = articles + excluded.articles
        """
    ).execute(arguments: [story, articles])
  }

  private func name(of story: Int64) throws -> String {
    let statement = try db.cachedStatement(sql: "SELECT name FROM story WHERE id = ?")
    return try String.fetchOne(statement, arguments: [story]) ?? ""
  }

  private func note(_ story: Int64, _ kind: StoryNote.Kind, moved: Int64? = nil, words: String) throws {
    let statement = try db.cachedStatement(
      sql: "INSERT INTO story_note(story, article, kind, moved, words) VALUES (?, ?, ?, ?, ?)")
    try statement.execute(arguments: [story, arrival, kind.rawValue, moved, words])
  }
}
