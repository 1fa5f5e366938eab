// Persons by the titles that the text gives them, so that "the Turkish president" finds the one it means.

/// The titled persons of a document.
struct Offices {
  private let scan: Scan
  private var holders: [(office: [String], state: String?, person: PartyMention)] = []
  private let states: [Int: String]

  init(scan: Scan, parties: [PartyMention]) {
    self.scan = scan
    var states: [Int: String] = [:]
    for i in 0..<scan.count where scan.isCapital(i) {
      guard let match = scan.surface(at: i, limit: scan.count),
        let entry = match.candidates.first.map({ scan.gazetteer.entries[Int($0.entry)] }), entry.kind == .state
      else { continue }
      for k in match.tokens { states[k] = entry.iso3 }
    }
    self.states = states
    for party in parties where party.kind == .person {
      guard let title = party.title else { continue }
      let tokens = Offices.tokens(of: title, scan.document.tokens)
      let state = tokens.compactMap { states[$0] }.first
      let office = tokens.filter { states[$0] == nil }.map { scan.fold($0) }.filter { !$0.isEmpty && $0 != "s" }
      // Each description is compared with all holders, so there must be few.
      if holders.count < 500, !holders.contains(where: { $0.person.entity == party.entity && $0.office == office }) {
        holders.append((office, state, party))
      }
    }
  }

  private static func tokens(of span: Span, _ tokens: [Token]) -> [Int] {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].span.start < span.start { low = middle + 1 } else { high = middle }
    }
    var found: [Int] = []
    while low < tokens.count, tokens[low].span.end <= span.end {
      found.append(low)
      low += 1
    }
    return found
  }

  /// A description that begins at token `i` ("the Turkish president") and the one person of the text whom it fits.
  func description(at i: Int, limit: Int) -> (tokens: Range<Int>, person: PartyMention, why: String)? {
    guard !holders.isEmpty else { return nil }
    var j = i + 1
    var state: String?
    if scan.isPossessive(i), let code = states[i - 1] {
      state = code
    } else {
      while j < limit, let code = states[j] {
        state = code
        j += 1
      }
    }
    guard j < limit, !scan.isCapital(j), let title = scan.title(at: j, limit: limit), !title.isRank else { return nil }
    // A name right behind makes it a title, not a description.
    if title.end < limit, scan.isCapital(title.end) { return nil }
    if scan.isPossessive(i), state == nil { return nil }
    let office = scan.words(j..<title.end)
    let fitting = holders.filter { $0.office == office && (state == nil || $0.state == nil || $0.state == state) }
    guard let first = fitting.first, fitting.allSatisfy({ $0.person.entity == first.person.entity }) else { return nil }
    let start = scan.isPossessive(i) ? i - 1 : i
    return (start..<title.end, first.person, "the only \(office.joined(separator: " ")) named")
  }
}
