// Where a query's words stand in a text, cut and folded as the index does it: what is marked in lists and texts.

/// The words, phrases and prefixes that a query asks for, ready to be found.
public struct QueryMatcher: Sendable {
  private struct Pattern {
    var tokens: [[UInt8]]
    var isPrefix: Bool
    var place: Query.Words.Place

    func fits(_ token: [UInt8], at index: Int) -> Bool {
      isPrefix && index == tokens.count - 1 ? token.starts(with: tokens[index]) : token == tokens[index]
    }
  }

  /// A pattern on its way through a text.
  private struct Walk {
    let pattern: Pattern
    /// For each word of the pattern where a match of all words up to it began, if the last words read are one; else -1.
    private var starts: [Int]

    init(_ pattern: Pattern) {
      self.pattern = pattern
      starts = Array(repeating: -1, count: pattern.tokens.count)
    }

    /// A phrase has begun, and the next word may go on with it.
    var isUnderWay: Bool { starts.count > 1 && starts.dropLast().contains { $0 >= 0 } }

    /// Takes the next word and returns where the match began that it completes.
    mutating func take(_ token: [UInt8], start: Int) -> Int? {
      for index in starts.indices.reversed() {
        let began = index == 0 ? start : starts[index - 1]
        starts[index] = began >= 0 && pattern.fits(token, at: index) ? began : -1
      }
      return starts.last.flatMap { $0 >= 0 ? $0 : nil }
    }
  }

  private var patterns: [Pattern] = []

  /// For a query; `completesLastWord` takes its last word as the beginning of one.
  public init(_ text: String, completesLastWord: Bool = false) {
    let query = Query.parse(text).query
    let end = text.unicodeScalars.count
    for case (.words(let words), true) in query.leaves {
      let isTyped = completesLastWord && words.span.end == end && (!words.isPhrase || words.isOpen)
      let tokens = SearchTokens.words(of: words.text).map { Array($0.utf8) }
      guard !tokens.isEmpty else { continue }
      patterns.append(Pattern(tokens: tokens, isPrefix: words.isPrefix || isTyped, place: words.place))
    }
  }

  /// The query has no words to be marked.
  public var isEmpty: Bool { patterns.isEmpty }

  /// Matches in a title, in order and without overlap, in scalars.
  public func hits(inTitle text: String) -> [Span] { hits(in: text, not: .body) }

  /// Matches in a body, in order and without overlap, in scalars.
  public func hits(inBody text: String) -> [Span] { hits(in: text, not: .title) }

  private func hits(in text: String, not excluded: Query.Words.Place) -> [Span] {
    var found: [Span] = []
    scan(text, not: excluded) { span, _ in
      found.append(span)
      return true
    }
    return QueryMatcher.merged(found)
  }

  /// How many words, phrases and beginnings are asked for.
  var count: Int { patterns.count }

  /// Calls `body` with each match and the number of what it matches, in the order of the matches' ends, until it returns
  /// false.
  func scan(_ text: String, not excluded: Query.Words.Place, _ body: (Span, Int) -> Bool) {
    let sought = patterns.indices.filter { patterns[$0].place != excluded }
    var walks = sought.map { Walk(patterns[$0]) }
    guard !walks.isEmpty else { return }
    // Most words of a text begin unlike all that is sought.
    var beginnings = [Bool](repeating: false, count: 256)
    for pattern in sought { beginnings[Int(patterns[pattern].tokens[0][0])] = true }
    var isUnderWay = false
    SearchTokens.each(in: text) { token, span in
      guard isUnderWay || beginnings[Int(token[0])] else { return true }
      isUnderWay = false
      for index in walks.indices {
        let match = walks[index].take(token, start: span.start)
        isUnderWay = isUnderWay || walks[index].isUnderWay
        if let match, !body(Span(match, span.end), sought[index]) { return false }
      }
      return true
    }
  }

  static func merged(_ spans: [Span]) -> [Span] {
    var merged: [Span] = []
    for span in spans.sorted() {
      if let last = merged.last, span.start < last.end {
        merged[merged.count - 1].end = max(last.end, span.end)
      } else {
        merged.append(span)
      }
    }
    return merged
  }
}
