// Sheets: opened, moved in, filtered, gone in from, closed, and come back to.
import Briefing
import Testing

@testable import Reader

@Suite struct SheetTests {
  private static let content = SheetContent(
    title: "Things", note: "3",
    rows: [
      .heading("First"),
      SheetRow(key: "a", "alpha", evidence: "a is first", action: .narrow(query: "aden", label: "aden")),
      SheetRow(key: "b", "beta", action: .jump(article: 2, offset: 40), citation: "“beta” - nobody"),
      .heading("Second"),
      SheetRow(key: "c", String(repeating: "gamma ", count: 40), wraps: true, action: .sheet(.searches)),
    ])

  /// A desk with the sheet open.
  private func desk(width: Int = 120, height: Int = 40) -> Desk {
    var desk = Desk(Articles.all, width: width, height: height)
    desk.press("i")
    desk.answerSheet(SheetTests.content)
    return desk
  }

  @Test func headingsAreNeverUnderTheCursor() {
    var desk = desk()
    var keys: [String] = []
    for key in ["", "j", "j", "j", "k", "k", "g", "G"] {
      desk.press(key)
      keys.append(desk.state.sheets.last?.current?.key ?? "-")
    }
    #expect(keys == ["a", "b", "c", "c", "b", "a", "a", "c"])
  }

  @Test func theFilterKeepsRowsAndTheirHeadings() {
    var desk = desk()
    desk.press("/ \"gam\"")
    #expect(desk.state.sheets.last?.current?.key == "c")
    #expect(!desk.text.contains("beta"))
    #expect(desk.text.contains("Second"))
    #expect(!desk.text.contains("First"))
    desk.press("<enter> <esc>")
    #expect(desk.text.contains("beta"), "the first Esc takes the filter away")
    desk.press("<esc>")
    #expect(desk.state.sheets.isEmpty)
  }

  @Test func enterNarrowsAndTheJumpGoesBackToTheSheet() {
    var desk = desk()
    desk.press("<enter>")
    #expect(desk.state.sheets.isEmpty)
    #expect(desk.state.list.scope.query.contains("aden"))
    desk.press("[")
    #expect(desk.state.sheets.last?.current?.key == "a")
  }

  @Test func enterJumpsToTheSentence() {
    var desk = desk()
    desk.press("j <enter>")
    #expect(desk.state.open?.id == 2)
    #expect(desk.state.panes.focus == .text)
    #expect(desk.state.text.sentence == desk.state.open?.sentence(at: 40))
    desk.press("[")
    #expect(desk.state.sheets.last?.current?.key == "b")
  }

  @Test func aSheetOverASheetGivesWayToIt() {
    var desk = desk()
    desk.press("G <enter>")
    #expect(desk.state.sheets.map(\.source) == [.overview, .searches])
    // The same again is read anew, not laid over itself.
    desk.press("A A")
    #expect(desk.state.sheets.count == 2)
    desk.press("<esc>")
    #expect(desk.state.sheets.count == 1)
  }

  @Test func anAnswerFindsItsSheetOrIsDropped() {
    var desk = Desk(Articles.all)
    desk.press("i")
    desk.send(.sheet(SheetTests.content, generation: -1))
    #expect(desk.state.sheets.last?.isLoading == true)
    desk.answerSheet(SheetTests.content)
    desk.press("j")
    desk.answerSheet(SheetContent(title: "Things", rows: [SheetRow(key: "z", "zeta"), SheetRow(key: "b", "beta")]))
    #expect(desk.state.sheets.last?.current?.key == "b", "the cursor stays with its row")
  }

  @Test func commandsOfThePanesAreOff() {
    var desk = desk()
    desk.press("s")
    #expect(desk.state.message?.isError == true)
    #expect(desk.performed.allSatisfy { if case .decide = $0 { false } else { true } })
    desk.press("2")
    #expect(desk.state.sheets.isEmpty)
    #expect(desk.state.panes.focus == .text)
  }

  @Test func aRowIsCited() {
    var desk = desk()
    desk.press("j y")
    #expect(desk.performed.last == .copy("“beta” - nobody"))
  }

  @Test(arguments: [(80, 24), (160, 45), (40, 10)]) func itLooksLikeThis(width: Int, height: Int) {
    expectScreen("sheet-\(width)x\(height)", desk(width: width, height: height))
  }

  @Test func theOverviewLeadsToWhatItCounts() {
    var desk = Desk(Articles.all)
    desk.press("i")
    desk.answerSheet(
      .overview(Totals(articles: 9, unread: 4, starred: 1), path: "/a.sqlite", bytes: 3_000_000, symbols: .unicode))
    #expect(desk.text.contains("3 MB"))
    desk.press("j <enter>")
    #expect(desk.state.list.scope.query.contains("is:unread"))
  }
}

extension Desk {
  /// Answers the last request for a sheet.
  mutating func answerSheet(_ content: SheetContent) {
    guard let sheet = state.sheets.last else { return }
    send(.sheet(content, generation: sheet.generation))
  }
}

@Suite struct SearchSheetTests {
  @Test func facetsNarrowTheListAndBackspaceUndoes() {
    var desk = Desk(Articles.all)
    desk.press("f")
    desk.answerSheet(
      .facets(
        Facets(
          articles: 3, isPartial: false, values: [.sources: [Facets.Value(name: "Desk", query: "source:\"Desk\"", articles: 2)]]),
        symbols: .unicode, width: 120))
    #expect(desk.text.contains("Publishers"))
    desk.press("<enter>")
    #expect(desk.state.list.scope.query == "source:\"Desk\"")
    desk.press("<backspace>")
    #expect(desk.state.list.scope.query.isEmpty)
  }

  @Test func aSearchIsKeptByNameAndForgottenFromItsSheet() {
    var desk = Desk(Articles.all)
    desk.press(": \"save-search_aden\" <enter>")
    #expect(desk.state.message?.isError == true, "there is no search to keep")
    desk.press("/ \"aden\" <enter> : \"alert_Port_of_Aden\" <enter>")
    #expect(desk.performed.last == .saveSearch(name: "Port of Aden", query: "aden*", isAlert: true))
    desk.press("A")
    desk.answerSheet(
      .searches([SavedSearch(name: "Port of Aden", query: "aden", isAlert: true, unread: 2, new: 1)], symbols: .unicode))
    #expect(desk.text.contains("1 new"))
    desk.press(": \"forget-search\" <enter>")
    #expect(desk.performed.contains(.removeSearch(name: "Port of Aden")))
    desk.press("<enter>")
    #expect(desk.state.list.label == "Port of Aden")
  }
}
