// What the classifier of names sees of one: its words and letters, the words around it, and what the rules made of it.
// Each feature is a number: a hash of its kind and its words.

/// A name as the classifier sees it; the trainer adds what it really is.
package struct NameExample: Sendable {
  /// Into the document's text.
  package var span: Span
  /// Buckets of the features, below `NameModel.buckets`.
  package var features: [Int32]
}

/// The names of a document whose type its places must tell, with their features: what `train-names` learns from.
package func nameExamples(of document: Document, gazetteer: Gazetteer) -> [NameExample] {
  let scan = Scan(document, gazetteer: gazetteer)
  var finder = NameFinder(scan)
  var pieces = finder.find()
  joinShortForms(&pieces, scan: scan)
  settleTypesByVotes(&pieces, scan: scan)
  let features = NameFeatures(scan: scan, pieces: pieces)
  return pieces.indices.filter { isOpen(pieces[$0]) }
    .map { NameExample(span: scan.span(pieces[$0].tokens), features: features.of($0)) }
}

/// Whether a name's type is open: neither the gazetteer nor a title tells it.
func isOpen(_ piece: Piece) -> Bool { piece.basis == .shape || piece.basis == .head && piece.shortOf == nil }

/// Computes features over the pieces of one document.
struct NameFeatures {
  let scan: Scan
  let pieces: [Piece]
  /// Last words of names of several words, with the type the rules gave.
  private var tails: [String: Mention.NameType] = [:]
  private var heads: Set<String> = []
  private var counts: [String: Int] = [:]

  init(scan: Scan, pieces: [Piece]) {
    self.scan = scan
    self.pieces = pieces
    for piece in pieces {
      let words = scan.words(piece.tokens)
      counts[words.joined(separator: " "), default: 0] += 1
      if words.count > 1, let last = words.last, let first = words.first {
        if tails[last] == nil || piece.type == .person { tails[last] = piece.type }
        heads.insert(first)
      }
    }
  }

  /// The features of the piece at `at`.
  func of(_ at: Int) -> [Int32] {
    let piece = pieces[at]
    let first = piece.tokens.lowerBound
    let end = piece.tokens.upperBound
    let words = scan.words(piece.tokens)
    guard let firstWord = words.first, let lastWord = words.last else { return [] }
    let surface = words.joined(separator: " ")
    let before = neighbour(first - 1)
    let after = neighbour(end)
    var bag = FeatureBag()
    bag.add("bias")
    bag.add("s", surface)
    bag.add("n", String(min(words.count, 6)))
    bag.add("f", firstWord)
    bag.add("l", lastWord)
    for word in words { bag.add("w", word) }
    bag.add("fp", String(firstWord.prefix(3)))
    for length in 2...4 { bag.add("ls", String(lastWord.suffix(length))) }
    bag.add("fs", String(firstWord.suffix(3)))
    bag.add("lp", String(lastWord.prefix(3)))
    let shape = shape(piece.tokens)
    bag.add("sh", shape)
    bag.add("rule", "\(piece.type.rawValue)\(piece.basis)")
    if let best = piece.votes.best {
      bag.add("vote", best.rawValue)
      bag.add("vsh", best.rawValue, shape)
    }
    bag.add("ash", after, shape)
    bag.add("rsh", "\(piece.type.rawValue)\(piece.basis)", shape)
    bag.add("vp", String(max(-3, min(8, piece.votes.person))))
    bag.add("vl", String(min(6, piece.votes.place)))
    bag.add("cf", String(scan.classes[first].rawValue), String(words.count == 1 ? 1 : 2))
    if let last = piece.tokens.last { bag.add("cl", String(scan.classes[last].rawValue), String(words.count == 1 ? 1 : 2)) }
    if words.count == 1, let tail = tails[firstWord] { bag.add("tail", tail.rawValue) }
    if words.count == 1, heads.contains(firstWord) { bag.add("headOfLonger") }
    bag.add("count", String(min(4, counts[surface] ?? 1)))
    if scan.opens(first) { bag.add("opens", scan.seenCapital.contains(firstWord) ? "seen" : "new") }
    if scan.seenLower.contains(firstWord) { bag.add("seenLower") }
    // Around it.
    bag.add("b1", before)
    bag.add("a1", after)
    bag.add("b2", neighbour(first - 2), before)
    bag.add("a2", after, neighbour(end + 1))
    bag.add("ba", before, after)
    bag.add("b1n", before, String(min(words.count, 3)))
    bag.add("a1n", after, String(min(words.count, 3)))
    bag.add("b2s", neighbour(first - 2))
    bag.add("b3s", neighbour(first - 3))
    bag.add("a2s", neighbour(end + 1))
    bag.add("b1sh", before, shape)
    bag.add("ca", String(end < scan.count ? scan.classes[end].rawValue : 0))
    bag.add("cb", String(first > 0 ? scan.classes[first - 1].rawValue : 0))
    if at > 0, first - pieces[at - 1].tokens.upperBound <= 2 {
      bag.add("prev", pieces[at - 1].type.rawValue, scan.text(first - 1))
    }
    if at + 1 < pieces.count, pieces[at + 1].tokens.lowerBound - end <= 2 {
      bag.add("next", pieces[at + 1].type.rawValue, scan.text(end))
    }
    return bag.features
  }

  /// A neighbouring word; numbers and names of the calendar are alike.
  private func neighbour(_ i: Int) -> String {
    guard i >= 0, i < scan.count else { return "" }
    if scan.has(i, .calendar) { return "#month" }
    if scan.document.tokens[i].kind == .number { return scan.document.tokens[i].text.utf8.count == 4 ? "#year" : "#number" }
    return scan.fold(i).isEmpty ? scan.text(i) : scan.fold(i)
  }

  private func shape(_ tokens: Range<Int>) -> String {
    var shape = ""
    for i in tokens.prefix(5) {
      switch scan.document.tokens[i].casing {
      case .upper: shape += scan.text(i).utf8.count > 4 ? "UU" : scan.text(i).hasSuffix(".") ? "u" : "U"
      case .capitalised: shape += scan.text(i).utf8.count < 3 ? "i" : "C"
      case .mixed: shape += "M"
      case .lower: shape += "l"
      case .none: shape += scan.text(i) == "-" ? "-" : "."
      }
    }
    return shape
  }
}

/// Hashes features (FNV-1a) into buckets.
private struct FeatureBag {
  var features: [Int32] = []

  init() { features.reserveCapacity(56) }

  mutating func add(_ kind: String, _ a: String = "", _ b: String = "") {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in kind.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash = (hash ^ 0x1F) &* 0x100_0000_01B3
    for byte in a.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash = (hash ^ 0x1F) &* 0x100_0000_01B3
    for byte in b.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash ^= hash >> 29
    features.append(Int32(truncatingIfNeeded: hash & UInt64(NameModel.buckets - 1)))
  }
}
