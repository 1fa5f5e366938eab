// A whole story, and a list read down to a row.

import GRDB

extension Archive {
  /// How many of a story's articles are shown: the newest.
  static let mostOfStory = 500

  /// The story that an article belongs to, its newest 500 articles with copies folded; nil where it was not linked yet.
  public func storyView(ofArticle id: Int64) throws(StoreError) -> StoryView? {
    guard let story = try story(of: id) else { return nil }
    let (members, copies) = try read { try StoryReading($0, story: story.id).members(limit: Archive.mostOfStory) }
    var view = StoryView(id: story.id, name: story.name, members: members, copies: copies)
    let newestDay = members.compactMap { $0.row.published?.stamp.date.dayNumber }.max()
    try read { db in
      let reading = StoryReading(db, story: story.id)
      let timeline = TimelineReading(db)
      let index = try timeline.index(.story(article: id))
      let window = index.window(StoryReading.mostDates, near: newestDay)
      view.dates = try timeline.proved(Array(index.dates[window]), in: .story(article: id))
      view.dateCount = index.dates.count
      view.parties = try reading.parties()
      view.newest = try reading.newest()
      view.lastLook = try StoryReading.lastLook(story.id, db)
      view.gains = try view.lastLook.map { try reading.gains(after: $0) }
    }
    view.notes = try storyNotes(story.id, limit: StoryView.mostNotes)
    return view
  }

  /// Stories that have all words of a name, or this number; the largest first.
  public func stories(named name: String) throws(StoreError) -> [StoryState] {
    try read { db in
      let statement = try db.cachedStatement(sql: "SELECT id, name, articles FROM story WHERE id = ?")
      return try FilterCompiler(db).stories(name).compactMap { id in
        try Row.fetchOne(statement, arguments: [id]).map { StoryState(id: $0[0], name: $0[1], size: $0[2]) }
      }
    }
  }

  /// Stories of several articles, that with the newest arrival first, each with one of its articles and how many it gained
  /// since it was looked at; nil for one that never was.
  public func stories(limit: Int) throws(StoreError) -> [(story: StoryState, article: Int64, gained: Int?)] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT s.id, s.name, s.articles, max(m.article) AS newest FROM story s JOIN story_member m ON m.story = s.id
          WHERE s.articles > 1 GROUP BY s.id ORDER BY newest DESC LIMIT ?
          """, arguments: [limit])
      let since = try db.cachedStatement(sql: "SELECT count(*) FROM story_member WHERE story = ? AND article > ?")
      return try rows.map { row in
        let story = StoryState(id: row[0], name: row[1], size: row[2])
        let gained = try StoryReading.lastLook(story.id, db).flatMap { try Int.fetchOne(since, arguments: [story.id, $0]) }
        return (story, row[3], gained)
      }
    }
  }
}
