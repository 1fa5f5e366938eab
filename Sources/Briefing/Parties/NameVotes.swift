// What the words around an unknown name say about its type.

private let locative: Set<String> = ["in", "near", "outside", "across", "throughout", "inside", "around"]
private let direction: Set<String> = ["from", "to", "at", "through", "towards", "toward", "off", "via"]

/// The votes of one place where a name stands.
func votes(for tokens: Range<Int>, scan: Scan) -> Votes {
  var votes = Votes()
  let first = tokens.lowerBound
  let end = tokens.upperBound
  let words = tokens.filter { scan.isWord($0) }
  let before = scan.lower(first - 1)
  // Its own words.
  if scan.has(first, .given) { votes.person += words.count > 1 ? 6 : 2 }
  if words.count > 1, words.dropFirst().dropLast().contains(where: { scan.has($0, .particle) || scan.text($0).hasSuffix(".") }) {
    votes.person += 3
  }
  if let last = words.last {
    if scan.has(last, .organisation) || scan.has(last, .companyTail) { votes.organisation += 6 }
    if scan.has(last, .place), words.count > 1 { votes.place += 6 }
    if scan.has(last, .event), words.count > 1 { votes.other += 6 }
  }
  if words.count == 1 {
    let token = scan.document.tokens[first]
    if token.casing == .upper, token.text.utf8.count <= 7 { votes.organisation += 3 }
    if token.casing == .mixed { votes.organisation += 1 }
  }
  if (2...3).contains(words.count) { votes.person += 1 }
  if words.count > 3 { votes.organisation += 1 }
  // What stands before.
  if locative.contains(before) { votes.place += 3 }
  if direction.contains(before) { votes.place += 1 }
  if before == "the" {
    votes.organisation += 2
    votes.person -= 2
  }
  if before == "by" || before == "with" { votes.person += 1 }
  if scan.has(first - 1, .say) { votes.person += 3 }
  // What stands behind.
  if scan.has(end, .say) { votes.person += before == "the" ? 0 : 3 }
  if scan.has(end, .act) { votes.person += 1 }
  if scan.lower(end) == "who" || (scan.text(end) == "," && scan.lower(end + 1) == "who") { votes.person += 4 }
  if scan.text(end) == ",", scan.document.tokens.indices.contains(end + 2), scan.document.tokens[end + 1].kind == .number {
    if scan.text(end + 2) == "," || scan.text(end + 2) == "-" { votes.person += 5 }
  }
  if scan.text(end) == ",", scan.isCapital(end + 1), let next = scan.surface(at: end + 1, limit: scan.count),
    next.candidates.contains(where: { $0.role == .name || $0.role == .alias || $0.role == .place })
  {
    if next.candidates.contains(where: { [.state, .place].contains(scan.gazetteer.entries[Int($0.entry)].kind) }) {
      votes.place += 3
    }
  }
  return votes
}
