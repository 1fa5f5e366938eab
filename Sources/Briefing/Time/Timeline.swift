// The timeline of one article: its resolved dates in calendar order, each with the words that carry it.

/// The rows of an article's timeline: resolved ones in calendar order (a vague one at its period's start), unresolved ones
/// last. Now, recently, durations and sets make no row, nor do related headlines, promos and credits.
public func timeline(of document: Document, timexes: [Timex], published: DateStamp?) -> [TimelineRow] {
  var writer = TimelineWriter(document: document, timexes: timexes, published: published)
  return dateGroups(timexes, in: document.blocks, printed: document.string).compactMap { writer.row($0) }
    .enumerated().sorted { isEarlier($0, $1) }.map(\.element)
}

/// Makes rows of groups of expressions; the document may hold fewer blocks than the article has, as long as it holds theirs.
struct TimelineWriter {
  let document: Document
  let timexes: [Timex]
  let published: DateStamp?
  private let starts: Set<Int>
  private var sentence = -1
  private var verbs: [VerbGroup] = []
  private var dates: [Int] = []

  init(document: Document, timexes: [Timex], published: DateStamp?) {
    self.document = document
    self.timexes = timexes
    self.published = published
    starts = Set(timexes.map(\.span.start))
  }

  /// The row of a group; nil where its first expression stands in no sentence of the document.
  mutating func row(_ group: DateGroup) -> TimelineRow? {
    guard let first = group.timexes.first, let index = document.sentence(at: timexes[first].span.start) else { return nil }
    let timex = timexes[first]
    read(index)
    let period = timex.value.flatMap(Period.init(value:))
    let printed = document.string(timex.span)
    return TimelineRow(
      value: timex.value, rangeEnd: timex.rangeEnd, granularity: granularity(timex, period),
      when: period.map { timelineWords(timex, $0, printed: printed, published: published) } ?? printed,
      timexes: group.timexes, paragraphs: group.paragraphs, sentence: index,
      label: timelineLabel(
        of: timex.span, sentence: document.sentences[index], verbs: verbs, dates: dates, document: document),
      reason: timex.reason, doubt: group.doubt, isVague: group.key.isVague, isResolved: period != nil,
      isFuture: isFuture(period, published: published), key: group.key)
  }

  /// The verbs and dates of a sentence, kept for its next date.
  private mutating func read(_ index: Int) {
    guard index != sentence else { return }
    sentence = index
    let tokens = document.sentences[index].tokens
    verbs = tokens.count > 400 ? [] : verbGroups(document.tokens, in: tokens)
    dates = tokens.filter { starts.contains(document.tokens[$0].span.start) }
  }
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
  if a.element.key != b.element.key { return a.element.key < b.element.key }
  guard a.element.isResolved else { return a.offset < b.offset }
  let (one, other) = (a.element.value ?? "", b.element.value ?? "")
  return one != other ? one < other : a.offset < b.offset
}
