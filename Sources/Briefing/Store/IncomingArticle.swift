// What an import hands to the archive, and what became of it.

/// An article as it arrives, with what was derived from it so far.
public struct IncomingArticle: Hashable, Sendable {
  public var article: Article
  /// nil where the analysers did not run; `reindex` adds it later.
  public var analysis: Analysis?
  /// The absolute path of the file it was read from, where that file holds just this article.
  public var path: String?
  /// What makes `article.externalID` unique: a feed's URL, or empty for ids that are unique by themselves.
  public var scope: String
  /// What the source carried besides; nil where the article is all of it.
  public var notes: SourceNotes?

  public init(
    article: Article, analysis: Analysis? = nil, path: String? = nil, scope: String = "", notes: SourceNotes? = nil
  ) {
    self.article = article
    self.analysis = analysis
    self.path = path
    self.scope = scope
    self.notes = notes
  }
}

/// What became of an article that arrived.
public enum ImportOutcome: Hashable, Sendable {
  case new(Int64)
  /// Known, with other content: the old one is kept as a version; id, read state, tags and decisions stay.
  case changed(Int64)
  case same(Int64)

  /// The article's id, for life.
  public var id: Int64 {
    switch self {
    case .new(let id), .changed(let id), .same(let id): id
    }
  }
}

/// An article as it was at some time.
public struct ArticleVersion: Hashable, Sendable {
  /// From 1, the oldest; the last is the current one.
  public var number: Int
  public var article: Article

  public init(number: Int, article: Article) {
    self.number = number
    self.article = article
  }
}

/// What the archive holds.
public struct Totals: Hashable, Sendable, Codable {
  public var articles: Int
  public var unread: Int
  public var starred: Int
  public var undated: Int
  /// Headlines in articles whose own article has not arrived.
  public var missingLinks: Int

  public init(articles: Int = 0, unread: Int = 0, starred: Int = 0, undated: Int = 0, missingLinks: Int = 0) {
    self.articles = articles
    self.unread = unread
    self.starred = starred
    self.undated = undated
    self.missingLinks = missingLinks
  }
}
