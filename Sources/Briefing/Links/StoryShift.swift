// What moved between stories when an article arrived: the reader is told.

/// An article, or all articles of a story, that belong to another story from now on.
public struct StoryShift: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case article(Int64)
    /// Both are one; the number that they had apart is no more.
    case story
  }

  public var kind: Kind
  public var from: Int64
  public var to: Int64

  public init(_ kind: Kind, from: Int64, to: Int64) {
    self.kind = kind
    self.from = from
    self.to = to
  }
}
