// What is derived from an article: all of it rebuilt by `reindex`, none of it the reader's word.

/// Everything that the analysers derive from one article, each with its span.
public struct Analysis: Hashable, Sendable, Codable {
  /// The analysers' version; an article whose stored version is lower is read again by `reindex`.
  public static let version = 3

  public var sentences: [SentenceRow]
  public var timexes: [Timex]
  public var who: PartyAnnotation

  public init(sentences: [SentenceRow] = [], timexes: [Timex] = [], who: PartyAnnotation = PartyAnnotation()) {
    self.sentences = sentences
    self.timexes = timexes
    self.who = who
  }

  /// A sentence as it is kept: its span and its block.
  public struct SentenceRow: Hashable, Sendable, Codable {
    public var span: Span
    public var block: Int

    public init(span: Span, block: Int) {
      self.span = span
      self.block = block
    }
  }
}
