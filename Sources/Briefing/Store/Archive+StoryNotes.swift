// What moved in a story by itself, as its sheet tells it.

import GRDB

/// Something that an arrival changed in a story beside its own place.
public struct StoryNote: Hashable, Sendable {
  public enum Kind: Int, Hashable, Sendable {
    /// All articles of another story.
    case storyCame = 0
    case articleCame = 1
    case articleWent = 2
    case renamed = 3
  }

  public var kind: Kind
  /// The article whose arrival it was, and its headline.
  public var article: Int64
  public var headline: String
  /// The headline of what came or went; empty for a story and a name.
  public var moved: String
  /// The name of the story it came from or went to, or the old name.
  public var words: String

  public init(kind: Kind, article: Int64, headline: String, moved: String, words: String) {
    self.kind = kind
    self.article = article
    self.headline = headline
    self.moved = moved
    self.words = words
  }
}

extension StoryView {
  /// So many notes are shown of a story.
  static let mostNotes = 12
}

extension Archive {
  /// What moved in a story by itself, the latest first, at most `limit`.
  public func storyNotes(_ story: Int64, limit: Int) throws(StoreError) -> [StoryNote] {
    try read { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT n.kind, n.article, a.headline, ifnull(b.headline, ''), n.words FROM story_note n
          JOIN article a ON a.id = n.article LEFT JOIN article b ON b.id = n.moved
          WHERE n.story = ? ORDER BY n.id DESC LIMIT ?
          """)
      return try Row.fetchAll(statement, arguments: [story, limit]).compactMap { row in
        StoryNote.Kind(rawValue: row[0]).map {
          StoryNote(kind: $0, article: row[1], headline: row[2], moved: row[3], words: row[4])
        }
      }
    }
  }
}
