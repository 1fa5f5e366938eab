// Who says what a sentence says: a verb of saying and its subject, "according to", or a word that names nobody ("reportedly").

/// Finds the attributions of a document.
struct SpeakerFinder {
  let scan: Scan
  let mentions: [Mention]
  let parties: [PartyMention]
  /// The token at which a mention or party ends, to what ends there; persons and the longest first.
  private var endingAt: [Int: Speaker] = [:]
  private var startingAt: [Int: Speaker] = [:]
  private(set) var attributions: [Attribution] = []
  /// The last who spoke, for "he added" and quotations that go on.
  private var lastNamed: Speaker?
  private var lastUnnamed: [String: Speaker] = [:]

  /// A speaker as found in the text.
  struct Speaker {
    var tokens: Range<Int>
    var kind: Attribution.Kind
    var entity: EntityID?
    var isPerson = false
    /// Where the speaker is named, if not at `tokens`: for "he".
    var name: Span?
  }

  init(scan: Scan, mentions: [Mention], parties: [PartyMention]) {
    self.scan = scan
    self.mentions = mentions
    self.parties = parties
    var tokenAt: [Int: Int] = [:]
    for (i, token) in scan.document.tokens.enumerated() { tokenAt[token.span.start] = i }
    func enter(_ span: Span, _ kind: EntityKind, _ entity: EntityID?, isNamed: Bool) {
      guard let first = tokenAt[span.start] else { return }
      var last = first
      while last < scan.count, scan.document.tokens[last].span.end < span.end { last += 1 }
      let speaker = Speaker(
        tokens: first..<(last + 1), kind: isNamed ? .named : .unnamed, entity: entity, isPerson: kind == .person)
      if let old = endingAt[last + 1], old.tokens.count >= speaker.tokens.count { return }
      endingAt[last + 1] = speaker
      if startingAt[first] == nil || !isNamed || startingAt[first]!.tokens.count < speaker.tokens.count {
        startingAt[first] = speaker
      }
    }
    for party in parties {
      let head = party.entity.prefix { $0 != ":" }
      enter(party.span, party.kind, party.entity, isNamed: partyNouns[String(head)].map { !$0.isPeople } ?? true)
    }
    for mention in mentions where !mention.isModifier && mention.kind != .other {
      enter(mention.span, mention.kind, mention.entity, isNamed: true)
    }
  }

  /// The attributions, in the order of the sentences; at most one a sentence, the most definite.
  mutating func find() -> [Attribution] {
    for (index, sentence) in scan.document.sentences.enumerated() {
      if let found = attribution(of: index, sentence.tokens) { attributions.append(found) }
    }
    carryThroughQuotations()
    return attributions.sorted { $0.sentence < $1.sentence }
  }

  private mutating func attribution(of index: Int, _ tokens: Range<Int>) -> Attribution? {
    var best: (speaker: Speaker, cue: Range<Int>)?
    for i in tokens {
      guard let found = cue(at: i, in: tokens) else { continue }
      if best == nil || rank(found.speaker.kind) < rank(best!.speaker.kind) { best = found }
    }
    if let best {
      remember(best.speaker)
      return Attribution(
        sentence: index, kind: best.speaker.kind, speaker: printed(best.speaker), entity: best.speaker.entity,
        cue: scan.span(best.cue))
    }
    if let i = tokens.first(where: { hearsayWords.contains(scan.lower($0)) }) {
      return Attribution(sentence: index, kind: .hearsay, speaker: nil, entity: nil, cue: scan.span(i..<(i + 1)))
    }
    if let i = tokens.dropLast().first(where: {
      ["is", "are", "was", "were"].contains(scan.lower($0))
        && ["said", "believed", "thought", "alleged", "reported", "rumored"].contains(scan.lower($0 + 1))
        && scan.lower($0 + 2) == "to"
    }) {
      return Attribution(sentence: index, kind: .hearsay, speaker: nil, entity: nil, cue: scan.span(i..<(i + 3)))
    }
    return nil
  }

  /// The speaker's span; of a person the name without the rank.
  private func printed(_ speaker: Speaker) -> Span {
    let span = speaker.name ?? scan.span(speaker.tokens)
    guard speaker.isPerson else { return span }
    // The mention that ends with the speaker's words: the mentions are sorted.
    var low = 0
    var high = mentions.count
    while low < high {
      let middle = (low + high) / 2
      if mentions[middle].span.end < span.end { low = middle + 1 } else { high = middle }
    }
    guard low < mentions.count, mentions[low].kind == .person, span.contains(mentions[low].span) else { return span }
    return mentions[low].span
  }

  private func rank(_ kind: Attribution.Kind) -> Int {
    switch kind {
    case .named: 0
    case .unnamed: 1
    case .document: 2
    case .hearsay: 3
    }
  }

  private mutating func remember(_ speaker: Speaker) {
    switch speaker.kind {
    case .named: lastNamed = speaker
    case .unnamed:
      if let noun = speaker.tokens.last { lastUnnamed[singular(scan.lower(noun))] = speaker }
    case .document, .hearsay: break
    }
  }

  // MARK: Cues

  private func cue(at i: Int, in sentence: Range<Int>) -> (speaker: Speaker, cue: Range<Int>)? {
    let word = scan.lower(i)
    if word == "according", scan.lower(i + 1) == "to" {
      return speaker(from: i + 2, limit: sentence.upperBound).map { ($0, i..<(i + 2)) }
    }
    // "60 DEAD: REPORT", "DRONE SHOT DOWN, OFFICIALS SAY" in headlines.
    if scan.text(i) == ":", scan.shouts(i), i + 2 >= sentence.upperBound - 1, i + 1 < sentence.upperBound {
      if documentNouns.contains(scan.lower(i + 1)) {
        return (Speaker(tokens: (i + 1)..<(i + 2), kind: .document, entity: nil), i..<(i + 1))
      }
      if speakerNouns.contains(scan.lower(i + 1)) {
        return (Speaker(tokens: (i + 1)..<(i + 2), kind: .unnamed, entity: nil), i..<(i + 1))
      }
    }
    guard scan.has(i, .say), isVerb(i, in: sentence) else { return nil }
    var start = i
    while start > sentence.lowerBound, verbSteps.contains(scan.lower(start - 1)) { start -= 1 }
    let first = hearsayWords.contains(scan.lower(i - 1)) ? i - 1 : i
    if let subject = speaker(before: start, in: sentence) { return (subject, first..<(i + 1)) }
    // "...," said the spokesman
    let before = scan.text(i - 1)
    if before == "," || before == "\"" || i == sentence.lowerBound,
      let subject = speaker(from: i + 1, limit: sentence.upperBound)
    {
      return (subject, i..<(i + 1))
    }
    return nil
  }

  /// Whether a form that is a noun as often as a verb is a verb here.
  private func isVerb(_ i: Int, in sentence: Range<Int>) -> Bool {
    let word = scan.lower(i)
    if ["told", "asked"].contains(word), ["was", "were", "been", "being"].contains(scan.lower(i - 1)) { return false }
    // "said to be", "is reported": passive.
    if ["was", "were", "is", "are", "been", "being", "be"].contains(scan.lower(i - 1)) { return false }
    if scan.isCapital(i), !scan.shouts(i), i > sentence.lowerBound { return false }
    guard ambiguousVerbs.contains(word) else { return true }
    return scan.lower(i + 1) == "that" || word == "reported" && ["he", "she", "they"].contains(scan.lower(i - 1))
  }

  // MARK: Subjects

  private func speaker(before end: Int, in sentence: Range<Int>) -> Speaker? {
    var i = end
    // "Ryder, the spokesman, said": over the apposition.
    if i - 1 > sentence.lowerBound, scan.text(i - 1) == "," {
      var k = i - 2
      var steps = 0
      while k > sentence.lowerBound, steps < 24 {
        if scan.text(k) == ",", let named = endingAt[k] { return named }
        k -= 1
        steps += 1
      }
      i -= 1
    }
    guard i > sentence.lowerBound else { return nil }
    if let named = endingAt[i] { return named }
    // "said the group, which"; "Fidan (AKP) said"
    let word = scan.lower(i - 1)
    switch word {
    case "he", "she":
      guard let last = person(before: i - 1) else { return nil }
      return Speaker(tokens: (i - 1)..<i, kind: last.kind, entity: last.entity, isPerson: last.isPerson, name: last.name)
    case "they", "it", "we", "i":
      return nil
    case "whom", "who", "which", "that":
      return antecedent(before: i - 1, in: sentence)
    default:
      return nounPhrase(endingAt: i, in: sentence)
    }
  }

  /// Whom "he" or "she" means: the last person named in this or the two sentences before, else the last speaker.
  private func person(before i: Int) -> Speaker? {
    let start = scan.span(i..<(i + 1)).start
    var low = 0
    var high = mentions.count
    while low < high {
      let middle = (low + high) / 2
      if mentions[middle].span.end <= start { low = middle + 1 } else { high = middle }
    }
    let here = scan.document.sentence(at: start) ?? 0
    var k = low - 1
    while k >= 0, let sentence = scan.document.sentence(at: mentions[k].span.start), sentence + 2 >= here {
      if mentions[k].kind == .person {
        return Speaker(
          tokens: i..<(i + 1), kind: .named, entity: mentions[k].entity, isPerson: true, name: mentions[k].span)
      }
      k -= 1
    }
    guard var last = lastNamed, last.isPerson else { return nil }
    last.name = last.name ?? scan.span(last.tokens)
    return last
  }

  /// "two U.S. officials, one of whom said": the nearest speaker to the left.
  private func antecedent(before i: Int, in sentence: Range<Int>) -> Speaker? {
    var k = i
    while k > sentence.lowerBound, i - k < 8 {
      if let named = endingAt[k] { return named.kind == .named && !named.isPerson ? named : widened(named, in: sentence) }
      if let phrase = nounPhrase(endingAt: k, in: sentence) { return phrase }
      k -= 1
    }
    return nil
  }

  /// "the second official", "two people familiar with the matter": a noun of those who speak, with what stands before it.
  private func nounPhrase(endingAt end: Int, in sentence: Range<Int>) -> Speaker? {
    let noun = scan.lower(end - 1)
    let isDocument = documentNouns.contains(noun)
    guard isDocument || speakerNouns.contains(noun) else { return nil }
    var first = end - 1
    while first > sentence.lowerBound, end - first < 8 {
      let word = scan.lower(first - 1)
      guard scan.isWord(first - 1) || scan.document.tokens[first - 1].kind == .number || scan.isPossessive(first - 1),
        !stops.contains(word), !scan.has(first - 1, .say)
      else { break }
      first -= 1
      if ["the", "a", "an", "one", "two", "another", "his", "her", "its", "their"].contains(word) { break }
    }
    var speaker = Speaker(tokens: first..<end, kind: isDocument ? .document : .unnamed, entity: nil)
    // "The official said": one of those who were named so before.
    if ["the", "another", "one"].contains(scan.lower(first)), let known = lastUnnamed[singular(noun)] {
      speaker.entity = known.entity
    }
    return speaker
  }

  private func widened(_ speaker: Speaker, in sentence: Range<Int>) -> Speaker {
    var speaker = speaker
    let before = speaker.tokens.lowerBound - 1
    if speaker.kind == .unnamed, before >= sentence.lowerBound, numbers.contains(scan.lower(before)) {
      speaker.tokens = before..<speaker.tokens.upperBound
    }
    return speaker
  }

  /// The speaker that begins at `i`, over a title or an article.
  private func speaker(from start: Int, limit: Int) -> Speaker? {
    var i = start
    while i < limit, i - start < 12 {
      if let named = startingAt[i] {
        // "according to U.S. officials": the composite, not the state.
        return named
      }
      let noun = scan.lower(i)
      if speakerNouns.contains(noun) || documentNouns.contains(noun) {
        // A title before a name goes on to the name.
        var k = i + 1
        while k < min(limit, i + 6), scan.isWord(k), scan.isCapital(k) || titleWords.contains(scan.lower(k)) {
          if let named = startingAt[k], named.isPerson { return named }
          k += 1
        }
        return Speaker(tokens: start..<(i + 1), kind: documentNouns.contains(noun) ? .document : .unnamed, entity: nil)
      }
      guard scan.isWord(i) || scan.document.tokens[i].kind == .number || scan.isJointToken(i), !stops.contains(noun),
        !scan.has(i, .say)
      else { return nil }
      i += 1
    }
    return nil
  }

  // MARK: Quotations

  /// A sentence that lies wholly inside a quotation has the speaker of the sentence that opens or closes it.
  private mutating func carryThroughQuotations() {
    var bySentence: [Int: Attribution] = [:]
    for found in attributions { bySentence[found.sentence] = found }
    let sentences = scan.document.sentences
    var open = false
    var carried: [Attribution] = []
    for (index, sentence) in sentences.enumerated() {
      if index == 0 || sentences[index - 1].block != sentence.block { open = false }
      let began = open
      for i in sentence.tokens where scan.text(i) == "\"" { open.toggle() }
      guard bySentence[index] == nil, began || scan.text(sentence.tokens.lowerBound) == "\"" else { continue }
      let isWhole = began || !open && scan.text(sentence.tokens.upperBound - 1) == "\"" || open
      guard isWhole else { continue }
      let next =
        sentences.indices.contains(index + 1) && sentences[index + 1].block == sentence.block ? bySentence[index + 1] : nil
      let previous = index > 0 && sentences[index - 1].block == sentence.block ? bySentence[index - 1] : nil
      guard var found = open ? next ?? previous : previous ?? next, found.kind != .hearsay else { continue }
      found.sentence = index
      bySentence[index] = found
      carried.append(found)
    }
    attributions += carried
  }
}

extension PartyNoun {
  /// Whether it names people who are no party by themselves.
  var isPeople: Bool { if case .people = self { true } else { false } }
}

private func singular(_ noun: String) -> String { noun.hasSuffix("s") ? String(noun.dropLast()) : noun }

private let numbers: Set<String> = ["two", "three", "four", "five", "several", "some", "many", "other", "senior", "one"]
private let titleWords: Set<String> = ["of", "for", "the", "and"]
private let stops: Set<String> = [
  "that", "and", "but", "or", "when", "while", "as", "after", "before", "because", "if", "which", "who", "whom", "said",
  "says", "to", "from", "by", "with", "was", "were", "is", "are", "has", "have", "had", "will", "would",
]
/// Forms that are nouns or adjectives as often as verbs.
private let ambiguousVerbs: Set<String> = [
  "state", "states", "report", "reports", "reported", "reporting", "comment", "comments", "note", "notes", "claim",
  "claims", "tweet", "tweets", "mention", "mentions", "mentioned", "estimate", "estimates", "estimated", "stress",
  "warning", "noting", "deny", "denies", "recall", "recalled", "write", "observed", "respond", "maintain", "maintains",
  "maintained", "suggest", "tell", "add", "announcing", "saying", "telling", "claiming", "stating", "stated", "confirming",
  "warn", "reveal", "replied", "confirm", "explain", "argue", "argues", "insist", "responded", "concede", "disclose", "announce",
  "declare", "declared", "testify", "contend", "assert",
]

/// Words between a subject and its verb.
private let verbSteps: Set<String> = [
  "has", "have", "had", "also", "later", "reportedly", "then", "repeatedly", "previously", "recently", "earlier", "monday",
  "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "again", "further", "allegedly", "would", "on",
  "already", "not", "did", "does", "publicly", "officially",
]
