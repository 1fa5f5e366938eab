// Persons by their offices, so that "the Turkish president" finds the one it means: by the titles that the text gives, else
// by who held the office on the day of publication.

/// The titled persons of a document, and the gazetteer's dated office holders behind them.
struct Offices {
  private let scan: Scan
  private let published: DateStamp?
  private var holders: [(office: [String], body: String?, person: PartyMention)] = []
  /// What offices can belong to, by token: a state's code or an organisation's id.
  private let bodies: [Int: (id: String, end: Int)]

  /// A person whom a description means.
  struct Holder {
    var tokens: Range<Int>
    var entity: EntityID
    var name: String
    var iso3: String?
    var why: String
  }

  init(scan: Scan, parties: [PartyMention], published: DateStamp?) {
    self.scan = scan
    self.published = published
    var bodies: [Int: (id: String, end: Int)] = [:]
    var i = 0
    while i < scan.count {
      defer { i += 1 }
      guard scan.isCapital(i), let match = scan.surface(at: i, limit: scan.count),
        let entry = match.candidates.first.map({ scan.gazetteer.entries[Int($0.entry)] }),
        entry.kind != .person, entry.kind != .place, entry.kind != .people
      else { continue }
      bodies[i] = (entry.body, match.tokens.upperBound)
    }
    self.bodies = bodies
    for party in parties where party.kind == .person {
      guard let title = party.title else { continue }
      let (office, body) = read(title)
      // Each description is compared with all holders, so there must be few.
      if holders.count < 500, !holders.contains(where: { $0.person.entity == party.entity && $0.office == office }) {
        holders.append((office, body, party))
      }
    }
  }

  /// The office that a printed title names, without the bodies in it, and the first of those.
  private func read(_ title: Span) -> (office: [String], body: String?) {
    let tokens = scan.document.tokens
    var i = scan.token(endingAfter: title.start)
    var words: [String] = []
    var body: String?
    while i < tokens.count, tokens[i].span.end <= title.end {
      if let found = bodies[i], tokens[found.end - 1].span.end <= title.end {
        body = body ?? found.id
        i = found.end
        continue
      }
      if !scan.fold(i).isEmpty, scan.fold(i) != "s" { words.append(scan.fold(i)) }
      i += 1
    }
    if words.last == "of" { words.removeLast() }
    return (officeClass(words), body)
  }

  /// A description that begins at token `i` ("the Turkish president", "Turkey's president", "the president of Turkey") and
  /// the one person whom it means.
  func description(at i: Int, limit: Int) -> Holder? {
    var j = i + 1
    var body: String?
    var start = i
    if scan.isPossessive(i) {
      guard let owner = owner(endingAt: i) else { return nil }
      body = owner.id
      start = owner.start
      if scan.fold(j) == "s" { j += 1 }
    } else if let found = bodies[i], scan.lower(i) != "the" {
      // "TURKISH PRESIDENT VISITS": headlines leave the article out.
      body = found.id
      j = found.end
    }
    while j < limit, let found = bodies[j] {
      body = found.id
      j = found.end
    }
    guard j < limit, let end = titleEnd(at: j, limit: limit) else { return nil }
    var last = end
    if body == nil, scan.lower(end) == "of", let owner = bodies[end + 1] ?? bodies[end + 2], scan.lower(end + 2) != "and" {
      guard bodies[end + 1] != nil || scan.lower(end + 1) == "the", owner.end <= limit else { return nil }
      body = owner.id
      last = owner.end
    }
    // A name right behind makes it a title, not a description.
    if last < limit, scan.isCapital(last), !scan.shouts(last) || !scan.has(last, .say) && !scan.has(last, .act) { return nil }
    let office = officeClass(scan.words(j..<end))
    let tokens = start..<last
    let fitting = holders.filter { $0.office == office && (body == nil || $0.body == nil || $0.body == body) }
    if let first = fitting.first?.person {
      guard fitting.allSatisfy({ $0.person.entity == first.entity }) else { return nil }
      return Holder(
        tokens: tokens, entity: first.entity, name: first.name, iso3: first.iso3,
        why: "the only \(scan.words(j..<end).joined(separator: " ")) named")
    }
    guard let body else { return nil }
    return dated(office, of: body, tokens: tokens, limit: limit)
  }

  /// Who held the office on the day of publication; nobody where there is none, or where the sentence speaks of another year.
  private func dated(_ office: [String], of body: String, tokens: Range<Int>, limit: Int) -> Holder? {
    guard let published, !isNamed(behind: tokens.upperBound, limit: limit), !speaksOfAnotherYear(at: tokens.lowerBound),
      let person = scan.gazetteer.terms.holder(of: office, in: body, on: published.days)
    else { return nil }
    let entry = scan.gazetteer.entries[person]
    return Holder(
      tokens: tokens, entity: entry.id, name: entry.name, iso3: entry.iso3,
      why: "held the office on \(published.date.iso), the publication date")
  }

  /// "Turkey's foreign minister, Hakan Fidan," names its holder itself.
  private func isNamed(behind end: Int, limit: Int) -> Bool {
    scan.text(end) == "," && end + 1 < limit && scan.isCapital(end + 1) && scan.isCapital(end + 2)
  }

  private func speaksOfAnotherYear(at i: Int) -> Bool {
    guard let published, let index = scan.document.sentence(at: scan.span(i..<(i + 1)).start) else { return true }
    return scan.document.sentences[index].tokens.contains { k in
      let token = scan.document.tokens[k]
      if token.kind == .word { return ["then", "former"].contains(token.lower) && k + 1 == i }
      guard token.kind == .number, token.text.utf8.count == 4, let year = Int(token.text) else { return false }
      return (1900...2100).contains(year) && year != published.date.year
    }
  }

  private func owner(endingAt i: Int) -> (id: String, start: Int)? {
    for start in stride(from: i - 1, through: max(0, i - 4), by: -1) {
      if let found = bodies[start], found.end == i { return (found.id, start) }
    }
    return nil
  }

  private func titleEnd(at i: Int, limit: Int) -> Int? {
    if let title = scan.title(at: i, limit: limit) { return title.isRank ? nil : title.end }
    return ["leader", "chief", "head", "boss"].contains(scan.lower(i)) ? i + 1 : nil
  }
}
