// How often the dates of each year, month, week or day are named: the shape of a timeline at a glance.

/// What a bar of a histogram stands for.
public enum HistogramUnit: String, Hashable, Sendable, CaseIterable {
  case year, month, week, day

  /// The next smaller one, or nil.
  public var finer: HistogramUnit? { neighbour(1) }
  public var coarser: HistogramUnit? { neighbour(-1) }

  private func neighbour(_ step: Int) -> HistogramUnit? {
    let all = HistogramUnit.allCases
    return all.firstIndex(of: self).flatMap { all.indices.contains($0 + step) ? all[$0 + step] : nil }
  }

  fileprivate var unit: TimeUnit {
    switch self {
    case .year: .year
    case .month: .month
    case .week: .week
    case .day: .day
    }
  }
}

/// Dates counted by periods.
public struct Histogram: Hashable, Sendable {
  /// A period, and how often its dates are named: once for each article and date.
  public struct Bar: Hashable, Sendable {
    /// TIMEX3 value: what a query calls the period.
    public var value: String
    /// "Oct 2023".
    public var words: String
    public var days: ClosedRange<Int>
    public var count: Int
  }

  public var unit: HistogramUnit
  /// Those that are named at all, in calendar order.
  public var bars: [Bar]
  /// How often dates are named that lie in no single period, since they are longer or vague.
  public var coarser: Int

  /// Counts dates by `unit`, those inside `days` only where that is given.
  public init(_ dates: [DateCount], by unit: HistogramUnit, within days: ClosedRange<Int>? = nil) {
    self.unit = unit
    bars = []
    coarser = 0
    // A week at the edge of a month lies in both; what counts is where its dates lie.
    for date in dates where date.key.days.map({ days?.overlaps($0) ?? true }) ?? false {
      let first = date.key.firstDay
      if days.map({ $0.contains(first) && $0.contains(date.key.lastDay) }) ?? true {
        if let last = bars.last, last.days.contains(first) {
          if last.days.contains(date.key.lastDay) {
            bars[bars.count - 1].count += date.articles
          } else {
            coarser += date.articles
          }
          continue
        }
        if let period = Period.holding(CivilDate(dayNumber: first), unit: unit.unit) {
          let range = period.first.dayNumber...period.last.dayNumber
          if range.contains(date.key.lastDay) {
            bars.append(
              Bar(
                value: period.value, words: DateKey(firstDay: range.lowerBound, lastDay: range.upperBound).words, days: range,
                count: date.articles))
            continue
          }
        }
      }
      coarser += date.articles
    }
  }

  /// The finest unit by which dates make at most `bars` bars side by side, empty ones between them counted.
  public static func unit(for dates: [DateCount], bars: Int) -> HistogramUnit {
    guard let range = HistogramStrip.range(of: dates) else { return .year }
    let fitting = HistogramUnit.allCases.reversed().first { unit in
      let days = [HistogramUnit.year: 365, .month: 30, .week: 7, .day: 1][unit] ?? 1
      return range.count / days + 2 <= bars && dates.contains { $0.key.days.map { $0.count <= days + 1 } ?? false }
    }
    return fitting ?? .year
  }
}

/// A histogram in one line: a cell for each period of the time in which nearly all dates lie, or of the last of it.
public struct HistogramStrip: Hashable, Sendable {
  public var unit: HistogramUnit
  /// A count for each period, empty ones included.
  public var cells: [Int]
  /// The first days of the cells, in order.
  public var starts: [Int]

  /// At most `columns` cells; nil where fewer than three dates are resolved.
  public init?(_ dates: [DateCount], columns: Int) {
    guard dates.count >= 3, dates[2].key.isResolved, columns >= 8, let range = HistogramStrip.range(of: dates) else { return nil }
    unit = Histogram.unit(for: dates, bars: columns)
    cells = []
    starts = []
    guard var period = Period.holding(CivilDate(dayNumber: range.lowerBound), unit: unit.unit) else { return nil }
    // More years than cells: the last ones are shown, since that is where the news is.
    if let last = Period.holding(CivilDate(dayNumber: range.upperBound), unit: unit.unit),
      let latest = last.shifted(1 - columns, unit.unit), latest.first > period.first
    {
      period = latest
    }
    while period.first.dayNumber <= range.upperBound, cells.count < columns {
      starts.append(period.first.dayNumber)
      cells.append(0)
      guard let next = period.shifted(1, unit.unit) else { break }
      period = next
    }
    for bar in Histogram(dates, by: unit, within: starts[0]...period.first.dayNumber - 1).bars {
      if let cell = cell(of: bar.days.lowerBound) { cells[cell] += bar.count }
    }
  }

  /// The cell that a day lies in; the first or last one for days outside.
  public func cell(of day: Int) -> Int? {
    guard let first = starts.first else { return nil }
    if day < first { return 0 }
    return starts.lastIndex { $0 <= day }
  }

  /// The time in which all but the outermost fiftieth of the dates lie at either end; nil where none is resolved.
  static func range(of dates: [DateCount]) -> ClosedRange<Int>? {
    // Decades and centuries are no days that a strip could show.
    let near = dates.filter { $0.key.days.map { $0.count <= 366 } ?? false }
    let counted = near.isEmpty ? dates.filter { $0.key.isResolved } : near
    let total = counted.reduce(0) { $0 + $1.articles }
    guard total > 0 else { return nil }
    var seen = 0
    var low: Int?
    var high = counted[0].key.firstDay
    for date in counted {
      seen += date.articles
      if low == nil, seen * 50 > total { low = date.key.firstDay }
      high = max(date.key.firstDay, high)
      if seen * 50 >= total * 49 { break }
    }
    let first = low ?? counted[0].key.firstDay
    return first...max(first, high)
  }
}
