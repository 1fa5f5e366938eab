// The timeline of one article: its resolved dates in calendar order, each with the words that carry it.

/// The rows of an article's timeline: resolved ones in calendar order (a vague one at its period's start), unresolved ones
/// last. Now, recently, durations and sets make no row, nor do related headlines, promos and credits.
public func timeline(of document: Document, timexes: [Timex], published: DateStamp?) -> [TimelineRow] {
  var rows: [TimelineRow] = []
  var known: [RowKey: Int] = [:]
  var verbs: (sentence: Int, groups: [VerbGroup], dates: [Int]) = (-1, [], [])
  var foldedInto: Int?
  let starts = Set(timexes.map(\.span.start))
  for (index, timex) in timexes.enumerated() {
    let isRangeEnd = foldedInto != nil
    if let row = foldedInto, rows.indices.contains(row) { rows[row].timexes.append(index) }
    foldedInto = nil
    guard !isRangeEnd, makesRow(timex), let sentence = document.sentence(at: timex.span.start) else { continue }
    switch document.kind(ofSentence: sentence) {
    case .related, .promo, .credit: continue
    case .prose, .heading, .caption: break
    }
    if verbs.sentence != sentence {
      let tokens = document.sentences[sentence].tokens
      verbs = (
        sentence, tokens.count > 400 ? [] : verbGroups(document.tokens, in: tokens),
        tokens.filter { starts.contains(document.tokens[$0].span.start) }
      )
    }
    let paragraph = document.blocks[document.sentences[sentence].block].paragraph
    let key = RowKey(timex, printed: document.string(timex.span))
    let row = known[key] ?? rows.count
    if row == rows.count {
      known[key] = row
      rows.append(
        newRow(
          timex, sentence: sentence, verbs: verbs.groups, dates: verbs.dates, document: document, published: published))
    }
    rows[row].timexes.append(index)
    rows[row].doubt = rows[row].doubt && timex.doubt
    if let paragraph, rows[row].paragraphs.last != paragraph { rows[row].paragraphs.append(paragraph) }
    if timex.rangeEnd != nil { foldedInto = row }
  }
  return rows.enumerated().sorted { isEarlier($0, $1) }.map(\.element)
}

/// What makes two expressions one row: the same value, equally exact; of unresolved ones the same words.
private struct RowKey: Hashable {
  var value: String
  var end: String?
  var isVague: Bool

  init(_ timex: Timex, printed: String) {
    value = timex.value ?? "?" + printed.lowercased()
    end = timex.rangeEnd
    isVague = timex.value != nil && isVagueDate(timex)
  }
}

private func makesRow(_ timex: Timex) -> Bool {
  guard timex.kind == .date || timex.kind == .time, !timex.span.isEmpty else { return false }
  return timex.value.map { Period(value: $0) != nil } ?? true
}

/// Whether the words say less than the value: "earlier this week", "about 1990". A part of a day is exact enough.
func isVagueDate(_ timex: Timex) -> Bool {
  guard timex.mod != nil, timex.kind == .date, let period = timex.value.flatMap(Period.init(value:)) else { return false }
  return period.unit > .day || timex.mod == "APPROX"
}

private func newRow(
  _ timex: Timex, sentence: Int, verbs: [VerbGroup], dates: [Int], document: Document, published: DateStamp?
) -> TimelineRow {
  let period = timex.value.flatMap(Period.init(value:))
  let printed = document.string(timex.span)
  return TimelineRow(
    value: timex.value, rangeEnd: timex.rangeEnd, granularity: granularity(timex, period),
    when: period.map { timelineWords(timex, $0, printed: printed, published: published) } ?? printed,
    timexes: [], paragraphs: [], sentence: sentence,
    label: timelineLabel(of: timex.span, sentence: document.sentences[sentence], verbs: verbs, dates: dates, document: document),
    reason: timex.reason, doubt: timex.doubt, isVague: isVagueDate(timex), isResolved: period != nil,
    isFuture: isFuture(period, published: published))
}

private func granularity(_ timex: Timex, _ period: Period?) -> TimelineRow.Granularity {
  if timex.kind == .time, period != nil { return .time }
  return switch period {
  case nil: .unknown
  case .day?: .day
  case .week?: .week
  case .weekend?: .weekend
  case .month?: .month
  case .quarter?: .quarter
  case .half?: .half
  case .season?: .season
  case .year?: .year
  case .decade?: .decade
  case .century?: .century
  }
}

/// Whether a period begins after the publication date, as exactly as that is known.
private func isFuture(_ period: Period?, published: DateStamp?) -> Bool {
  guard let period, let published else { return false }
  switch published.precision {
  case .year: return period.first > Period.year(published.date.year).last
  case .month: return period.first > Period.month(published.date.year, published.date.month).last
  case .day, .minute, .second: return period.first > published.date
  }
}

/// Calendar order; what begins together: the longer first, a day before its hours; unresolved ones last, in text order.
private func isEarlier(_ a: (offset: Int, element: TimelineRow), _ b: (offset: Int, element: TimelineRow)) -> Bool {
  guard let first = a.element.value.flatMap(Period.init(value:)) else { return !b.element.isResolved && a.offset < b.offset }
  guard let second = b.element.value.flatMap(Period.init(value:)) else { return true }
  if first.first != second.first { return first.first < second.first }
  if first.last != second.last { return first.last > second.last }
  let (one, other) = (a.element.value ?? "", b.element.value ?? "")
  return one != other ? one < other : a.offset < b.offset
}
