// Gathers mentions and parties into rows: one row a party, modifiers apart, headlines of other articles apart.

/// The parties of a document: those involved, then sources, then those in linked headlines only; within each by count, then
/// by first mention. Places are no parties, and neither are people without a name of their own ("Turkish officials"), unless
/// they speak.
public func roster(of document: Document, who: PartyAnnotation) -> [PartyRow] {
  var builder = RosterBuilder(document: document, who: who)
  return builder.rows()
}

/// Who says a sentence, in words: "said by: Pat Ryder", "said by: officials (unnamed)", "according to: a report",
/// "reportedly".
public func attributionText(_ a: Attribution, in document: Document) -> String {
  let words = a.speaker.map { document.string($0) } ?? ""
  switch a.kind {
  case .named: return words.isEmpty ? "said by: a named speaker" : "said by: " + words
  case .unnamed: return words.isEmpty ? "said by: someone unnamed" : "said by: " + words + " (unnamed)"
  case .document: return words.isEmpty ? "according to: a document" : "according to: " + words
  case .hearsay: return "reportedly"
  }
}

private struct RosterBuilder {
  let document: Document
  let who: PartyAnnotation

  /// One occurrence of a party.
  private struct Occurrence: Hashable {
    var span: Span
    var why: String
    var isModifier: Bool
    var isSource: Bool
    var isHeadline: Bool
    var isInside: Bool
  }

  private struct Group {
    var name: String
    var kind: EntityKind
    var iso3: String?
    var title: Span?
    var affiliation: EntityReference?
    var note: String?
    var occurrences: [Occurrence] = []
  }

  private var groups: [EntityID: Group] = [:]

  init(document: Document, who: PartyAnnotation) {
    self.document = document
    self.who = who
  }

  mutating func rows() -> [PartyRow] {
    let partySpans = who.parties.map(\.span)
    for mention in who.entities {
      guard let id = mention.entity, mention.kind != .place, mention.kind != .other else { continue }
      add(
        id, mention.name, mention.kind, mention.iso3,
        occurrence(mention.span, why: mention.why, isModifier: mention.isModifier, partySpans: partySpans, isSource: false))
    }
    for party in who.parties {
      if isPeople(party.entity), party.role != "source" { continue }
      let isDemonym = party.why.hasPrefix(demonymInside)
      add(
        party.entity, party.name, party.kind, party.iso3,
        occurrence(
          party.span, why: party.why, isModifier: isDemonym, partySpans: partySpans, isSource: party.role == "source"))
      if groups[party.entity]?.note == nil { groups[party.entity]?.note = party.note }
      if groups[party.entity]?.title == nil, let title = party.title, !isHeadline(title) {
        groups[party.entity]?.title = title
        groups[party.entity]?.affiliation = party.affiliation
      }
    }
    var rows: [PartyRow] = []
    for (id, group) in groups {
      if let row = row(id, group) { rows.append(row) }
    }
    let bands = PartyRow.Band.allCases
    return rows.sorted { a, b in
      if a.band != b.band { return bands.firstIndex(of: a.band)! < bands.firstIndex(of: b.band)! }
      if a.count != b.count { return a.count > b.count }
      return (a.mentions.first ?? Span(0, 0)) < (b.mentions.first ?? Span(0, 0))
    }
  }

  private func isHeadline(_ span: Span) -> Bool {
    guard let sentence = document.sentence(at: span.start) else { return false }
    let kind = document.kind(ofSentence: sentence)
    return kind == .related || kind == .promo
  }

  private func occurrence(_ span: Span, why: String, isModifier: Bool, partySpans: [Span], isSource: Bool) -> Occurrence {
    // The parties are sorted: only those around the span can hold it.
    var isInside = false
    var low = 0
    var high = partySpans.count
    while low < high {
      let middle = (low + high) / 2
      if partySpans[middle].start <= span.start { low = middle + 1 } else { high = middle }
    }
    var k = low - 1
    while k >= 0, k >= low - 6 {
      if partySpans[k] != span, partySpans[k].contains(span) { isInside = true }
      k -= 1
    }
    return Occurrence(
      span: span, why: why, isModifier: isModifier, isSource: isSource, isHeadline: isHeadline(span), isInside: isInside)
  }

  private mutating func add(_ id: EntityID, _ name: String, _ kind: EntityKind, _ iso3: String?, _ new: Occurrence) {
    groups[id, default: Group(name: name, kind: kind, iso3: iso3)].occurrences.append(new)
  }

  /// The occurrences in order; of two that overlap the longer stays ("Brig. Gen. Pat Ryder" over "Pat Ryder").
  private func merged(_ occurrences: [Occurrence]) -> [Occurrence] {
    var kept: [Occurrence] = []
    for next in occurrences.sorted(by: { $0.span < $1.span }) {
      guard let last = kept.last, last.span.overlaps(next.span) else {
        kept.append(next)
        continue
      }
      var longer = last.span.count >= next.span.count ? last : next
      longer.isSource = last.isSource || next.isSource
      longer.isModifier = last.isModifier && next.isModifier
      kept[kept.count - 1] = longer
    }
    return kept
  }

  private func row(_ id: EntityID, _ group: Group) -> PartyRow? {
    let occurrences = merged(group.occurrences)
    let prose = occurrences.filter { !$0.isHeadline }
    let band: PartyRow.Band
    if prose.isEmpty {
      band = .linkedOnly
    } else if prose.allSatisfy({ $0.isSource || $0.isModifier && group.kind != .state }), canOnlyReport(id, group.kind) {
      band = .source
    } else {
      band = .involved
    }
    let counted = prose.isEmpty ? occurrences : prose
    let names = counted.filter { !$0.isModifier }
    // A demonym of a people without the people is a description, not a party.
    if group.kind == .people, names.isEmpty { return nil }
    return PartyRow(
      entity: id, name: group.name, kind: group.kind, iso3: group.iso3, band: band, aliases: aliases(occurrences),
      count: names.count, modifierCount: counted.count - names.count, title: group.title.map { document.string($0) },
      affiliation: group.affiliation, titleSentence: group.title.flatMap { document.sentence(at: $0.start) },
      mentions: occurrences.map(\.span), insideLonger: names.filter(\.isInside).count,
      firstSentence: occurrences.first.flatMap { document.sentence(at: $0.span.start) } ?? 0,
      note: group.note, sayings: Set(who.attributions.filter { $0.entity == id }.map(\.sentence)).sorted())
  }

  /// Whether a party of this kind can be nothing but a source: those who speak for others, not states and groups.
  private func canOnlyReport(_ id: EntityID, _ kind: EntityKind) -> Bool {
    kind == .person || kind == .media || isPeople(id)
  }

  private func aliases(_ occurrences: [Occurrence]) -> [PartyRow.Alias] {
    var aliases: [PartyRow.Alias] = []
    for occurrence in occurrences {
      let surface = document.string(occurrence.span)
      if let at = aliases.firstIndex(where: { $0.surface == surface && $0.isModifier == occurrence.isModifier }) {
        aliases[at].count += 1
      } else {
        aliases.append(.init(surface: surface, count: 1, why: occurrence.why, isModifier: occurrence.isModifier))
      }
    }
    return aliases.enumerated().sorted { a, b in
      if a.element.isModifier != b.element.isModifier { return !a.element.isModifier }
      return a.element.count != b.element.count ? a.element.count > b.element.count : a.offset < b.offset
    }.map(\.element)
  }
}
