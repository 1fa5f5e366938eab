// Matches the grammar over the tokens of one sentence, each phrase at each place at most once.

/// A phrase found at some place, and where it ends.
struct Edge: Sendable {
  var end: Int
  var phrase: Phrase
}

/// The tokens and phrases that a pattern matched; what a rule's meaning is made of.
struct PatternMatch {
  let tokens: Range<Int>
  fileprivate let words: [TimeWord]
  fileprivate let texts: [Token]
  fileprivate let sentence: Range<Int>
  /// The year of publication, for years of two digits.
  let writtenIn: Int
  fileprivate var base: Int { sentence.lowerBound }
  fileprivate let classes: [(mask: TimeClass, at: Int)]
  fileprivate let literals: [Int]
  fileprivate let phrases: [(category: Category, at: Int, edge: Edge)]

  /// The n-th word matched as one of the classes.
  func word(_ cls: TimeClass, _ n: Int = 0) -> TimeWord? { place(cls, n).map { words[$0 - base] } }

  func number(_ cls: TimeClass, _ n: Int = 0) -> Int? { word(cls, n)?.number }

  /// The index of the n-th token matched as one of the classes.
  func place(_ cls: TimeClass, _ n: Int = 0) -> Int? {
    var left = n
    for capture in classes where !capture.mask.isDisjoint(with: cls) && !words[capture.at - base].classes.isDisjoint(with: cls) {
      if left == 0 { return capture.at }
      left -= 1
    }
    return nil
  }

  /// The unit that was named.
  var unit: TimeUnit? { word([.unit, .units])?.unit }

  /// The n-th phrase of a category.
  func phrase(_ category: Category, _ n: Int = 0) -> Phrase? { edge(category, n)?.edge.phrase }

  /// The tokens of the n-th phrase of a category.
  func range(_ category: Category, _ n: Int = 0) -> Range<Int>? {
    edge(category, n).map { $0.at..<$0.edge.end }
  }

  private func edge(_ category: Category, _ n: Int) -> (category: Category, at: Int, edge: Edge)? {
    var left = n
    for capture in phrases where capture.category == category {
      if left == 0 { return capture }
      left -= 1
    }
    return nil
  }

  /// Whether one of the pattern's literal words was this one.
  func has(_ word: String) -> Bool { literals.contains { texts[$0].lower == word } }

  /// The token as printed.
  func token(_ cls: TimeClass, _ n: Int = 0) -> Token? { place(cls, n).map { texts[$0] } }

  /// The last word of the match.
  var last: TimeWord? { tokens.isEmpty ? nil : words[tokens.upperBound - 1 - base] }

  /// The first token of the match.
  var first: Token { texts[tokens.lowerBound] }

  /// The token before the match, in the same sentence.
  var previous: Token? { tokens.lowerBound > sentence.lowerBound ? texts[tokens.lowerBound - 1] : nil }

  /// The token before that.
  var beforePrevious: Token? { tokens.lowerBound - 2 >= sentence.lowerBound ? texts[tokens.lowerBound - 2] : nil }

  /// The n-th token before the match, 1 the nearest, in the same sentence.
  func before(_ n: Int) -> Token? { tokens.lowerBound - n >= sentence.lowerBound ? texts[tokens.lowerBound - n] : nil }

  /// The token after the match, in the same sentence.
  var following: Token? { tokens.upperBound < sentence.upperBound ? texts[tokens.upperBound] : nil }

  /// The token after that.
  var followingNext: Token? { tokens.upperBound + 1 < sentence.upperBound ? texts[tokens.upperBound + 1] : nil }

  /// Whether a phrase begins with "a" or "an".
  func startsWithArticle(_ range: Range<Int>) -> Bool {
    range.first.map { texts[$0].lower == "a" || texts[$0].lower == "an" } ?? false
  }

  /// Whether a hyphen joins a phrase's words: "eight-year".
  func isHyphenated(_ range: Range<Int>) -> Bool { range.contains { texts[$0].text == "-" } }

  /// Whether white space stands before the match.
  var hasSpaceBefore: Bool { texts[tokens.lowerBound].spaceBefore }

  /// Whether no white space stands inside the match: "1998-2001", "2011/12".
  var isTight: Bool { tokens.dropFirst().allSatisfy { !texts[$0].spaceBefore } }
}

/// The phrases of one sentence.
struct Chart {
  let grammar: Grammar
  let tokens: [Token]
  let range: Range<Int>
  /// One for each token of the range.
  let words: [TimeWord]
  let writtenIn: Int
  /// By token and category.
  private var memo: [[Edge]?]
  // What the pattern under way has matched so far, and below it what the patterns that wait for it have.
  private var classes: [(mask: TimeClass, at: Int)] = []
  private var literals: [Int] = []
  private var phrases: [(category: Category, at: Int, edge: Edge)] = []

  init(_ grammar: Grammar, tokens: [Token], range: Range<Int>, words: [TimeWord], writtenIn: Int) {
    self.writtenIn = writtenIn
    memo = Array(repeating: nil, count: range.count * Category.allCases.count)
    self.grammar = grammar
    self.tokens = tokens
    self.range = range
    self.words = words
  }

  /// A pattern under way: its rule, where it began, and where its own captures begin.
  private struct Attempt {
    var rule: Int
    var start: Int
    var classes: Int
    var literals: Int
    var phrases: Int
  }

  /// The longest expression that begins at each token.
  ///
  /// From right to left: so what a pattern ends with is always known already, and noise ("the end of the end of ...") cannot
  /// nest calls as deep as it is long.
  mutating func expressions() -> [Edge?] {
    var longest: [Edge?] = Array(repeating: nil, count: range.count)
    for i in range.reversed() { longest[i - range.lowerBound] = edges(.timex, at: i).first }
    return longest
  }

  /// The phrases of a category that begin at a token, longest first; of two that are equally long, the earlier rule's.
  private mutating func edges(_ category: Category, at start: Int) -> [Edge] {
    guard start < range.upperBound else { return [] }
    let candidates = grammar.candidates(category, words[start - range.lowerBound])
    guard !candidates.isEmpty else { return [] }
    let key = (start - range.lowerBound) * Category.allCases.count + category.rawValue
    if let known = memo[key] { return known }
    var found: [Edge] = []
    for rule in candidates {
      let attempt = Attempt(
        rule: rule, start: start, classes: classes.count, literals: literals.count, phrases: phrases.count)
      extend(attempt, element: grammar.rules[rule].elements.lowerBound, at: start, into: &found)
    }
    found.sort { $0.end > $1.end }
    memo[key] = found
    return found
  }

  private mutating func extend(_ attempt: Attempt, element: Int, at: Int, into found: inout [Edge]) {
    if element == grammar.rules[attempt.rule].elements.upperBound {
      finish(attempt, at: at, into: &found)
      return
    }
    let test = grammar.elements[element]
    if at < range.upperBound {
      switch test.kind {
      case .words:
        if grammar.literal(test, has: words[at - range.lowerBound].id) {
          literals.append(at)
          extend(attempt, element: element + 1, at: at + 1, into: &found)
          literals.removeLast()
        }
      case .classes:
        if !words[at - range.lowerBound].classes.isDisjoint(with: test.mask) {
          classes.append((test.mask, at))
          extend(attempt, element: element + 1, at: at + 1, into: &found)
          classes.removeLast()
        }
      case .phrase:
        for edge in edges(test.category, at: at) {
          phrases.append((test.category, at, edge))
          extend(attempt, element: element + 1, at: edge.end, into: &found)
          phrases.removeLast()
        }
      }
    }
    if test.isOptional { extend(attempt, element: element + 1, at: at, into: &found) }
  }

  private func finish(_ attempt: Attempt, at end: Int, into found: inout [Edge]) {
    guard end > attempt.start, !found.contains(where: { $0.end == end }) else { return }
    let match = PatternMatch(
      tokens: attempt.start..<end, words: words, texts: tokens, sentence: range, writtenIn: writtenIn,
      classes: Array(classes[attempt.classes...]), literals: Array(literals[attempt.literals...]),
      phrases: Array(phrases[attempt.phrases...]))
    if let phrase = grammar.rules[attempt.rule].rule.build(match) {
      found.append(Edge(end: end, phrase: phrase))
    }
  }
}
