// The words around a match, for a list: from the prose where it matches, else from the title, else from a linked headline,
// which says so.

struct SnippetMaker {
  private let matcher: QueryMatcher
  /// Scalars shown before the first match, and in all.
  private static let lead = 40
  private static let width = 180
  /// How far a text is looked through: a list must not wait for a book.
  private static let reach = 400_000

  init(_ matcher: QueryMatcher) { self.matcher = matcher }

  /// nil where no word of the query stands in title or text (a search for a party alone).
  func snippet(headline: String, title: String, body: String, blocks: [Block]) -> Snippet? {
    guard !matcher.isEmpty else { return nil }
    var best: (hit: Span, words: Int)?
    var linked: Span?
    // The last match of each word: where most of them stand together is the place to show.
    var last = [Span?](repeating: nil, count: matcher.count)
    matcher.scan(body, not: .title) { span, number in
      guard span.end < SnippetMaker.reach else { return false }
      if SnippetMaker.isLinked(span, blocks) {
        if linked == nil { linked = span }
        return true
      }
      last[number] = span
      var first = span
      var words = 0
      for case let one? in last where span.end - one.start <= SnippetMaker.width - SnippetMaker.lead {
        first = min(first, one)
        words += 1
      }
      if words > best?.words ?? 0 { best = (first, words) }
      return (best?.words ?? 0) < matcher.count
    }
    if let best { return around(best.hit, in: body, blocks: blocks, place: .body) }
    let hits = title.isEmpty ? [] : matcher.hits(inTitle: title)
    if !hits.isEmpty { return Snippet(text: title, hits: hits, place: .title) }
    return linked.map { around($0, in: body, blocks: blocks, place: .linkedHeadline) }
  }

  private static func isLinked(_ span: Span, _ blocks: [Block]) -> Bool {
    block(at: span.start, blocks).map { $0.kind == .related } ?? false
  }

  private static func block(at offset: Int, _ blocks: [Block]) -> Block? {
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].span.end <= offset { low = middle + 1 } else { high = middle }
    }
    return low < blocks.count && blocks[low].span.contains(offset) ? blocks[low] : nil
  }

  /// So many scalars of a text; counted in its bytes, where those that go on with a scalar are 10xxxxxx.
  private static func cut(_ text: String, from: Int, count: Int) -> String {
    var text = text
    return text.withUTF8 { bytes in
      func index(of scalars: Int, after start: Int) -> Int {
        var index = start
        var left = scalars
        while index < bytes.count {
          if bytes[index] & 0xC0 != 0x80 {
            if left == 0 { break }
            left -= 1
          }
          index += 1
        }
        return index
      }
      let start = index(of: from, after: 0)
      return String(decoding: bytes[start..<index(of: max(0, count), after: start)], as: UTF8.self)
    }
  }

  /// Whole words of the match's block, from a little before it.
  private func around(_ hit: Span, in body: String, blocks: [Block], place: Snippet.Place) -> Snippet {
    let limits = SnippetMaker.block(at: hit.start, blocks)?.span ?? Span(0, Int.max)
    let from = max(limits.start, hit.start - SnippetMaker.lead)
    let cut = SnippetMaker.cut(body, from: from, count: min(SnippetMaker.width, limits.end - from)).unicodeScalars
    var words = cut[...]
    if from > limits.start, from > 0 {
      // A word longer than the lead is cut rather than the match lost.
      let lead = cut.prefix(hit.start - from)
      if let space = lead.firstIndex(where: isSpace) { words = cut[cut.index(after: space)...] }
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(2 * SnippetMaker.width)
    for scalar in words {
      if isSpace(scalar) {
        bytes.append(0x20)
      } else if scalar.isASCII {
        bytes.append(UInt8(scalar.value))
      } else {
        bytes.append(contentsOf: scalar.utf8)
      }
    }
    let text = String(decoding: bytes, as: UTF8.self)
    return Snippet(text: text, hits: matcher.hits(inBody: text), place: place)
  }
}
