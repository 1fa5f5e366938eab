// Where a query's words stand in a text, cut and folded as the index does it: what is marked in lists and texts.

/// The words, phrases and prefixes that a query asks for, ready to be found.
public struct QueryMatcher: Sendable {
  private struct Pattern {
    var tokens: [String]
    var isPrefix: Bool
    var place: Query.Words.Place
  }

  private var patterns: [Pattern] = []

  /// For a query; `completesLastWord` takes its last word as the beginning of one.
  public init(_ text: String, completesLastWord: Bool = false) {
    let query = Query.parse(text).query
    let end = text.unicodeScalars.count
    for case (.words(let words), true) in query.leaves {
      let isTyped = completesLastWord && words.span.end == end && !words.isPhrase
      let tokens = SearchTokens.words(of: words.text)
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
    scan(text, not: excluded) {
      found.append($0)
      return true
    }
    return QueryMatcher.merged(found)
  }

  /// Calls `body` with each match in the order of the matches' ends, until it returns false.
  func scan(_ text: String, not excluded: Query.Words.Place, _ body: (Span) -> Bool) {
    let active = patterns.filter { $0.place != excluded }
    guard !active.isEmpty else { return }
    let longest = active.reduce(1) { max($0, $1.tokens.count) }
    var window: [(token: String, span: Span)] = []
    SearchTokens.each(in: text) { token, span in
      window.append((token, span))
      if window.count > longest { window.removeFirst() }
      for pattern in active where pattern.tokens.count <= window.count {
        let start = window.count - pattern.tokens.count
        let isMatch = pattern.tokens.indices.allSatisfy { i in
          let token = window[start + i].token
          return pattern.isPrefix && i == pattern.tokens.count - 1
            ? token.hasPrefix(pattern.tokens[i]) : token == pattern.tokens[i]
        }
        if isMatch, !body(Span(window[start].span.start, span.end)) { return false }
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
