// Carries decisions about stories out: articles change their place in the tables of stories, which every list, search and
// timeline reads, and where they were is kept for the way back.

import GRDB

struct StoryWriter {
  let db: Database
  /// So many articles of a large story, the newest, are kept apart from what is taken out of it.
  private static let mostApart = 500

  init(_ db: Database) { self.db = db }

  /// Makes a decision or takes it back; false where nothing changes.
  func decide(_ decision: StoryDecision, isMade: Bool) throws -> Bool {
    let known = try db.cachedStatement(sql: "SELECT id, is_merge FROM story_decision WHERE article = ? AND other = ?")
    let row = try Row.fetchOne(known, arguments: [decision.article, decision.other])
    let isMerge = decision.kind == .merge
    if isMade {
      guard row == nil, try exists(decision.article), try exists(decision.other), decision.article != decision.other else {
        return false
      }
      let insert = try db.cachedStatement(sql: "INSERT INTO story_decision(article, other, is_merge) VALUES (?, ?, ?)")
      try insert.execute(arguments: [decision.article, decision.other, isMerge])
      let id = db.lastInsertedRowID
      if !isMerge { try keepApart(decision, id: id) }
      try apply(decision, id: id)
      return true
    }
    guard let id: Int64 = row?[0], row?[1] == isMerge else { return false }
    try withdraw(decision, id: id)
    return true
  }

  /// Every decision, in the order of deciding.
  static func decisions(_ db: Database) throws -> [(id: Int64, decision: StoryDecision)] {
    let statement = try db.cachedStatement(sql: "SELECT id, article, other, is_merge FROM story_decision ORDER BY id")
    return try Row.fetchAll(statement).map { ($0[0], StoryDecision($0[3] ? .merge : .split, $0[1], $0[2])) }
  }

  /// Carries all decisions out again: linking may have put an article where it does not belong.
  func reapply() throws {
    for (id, decision) in try StoryWriter.decisions(db) { try apply(decision, id: id) }
  }

  // MARK: Moving

  private func apply(_ decision: StoryDecision, id: Int64) throws {
    guard let story = try story(of: decision.article) else { return }
    let other = try self.story(of: decision.other)
    switch decision.kind {
    case .split:
      guard try story == other || isBeside(id, story) else { return }
      let name = try db.cachedStatement(sql: "SELECT headline FROM article WHERE id = ?")
      let own = try String.fetchOne(name, arguments: [decision.article]) ?? ""
      // The number of a story is its first article's, unless another story has it or had it before a merge.
      let isFree = try decision.article != story && !isTaken(decision.article)
      try move([decision.article], from: story, to: isFree ? decision.article : -decision.article, named: own, for: id)
    case .merge:
      // What linking, which cannot know, has put into the story that is no more goes the same way.
      let sources = try db.cachedStatement(sql: "SELECT DISTINCT story FROM story_moved WHERE decision = ?")
      for source in Set(try Int64.fetchAll(sources, arguments: [id])).union([other ?? story]).sorted() where source != story {
        let members = try db.cachedStatement(sql: "SELECT article FROM story_member WHERE story = ? ORDER BY article")
        try move(try Int64.fetchAll(members, arguments: [source]), from: source, to: story, named: "", for: id)
      }
    }
  }

  private func withdraw(_ decision: StoryDecision, id: Int64) throws {
    let moved = try db.cachedStatement(sql: "SELECT article, story, name FROM story_moved WHERE decision = ? ORDER BY article")
    let rows = try Row.fetchAll(moved, arguments: [id])
    try db.cachedStatement(sql: "DELETE FROM story_moved WHERE decision = ?").execute(arguments: [id])
    try db.cachedStatement(sql: "DELETE FROM story_decision WHERE id = ?").execute(arguments: [id])
    let merged = decision.kind == .merge ? try story(of: decision.article) : nil
    for row in rows {
      let article: Int64 = row[0]
      guard let here = try story(of: article) else { continue }
      switch decision.kind {
      case .merge:
        // A later decision may have taken it elsewhere.
        if here == merged { try move([article], from: here, to: row[1], named: row[2], for: nil) }
      case .split:
        let back = try story(of: decision.other) ?? row[1]
        if here != back { try move([article], from: here, to: back, named: row[2], for: nil) }
      }
    }
  }

  /// Moves articles between stories, and notes for a decision where they were.
  private func move(_ articles: [Int64], from story: Int64, to target: Int64, named name: String, for decision: Int64?) throws {
    guard !articles.isEmpty else { return }
    let called = try db.cachedStatement(sql: "SELECT name FROM story WHERE id = ?")
    let before = try String.fetchOne(called, arguments: [story]) ?? ""
    for article in articles {
      if let decision {
        try db.cachedStatement(
          sql: "INSERT OR IGNORE INTO story_moved(decision, article, story, name) VALUES (?, ?, ?, ?)"
        ).execute(arguments: [decision, article, story, before])
      }
      try db.cachedStatement(sql: "UPDATE story_member SET story = ? WHERE article = ?").execute(arguments: [target, article])
    }
    try db.cachedStatement(
      sql: """
        INSERT INTO story(id, name, articles) VALUES (?, ?, ?) ON CONFLICT(id) DO UPDATE SET articles = articles + excluded.articles
        """
    ).execute(arguments: [target, name, articles.count])
    try db.cachedStatement(sql: "UPDATE story SET articles = articles - ? WHERE id = ?").execute(arguments: [
      articles.count, story,
    ])
    try db.cachedStatement(sql: "DELETE FROM story WHERE id = ? AND articles <= 0").execute(arguments: [story])
  }

  /// Notes all that the article was taken away from, the one that stands for them first.
  private func keepApart(_ decision: StoryDecision, id: Int64) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO story_apart(decision, article) SELECT ?, o.article FROM story_member m JOIN story_member o ON o.story = m.story
        WHERE m.article = ? AND o.article <> ? ORDER BY o.article = m.article DESC, o.article DESC LIMIT \(StoryWriter.mostApart)
        """
    ).execute(arguments: [id, decision.other, decision.article])
  }

  /// Whether a story has an article that a decision keeps apart from its own.
  func isBeside(_ decision: Int64, _ story: Int64) throws -> Bool {
    let statement = try db.cachedStatement(
      sql: """
        SELECT EXISTS (SELECT 1 FROM story_apart p CROSS JOIN story_member m ON m.article = p.article
          WHERE p.decision = ? AND m.story = ?)
        """)
    return try Bool.fetchOne(statement, arguments: [decision, story]) ?? false
  }

  private func story(of article: Int64) throws -> Int64? {
    let statement = try db.cachedStatement(sql: "SELECT story FROM story_member WHERE article = ?")
    return try Int64.fetchOne(statement, arguments: [article])
  }

  private func isTaken(_ story: Int64) throws -> Bool {
    let statement = try db.cachedStatement(
      sql: "SELECT EXISTS (SELECT 1 FROM story WHERE id = ?1) OR EXISTS (SELECT 1 FROM story_moved WHERE story = ?1)")
    return try Bool.fetchOne(statement, arguments: [story]) ?? true
  }

  private func exists(_ article: Int64) throws -> Bool {
    let statement = try db.cachedStatement(sql: "SELECT 1 FROM article WHERE id = ?")
    return try Int.fetchOne(statement, arguments: [article]) != nil
  }
}
