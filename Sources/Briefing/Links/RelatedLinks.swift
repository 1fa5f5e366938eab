// How an article hangs together with others: the headlines in it, who links here, and what resembles it.

/// The three lists of the related pane.
public struct RelatedLinks: Hashable, Sendable, Codable {
  public var headlines: [HeadlineLink]
  public var backlinks: [LinkTarget]
  public var similar: [SimilarLink]

  public init(headlines: [HeadlineLink] = [], backlinks: [LinkTarget] = [], similar: [SimilarLink] = []) {
    self.headlines = headlines
    self.backlinks = backlinks
    self.similar = similar
  }
}

/// An article that a link points at, as a list shows it.
public struct LinkTarget: Hashable, Sendable, Codable {
  public var id: Int64
  public var headline: String
  public var isLede: Bool
  public var source: String?
  public var published: PublicationDate?

  public init(id: Int64, headline: String, isLede: Bool, source: String?, published: PublicationDate?) {
    self.id = id
    self.headline = headline
    self.isLede = isLede
    self.source = source
    self.published = published
  }
}

/// A headline standing in an article's text, and the article it means.
public struct HeadlineLink: Hashable, Sendable, Codable {
  public enum State: Hashable, Sendable, Codable {
    /// The same URL or the same title, editing aside; or pinned by the reader. The reason is in words.
    case found(LinkTarget, reason: String)
    /// These may be meant; the reasons are in words, best first.
    case possible([Candidate])
    /// Not here yet: found by itself when the article arrives.
    case missing
  }

  /// An article that may be meant.
  public struct Candidate: Hashable, Sendable, Codable {
    public var target: LinkTarget
    public var reasons: [String]

    public init(target: LinkTarget, reasons: [String]) {
      self.target = target
      self.reasons = reasons
    }
  }

  /// Over the article's text.
  public var span: Span
  public var text: String
  public var state: State

  public init(span: Span, text: String, state: State) {
    self.span = span
    self.text = text
    self.state = state
  }
}

/// An article that resembles another, and why.
public struct SimilarLink: Hashable, Sendable, Codable {
  public var target: LinkTarget
  /// "PKK, Turkey", "drone", "1 day apart".
  public var reasons: [String]
  /// Cosine, 0...1.
  public var score: Double

  public init(target: LinkTarget, reasons: [String], score: Double) {
    self.target = target
    self.reasons = reasons
    self.score = score
  }
}
