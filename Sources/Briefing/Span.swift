// The one unit of place in a text.

/// A half-open range of Unicode scalar offsets into an article's text (or into its title, where that is said).
public struct Span: Hashable, Sendable, Codable, Comparable {
  public var start: Int
  public var end: Int

  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  public var count: Int { end - start }
  public var isEmpty: Bool { end <= start }

  /// By start; of two that start together the longer comes first.
  public static func < (a: Span, b: Span) -> Bool { a.start != b.start ? a.start < b.start : a.end > b.end }

  /// The index of the first of `count` spans, in order and apart from each other, that ends after the offset; `count` where
  /// none does.
  static func firstIndex(endingAfter offset: Int, of count: Int, end: (Int) -> Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if end(middle) <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  public func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }
  public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }
  public func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }
}
