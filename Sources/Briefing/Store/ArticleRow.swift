// What a list shows of an article, and what the reader decided about it.

/// A row of a list of articles.
public struct ArticleRow: Hashable, Sendable, Codable {
  /// The surrogate id, kept for life.
  public var id: Int64
  /// The place in the list: higher is newer; undated articles lie below all dated ones.
  public var listKey: Int64
  /// The title, or the first words of the lede where `isLede`.
  public var headline: String
  /// No title was given: the headline is the lede's first words, verbatim, to be shown in quotation marks.
  public var isLede: Bool
  public var source: String?
  public var published: PublicationDate?
  public var isUnread: Bool
  public var isStarred: Bool
  public var tags: [String]
  /// The words around the first match of a search, with the matches as spans into it; nil without a search.
  public var snippet: Snippet?
  /// The copies that the row stands for, where the list folds them.
  public var fold: Fold?
  /// The story that the row stands under, where the list is grouped by stories and there are others of it.
  public var story: StoryGroup?

  public init(
    id: Int64, listKey: Int64, headline: String, isLede: Bool, source: String?, published: PublicationDate?,
    isUnread: Bool, isStarred: Bool, tags: [String], snippet: Snippet? = nil
  ) {
    self.id = id
    self.listKey = listKey
    self.headline = headline
    self.isLede = isLede
    self.source = source
    self.published = published
    self.isUnread = isUnread
    self.isStarred = isStarred
    self.tags = tags
    self.snippet = snippet
  }
}

extension LinkTarget {
  /// The article of a row, to point at.
  public init(_ row: ArticleRow) {
    self.init(id: row.id, headline: row.headline, isLede: row.isLede, source: row.source, published: row.published)
  }
}

/// A few words of a text around a match.
public struct Snippet: Hashable, Sendable, Codable {
  public enum Place: String, Hashable, Sendable, Codable { case title, body, linkedHeadline }

  public var text: String
  /// Matches, as scalar offsets into `text`.
  public var hits: [Span]
  public var place: Place

  public init(text: String, hits: [Span], place: Place) {
    self.text = text
    self.hits = hits
    self.place = place
  }
}

/// Which articles a list shows, and in what order.
public struct ListScope: Hashable, Sendable, Codable {
  public enum Order: String, Hashable, Sendable, Codable { case newest, rank }

  /// In the query language; empty for all.
  public var query: String
  public var order: Order
  /// The query is being typed: its last word stands for its most frequent completions too.
  public var completesLastWord: Bool

  public init(query: String = "", order: Order = .newest, completesLastWord: Bool = false) {
    self.query = query
    self.order = order
    self.completesLastWord = completesLastWord
  }
}

/// A page of a list.
public struct ListPage: Hashable, Sendable {
  public var rows: [ArticleRow]
  /// More rows lie above (newer) or below (older) these.
  public var hasNewer: Bool
  public var hasOlder: Bool
  /// The row that stands for the article that was asked for, by its id.
  public var anchor: Int64?

  public init(rows: [ArticleRow], hasNewer: Bool, hasOlder: Bool, anchor: Int64? = nil) {
    self.rows = rows
    self.anchor = anchor
    self.hasNewer = hasNewer
    self.hasOlder = hasOlder
  }
}
