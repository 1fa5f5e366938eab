// The dates of a set of articles, without what happened on them: small enough to be held whole for a hundred thousand
// articles, so that a cursor, a histogram and a jump need no further look into the archive.

/// Whose dates a timeline shows.
public enum TimelineScope: Hashable, Sendable {
  case article(Int64)
  /// The story that an article belongs to.
  case story(article: Int64)
  /// The sentences that name a party, in all articles.
  case party(EntityID)
  /// The articles of a query.
  case search(String)
  case all
}

/// A date and how many articles of the scope name it.
public struct DateCount: Hashable, Sendable {
  public var key: DateKey
  public var articles: Int
  /// The list key of the article that proves it best, where the scope tells without being asked.
  var best: Int64?

  public init(key: DateKey, articles: Int) {
    self.key = key
    self.articles = articles
  }

  init(key: DateKey, articles: Int, best: Int64?) {
    self.key = key
    self.articles = articles
    self.best = best
  }
}

/// A date with the sentence that proves it best.
public struct ProvedDate: Hashable, Sendable {
  /// The date, and how many articles of the scope name it.
  public var count: DateCount
  public var event: DatedEvent

  public init(count: DateCount, event: DatedEvent) {
    self.count = count
    self.event = event
  }
}

/// Every date of a scope, in calendar order, unresolved ones last.
public struct TimelineIndex: Hashable, Sendable {
  public var scope: TimelineScope
  /// What the scope is called: the story's name, the party's, the query; empty for all.
  public var name: String
  public var dates: [DateCount]
  /// The id of the story, for that scope.
  public var story: Int64?
  /// The scope has more articles than were looked at: the newest so many; nil where all were.
  public var newestOnly: Int?

  public init(scope: TimelineScope, name: String, dates: [DateCount], story: Int64? = nil, newestOnly: Int? = nil) {
    self.scope = scope
    self.name = name
    self.dates = dates
    self.story = story
    self.newestOnly = newestOnly
  }

  /// Indices of at most `count` resolved dates around a day, most of them up to it; around the last date without one.
  public func window(_ count: Int, near day: Int?) -> Range<Int> {
    let resolved = dates.firstIndex { !$0.key.isResolved } ?? dates.count
    guard count > 0, resolved > 0 else { return 0..<0 }
    let after = day.map { day in dates[..<resolved].firstIndex { $0.key.firstDay > day } ?? resolved } ?? resolved
    let end = min(resolved, max(after + count / 4, count))
    return max(0, end - count)..<end
  }

  /// The first row that begins on the day or later; the last resolved one where none does.
  public func row(near day: Int) -> Int {
    var low = 0
    var high = dates.count
    while low < high {
      let middle = (low + high) / 2
      if dates[middle].key.firstDay < day { low = middle + 1 } else { high = middle }
    }
    while low > 0, low == dates.count || !dates[low].key.isResolved { low -= 1 }
    return low
  }
}
