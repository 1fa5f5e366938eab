// Finds expressions of time in a document and resolves them: a table of rules over tokens, then calendar arithmetic.
//
// Two passes: what the phrases mean, then their values. Between them it is plain whether the text tells news or history.

/// Tags and resolves the expressions of time of English news.
public struct TimexTagger: Sendable {
  private let grammar: Grammar

  public init() { grammar = TimexTagger.shared }

  private static let shared = Grammar(
    trapRules + rangeRules + numberRules + dateRules + holidayRules + relativeRules + durationRules + clockRules)

  /// The expressions of every block, sorted by span, none overlapping another.
  ///
  /// `published` anchors relative expressions; without it, or where it is too coarse for them, they stay unresolved and
  /// their `reason` says why.
  public func tag(_ document: Document, published: DateStamp?) -> [Timex] {
    var findings: [Finding] = []
    for (index, sentence) in document.sentences.enumerated() {
      find(
        in: document.tokens, sentence: sentence.tokens, index: index, writtenIn: published?.date.year ?? unknownYear,
        into: &findings)
    }
    borrow(&findings, document.tokens)
    let isHistory = tellsHistory(findings, published: published)
    if !isHistory { findings.removeAll(where: \.phrase.isOfHistories) }
    let asides = isHistory ? asides(findings) : []
    var resolver = Resolver(published: published, isHistory: isHistory)
    var timexes: [Timex] = []
    timexes.reserveCapacity(findings.count)
    var verbs: (sentence: Int, groups: [VerbGroup]) = (-1, [])
    for (index, finding) in findings.enumerated() {
      resolver.isAside = asides.contains(index)
      if verbs.sentence != finding.sentence {
        let range = document.sentences[finding.sentence].tokens
        // A giant "sentence" is a table or noise: its verbs tell nothing, and looking for them costs.
        verbs = (finding.sentence, range.count > 400 ? [] : verbGroups(document.tokens, in: range))
      }
      let tense = governingTense(
        document.tokens, sentence: document.sentences[finding.sentence].tokens, verbs: verbs.groups, expression: finding.tokens)
      timexes.append(resolve(finding, tense: tense, document: document, resolver: &resolver))
    }
    joinRanges(&timexes, findings: findings, document: document)
    return timexes
  }

  /// The longest phrases of a sentence, left to right.
  private func find(
    in tokens: [Token], sentence: Range<Int>, index: Int, writtenIn: Int, into findings: inout [Finding]
  ) {
    let words = tokens[sentence].map { grammar.vocabulary.read($0) }
    var chart = Chart(grammar, tokens: tokens, range: sentence, words: words, writtenIn: writtenIn)
    let longest = chart.expressions()
    var i = sentence.lowerBound
    while i < sentence.upperBound {
      guard let edge = longest[i - sentence.lowerBound] else {
        i += 1
        continue
      }
      switch edge.phrase.meaning {
      case .trap: break
      case .range(let first, let second):
        for piece in [first, second] {
          var phrase = edge.phrase
          phrase.meaning = piece.meaning
          findings.append(
            Finding(sentence: index, tokens: piece.tokens, phrase: phrase, isRangeEnd: piece.tokens != first.tokens))
        }
      default: findings.append(Finding(sentence: index, tokens: i..<edge.end, phrase: edge.phrase))
      }
      i = edge.end
    }
  }
}

/// Where an undated text is taken to be written, for years of two digits alone.
private let unknownYear = 2020

/// A phrase and where it stands.
struct Finding {
  var sentence: Int
  /// Indices into the document's tokens.
  var tokens: Range<Int>
  var phrase: Phrase
  /// The second end of a range: the text does not go on from there.
  var isRangeEnd = false
}

/// Joins two neighbouring dates with "to" or a dash between them, or "between" before them and "and" between.
private func joinRanges(_ timexes: inout [Timex], findings: [Finding], document: Document) {
  for i in timexes.indices.dropLast() where findings[i].sentence == findings[i + 1].sentence {
    let gap = findings[i].tokens.upperBound..<findings[i + 1].tokens.lowerBound
    guard gap.count == 1 || gap.count == 2 && document.tokens[gap.lowerBound + 1].lower == "the" else { continue }
    let mark = document.tokens[gap.lowerBound].lower
    let before = findings[i].tokens.lowerBound > 0 ? document.tokens[findings[i].tokens.lowerBound - 1].lower : ""
    let isRange =
      ["-", "–", "—", "to", "through", "until", "till"].contains(mark) && (mark != "to" || before != "to")
      || mark == "and" && before == "between"
    guard isRange, timexes[i].kind != .duration, timexes[i].kind != .set, let from = timexes[i].value,
      var to = timexes[i + 1].value,
      let start = Period(value: from), var end = Period(value: to)
    else { continue }
    // "from Monday to Friday" does not end before it begins.
    if case .weekday? = findings[i + 1].phrase.when, case .day(let date) = end, end.first < start.first {
      end = .day(date.adding(days: 7))
      to = end.value
      timexes[i + 1].value = to
      timexes[i + 1].doubt = true
      timexes[i + 1].reason = "the first one after the day that the range begins with"
    }
    guard start.first < end.first else { continue }
    timexes[i].rangeEnd = to
  }
}
