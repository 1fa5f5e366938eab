// From surfaces to entities, each link with its reason. Where two fit and nothing decides, there is no link.

/// Links the names of one document.
struct Linker {
  let scan: Scan
  var pieces: [Piece]
  let published: DateStamp?
  private(set) var names = DocumentNames()
  /// How often a state is meant by surfaces that can mean nothing else, by code.
  private(set) var evidence: [String: Int] = [:]
  /// Codes of states that the text names by a demonym, so that "Jordan" is the state where "Jordanian" stands too.
  private var demonyms: Set<String> = []
  /// The words of the titles that stand before a person's full name: which Smith is "Mrs. Smith".
  var titlesOf: [EntityID: Set<String>] = [:]
  /// Full names of organisations, at most 500: each short form is compared with all of them.
  private var organisations: [(words: [String], known: DocumentNames.Known)] = []

  init(scan: Scan, pieces: [Piece], published: DateStamp? = nil) {
    self.scan = scan
    self.pieces = pieces
    self.published = published
  }

  /// The mentions of the pieces, in order.
  mutating func link() -> [Mention] {
    joinShortForms(&pieces, scan: scan)
    settleTypesByVotes(&pieces, scan: scan)
    if let model = scan.gazetteer.model { settleNames(&pieces, by: model, scan: scan) }
    dropTheBird()
    collectEvidence()
    var mentions = pieces.map { Mention(span: scan.span($0.tokens), type: $0.type, kind: .other, entity: nil, name: "", why: "") }
    for at in pieces.indices { linkFull(at, &mentions[at]) }
    for at in pieces.indices where isSurnameHere(at) {
      pieces[at].type = .person
      pieces[at].candidates = []
      let span = mentions[at].span
      mentions[at] = Mention(span: span, type: .person, kind: .person, entity: nil, name: "", why: "")
    }
    for at in pieces.indices where mentions[at].entity == nil { linkShort(at, &mentions[at]) }
    for at in pieces.indices where mentions[at].name.isEmpty { mentions[at].name = surface(at) }
    return mentions
  }

  /// "Turkey and stuffing were served": a capital that opens a sentence of food makes no state, unless the text names it.
  private mutating func dropTheBird() {
    let codes = pieces.contains { piece in
      piece.basis == .known && scan.words(piece.tokens) != ["turkey"] && piece.candidates.contains { entry($0).iso3 == "TUR" }
    }
    guard !codes else { return }
    pieces.removeAll { piece in
      guard scan.words(piece.tokens) == ["turkey"], let index = scan.document.sentence(at: scan.span(piece.tokens).start) else {
        return false
      }
      let next = piece.tokens.upperBound
      if scan.isPossessive(next) || scan.has(next, .say) || scan.has(next, .act) { return false }
      if farmWords.contains(scan.lower(next)) { return true }
      return scan.document.sentences[index].tokens.contains { foodWords.contains(scan.lower($0)) }
    }
  }

  func surface(_ at: Int) -> String { scan.document.string(scan.span(pieces[at].tokens)) }
  func entry(_ candidate: SurfaceIndex.Candidate) -> Gazetteer.Entry { scan.gazetteer.entries[Int(candidate.entry)] }
  func words(_ at: Int) -> [String] { scan.words(pieces[at].tokens) }

  private mutating func collectEvidence() {
    for piece in pieces where piece.basis == .known {
      let codes = Set(piece.candidates.compactMap { entry($0).iso3 })
      let isOpen = scan.gazetteer.ambiguous[scan.words(piece.tokens).joined(separator: " ")] != nil
      if codes.count == 1, !isOpen, let code = codes.first { evidence[code, default: 0] += 1 }
      if piece.type == .other { demonyms.formUnion(codes) }
    }
  }

  /// Whether a known place is the surname or given name of someone whom the text names in full: "Valeska Paris", then "Paris".
  private func isSurnameHere(_ at: Int) -> Bool {
    let piece = pieces[at]
    guard piece.basis == .known, piece.type == .place, piece.tokens.count == 1, !scan.shouts(piece.tokens.lowerBound) else {
      return false
    }
    let word = words(at).joined()
    guard names.surnames[word] != nil || (names.givenNames[word] != nil && scan.has(piece.tokens.lowerBound, .given)) else {
      return false
    }
    let code = piece.candidates.first.flatMap { entry($0).iso3 } ?? ""
    let before = scan.lower(piece.tokens.lowerBound - 1)
    if ["in", "at", "from", "near", "to"].contains(before) { return false }
    // "Jordan" beside "Jordanian" is the state; "Paris" beside "French" may well be Valeska Paris.
    return !demonyms.contains(code) || !piece.candidates.contains { entry($0).kind == .state }
  }

  // MARK: Names that say who they are

  private mutating func linkFull(_ at: Int, _ mention: inout Mention) {
    let piece = pieces[at]
    let words = words(at)
    if piece.type == .person {
      guard words.count > 1 else { return }
      let known: DocumentNames.Known
      if let entry = chosen(at, among: piece.candidates.filter { $0.role != .surname }) {
        set(&mention, entry.entry, why: entry.why)
        known = .init(id: entry.entry.id, name: entry.entry.name)
      } else if let same = samePerson(words) {
        known = same
        mention.entity = same.id
        mention.name = same.name
        mention.why = surface(at) == same.name ? "full name" : "variant of \(same.name)"
        mention.iso3 = scan.gazetteer.iso3(of: same.id)
      } else {
        known = .init(id: "name:" + words.joined(separator: "-"), name: surface(at))
        mention.entity = known.id
        mention.name = known.name
        mention.why = piece.title == nil ? "full name" : "title and name"
      }
      mention.kind = .person
      names.add(person: known, words: words)
      titlesOf[known.id, default: []].formUnion(titleWords(piece))
      return
    }
    if piece.basis == .known, let entry = chosen(at, among: piece.candidates) {
      set(&mention, entry.entry, why: entry.why)
      mention.isModifier = isModifier(at)
      if piece.type == .organisation { remember(words, .init(id: entry.entry.id, name: entry.entry.name)) }
      return
    }
    if piece.basis == .known {
      mention.kind = piece.candidates.first.map { entry($0).kind } ?? .other
      mention.why = doubt(piece)
      mention.candidates = references(piece.candidates.filter { $0.role != .capital })
      let codes = Set(piece.candidates.map { entry($0).iso3 })
      if codes.count == 1 { mention.iso3 = codes.first ?? nil }
      mention.isModifier = isModifier(at)
      return
    }
    guard piece.shortOf == nil, words.count > 1 || piece.type == .organisation && piece.basis != .head else {
      if piece.shortOf == nil { mention.kind = kind(of: piece) }
      return
    }
    if words.count > 1, piece.type == .organisation, let known = ofState(at) {
      set(&mention, known, why: "of the state before it")
      remember(words, .init(id: known.id, name: known.name))
      return
    }
    if words.count > 1 {
      mention.kind = kind(of: piece)
      mention.entity = "name:" + words.joined(separator: "-")
      mention.name = surface(at)
      mention.why = "full name"
      mention.iso3 = piece.inner.first.flatMap { entry($0.candidates[0]).iso3 }
      if piece.type == .organisation { remember(words, .init(id: mention.entity ?? "", name: mention.name)) }
    }
  }

  /// "Turkey's Interior Ministry": the entry that state and name together are known by.
  private func ofState(_ at: Int) -> Gazetteer.Entry? {
    guard at > 0, pieces[at - 1].basis == .known, let state = pieces[at - 1].candidates.first, entry(state).kind == .state,
      pieces[at].tokens.lowerBound - pieces[at - 1].tokens.upperBound <= 2,
      (pieces[at - 1].tokens.upperBound..<pieces[at].tokens.lowerBound).allSatisfy({
        scan.isPossessive($0) || scan.fold($0) == "s"
      })
    else { return nil }
    let own = words(at)
    let firsts = [words(at - 1), entry(state).iso3.flatMap { scan.gazetteer.adjectives[$0] }.map(foldedWords) ?? []]
    for first in firsts {
      let found = scan.gazetteer.surfaces.candidates(of: first + own).first { $0.role == .name || $0.role == .alias }
      if let found { return entry(found) }
    }
    return nil
  }

  /// The folded words of the title and the rank before a name.
  func titleWords(_ piece: Piece) -> [String] {
    (piece.title.map(scan.words) ?? []) + (piece.rank.map(scan.words) ?? [])
  }

  private mutating func remember(_ words: [String], _ known: DocumentNames.Known) {
    if organisations.count < 500, !organisations.contains(where: { $0.words == words }) { organisations.append((words, known)) }
  }

  func set(_ mention: inout Mention, _ entry: Gazetteer.Entry, why: String) {
    mention.entity = entry.id
    mention.name = entry.name
    mention.kind = entry.kind
    mention.iso3 = entry.iso3
    mention.why = why
  }

  func set(_ mention: inout Mention, _ known: DocumentNames.Known, why: String) {
    mention.entity = known.id
    mention.name = known.name
    mention.kind = scan.gazetteer.kind(of: known.id) ?? mention.kind
    mention.iso3 = scan.gazetteer.iso3(of: known.id)
    mention.why = why
  }

  private func isAcronym(_ piece: Piece) -> Bool {
    let token = scan.document.tokens[piece.tokens.lowerBound]
    return piece.tokens.count == 1 && token.casing == .upper && token.text.utf8.count >= 2 && piece.basis != .known
  }

  private func isModifier(_ at: Int) -> Bool {
    let piece = pieces[at]
    guard piece.basis == .known, piece.type == .other else { return false }
    if let first = piece.candidates.first, entry(first).kind == .people {
      // "Kurdish militants", but "the Kurds".
      let next = piece.tokens.upperBound
      return !words(at).joined().hasSuffix("s") && scan.isWord(next) && !scan.isCapital(next) && !scan.has(next, .act)
    }
    guard piece.candidates.contains(where: { $0.role == .adjective }) || piece.candidates.contains(where: { $0.role == .demonym })
    else { return false }
    if piece.candidates.allSatisfy({ $0.role == .demonym }) { return false }
    return true
  }

  /// What an unknown name is, by its head.
  private func kind(of piece: Piece) -> EntityKind {
    switch piece.type {
    case .person: return .person
    case .place: return .place
    case .other: return .other
    case .organisation:
      for i in piece.tokens.reversed() {
        if let kind = organisationKinds[scan.fold(i)] { return kind }
      }
      return .organisation
    }
  }

  /// A full name seen before with the same last word and the same (or shortened) first.
  private func samePerson(_ words: [String]) -> DocumentNames.Known? {
    guard let first = words.first, let last = words.last else { return nil }
    return names.surnames[last]?.first { known in
      let other = foldedWords(known.name)
      guard let otherFirst = other.first, other.last == last else { return false }
      return otherFirst == first || isVariant(otherFirst, first) || (first.count == 1 && otherFirst.hasPrefix(first))
        || other.contains(first)
        || words.contains(otherFirst)
    }
  }

  /// "Kristin" and "Kristen" with one surname in one text: a vowel inside a longer name is written two ways.
  private func isVariant(_ a: String, _ b: String) -> Bool {
    let (one, other) = (Array(a), Array(b))
    guard one.count == other.count, one.count >= 6, one.last == other.last else { return false }
    let differing = one.indices.filter { one[$0] != other[$0] }
    return differing.count == 1 && differing.allSatisfy { "aeiouy".contains(one[$0]) && "aeiouy".contains(other[$0]) }
  }

  // MARK: Short forms

  private mutating func linkShort(_ at: Int, _ mention: inout Mention) {
    let piece = pieces[at]
    let words = words(at)
    guard let last = words.last else { return }
    if let long = piece.shortOf {
      linkBracket(at, long, &mention)
      return
    }
    if isAcronym(piece), let full = organisations.first(where: { $0.words.count > 1 && isInitials(last, of: $0.words) }) {
      mention.type = .organisation
      set(&mention, full.known, why: "initials of \(full.known.name)")
      return
    }
    if piece.type == .person || piece.basis == .shape,
      linkBearer(words, titles: titleWords(piece), &mention)
    {
      return
    }
    if piece.type == .person { return linkSurname(at, &mention) }
    linkOrganisation(at, words, &mention)
  }

  private mutating func linkBracket(_ at: Int, _ long: Int, _ mention: inout Mention) {
    let piece = pieces[at]
    let full = pieces[long]
    if full.candidates.isEmpty, let own = chosen(at, among: piece.candidates) {
      set(&mention, own.entry, why: own.why)
      return
    }
    let id =
      chosen(long, among: full.candidates)?.entry.id ?? "name:" + words(long).joined(separator: "-")
    mention.type = pieces[long].type
    mention.entity = id
    mention.name = scan.gazetteer.name(of: id) ?? surface(long)
    mention.kind = scan.gazetteer.kind(of: id) ?? kind(of: full)
    mention.iso3 = scan.gazetteer.iso3(of: id)
    mention.why = "the short form in “(\(surface(at)))”"
    names.add(shortForm: words(at).joined(separator: " "), of: .init(id: id, name: mention.name))
  }

  private func linkOrganisation(_ at: Int, _ words: [String], _ mention: inout Mention) {
    let piece = pieces[at]
    guard piece.basis != .known else { return }
    mention.kind = kind(of: piece)
    let known: DocumentNames.Known?
    if let short = names.shortForms[words.joined(separator: " ")] {
      known = short
      mention.why = "short form of \(short.name)"
    } else if piece.type == .organisation, let full = organisations.first(where: { isTail(words, of: $0.words) }) {
      known = full.known
      mention.why = "short for \(full.known.name)"
    } else {
      known = nil
    }
    if let known {
      set(&mention, known, why: mention.why)
      if mention.type == .other { mention.type = .organisation }
    } else {
      mention.entity = "name:" + words.joined(separator: "-")
      mention.name = surface(at)
      mention.why = "name"
    }
  }

  private func isInitials(_ word: String, of words: [String]) -> Bool {
    let small: Set<String> = ["of", "the", "for", "and", "on", "in"]
    let wanted = Array(word)
    return wanted.count >= 2
      && (wanted == words.compactMap(\.first) || wanted == words.filter { !small.contains($0) }.compactMap(\.first))
  }

  /// Whether a shorter name means a full one: its end ("the Supreme Court"), its beginning up to a head ("the Warhol
  /// Foundation" before "for the Visual Arts"), or its first word alone.
  private func isTail(_ words: [String], of full: [String]) -> Bool {
    guard full.count > words.count else { return false }
    if Array(full.suffix(words.count)) == words { return true }
    if words.count == 1 { return full.first == words[0] }
    let starts = full.indices.dropLast(words.count - 1)
    guard let at = starts.first(where: { Array(full[$0..<($0 + words.count)]) == words }) else { return false }
    let next = full[at + words.count]
    return at <= 1 && ["of", "for", "on", "and"].contains(next)
  }
}

/// What stands right behind the bird.
private let farmWords: Set<String> = [
  "farmer", "farmers", "farm", "farms", "breeders", "producers", "growers", "meat", "breast", "legs", "dinner", "dinners",
  "prices", "hunt", "hunters", "hunting", "eggs", "flocks", "flock", "carcass", "burgers",
]

/// Words of the table, which make a turkey a bird.
private let foodWords: Set<String> = [
  "stuffing", "gravy", "roast", "roasted", "roasting", "sandwich", "sandwiches", "cranberry", "thanksgiving", "supermarkets",
  "oven", "recipe", "cooked", "poultry", "carve", "carved", "leftovers",
]
