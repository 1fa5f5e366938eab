// Gathers mentions and parties into rows: one row a party, modifiers apart, headlines of other articles apart.

/// The parties of a document: those involved, then sources, then those in linked headlines only; within each by count, then
/// by first mention. Places are no parties, and neither are people without a name of their own ("Turkish officials"), unless
/// they speak.
///
/// `title` is the article's headline: a party that it names is marked so.
public func roster(of text: PrintedText, who: PartyAnnotation, title: String? = nil) -> [PartyRow] {
  var builder = RosterBuilder(text: text, who: who, title: title)
  return builder.rows()
}

/// The row of one party alone, or nil where it has none: what a look through many articles takes.
func rosterRow(of entity: EntityID, in text: PrintedText, who: PartyAnnotation, title: String? = nil) -> PartyRow? {
  var builder = RosterBuilder(text: text, who: who, title: title, only: entity)
  return builder.rows().first
}

/// The same of a document that has just been cut.
public func roster(of document: Document, who: PartyAnnotation, title: String? = nil) -> [PartyRow] {
  roster(of: PrintedText(document), who: who, title: title)
}

/// Who says a sentence, in words: "said by: Pat Ryder", "said by: officials (unnamed)", "according to: a report",
/// "reportedly".
public func attributionText(_ a: Attribution, in document: Document) -> String {
  attributionText(a, in: PrintedText(document))
}

/// The same in a text as printed.
public func attributionText(_ a: Attribution, in text: PrintedText) -> String {
  let words = a.speaker.map { text.string($0) } ?? ""
  switch a.kind {
  case .named: return words.isEmpty ? "said by: a named speaker" : "said by: " + words
  case .unnamed: return words.isEmpty ? "said by: someone unnamed" : "said by: " + words + " (unnamed)"
  case .document: return words.isEmpty ? "according to: a document" : "according to: " + words
  case .hearsay: return "reportedly"
  }
}

private struct RosterBuilder {
  let text: PrintedText
  let who: PartyAnnotation
  /// The headline's words, folded, between spaces.
  let headline: String
  /// Nobody else is looked at.
  let only: EntityID?

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
    var titles: [PartyRow.PrintedTitle] = []
    var note: String?
    var candidates: [EntityReference] = []
    var occurrences: [Occurrence] = []
  }

  private var groups: [EntityID: Group] = [:]

  init(text: PrintedText, who: PartyAnnotation, title: String?, only: EntityID? = nil) {
    self.text = text
    self.who = who
    self.only = only
    headline = title.map { " " + foldedSurface($0) + " " } ?? ""
  }

  mutating func rows() -> [PartyRow] {
    let partySpans = who.parties.map(\.span)
    for mention in who.entities where mention.kind != .place && mention.kind != .other {
      guard let id = mention.entity ?? unlinked(mention), isWanted(id) else { continue }
      add(
        id, mention.name, mention.kind, mention.iso3,
        occurrence(mention.span, why: mention.why, isModifier: mention.isModifier, partySpans: partySpans, isSource: false))
    }
    for party in who.parties where isWanted(party.entity) {
      if isPeople(party.entity), party.role != "source" { continue }
      let isDemonym = party.why.hasPrefix(demonymInside)
      add(
        party.entity, party.name, party.kind, party.iso3,
        occurrence(
          party.span, why: party.why, isModifier: isDemonym, partySpans: partySpans, isSource: party.role == "source"))
      if groups[party.entity]?.note == nil { groups[party.entity]?.note = party.note }
      if let span = party.title, !isHeadline(span) {
        let title = PartyRow.PrintedTitle(
          text: text.string(span), span: span, affiliation: party.affiliation, sentence: text.sentence(at: span.start))
        if groups[party.entity]?.titles.contains(where: { $0.text == title.text }) == false {
          groups[party.entity]?.titles.append(title)
        }
      }
    }
    var rows: [PartyRow] = []
    for (id, group) in groups where isWanted(id) {
      if let row = row(id, group) { rows.append(row) }
    }
    let bands = PartyRow.Band.allCases
    return rows.sorted { a, b in
      if a.band != b.band { return bands.firstIndex(of: a.band)! < bands.firstIndex(of: b.band)! }
      if a.candidates.isEmpty != b.candidates.isEmpty { return a.candidates.isEmpty }
      if a.count != b.count { return a.count > b.count }
      return (a.mentions.first ?? Span(0, 0)) < (b.mentions.first ?? Span(0, 0))
    }
  }

  private func isWanted(_ id: EntityID) -> Bool { only == nil || only == id }

  /// A row for a bare name that several may bear: the reader is asked, nothing is guessed.
  private mutating func unlinked(_ mention: Mention) -> EntityID? {
    guard mention.candidates.count > 1 else { return nil }
    let id = "?:" + foldedSurface(text.string(mention.span))
    groups[id, default: Group(name: text.string(mention.span), kind: mention.kind)].candidates = mention.candidates
    return id
  }

  private func isHeadline(_ span: Span) -> Bool {
    let kind = text.sentence(at: span.start).flatMap { text.block(ofSentence: $0) }?.kind
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
      count: names.count, modifierCount: counted.count - names.count, titles: group.titles,
      isInHeadline: isInHeadline(group, occurrences), mentions: occurrences.map(\.span),
      insideLonger: names.filter(\.isInside).count,
      firstSentence: occurrences.first.flatMap { text.sentence(at: $0.span.start) } ?? 0,
      sentences: Set(prose.compactMap { text.sentence(at: $0.span.start) }).sorted(), note: group.note,
      sayings: Set(who.attributions.filter { $0.entity == id }.map(\.sentence)).sorted(), candidates: group.candidates)
  }

  private func isInHeadline(_ group: Group, _ occurrences: [Occurrence]) -> Bool {
    guard !headline.isEmpty else { return false }
    // Headlines call people by their surnames.
    if group.kind == .person, let surname = foldedSurface(group.name).split(separator: " ").last,
      headline.contains(" " + surname + " ")
    {
      return true
    }
    return occurrences.contains { headline.contains(" " + foldedSurface(text.string($0.span)) + " ") }
  }

  /// Whether a party of this kind can be nothing but a source: those who speak for others, not states and groups.
  private func canOnlyReport(_ id: EntityID, _ kind: EntityKind) -> Bool {
    kind == .person || kind == .media || isPeople(id)
  }

  private func aliases(_ occurrences: [Occurrence]) -> [PartyRow.Alias] {
    var aliases: [PartyRow.Alias] = []
    for occurrence in occurrences {
      let surface = text.string(occurrence.span)
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
