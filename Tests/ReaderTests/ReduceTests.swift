// What keys do, as tables: state in, state and effects out.
import Briefing
import Screen
import Testing

@testable import Reader

@Suite struct ReduceTests {
  @Test func theNewestArticleIsShownAtTheStart() {
    let desk = Desk(Articles.all)
    #expect(desk.state.open?.id == 3)
    #expect(desk.state.panes.focus == .list)
    #expect(desk.state.list.rows.count == 3)
  }

  @Test func movingInTheListShowsTheArticle() {
    var desk = Desk(Articles.all)
    desk.press("j")
    #expect(desk.state.open?.id == 2)
    desk.press("G")
    #expect(desk.state.open?.id == 1)
    desk.press("j j j")
    #expect(desk.state.list.cursor.row == 2)
    desk.press("g")
    #expect(desk.state.open?.id == 3)
  }

  @Test func readingMarksAsReadAndIsUndone() {
    var desk = Desk(Articles.all)
    desk.press("<enter>")
    #expect(desk.state.panes.focus == .text)
    #expect(desk.performed.contains(.decide(.seen([3]))))
    #expect(desk.state.list.rows[0].isUnread == false)
    desk.press("U")
    #expect(desk.performed.last == .undo)
  }

  @Test func enterOnADateGoesToItsSentenceAndBackReturns() throws {
    var desk = Desk(Articles.all, width: 160, height: 45)
    desk.press("3")
    let rows = try #require(desk.state.open).timeline.count
    #expect(rows > 0)
    desk.press("<enter>")
    #expect(desk.state.panes.focus == .text)
    #expect(desk.state.text.sentence != nil)
    desk.press("[")
    #expect(desk.state.panes.focus == .time)
    #expect(desk.state.text.sentence == nil)
    desk.press("]")
    #expect(desk.state.panes.focus == .text)
  }

  @Test func aFoundHeadlineIsFollowedAndTheWayBackIsExact() {
    var desk = Desk(Articles.all, width: 160, height: 12)
    desk.press("2 j j 5")
    let top = desk.state.text.top
    desk.press("<enter>")
    #expect(desk.state.open?.id == 2)
    #expect(desk.state.panes.focus == .text)
    desk.press("ctrl-o")
    #expect(desk.state.open?.id == 3)
    #expect(desk.state.panes.focus == .related)
    desk.press("2")
    #expect(desk.state.text.top == top)
  }

  @Test func aMissingHeadlineSaysSo() {
    var desk = Desk(Articles.all, width: 160, height: 45)
    desk.press("5 j j j <enter>")
    #expect(desk.state.message?.text.contains("missing") == true)
    #expect(desk.state.open?.id == 3)
  }

  @Test func aPossibleHeadlineCanBePinnedAndRejected() {
    var desk = Desk(Articles.all, width: 160, height: 45)
    desk.press("5 j P")
    #expect(desk.performed.last == .decide(.pin(article: 3, headline: "YEMEN GOVERNMENT RETURNS TO ADEN", target: 1)))
    desk.press("j X")
    #expect(desk.performed.last == .decide(.reject(article: 3, headline: "YEMEN GOVERNMENT RETURNS TO ADEN", target: 1)))
    desk.press("1 P")
    #expect(desk.state.message?.isError == true)
  }

  @Test func searchNarrowsAsOneTypesAndEscapeStepsBack() {
    var desk = Desk(Articles.all)
    desk.press("/ \"crane\"")
    #expect(desk.state.list.rows.map(\.id) == [2])
    #expect(desk.state.open?.id == 2)
    desk.press("<backspace> <backspace> <backspace> <backspace> <backspace>")
    #expect(desk.state.list.rows.count == 3)
    desk.press("\"crane\" <enter>")
    #expect(desk.state.mode == .normal)
    #expect(desk.state.searches == ["crane"])
    desk.press("<esc>")
    #expect(desk.state.list.rows.count == 3)
  }

  @Test func nGoesThroughTheHits() {
    var desk = Desk(Articles.all)
    desk.press("/ \"aden\" <enter> n")
    #expect(desk.state.text.hit == 0)
    #expect(desk.state.panes.focus == .text)
    desk.press("n")
    #expect(desk.state.text.hit == 1)
    desk.press("N")
    #expect(desk.state.text.hit == 0)
  }

  @Test func aPartyListsItsArticles() {
    var desk = Desk(Articles.all, width: 160, height: 45)
    desk.press("4 L")
    #expect(desk.state.list.scope.query.hasPrefix("party:"))
    #expect(desk.state.panes.focus == .list)
    desk.press("<backspace>")
    #expect(desk.state.list.scope.query.isEmpty)
  }

  @Test func aDateIsCheckedBeforeItIsSet() {
    var desk = Desk(Articles.all)
    desk.press("G : \"date_2023-02-30\" <enter>")
    #expect(desk.state.message?.isError == true)
    #expect(!desk.performed.contains { if case .decide(.date) = $0 { true } else { false } })
    desk.press(": \"date_2023-10-05\" <enter>")
    #expect(desk.performed.last == .decide(.date([1], "2023-10-05")))
  }

  @Test func aSelectionIsWhatACommandIsFor() {
    var desk = Desk(Articles.all)
    desk.press("x x : \"tag_yemen\" <enter>")
    #expect(desk.performed.last == .decide(.tag([2, 3], "yemen")))
  }

  @Test func countsRepeatAndDigitsFocus() {
    var desk = Desk(Articles.all)
    desk.press("0 2 j")
    #expect(desk.state.list.cursor.row == 2)
    desk.press("4")
    #expect(desk.state.panes.focus == .parties)
  }

  @Test func citingSaysWhoWhenAndWhere() throws {
    var desk = Desk(Articles.all)
    desk.press("2 ) y")
    guard case .copy(let text)? = desk.performed.last else {
      Issue.record("nothing was copied")
      return
    }
    #expect(text.contains("Dock workers in Aden ended a strike on Thursday"))
    #expect(text.contains("Desk, 18 Mar 2021, paragraph 1"))
  }

  @Test func unknownKeysAndDisabledCommandsSayWhy() {
    var desk = Desk([])
    desk.press("%")
    #expect(desk.state.message?.isError == true)
    desk.press("y")
    #expect(desk.state.message?.text.contains("no article is open") == true)
  }

  @Test func anEmptyArchiveOffersTheSamples() {
    var desk = Desk([])
    #expect(desk.text.contains("opens the starter briefings"))
    desk.press("<enter>")
    #expect(desk.performed.last == .importPaths(nil))
  }

  @Test func aStaleAnswerIsDropped() {
    var desk = Desk(Articles.all)
    let old = desk.state.list.generation
    desk.press("/ \"crane\"")
    let request = Effect.PageRequest(scope: ListScope(), edge: .newest, limit: 10, generation: old)
    desk.send(.page(ListPage(rows: [], hasNewer: false, hasOlder: false), request))
    #expect(desk.state.list.rows.map(\.id) == [2])
  }

  @Test func aPasteNeverRunsCommands() {
    var desk = Desk(Articles.all)
    desk.send(.paste("Q\nq\u{1B}[A"))
    #expect(desk.performed.isEmpty)
    desk.press("/")
    desk.send(.paste("drone\nAnkara"))
    #expect(desk.state.list.label == "drone Ankara")
  }

  @Test func theTextKeepsItsPlaceWhenTheWindowChanges() throws {
    var desk = Desk(Articles.all, width: 60, height: 10)
    desk.press("<enter> j j j j j j")
    let offset = desk.state.text.layout.offset(atLine: desk.state.text.top)
    for (width, height) in [(40, 10), (100, 30), (25, 6), (60, 10)] {
      desk.send(.resize(width: width, height: height))
    }
    let line = desk.state.text.layout.line(of: offset)
    #expect(abs(line - desk.state.text.top) <= 2)
    #expect(desk.state.open?.id == 3)
  }
}
