// The words of a sentence that say what happened on a date: its verb and what follows, verbatim, never rearranged.

private let mostWords = 8
/// Words that may not end a label.
private let dangling: Set<String> = [
  "on", "in", "at", "by", "of", "the", "a", "an", "and", "to", "for", "from", "with", "that", "or", "as", "since", "until",
  "after",
  "before", "during", "back", "its", "his", "her", "their", "between", "about", "around", "late", "early", "some", "near", "into",
  "which",
  "who", "when", "where", "against", "but", "than", "over", "up", "no", "not", "more", "this", "these", "those", "it", "was",
  "were", "is",
  "are", "be", "has", "have", "had", "will", "would", "beginning", "starting", "through", "both", "under", "several", "only",
  "further", "other",
]
/// A noun phrase after one of these can carry a date without a verb: "after a suicide attack earlier this week".
private let carriers: Set<String> = ["after", "before", "following", "during", "since", "despite"]
private let breaks: Set<String> = [",", ";", ":", ".", "!", "?", "\"", "(", ")", "—", "–", "--"]

/// The span of two to eight words that carry a date; its own words, or the date itself where the sentence has no others.
///
/// `dates` are the tokens where expressions of time begin: a label stops at another date.
func timelineLabel(of date: Span, sentence: Sentence, verbs: [VerbGroup], dates: [Int], document: Document) -> Span {
  let tokens = document.tokens
  let range = sentence.tokens
  guard let start = range.first(where: { tokens[$0].span.end > date.start }) else { return date }
  let end = range.first { tokens[$0].span.start >= date.end } ?? range.upperBound
  let before = verbs.last { $0.tokens.upperBound <= start }
  let next = verbs.first { $0.tokens.lowerBound >= end }
  let chosen: Range<Int>?
  if let next, opensClause(tokens, end..<next.tokens.lowerBound) {
    chosen = phrase(tokens, from: next.tokens.lowerBound, to: range.upperBound)
  } else if let noun = carried(tokens, from: range.lowerBound, to: start, after: before?.tokens.upperBound),
    !dates.contains(where: { noun.contains($0) })
  {
    chosen = noun
  } else if let before, start - before.tokens.lowerBound <= 24 {
    let stop = dates.first { $0 > before.tokens.upperBound && $0 < start } ?? start
    let verb = withSubject(tokens, phrase(tokens, from: before.tokens.lowerBound, to: stop), sentence: range)
    chosen = words(tokens, verb) >= 2 ? verb : after(tokens, end: end, sentence: range) ?? verb
  } else if let next {
    chosen = phrase(tokens, from: next.tokens.lowerBound, to: range.upperBound)
  } else {
    chosen = around(tokens, sentence: range, start: start, end: end)
  }
  guard let chosen, !chosen.isEmpty else {
    return around(tokens, sentence: range, start: start, end: end).map { span(tokens, $0) } ?? date
  }
  return span(tokens, chosen)
}

private func span(_ tokens: [Token], _ range: Range<Int>) -> Span {
  Span(tokens[range.lowerBound].span.start, tokens[range.upperBound - 1].span.end)
}

/// "2016, when Erdogan accused": what follows says what happened then.
private func opensClause(_ tokens: [Token], _ range: Range<Int>) -> Bool {
  guard let first = range.first else { return false }
  if tokens[first].lower == "when" { return true }
  return tokens[first].lower == "," && range.count > 1 && tokens[first + 1].lower == "when"
}

/// A noun phrase between a carrier and the date, with no verb in it.
private func carried(_ tokens: [Token], from: Int, to: Int, after verb: Int?) -> Range<Int>? {
  let floor = max(verb ?? from, to - 14)
  guard floor < to, let carrier = (floor..<to).last(where: { carriers.contains(tokens[$0].lower) }), carrier + 1 < to else {
    return nil
  }
  let noun = phrase(tokens, from: carrier + 1, to: to)
  return words(tokens, noun) >= 2 ? noun : nil
}

/// At most eight words from a place on, up to the next break, without words that dangle at the end.
private func phrase(_ tokens: [Token], from: Int, to: Int) -> Range<Int> {
  var end = from
  var count = 0
  while end < to, count < mostWords || tokens[end].kind == .sign && !breaks.contains(tokens[end].lower) {
    let token = tokens[end]
    if token.kind == .sign, breaks.contains(token.lower) { break }
    if token.kind != .sign { count += 1 }
    end += 1
  }
  // "low-" of "low-flying" is half a word.
  if end < to, end > from + 1, tokens[end].text == "-", !tokens[end].spaceBefore { end -= 1 }
  while end > from + 1, dangling.contains(tokens[end - 1].lower) || tokens[end - 1].kind == .sign && tokens[end - 1].lower != "'s"
  {
    end -= 1
  }
  return from..<end
}

/// A verb alone ("said") gets the words of its subject before it, or else what follows the date is taken in.
private func withSubject(_ tokens: [Token], _ range: Range<Int>, sentence: Range<Int>) -> Range<Int> {
  guard words(tokens, range) < 2 else { return range }
  var start = range.lowerBound
  var count = words(tokens, range)
  while start > sentence.lowerBound, count < mostWords {
    let token = tokens[start - 1]
    if token.kind == .sign, breaks.contains(token.lower) || token.lower == "-" { break }
    if carriers.contains(token.lower) || ["and", "but", "that", "who", "which", "while", "as"].contains(token.lower) { break }
    if token.kind != .sign { count += 1 }
    start -= 1
  }
  while start < range.lowerBound, tokens[start].kind == .sign { start += 1 }
  return start..<range.upperBound
}

/// The words after the date, without "that": for a bare "said", what was said.
private func after(_ tokens: [Token], end: Int, sentence: Range<Int>) -> Range<Int>? {
  var from = end
  while from < sentence.upperBound, tokens[from].kind == .sign || tokens[from].lower == "that" { from += 1 }
  guard from < sentence.upperBound else { return nil }
  let found = phrase(tokens, from: from, to: sentence.upperBound)
  return words(tokens, found) >= 2 ? found : nil
}

/// Without a verb: the words before the date, or those after it where it opens the sentence.
private func around(_ tokens: [Token], sentence: Range<Int>, start: Int, end: Int) -> Range<Int>? {
  var from = start
  var count = 0
  while from > sentence.lowerBound, count < mostWords {
    let token = tokens[from - 1]
    if token.kind == .sign, breaks.contains(token.lower) { break }
    if token.kind != .sign { count += 1 }
    from -= 1
  }
  if from < start {
    let left = phrase(tokens, from: from, to: start)
    if words(tokens, left) >= 2 { return left }
  }
  return after(tokens, end: end, sentence: sentence)
}

private func words(_ tokens: [Token], _ range: Range<Int>) -> Int { range.reduce(0) { $0 + (tokens[$1].kind == .sign ? 0 : 1) } }
