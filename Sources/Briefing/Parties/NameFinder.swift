// Cuts names out of sentences, left to right: known names first, then what titles, heads and capitals say.

/// Finds the names of a document.
struct NameFinder {
  let scan: Scan
  var pieces: [Piece] = []
  /// A title that waits for the name it stands before.
  var title: Range<Int>?
  var rank: Range<Int>?

  init(_ scan: Scan) {
    self.scan = scan
  }

  /// The names of all sentences, in order, without overlap.
  mutating func find() -> [Piece] {
    for sentence in scan.document.sentences { read(sentence.tokens) }
    return pieces
  }

  private mutating func read(_ sentence: Range<Int>) {
    title = nil
    rank = nil
    var i = sentence.lowerBound
    while i < sentence.upperBound {
      guard scan.isWord(i) || !scan.fold(i).isEmpty else {
        // "Foreign Minister, Hakan Fidan" and "President-elect Biden" keep their title; other signs end it.
        if !scan.isJointToken(i), scan.text(i) != ",", scan.text(i) != "\"" { forgetTitle() }
        i += 1
        continue
      }
      let next = step(at: i, limit: sentence.upperBound)
      precondition(next > i)
      i = next
    }
  }

  mutating func forgetTitle() {
    title = nil
    rank = nil
  }

  /// Reads what begins at word `i`; the index behind it.
  private mutating func step(at i: Int, limit: Int) -> Int {
    if scan.lower(i) == "the" { return i + 1 }
    let known = name(at: i, limit: limit)
    if let piece = organisation(at: i, limit: limit, known: known) { return add(piece) }
    if known == nil, let piece = partOfPlace(at: i, limit: limit) { return add(piece) }
    if let found = scan.title(at: i, limit: limit), found.end > (known?.tokens.upperBound ?? 0) || !isStrong(known) {
      return takeTitle(i..<found.end, isRank: found.isRank && scan.isCapital(i), limit: limit)
    }
    if let known, isName(known), !isPersonStart(known, limit: limit) {
      return take(known, limit: limit)
    }
    guard scan.isCapital(i), !scan.shouts(i) else {
      if !scan.has(i, .particle) { forgetTitle() }
      return i + 1
    }
    return takeUnknown(at: i, limit: limit)
  }

  /// The known name at `i`. Of "Syria's army" and "Turkish interior ministry" only the state is a name; the rest is a
  /// composite, which the party finder makes.
  private func name(at i: Int, limit: Int) -> SurfaceMatch? {
    guard var match = scan.surface(at: i, limit: limit), match.tokens.count > 1 else {
      return scan.surface(at: i, limit: limit)
    }
    // "Lebanon, Pa.": the state of the union is a name of its own.
    if let comma = match.tokens.first(where: { scan.text($0) == "," }), americanStates.contains(scan.fold(comma + 1)) {
      match.tokens = i..<comma
      return match
    }
    var cut = match.tokens.first { scan.isPossessive($0) }
    let words = match.tokens.filter { scan.isWord($0) }
    if cut == nil, let last = words.last, isSmall(last, at: words.count - 1, in: match) {
      cut = words.indices.first { $0 > 0 && isSmall(words[$0], at: $0, in: match) }.map { words[$0] }
    }
    guard let cut, let shorter = scan.surface(at: i, limit: cut), shorter.candidates.contains(where: { isState($0) }) else {
      return match
    }
    return shorter
  }

  /// Whether a word is written small, or would be if the line did not shout.
  private func isSmall(_ i: Int, at word: Int, in match: SurfaceMatch) -> Bool {
    scan.shouts(i) ? word < 32 && match.candidates.allSatisfy { $0.lowerWords & (1 << UInt32(word)) != 0 } : !scan.isCapital(i)
  }

  private func isState(_ candidate: SurfaceIndex.Candidate) -> Bool {
    candidate.role != .capital && scan.gazetteer.entries[Int(candidate.entry)].kind == .state
  }

  mutating func add(_ piece: Piece) -> Int {
    pieces.append(piece)
    forgetTitle()
    return piece.tokens.upperBound
  }

  // MARK: Titles

  private mutating func takeTitle(_ range: Range<Int>, isRank: Bool, limit: Int) -> Int {
    // "United Nations Secretary-General": the tail of a title joins its head.
    if isRank {
      rank = (rank?.lowerBound ?? range.lowerBound)..<range.upperBound
    } else {
      title = range
      rank = nil
    }
    // "Prime Minister of Iraq Haider al-Abadi", "the minister of defense": the complement belongs to the title.
    return range.upperBound
  }

  // MARK: Unknown names

  private mutating func takeUnknown(at i: Int, limit: Int) -> Int {
    if scan.has(i, .calendar), !scan.has(i, .given) {
      forgetTitle()
      return i + 1
    }
    if scan.opens(i), !mayOpenName(i, limit: limit) { return i + 1 }
    guard var end = personEnd(at: i, limit: limit), end > i else { return i + 1 }
    // "the Daughters of the American Revolution", "the Battle of Kursk".
    if end == i + 1, !scan.has(i, .given), scan.lower(i - 1) == "the" || !scan.classes[i].isDisjoint(with: .ofNames),
      let longer = complementEnd(after: end, limit: limit)
    {
      end = longer
    }
    let tokens = i..<end
    var piece = Piece(tokens: tokens, type: .other, basis: .shape)
    let last = tokens.last ?? i
    if title != nil || rank != nil, tokens.count <= 7 {
      piece.type = .person
      piece.basis = .title
      piece.title = title
      piece.rank = rank
    } else if scan.has(last, .organisation) || scan.has(last, .companyTail) {
      piece.type = .organisation
      piece.basis = .head
    } else if tokens.count > 1, scan.has(last, .place) || ["mount", "lake", "fort", "port", "camp"].contains(scan.fold(i)) {
      piece.type = .place
      piece.basis = .head
    } else if tokens.count > 1, scan.has(last, .event) || scan.fold(i) == "operation" {
      piece.type = .other
      piece.basis = .head
    }
    piece.votes = votes(for: tokens, scan: scan)
    if tokens.count > 1, shipPrefixes.contains(scan.text(i)) {
      piece.type = .other
      piece.basis = .title
    }
    if piece.basis == .shape, tokens.count == 2, scan.surface(at: last, limit: end)?.candidates.isEmpty == false {
      // "Valeska Paris": what `endsName` let pass is a person's name.
      piece.type = .person
      piece.basis = .title
    }
    return add(piece)
  }

  /// Whether a capital at the start of a sentence can begin a name.
  private func mayOpenName(_ i: Int, limit: Int) -> Bool {
    let token = scan.document.tokens[i]
    let fold = scan.fold(i)
    if token.casing == .upper, fold.utf8.count > 1, !scan.has(i, .common) { return true }
    if scan.seenLower.contains(fold) { return false }
    if scan.seenCapital.contains(fold) { return !scan.has(i, .common) || scan.isCapital(i + 1) }
    if scan.has(i, .common) { return false }
    if scan.has(i, .given) { return true }
    if i + 1 < limit, scan.isCapital(i + 1) || (scan.text(i + 1) == "-" && scan.isCapital(i + 2)) { return true }
    return i + 1 < limit && (scan.has(i + 1, .say) || scan.isPossessive(i + 1))
  }

  /// The end of a run of capitalised words that is one name, particles and initials included.
  func personEnd(at i: Int, limit: Int) -> Int? {
    var j = i
    var end = i
    while j < limit {
      if scan.isCapital(j) {
        if j > i {
          if scan.has(j, .calendar), !scan.has(j, .given) { break }
          if scan.title(at: j, limit: limit) != nil, !scan.has(j, .given) { break }
          if let known = scan.surface(at: j, limit: limit), endsName(known, from: i) { break }
          // "NASA Bill Ingalls": an acronym does not begin a person's name.
          if j == i + 1, scan.has(j, .given), scan.document.tokens[i].casing == .upper, scan.text(i).utf8.count > 2,
            !scan.text(i).hasSuffix(".")
          {
            break
          }
          // "Ahmed Mohamed Image: ...": a word that opens what follows, where the sentence's end is not written.
          if scan.has(j, .common), scan.text(j + 1) == ":" || functionWords.contains(scan.lower(j)) { break }
          if scan.text(j - 1) != "-", !scan.document.tokens[j].spaceBefore { break }
        }
        j += 1
        end = j
      } else if scan.has(j, .particle), j > i || scan.isCapital(j), nameGoesOn(after: j, limit: limit) {
        j += 1
      } else if scan.text(j) == "-", j > i, !scan.document.tokens[j].spaceBefore, j + 1 < limit,
        !scan.document.tokens[j + 1].spaceBefore, scan.isCapital(j + 1) || isSecondSyllable(j + 1, from: i)
      {
        j += 1
        if !scan.isCapital(j) {
          j += 1
          end = j
        }
      } else {
        break
      }
    }
    return end > i ? end : nil
  }

  /// "Kim Jong-un", "Lam Cheuk-ting": a short small word stuck to the second part of a name.
  private func isSecondSyllable(_ j: Int, from start: Int) -> Bool {
    guard j - start >= 3, scan.isWord(j), scan.text(j).utf8.count <= 7, !scan.has(j, .common), !scan.has(j, .say) else {
      return false
    }
    let word = scan.lower(j)
    return !compoundTails.contains(word) && !word.hasSuffix("ed")
  }

  private func nameGoesOn(after j: Int, limit: Int) -> Bool {
    if j + 1 < limit, scan.isCapital(j + 1) { return true }
    return j + 2 < limit && scan.text(j + 1) == "-" && scan.isCapital(j + 2)
  }

  /// Whether a known name at `known` begins a name of its own rather than going on with the one from `start`.
  private func endsName(_ known: SurfaceMatch, from start: Int) -> Bool {
    if known.candidates.allSatisfy({ $0.role == .surname }) { return false }
    // "Michael Jordan", "Benigno Aquino": a given name before it makes it a surname. So does any word that is nothing else
    // before a town: "Valeska Paris".
    let before = known.tokens.lowerBound - 1
    guard known.tokens.count == 1, known.candidates.allSatisfy({ $0.role != .adjective }) else { return true }
    if scan.has(before, .given) { return false }
    let isTown = known.candidates.allSatisfy { [.capital, .place, .metonym].contains($0.role) }
    return
      !(isTown && before == start && scan.classes[before].isDisjoint(with: .ofNames) && !scan.opens(before)
      && scan.document.tokens[before].casing == .capitalised)
  }

}

/// Words that never stand inside a person's name.
private let functionWords: Set<String> = [
  "in", "on", "at", "the", "a", "an", "by", "with", "from", "after", "before", "when", "while", "image", "photo", "i",
  "he", "she", "it", "they", "we", "but", "as", "if", "his", "her", "its", "their", "this", "that", "there",
]

/// What stands before the name of a ship.
private let shipPrefixes: Set<String> = ["USS", "HMS", "USNS", "HMAS", "HMCS", "INS", "MV", "MT", "USCGC"]

/// Small words that are stuck to names without being part of them: "Kremlin-led".
private let compoundTails: Set<String> = [
  "led", "era", "run", "held", "based", "style", "born", "like", "wide", "made", "area", "bound", "built", "only",
  "style", "sent", "type", "aligned", "leaning", "run", "friendly", "loving", "free", "rich", "ally", "tied",
]
