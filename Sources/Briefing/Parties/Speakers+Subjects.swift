// The subject of a verb of saying, in both orders: a name, a noun phrase with its complements, a pronoun.

extension SpeakerFinder {
  /// The subject that ends before token `end`, over appositions and relative clauses.
  func subject(before end: Int, in sentence: Range<Int>, of verb: SpeechVerb) -> Speaker? {
    var end = end
    for _ in 0..<2 where end - 1 > sentence.lowerBound && [",", ")", "—", "–"].contains(scan.text(end - 1)) {
      let opening = scan.text(end - 1) == ")" ? "(" : scan.text(end - 1)
      guard let open = (max(sentence.lowerBound, end - 42)..<(end - 1)).last(where: { scan.text($0) == opening }) else {
        // "On Friday the ministry, said": a comma that closes nothing.
        end -= 1
        continue
      }
      // "One resident, Ahmed Saleh, said": the name stands between the commas.
      if let inner = endingAt[end - 1], inner.isPerson, inner.tokens.lowerBound > open, inner.tokens.lowerBound - open < 8,
        inner.tokens.last.map(scan.isCapital) ?? false,
        !isGoverned(inner.tokens.lowerBound, in: sentence),
        !((open + 1)..<inner.tokens.lowerBound).contains(where: {
          clauseBounds.contains(scan.lower($0)) || scan.lower($0) == "who"
        })
      {
        return inner
      }
      end = open
    }
    guard end > sentence.lowerBound else { return nil }
    switch scan.lower(end - 1) {
    case "he", "she": return person(at: end - 1)
    case "it": return body(at: end - 1)
    case "they": return group(at: end - 1)
    case "we", "i", "you", "there", "this": return nil
    case "whom", "who", "which", "that": return antecedent(before: end - 1, in: sentence)
    default:
      guard let found = phrase(endingAt: end, in: sentence) else { return nil }
      return ["neither", "no", "none", "nobody"].contains(scan.lower(found.tokens.lowerBound)) ? nil : found
    }
  }

  // MARK: Noun phrases

  /// Whether a preposition makes a complement of what begins at `start`, over its determiners and adjectives.
  func isGoverned(_ start: Int, in sentence: Range<Int>) -> Bool {
    var k = start - 1
    var steps = 0
    while k >= sentence.lowerBound, steps < 4, scan.isWord(k) || scan.isPossessive(k) || scan.isJointToken(k),
      !governing.contains(scan.lower(k)), !clauseBounds.contains(scan.lower(k)), !isSpeakerNoun(k), endingAt[k + 1] == nil
    {
      if determiners.contains(scan.lower(k)), !governing.contains(scan.lower(k - 1)) { return false }
      k -= 1
      steps += 1
    }
    return k >= sentence.lowerBound && governing.contains(scan.lower(k))
      && !(scan.lower(k) == "of" && quantifiers.contains(scan.lower(k - 1)))
  }

  /// The noun phrase that ends before `end`: its head, with what hangs on it ("analysts at the institute").
  func phrase(endingAt end: Int, in sentence: Range<Int>) -> Speaker? {
    if let named = endingAt[end], !isGoverned(named.tokens.lowerBound, in: sentence) { return widened(named, in: sentence) }
    let first = clauseStart(before: end, in: sentence)
    guard first < end else { return nil }
    var k = first
    while k < end {
      if let named = startingAt[k], named.tokens.upperBound <= end {
        let next = named.tokens.upperBound
        // "Gaza's health ministry", "U.S. officials", "Assad forces": what only owns or modifies does not speak.
        let owns =
          scan.isPossessive(next)
          || (next..<end).prefix(4).contains { isSpeakerNoun($0) } && !governing.contains(scan.lower(next))
        if !owns, !isGoverned(k, in: sentence) { return widened(named, in: sentence) }
        k = next
        continue
      }
      if isSpeakerNoun(k), !(k + 1 < end && isSpeakerNoun(k + 1)), !scan.isPossessive(k + 1), !isGoverned(k, in: sentence) {
        return noun(k, end: end, in: sentence)
      }
      k += 1
    }
    if isSpeakerNoun(end - 1) { return noun(end - 1, end: end, in: sentence) }
    return unknown(first..<end)
  }

  /// Where the clause that ends before `end` begins.
  private func clauseStart(before end: Int, in sentence: Range<Int>) -> Int {
    var k = end
    while k > sentence.lowerBound, end - k < 24 {
      let word = scan.lower(k - 1)
      if clauseBounds.contains(word) || word == "and" && endingAt[k - 1] == nil && !isSpeakerNoun(k - 2) {
        // "A spokesman who was not named said": the relative clause belongs to the phrase.
        let relative = (max(sentence.lowerBound, k - 9)..<k).last { ["who", "which", "whose"].contains(scan.lower($0)) }
        guard let relative, relative > sentence.lowerBound, word != "and", word != "that" else { return k }
        k = relative
        continue
      }
      if !scan.isWord(k - 1), scan.document.tokens[k - 1].kind != .number, !scan.isJointToken(k - 1),
        !scan.isPossessive(k - 1), scan.text(k - 1) != "."
      {
        return k
      }
      if speechVerbs[word] == .plain, k < end { return k }
      k -= 1
    }
    return k
  }

  /// The phrase around the noun at `k`: from its determiner to `end`, or to the noun where that is long.
  private func noun(_ k: Int, end: Int, in sentence: Range<Int>) -> Speaker {
    var first = k
    while first > sentence.lowerBound, k - first < 8 {
      let word = scan.lower(first - 1)
      let joins =
        scan.isWord(first - 1) || scan.document.tokens[first - 1].kind == .number || scan.isPossessive(first - 1)
        || scan.isJointToken(first - 1)
      guard joins, !clauseBounds.contains(word), !(speechVerbs[word] == .plain), word != "and", word != "who" else { break }
      if word == "of", quantifiers.contains(scan.lower(first - 2)) {
        first -= 2
        break
      }
      guard !governing.contains(word) else { break }
      first -= 1
      if determiners.contains(word), scan.lower(first - 1) != "of" { break }
    }
    let noun = speakerNouns[scan.lower(k)] ?? .people
    let kind: Attribution.Kind = noun == .document ? .document : noun == .people ? .unnamed : .named
    var speaker = Speaker(tokens: first..<(end - k <= 10 ? max(end, k + 1) : k + 1), kind: kind, entity: nil)
    speaker.entity = composite(in: first..<(k + 1))
    // "The official said": one of those who were named so before.
    if speaker.entity == nil, noun == .people,
      ["the", "another", "one", "second", "first"].contains(scan.lower(first)) || quantifiers.contains(scan.lower(first)),
      let known = lastUnnamed[singular(scan.lower(k))]
    {
      speaker.entity = known.entity
    }
    return speaker
  }

  /// The party that a composite in the phrase makes: "U.S. officials".
  private func composite(in tokens: Range<Int>) -> EntityID? {
    endingAt[tokens.upperBound].flatMap { tokens.contains($0.tokens.lowerBound) && $0.kind == .unnamed ? $0.entity : nil }
  }

  /// A subject that no table knows, as it stands: the claim is somebody's all the same.
  private func unknown(_ tokens: Range<Int>) -> Speaker? {
    guard let last = tokens.last, scan.isWord(last), !scan.lower(last).hasSuffix("ly"), speechVerbs[scan.lower(last)] == nil,
      !scan.has(last, .calendar), !governing.contains(scan.lower(last))
    else { return nil }
    var first = tokens.lowerBound
    if tokens.count > 7 || governing.contains(scan.lower(first)) {
      guard let determiner = tokens.last(where: { determiners.contains(scan.lower($0)) }) else { return nil }
      first = determiner
    }
    guard scan.isCapital(first) || determiners.contains(scan.lower(first)) || scan.lower(last).hasSuffix("s") else { return nil }
    return Speaker(tokens: first..<(last + 1), kind: .unnamed, entity: nil)
  }

  /// An unnamed speaker with the words before it: "a senior U.S. official".
  private func widened(_ speaker: Speaker, in sentence: Range<Int>) -> Speaker {
    guard speaker.kind != .named else { return speaker }
    var speaker = speaker
    var first = speaker.tokens.lowerBound
    while first > sentence.lowerBound, speaker.tokens.lowerBound - first < 5 {
      let word = scan.lower(first - 1)
      guard scan.isWord(first - 1), !governing.contains(word), !clauseBounds.contains(word), word != "and",
        speechVerbs[word] == nil, determiners.contains(word) || quantifiers.contains(word) || !scan.isCapital(first - 1)
      else { break }
      first -= 1
      if determiners.contains(word) { break }
    }
    if scan.lower(first - 1) == "of", quantifiers.contains(scan.lower(first - 2)) { first -= 2 }
    speaker.tokens = first..<speaker.tokens.upperBound
    return speaker
  }

  // MARK: Behind the verb

  /// The speaker that begins at `start`, over a title or an article.
  func speaker(from start: Int, limit: Int) -> Speaker? {
    var first: Speaker?
    var k = start
    while k < limit, k - start < 14 {
      let word = scan.lower(k)
      if let named = startingAt[k], named.tokens.upperBound <= limit {
        if named.isPerson { return named }
        let next = named.tokens.upperBound
        let owns = scan.isPossessive(next) || scan.text(next) == "-"
        if first == nil, !owns { first = named }
        k = next + (scan.text(next) == "'" && scan.lower(next + 1) == "s" ? 2 : owns ? 1 : 0)
        continue
      }
      if scan.text(k) == ",", first != nil {
        // "said the foreign minister, Hakan Fidan"
        return startingAt[k + 1].flatMap { $0.isPerson && first?.kind == .unnamed ? $0 : nil } ?? first
      }
      let isPart = scan.isWord(k) || scan.document.tokens[k].kind == .number || scan.isJointToken(k) || scan.isPossessive(k)
      guard isPart, !clauseBounds.contains(word), speechVerbs[word] != .plain, word != "who", word != "and" else { return first }
      if governing.contains(word), first != nil || word != "of" { return first.map { extended($0, to: limit) } }
      if let noun = speakerNouns[word], first.map({ $0.kind != .unnamed && !$0.isPerson && $0.tokens.upperBound == k }) ?? true {
        let kind: Attribution.Kind = noun == .document ? .document : noun == .people ? .unnamed : .named
        first = Speaker(tokens: start..<(k + 1), kind: kind, entity: composite(in: start..<(k + 1)))
      } else if let known = first, known.tokens.upperBound == k, !scan.isCapital(k), titleGoesOn(k) == false {
        return first
      }
      k += 1
    }
    return first
  }

  private func titleGoesOn(_ k: Int) -> Bool {
    isSpeakerNoun(k) || partyAdjectives.contains(scan.lower(k)) || isSpeakerNoun(k + 1)
  }

  /// "a spokesman for the ministry": with what hangs on it, as far as the clause goes.
  private func extended(_ speaker: Speaker, to limit: Int) -> Speaker {
    guard speaker.kind == .unnamed, ["for", "of", "with", "from", "at"].contains(scan.lower(speaker.tokens.upperBound)) else {
      return speaker
    }
    var end = speaker.tokens.upperBound + 1
    while end < limit, end - speaker.tokens.upperBound < 9, scan.isWord(end) || scan.isJointToken(end) || scan.isPossessive(end),
      !clauseBounds.contains(scan.lower(end)), scan.lower(end) != "and", scan.lower(end) != "who"
    {
      end += 1
    }
    while end > speaker.tokens.upperBound, !scan.isWord(end - 1) { end -= 1 }
    var speaker = speaker
    speaker.tokens = speaker.tokens.lowerBound..<end
    return speaker
  }

  // MARK: Pronouns

  /// Whom "he" or "she" means: who spoke in the sentence before, else the first person of this or the two before, of those
  /// whom the pronoun can mean.
  func person(at i: Int) -> Speaker {
    let pronoun = Speaker(tokens: i..<(i + 1), kind: .unnamed, entity: nil)
    let isShe = ["she", "her"].contains(scan.lower(i))
    func fits(_ speaker: Speaker) -> Bool { genders.fit(speaker.entity, isShe: isShe) }
    let sentences = scan.document.sentences
    let here = earlier(in: sentences[index].tokens.lowerBound..<i, where: fits)
    if let here { return standing(here, at: i) }
    let lastPerson = persons.last { fits($0.speaker) }
    let person = lastPerson?.sentence ?? -9
    let people = lastPeople?.sentence ?? -9
    if max(person, people) + 2 >= index {
      if let last = person >= people ? lastPerson : lastPeople { return standing(last.speaker, at: i) }
    }
    for back in 1...2 where index - back >= 0 {
      if let named = earlier(in: sentences[index - back].tokens, where: fits) { return standing(named, at: i) }
    }
    return lastPerson.map { standing($0.speaker, at: i) } ?? pronoun
  }

  private func earlier(in tokens: Range<Int>, where fits: (Speaker) -> Bool) -> Speaker? {
    for i in tokens {
      if let speaker = startingAt[i], speaker.isPerson, fits(speaker) { return speaker }
    }
    return nil
  }

  /// What "it" means: the body or the statement that spoke in this or the two sentences before, else the pronoun as it stands.
  private func body(at i: Int) -> Speaker {
    if let last = lastBody, last.sentence + 2 >= index { return standing(last.speaker, at: i) }
    for back in 0...1 where index - back >= 0 {
      let tokens = scan.document.sentences[index - back].tokens
      if let k = tokens.first(where: { k in k < i && startingAt[k].map { !$0.isPerson && $0.kind == .named } ?? false }),
        let named = startingAt[k]
      {
        return standing(named, at: i)
      }
      // "The ministry issued a statement. It said ..."
      if let k = tokens.first(where: { $0 < i && scan.isWord($0) && [.body, .document].contains(speakerNouns[scan.lower($0)]) }) {
        return standing(noun(k, end: k + 1, in: tokens), at: i)
      }
    }
    return Speaker(tokens: i..<(i + 1), kind: .unnamed, entity: nil)
  }

  /// Whom "they" means: the unnamed ones who spoke before.
  private func group(at i: Int) -> Speaker {
    if let last = lastPeople, last.sentence + 2 >= index { return standing(last.speaker, at: i) }
    return Speaker(tokens: i..<(i + 1), kind: .unnamed, entity: nil)
  }

  private func standing(_ speaker: Speaker, at i: Int) -> Speaker {
    var here = speaker
    here.name = speaker.name ?? scan.span(speaker.tokens)
    here.tokens = i..<(i + 1)
    return here
  }

  /// "two U.S. officials, one of whom said": the nearest speaker to the left.
  private func antecedent(before i: Int, in sentence: Range<Int>) -> Speaker? {
    var k = i
    while k > sentence.lowerBound, i - k < 8 {
      if let named = endingAt[k] { return named.kind == .named ? named : widened(named, in: sentence) }
      if isSpeakerNoun(k - 1) { return noun(k - 1, end: k, in: sentence) }
      k -= 1
    }
    return nil
  }
}
