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
  /// What other articles say of the dates that this one names.
  public var dates: DateNeighbours
  /// The publisher is the reader's word; title and date say so themselves.
  public var isSourceByUser: Bool

  public init(
    row: ArticleRow, article: Article, analysis: Analysis, related: RelatedLinks, versions: Int,
    dates: DateNeighbours = DateNeighbours(),
    isSourceByUser: Bool = false
  ) {
    self.row = row
    self.article = article
    self.analysis = analysis
    self.related = related
    self.versions = versions
    self.dates = dates
    self.isSourceByUser = isSourceByUser
  }
}
