// Which way a date without a year or a week points: the verb it hangs on tells, if it stands close enough.

/// The tense that governs an expression, or nil where no verb is near.
///
/// A date belongs to the verb before it in its clause ("will meet Thursday"); at the start of a sentence, to the one after
/// it ("On Thursday, the court will hear ...").
func governingTense(_ tokens: [Token], sentence: Range<Int>, verbs: [VerbGroup], expression: Range<Int>) -> Tense? {
  let start = expression.lowerBound
  if start > sentence.lowerBound {
    let before = tokens[start - 1].lower
    // "Until Thursday, they had not ..." opens a sentence about the past.
    if ["until", "till"].contains(before), start - 1 > sentence.lowerBound { return .future }
    if before == "since" { return .past }
    if before == "effective" { return .future }
    let leading = before == "on" && start - 2 >= sentence.lowerBound ? tokens[start - 2].lower : before
    if ["starting", "beginning"].contains(leading) { return .likelyFuture }
    // "was adjourned to Monday"
    if before == "to", start - 2 >= sentence.lowerBound, Verbs.putOff.contains(tokens[start - 2].lower) { return .future }
    // "ahead of Sunday's vote"
    if before == "of", start - 2 >= sentence.lowerBound, tokens[start - 2].lower == "ahead" { return .future }
    // "the deadline is Friday"
    if ["is", "are"].contains(before)
      || before == "on" && start - 2 >= sentence.lowerBound && ["is", "are"].contains(tokens[start - 2].lower)
    {
      return .future
    }
    // "as early as Tuesday", "by February"
    if before == "as", start - 2 > sentence.lowerBound, ["early", "soon"].contains(tokens[start - 2].lower) { return .future }
  }
  // "declared a day of mourning, to begin on Friday": what is put behind a comma so is still to come.
  if let to = (max(sentence.lowerBound, start - 5)..<start).last(where: { tokens[$0].lower == "to" }),
    to > sentence.lowerBound, tokens[to - 1].text == ",", isInfinitive(tokens, at: to)
  {
    return .future
  }
  var before: VerbGroup?
  for verb in verbs where verb.tokens.upperBound <= start { before = verb }
  let after = verbs.first { $0.tokens.lowerBound >= expression.upperBound }
  if let before, isSameClause(tokens, before.tokens.upperBound..<start) {
    // "will be released Friday" is one group; "expected to be released Friday" hangs on what is expected.
    if before.tense != .future, let earlier = verbs.last(where: { $0.tokens.upperBound <= before.tokens.lowerBound }),
      earlier.tense == .future, isInfinitive(tokens, earlier.tokens.upperBound..<before.tokens.upperBound)
    {
      return .future
    }
    // "an agreement to acquire the bank in January": what is to be done points ahead, though not for certain; what was vowed
    // or planned does so more often than not.
    if before.tense == .past,
      (before.tokens.upperBound..<start).contains(where: { tokens[$0].lower == "to" && isInfinitive(tokens, at: $0) })
    {
      return Verbs.promising.contains(tokens[before.tokens.upperBound - 1].lower) ? .likelyFuture : .present
    }
    // "would discuss Wednesday's ruling": what has been named so is known already.
    let isKnown = expression.upperBound < sentence.upperBound && tokens[expression.upperBound].lower == "'s"
    return before.tense == .likelyFuture && isKnown ? .present : before.tense
  }
  if let after, before == nil || !isSameClause(tokens, (before?.tokens.upperBound ?? start)..<start) {
    if after.tokens.lowerBound - expression.upperBound < 12 { return after.tense }
  }
  return before?.tense
}

/// Whether nothing between two places begins a new clause.
private func isSameClause(_ tokens: [Token], _ range: Range<Int>) -> Bool {
  guard range.count < 16 else { return false }
  for i in range
  where ["that", "which", "who", "when", "while", "because", "but", ";", ":", "\"", "--", "—"].contains(tokens[i].lower) {
    return false
  }
  return true
}

private func isInfinitive(_ tokens: [Token], _ range: Range<Int>) -> Bool {
  range.count <= 5 && range.contains { tokens[$0].lower == "to" || tokens[$0].lower == "be" }
}

/// Whether "to" at a place stands before a verb: before a small-letter word that is no article or adjective of place.
private func isInfinitive(_ tokens: [Token], at place: Int) -> Bool {
  guard place + 1 < tokens.count, tokens[place + 1].kind == .word, tokens[place + 1].casing == .lower else { return false }
  let word = tokens[place + 1].lower
  return !["the", "a", "an", "his", "her", "its", "their", "this", "that", "these", "those", "be", "all", "about", "death"]
    .contains(word)
    && !word.hasSuffix("s") && !word.hasSuffix("ed")
}
