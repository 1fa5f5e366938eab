// Where a text says whose it is: the brackets of its opening and its end, and its credit lines.

struct CreditedText {
  /// What stands in brackets or between strokes at the opening ("(AP)", "/TASS/") or closes the text: "(ANI)".
  private(set) var brackets: [String] = []
  /// Lines that credit: "Source: Al Jazeera and news agencies", "© 2023 AFP".
  private(set) var credits: [String] = []

  private static let opening = 140
  private static let wordsOfALine = 9

  init(_ article: Article) {
    let scalars = Array(article.text.unicodeScalars)
    func text(_ span: Span) -> String {
      guard span.start >= 0, span.end <= scalars.count, span.start <= span.end else { return "" }
      return string(scalars[span.start..<span.end])
    }
    if let span = article.dateline?.agency { brackets.append(text(span)) }
    let blocks = article.blocks.filter { $0.kind != .related && $0.kind != .promo }
    if let first = blocks.first(where: { $0.kind == .prose }) {
      brackets += CreditedText.enclosed(text(Span(first.span.start, min(first.span.end, first.span.start + Self.opening))))
    }
    for block in blocks where block.kind == .credit { add(text(block.span)) }
    // A last line of a few words is no paragraph.
    guard let last = blocks.last, last.kind != .credit, blocks.count > 1 else { return }
    let closing = text(last.span)
    if CreditWords(closing).printed.count <= Self.wordsOfALine {
      if !closing.hasSuffix(".") || closing.contains("©") { add(closing) }
    } else if closing.hasSuffix(")") || closing.hasSuffix("]") {
      brackets += CreditedText.enclosed(String(closing.suffix(40))).suffix(1)
    } else if let dash = closing.lastIndex(where: { "—–-".contains($0) }), closing.distance(from: dash, to: closing.endIndex) < 20
    {
      // "… he said. — AFP"
      let before = closing[..<dash].last { !$0.isWhitespace && !"—–-".contains($0) }
      if before == "." || before == "”" || before == "\"" { brackets.append(String(closing[closing.index(after: dash)...])) }
    }
  }

  /// "The Associated Press contributed to this report" credits a part, not the text.
  private mutating func add(_ line: String) {
    let words = CreditWords(line).lower
    if words.contains("contributed") || words.contains("additional") || words.contains("photo") { return }
    credits.append(line)
  }

  private static func enclosed(_ text: String) -> [String] {
    var found: [String] = []
    var start: String.Index?
    for i in text.indices {
      let character = text[i]
      if "([/".contains(character), start == nil || character != "/" {
        start = text.index(after: i)
      } else if ")]/".contains(character), let from = start {
        found.append(String(text[from..<i]))
        start = nil
      }
    }
    return found.filter { CreditWords($0).printed.count <= 4 }
  }
}
