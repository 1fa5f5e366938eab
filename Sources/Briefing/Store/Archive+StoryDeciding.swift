// Stories as the reader decides: an article taken out, two made one, and the way back; and how far a story was looked at.

import GRDB

extension Archive {
  /// Takes an article out of its story: it begins one of its own, and no import and no reindex puts it back. Returns how it
  /// was before, for `undo`; empty where it is alone already, or was not linked yet.
  public func splitFromStory(_ id: Int64) throws(StoreError) -> Change {
    try write { db in
      // The story's first article stands for the story; where that is the one that goes, the next.
      let first = try db.cachedStatement(
        sql: """
          SELECT o.article FROM story_member m JOIN story_member o ON o.story = m.story AND o.article <> m.article
          WHERE m.article = ? ORDER BY o.article = o.story DESC, o.article LIMIT 1
          """)
      guard let other = try Int64.fetchOne(first, arguments: [id]) else { return .none }
      let headline = try String.fetchOne(db, sql: "SELECT headline FROM article WHERE id = ?", arguments: [id]) ?? ""
      let contrary = try StoryWriter.decisions(db).map(\.decision).filter { $0.kind == .merge && $0.isAbout(id, other) }
      return try Archive.decide(contrary, StoryDecision(.split, id, other), "taken out of its story: \(headline)", db)
    }
  }

  /// Makes the stories of two articles one: that of the first keeps its name. Returns how it was before, for `undo`; empty
  /// where they are one already, or one of them was not linked yet.
  public func mergeStories(_ one: Int64, _ other: Int64) throws(StoreError) -> Change {
    try write { db in
      let called = try db.cachedStatement(
        sql: "SELECT s.id, s.name FROM story_member m JOIN story s ON s.id = m.story WHERE m.article = ?")
      guard let kept = try Row.fetchOne(called, arguments: [one]), let gone = try Row.fetchOne(called, arguments: [other]),
        kept[0] as Int64 != gone[0] as Int64
      else { return .none }
      let (keptStory, goneStory): (Int64, Int64) = (kept[0], gone[0])
      // The reader's newer word holds.
      var contrary: [StoryDecision] = []
      for (id, decision) in try StoryWriter.decisions(db) where decision.kind == .split {
        guard let story = try Row.fetchOne(called, arguments: [decision.article])?[0] as Int64?,
          story == keptStory || story == goneStory
        else { continue }
        let beside = story == keptStory ? goneStory : keptStory
        let isFirst = try Row.fetchOne(called, arguments: [decision.other])?[0] as Int64? == beside
        if try isFirst || StoryWriter(db).isBeside(id, beside) { contrary.append(decision) }
      }
      let words = "“\(gone[1] as String)” is part of “\(kept[1] as String)” now"
      return try Archive.decide(contrary, StoryDecision(.merge, one, other), words, db)
    }
  }

  /// Takes a decision about stories back: linking's word holds again.
  public func withdraw(_ decision: StoryDecision) throws(StoreError) -> Change {
    try write { db in try Archive.decide([decision], nil, "taken back", db) }
  }

  /// Everything that was decided about stories, in the order of deciding.
  public func storyDecisions() throws(StoreError) -> [StoryDecision] {
    try read { try StoryWriter.decisions($0).map(\.decision) }
  }

  private static func decide(
    _ contrary: [StoryDecision], _ decision: StoryDecision?, _ words: String, _ db: Database
  ) throws -> Change {
    var items = contrary.map { Change.Item(article: $0.article, value: .story($0, isMade: false)) }
    if let decision { items.append(Change.Item(article: decision.article, value: .story(decision, isMade: true))) }
    var writer = try DecisionWriter(db)
    var before: [Change.Item] = []
    for item in items {
      if let old = try writer.decide(item) { before.append(Change.Item(article: item.article, value: old)) }
    }
    try writer.finish()
    return Change(what: words, items: before)
  }

  // MARK: Looking

  /// Notes that the reader has seen the story of an article as it was when `last` was its newest arrival.
  public func lookedAtStory(of article: Int64, upTo last: Int64, at second: Int) throws(StoreError) {
    try write { db in
      let first = try db.cachedStatement(
        sql: """
          SELECT min(o.article) FROM story_member m JOIN story_member o ON o.story = m.story WHERE m.article = ?
          """)
      guard let anchor = try Int64.fetchOne(first, arguments: [article]) else { return }
      try db.cachedStatement(
        sql: """
          INSERT INTO story_look(article, last, second) VALUES (?, ?, ?)
          ON CONFLICT(article) DO UPDATE SET last = max(last, excluded.last), second = excluded.second
          """
      ).execute(arguments: [anchor, last, second])
    }
  }
}
