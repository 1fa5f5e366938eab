// Names that the gazetteer knows: whether they are names at their place, and where they end.

extension NameFinder {
  /// Whether a match needs no further proof to be a name here.
  func isStrong(_ match: SurfaceMatch?) -> Bool {
    guard let match else { return false }
    return match.candidates.contains { $0.role != .surname && $0.role != .title } || match.tokens.count > 1
  }

  /// Whether a known surface is a name at this place: one common word that opens a sentence is none.
  func isName(_ match: SurfaceMatch) -> Bool {
    let i = match.tokens.lowerBound
    guard match.tokens.count == 1 else { return true }
    if scan.shouts(i) {
      return !(scan.has(i, .common) && match.candidates.allSatisfy { $0.role == .surname || $0.role == .place })
    }
    let token = scan.document.tokens[i]
    // "in May" is no Theresa May.
    if scan.has(i, .calendar), match.candidates.allSatisfy({ $0.role == .surname }) {
      guard scan.has(i + 1, .say) || scan.has(i + 1, .act) || scan.isPossessive(i + 1) else { return false }
    }
    if scan.opens(i), token.casing == .capitalised {
      let fold = scan.fold(i)
      if scan.seenLower.contains(fold), !scan.seenCapital.contains(fold) { return false }
      if scan.has(i, .common), !scan.seenCapital.contains(fold) { return false }
    }
    return true
  }

  /// Whether a known single word is really the first word of a person's name: "Chad Smith", "Jordan Henderson".
  func isPersonStart(_ match: SurfaceMatch, limit: Int) -> Bool {
    let i = match.tokens.lowerBound
    let next = match.tokens.upperBound
    guard match.tokens.count == 1, !scan.shouts(i), next < limit, scan.isCapital(next) || scan.has(next, .particle) else {
      return false
    }
    if match.candidates.allSatisfy({ $0.role == .adjective || $0.role == .demonym }) { return false }
    guard scan.has(i, .given) || match.candidates.allSatisfy({ $0.role == .surname }) else { return false }
    if let found = scan.surface(at: next, limit: limit), found.candidates.contains(where: { $0.role != .surname }) {
      return false
    }
    return scan.title(at: next, limit: limit) == nil && !scan.has(next, .organisation) && !scan.has(next, .common)
  }

  mutating func take(_ match: SurfaceMatch, limit: Int) -> Int {
    let roles = match.candidates.map(\.role)
    let type = surfaceType(match.candidates)
    var tokens = match.tokens
    // "Islamic State group": the common noun of a row stays outside the name.
    while tokens.count > 1, let last = tokens.last, scan.isWord(last), !scan.isCapital(last), !scan.shouts(last),
      groupNouns.contains(scan.lower(last)) || partyNouns[scan.lower(last)] != nil
    {
      tokens = tokens.lowerBound..<(tokens.upperBound - 1)
    }
    while let last = tokens.last, scan.fold(last).isEmpty { tokens = tokens.lowerBound..<last }
    var piece = Piece(tokens: tokens, type: type, basis: .known, candidates: match.candidates)
    if type == .place, let end = placeEnd(after: match.tokens.upperBound, limit: limit) {
      // "Jordan River", "Syria Civil Defence": a longer name that only begins with a known one.
      piece.inner = [match]
      piece.tokens = tokens.lowerBound..<end
      piece.basis = .head
      piece.candidates = []
      return add(piece)
    }
    // "Toronto Star", "Paris Hilton": a longer name whose type its words must tell.
    if roles.allSatisfy({ [.place, .capital, .metonym].contains($0) }), roles.contains(.place),
      let end = longerName(after: match.tokens, limit: limit)
    {
      piece = Piece(tokens: tokens.lowerBound..<end, type: .other, basis: .shape, inner: [match])
      piece.votes = votes(for: piece.tokens, scan: scan)
      return add(piece)
    }
    if type == .person {
      piece.title = title
      piece.rank = rank
      // A surname that the gazetteer knows may be the end of another's full name, read by `takeUnknown`.
      if roles.allSatisfy({ $0 == .surname }), match.tokens.upperBound < limit,
        let end = personEnd(at: match.tokens.lowerBound, limit: limit),
        end > match.tokens.upperBound
      {
        piece.tokens = tokens.lowerBound..<end
        piece.candidates = []
        piece.basis = .shape
      }
      return max(add(piece), match.tokens.upperBound)
    }
    if type == .other || type == .place {
      // "Turkish Foreign Minister": the title still waits, and takes the demonym in.
      pieces.append(piece)
      if roles.contains(where: { $0 == .adjective || $0 == .demonym }) || title == nil { title = nil }
      rank = nil
      return match.tokens.upperBound
    }
    pieces.append(piece)
    forgetTitle()
    return match.tokens.upperBound
  }

  /// What the surface of these candidates is in itself.
  func surfaceType(_ candidates: [SurfaceIndex.Candidate]) -> Mention.NameType {
    let best = candidates[0]
    let kind = scan.gazetteer.entries[Int(best.entry)].kind
    switch best.role {
    case .adjective, .demonym: return .other
    case .capital, .place: return .place
    case .metonym:
      // A seat of government is a place in itself, the Pentagon an office.
      let id = scan.gazetteer.entries[Int(best.entry)].id
      return id.hasPrefix("gov:") && !id.contains("/") ? .place : .organisation
    case .surname: return .person
    case .name, .alias, .title:
      switch kind {
      case .person: return .person
      case .state, .place: return .place
      case .people, .other: return .other
      default: return .organisation
      }
    }
  }

  /// "Western Australia", "Greater London": a capitalised part of a known place.
  func partOfPlace(at i: Int, limit: Int) -> Piece? {
    guard scan.isCapital(i), !scan.shouts(i), compass.contains(scan.fold(i)), i + 1 < limit,
      let place = scan.surface(at: i + 1, limit: limit), surfaceType(place.candidates) == .place
    else { return nil }
    return Piece(tokens: i..<place.tokens.upperBound, type: .place, basis: .title, inner: [place])
  }

  /// The end of a run of unknown capitals right behind a town's name, or nil.
  private func longerName(after tokens: Range<Int>, limit: Int) -> Int? {
    let i = tokens.upperBound
    guard i < limit, scan.isCapital(i), scan.document.tokens[i].spaceBefore, !scan.shouts(i), !scan.has(i, .calendar),
      !scan.has(i, .common), scan.title(at: i, limit: limit) == nil, scan.surface(at: i, limit: limit) == nil,
      scan.document.tokens[i].casing == .capitalised
    else { return nil }
    return personEnd(at: i, limit: limit)
  }

  /// The end of a place's name that goes on with the noun of its kind: "River", "International Airport".
  private func placeEnd(after i: Int, limit: Int) -> Int? {
    guard i < limit, scan.isCapital(i), !scan.shouts(i), scan.document.tokens[i].spaceBefore else { return nil }
    if scan.has(i, .place) { return i + 1 }
    if scan.fold(i) == "international", scan.has(i + 1, .place), scan.isCapital(i + 1) { return i + 2 }
    return nil
  }
}

/// Words for a part of a place.
private let compass: Set<String> = [
  "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "greater", "upper", "lower",
  "northeastern", "northwestern", "southeastern", "southwestern", "mainland", "inner", "outer",
]
