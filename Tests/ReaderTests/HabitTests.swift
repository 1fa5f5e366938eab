// Habits: selecting, deciding, the mouse, and what the screen says to one who sees no colours.
import Briefing
import Screen
import Testing

@testable import Reader

@Suite struct HabitTests {
  @Test func theSelectedRowOfTheFocusedPaneHasASign() {
    var desk = Desk(Articles.all, width: 160, height: 45)
    #expect(desk.text.split(separator: "\n").filter { $0.contains("▸") }.count == 1)
    #expect(desk.text.split(separator: "\n").contains { $0.hasPrefix("▸● 18 Mar") })
    desk.press("5 j")
    #expect(desk.text.split(separator: "\n").filter { $0.contains("▸") }.count == 1)
    #expect(desk.text.contains("▸? YEMEN"))
  }

  @Test func openingIsNoNewsButDecidingIs() {
    var desk = Desk(Articles.all)
    desk.press("<enter>")
    // No step of undo, and no words that would hide the evidence.
    #expect(desk.performed.last == .decide(.seen([3])))
    #expect(desk.state.message == nil)
    desk.press("u")
    desk.send(.decided("1 article marked unread", ids: [3], isMoved: false))
    #expect(desk.state.message?.text == "1 article marked unread")
  }

  @Test func aSelectionIsSeenAndLetGo() {
    var desk = Desk(Articles.all)
    desk.press("x x")
    #expect(desk.text.contains("2 selected"))
    desk.press("<esc>")
    #expect(desk.state.list.selection.isEmpty)
    desk.press("x 2 : \"tag_a\" <enter>")
    // Beside the list, a command is for the article that is open.
    #expect(desk.performed.last == .decide(.tag([desk.state.open?.id ?? 0], "a")))
    #expect(desk.state.list.selection == [1])
  }

  @Test func refusingKeepsTheCursorOnTheHeadline() {
    var desk = Desk(Articles.all, width: 160, height: 45)
    desk.press("5 j j X")
    #expect(desk.state.open?.relatedRows[desk.state.related.row] == .headline(1))
  }

  @Test func whatIsLinkedIsNotSimilarOnceMore() throws {
    let open = OpenArticle(Articles.port)
    #expect(open.detail.related.similar.map(\.target.id) == [2])
    #expect(open.relatedRows == [.headline(0), .headline(1), .candidate(1, 0), .headline(2)])
  }

  @Test func theListOfAPartyBeginsAtTheOpenArticle() {
    var desk = Desk(Articles.all, width: 160, height: 45)
    desk.press("j 4 L")
    #expect(desk.state.panes.focus == .list)
    #expect(desk.state.open?.id == 2)
  }

  @Test func aTabIsPressed() throws {
    var desk = Desk(Articles.all, width: 60, height: 20)
    let title = try #require(desk.state.layout.pane(.list)).title
    let row = desk.text.split(separator: "\n", omittingEmptySubsequences: false)[title.y]
    let x = row.distance(from: row.startIndex, to: try #require(row.range(of: "4 Parties")).lowerBound)
    desk.send(.mouse(Mouse(.press, x: x, y: title.y)))
    #expect(desk.state.panes.focus == .parties)
  }

  @Test func aSecondPressOnAHeadlineFollowsIt() throws {
    var desk = Desk(Articles.all, width: 160, height: 45)
    let rows = desk.text.split(separator: "\n", omittingEmptySubsequences: false)
    let y = try #require(rows.firstIndex { $0.contains("↗ STRIKE CLOSES ADEN PORT FOR A THIRD DAY") })
    for _ in 0..<2 { desk.send(.mouse(Mouse(.press, x: 50, y: y))) }
    #expect(desk.state.open?.id == 2)
  }

  @Test func theWheelMovesThePaneUnderIt() throws {
    var desk = Desk(Articles.all, width: 160, height: 45)
    let body = try #require(desk.state.layout.pane(.related)).body
    desk.send(.mouse(Mouse(.wheelDown, x: body.x + 2, y: body.y + 1)))
    #expect(desk.state.related.row == 3)
    #expect(desk.state.panes.focus == .list)
  }

  @Test func proofsTakeTheRoomThatThereIs() {
    var desk = Desk(Articles.all, width: 160, height: 45)
    desk.press("3")
    #expect(desk.text.contains("¶2 “The union had stopped work in 2019 as well, over unpaid wages.”"))
    // A year as written is its own value.
    #expect(desk.text.contains("2019: a year as written"))
    #expect(!desk.text.contains("2019 → 2019"))
  }

  @Test func theNextUnreadIsCalledSo() {
    var desk = Desk(Articles.all)
    desk.press("n")
    #expect(desk.state.message?.text == "next unread: Strike closes Aden port for a third day")
  }

  @Test func aRankedListGoesOnWhereItEnds() throws {
    let details = (1...300).map { id in
      Articles.detail(
        id: Int64(id), title: "Talks \(id)", date: CivilDate(2021, 3, 1), source: nil, lines: [("Talks went on.", .prose)])
    }
    var desk = Desk(details, width: 120, height: 40)
    desk.press("/ \"talks\" <enter> b")
    #expect(desk.state.list.rows.count == State.pageSize && desk.text.contains("best first"))
    desk.press("0 8 5 j")
    // Each time it is read anew, three times as far.
    #expect(desk.state.list.rows.count == 3 * State.pageSize)
    #expect(desk.state.list.current?.id == 86)
    desk.press("b")
    #expect(desk.state.list.scope.order == .newest && desk.state.list.cursor.row == 0)
  }

  @Test func readingTheListAnewDoesNotScrollIt() {
    let details = (1...100).map { id in
      Articles.detail(id: Int64(id), title: "Talks \(id)", date: nil, source: nil, lines: [("Talks went on.", .prose)])
    }
    var desk = Desk(details, width: 120, height: 40)
    desk.press("0 6 0 j 0 5 k")
    let before = desk.state.list.cursor
    desk.send(.decided("1 article tagged “a”", ids: [56], isMoved: true))
    #expect(desk.state.list.cursor == before)
  }

  @Test func oneEllipsisIsEnough() {
    #expect(cut("he said so…  ", to: 12, .unicode) == "he said so…")
    var grid = Grid(width: 14, height: 1)
    grid.draw(
      PaneLine([Segment("Dock workers "), Segment("in"), Segment(" Aden")]), in: Rect(x: 0, y: 0, width: 14, height: 1),
      symbols: .unicode)
    #expect(grid.plainText == "Dock workers …")
  }

  @Test func lowScreensOfAnEmptyArchiveStillSayWhatToPress() {
    #expect(Desk([], width: 20, height: 5).text.contains("Enter opens the"))
    #expect(Desk([], width: 40, height: 10).text.contains("Q leaves"))
  }

  @Test(arguments: [160, 80, 40]) func aMatchIsInSightInTheList(width: Int) {
    var detail = Articles.detail(
      id: 1, title: "Talks", date: nil, source: nil, lines: [("Talks went on.", .prose)])
    let text = "envoys who had come by night and left it again by dawn spoke of harbours"
    detail.row.snippet = Snippet(text: text, hits: spans(of: "harbours", in: text), place: .body)
    var desk = Desk([detail], width: width, height: 24)
    #expect(desk.text.contains("harbours"))
    detail.row.snippet?.place = .linkedHeadline
    desk = Desk([detail], width: width, height: 24)
    #expect(desk.text.contains("harbours") && desk.text.contains("linked"))
  }

  @Test(arguments: [(0, "0"), (9999, "9999"), (10_000, "10,000"), (100_045, "100,045"), (1_000_000, "1,000,000")])
  func largeNumbersAreReadInGroups(_ number: Int, _ expected: String) { #expect(grouped(number) == expected) }

  @Test func whatIsNotCountedToTheEndSaysSo() {
    var desk = Desk(Articles.all, width: 120)
    desk.press("/ \"aden\"")
    desk.send(.counted(State.mostCounted, generation: desk.state.list.generation))
    #expect(desk.text.contains("100,000+ of") && desk.text.contains("100,000+ matches"))
    desk.send(.counted(1, generation: desk.state.list.generation))
    #expect(desk.text.contains("1 match;"))
  }

  @Test func copiesFoldWhenALineIsEnteredNotBetweenItsKeys() {
    var desk = Desk(Articles.all)
    func grouping() -> ListGrouping? { desk.pages.last?.grouping }
    desk.press("/ \"aden\"")
    #expect(grouping() == ListGrouping.none)
    desk.press("<space>")
    #expect(grouping() == ListGrouping.none && desk.state.list.scope.completesLastWord == false)
    desk.press("<enter>")
    #expect(grouping() == .copies && desk.state.list.scope.query == "aden")
  }
}
