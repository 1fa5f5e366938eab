// Known surfaces in a text. A name must be written as one: capitals where the gazetteer has them, unless the line shouts.

/// A known surface at a place.
struct SurfaceMatch {
  /// Tokens, joints inside included.
  var tokens: Range<Int>
  var candidates: [SurfaceIndex.Candidate]
}

extension Scan {
  /// The longest known surface that begins at token `i` and ends before `limit`, or nil.
  func surface(at i: Int, limit: Int) -> SurfaceMatch? {
    guard i < limit, !folds[i].isEmpty else { return nil }
    var found: SurfaceMatch?
    walk(gazetteer.surfaces, at: i, limit: limit) { end, words, candidates in
      let fitting = candidates.filter { isWritten(words, as: $0) }
      if !fitting.isEmpty { found = SurfaceMatch(tokens: i..<end, candidates: fitting) }
    }
    return found
  }

  /// The end of the longest title that begins at `i`, with whether it is a rank; titles may be written small.
  func title(at i: Int, limit: Int) -> (end: Int, isRank: Bool)? {
    guard i < limit, !folds[i].isEmpty else { return nil }
    var found: (end: Int, isRank: Bool)?
    walk(gazetteer.titles, at: i, limit: limit) { end, _, candidates in
      found = (end, candidates.contains { $0.entry == 1 })
    }
    return found
  }

  private func walk(
    _ index: SurfaceIndex, at i: Int, limit: Int, _ visit: (Int, [Int], [SurfaceIndex.Candidate]) -> Void
  ) {
    var node: Int32 = 0
    var j = i
    var words: [Int] = []
    while j < limit {
      if folds[j].isEmpty {
        // One or two joints between words ("People's", "al-Shabab"); another sign where a row has it ("Washington, D.C.").
        guard !words.isEmpty, j - words[words.count - 1] < 3 else { return }
        if !isJointToken(j) {
          guard let sign = index.word(text(j)), let to = index.step(node, sign) else { return }
          node = to
        }
        j += 1
        continue
      }
      // "People 's Army": the possessive s that stands alone.
      if folds[j] == "s", !words.isEmpty, text(j - 1) == "'" {
        j += 1
        continue
      }
      guard let word = index.word(folds[j]), let to = index.step(node, word) else { return }
      node = to
      words.append(j)
      j += 1
      let candidates = index.candidates(at: node)
      if !candidates.isEmpty { visit(j, words, candidates) }
    }
  }

  private func isWritten(_ words: [Int], as candidate: SurfaceIndex.Candidate) -> Bool {
    if shouts(words[0]) {
      // "WHO", "IS" and "US" in capitals are mostly words.
      return !(candidate.isAcronym && words.count == 1 && has(words[0], .common) && folds[words[0]] != "us")
    }
    var capitals = 0
    for (at, i) in words.enumerated() where isWord(i) {
      if isCapital(i) {
        capitals += 1
      } else if at >= 32 || candidate.lowerWords & (1 << UInt32(at)) == 0 {
        return false
      }
      if candidate.isAcronym, document.tokens[i].casing != .upper { return false }
    }
    return capitals > 0
  }
}
