// Which expressions of an article make one row of its timeline, told without reading the text again: from the expressions,
// the blocks, and the words of what could not be resolved. The pane, the archive and the exports all count by this.

/// A place in a timeline: the days that a row covers, and whether its words are vaguer than those.
public struct DateKey: Hashable, Sendable, Comparable, Codable {
  /// Days since 1970-01-01, both ends included.
  public var firstDay: Int
  public var lastDay: Int
  public var isVague: Bool

  public init(firstDay: Int, lastDay: Int, isVague: Bool = false) {
    self.firstDay = firstDay
    self.lastDay = lastDay
    self.isVague = isVague
  }

  /// Where expressions stand that could not be resolved: behind all days, and inside no period that is asked for.
  public static let unresolved = DateKey(firstDay: 10_000_000, lastDay: -10_000_000)
  public var isResolved: Bool { self != .unresolved }

  /// The days, or nil for what could not be resolved.
  public var days: ClosedRange<Int>? { firstDay <= lastDay ? firstDay...lastDay : nil }

  /// Calendar order; of two that begin together the longer comes first, then the exact one.
  public static func < (a: DateKey, b: DateKey) -> Bool {
    if a.firstDay != b.firstDay { return a.firstDay < b.firstDay }
    return a.lastDay != b.lastDay ? a.lastDay > b.lastDay : !a.isVague && b.isVague
  }
}

/// The expressions of one article that name one period.
struct DateGroup: Hashable, Sendable {
  var key: DateKey
  /// Indices into the timexes: the first, its repeats, and the other ends of ranges.
  var timexes: [Int]
  /// The block of the first.
  var block: Int
  /// Ascending.
  var paragraphs: [Int]
  /// All of them were guessed.
  var doubt: Bool
}

/// The groups in the order of the text. Now, recently, durations and sets make none, nor do related headlines, promos and
/// credits. Of expressions that could not be resolved those with the same words are one; `printed` gives the words.
func dateGroups(_ timexes: [Timex], in blocks: [Block], printed: (Span) -> String) -> [DateGroup] {
  var groups: [DateGroup] = []
  var known: [GroupName: Int] = [:]
  var foldedInto: Int?
  for (index, timex) in timexes.enumerated() {
    let isRangeEnd = foldedInto != nil
    if let group = foldedInto { groups[group].timexes.append(index) }
    foldedInto = nil
    guard !isRangeEnd, makesRow(timex), let block = blockIndex(of: timex.span, in: blocks) else { continue }
    switch blocks[block].kind {
    case .related, .promo, .credit: continue
    case .prose, .heading, .caption: break
    }
    let key = DateKey(timex)
    let name = GroupName(value: timex.value ?? "?" + printed(timex.span).lowercased(), end: timex.rangeEnd, isVague: key.isVague)
    let group = known[name] ?? groups.count
    if group == groups.count {
      known[name] = group
      groups.append(DateGroup(key: key, timexes: [], block: block, paragraphs: [], doubt: true))
    }
    groups[group].timexes.append(index)
    groups[group].doubt = groups[group].doubt && timex.doubt
    if let paragraph = blocks[block].paragraph, groups[group].paragraphs.last != paragraph {
      groups[group].paragraphs.append(paragraph)
    }
    if timex.rangeEnd != nil { foldedInto = group }
  }
  return groups
}

/// What makes two expressions one row: the same value, equally exact; of unresolved ones the same words.
private struct GroupName: Hashable {
  var value: String
  var end: String?
  var isVague: Bool
}

private func makesRow(_ timex: Timex) -> Bool {
  guard timex.kind == .date || timex.kind == .time, !timex.span.isEmpty else { return false }
  return timex.value.map { Period(value: $0) != nil } ?? true
}

/// The block that holds the span, or nil between blocks.
func blockIndex(of span: Span, in blocks: [Block]) -> Int? {
  let index = Span.firstIndex(endingAfter: span.start, of: blocks.count) { blocks[$0].span.end }
  return index < blocks.count && blocks[index].span.contains(span) ? index : nil
}

extension DateKey {
  /// Where an expression stands in a timeline.
  init(_ timex: Timex) {
    guard let period = timex.value.flatMap(Period.init(value:)) else {
      self = .unresolved
      return
    }
    let first = period.first.dayNumber
    let end = timex.rangeEnd.flatMap(Period.init(value:)).map(\.last.dayNumber) ?? period.last.dayNumber
    self.init(firstDay: first, lastDay: end >= first ? end : period.last.dayNumber, isVague: isVagueDate(timex))
  }
}

/// Whether the words say less than the value: "earlier this week", "about 1990". A part of a day is exact enough.
func isVagueDate(_ timex: Timex) -> Bool {
  guard timex.mod != nil, timex.kind == .date, let period = timex.value.flatMap(Period.init(value:)) else { return false }
  return period.unit > .day || timex.mod == "APPROX"
}
