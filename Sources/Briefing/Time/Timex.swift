// A temporal expression as TIMEX3 (TimeML, ISO 8601) has it, with the reason for its value.

/// An expression of time in a text, and what it was resolved to.
public struct Timex: Hashable, Sendable, Codable {
  public enum Kind: String, Hashable, Sendable, Codable { case date = "DATE", time = "TIME", duration = "DURATION", set = "SET" }

  /// Over the article's text; no leading preposition.
  public var span: Span
  public var kind: Kind
  /// TIMEX3 value: "2023-10-05", "2023-W40", "2016", "P3D", "PRESENT_REF", ...; nil where it could not be resolved.
  public var value: String?
  /// TIMEX3 mod: "APPROX", "START", "MID", "END", ...
  public var mod: String?
  /// The date it was resolved against: the publication date, or an earlier date of the text; nil if it needed none.
  public var anchor: String?
  /// The rule's short name, stable: "weekday-past".
  public var rule: String
  /// The rule in words for the reader: "the last Thursday up to the publication date". For an unresolved one, why not: "no publication date".
  public var reason: String
  /// The direction or the period was guessed.
  public var doubt: Bool
  /// Where two expressions make a range, the value of the other end: "2014" for the first of "2011-2014".
  public var rangeEnd: String?

  public init(
    span: Span, kind: Kind, value: String?, mod: String? = nil, anchor: String? = nil, rule: String, reason: String,
    doubt: Bool = false, rangeEnd: String? = nil
  ) {
    self.span = span
    self.kind = kind
    self.value = value
    self.mod = mod
    self.anchor = anchor
    self.rule = rule
    self.reason = reason
    self.doubt = doubt
    self.rangeEnd = rangeEnd
  }
}
