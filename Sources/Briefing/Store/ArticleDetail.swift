// Everything the screen shows of one article, read in one go.

/// An article with what was derived from it, what it is linked to, and what the reader decided.
public struct ArticleDetail: Hashable, Sendable {
  public var row: ArticleRow
  /// With the reader's own title, date and source in place of missing ones.
  public var article: Article
  public var analysis: Analysis
  public var related: RelatedLinks
  /// How many versions of the article are kept.
  public var versions: Int

  public init(row: ArticleRow, article: Article, analysis: Analysis, related: RelatedLinks, versions: Int) {
    self.row = row
    self.article = article
    self.analysis = analysis
    self.related = related
    self.versions = versions
  }
}
