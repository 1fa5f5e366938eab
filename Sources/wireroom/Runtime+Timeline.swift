// Timelines over many articles: the answers to what the pane and its sheets ask of the archive.
import Briefing
import Foundation
import Reader

extension Runtime {
  /// How many articles a sheet of one date shows.
  private static let mostInDate = 200

  func dates(_ scope: TimelineScope, generation: Int) throws -> [Event] {
    [.dates(try archive.timelineIndex(scope), today: Runtime.today, generation: generation)]
  }

  func events(on dates: [DateCount], in scope: TimelineScope, generation: Int) throws -> [Event] {
    [.dateEvents(try archive.events(of: dates, in: scope), on: dates.map(\.key), generation: generation)]
  }

  /// The sheet of one date.
  func content(of key: DateKey, in scope: TimelineScope, _ request: SheetRequest) throws -> SheetContent {
    var articles: Set<Int64>?
    if case .search(let query) = scope { articles = try archive.listKeys(of: query, limit: Archive.mostSearched) }
    let index = try archive.timelineIndex(scope)
    let events = try archive.events(on: key, in: scope, articles: articles, limit: Runtime.mostInDate)
    return .date(key, events, in: index, symbols: request.symbols)
  }

  /// The sheet of a scope's dates: those around its newest article, or the rows that were asked for.
  func timeline(
    _ scope: TimelineScope, named name: String, _ rows: Range<Int>?, _ request: SheetRequest
  ) throws -> SheetContent {
    let index = try archive.timelineIndex(scope)
    let window = try (rows ?? index.window(SheetSource.datesInSheet, near: newestDay(of: scope)))
      .clamped(to: 0..<index.dates.count)
    let events = try archive.events(of: Array(index.dates[window]), in: scope)
    return .timeline(index, named: name, window, events, symbols: request.symbols)
  }

  /// The day of a scope's newest article; nil where none is dated.
  private func newestDay(of scope: TimelineScope) throws -> Int? {
    switch scope {
    case .party(let entity): try archive.trend(of: entity).days.last?.day
    case .story(let article):
      try archive.storyView(ofArticle: article)?.groups.compactMap { $0.rows.first?.published?.stamp.date.dayNumber }.max()
    case .article, .search, .all: nil
    }
  }

  /// The sheet of a histogram.
  func content(of view: HistogramView, _ request: SheetRequest) throws -> SheetContent {
    let index = try archive.timelineIndex(view.scope)
    var query = ""
    switch view.scope {
    case .party: query = "party:\"\(index.name.filter { $0 != "\"" })\""
    case .story: query = index.story.map { "story:\($0)" } ?? ""
    // The list is narrowed by the search already.
    case .article, .search, .all: break
    }
    return .histogram(index, view, query: query, width: request.width, symbols: request.symbols)
  }

  /// The local day.
  private static var today: CivilDate {
    let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
    return CivilDate(parts.year ?? 1970, parts.month ?? 1, parts.day ?? 1)
  }
}
