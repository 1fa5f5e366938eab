// Collecting: what is taken, what the briefing says of it, and that it says the same again.
import Briefing
import Testing

@testable import Reader

@Suite struct CollectionTests {
  @Test func theMarkedSentenceIsCollectedWithItsProof() throws {
    var desk = Desk(Articles.all)
    desk.press("<enter> c")
    #expect(desk.state.message?.isError == true, "no sentence is marked yet")
    desk.press(") c")
    let quotation = try #require(
      desk.performed.compactMap { if case .collect(let quotation) = $0 { quotation } else { nil } }.first)
    #expect(quotation.article == 3 && quotation.start == 0 && quotation.paragraph == 1)
    #expect(quotation.sentence.hasPrefix("Dock workers in Aden"))
  }

  @Test func notesGoToTheRowUnderTheCursorOrStandAlone() {
    var desk = Desk(Articles.all)
    desk.press(": \"note_alone\" <enter> C")
    desk.answerSheet(.collection(CollectionTests.items, articles: [:], symbols: .unicode))
    desk.press("j : \"note_here\" <enter> : \"drop\" <enter>")
    #expect(
      desk.performed.suffix(3).filter { if case .sheet = $0 { false } else { true } }.suffix(2) == [
        .note("here", position: 2), .dropCollected(2),
      ])
    #expect(desk.performed.contains(.note("alone", position: nil)))
    desk.press("k <enter>")
    #expect(desk.state.open?.id == 2 && desk.state.sheets.isEmpty)
  }

  private static let items = [
    CollectedItem(
      position: 1,
      quotation: .init(article: 2, start: 0, sentence: "A [claim] *is* made.", speaker: "said by: Pat_Ryder", paragraph: 1),
      note: "check this"),
    CollectedItem(position: 2, quotation: nil, note: "# alone\nand more"),
    CollectedItem(position: 5, quotation: .init(article: 2, start: 90, sentence: "Plain.", paragraph: 4), note: ""),
    CollectedItem(
      position: 9, quotation: .init(article: 2, start: 40, sentence: "Another.", speaker: "said by: Pat_Ryder", paragraph: 1),
      note: ""),
    CollectedItem(position: 10, quotation: .init(article: 77, start: 0, sentence: "Gone.", paragraph: 2), note: ""),
  ]

  @Test func theBriefingCitesByNumberAndIsTheSameAgain() {
    let rows = [2: Articles.strike.row] as [Int64: ArticleRow]
    let text = CitedBriefing.markdown(CollectionTests.items, articles: rows, addresses: [2: "https://example.org/a<b>"])
    #expect(
      text == """
        # Briefing

        > A \\[claim\\] \\*is\\* made. (said by: Pat\\_Ryder) [1]

        check this

        \\# alone and more

        > Plain. [2]

        > Another. (said by: Pat\\_Ryder) [1]

        > Gone. [3]

        ## Sources

        1. *Strike closes Aden port for a third day*, Desk, 16 Mar 2021, paragraph 1, said by: Pat\\_Ryder, <https://example.org/ab>
        2. *Strike closes Aden port for a third day*, Desk, 16 Mar 2021, paragraph 4, <https://example.org/ab>
        3. an article that is no longer in the archive, paragraph 2

        """)
    #expect(text == CitedBriefing.markdown(CollectionTests.items, articles: rows, addresses: [2: "https://example.org/a<b>"]))
  }

  @Test(arguments: [
    ("Plain.", "\u{201C}Plain.\u{201D}"), ("\u{201C}We wait,\u{201D} he said.", "\u{201C}We wait,\u{201D} he said."),
    ("\"We wait,\" he said.", "\"We wait,\" he said."),
    ("Its \u{2018}zone\u{2019}.", "\u{201C}Its \u{2018}zone\u{2019}.\u{201D}"),
  ])
  func quotationMarksAreNotDoubled(_ sentence: String, _ expected: String) { #expect(quoted(sentence) == expected) }
}
