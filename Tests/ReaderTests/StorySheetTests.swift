// The story of an article, and catching up.
import Briefing
import Testing

@testable import Reader

@Suite struct StorySheetTests {
  @Test func copiesAreOneRowThatOpensThem() {
    var desk = Desk(Articles.all)
    desk.press("S")
    let rows = [Articles.port.row, Articles.strike.row]
    let story = StoryView(id: 4, name: "Aden, port", members: rows.map { ($0, "AP") }, copies: [(3, 2)])
    desk.answerSheet(.story(story, symbols: .unicode))
    #expect(desk.text.contains("1 outlet / 1 independent (AP ×2)"))
    desk.press("G <enter>")
    #expect(desk.state.sheets.last?.source == .copies([3, 2]))
    desk.answerSheet(
      .copies([TextCopy(row: rows[0], agency: "AP", repeatsFirst: false), TextCopy(row: rows[1])], symbols: .unicode))
    #expect(desk.text.contains("2 · 1 outlet / at most 2 independent") && desk.text.contains("not as the first; credits AP"))
    desk.press("j <enter>")
    #expect(desk.state.open?.id == 2)
    desk.press("[ <esc> g <enter>")
    #expect(desk.state.list.scope.query == "story:4")
  }

  @Test func whatMovedByItselfIsTold() throws {
    var desk = Desk(Articles.all)
    desk.press("S")
    var story = StoryView(id: 4, name: "Aden, port", members: [(Articles.port.row, nil)], copies: [])
    story.lastLook = 1
    story.notes =
      ["One", "Two"].map { StoryNote(kind: .articleWent, article: 2, headline: "Late news", moved: $0, words: "Other") }
      + [StoryNote(kind: .renamed, article: 1, headline: "Early news", moved: "", words: "Aden")]
    desk.answerSheet(.story(story, symbols: .unicode))
    let text = desk.text
    let places = try ["Moved since you looked", "2 articles went to “Other”", "Moved earlier", "called “Aden” before"].map {
      try #require(text.firstRange(of: $0), "\($0)").lowerBound
    }
    #expect(places == places.sorted())
  }

  @Test func catchingUpAsksForTheListDownToTheRow() {
    var desk = Desk(Articles.all)
    desk.press("j W")
    let row = desk.state.list.rows[1]
    #expect(desk.performed.last == .decide(.readDown(ListScope(), to: row.listKey, grouping: .copies)))
    desk.press("/ \"aden\" <enter> b W")
    #expect(desk.state.message?.isError == true, "by rank nothing lies above in time")
  }
}
