// What the sequence model sees of a token: its word and letters, the words around it, the run of capitals it stands in, what
// the rules and the gazetteer made of it, and how the document writes its word elsewhere. Each feature is a hash.

/// A run of tokens that may hold names; outside of the runs there are none.
package struct NameRun: Sendable {
  package var tokens: Range<Int>
  /// The features of each token.
  package var features: [[UInt32]]

  package init(tokens: Range<Int>, features: [[UInt32]]) {
    self.tokens = tokens
    self.features = features
  }
}

/// Computes features over the tokens of one document.
struct NameFeatures {
  let scan: Scan
  let pieces: [Piece]
  private var words: [Word]
  /// What the rules made of each token: 0 for nothing, else type, basis and position.
  private var ruled: [UInt64]
  /// For each token of a run of capitals, the run.
  private var runOf: [Range<Int>?]
  /// What the sentence of each token is about, and the text: sports, markets.
  private var topics: [UInt64]
  private var history: [String: History] = [:]

  /// A token's hashes, made once.
  private struct Word {
    var fold: UInt64 = 0
    var shape: UInt64 = 0
    var classes: UInt64 = 0
    /// The last three letters of a word that is written small: much of what it is in its sentence.
    var ending: UInt64 = 0
  }

  /// How a word stands in the names that the rules found.
  private struct History {
    /// Bits of the types of longer names that end with it, and that begin with it.
    var ends: UInt64 = 0
    var begins: UInt64 = 0
    var count = 0
    var votes = Votes()
  }

  init(scan: Scan, pieces: [Piece]) {
    self.scan = scan
    self.pieces = pieces
    words = []
    words.reserveCapacity(scan.count)
    for i in 0..<scan.count {
      words.append(
        Word(
          fold: Self.neighbour(i, scan), shape: Self.shape(i, scan), classes: UInt64(scan.classes[i].rawValue),
          ending: Self.ending(i, scan)))
    }
    topics = Array(repeating: 0, count: scan.count)
    ruled = Array(repeating: 0, count: scan.count)
    runOf = Array(repeating: nil, count: scan.count)
    for piece in pieces { add(piece) }
    markRuns()
    markTopics()
  }

  private mutating func add(_ piece: Piece) {
    let type = UInt64(NameLabel.types.firstIndex(of: piece.type) ?? 0)
    let basis: UInt64 =
      switch piece.basis {
      case .known: 0
      case .head: 1
      case .title: 2
      case .shape: 3
      }
    let role: UInt64 = piece.candidates.first.map { UInt64($0.role.rawValue) + 1 } ?? 0
    for i in piece.tokens where i < scan.count {
      let position = UInt64(NameLabel.of(type: 0, at: i - piece.tokens.lowerBound, count: piece.tokens.count))
      ruled[i] = 1 + position + 8 * type + 64 * basis + 512 * role
    }
    let names = piece.tokens.filter { !scan.fold($0).isEmpty }
    guard let first = names.first, let last = names.last else { return }
    let bit = UInt64(1) << (type + (piece.basis == .shape ? 4 : 0))
    if first != last {
      history[scan.fold(first), default: History()].begins |= bit
      history[scan.fold(last), default: History()].ends |= bit
    } else if piece.basis == .shape {
      history[scan.fold(first), default: History()].votes += piece.votes
    }
    history[scan.fold(first), default: History()].count += 1
  }

  // MARK: Runs

  private mutating func markRuns() {
    for sentence in scan.document.sentences {
      var i = sentence.tokens.lowerBound
      while i < sentence.tokens.upperBound {
        guard scan.isCapital(i) else {
          i += 1
          continue
        }
        var end = i + 1
        while end < sentence.tokens.upperBound {
          if scan.isCapital(end), scan.document.tokens[end].spaceBefore || scan.text(end - 1) == "-" { end += 1; continue }
          if scan.text(end) == "-", !scan.document.tokens[end].spaceBefore, scan.isCapital(end + 1) { end += 1; continue }
          break
        }
        for k in i..<end { runOf[k] = i..<end }
        i = end
      }
    }
  }

  /// Sports and market reports name teams and firms as others name towns and persons.
  private mutating func markTopics() {
    func count(_ tokens: Range<Int>, _ kind: NameWordClass) -> Int {
      tokens.reduce(into: 0) { if scan.has($1, kind), !scan.isCapital($1) { $0 += 1 } }
    }
    var (sports, markets) = (0, 0)
    for sentence in scan.document.sentences {
      let (sport, market) = (count(sentence.tokens, .sport), count(sentence.tokens, .market))
      (sports, markets) = (sports + sport, markets + market)
      for i in sentence.tokens { topics[i] = (sport > 1 ? 1 : 0) + (market > 1 ? 2 : 0) }
    }
    let whole: UInt64 = (sports * 25 > scan.count ? 4 : 0) + (markets * 25 > scan.count ? 8 : 0)
    for i in topics.indices { topics[i] += whole }
  }

  /// The runs of tokens that may hold names, with their features.
  func runs() -> [NameRun] {
    var runs: [NameRun] = []
    for sentence in scan.document.sentences {
      var start: Int?
      var end = 0
      for i in sentence.tokens where scan.isCapital(i) || ruled[i] != 0 {
        if let open = start, i - end > 4 || !(end..<i).allSatisfy(isJoining) {
          runs.append(run(open..<end))
          start = nil
        }
        if start == nil { start = i > sentence.tokens.lowerBound && isLeading(i - 1) ? i - 1 : i }
        end = i + 1
      }
      if let open = start { runs.append(run(open..<end)) }
    }
    return runs
  }

  /// Whether a name may hold this token between two capitals.
  private func isJoining(_ i: Int) -> Bool {
    scan.isJointToken(i) || scan.has(i, .particle) || scan.document.tokens[i].kind == .number
      || joiningWords.contains(scan.lower(i))
  }

  /// Whether a name may begin with this small token: "al-Shabab", "17 November".
  private func isLeading(_ i: Int) -> Bool { scan.has(i, .particle) || scan.document.tokens[i].kind == .number }

  private func run(_ tokens: Range<Int>) -> NameRun {
    .init(tokens: tokens, features: tokens.map(features))
  }

  // MARK: Features

  private func word(_ i: Int) -> Word { words.indices.contains(i) ? words[i] : Word() }
  private func rule(_ i: Int) -> UInt64 { ruled.indices.contains(i) ? ruled[i] : 0 }

  /// The features of token `i`.
  func features(_ i: Int) -> [UInt32] {
    var bag = FeatureBag()
    let here = words[i]
    let before = word(i - 1)
    let after = word(i + 1)
    let two = word(i - 2)
    let next = word(i + 2)
    bag.add(1)
    // Words.
    bag.add(2, here.fold)
    bag.add(3, before.fold)
    bag.add(4, after.fold)
    bag.add(5, two.fold)
    bag.add(6, next.fold)
    bag.add(7, before.fold, here.fold)
    bag.add(8, here.fold, after.fold)
    bag.add(9, before.fold, after.fold)
    bag.add(10, two.fold, before.fold)
    bag.add(11, after.fold, next.fold)
    // Letters.
    let letters = Array(scan.folds[i].utf8)
    var hash: UInt64 = 0
    for (n, byte) in letters.prefix(4).enumerated() {
      hash = hash &* 0x100_0000_01B3 &+ UInt64(byte)
      bag.add(12 + UInt64(n), hash)
    }
    hash = 0
    for (n, byte) in letters.reversed().prefix(4).enumerated() {
      hash = hash &* 0x100_0000_01B3 &+ UInt64(byte)
      if n > 0 { bag.add(16 + UInt64(n), hash) }
      if n == 2 { bag.add(20, hash, here.shape) }
    }
    // Shapes.
    bag.add(22, here.shape)
    bag.add(23, before.shape, here.shape)
    bag.add(24, here.shape, after.shape)
    bag.add(25, before.shape &* 64 &+ here.shape, after.shape)
    bag.add(26, before.fold, here.shape)
    bag.add(27, after.fold, here.shape)
    bag.add(28, before.fold, after.shape)
    bag.add(29, UInt64(min(letters.count, 10)), here.shape)
    // Classes of words.
    bag.add(30, eachOf: here.classes, here.shape)
    bag.add(31, eachOf: before.classes, here.shape)
    bag.add(32, eachOf: after.classes, here.shape)
    bag.add(33, here.classes & nameClasses, after.classes & nameClasses)
    bag.add(34, before.classes & nameClasses, here.classes & nameClasses)
    bag.add(80, eachOf: two.classes)
    bag.add(81, eachOf: next.classes)
    if before.ending != 0 { bag.add(82, before.ending) }
    if after.ending != 0 { bag.add(83, after.ending) }
    let topic = topics[i]
    bag.add(84, topic, here.shape)
    bag.add(85, eachOf: here.classes, topic)
    // What the rules say.
    let rule = rule(i)
    bag.add(35, rule)
    bag.add(86, rule & 511, topic)
    bag.add(36, rule & 511, here.shape)
    bag.add(37, rule & 511, before.fold)
    bag.add(38, rule & 511, after.fold)
    bag.add(39, self.rule(i - 1) & 511, rule & 511)
    bag.add(40, rule & 511, self.rule(i + 1) & 511)
    bag.add(41, rule, here.fold)
    bag.add(42, self.rule(i - 1))
    bag.add(43, self.rule(i + 1))
    bag.add(44, self.rule(i - 2) & 511, self.rule(i - 1) & 511)
    // The run of capitals.
    if let run = runOf[i] {
      let left = UInt64(min(i - run.lowerBound, 3))
      let right = UInt64(min(run.upperBound - 1 - i, 3))
      let place = left &* 4 &+ right
      let last = words[run.upperBound - 1]
      let first = words[run.lowerBound]
      let outer = word(run.lowerBound - 1)
      let behind = word(run.upperBound)
      bag.add(50, place)
      bag.add(51, place, here.shape)
      bag.add(52, last.fold, right)
      bag.add(53, first.fold, left)
      bag.add(54, last.classes, place)
      bag.add(55, first.classes, place)
      bag.add(56, outer.fold, place)
      bag.add(57, behind.fold, place)
      bag.add(58, outer.fold, behind.fold)
      bag.add(59, behind.classes & nameClasses, place)
      bag.add(87, eachOf: outer.classes, place)
      bag.add(88, eachOf: behind.classes, place)
      bag.add(89, last.classes & nameClasses, topic &* 4 &+ right)
      bag.add(60, rule & 511, place)
      bag.add(61, word(run.lowerBound - 2).fold, outer.fold)
      bag.add(62, behind.fold, word(run.upperBound + 1).fold)
    }
    // The document.
    let seen: UInt64 =
      (scan.opens(i) ? 1 : 0) + (scan.seenLower.contains(scan.folds[i]) ? 2 : 0)
      + (scan.seenCapital.contains(scan.folds[i]) ? 4 : 0) + (scan.shouts(i) ? 8 : 0)
    bag.add(70, seen, here.shape)
    bag.add(71, seen, here.classes & 64)
    if let past = history[scan.folds[i]] {
      bag.add(72, past.ends)
      bag.add(73, past.begins)
      bag.add(74, past.ends, here.shape)
      bag.add(75, UInt64(min(past.count, 4)))
      if let best = past.votes.best { bag.add(76, UInt64(NameLabel.types.firstIndex(of: best) ?? 0)) }
      bag.add(77, UInt64(max(0, min(12, past.votes.person + 3))))
      bag.add(78, UInt64(min(8, past.votes.place)))
    }
    return bag.features
  }

  /// A word as its neighbours see it; numbers and names of the calendar are alike.
  private static func neighbour(_ i: Int, _ scan: Scan) -> UInt64 {
    if scan.has(i, .calendar) { return 1 }
    let token = scan.document.tokens[i]
    if token.kind == .number { return token.text.utf8.count == 4 ? 2 : 3 }
    return hashed(scan.folds[i].isEmpty ? token.text : scan.folds[i])
  }

  private static func ending(_ i: Int, _ scan: Scan) -> UInt64 {
    guard !scan.isCapital(i), scan.isWord(i), scan.folds[i].utf8.count > 4 else { return 0 }
    return scan.folds[i].utf8.suffix(3).reduce(into: 1) { $0 = $0 &* 0x100_0000_01B3 &+ UInt64($1) }
  }

  private static func hashed(_ text: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }

  private static func shape(_ i: Int, _ scan: Scan) -> UInt64 {
    let token = scan.document.tokens[i]
    let length = token.text.utf8.count
    if token.kind == .number { return length == 4 ? 1 : 2 }
    if token.kind == .sign {
      return 64 + (token.text.utf8.first.map { UInt64($0 & 31) } ?? 0)
    }
    let isShouted: UInt64 = scan.shouts(i) ? 16 : 0
    switch token.casing {
    case .lower, .none: return 16 + (length < 4 ? 0 : 1)
    case .capitalised: return 18 + isShouted + (token.text.hasSuffix(".") ? 0 : length < 4 ? 1 : 2)
    case .upper: return 21 + isShouted + (token.text.hasSuffix(".") ? 0 : length < 3 ? 1 : length < 5 ? 2 : 3)
    case .mixed: return 25 + isShouted
    }
  }
}

/// Hashes features into 32 bits; the model takes as many of them as it has buckets.
private struct FeatureBag {
  var features: [UInt32] = []

  init() { features.reserveCapacity(128) }

  /// One feature for each bit of `mask`.
  @inline(__always)
  mutating func add(_ kind: UInt64, eachOf mask: UInt64, _ b: UInt64 = 0) {
    var rest = mask
    while rest != 0 {
      add(kind, UInt64(rest.trailingZeroBitCount), b)
      rest &= rest &- 1
    }
  }

  @inline(__always)
  mutating func add(_ kind: UInt64, _ a: UInt64 = 0, _ b: UInt64 = 0) {
    var hash = kind &* 0x9E37_79B9_7F4A_7C15 ^ (a &+ 0x2545_F491_4F6C_DD1D) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ hash >> 31 ^ b) &* 0x94D0_49BB_1331_11EB
    hash = (hash ^ hash >> 32) &* 0xD6E8_FEB8_6659_FD93
    features.append(UInt32(truncatingIfNeeded: hash >> 32))
  }
}

/// The classes that names have by themselves, as a mask.
private let nameClasses = UInt64(NameWordClass.ofNames.rawValue)

/// Small words that stand between the capitals of one name.
private let joiningWords: Set<String> = [
  "of", "the", "and", "for", "&", "in", "on", "to", "/", "de", "des", "et", "at", "+",
]
