// The histogram as a sheet: a bar for each period that is named, and Enter into the articles that name it.
import Briefing
import Screen

/// Which histogram a sheet shows.
public struct HistogramView: Hashable, Sendable {
  public var scope: TimelineScope
  /// nil: what fits the screen best.
  public var unit: HistogramUnit?
  /// The days that were gone into, by their numbers; nil for all.
  public var within: ClosedRange<Int>?
}

/// The key of a bar's row: its unit and days.
struct HistogramBarKey {
  var unit: HistogramUnit
  var days: ClosedRange<Int>

  init(_ unit: HistogramUnit, _ days: ClosedRange<Int>) {
    self.unit = unit
    self.days = days
  }

  init?(_ text: String) {
    let parts = text.split(separator: " ")
    guard parts.count == 3, let unit = HistogramUnit(rawValue: String(parts[0])), let first = Int(parts[1]),
      let last = Int(parts[2]), first <= last
    else { return nil }
    self.init(unit, first...last)
  }

  var text: String { "\(unit.rawValue) \(days.lowerBound) \(days.upperBound)" }
}

extension SheetContent {
  /// Bars of how often dates are named, by year, month, week or day; `query` is what the scope's articles are found by.
  public static func histogram(
    _ index: TimelineIndex, _ view: HistogramView, query: String, width: Int, symbols: Symbols
  ) -> SheetContent {
    let unit = view.unit ?? Histogram.unit(for: index.dates, bars: 60)
    let histogram = Histogram(index.dates, by: unit, within: view.within)
    let most = histogram.bars.map(\.count).max() ?? 1
    let column = max(8, histogram.bars.map { Width.of($0.words) }.max() ?? 8)
    let room = max(4, min(100, width - column - 24))
    var rows: [SheetRow] = []
    for bar in histogram.bars {
      let long = max(1, (bar.count * room + most - 1) / most)
      rows.append(
        SheetRow(
          key: HistogramBarKey(unit, bar.days).text, lead: [Segment("  " + padded(bar.words, to: column, symbols) + " ", .date)],
          String(repeating: String(symbols.barFull), count: long), .progress,
          right: [Segment(times(bar.count) + " ", .dim)],
          evidence: "\(bar.words): dates in it are named \(times(bar.count)); Enter lists the articles that name it",
          action: .narrow(query: joined(query, "about:\(bar.value)"), label: "about:\(bar.value)")))
    }
    if histogram.coarser > 0 {
      rows.append(
        SheetRow(
          "  longer than a \(unit.rawValue), or not inside one", .dim, right: [Segment(times(histogram.coarser) + " ", .dim)],
          evidence: "named, but in no single \(unit.rawValue) of these: counted apart, never spread"))
    }
    let place = view.within.map { " in " + DateKey(firstDay: $0.lowerBound, lastDay: $0.upperBound).words } ?? ""
    return SheetContent(
      title: "Dates named, by \(unit.rawValue)\(place): \(scopeWords(index))", note: newestNote(index),
      hints: ". finer  , coarser",
      rows: rows, emptyWords: "no date is named here")
  }

  /// "once", "7 times".
  private static func times(_ count: Int) -> String { count == 1 ? "once" : "\(count) times" }

  private static func joined(_ a: String, _ b: String) -> String { a.isEmpty ? b : "\(a) \(b)" }

  static func newestNote(_ index: TimelineIndex) -> String { index.newestOnly.map { "of the newest \($0)" } ?? "" }

  /// What a scope is called in a title.
  static func scopeWords(_ index: TimelineIndex) -> String {
    switch index.scope {
    case .article: "this article"
    case .story: "story \(index.name)"
    case .party: index.name
    case .search: "search \(index.name)"
    case .all: "all briefings"
    }
  }
}
