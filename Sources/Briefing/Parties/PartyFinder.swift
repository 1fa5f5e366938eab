// What stands for a party beyond its bare name: persons with their titles, composites ("U.S. military", "Turkey's interior
// ministry"), names inside longer ones, and descriptions ("the wire service", "the Turkish president").

/// Makes the parties of a document out of its names.
struct PartyFinder {
  let scan: Scan
  let pieces: [Piece]
  let mentions: [Mention]
  let published: DateStamp?
  private(set) var parties: [PartyMention] = []
  /// Token after which a party's words have been used.
  private var used = 0

  init(scan: Scan, pieces: [Piece], mentions: [Mention], published: DateStamp?) {
    self.scan = scan
    self.pieces = pieces
    self.mentions = mentions
    self.published = published
  }

  /// The parties, sorted by place.
  mutating func find() -> [PartyMention] {
    for at in pieces.indices {
      addInner(at)
      switch mentions[at].kind {
      case .person: addPerson(at)
      case .state: addComposite(at)
      case .place, .other: break
      case .people where mentions[at].isModifier: break
      default: addNamed(at)
      }
    }
    addDescriptions()
    return parties.sorted { $0.span < $1.span }
  }

  // MARK: Names

  private mutating func addNamed(_ at: Int) {
    guard let id = mentions[at].entity else { return }
    var tokens = pieces[at].tokens
    if mentions[at].kind == .armedGroup, groupNouns.contains(scan.lower(tokens.upperBound)), !scan.isCapital(tokens.upperBound) {
      tokens = tokens.lowerBound..<(tokens.upperBound + 1)
    }
    add(tokens, kind: mentions[at].kind, id, mentions[at].name, mentions[at].iso3, why: mentions[at].why)
  }

  /// Known names inside a longer one count for themselves too.
  private mutating func addInner(_ at: Int) {
    // "Korea" in "South Korea" is no other state.
    guard mentions[at].kind != .state else { return }
    let piece = pieces[at]
    var inner = piece.inner
    if inner.isEmpty, piece.basis == .known, piece.tokens.count > 1 {
      inner = innerNames(piece.tokens)
    }
    for match in inner where match.tokens != piece.tokens {
      guard let candidate = match.candidates.first(where: { $0.role != .surname }) else { continue }
      let entry = scan.gazetteer.entries[Int(candidate.entry)]
      guard entry.kind != .place, entry.kind != .person, mentions[at].entity != entry.id else { continue }
      let isDemonym = candidate.role == .adjective || candidate.role == .demonym
      add(
        match.tokens, kind: entry.kind, entry.id, entry.name, entry.iso3,
        why: (isDemonym ? demonymInside : "inside “") + scan.document.string(scan.span(piece.tokens)) + "”")
    }
  }

  /// State names inside a known name: "U.S." in "U.S. Department of Defense".
  private func innerNames(_ tokens: Range<Int>) -> [SurfaceMatch] {
    var found: [SurfaceMatch] = []
    var i = tokens.lowerBound
    while i < tokens.upperBound {
      // A row's own surface is the longest; what is wanted is shorter than all of it.
      let limit = i == tokens.lowerBound ? tokens.upperBound - 1 : tokens.upperBound
      if let match = scan.surface(at: i, limit: limit),
        scan.gazetteer.entries[Int(match.candidates[0].entry)].kind == .state, match.candidates[0].role != .capital
      {
        found.append(match)
        i = match.tokens.upperBound
      } else {
        i += 1
      }
    }
    return found
  }

  private mutating func add(
    _ tokens: Range<Int>, kind: EntityKind, _ id: EntityID, _ name: String, _ iso3: String?, title: Range<Int>? = nil,
    role: String? = nil, why: String
  ) {
    parties.append(
      PartyMention(
        span: scan.span(tokens), kind: kind, entity: id, name: name, iso3: iso3, title: title.map { scan.span($0) },
        affiliation: title.flatMap(affiliation), role: role, why: why,
        note: scan.gazetteer.note(of: id)))
  }

  // MARK: Persons

  private mutating func addPerson(_ at: Int) {
    guard let id = mentions[at].entity else { return }
    let piece = pieces[at]
    var tokens = piece.tokens
    if let rank = piece.rank, rank.upperBound == tokens.lowerBound { tokens = rank.lowerBound..<tokens.upperBound }
    let title = titleBefore(at, tokens.lowerBound) ?? titleBehind(piece.tokens.upperBound)
    add(
      tokens, kind: .person, id, mentions[at].name, mentions[at].iso3, title: title,
      why: mentions[at].why)
  }

  /// The title before a name with the state or organisation it belongs to: "U.S. Department of Defense spokesperson".
  private func titleBefore(_ at: Int, _ start: Int) -> Range<Int>? {
    guard let title = pieces[at].title, title.upperBound <= start, start - title.upperBound <= 2 else { return nil }
    var first = title.lowerBound
    // Words that sharpen it: "deputy foreign", "former".
    while first > 0, partyAdjectives.contains(scan.lower(first - 1)), !scan.isCapital(first - 1), !scan.shouts(first - 1) {
      first -= 1
    }
    var k = at - 1
    while k >= 0, first >= pieces[k].tokens.upperBound, first - pieces[k].tokens.upperBound <= 2, mentions[k].kind != .person {
      let gap = pieces[k].tokens.upperBound..<first
      guard gap.allSatisfy({ scan.isPossessive($0) || scan.fold($0) == "s" || scan.text($0) == "-" }) else { break }
      first = pieces[k].tokens.lowerBound
      k -= 1
    }
    return first..<title.upperBound
  }

  /// Whom a title names: the last state or organisation in it, "the Pentagon's press secretary", "secretary general of NATO".
  private func affiliation(_ title: Range<Int>) -> EntityReference? {
    var found: EntityReference?
    var i = title.lowerBound
    while i < title.upperBound {
      guard scan.isCapital(i), let match = scan.surface(at: i, limit: title.upperBound),
        let entry = match.candidates.lazy.map({ scan.gazetteer.entries[Int($0.entry)] })
          .first(where: { ![.person, .place, .people].contains($0.kind) })
      else {
        i += 1
        continue
      }
      found = EntityReference(entity: entry.id, name: entry.name)
      i = match.tokens.upperBound
    }
    return found
  }

  /// A title behind a comma: "Hakan Fidan, the Turkish foreign minister".
  private func titleBehind(_ end: Int) -> Range<Int>? {
    guard scan.text(end) == "," else { return nil }
    var i = end + 1
    if ["the", "a", "an"].contains(scan.lower(i)) { i += 1 }
    let start = i
    while i < min(scan.count, start + 6) {
      if let found = scan.title(at: i, limit: scan.count) {
        guard !found.isRank else { return nil }
        return start..<complement(of: found.end)
      }
      guard scan.isWord(i) || scan.isJointToken(i), scan.lower(i) != "and" else { return nil }
      i += 1
    }
    return nil
  }

  /// "of NATO", "of the Syrian Democratic Forces": the body that a title goes on to, where it is a known name.
  private func complement(of end: Int) -> Int {
    guard ["of", "for", "at"].contains(scan.lower(end)) else { return end }
    let first = scan.lower(end + 1) == "the" ? end + 2 : end + 1
    guard scan.isCapital(first), let match = scan.surface(at: first, limit: scan.count) else { return end }
    return match.tokens.upperBound
  }

  // MARK: Composites

  private mutating func addComposite(_ at: Int) {
    guard let id = mentions[at].entity else { return }
    let piece = pieces[at]
    if !mentions[at].isModifier, piece.type != .other {
      add(piece.tokens, kind: mentions[at].kind, id, mentions[at].name, mentions[at].iso3, why: mentions[at].why)
    }
    guard let iso3 = mentions[at].iso3, let found = composite(after: piece.tokens.upperBound) else { return }
    // In a headline "SYRIAN MILITARY ACADEMY" may go on; only a word that cannot belong to it ends the name.
    let next = found.tokens.upperBound
    if scan.shouts(next - 1), scan.isWord(next), !scan.has(next, .say), !scan.has(next, .act), !scan.has(next, .common) { return }
    let tokens = piece.tokens.lowerBound..<found.tokens.upperBound
    let words = scan.words(found.tokens).joined(separator: " ")
    let name = (scan.gazetteer.adjectives[iso3] ?? mentions[at].name) + " " + words
    switch found.noun {
    case .government:
      let government = "gov:" + iso3
      add(tokens, kind: .government, government, scan.gazetteer.name(of: government) ?? name, iso3, why: "its government")
    case .organ(let kind):
      let known =
        (scan.gazetteer.surfaces.candidates(of: foldedWords(name)).first
        ?? scan.gazetteer.surfaces.candidates(of: scan.words(tokens).filter { $0 != "s" }).first)
        .map { scan.gazetteer.entries[Int($0.entry)] }
      add(
        tokens, kind: known?.kind ?? kind, known?.id ?? slug(words) + ":" + iso3, known?.name ?? name, iso3,
        why: known == nil ? "state and noun" : "dictionary")
    case .people(let kind):
      add(tokens, kind: kind, slug(found.head) + ":" + iso3, name, iso3, why: "state and noun")
    }
  }

  /// The noun that makes a composite of the name before `start`, within four words.
  private func composite(after start: Int) -> (tokens: Range<Int>, noun: PartyNoun, head: String)? {
    var i = start
    if scan.isPossessive(i) { i += scan.text(i) == "'" && scan.fold(i + 1) == "s" ? 2 : 1 }
    let first = i
    while i < min(scan.count, first + 4), scan.isWord(i) {
      let word = scan.lower(i)
      let pair = word + " " + scan.lower(i + 1)
      if let noun = partyNouns[pair] { return (first..<(i + 2), noun, pair) }
      if let noun = partyNouns[word], !(partyAdjectives.contains(word) && isNoun(i + 1)) {
        // "ministry" alone says nothing; "government officials" is people, not the government.
        if word == "ministry", i == first { return nil }
        return (first..<(i + 1), noun, word)
      }
      guard partyAdjectives.contains(word) else { return nil }
      i += 1
    }
    return nil
  }

  private func isNoun(_ i: Int) -> Bool {
    partyNouns[scan.lower(i)] != nil || partyAdjectives.contains(scan.lower(i)) && partyNouns[scan.lower(i + 1)] != nil
  }

  // MARK: Descriptions

  private mutating func addDescriptions() {
    let offices = Offices(scan: scan, parties: parties, published: published)
    var media: [PartyMention] = []
    for party in parties where party.kind == .media && !media.contains(where: { $0.entity == party.entity }) {
      media.append(party)
    }
    for sentence in scan.document.sentences {
      var i = sentence.tokens.lowerBound
      while i + 1 < sentence.tokens.upperBound {
        defer { i += 1 }
        guard scan.lower(i) == "the" || scan.isPossessive(i) || scan.shouts(i) else { continue }
        if scan.lower(i) == "the", let only = media.first, media.count == 1, only.span.start < scan.span(i..<(i + 1)).start {
          let pair = scan.lower(i + 1) + " " + scan.lower(i + 2)
          let length = mediaDescriptions.contains(pair) ? 2 : mediaDescriptions.contains(scan.lower(i + 1)) ? 1 : 0
          if length > 0, !scan.isCapital(i + 1) {
            add(
              i..<(i + 1 + length), kind: .media, only.entity, only.name, only.iso3, role: "source",
              why: "the only medium named")
          }
        }
        if let found = offices.description(at: i, limit: sentence.tokens.upperBound) {
          add(found.tokens, kind: .person, found.entity, found.name, found.iso3, why: found.why)
        }
      }
    }
  }
}

/// How `why` begins for a demonym inside a longer name, which is counted as a modifier.
let demonymInside = "demonym inside “"
