// Words, numbers and punctuation of a text, cut once for all analysers.

/// A token: a word, a number or a sign, with its place.
public struct Token: Hashable, Sendable {
  public enum Kind: UInt8, Hashable, Sendable { case word, number, sign }

  public var span: Span
  public var kind: Kind
  public var casing: Casing
  /// Whether white space (or the text's start) stands before it.
  public var spaceBefore: Bool
  /// The surface after normalisation (curly apostrophes and quotes straight).
  public var text: String
  /// `text` in lower case.
  public var lower: String
}

/// How a word is written.
public enum Casing: UInt8, Hashable, Sendable {
  case none, lower, capitalised, upper, mixed
}
