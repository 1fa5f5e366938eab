// Who says what a sentence says: a verb of saying and its subject, "according to", or a word that names nobody ("reportedly").
// Where a sentence claims something on another's word, that word is never lost: a subject that cannot be told is printed as it
// stands.

/// Finds the attributions of a document.
struct SpeakerFinder {
  let scan: Scan
  let mentions: [Mention]
  /// The token at which a mention or party ends, to what ends there; persons and the longest first.
  var endingAt: [Int: Speaker] = [:]
  var startingAt: [Int: Speaker] = [:]
  var attributions: [Attribution] = []
  /// The persons who spoke and the last body that did, for "he added" and "it said", with the sentence.
  var persons: [(speaker: Speaker, sentence: Int)] = []
  var lastBody: (speaker: Speaker, sentence: Int)?
  var lastUnnamed: [String: Speaker] = [:]
  /// The last unnamed speaker, with the sentence.
  var lastPeople: (speaker: Speaker, sentence: Int)?
  /// The sentence that is read.
  var index = 0
  /// What titles and given names say of persons: whether "she" can mean them.
  var genders = Genders()

  /// A speaker as found in the text.
  struct Speaker {
    var tokens: Range<Int>
    var kind: Attribution.Kind
    var entity: EntityID?
    var isPerson = false
    /// Where the speaker is named, if not at `tokens`: for "he".
    var name: Span?
  }

  /// A speaker and the words that attribute.
  struct Found {
    var speaker: Speaker
    var cue: Range<Int>
  }

  init(scan: Scan, mentions: [Mention], parties: [PartyMention]) {
    self.scan = scan
    self.mentions = mentions
    var tokenAt: [Int: Int] = [:]
    for (i, token) in scan.document.tokens.enumerated() { tokenAt[token.span.start] = i }
    func enter(_ span: Span, _ kind: EntityKind, _ entity: EntityID?, isNamed: Bool) {
      guard let first = tokenAt[span.start] else { return }
      var last = first
      while last < scan.count, scan.document.tokens[last].span.end < span.end { last += 1 }
      let isDocument = scan.isWord(last) && !scan.isCapital(last) && speakerNouns[scan.lower(last)] == .document
      let speaker = Speaker(
        tokens: first..<(last + 1), kind: isNamed ? isDocument ? .document : .named : .unnamed, entity: entity,
        isPerson: kind == .person)
      if let old = endingAt[last + 1], old.tokens.count >= speaker.tokens.count { return }
      endingAt[last + 1] = speaker
      if startingAt[first] == nil || !isNamed || startingAt[first]!.tokens.count < speaker.tokens.count {
        startingAt[first] = speaker
      }
    }
    genders = Genders(scan: scan, mentions: mentions, parties: parties)
    for party in parties {
      enter(party.span, party.kind, party.entity, isNamed: !isPeople(party.entity))
    }
    for mention in mentions where !mention.isModifier && mention.kind != .other {
      enter(mention.span, mention.kind, mention.entity, isNamed: true)
    }
  }

  /// The attributions, in the order of the sentences; of one sentence the most definite first, three at most.
  mutating func find() -> [Attribution] {
    for (index, sentence) in scan.document.sentences.enumerated() {
      self.index = index
      read(sentence.tokens)
    }
    carryThroughQuotations()
    return attributions.enumerated().sorted { ($0.element.sentence, $0.offset) < ($1.element.sentence, $1.offset) }.map(\.element)
  }

  private mutating func read(_ tokens: Range<Int>) {
    var found: [Found] = []
    // Three are kept in the end; more than a few are no sentence.
    for i in tokens where found.count < 8 {
      for one in cues(at: i, in: tokens) where !found.contains(where: { printed($0.speaker) == printed(one.speaker) }) {
        found.append(one)
        remember(one.speaker)
      }
    }
    if found.isEmpty, let cue = hearsay(in: tokens) {
      attributions.append(Attribution(sentence: index, kind: .hearsay, speaker: nil, entity: nil, cue: scan.span(cue)))
    }
    let sorted = found.enumerated().sorted {
      (rank($0.element.speaker.kind), $0.offset) < (rank($1.element.speaker.kind), $1.offset)
    }
    for (_, one) in sorted.prefix(3) {
      attributions.append(
        Attribution(
          sentence: index, kind: one.speaker.kind, speaker: printed(one.speaker), entity: one.speaker.entity,
          cue: scan.span(one.cue)))
    }
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
    case .named where speaker.isPerson: persons.append((speaker, index))
    case .named, .document: lastBody = (speaker, index)
    case .unnamed:
      lastPeople = (speaker, index)
      if let noun = speaker.tokens.first(where: { speakerNouns[scan.lower($0)] == .people }) {
        lastUnnamed[singular(scan.lower(noun))] = speaker
      }
    case .hearsay: break
    }
  }

  /// Words that say that somebody says so, but not who.
  private func hearsay(in tokens: Range<Int>) -> Range<Int>? {
    for i in tokens {
      let word = scan.lower(i)
      if hearsayWords.contains(word) { return i..<(i + 1) }
      let isBe = ["is", "are", "was", "were", "been"].contains(word)
      if isBe, hearsayParticiples.contains(scan.lower(i + 1)) {
        let next = scan.lower(i + 2)
        if next == "to", !["expected", "reported"].contains(scan.lower(i + 1)) || ["have", "be"].contains(scan.lower(i + 3)) {
          return i..<(i + 3)
        }
        if next == "of" && scan.lower(i + 1) == "accused" || next == "that" && scan.lower(i - 1) == "it" { return i..<(i + 3) }
      }
      if ["rumors", "rumours", "speculation"].contains(word) { return i..<(i + 1) }
      // "There were reports that".
      if ["reports", "report", "allegations", "claims"].contains(word),
        i + 1 < tokens.upperBound, ["that", "of"].contains(scan.lower(i + 1)) && !isBe
      {
        return i..<(i + 2)
      }
    }
    return nil
  }
}

/// Whether an entity is some of a state's people ("officials:USA"), who are no party by themselves.
func isPeople(_ id: EntityID) -> Bool {
  let parts = id.split(separator: ":")
  // "media:USA", but not "media:reuters".
  guard parts.count == 2, parts[1].allSatisfy({ !$0.isLowercase }) else { return false }
  return partyNouns[parts[0].split(separator: "-").joined(separator: " ")]?.isPeople ?? false
}

extension PartyNoun {
  /// Whether it names people who are no party by themselves.
  var isPeople: Bool { if case .people = self { true } else { false } }
}

func singular(_ noun: String) -> String { noun.hasSuffix("s") ? String(noun.dropLast()) : noun }
