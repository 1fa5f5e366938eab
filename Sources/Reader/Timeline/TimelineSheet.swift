// A timeline with room for its sentences: the dates of a party or a story, each a way to the sentence that proves it.
import Briefing
import Screen

extension SheetSource {
  /// So many dates are read for one sheet; rows at its ends lead to the others.
  public static let datesInSheet = 120
}

extension SheetContent {
  /// The dates of a scope.
  ///
  /// - Parameters:
  ///   - window: indices of the dates that are shown.
  ///   - events: what proves each of them; nil where nothing does any more.
  public static func timeline(
    _ index: TimelineIndex, named name: String, _ window: Range<Int>, _ events: [DatedEvent?], symbols: Symbols
  ) -> SheetContent {
    var rows: [SheetRow] = []
    var year: Int?
    func lead(to range: Range<Int>, _ words: String) {
      guard !range.isEmpty else { return }
      rows.append(
        SheetRow(
          key: words, lead: [Segment("  ")], "\(range.count) \(range.count == 1 ? "date" : "dates") \(words)", .dim,
          evidence: "dates \(range.lowerBound + 1) to \(range.upperBound) of \(index.dates.count)",
          action: .sheet(.timeline(index.scope, named: name, rows: range))))
    }
    lead(to: max(0, window.lowerBound - SheetSource.datesInSheet)..<window.lowerBound, "before")
    for (date, event) in zip(index.dates[window], events) {
      guard let event else { continue }
      let own = date.key.days.map { CivilDate(dayNumber: $0.lowerBound).year }
      if rows.isEmpty || own != year { rows.append(.heading(own.map(String.init) ?? "Not resolved")) }
      year = own
      rows.append(SheetRow(date: date, event, symbols: symbols))
    }
    lead(
      to: window.upperBound..<min(index.dates.count, window.upperBound + SheetSource.datesInSheet), "after")
    let shown = window.count < index.dates.count ? "\(window.count) of \(index.dates.count) dates" : "\(window.count) dates"
    return SheetContent(
      title: "Timeline: \(name)", note: window.count == 1 && index.dates.count == 1 ? "1 date" : shown, rows: rows,
      emptyWords: "no date is named")
  }
}

extension SheetRow {
  /// A date with the sentence that proves it, who says so, and how many articles name it.
  init(date: DateCount, _ event: DatedEvent, symbols: Symbols) {
    let sentence = quoted(event.sentence, symbols)
    let when = event.row.isResolved ? event.when : event.printed
    let role: Style.Role = !date.key.isResolved ? .unresolved : date.key.isVague ? .vague : .date
    let reason = "\(event.meaning(symbols)): \(event.row.reason)" + (event.row.doubt ? " (direction guessed)" : "")
    let headline = event.article.isLede ? quoted(lede: event.article.headline, symbols) : event.article.headline
    self.init(
      key: "date \(date.key.firstDay) \(date.key.lastDay) \(date.key.isVague)",
      lead: [Segment("  " + padded(when, to: 16, symbols), role), Segment(event.row.doubt ? "? " : "  ", .vague)],
      sentence + (event.voice.map { "  \($0)" } ?? ""),
      right: date.articles > 1 ? [Segment("\(date.articles) articles ", .dim)] : [], wraps: true,
      evidence: [headline, sourceWords(event.article), reason].joined(separator: " \(symbols.dot) "),
      action: .jump(article: event.article.id, offset: event.span.start), citation: event.citation)
  }
}
