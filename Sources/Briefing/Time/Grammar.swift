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
struct Rule: Sendable {
  /// Stable; shown beside every value.
  var name: String
  var category: Category
  var patterns: [String]
  var build: @Sendable (Match) -> Phrase?

  init(
    _ name: String, _ category: Category, _ patterns: String..., build: @escaping @Sendable (Match) -> Phrase?
  ) {
    self.name = name
    self.category = category
    self.patterns = patterns
    self.build = build
  }
}

/// One item of a pattern.
struct PatternElement: Hashable, Sendable {
  enum Test: Hashable, Sendable {
    case words(Set<Int>)
    case classes(WordClass)
    case phrase(Category)
  }

  var test: Test
  var isOptional: Bool
}

/// All rules, ready to match.
struct Grammar: Sendable {
  struct Compiled: Sendable {
    var rule: Rule
    var elements: [PatternElement]
  }

  let vocabulary: Vocabulary
  let rules: [Compiled]
  /// For each category and word of the vocabulary, the rules that may begin with it.
  private let byWord: [[[Int]]]
  /// For each category, the rules that may begin with digits.
  private let byDigits: [[Int]]

  init(_ table: [Rule]) {
    var vocabulary = Vocabulary()
    var rules: [Compiled] = []
    for rule in table {
      for pattern in rule.patterns {
        rules.append(Compiled(rule: rule, elements: readPattern(pattern, vocabulary: &vocabulary)))
      }
    }
    self.vocabulary = vocabulary
    self.rules = rules
    let first = FirstSets(rules)
    byWord = Category.allCases.map { category in
      vocabulary.words.map { word in
        rules.indices.filter { rules[$0].rule.category == category && first.begins($0, with: word) }
      }
    }
    byDigits = Category.allCases.map { category in
      rules.indices.filter { rules[$0].rule.category == category && first.classes[$0].rawValue >> 32 != 0 }
    }
  }

  /// The rules of a category that may begin with a word, in table order.
  func candidates(_ category: Category, _ word: TimeWord) -> [Int] {
    word.id == 0 ? (word.classes.isEmpty ? [] : byDigits[category.rawValue]) : byWord[category.rawValue][word.id]
  }
}

/// What each rule can begin with, phrases followed down to words.
private struct FirstSets {
  var words: [Set<Int>]
  var classes: [WordClass]

  init(_ rules: [Grammar.Compiled]) {
    words = Array(repeating: [], count: rules.count)
    classes = Array(repeating: [], count: rules.count)
    var changed = true
    while changed {
      changed = false
      for (index, rule) in rules.enumerated() {
        let known = (words[index], classes[index])
        for element in rule.elements {
          switch element.test {
          case .words(let ids): words[index].formUnion(ids)
          case .classes(let mask): classes[index].formUnion(mask)
          case .phrase(let category):
            for other in rules.indices where rules[other].rule.category == category {
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

/// Reads "the|a? [month] <year>?" into elements. A pattern is our own text: a mistake in it stops the program.
private func readPattern(_ pattern: String, vocabulary: inout Vocabulary) -> [PatternElement] {
  var elements: [PatternElement] = []
  for item in pattern.split(separator: " ") {
    var text = item
    let isOptional = text.count > 1 && text.hasSuffix("?")
    if isOptional { text = text.dropLast() }
    let test: PatternElement.Test
    if text.hasPrefix("["), text.hasSuffix("]") {
      var mask: WordClass = []
      for name in text.dropFirst().dropLast().split(separator: "+") {
        guard let cls = classNames[String(name)] else { preconditionFailure("no class \(name) in \(pattern)") }
        mask.formUnion(cls)
      }
      test = .classes(mask)
    } else if text.hasPrefix("<"), text.hasSuffix(">") {
      guard let category = categoryNames[String(text.dropFirst().dropLast())] else {
        preconditionFailure("no phrase \(text) in \(pattern)")
      }
      test = .phrase(category)
    } else {
      test = .words(Set(text.split(separator: "|").map { vocabulary.add(String($0)) }))
    }
    elements.append(PatternElement(test: test, isOptional: isOptional))
  }
  return elements
}

private let classNames: [String: WordClass] = [
  "month": .month, "weekday": .weekday, "weekdays": .weekdays, "unit": .unit, "units": .units, "small": .small,
  "tens": .tens, "power": .power, "vague": .vague, "ordinal": .ordinal, "season": .season, "part": .part,
  "parts": .parts, "decadeWord": .decadeWord, "deictic": .deictic, "anaphor": .anaphor, "edge": .edge,
  "approx": .approx, "holiday": .holiday, "zone": .zone, "each": .each, "halfDay": .halfDay, "adverb": .adverb,
  "stretch": .stretch, "era": .era, "to": .rangeMark, "period": .period, "int": .integer, "day": .dayNumber,
  "monthNumber": .monthNumber, "year": .year, "shortYear": .shortYear, "decade": .decade, "clock": .clock,
  "clockHalf": .clockHalf, "military": .militaryClock, "hour": .hourNumber, "decimal": .decimal, "isoTail": .isoTail,
  "dayOrdinal": .dayOrdinal, "eraYear": .eraYear,
]

private let categoryNames: [String: Category] = [
  "cardinal": .cardinal, "number": .number, "year": .year, "yearish": .yearish, "monthDay": .monthDay, "date": .date,
  "clock": .clock, "length": .length, "timex": .timex,
]
