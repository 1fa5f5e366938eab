// The headline that is shown: the article's own, or the first words of its lede, verbatim. Nothing is made up.

extension Article {
  /// The title; or, where there is none, the first words of the lede (`isLede`: shown in quotation marks), cut before a word at a
  /// natural break where one is near 72 scalars, with no sign added. "" only for an article without words.
  public var headline: (text: String, isLede: Bool) {
    if let title { return (title.text, false) }
    return (firstWordsOfLede.text, true)
  }

  /// Whether the headline leaves out words of the lede, so that an ellipsis belongs behind it.
  public var headlineIsCut: Bool { title == nil && firstWordsOfLede.isCut }

  private var firstWordsOfLede: (text: String, isCut: Bool) {
    let scalars = scalarArray(text)
    let inside = blocks.filter { $0.span.start >= 0 && $0.span.end <= scalars.count && $0.span.start < $0.span.end }
    let lede =
      inside.first { $0.kind == .prose && !isTeaser(LineShape(scalars[$0.span.start..<$0.span.end])) }
      ?? inside.first { $0.kind == .prose } ?? inside.first
    guard let lede else { return ("", false) }
    var start = lede.span.start
    if let dateline = DatelineParser.find(scalars, in: lede.span), dateline.storyStart < lede.span.end {
      start = dateline.storyStart
    }
    let end = firstWords(scalars[start..<lede.span.end])
    // The end of a sentence is no cut.
    let isWhole = end == lede.span.end || (end > start && ".!?".unicodeScalars.contains(scalars[end - 1]))
    return (string(scalars[start..<end]), !isWhole)
  }
}

private func isTeaser(_ line: LineShape) -> Bool {
  Phrases.teaserPhrases.contains { line.contains($0) }
}

/// The end of the first words: the whole sentence where it is short, else before the last break up to 72 scalars.
private func firstWords(_ lede: ArraySlice<Unicode.Scalar>) -> Int {
  let longest = 72
  if lede.count <= longest { return lede.endIndex }
  let limit = lede.startIndex + longest
  var word = lede.startIndex
  var clause = lede.startIndex
  var i = lede.startIndex + 1
  while i <= limit, i < lede.endIndex {
    if isSpace(lede[i]) {
      word = i
      let before = lede[i - 1]
      if before == "," || before == ";" || before == ":" || before == "—" || before == "–" { clause = i - 1 }
      if before == ".", i - lede.startIndex > 24, endsSentence(lede, at: i - 1) { return i }
    }
    i += 1
  }
  // A clause's end is better than a word's, if not much is lost by it.
  if clause - lede.startIndex >= 48 { return trimmedEnd(lede, clause) }
  return word > lede.startIndex ? withoutSmallWords(lede, trimmedEnd(lede, word)) : limit
}

/// A cut behind "of" or "the" reads badly: such words go with what follows them.
private func withoutSmallWords(_ lede: ArraySlice<Unicode.Scalar>, _ end: Int) -> Int {
  var end = end
  while end - lede.startIndex > 40, let space = lede[..<end].lastIndex(where: isSpace), end - space <= 6,
    smallWords.contains(string(lede[(space + 1)..<end]).lowercased())
  {
    end = trimmedEnd(lede, space)
  }
  return end
}

private let smallWords: Set<String> = [
  "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "from", "with", "and", "or", "but", "as", "that", "who", "which",
  "into", "over", "after", "its", "his", "her", "their", "is", "was", "were", "are", "be", "has", "had", "have", "not", "than",
]

/// A period behind a word of three small letters or more, with a capital after it.
private func endsSentence(_ lede: ArraySlice<Unicode.Scalar>, at period: Int) -> Bool {
  guard period - 3 >= lede.startIndex, period + 2 < lede.endIndex else { return false }
  return lede[(period - 3)..<period].allSatisfy { $0.properties.isLowercase } && lede[period + 2].properties.isUppercase
}

private func trimmedEnd(_ lede: ArraySlice<Unicode.Scalar>, _ end: Int) -> Int {
  var end = end
  while end > lede.startIndex + 1, isSpace(lede[end - 1]) || ",;:—–-(".unicodeScalars.contains(lede[end - 1]) { end -= 1 }
  return end
}
