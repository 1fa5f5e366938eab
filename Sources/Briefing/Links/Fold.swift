// What a row of a list stands for where it stands for more than one article: the copies of its text, or its story.

/// The copies of one text that a row stands for.
public struct Fold: Hashable, Sendable, Codable {
  /// The other articles that say the same in nearly the same words, the earliest first.
  public var copies: [Int64]
  /// How many of them are unread.
  public var unread: Int
  /// Whose text it is.
  public var credits: TextCredits

  public init(copies: [Int64], unread: Int, credits: TextCredits) {
    self.copies = copies
    self.unread = unread
    self.credits = credits
  }
}

/// The story that rows of a list stand under.
public struct StoryGroup: Hashable, Sendable, Codable {
  public var id: Int64
  public var name: String
  /// How many of its articles are in the list, and how many of those are not shown.
  public var articles: Int
  public var hidden: Int
  /// The days of the dated ones among them, by number since 1970-01-01.
  public var firstDay: Int?
  public var lastDay: Int?
  /// How many articles it gained since it was looked at; nil for one that never was.
  public var gained: Int?
  /// The place of the group in the list: that of its newest article.
  public var place: Int64

  public init(
    id: Int64, name: String, articles: Int, hidden: Int = 0, firstDay: Int? = nil, lastDay: Int? = nil, gained: Int? = nil,
    place: Int64
  ) {
    self.id = id
    self.name = name
    self.articles = articles
    self.hidden = hidden
    self.firstDay = firstDay
    self.lastDay = lastDay
    self.gained = gained
    self.place = place
  }
}

/// How a list puts articles together.
public enum ListGrouping: String, Hashable, Sendable, Codable, CaseIterable {
  /// Every article is a row.
  case none
  /// Copies of one text are one row: of those that are in the list the earliest, which the others repeat.
  case copies
  /// The same, and articles of one story stand together, where the newest of them stands.
  case stories
}

extension ArticleRow {
  /// Whether this row is the article's, or stands for it as for a copy.
  public func stands(for id: Int64) -> Bool { self.id == id || fold?.copies.contains(id) == true }

  /// By what the list goes on above and below it.
  public var place: Int64 { story?.place ?? listKey }
}
