// Feeds in the reader: what is asked for, what stays where it is, what is said.
import Briefing
import Screen
import Testing

@testable import Reader

@Suite struct FeedCommandTests {
  private func feed(_ id: Int64, _ name: String, _ change: (inout Subscription) -> Void = { _ in }) -> Subscription {
    var feed = Subscription(id: id, url: "https://example.org/\(id)")
    feed.title = name
    feed.succeeded = 1000
    feed.articles = 12
    feed.unread = 3
    change(&feed)
    return feed
  }

  private var feeds: [Subscription] {
    [
      feed(1, "Harbour Wire"), feed(2, "Ferry News") { $0.failure = "example.org does not answer; try again later." },
      feed(3, "Islands") {
        $0.folder = "Sea"
        $0.settings.interval = 360
        $0.note = "This feed is incomplete: it is more than 10 MB, the rest was left."
      },
    ]
  }

  private func desk(width: Int = 120, height: Int = 40) -> Desk { Desk(Articles.all, width: width, height: height) }

  /// Opens the list of feeds and fills it.
  private func open(_ desk: inout Desk) {
    desk.press("L")
    guard case .sheet(let request)? = desk.performed.last else {
      Issue.record("no sheet was asked for")
      return
    }
    desk.send(.sheet(.feeds(feeds, now: 1300, width: request.width, symbols: request.symbols), generation: request.generation))
  }

  @Test func reloadIsForTheArticlesFeed() throws {
    var desk = desk()
    let id = try #require(desk.state.list.current?.id)
    desk.press("r")
    #expect(desk.performed.last == .sync(.ofArticle(id)))
    #expect(desk.state.progress?.what == "fetching")
    // One at a time.
    desk.press("R")
    #expect(desk.state.message?.isError == true)
    #expect(desk.performed.last == .sync(.ofArticle(id)))
  }

  @Test func inTheListOfFeedsItIsForTheFeedUnderTheCursor() {
    var desk = desk()
    open(&desk)
    desk.press("j r")
    #expect(desk.performed.last == .sync(.feed(2)))
    desk.send(.progress(ImportProgress(done: 1, total: 1, what: "fetching", summary: "Ferry News: gone", isFailed: true)))
    #expect(desk.state.message == State.Message(text: "Ferry News: gone", isError: true))
    #expect(desk.state.progress == nil)
    #expect(desk.performed.contains { if case .sheet = $0 { true } else { false } })
  }

  @Test func enterNarrowsTheListToAFeed() {
    var desk = desk()
    open(&desk)
    desk.press("<enter>")
    #expect(desk.state.list.scope.query == "feed:1")
    #expect(desk.state.list.label == "Harbour Wire")
    #expect(desk.state.sheets.isEmpty)
  }

  @Test func settingsAreSetByName() {
    var desk = desk()
    open(&desk)
    desk.press(": \"feed-set_keep=5_title=My_Name\" <enter>")
    #expect(desk.performed.last == .feed(.set(.feed(1), "keep=5 title=My Name")))
    #expect(FeedSettings.assignments(in: "keep=5 title=My Name tags=a,b") == ["keep=5", "title=My Name", "tags=a,b"])
    desk.press(": \"unsubscribe\" <enter>")
    #expect(desk.performed.last == .feed(.unsubscribe(.feed(1))))
  }

  @Test func nothingMovesWhileFeedsAreFetched() throws {
    var desk = desk(width: 160, height: 45)
    desk.press("j j <enter> j j j")
    let (row, top, open) = (desk.state.list.current?.id, desk.state.text.top, desk.state.open?.id)
    desk.press("R")
    for done in 0...5 { desk.send(.progress(ImportProgress(done: done, total: 5, what: "fetching"))) }
    #expect(desk.text.contains("5 of 5"))
    desk.send(.progress(ImportProgress(done: 5, total: 5, what: "fetching", summary: "synced: 5 feeds, 9 new")))
    #expect(desk.state.list.current?.id == row)
    #expect(desk.state.text.top == top)
    #expect(desk.state.open?.id == open)
  }

  @Test func theTimeToSyncAsksOnce() {
    var desk = desk()
    desk.send(.isTimeToSync)
    #expect(desk.performed.last == .sync(.due))
    let count = desk.performed.count
    desk.send(.isTimeToSync)
    #expect(desk.performed.count == count)
    #expect(desk.state.message == nil)
  }

  @Test func failuresStandOnTheFeed() {
    for (width, height) in [(120, 40), (80, 24), (40, 10)] {
      var desk = desk(width: width, height: height)
      open(&desk)
      let text = desk.text
      #expect(text.contains("Harbour Wire"))
      #expect(text.contains("does not answer"))
    }
  }
}
