// Where a sentence attributes: at a verb of saying, at "according to", at the colon of a headline.

extension SpeakerFinder {
  /// The speakers whom the word at `i` makes speak; more than one where two share a verb.
  func cues(at i: Int, in sentence: Range<Int>) -> [Found] {
    let word = scan.lower(i)
    if word == "according", scan.lower(i + 1) == "to" {
      return one(speaker(from: i + 2, limit: sentence.upperBound), i..<(i + 2))
    }
    if word == "words" || word == "view" || word == "account", i > sentence.lowerBound {
      // "in the words of Lavrov", "in Lavrov's words"
      if scan.lower(i + 1) == "of", ["the", "in"].contains(scan.lower(i - 1)), word == "words" {
        return one(speaker(from: i + 2, limit: sentence.upperBound), i..<(i + 2))
      }
      if scan.isPossessive(i - 1), let named = endingAt[i - 1], scan.lower(named.tokens.lowerBound - 1) == "in" {
        return [Found(speaker: named, cue: i..<(i + 1))]
      }
      if ["his", "her"].contains(scan.lower(i - 1)), scan.lower(i - 2) == "in" {
        return [Found(speaker: person(at: i - 1), cue: i..<(i + 1))]
      }
    }
    if scan.text(i) == ":" { return colon(at: i, in: sentence) }
    // "Per the ministry, 40 drones were shot down"
    if word == "per", i == sentence.lowerBound || scan.text(i - 1) == ",",
      determiners.contains(scan.lower(i + 1)) || scan.isCapital(i + 1)
    {
      return one(speaker(from: i + 1, limit: sentence.upperBound), i..<(i + 1))
    }
    // "The governor put it at 14"
    if word == "put" || word == "puts", scan.lower(i + 1) == "it", scan.lower(i + 2) == "at",
      scan.document.tokens.indices.contains(i + 3), scan.document.tokens[i + 3].kind == .number
    {
      return one(subject(before: i, in: sentence, of: .plain), i..<(i + 1))
    }
    // "Medics put the toll at 12"
    if word == "put" || word == "puts", let at = (i..<min(i + 9, sentence.upperBound)).first(where: { scan.lower($0) == "at" }),
      (i..<at).contains(where: { ["toll", "number", "count", "figure", "total"].contains(scan.lower($0)) })
    {
      return one(subject(before: i, in: sentence, of: .plain), i..<(i + 1))
    }
    // "The war, as Fidan put it, is lost", "Fidan put it bluntly: it is lost"
    if word == "put" || word == "puts", scan.lower(i + 1) == "it",
      (max(sentence.lowerBound, i - 9)..<i).contains(where: { scan.lower($0) == "as" })
        || (i + 2..<min(i + 5, sentence.upperBound)).contains(where: { [":", "\""].contains(scan.text($0)) })
    {
      return one(subject(before: i, in: sentence, of: .plain), i..<(i + 2))
    }
    if word == "quoted" || word == "cited" { return quoted(at: i, in: sentence) }
    // "claimed by the group", "was first reported by Haaretz"
    if scan.lower(i + 1) == "by", word.hasSuffix("ed"), speechVerbs[word] == .plain, !scan.lower(i - 1).hasPrefix("not") {
      return one(speaker(from: i + 2, limit: sentence.upperBound), i..<(i + 2))
    }
    // "went on to say"
    if word == "say", scan.lower(i - 1) == "to", scan.lower(i - 2) == "on",
      ["went", "goes", "gone", "going"].contains(scan.lower(i - 3))
    {
      return one(subject(before: i - 3, in: sentence, of: .plain), (i - 3)..<(i + 1))
    }
    guard let verb = speechVerbs[word], says(i, verb, in: sentence) else { return [] }
    if case .participle = verb { return one(owner(ofParticiple: i, in: sentence), i..<(i + 1)) }
    var start = i
    while start > sentence.lowerBound, verbSteps.contains(scan.lower(start - 1)) { start -= 1 }
    let first = hearsayWords.contains(scan.lower(i - 1)) ? i - 1 : i
    let before = scan.text(start - 1)
    let mayInvert = start == i && (start == sentence.lowerBound || [",", "\"", "-", "—", "–"].contains(before))
    if mayInvert, let subject = speaker(from: i + 1, limit: sentence.upperBound), endsClause(subject, in: sentence) {
      return [Found(speaker: subject, cue: i..<(i + 1))]
    }
    guard let subject = subject(before: start, in: sentence, of: verb) else { return [] }
    let found = Found(speaker: subject, cue: first..<(i + 1))
    guard subject.name == nil, let other = partner(of: subject, in: sentence) else { return [found] }
    return [Found(speaker: other, cue: found.cue), found]
  }

  /// "The United States and Turkey said", "French President Macron and German Chancellor Scholz said": the first of two.
  private func partner(of subject: Speaker, in sentence: Range<Int>) -> Speaker? {
    var and = subject.tokens.lowerBound - 1
    while and > sentence.lowerBound, subject.tokens.lowerBound - and < 7, scan.lower(and) != "and",
      scan.isCapital(and) || ["the", "of"].contains(scan.lower(and)) || subject.isPerson && scan.isWord(and)
    {
      and -= 1
    }
    guard and > sentence.lowerBound, scan.lower(and) == "and", let other = endingAt[and], other.kind == subject.kind,
      other.isPerson == subject.isPerson, !isGoverned(other.tokens.lowerBound, in: sentence)
    else { return nil }
    return other
  }

  private func one(_ speaker: Speaker?, _ cue: Range<Int>) -> [Found] {
    speaker.map { [Found(speaker: $0, cue: cue)] } ?? []
  }

  /// "60 DEAD: REPORT" and "UKRAINE: 60 DEAD" in headlines; "Lavrov: 'This is a crime.'"
  private func colon(at i: Int, in sentence: Range<Int>) -> [Found] {
    let next = scan.lower(i + 1)
    if scan.shouts(i), i + 1 < sentence.upperBound, i + 3 >= sentence.upperBound {
      if let noun = speakerNouns[next] {
        let kind: Attribution.Kind = noun == .document ? .document : noun == .people ? .unnamed : .named
        return [Found(speaker: Speaker(tokens: (i + 1)..<(i + 2), kind: kind, entity: nil), cue: i..<(i + 1))]
      }
      if let named = startingAt[i + 1] { return [Found(speaker: named, cue: i..<(i + 1))] }
    }
    // "Sources: the deal is close."
    if i == sentence.lowerBound + 1, !scan.shouts(i), speakerNouns[scan.lower(i - 1)] == .people {
      return [Found(speaker: Speaker(tokens: (i - 1)..<i, kind: .unnamed, entity: nil), cue: i..<(i + 1))]
    }
    guard let named = endingAt[i], named.tokens.lowerBound <= sentence.lowerBound + 4,
      scan.text(i + 1) == "\"" || scan.shouts(i) && named.tokens.lowerBound == sentence.lowerBound
    else { return [] }
    return [Found(speaker: named, cue: i..<(i + 1))]
  }

  /// "Interfax quoted the ministry as saying", "Peskov was quoted as saying".
  private func quoted(at i: Int, in sentence: Range<Int>) -> [Found] {
    guard
      let end = (i..<min(i + 14, sentence.upperBound)).first(where: { scan.lower($0) == "as" && scan.lower($0 + 1) == "saying" })
    else { return [] }
    if ["was", "were", "is", "are", "been"].contains(scan.lower(i - 1)) {
      return one(subject(before: i - 1, in: sentence, of: .plain), i..<(end + 2))
    }
    if let named = speaker(from: i + 1, limit: end) { return [Found(speaker: named, cue: i..<(end + 2))] }
    // A name that nothing knows is printed as it stands.
    guard scan.isCapital(i + 1), end - i < 6 else { return [] }
    return [Found(speaker: Speaker(tokens: (i + 1)..<end, kind: .named, entity: nil), cue: i..<(end + 2))]
  }

  /// Whether the form at `i` says something here.
  private func says(_ i: Int, _ verb: SpeechVerb, in sentence: Range<Int>) -> Bool {
    if scan.isCapital(i), !scan.shouts(i), i > sentence.lowerBound { return false }
    // "the alleged killer"
    if determiners.contains(scan.lower(i - 1)), scan.isWord(i + 1) { return false }
    // "raids on suspected networks"
    if scan.lower(i).hasSuffix("ed"), barePrepositions.contains(scan.lower(i - 1)), scan.isWord(i + 1) { return false }
    var k = i - 1
    while k >= sentence.lowerBound, verbSteps.contains(scan.lower(k)) {
      if scan.lower(k) == "never" { return false }
      k -= 1
    }
    if case .participle = verb {
      guard k >= sentence.lowerBound, !silencing.contains(scan.lower(k)) else { return false }
      // ", saying", "a statement saying", "posted a video on Telegram saying"
      return scan.text(k) == "," || speakerNouns[scan.lower(k)] == .document
        || scan.isCapital(k) && scan.lower(k - 1) == "on" && !scan.has(k, .calendar)
    }
    if k >= sentence.lowerBound, silencing.contains(scan.lower(k)) || scan.lower(k).hasSuffix("n't") || scan.text(k) == "'t" {
      return false
    }
    // "didn't say" is cut into "didn", "'", "t".
    if scan.lower(k) == "t", scan.text(k - 1) == "'" { return false }
    let next = scan.lower(i + 1)
    if ["nothing", "little"].contains(next) { return false }
    switch verb {
    case .plain, .participle: return true
    case .nounlike:
      guard speechVerbs[next] == nil else { return false }
      guard endingAt[k + 1] != nil || isSpeakerNoun(k) || ["he", "she", "they", "it"].contains(scan.lower(k)) else {
        return false
      }
      let isPlural = scan.lower(i).hasSuffix("s") != scan.lower(k).hasSuffix("s") || endingAt[k + 1] != nil
      if scan.lower(i).hasPrefix("claim"), next == "to" { return isPlural }
      return isPlural && !governing.contains(next) && !clauseBounds.subtracting(["that"]).contains(next) && next != "and"
    case .clause:
      return opensClause(i + 1, in: sentence) || scan.isCapital(i + 1) || determiners.contains(next)
        || scan.document.tokens.indices.contains(i + 1) && scan.document.tokens[i + 1].kind == .number
        || ["no", "more", "most", "to", "at"].contains(next)
    case .strict:
      if [
        "found", "finds", "find", "shows", "showed", "show", "suggests", "suggested", "suggest", "indicates", "indicated",
        "indicate",
      ]
      .contains(scan.lower(i)), speakerNouns[scan.lower(k)] == .document {
        return true
      }
      // "wrote in a memo that", "'We are ready,' Trump wrote on Truth Social"
      return opensClause(i + 1, in: sentence) || sentence.contains { scan.text($0) == "\"" }
        || (i + 1..<min(i + 8, sentence.upperBound)).contains { scan.lower($0) == "that" }
    case .with(let prepositions):
      return (i + 1..<min(i + 10, sentence.upperBound)).contains { prepositions.contains(scan.lower($0)) }
    case .quoting:
      if sentence.contains(where: { scan.text($0) == "\"" }) { return true }
      // "Witnesses described soldiers firing", "rejected the charge as baseless", "called the report groundless"
      if scan.lower(i) == "described", isSpeakerNoun(k), !governing.contains(next) { return true }
      let behind = i + 1..<min(i + 10, sentence.upperBound)
      return behind.contains { judgements.contains(scan.lower($0)) }
        || judging.contains(scan.lower(i)) && behind.contains { scan.lower($0) == "as" }
    }
  }

  private func opensClause(_ i: Int, in sentence: Range<Int>) -> Bool {
    i >= sentence.upperBound
      || ["that", ",", ":", "\"", ".", "he", "she", "it", "they", "there", "we", "i", "how", "why"].contains(scan.lower(i))
  }

  func isSpeakerNoun(_ i: Int) -> Bool { scan.isWord(i) && speakerNouns[scan.lower(i)] != nil }

  /// Whether the clause ends behind an inverted subject, so that it is no object with a verb of its own: "..., said Fidan."
  private func endsClause(_ speaker: Speaker, in sentence: Range<Int>) -> Bool {
    let end = speaker.tokens.upperBound
    return end >= sentence.upperBound || !scan.isWord(end) && !scan.isPossessive(end)
      || [
        "who", "whose", "in", "on", "at", "during", "after", "as", "when", "following", "from", "before", "late", "early", "and",
        "to", "through", "via",
      ]
      .contains(scan.lower(end)) || scan.has(end, .calendar)
  }

  /// Who hangs a participle: a statement right before it, else who the sentence begins with.
  private func owner(ofParticiple i: Int, in sentence: Range<Int>) -> Speaker? {
    if speakerNouns[scan.lower(i - 1)] == .document { return phrase(endingAt: i, in: sentence) }
    var k = sentence.lowerBound
    // "On Monday, Israel struck Rafah, saying ...": over what stands before the subject.
    if governing.contains(scan.lower(k)) || scan.lower(k) == "after",
      let comma = (k..<i - 1).first(where: { scan.text($0) == "," })
    {
      k = comma + 1
    }
    return speaker(from: k, limit: min(i - 1, k + 8))
  }
}
