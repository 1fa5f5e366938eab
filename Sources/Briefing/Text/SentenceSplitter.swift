// Where sentences end. A period ends one unless it belongs to an abbreviation; after an abbreviation that may end one,
// the next word decides.

/// The most tokens of a sentence. Analysers look through a whole sentence for one of its words, and a text without full stops
/// would make that the square of its length; it is cut at a sign in the last hundred, or there.
let longestSentence = 500

/// The sentences of a document; headings, related headlines and promos are one each, up to `longestSentence`.
func splitSentences(_ tokens: [Token], scalars: [Unicode.Scalar], blocks: [Block]) -> [Sentence] {
  var sentences: [Sentence] = []
  var first = 0
  for (index, block) in blocks.enumerated() {
    var last = first
    while last < tokens.count, tokens[last].span.start < block.span.end { last += 1 }
    defer { first = last }
    guard last > first else { continue }
    switch block.kind {
    case .heading, .related, .promo:
      append(tokens, first..<last, block: index, to: &sentences)
    case .prose, .credit, .caption:
      var start = first
      var i = first
      while i < last {
        if let end = sentenceEnd(tokens, at: i, limit: last) {
          append(tokens, start..<end, block: index, to: &sentences)
          start = end
          i = end
        } else {
          i += 1
        }
      }
      if start < last { append(tokens, start..<last, block: index, to: &sentences) }
    }
  }
  return sentences
}

/// Appends a sentence, in pieces where it is too long.
private func append(_ tokens: [Token], _ range: Range<Int>, block: Int, to sentences: inout [Sentence]) {
  var start = range.lowerBound
  while start < range.upperBound {
    var end = range.upperBound
    if end - start > longestSentence {
      end = start + longestSentence
      if let sign = (end - 100..<end).last(where: { tokens[$0].kind == .sign }) { end = sign + 1 }
    }
    sentences.append(Sentence(span: Span(tokens[start].span.start, tokens[end - 1].span.end), tokens: start..<end, block: block))
    start = end
  }
}

/// The index after the sentence's last token if it ends with token `i` (and the quotes and brackets after it), else nil.
private func sentenceEnd(_ tokens: [Token], at i: Int, limit: Int) -> Int? {
  let token = tokens[i]
  let isStop: Bool
  switch token.text {
  case ".", "!", "?", "…", "。", "！", "？", "؟", "۔", "।": isStop = true
  default: isStop = token.kind == .word && token.text.hasSuffix(".")
  }
  guard isStop else { return nil }
  var end = i + 1
  while end < limit, closesSentence(tokens[end]) { end += 1 }
  // "It ended.[3] The next ...": a reference mark belongs to the sentence before it.
  while end + 2 < limit, tokens[end].text == "[", !tokens[end].spaceBefore, tokens[end + 1].kind == .number,
    tokens[end + 2].text == "]"
  {
    end += 3
  }
  guard end < limit else { return nil }
  let next = tokens[end]
  // "example.com", "3.5": no space, no end; but a wide full stop needs none.
  if !next.spaceBefore {
    if token.text.unicodeScalars.first!.value > 0x3000 { return end }
    return end == i + 1 && isMissingSpace(tokens, at: i, limit: limit) ? end : nil
  }
  guard startsSentence(tokens, at: end, limit: limit) else { return nil }
  if token.text == ".", end == i + 1, next.kind == .number, i > 0, !token.spaceBefore,
    Abbreviations.beforeNumbers.contains(tokens[i - 1].text)
  {
    return nil
  }
  if token.kind == .word, !mayEnd(token, before: tokens, at: end, limit: limit) { return nil }
  return end
}

/// "It ended.The next ...": the space was lost, as nothing but a sentence's start follows a small word so.
private func isMissingSpace(_ tokens: [Token], at i: Int, limit: Int) -> Bool {
  guard i > 0, i + 2 < limit, tokens[i].text == ".", tokens[i + 1].spaceBefore == false, tokens[i + 2].spaceBefore else {
    return false
  }
  let word = tokens[i - 1]
  let next = tokens[i + 1]
  guard i < 2 || word.spaceBefore else { return false }
  return word.casing == .lower && word.text.utf8.count > 2 && next.casing == .capitalised && next.text.utf8.count > 1
}

private func closesSentence(_ token: Token) -> Bool {
  guard !token.spaceBefore else { return false }
  switch token.text {
  case "\"", "'", ")", "]", ".", "!", "?", "…", "»": return true
  default: return false
  }
}

private func startsSentence(_ tokens: [Token], at i: Int, limit: Int) -> Bool {
  let token = tokens[i]
  switch token.kind {
  case .number: return true
  case .word:
    if token.casing != .lower { return true }
    // "al-Qaida denied it."
    return i + 2 < limit && tokens[i + 1].text == "-" && !tokens[i + 1].spaceBefore && !tokens[i + 2].spaceBefore
      && tokens[i + 2].casing == .capitalised && nameParticles.contains(token.text)
  case .sign:
    guard ["\"", "'", "(", "[", "-", "—", "–", "•", "«", "$", "£", "€", "#"].contains(token.text) else { return false }
    guard i + 1 < limit else { return false }
    return tokens[i + 1].kind == .number || tokens[i + 1].casing != .lower
  }
}

/// Whether the sentence can end after an abbreviation, given what follows.
private func mayEnd(_ token: Token, before tokens: [Token], at next: Int, limit: Int) -> Bool {
  let stem = String(token.lower.dropLast())
  if Abbreviations.titles.contains(stem) || Abbreviations.other.contains(stem) { return false }
  let word = tokens[next].kind == .sign && next + 1 < limit ? tokens[next + 1] : tokens[next]
  if stem == "a.m" || stem == "p.m" {
    // "5 a.m. Baghdad time", "9 p.m. (1900 GMT)"
    if next + 1 < tokens.count, tokens[next + 1].lower == "time" { return false }
    return word.kind == .number ? tokens[next].text != "(" : !timeWords.contains(word.lower)
  }
  if Abbreviations.calendar.contains(stem), word.kind == .number { return false }
  // One initial: "George W. Bush".
  if stem.unicodeScalars.count == 1 { return false }
  // "U.S. Department", "D.C. Circuit": only a word that opens sentences ends one here.
  return sentenceOpeners.contains(word.lower)
}

/// Written small before a name, also where a sentence begins with it.
private let nameParticles: Set<String> = ["al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "ul"]

private let timeWords: Set<String> = [
  "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "gmt", "utc", "est", "edt", "cst", "cdt",
  "mst", "mdt", "pst", "pdt", "et", "ct", "pt", "bst", "cet", "cest", "eet", "msk", "ist", "jst", "eastern", "central",
  "pacific", "mountain", "moscow", "london", "january", "february", "march", "april", "may", "june", "july", "august",
  "september", "october", "november", "december", "local",
]

private let sentenceOpeners: Set<String> = [
  "the", "a", "an", "it", "its", "he", "she", "they", "we", "i", "you", "his", "her", "their", "our", "this", "that",
  "these", "those", "there", "in", "on", "at", "for", "from", "by", "with", "after", "before", "since", "as", "while",
  "when", "where", "if", "but", "and", "or", "so", "yet", "however", "although", "though", "despite", "during", "under",
  "among", "both", "some", "many", "most", "all", "no", "not", "one", "two", "what", "who", "why", "how", "earlier",
  "later", "meanwhile", "now", "then", "to", "of", "because", "according", "asked", "last", "also", "still", "instead",
  "other", "others", "another", "such", "until", "once", "without", "about", "over", "only", "even", "more",
]
