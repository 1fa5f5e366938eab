// What a reader says about stories: this article is not part of it, these two are one.

/// A decision about stories. It names articles, since a story's number changes when links are made anew.
public struct StoryDecision: Hashable, Sendable, Codable {
  public enum Kind: Hashable, Sendable, Codable {
    /// `article` is not in the story of `other`.
    case split
    /// The stories of both are one, that of `article`.
    case merge
  }

  public var kind: Kind
  public var article: Int64
  public var other: Int64

  public init(_ kind: Kind, _ article: Int64, _ other: Int64) {
    self.kind = kind
    self.article = article
    self.other = other
  }

  /// Whether it says something of the same two articles, in whichever order.
  func isAbout(_ one: Int64, _ two: Int64) -> Bool {
    (article == one && other == two) || (article == two && other == one)
  }
}
