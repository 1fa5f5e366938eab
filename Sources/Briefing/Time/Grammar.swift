// Rules as data: a pattern over tokens and what it means. A pattern is read once into elements; the chart matches them.

/// The kinds of phrase that patterns may name in angle brackets.
enum Category: Int, Hashable, Sendable, CaseIterable {
  /// "25", "twenty-five"
  case cardinal
  /// a cardinal, or "several", "a few", "two and a half"
  case number
  /// "1998", "'82", "nineteen ninety-six", "480 BC"
  case year
  /// "this year", "1998", "that year": what a month or a season may lie in
  case yearish
  /// "October 5", "5 October 2023"
  case monthDay
  /// any place in the calendar
  case date
  /// "10:30 p.m. EST", "noon"
  case clock
  /// "three days", "about a year"
  case length
  /// whatever is tagged
  case timex
}

/// A pattern and its meaning.
///
/// Patterns are written as words (`last|past`), classes (`[month]`, `[unit+units]`), phrases (`<date>`), each with `?`
/// where it may be missing, separated by spaces.
struct TimeRule: Sendable {
  /// For the reader of the table; the name kept with a value is the resolver's.
  var name: String
  var category: Category
  var patterns: [String]
  var build: @Sendable (PatternMatch) -> Phrase?

  init(
    _ name: String, _ category: Category, _ patterns: String..., build: @escaping @Sendable (PatternMatch) -> Phrase?
  ) {
    self.name = name
    self.category = category
    self.patterns = patterns
    self.build = build
  }
}

/// One item of a pattern: words, classes or a phrase. Plain numbers, so that matching copies nothing.
struct PatternElement: Hashable, Sendable {
  enum Kind: UInt8, Hashable, Sendable { case words, classes, phrase }

  var kind: Kind
  var isOptional: Bool
  /// For words: where their numbers stand in the grammar's list.
  var words: Range<Int> = 0..<0
  var mask: TimeClass = []
  var category: Category = .timex
}

/// All rules, ready to match.
struct Grammar: Sendable {
  struct Compiled: Sendable {
    var rule: TimeRule
    /// Indices into `elements`.
    var elements: Range<Int>
  }

  private(set) var vocabulary = Vocabulary()
  private(set) var rules: [Compiled] = []
  /// The elements of all patterns, one after the other.
  private(set) var elements: [PatternElement] = []
  /// The numbers of the words that the elements of kind `words` name.
  private var literals: [Int] = []
  /// For each category and word of the vocabulary, the rules that may begin with it.
  private var byWord: [[[Int]]] = []
  /// For each category, the rules that may begin with digits.
  private var byDigits: [[Int]] = []

  init(_ table: [TimeRule]) {
    for rule in table {
      for pattern in rule.patterns {
        let start = elements.count
        read(pattern)
        rules.append(Compiled(rule: rule, elements: start..<elements.count))
      }
    }
    let first = FirstSets(self)
    let digits = TimeClass(rawValue: ~0 << 32).union(.ordinal)
    byWord = Category.allCases.map { category in
      vocabulary.words.map { word in
        rules.indices.filter { rules[$0].rule.category == category && first.begins($0, with: word) }
      }
    }
    byDigits = Category.allCases.map { category in
      rules.indices.filter { rules[$0].rule.category == category && !first.classes[$0].isDisjoint(with: digits) }
    }
  }

  /// The rules of a category that may begin with a word, in table order.
  func candidates(_ category: Category, _ word: TimeWord) -> [Int] {
    word.id == 0 ? (word.classes.isEmpty ? [] : byDigits[category.rawValue]) : byWord[category.rawValue][word.id]
  }

  /// Whether an element of kind `words` names the word of this number.
  func literal(_ element: PatternElement, has id: Int) -> Bool {
    guard id != 0 else { return false }
    for i in element.words where literals[i] == id { return true }
    return false
  }

  fileprivate func literalIDs(_ element: PatternElement) -> ArraySlice<Int> { literals[element.words] }

  /// Reads "the|a? [month] <year>?" into elements. A pattern is our own text: a mistake in it stops the program.
  private mutating func read(_ pattern: String) {
    for item in pattern.split(separator: " ") {
      var text = item
      let isOptional = text.count > 1 && text.hasSuffix("?")
      if isOptional { text = text.dropLast() }
      if text.hasPrefix("["), text.hasSuffix("]") {
        var mask: TimeClass = []
        for name in text.dropFirst().dropLast().split(separator: "+") {
          guard let cls = classNames[String(name)] else { preconditionFailure("no class \(name) in \(pattern)") }
          mask.formUnion(cls)
        }
        elements.append(PatternElement(kind: .classes, isOptional: isOptional, mask: mask))
      } else if text.hasPrefix("<"), text.hasSuffix(">") {
        guard let category = categoryNames[String(text.dropFirst().dropLast())] else {
          preconditionFailure("no phrase \(text) in \(pattern)")
        }
        elements.append(PatternElement(kind: .phrase, isOptional: isOptional, category: category))
      } else {
        let start = literals.count
        for word in text.split(separator: "|") { literals.append(vocabulary.add(String(word))) }
        elements.append(PatternElement(kind: .words, isOptional: isOptional, words: start..<literals.count))
      }
    }
  }
}

/// What each rule can begin with, phrases followed down to words.
private struct FirstSets {
  var words: [Set<Int>]
  var classes: [TimeClass]

  init(_ grammar: Grammar) {
    let rules = grammar.rules
    words = Array(repeating: [], count: rules.count)
    classes = Array(repeating: [], count: rules.count)
    var changed = true
    while changed {
      changed = false
      for (index, rule) in rules.enumerated() {
        let known = (words[index], classes[index])
        for element in grammar.elements[rule.elements] {
          switch element.kind {
          case .words: words[index].formUnion(grammar.literalIDs(element))
          case .classes: classes[index].formUnion(element.mask)
          case .phrase:
            for other in rules.indices where rules[other].rule.category == element.category {
              words[index].formUnion(words[other])
              classes[index].formUnion(classes[other])
            }
          }
          if !element.isOptional { break }
        }
        if known != (words[index], classes[index]) { changed = true }
      }
    }
  }

  func begins(_ rule: Int, with word: TimeWord) -> Bool {
    words[rule].contains(word.id) || !classes[rule].isDisjoint(with: word.classes)
  }
}

private let classNames: [String: TimeClass] = [
  "month": .month, "weekday": .weekday, "weekdays": .weekdays, "unit": .unit, "units": .units, "small": .small,
  "tens": .tens, "power": .power, "vague": .vague, "ordinal": .ordinal, "season": .season, "part": .part,
  "parts": .parts, "decadeWord": .decadeWord, "deictic": .deictic, "anaphor": .anaphor, "edge": .edge,
  "approx": .approx, "zone": .zone, "each": .each, "halfDay": .halfDay, "adverb": .adverb,
  "stretch": .stretch, "era": .era, "to": .rangeMark, "int": .integer, "day": .dayNumber,
  "monthNumber": .monthNumber, "year": .year, "shortYear": .shortYear, "decade": .decade, "clock": .clock,
  "clockHalf": .clockHalf, "pointClock": .pointClock, "military": .militaryClock, "hour": .hourNumber, "decimal": .decimal,
  "isoTail": .isoTail,
  "dayOrdinal": .dayOrdinal, "eraYear": .eraYear,
]

private let categoryNames: [String: Category] = [
  "cardinal": .cardinal, "number": .number, "year": .year, "yearish": .yearish, "monthDay": .monthDay, "date": .date,
  "clock": .clock, "length": .length, "timex": .timex,
]
