// Names of organisations that the gazetteer does not know: a run of capitals with a head ("Ministry", "Brigade") in it.

extension NameFinder {
  /// An organisation's name that begins at `i`, or nil. Known names inside it are kept apart: "Turkish Foreign Ministry".
  func organisation(at i: Int, limit: Int, known: SurfaceMatch?) -> Piece? {
    guard scan.isCapital(i), !scan.shouts(i) else { return nil }
    if scan.opens(i), known == nil, scan.has(i, .common), !scan.has(i, .organisation) { return nil }
    var inner: [SurfaceMatch] = []
    var end: Int?
    var heads = 0
    var j = i
    while j < limit, j - i < 12 {
      if let next = afterPossessive(j, limit: limit), end == nil {
        j = next
        continue
      }
      guard scan.isCapital(j), !(scan.has(j, .calendar) && !scan.has(j, .given)) else {
        guard end == nil, isInnerJoint(j, limit: limit) else { break }
        j += 1
        continue
      }
      if j > i, !scan.document.tokens[j].spaceBefore, scan.text(j - 1) != "-" { break }
      if scan.title(at: j, limit: limit) != nil, !scan.has(j, .organisation) { break }
      if let match = j == i ? known : scan.surface(at: j, limit: limit) {
        if match.tokens.count > 1 || match.candidates.contains(where: { $0.role != .surname }) { inner.append(match) }
        if j == i, match.candidates.contains(where: { isPersonName($0) }) { return nil }
        for k in match.tokens where scan.has(k, .organisation) {
          end = match.tokens.upperBound
          heads += 1
        }
        j = match.tokens.upperBound
        continue
      }
      if scan.has(j, .organisation) || scan.has(j, .companyTail) && j > i {
        end = j + 1
        heads += 1
      } else if end != nil, scan.has(j, .place) {
        // "Irving School District", "Patterson Air Force Base"
        end = j + 1
      } else if end != nil {
        break
      }
      j += 1
    }
    guard var end, heads > 0 else { return nil }
    if let longer = complementEnd(after: end, limit: limit) { end = longer }
    if let known, known.tokens.upperBound >= end { return nil }
    // One head alone is a name only as the short form of one ("the Ministry"), and not where a sentence opens.
    if end == i + 1, scan.opens(i) || scan.lower(i - 1) != "the" { return nil }
    inner.removeAll { $0.tokens.lowerBound == i && $0.tokens.upperBound >= end }
    return Piece(tokens: i..<end, type: .organisation, basis: .head, inner: inner)
  }

  private func isPersonName(_ candidate: SurfaceIndex.Candidate) -> Bool {
    candidate.role != .surname && scan.gazetteer.entries[Int(candidate.entry)].kind == .person
  }

  /// The index behind a possessive that belongs to the name: "Korean People's Army", "Workers' Party", not "Syria's Army".
  private func afterPossessive(_ j: Int, limit: Int) -> Int? {
    guard scan.isPossessive(j), possessors.contains(scan.fold(j - 1)) else { return nil }
    let next = scan.text(j) == "'" && scan.fold(j + 1) == "s" ? j + 2 : j + 1
    return next < limit && scan.isCapital(next) ? next : nil
  }

  /// Small words between the capitals of one name: "Sons of Iraq Council", "Food and Drug Administration".
  private func isInnerJoint(_ j: Int, limit: Int) -> Bool {
    guard j + 1 < limit, scan.isCapital(j + 1) else { return false }
    let text = scan.text(j)
    if text == "-" { return !scan.document.tokens[j].spaceBefore }
    if text == "&" { return true }
    if text == "and" { return scan.has(j + 2, .organisation) && scan.isCapital(j + 2) && !scan.opens(j - 1) }
    return false
  }

  /// The end of "of Foreign Affairs", "for Human Rights", "on Foreign Relations" after a head, or nil.
  func complementEnd(after start: Int, limit: Int) -> Int? {
    let joint = scan.text(start)
    guard start < limit, ["of", "for", "on"].contains(joint) else { return nil }
    if joint == "on", !["committee", "council", "commission", "subcommittee", "panel"].contains(scan.fold(start - 1)) {
      return nil
    }
    var j = start + 1
    if scan.text(j) == "the" { j += 1 }
    var end: Int?
    var joined = false
    while j < limit, j - start < 9 {
      if scan.isCapital(j), !scan.has(j, .calendar), scan.title(at: j, limit: limit) == nil || scan.has(j, .organisation) {
        if end != nil, !joined, !scan.document.tokens[j].spaceBefore { break }
        j += 1
        end = j
        joined = false
      } else if end != nil, ["and", "&", "-", "of"].contains(scan.text(j)), j + 1 < limit,
        scan.isCapital(j + 1), scan.text(j) != "and" || isList(j)
      {
        joined = true
        j += 1
      } else {
        break
      }
    }
    return end
  }

  /// Whether "and" joins two fields of one office rather than two names.
  private func isList(_ j: Int) -> Bool {
    // "Institute of Technology and State University" are two.
    var k = j + 1
    while scan.isCapital(k), k < j + 6 {
      if scan.has(k, .organisation) { return false }
      k += 1
    }
    return scan.surface(at: j + 1, limit: scan.count) == nil && !scan.has(j + 1, .given)
  }
}

/// Whose organisations are named so.
private let possessors: Set<String> = [
  "people", "peoples", "workers", "women", "men", "children", "farmers", "peasants", "teachers", "students", "doctors",
  "lawyers", "veterans", "mothers", "nurses", "king", "queen", "world", "nation", "employees", "writers", "journalists",
]
