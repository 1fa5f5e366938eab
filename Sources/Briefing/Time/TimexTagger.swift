// Finds expressions of time in a document and resolves them: a table of rules over tokens, then calendar arithmetic.

/// Tags and resolves the expressions of time of English news.
public struct TimexTagger: Sendable {
  public init() {}

  /// The expressions of every block, sorted by span, none overlapping another.
  ///
  /// `published` anchors relative expressions; without it, or where it is too coarse for them, they stay unresolved and
  /// their `reason` says why.
  public func tag(_ document: Document, published: DateStamp?) -> [Timex] {
    []
  }
}
