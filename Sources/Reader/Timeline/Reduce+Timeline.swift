// The timeline's scopes: chosen, read, moved in, and followed to the sentence that proves a row.
import Briefing
import Screen

extension State {
  /// How many rows are read beyond the screen, so that a step down shows its words at once.
  private static let datesAhead = 10
  /// How many rows are kept with their words.
  private static let mostEvents = 2000

  // MARK: Choosing

  /// Why a choice has nothing to show, or its scope.
  func timelineScope(_ choice: TimelineChoice) -> (scope: TimelineScope?, reason: String) {
    guard let open else { return (nil, "no article is open") }
    switch choice {
    case .article: return (.article(open.id), "")
    case .story: return (.story(article: open.id), "")
    case .party:
      guard open.parties.indices.contains(parties.row) else { return (nil, "no party is named in this article") }
      return (.party(open.parties[parties.row].entity), "")
    case .search:
      return list.scope.query.isEmpty ? (nil, "nothing is searched for") : (.search(list.scope.query), "")
    case .all: return (.all, "")
    }
  }

  /// The choice that the pane shows.
  var timelineChoice: TimelineChoice { dates?.choice ?? .article }

  /// Shows the dates of a scope in the timeline pane, or says why there are none.
  mutating func chooseTimeline(_ choice: TimelineChoice) -> [Effect] {
    let (scope, reason) = timelineScope(choice)
    guard let scope else {
      complain("timeline of \(choice.title): \(reason)")
      return []
    }
    dates = choice == .article ? nil : DatesState(choice, scope, generation: nextGeneration())
    return focus(.time) + (dates.map { [.dates($0.scope, generation: $0.generation)] } ?? [])
  }

  /// Goes on to the next choice that has something to show.
  mutating func cycleTimeline(by count: Int) -> [Effect] {
    let all = TimelineChoice.allCases
    let index = all.firstIndex(of: timelineChoice) ?? 0
    let step = count < 0 ? -1 : 1
    for distance in 1...all.count {
      let choice = all[((index + step * distance) % all.count + all.count) % all.count]
      if timelineScope(choice).scope != nil { return chooseTimeline(choice) }
    }
    return []
  }

  /// Reads the dates anew: what they rest on may have changed. The cursor stays on its date.
  mutating func reloadDates() -> [Effect] {
    guard dates != nil else { return [] }
    dates!.generation = nextGeneration()
    dates!.events = [:]
    dates!.asked = []
    return [.dates(dates!.scope, generation: dates!.generation)]
  }

  /// Another article was opened: the timeline of a story goes with it to the other one's story.
  mutating func followStory(to id: Int64) -> [Effect] {
    guard let shown = dates, shown.choice == .story, shown.scope != .story(article: id) else { return [] }
    dates!.scope = .story(article: id)
    dates!.generation = nextGeneration()
    return [.dates(dates!.scope, generation: dates!.generation)]
  }

  // MARK: Reading

  mutating func received(_ index: TimelineIndex, today: CivilDate, generation: Int) -> [Effect] {
    guard let shown = dates, shown.generation == generation else { return [] }
    let key = shown.current?.key
    let isSame = shown.isLoaded && (index.story == nil || index.story == shown.story)
    if !isSame {
      dates!.events = [:]
      dates!.asked = []
    }
    dates!.dates = index.dates
    dates!.name = index.name
    dates!.story = index.story
    dates!.newestOnly = index.newestOnly
    dates!.today = today.dayNumber
    dates!.isLoaded = true
    let near = open?.article.published?.stamp.date.dayNumber ?? today.dayNumber
    if isSame, let key, let row = index.dates.firstIndex(where: { $0.key >= key }) {
      dates!.cursor.row = row
    } else {
      dates!.cursor.row = index.row(near: near)
      // What came before is in sight too.
      dates!.cursor.top = max(0, dates!.cursor.row - (timelineBody?.height ?? 8) / 3)
    }
    keepCursorsVisible()
    return loadEvents()
  }

  /// Asks for what happened on the dates in sight.
  mutating func loadEvents() -> [Effect] {
    guard let shown = dates, shown.isLoaded, let height = timelineBody?.height else { return [] }
    func missing(_ range: Range<Int>) -> [DateCount] {
      shown.dates[range.clamped(to: 0..<shown.dates.count)].filter {
        shown.events[$0.key] == nil && !shown.asked.contains($0.key)
      }
    }
    let top = min(shown.cursor.top, shown.cursor.row)
    guard !missing(top..<top + height).isEmpty else { return [] }
    let wanted = missing(top - State.datesAhead..<top + height + State.datesAhead)
    if shown.events.count > State.mostEvents { dates!.events = [:] }
    dates!.asked.formUnion(wanted.map(\.key))
    return [.dateEvents(wanted, shown.scope, generation: shown.generation)]
  }

  mutating func received(_ events: [DatedEvent?], on keys: [DateKey], generation: Int) -> [Effect] {
    guard dates?.generation == generation else { return [] }
    for (key, event) in zip(keys, events) {
      dates!.events[key] = .some(event)
      dates!.asked.remove(key)
    }
    keepCursorsVisible()
    return []
  }

  // MARK: Going on from a row

  /// Enter on a row of many articles: goes to the sentence that proves it.
  mutating func jumpToDate() -> [Effect] {
    guard let event = dates?.currentEvent else {
      complain(dates?.current == nil ? "no date is named here" : "the words of this date are still being read")
      return []
    }
    return jump(to: event.article.id, offset: event.span.start)
  }

  /// The date under the cursor of the timeline pane, and the scope whose articles name it.
  var selectedDate: (key: DateKey, scope: TimelineScope)? {
    if let dates { return dates.current.map { ($0.key, dates.scope) } }
    guard let open, open.timeline.indices.contains(timeline.row) else { return nil }
    let row = open.timeline[timeline.row]
    return row.isResolved ? (row.key, .all) : nil
  }

  /// Opens the list of articles that name the selected date.
  mutating func openDateArticles() -> [Effect] {
    guard let (key, scope) = selectedDate else { return [] }
    return openSheet(.date(key, scope))
  }

  // MARK: Histogram

  /// Opens the histogram of what the pane shows.
  mutating func openHistogram() -> [Effect] {
    guard let open else { return [] }
    return openSheet(.histogram(HistogramView(scope: dates?.scope ?? .article(open.id))))
  }

  /// Shows the selected bar by the next smaller unit, over the sheet: closing it comes back to the bar.
  mutating func refineHistogram() -> [Effect] {
    guard case .histogram(let view)? = sheets.last?.source, let key = sheets.last?.current?.key, let bar = HistogramBarKey(key)
    else { return [] }
    guard let unit = bar.unit.finer else {
      say("days are the smallest unit")
      return []
    }
    return openSheet(.histogram(HistogramView(scope: view.scope, unit: unit, within: bar.days)))
  }

  /// Back to the bars of the next larger unit.
  mutating func coarsenHistogram() -> [Effect] {
    guard case .histogram(let view)? = sheets.last?.source else { return [] }
    if view.within != nil { return closeSheet() }
    guard let now = view.unit ?? sheets.last?.current.flatMap({ HistogramBarKey($0.key)?.unit }), let unit = now.coarser else {
      say("years are the largest unit")
      return []
    }
    sheets.removeLast()
    return openSheet(.histogram(HistogramView(scope: view.scope, unit: unit)))
  }
}
