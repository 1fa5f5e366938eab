// The timeline pane over more than the open article: whose dates it shows, which of them are there, and which is selected.
import Briefing
import Screen

/// What the timeline pane can be about, by the names that `:timeline-scope` takes.
enum TimelineChoice: String, CaseIterable, Sendable {
  case article, story, party, search, all

  /// For the pane's title.
  var title: String {
    switch self {
    case .article: "this article"
    case .story: "this story"
    case .party: "this party"
    case .search: "this search"
    case .all: "all briefings"
    }
  }
}

/// The dates of many articles, in the timeline pane.
public struct DatesState: Equatable, Sendable {
  var choice: TimelineChoice
  var scope: TimelineScope
  /// Every date of the scope; empty until it is there.
  var dates: [DateCount] = []
  /// What the scope is called: a story, a party, a query.
  var name = ""
  var story: Int64?
  var newestOnly: Int?
  var isLoaded = false
  /// What is known of the dates: nil inside where nothing proves them any more.
  var events: [DateKey: DatedEvent?] = [:]
  var asked: Set<DateKey> = []
  var cursor = Cursor()
  /// The day that parts what was from what is to come.
  var today: Int?
  var generation: Int

  init(_ choice: TimelineChoice, _ scope: TimelineScope, generation: Int) {
    self.choice = choice
    self.scope = scope
    self.generation = generation
  }

  /// The date under the cursor.
  var current: DateCount? { dates.indices.contains(cursor.row) ? dates[cursor.row] : nil }

  /// What proves the date under the cursor, once it is known.
  var currentEvent: DatedEvent? { current.flatMap { events[$0.key] ?? nil } }
}
