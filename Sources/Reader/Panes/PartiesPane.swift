// Pane 4: a row for each party, whatever the text calls it; the selected one unfolds to all that is known of it.
import Briefing
import Screen

extension OpenArticle {
  /// The party of a row, or nil where there is none.
  func party(at row: Int) -> PartyRow? { parties.indices.contains(row) ? parties[row] : nil }
}

extension State {
  func partiesContent(width: Int) -> PaneContent {
    guard let open else { return PaneContent(count: 0) { _ in PaneRow(lines: []) } }
    let words = open.abstains ? "who and when are read in English only" : "no party is named in this article"
    let longest = open.parties.reduce(0) { max($0, $1.candidates.isEmpty ? Width.of($1.name) : 0) }
    let column = min(longest, max(10, width / 2))
    let unfolded = panes.isPartyUnfolded && panes.focus == .parties ? parties.row : nil
    let room = max(1, (layout.body(of: .parties)?.height ?? 12) - 2)
    return PaneContent(count: open.parties.count, emptyWords: [words]) { index in
      let party = open.parties[index]
      var lines: [PaneLine] = []
      let before = index == 0 ? nil : open.parties[index - 1]
      if let heading = heading(over: party, after: before) { lines.append(.heading(" " + heading)) }
      lines.append(party.candidates.isEmpty ? line(party, column: column, width: width) : openLine(party))
      if unfolded == index {
        let more = unfoldedWords(of: index, in: open).flatMap { unfold($0, width: width) }
        lines += more.prefix(room).map { PaneLine([Segment("    " + $0, .dim)]) }
      }
      return PaneRow(lines: lines)
    }
  }

  private func heading(over party: PartyRow, after before: PartyRow?) -> String? {
    if party.band != before?.band {
      switch party.band {
      case .involved: if party.candidates.isEmpty { return nil }
      case .source: return "Sources"
      case .linkedOnly: return "In linked headlines only"
      }
    }
    return !party.candidates.isEmpty && before?.candidates.isEmpty ?? true ? "Not linked: several fit" : nil
  }

  private func line(_ party: PartyRow, column: Int, width: Int) -> PaneLine {
    let role: Style.Role =
      switch party.band {
      case .involved: .party
      case .source: .source
      case .linkedOnly: .linked
      }
    // The code of the state that it is or belongs to, where there is room for it.
    let summary = aliasSummary(party, width: width) + " "
    let kind = party.title ?? party.kind.rawValue
    let coded = kind + (party.iso3.map { " \($0)" } ?? "")
    let room = width - column - Width.of(summary) - 5
    let what = party.title == nil && Width.of(coded) <= room ? coded : kind
    return PaneLine(
      [
        party.isInHeadline ? Segment(" " + String(symbols.headline), .dim) : Segment("  "),
        Segment(padded(party.name, to: column, symbols), role), Segment("  " + what, .dim),
      ],
      right: [Segment(summary, .dim)])
  }

  /// "Bush: George H. W. Bush or George W. Bush?"
  private func openLine(_ party: PartyRow) -> PaneLine {
    var line = PaneLine(
      [
        Segment("  "), Segment(party.name, .possible),
        Segment(": " + party.candidates.map(\.name).joined(separator: " or ") + "?", .dim),
      ], right: [Segment("\(party.count) ", .dim)])
    line.rightEnd = .onlyIfBothFit
    return line
  }

  /// "U.S. 13", "Turkey 6, Turkish 6", "2 names": what fits of a party's aliases.
  private func aliasSummary(_ party: PartyRow, width: Int) -> String {
    let names = party.aliases.filter { !$0.isModifier }
    let modifiers = party.aliases.filter { $0.isModifier }
    let total = party.count
    var text = names.count > 1 ? "\(names.count) names \(symbols.dot) \(total)" : total > 0 ? "\(total)" : ""
    if let name = names.first, names.count == 1, name.surface != party.name { text = "\(name.surface) \(total)" }
    if let modifier = modifiers.first, party.modifierCount > 0 {
      let counted = "\(modifier.surface) \(party.modifierCount)"
      text = text.isEmpty ? counted : "\(text), \(counted)"
    }
    // In a narrow pane the kind is worth more than the names, which the last line tells.
    if width >= 40, Width.of(text) <= width / 3 { return text }
    // Modifiers are counted apart here too.
    return party.modifierCount == 0 ? "\(total)" : total == 0 ? "+\(party.modifierCount)" : "\(total)+\(party.modifierCount)"
  }

  // MARK: Unfolded

  /// What is known of a party, a piece a line: names with reasons, titles with their date, first mention, company, trend.
  private func unfoldedWords(of index: Int, in open: OpenArticle) -> [String] {
    let party = open.parties[index]
    guard party.candidates.isEmpty else {
      return [party.aliases.first?.why ?? "", "Enter says who is meant"].filter { !$0.isEmpty }
    }
    var words: [String] = []
    for isModifier in [false, true] {
      let names = party.aliases.filter { $0.isModifier == isModifier }
      guard !names.isEmpty else { continue }
      words.append(names.map { "\($0.surface) \($0.count) (\($0.why))" }.joined(separator: " \(symbols.dot) "))
    }
    words += party.titles.map { titleWords($0, in: open) }
    if let note = party.note { words.append(note) }
    if let first = party.mentions.first {
      let place = open.sentence(at: first.start).flatMap { open.paragraph(ofSentence: $0) }
      let where_ = place.map { "first in \(symbols.paragraph)\($0)" } ?? "first in a linked headline"
      words.append(party.isInHeadline ? where_ + " \(symbols.dot) in the headline" : where_)
    }
    let company = companions(of: index, in: open.parties).prefix(6).map { companion in
      let places = companion.sentences.compactMap { open.paragraph(ofSentence: $0) }
      let unique = places.enumerated().filter { places.firstIndex(of: $1) == $0 }.map { String($1) }
      return "\(open.parties[companion.row].name) \(symbols.paragraph)\(unique.prefix(4).joined(separator: ","))"
    }
    if !company.isEmpty { words.append("with " + company.joined(separator: " \(symbols.dot) ")) }
    if let trend = trends[party.entity], let span = trend.span {
      let count = trend.days.reduce(trend.undated) { $0 + $1.articles }
      let years = [span.lowerBound, span.upperBound].map { longDate(DateStamp(CivilDate(dayNumber: $0)), withClock: false) }
      words.append(
        "\(sparkline(trend.bins(16), symbols)) \(counted(count, "article", "articles")), \(years[0]) \(symbols.enDash) \(years[1])"
      )
    }
    return words
  }

  private func unfold(_ words: String, width: Int) -> [String] { wrapped(words, width: max(8, width - 6)) }

  /// "Turkish Foreign Minister", for Turkey, as of 5 Oct 2023: never an office without who printed it and when.
  func titleWords(_ title: PartyRow.PrintedTitle, in open: OpenArticle) -> String {
    let quoted = String(symbols.quoteOpen) + title.text + String(symbols.quoteClose)
    let whose = title.affiliation.map { ", for \($0.name)" } ?? ""
    let when = open.article.published.map { longDate($0.stamp, withClock: false) } ?? "no publication date"
    return "\(quoted)\(whose) (\(when))"
  }

  // MARK: The last line

  func partyWords(_ party: PartyRow, in open: OpenArticle) -> String {
    guard party.candidates.isEmpty else {
      return "\(party.name) is not linked: \(party.aliases.first?.why ?? "several fit")"
    }
    var parts = [party.name]
    if let code = party.iso3 { parts[0] += " (\(code))" }
    if let title = party.titles.first { parts.append(titleWords(title, in: open)) }
    let names = party.aliases.prefix(5).map { alias in
      "\(alias.surface) \(alias.count)" + (alias.why.isEmpty || alias.why == "dictionary" ? "" : " (\(alias.why))")
    }
    parts.append(names.joined(separator: ", "))
    if party.isInHeadline { parts.append("in the headline") }
    if party.insideLonger > 0 { parts.append("\(party.insideLonger) inside a longer name") }
    if let note = party.note { parts.append(note) }
    if let saying = party.sayings.first, let number = open.paragraph(ofSentence: saying) {
      parts.append("quoted in \(symbols.paragraph)\(number)")
    }
    if party.band == .linkedOnly { parts.append("named in linked headlines only: not involved") }
    return parts.filter { !$0.isEmpty }.joined(separator: " \(symbols.dot) ")
  }

  /// What the keys do on a party.
  func partyHint(_ party: PartyRow) -> String {
    let enter = party.candidates.isEmpty ? "Enter dossier" : "Enter says who"
    let mention = keyMap.hint(for: "mention").map { "\($0) goes there" }
    let unfold = keyMap.hint(for: "unfold-party").map { "\($0) unfolds" }
    return [enter, mention, unfold].compactMap { $0 }.joined(separator: "  ")
  }
}
