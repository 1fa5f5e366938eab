// A document as the recogniser reads it: for each token its folded word, its classes, and whether its capital means anything.

/// The tokens of a document with what is known of each by itself. Nothing changes after it is made; it is a class because it is
/// handed on for every token, and a copy of all that it holds would cost more than the reading.
final class Scan {
  let document: Document
  let gazetteer: Gazetteer
  /// The folded word, empty for signs.
  private(set) var folds: [String] = []
  private(set) var classes: [NameWordClass] = []
  private var flags: [Flags] = []
  /// Folded words that stand in lower case somewhere, and capitalised where no sentence begins.
  private(set) var seenLower: Set<String> = []
  private(set) var seenCapital: Set<String> = []

  private struct Flags: OptionSet {
    let rawValue: UInt8
    static let capital = Flags(rawValue: 1)
    static let opens = Flags(rawValue: 2)
    static let shouts = Flags(rawValue: 4)
    static let word = Flags(rawValue: 8)
    static let joint = Flags(rawValue: 16)
  }

  init(_ document: Document, gazetteer: Gazetteer) {
    self.document = document
    self.gazetteer = gazetteer
    let tokens = document.tokens
    folds.reserveCapacity(tokens.count)
    classes.reserveCapacity(tokens.count)
    for token in tokens {
      let fold = token.kind == .word ? folded(token.lower) : token.kind == .number ? token.lower : ""
      var flag: Flags = token.kind == .word ? .word : []
      if token.kind == .word, token.casing != .lower, token.casing != .none { flag.insert(.capital) }
      if isJoint(token) { flag.insert(.joint) }
      folds.append(fold)
      classes.append(token.kind == .word ? gazetteer.classes[fold] ?? [] : [])
      flags.append(flag)
    }
    for sentence in document.sentences { markSentence(sentence) }
  }

  private func markSentence(_ sentence: Sentence) {
    let tokens = document.tokens
    var words = 0
    var capitals = 0
    var uppers = 0
    for i in sentence.tokens where flags[i].contains(.word) {
      // Small words stay small in title case, so they do not count.
      if tokens[i].text.utf8.count > 3 {
        words += 1
        if flags[i].contains(.capital) { capitals += 1 }
      }
      if tokens[i].casing == .upper { uppers += 1 }
    }
    let allWords = sentence.tokens.reduce(into: 0) { $0 += flags[$1].contains(.word) ? 1 : 0 }
    let shouts = allWords >= 2 && uppers * 10 >= allWords * 7 && uppers >= 2
    let end = sentence.tokens.last.map { tokens[$0].text } ?? ""
    let isHeadline = words >= 4 && capitals == words && allWords >= 5 && ![".", "!", "?", "\""].contains(end)
    var opens = true
    for i in sentence.tokens {
      if shouts || isHeadline { flags[i].insert(.shouts) }
      if opens { flags[i].insert(.opens) }
      let token = tokens[i]
      if flags[i].contains(.word) || token.kind == .number {
        if !shouts, !isHeadline, flags[i].contains(.word) {
          if token.casing == .lower {
            seenLower.insert(folds[i])
          } else if !opens, flags[i].contains(.capital) {
            seenCapital.insert(folds[i])
          }
        }
        opens = false
      } else if token.text == "\"" || token.text == ":" || token.text == "•" || token.text == "(" && opens {
        opens = true
      }
    }
  }

  var count: Int { folds.count }

  /// The first token that ends behind `offset`, by bisection; `count` where there is none.
  func token(endingAfter offset: Int) -> Int {
    var low = 0
    var high = document.tokens.count
    while low < high {
      let middle = (low + high) / 2
      if document.tokens[middle].span.end <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The tokens that lie in a span.
  func tokens(in span: Span) -> Range<Int> {
    let first = token(endingAfter: span.start)
    var end = first
    while end < document.tokens.count, document.tokens[end].span.end <= span.end { end += 1 }
    return first..<end
  }

  func isWord(_ i: Int) -> Bool { i >= 0 && i < flags.count && flags[i].contains(.word) }
  /// A word with a capital.
  func isCapital(_ i: Int) -> Bool { i >= 0 && i < flags.count && flags[i].contains(.capital) }
  /// Whether a sentence or a quotation begins here, so that a capital says nothing.
  func opens(_ i: Int) -> Bool { flags[i].contains(.opens) }
  /// Whether the sentence is written in capitals or as a headline, so that case says nothing.
  func shouts(_ i: Int) -> Bool { flags[i].contains(.shouts) }
  func isJointToken(_ i: Int) -> Bool { i >= 0 && i < flags.count && flags[i].contains(.joint) }
  func has(_ i: Int, _ kind: NameWordClass) -> Bool { i >= 0 && i < classes.count && classes[i].contains(kind) }
  func text(_ i: Int) -> String { i >= 0 && i < count ? document.tokens[i].text : "" }
  func lower(_ i: Int) -> String { i >= 0 && i < count ? document.tokens[i].lower : "" }
  func fold(_ i: Int) -> String { i >= 0 && i < count ? folds[i] : "" }

  /// The span of tokens `first..<end`.
  func span(_ range: Range<Int>) -> Span {
    guard let last = range.last, last < count else { return Span(0, 0) }
    return Span(document.tokens[range.lowerBound].span.start, document.tokens[last].span.end)
  }

  /// The words of a range, folded.
  func words(_ range: Range<Int>) -> [String] { range.compactMap { folds[$0].isEmpty ? nil : folds[$0] } }

  /// Whether a possessive ('s or ' after an s) follows at `i`.
  func isPossessive(_ i: Int) -> Bool {
    let text = text(i)
    return text == "'s" || text == "'S" || (text == "'" && (fold(i + 1) == "s" || fold(i - 1).hasSuffix("s")))
  }
}
