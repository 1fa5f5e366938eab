// Who else names a date: every sentence that does, each a way to its article; the days that others give for a vague one first.
import Briefing
import Screen

extension SheetContent {
  /// The sentences that name a date, in the order of their publication; the index tells how many articles there are more.
  public static func date(
    _ key: DateKey, _ events: [DatedEvent], in index: TimelineIndex, symbols: Symbols
  ) -> SheetContent {
    let total = index.dates.first { $0.key == key }?.articles ?? 0
    var rows: [SheetRow] = []
    let days = events.flatMap(\.otherDays)
    if !days.isEmpty { rows.append(.heading("Other articles give a day")) }
    var seen: Set<[Int]> = []
    for day in days where seen.insert([day.day, Int(day.article.id)]).inserted {
      let source = sourceWords(day.article)
      rows.append(
        SheetRow(
          lead: [Segment("  " + padded(day.when, to: 16, symbols) + " ", .date)],
          quoted(day.sentence, symbols), right: [Segment(source + " ", .dim)], wraps: true,
          evidence: "\(headline(day.article, symbols)) \(symbols.dot) \(source): its words tell of the same event",
          action: .jump(article: day.article.id, offset: day.span.start),
          citation: "\(quoted(day.sentence)) - \(source)" + (day.paragraph.map { ", paragraph \($0)" } ?? "")))
    }
    if !days.isEmpty { rows.append(.heading("Articles that name \(key.words)")) }
    for event in events {
      let voice = event.voice.map { "  \($0)" } ?? ""
      rows.append(
        SheetRow(
          lead: [
            Segment(
              "  " + padded(event.row.isResolved ? event.when : event.printed, to: 16, symbols) + (event.row.doubt ? "? " : "  "),
              .date)
          ],
          quoted(event.sentence, symbols) + voice, right: [Segment(sourceWords(event.article) + " ", .dim)], wraps: true,
          evidence: evidence(event, symbols), action: .jump(article: event.article.id, offset: event.span.start),
          citation: event.citation))
    }
    let articles = Set(events.map(\.article.id)).count
    let count = total > articles ? "first \(articles) of \(total)" : articles == 1 ? "1 article" : "\(articles) articles"
    return SheetContent(
      title: "\(key.words): \(scopeWords(index))", note: count, rows: rows, emptyWords: "no article names it any more")
  }

  private static func headline(_ target: LinkTarget, _ symbols: Symbols) -> String {
    target.isLede ? Reader.quoted(lede: target.headline, symbols) : target.headline
  }

  private static func evidence(_ event: DatedEvent, _ symbols: Symbols) -> String {
    let place = event.row.paragraphs.first.map { "\(symbols.paragraph)\($0) " } ?? ""
    return "\(place)\(headline(event.article, symbols))  \(event.meaning(symbols)): \(event.row.reason)"
      + (event.row.doubt ? " (direction guessed)" : "")
  }
}

/// "Reuters, 5 Oct 2023".
func sourceWords(_ target: LinkTarget) -> String {
  let published = target.published.map { longDate($0.stamp, withClock: false) } ?? "no publication date"
  return "\(target.source ?? "publisher unknown"), \(published)"
}

extension DatedEvent {
  /// "sentence" - speaker, source, date, paragraph, address.
  public var citation: String {
    var parts = voice.map { [$0] } ?? []
    parts.append(sourceWords(article))
    if let number = row.paragraphs.first { parts.append("paragraph \(number)") }
    if let url { parts.append(url) }
    return "\(quoted(sentence)) - \(parts.joined(separator: ", "))"
  }

  /// "Thursday → 2023-10-05".
  func meaning(_ symbols: Symbols) -> String {
    guard let value = row.value else { return printed }
    let whole = row.rangeEnd.map { "\(value) to \($0)" } ?? value
    return printed == whole ? printed : "\(printed) \(symbols.right) \(whole)"
  }
}
