// What a document teaches about its own names: types by all places of a surface, short forms in brackets, surnames after
// full names.

/// The names that one document introduces.
struct DocumentNames {
  /// A person or organisation by its full name.
  struct Known: Hashable {
    var id: EntityID
    var name: String
  }

  /// Last word of a full name to the persons who bear it.
  private(set) var surnames: [String: [Known]] = [:]
  /// First word of a full name to the persons who bear it.
  private(set) var givenNames: [String: [Known]] = [:]
  /// Short form to what it stands for.
  private(set) var shortForms: [String: Known] = [:]

  mutating func add(person: Known, words: [String]) {
    guard words.count > 1, let first = words.first, let last = words.last else { return }
    if !surnames[last, default: []].contains(person) { surnames[last, default: []].append(person) }
    if !givenNames[first, default: []].contains(person) { givenNames[first, default: []].append(person) }
    // "bin Salman", "al-Assad", "van der Leyen": the particle may stay with the surname.
    if words.count > 2 {
      let tail = words.suffix(2).joined(separator: " ")
      if !surnames[tail, default: []].contains(person) { surnames[tail, default: []].append(person) }
    }
  }

  mutating func add(shortForm: String, of known: Known) {
    if shortForms[shortForm] == nil { shortForms[shortForm] = known }
  }
}

/// Gives the pieces whose type only their places tell the type that all places of the surface vote for.
func settleTypesByVotes(_ pieces: inout [Piece], scan: Scan) {
  var sums: [String: Votes] = [:]
  var persons: Set<String> = []
  func key(_ piece: Piece) -> String { scan.words(piece.tokens).joined(separator: " ") }
  for piece in pieces {
    if piece.basis == .shape { sums[key(piece), default: Votes()] += piece.votes }
    if piece.type == .person, piece.basis == .title || piece.basis == .known {
      if let last = scan.words(piece.tokens).last { persons.insert(last) }
    }
  }
  // Full names first: their last words type the bare surnames.
  for at in pieces.indices where pieces[at].basis == .shape && pieces[at].tokens.count > 1 {
    let best = sums[key(pieces[at])]?.best ?? .person
    pieces[at].type = best
    if best == .person { for word in scan.words(pieces[at].tokens) { persons.insert(word) } }
  }
  for at in pieces.indices where pieces[at].basis == .shape && pieces[at].tokens.count == 1 {
    let word = key(pieces[at])
    if persons.contains(word), (sums[word]?.place ?? 0) < 3 {
      pieces[at].type = .person
    } else {
      pieces[at].type = sums[word]?.best ?? .other
    }
  }
}

/// Finds short forms in brackets behind a name ("Kurdistan Workers' Party (PKK)") and makes them what the name is.
func joinShortForms(_ pieces: inout [Piece], scan: Scan) {
  guard pieces.count > 1 else { return }
  for at in 1..<pieces.count {
    let short = pieces[at]
    let open = short.tokens.lowerBound - 1
    guard scan.text(open) == "(", scan.text(short.tokens.upperBound) == ")", short.tokens.count <= 3 else { continue }
    let long = pieces[at - 1]
    guard long.tokens.upperBound == open || long.tokens.upperBound == open - 1 && !scan.isWord(open - 1) else { continue }
    let letters = scan.document.tokens[short.tokens.lowerBound]
    guard letters.casing == .upper || letters.casing == .mixed, letters.text.utf8.count >= 2, long.tokens.count > 1 else {
      continue
    }
    guard long.type == .organisation || long.basis == .shape || initialsFit(letters.lower, long, scan) else { continue }
    pieces[at].shortOf = at - 1
    if long.basis == .shape || long.type == .organisation {
      pieces[at - 1].type = .organisation
      pieces[at].type = .organisation
    }
    pieces[at].basis = .head
    for other in pieces.indices where other != at && pieces[other].tokens.count == 1 {
      if scan.fold(pieces[other].tokens.lowerBound) == scan.fold(short.tokens.lowerBound), pieces[other].basis == .shape {
        pieces[other].type = pieces[at].type
        pieces[other].basis = .head
      }
    }
  }
}

/// Whether letters are the initials of a name's words, small words counted or not.
func initialsFit(_ letters: String, _ piece: Piece, _ scan: Scan) -> Bool {
  let words = piece.tokens.filter { scan.isWord($0) }
  let all = words.compactMap { scan.folds[$0].first }
  let large = words.filter { scan.isCapital($0) }.compactMap { scan.folds[$0].first }
  let wanted = Array(letters.filter { $0 != "." })
  return wanted.count >= 2 && (wanted == all || wanted == large)
}
