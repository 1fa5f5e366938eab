// Which parties only report: speakers where they speak, and media where they learn, are told or contribute.

/// Gives the role "source" to the parties that report at their place, and adds unnamed speakers that have an entity.
func markSources(_ parties: inout [PartyMention], _ attributions: [Attribution], scan: Scan) {
  var speakers: [Span] = []
  var known: [EntityID: PartyMention] = [:]
  var places: [EntityID: Set<Int>] = [:]
  for party in parties {
    if known[party.entity] == nil { known[party.entity] = party }
    places[party.entity, default: []].insert(party.span.end)
  }
  for found in attributions {
    // Who accuses acts; who says so reports.
    guard let span = found.speaker, !accuses(found, scan: scan) else { continue }
    speakers.append(span)
    // "The official": an unnamed speaker introduced before ("two U.S. officials").
    guard found.kind == .unnamed, let id = found.entity, let first = known[id] else { continue }
    if places[id]?.contains(span.end) != true {
      parties.append(
        PartyMention(
          span: span, kind: first.kind, entity: id, name: first.name, iso3: first.iso3, role: "source",
          why: "the speaker who was introduced before"))
    }
  }
  parties.sort { $0.span < $1.span }
  speakers.sort()
  var next = 0
  for at in parties.indices {
    let party = parties[at]
    while next < speakers.count, speakers[next].end <= party.span.start { next += 1 }
    // A speaker's span may begin before the party's ("two U.S. officials") or hold its rank.
    for speaker in speakers[next...].prefix(3) where speaker.overlaps(party.span) {
      let isWhole = speaker.end == party.span.end
      if isWhole, party.kind == .person || party.kind == .media || party.span.count * 2 > speaker.count {
        parties[at].role = "source"
      }
    }
    if party.kind == .media, reportsHere(party.span, scan: scan) { parties[at].role = "source" }
  }
}

/// Whether the words blame somebody: who does takes part, and is no source alone.
private func accuses(_ found: Attribution, scan: Scan) -> Bool {
  ["accused", "accuses", "accuse", "blamed", "blames", "blame"].contains(scan.lower(scan.token(endingAfter: found.cue.start)))
}

private let mediaVerbs: Set<String> = [
  "learned", "reported", "reports", "contributed", "obtained", "reviewed", "cited", "citing", "said", "saw", "interviewed",
  "verified", "reporting", "published", "wrote", "quoted", "confirmed", "noted", "quoting",
]
private let mediaPrepositions: Set<String> = ["told", "telling", "tells", "by", "to", "with", "of", "from"]

/// Whether a medium stands where one who reports stands: before its verb, behind "told", or in a credit.
private func reportsHere(_ span: Span, scan: Scan) -> Bool {
  guard let sentence = scan.document.sentence(at: span.start) else { return false }
  let kind = scan.document.kind(ofSentence: sentence)
  if kind == .credit || kind == .caption { return true }
  let tokens = scan.document.sentences[sentence].tokens
  let first = scan.token(endingAfter: span.start)
  guard tokens.contains(first) else { return false }
  var end = first
  while end < tokens.upperBound, scan.document.tokens[end].span.end <= span.end { end += 1 }
  if mediaVerbs.contains(scan.lower(end)) || mediaVerbs.contains(scan.lower(end + 1)) { return true }
  var before = first - 1
  if scan.lower(before) == "the" { before -= 1 }
  return mediaPrepositions.contains(scan.lower(before)) || scan.text(end) == ")"
}
