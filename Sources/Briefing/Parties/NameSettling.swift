// Rules and model together: the model reads the sentences with the rules' names as features and has the last word on spans and
// types; what the rules know beside that (entries, titles, names inside names) is kept.

/// The names that the rules find, their types settled by all places of a surface: what the model reads.
func ruledPieces(_ scan: Scan) -> [Piece] {
  var finder = NameFinder(scan)
  var pieces = finder.find()
  joinShortForms(&pieces, scan: scan)
  settleTypesByVotes(&pieces, scan: scan)
  return pieces
}

/// Replaces the rules' names by those that the model finds.
func settleNames(_ pieces: inout [Piece], by model: NameModel, scan: Scan) {
  let runs = NameFeatures(scan: scan, pieces: pieces).runs()
  var scores = runs.map { $0.features.map(model.scores) }
  shareScores(&scores, runs: runs, scan: scan)
  var found: [FoundName] = []
  for (run, scores) in zip(runs, scores) {
    let first = run.tokens.lowerBound
    for name in NameLabel.names(model.decode(scores)) {
      var start = first + name.range.lowerBound
      var end = first + name.range.upperBound
      // No name begins or ends with "of" or "and".
      while start < end, isSmall(start, scan) { start += 1 }
      while end > start, isSmall(end - 1, scan), !isHyphened(end - 1, scan) { end -= 1 }
      // "the European Union on Jan. 31": the day is none of it.
      while end - 2 > start, scan.has(end - 1, .calendar), ["on", "in"].contains(scan.text(end - 2)) { end -= 2 }
      guard start < end else { continue }
      // "KYIV SAYS": in a headline the verb is as large as the name.
      while end - 1 > start, scan.shouts(end - 1), scan.has(end - 1, .say) || scan.has(end - 1, .act) {
        end -= 1
      }
      found.append((start..<end, name.type))
    }
  }
  pieces = merged(pieces, found, scan: scan)
  markBearersOfTowns(&pieces, scan: scan)
  for at in pieces.indices { pieces[at].shortOf = nil }
  joinShortForms(&pieces, scan: scan)
}

/// "Valeska Paris" is a person where the bare "Paris" of the text speaks and never stands as places stand.
private func markBearersOfTowns(_ pieces: inout [Piece], scan: Scan) {
  for at in pieces.indices where pieces[at].type != .person && pieces[at].basis == .shape && pieces[at].tokens.count == 2 {
    let (first, last) = (pieces[at].tokens.lowerBound, pieces[at].tokens.upperBound - 1)
    guard scan.classes[first].isDisjoint(with: .ofNames), !scan.shouts(first), scan.document.tokens[first].casing == .capitalised,
      let town = scan.surface(at: last, limit: last + 1),
      town.candidates.allSatisfy({ [.capital, .place, .metonym].contains($0.role) })
    else { continue }
    let bare = pieces.filter { $0.tokens.count == 1 && scan.fold($0.tokens.lowerBound) == scan.fold(last) }
    let isLocated = bare.contains { PlaceContext.locative.contains(scan.lower($0.tokens.lowerBound - 1)) }
    let speaks = bare.contains { scan.has($0.tokens.upperBound, .say) || scan.has($0.tokens.upperBound, .human) }
    if speaks, !isLocated {
      pieces[at].type = .person
      pieces[at].basis = .title
    }
  }
}

private func isSmall(_ i: Int, _ scan: Scan) -> Bool {
  !scan.shouts(i) && ["of", "for", "to", "and", "the", "at", "in"].contains(scan.text(i))
}

/// The "in" of "Moon Jae-in".
private func isHyphened(_ i: Int, _ scan: Scan) -> Bool { i > 0 && scan.text(i - 1) == "-" }

private typealias FoundName = (tokens: Range<Int>, type: Mention.NameType)

/// Adds to the scores of a word's types two fifths of what its other places in the document say, on the mean.
private func shareScores(_ scores: inout [[SIMD16<Int32>]], runs: [NameRun], scan: Scan) {
  var sums: [String: (types: SIMD4<Int32>, count: Int32)] = [:]
  for (at, run) in runs.enumerated() {
    for (n, i) in run.tokens.enumerated() where scan.isCapital(i) && !scan.has(i, .common) && scan.folds[i].utf8.count > 2 {
      sums[scan.folds[i], default: (SIMD4(), 0)].types &+= bestByType(scores[at][n])
      sums[scan.folds[i]]?.count += 1
    }
  }
  for (at, run) in runs.enumerated() {
    for (n, i) in run.tokens.enumerated() where scan.isCapital(i) {
      guard let sum = sums[scan.folds[i]], sum.count > 1 else { continue }
      let others = (sum.types &- bestByType(scores[at][n])) &* 2 / ((sum.count - 1) * 5)
      for label in 0..<16 { scores[at][n][label] += others[label >> 2] }
    }
  }
}

/// For each type the score of its best label.
private func bestByType(_ scores: SIMD16<Int32>) -> SIMD4<Int32> {
  var best = SIMD4<Int32>()
  for type in 0..<4 {
    best[type] = max(max(scores[4 * type], scores[4 * type + 1]), max(scores[4 * type + 2], scores[4 * type + 3]))
  }
  return best
}

/// The names of the model with what the rules know of them, and the rules' own where the model has none.
private func merged(_ pieces: [Piece], _ names: [FoundName], scan: Scan) -> [Piece] {
  var result: [Piece] = []
  var at = 0
  for name in names {
    while at < pieces.count, pieces[at].tokens.upperBound <= name.tokens.lowerBound {
      if isCertain(pieces[at], scan: scan) { result.append(pieces[at]) }
      at += 1
    }
    var end = at
    while end < pieces.count, pieces[end].tokens.lowerBound < name.tokens.upperBound { end += 1 }
    result.append(piece(name.tokens, name.type, over: pieces[at..<end], scan: scan))
    // A longer piece may still touch the next name.
    at = end
  }
  while at < pieces.count {
    if isCertain(pieces[at], scan: scan) { result.append(pieces[at]) }
    at += 1
  }
  return result
}

/// Whether the rules alone may say that this is a name. In a headline, where case says nothing, one word that is a town
/// somewhere ("HIT") is none without the model.
private func isCertain(_ piece: Piece, scan: Scan) -> Bool {
  guard piece.basis == .known, piece.candidates.contains(where: { $0.role != .surname && $0.role != .title }) else {
    return false
  }
  return piece.tokens.count > 1 || !scan.shouts(piece.tokens.lowerBound) || !piece.candidates.allSatisfy { $0.role == .place }
}

/// Whether the sentence reports sports, or prints results: only there is a town its team.
private func isOfSports(_ i: Int, _ scan: Scan) -> Bool {
  guard let index = scan.document.sentence(at: scan.span(i..<(i + 1)).start) else { return false }
  let tokens = scan.document.sentences[index].tokens
  if tokens.contains(where: { scan.has($0, .sport) }) { return true }
  return !tokens.contains { scan.isWord($0) && !scan.isCapital($0) }
}

/// "Beijing warned Washington": a capital that is one side of a dispute is nobody's surname.
private func readsAsGovernment(_ piece: Piece, _ scan: Scan) -> Bool {
  piece.candidates.contains { $0.role == .capital } && PlaceContext(scan: scan, tokens: piece.tokens).readsAsGovernment
}

/// The piece of a name that the model found over pieces of the rules.
private func piece(
  _ tokens: Range<Int>, _ type: Mention.NameType, over old: ArraySlice<Piece>, scan: Scan
) -> Piece {
  if old.count == 1, var same = old.first, same.tokens == tokens {
    if same.basis != .known {
      same.type = type
    } else if type == .person, same.type == .organisation, !scan.has(tokens.lowerBound, .given),
      !scan.has(tokens.lowerBound, .surname)
    {
      // "Da'esh", "Hamas": a group whose name nobody bears.
      return same
    } else if type == .person, same.type != .person, !readsAsGovernment(same, scan) {
      // "Chad" the man: of what the gazetteer knows only surnames can be meant.
      same.type = type
      same.candidates.removeAll { $0.role != .surname }
      if same.candidates.isEmpty { same.basis = .shape }
    } else if type == .organisation, same.candidates.allSatisfy({ $0.role == .place }), isOfSports(tokens.lowerBound, scan) {
      // "Liverpool beat Chelsea": a team is not its town.
      same.type = type
      same.candidates = []
      same.basis = .shape
    }
    return same
  }
  var piece = Piece(tokens: tokens, type: type, basis: .shape)
  if let known = scan.surface(at: tokens.lowerBound, limit: tokens.upperBound), known.tokens == tokens {
    piece.candidates = known.candidates
    piece.basis = .known
  }
  if let first = old.first, first.tokens.lowerBound == tokens.lowerBound {
    piece.title = first.title
    piece.rank = first.rank
  }
  for one in old {
    piece.inner += one.inner.filter { tokens.contains($0.tokens.lowerBound) && $0.tokens.upperBound <= tokens.upperBound }
    if one.basis == .known, tokens.contains(one.tokens.lowerBound), one.tokens.upperBound <= tokens.upperBound,
      one.tokens != tokens
    {
      piece.inner.append(SurfaceMatch(tokens: one.tokens, candidates: one.candidates))
    }
  }
  return piece
}
