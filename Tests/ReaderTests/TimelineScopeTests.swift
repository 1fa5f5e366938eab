// The timeline over many articles: scopes, what is read for them, jumps to the proof, sheets, and what the screen shows.
import Briefing
import Screen
import Testing

@testable import Reader

@Suite struct TimelineScopeTests {
  /// Briefings of one invented strike, with a day for each, a vague week, a year, a date to come and one without an anchor.
  private static let details: [ArticleDetail] = [
    Articles.port,
    Articles.strike,
    Articles.detail(
      id: 4, title: "Aden port managers promise pay", date: CivilDate(2021, 3, 19), source: "Gulf Wire",
      lines: [
        ("The port reopened on Thursday after talks, two managers said.", .prose),
        ("Wages for 2020 will be paid by 1 April, the ministry promised.", .prose),
        ("Cranes were smashed earlier this week.", .prose),
      ],
      timexes: [
        ("Thursday", "2021-03-18", "the last Thursday up to the publication date"), ("2020", "2020", "year as written"),
        ("1 April", "2021-04-01", "the next 1 April"), ("earlier this week", "2021-W11", "the week of the publication date"),
      ], parties: [("Aden", "place:YEM/aden", .place)]),
    Articles.undated,
  ]

  /// What the archive would answer for all articles.
  private static let answer: (index: TimelineIndex, events: [DateKey: DatedEvent]) = {
    var counts: [DateKey: Int] = [:]
    var events: [DateKey: DatedEvent] = [:]
    for detail in details {
      for event in EventReader(detail.article, detail.analysis, as: LinkTarget(detail.row)).events() {
        counts[event.row.key, default: 0] += 1
        if events[event.row.key] == nil { events[event.row.key] = event }
      }
    }
    let week = DateKey(firstDay: CivilDate(2021, 3, 15).dayNumber, lastDay: CivilDate(2021, 3, 21).dayNumber)
    events[week]?.otherDays = [
      OtherDay(
        day: CivilDate(2021, 3, 16).dayNumber, articles: 1, sentence: "Cranes stood still in Aden for a third day on Tuesday.",
        span: Span(0, 54), paragraph: 1, article: LinkTarget(Articles.strike.row))
    ]
    let dates = counts.keys.sorted().map { DateCount(key: $0, articles: counts[$0]!) }
    return (TimelineIndex(scope: .all, name: "", dates: dates), events)
  }()

  private func desk(_ choice: String, width: Int = 160, height: Int = 45) -> Desk {
    var desk = Desk(TimelineScopeTests.details, width: width, height: height)
    if choice == "search" { desk.press("/ \"port\" <enter>") }
    desk.press(": \"timeline-scope_\(choice)\" <enter>")
    return desk
  }

  /// A desk whose timeline has been answered; `name` is what the archive calls the scope.
  private func answered(_ choice: String, name: String, width: Int = 160, height: Int = 45) throws -> Desk {
    var desk = desk(choice, width: width, height: height)
    let generation = try #require(desk.state.dates?.generation)
    var index = TimelineScopeTests.answer.index
    index.name = name
    desk.send(.dates(index, today: CivilDate(2021, 3, 25), generation: generation))
    answerEvents(&desk)
    return desk
  }

  /// Answers what was asked for last.
  private func answerEvents(_ desk: inout Desk) {
    for effect in desk.performed {
      guard case .dateEvents(let dates, _, let generation) = effect else { continue }
      desk.send(
        .dateEvents(dates.map { TimelineScopeTests.answer.events[$0.key] }, on: dates.map(\.key), generation: generation))
    }
  }

  // MARK: Choosing

  @Test(arguments: [
    ("story", TimelineScope.story(article: 3)), ("party", .party("place:YEM/aden")), ("search", .search("port*")), ("all", .all),
  ])
  func aScopeIsAskedFor(_ name: String, _ scope: TimelineScope) {
    let desk = desk(name)
    #expect(desk.state.panes.focus == .time)
    #expect(desk.performed.contains { if case .dates(scope, _) = $0 { true } else { false } })
    #expect(desk.text.contains("3 Timeline: \(TimelineChoice(rawValue: name)!.title)"))
    #expect(desk.text.contains("reading"))
  }

  @Test func theKeyGoesThroughWhatThereIs() {
    var desk = Desk(TimelineScopeTests.details)
    var seen: [String] = []
    for _ in 0..<5 {
      desk.press("T")
      seen.append(desk.state.timelineChoice.rawValue)
    }
    // Nothing is searched for.
    #expect(seen == ["story", "party", "all", "article", "story"])
    desk.press(": \"timeline-scope_search\" <enter>")
    #expect(desk.state.message?.text == "timeline of this search: nothing is searched for")
    desk.press(": \"timeline-scope_town\" <enter>")
    #expect(desk.state.message?.isError == true)
  }

  @Test func anAnswerToAnEarlierScopeIsDropped() throws {
    var desk = desk("all")
    let old = try #require(desk.state.dates?.generation)
    desk.press(": \"timeline-scope_party\" <enter>")
    desk.send(.dates(TimelineScopeTests.answer.index, today: CivilDate(2021, 3, 25), generation: old))
    #expect(desk.state.dates?.isLoaded == false)
    #expect(desk.state.dates?.dates == [])
  }

  // MARK: Rows

  @Test func theCursorBeginsAtTheOpenArticle() throws {
    let desk = try answered("all", name: "")
    #expect(desk.state.dates?.current?.key.words == "Thu 18 Mar 2021")
    #expect(desk.state.dates?.current?.articles == 2)
    #expect(desk.text.contains("after today, 25 Mar 2021"))
    #expect(desk.text.contains("not resolved"))
    #expect(desk.text.contains("other articles say: Tue 16 Mar 2021"))
  }

  @Test func enterGoesToTheSentenceAndBack() throws {
    var desk = try answered("all", name: "")
    desk.press("j")
    #expect(desk.text.contains("1 April → 2021-04-01"))
    desk.press("<enter>")
    #expect(desk.state.open?.id == 4)
    #expect(desk.state.text.sentence == 1)
    #expect(desk.state.panes.focus == .text)
    desk.press("[")
    #expect(desk.state.open?.id == 3)
    #expect(desk.state.panes.focus == .time)
    #expect(desk.state.dates?.current?.key.words == "Thu 1 Apr 2021")
  }

  @Test func theEvidenceSaysWhoSaidItWhereAndHowMany() throws {
    var desk = try answered("all", name: "")
    #expect(desk.text.contains("in 2 articles (a lists them)"))
    desk.press("k k")
    let line = desk.text.split(separator: "\n").last.map(String.init) ?? ""
    #expect(line.contains("other articles say: Tue 16 Mar 2021: “Cranes stood still"))
    desk.press("y")
    guard case .copy(let text)? = desk.performed.last else {
      Issue.record("nothing was copied")
      return
    }
    #expect(text == "“Cranes were smashed earlier this week.” - Gulf Wire, 19 Mar 2021, paragraph 3, https://example.org/4")
  }

  @Test func onlyRowsNearTheScreenAreRead() throws {
    var desk = desk("all", width: 80, height: 24)
    let generation = try #require(desk.state.dates?.generation)
    let dates = (0..<5000).map { DateCount(key: DateKey(firstDay: 18_000 + $0, lastDay: 18_000 + $0), articles: 1) }
    desk.send(
      .dates(
        TimelineIndex(scope: .all, name: "", dates: dates), today: CivilDate(2021, 3, 25), generation: generation))
    func asked() -> Int {
      desk.performed.reduce(0) { if case .dateEvents(let dates, _, _) = $1 { $0 + dates.count } else { $0 } }
    }
    #expect((20...70).contains(asked()))
    desk.press("G")
    #expect((40...140).contains(asked()))
    #expect(desk.state.dates?.cursor.row == 4999)
  }

  @Test func aDecisionReadsTheDatesAnewAndKeepsTheRow() throws {
    var desk = try answered("all", name: "")
    desk.press("j")
    desk.performed = []
    desk.send(.decided("1 article dated", ids: [3], isMoved: true))
    let generation = try #require(desk.state.dates?.generation)
    #expect(desk.performed.contains(.dates(.all, generation: generation)))
    desk.send(.dates(TimelineScopeTests.answer.index, today: CivilDate(2021, 3, 25), generation: generation))
    #expect(desk.state.dates?.current?.key.words == "Thu 1 Apr 2021")
  }

  @Test func theTimelineOfAStoryGoesWithTheArticle() throws {
    var desk = try answered("story", name: "Yemen: port")
    desk.press("1 j")
    #expect(desk.state.dates?.scope == .story(article: 2))
    #expect(desk.performed.contains { if case .dates(.story(article: 2), _) = $0 { true } else { false } })
  }

  // MARK: Sheets

  @Test func aDateOpensTheSentencesThatNameIt() throws {
    var desk = try answered("all", name: "")
    desk.press("k k a")
    guard case .date(let key, .all)? = desk.state.sheets.last?.source else {
      Issue.record("no sheet")
      return
    }
    let event = try #require(TimelineScopeTests.answer.events[key])
    desk.answerSheet(.date(key, [event], in: TimelineScopeTests.answer.index, symbols: .unicode))
    #expect(desk.text.contains("Other articles give a day"))
    expectScreen(
      "date-sheet-120x40",
      {
        var small = desk; small.send(.resize(width: 120, height: 40)); return small
      }())
    desk.press("<enter>")
    #expect(desk.state.open?.id == 2)
    #expect(desk.state.text.sentence == 0)
  }

  @Test func barsGoFinerAndBack() throws {
    var desk = try answered("all", name: "")
    func answer() {
      guard case .histogram(let view)? = desk.state.sheets.last?.source else { return }
      desk.answerSheet(.histogram(TimelineScopeTests.answer.index, view, query: "", width: 120, symbols: .unicode))
    }
    desk.press("H")
    desk.send(.resize(width: 120, height: 40))
    answer()
    #expect(desk.text.contains("Dates named, by"))
    desk.press(", , ,")
    answer()
    desk.press(",")
    #expect(desk.text.contains("by year"))
    desk.press("G .")
    answer()
    #expect(desk.text.contains("by month in 2021"))
    expectScreen("histogram-120x40", desk)
    desk.press("<enter>")
    #expect(desk.state.list.scope.query == "about:2021-03")
    #expect(desk.state.sheets.isEmpty)
  }

  // MARK: Screens

  @Test(arguments: [("story", "Yemen: port"), ("party", "Aden"), ("search", "port"), ("all", "")])
  func screens(_ choice: String, _ name: String) throws {
    for (width, height) in [(80, 24), (120, 40), (160, 45), (40, 10)] {
      expectScreen("timeline-\(choice)-\(width)x\(height)", try answered(choice, name: name, width: width, height: height))
    }
  }

  @Test func poorTerminals() throws {
    var desk = Desk(TimelineScopeTests.details, width: 80, height: 24)
    desk.state.symbols = .ascii
    desk.press("T T T")
    let generation = try #require(desk.state.dates?.generation)
    desk.send(.dates(TimelineScopeTests.answer.index, today: CivilDate(2021, 3, 25), generation: generation))
    answerEvents(&desk)
    let drawn = desk.frame.grid.plainText
    #expect(drawn.contains(" 2019 ,,# 2021"))
    #expect(!drawn.unicodeScalars.contains { (0x2580...0x259F).contains($0.value) })
  }
}
