// Copies folded into one row, the list by story, and what the reader decides about stories: keys in, state and effects out.
import Briefing
import Testing

@testable import Reader

@Suite struct FoldTests {
  /// The desk with the middle article standing for two copies, in a story with the first.
  private func desk(_ width: Int = 120, _ height: Int = 40) -> Desk {
    var details = Articles.all
    details[1].row.fold = Fold(
      copies: [11, 12], unread: 1,
      credits: TextCredits(outlets: 3, independent: 1, origin: StoryView.Origin(name: "AP", articles: 3)))
    let story = StoryGroup(
      id: 2, name: "Aden: port, strike", articles: 19, hidden: 16, firstDay: CivilDate(2021, 3, 16).dayNumber,
      lastDay: CivilDate(2021, 3, 18).dayNumber, gained: 2, place: 3)
    for index in 0...1 { details[index].row.story = story }
    return Desk(details, width: width, height: height)
  }

  @Test func aRowTellsItsCopiesAndSources() {
    var desk = desk(160, 45)
    #expect(desk.text.contains("3 outlets / 1 independent"))
    desk.press("1 z")
    #expect(desk.text.contains("2 copies, 1 unread: 3 outlets / 1 independent (AP ×3)"))
  }

  /// What the credits of a text say, and the words for it.
  private static let credits: [(TextCredits, String)] = [
    (
      TextCredits(outlets: 7, independent: 2, uncredited: 1, origin: .init(name: "AP", articles: 6)),
      "7 outlets / at most 2 independent (AP ×6)"
    ),
    (TextCredits(outlets: 3, independent: 1, uncredited: 3), "3 outlets / origin not named"),
    (
      TextCredits(outlets: 1, independent: 1, origin: .init(name: "Gazette", articles: 2)),
      "1 outlet / 1 independent (Gazette ×2)"
    ),
    (TextCredits(outlets: 2, independent: 2, origin: .init(name: "AFP", articles: 1)), "2 outlets / 2 independent"),
  ]

  @Test(arguments: credits) func nothingIsCalledIndependentThatMayNotBe(credits: TextCredits, words: String) {
    #expect(credits.words(.unicode) == words)
  }

  @Test func theListIsPutTogetherOtherwiseAndSaysSo() {
    var desk = desk()
    #expect(desk.state.list.grouping == .copies)
    desk.press("O")
    #expect(desk.state.list.grouping == .stories && desk.state.message?.text.contains("by story") == true)
    desk.press("1 z")
    #expect(desk.text.contains("Aden: port, strike · 19 articles") && desk.text.contains("2 new"))
    #expect(desk.text.contains("16 more; S shows all") && desk.text.contains("Single briefings"))
    desk.press("O Z")
    #expect(desk.state.list.grouping == .none)
    desk.press("Z")
    #expect(desk.state.list.grouping == .copies)
  }

  @Test func whatWasLookedAtIsNoLongerNew() {
    var desk = desk()
    desk.press("O S")
    var story = StoryView(id: 2, name: "Aden", members: [(Articles.port.row, "Desk")], copies: [])
    story.newest = 9
    desk.answerSheet(.story(story, of: 3, symbols: .unicode))
    desk.press("<esc>")
    #expect(desk.state.list.rows[0].story?.gained == 0 && !desk.text.contains("2 new"))
  }

  @Test func readMarksOfACopyAndOfARow() {
    var desk = desk()
    desk.press("j u")
    #expect(desk.performed.last == .decide(.read([2, 11, 12], true)))
    #expect(desk.state.list.rows[1].fold?.unread == 0 && !desk.state.list.rows[1].isUnread)
    desk.press("u")
    #expect(desk.performed.last == .decide(.read([2, 11, 12], false)))
    #expect(desk.state.list.rows[1].fold?.unread == 2)
  }

  /// The same text does not come again among what is unread.
  @Test func whoReadsOneOfTheCopiesHasReadThem() {
    var desk = desk()
    desk.press("j <enter>")
    #expect(desk.performed.last == .decide(.seen([2, 11, 12])))
    #expect(desk.state.list.rows[1].fold?.unread == 0 && !desk.state.list.rows[1].isUnread)
    #expect(desk.state.list.rows[0].isUnread)
  }

  @Test func copiesAreListedAndCompared() {
    var desk = desk()
    desk.press("d")
    #expect(desk.state.sheets.isEmpty && desk.state.message?.isError == true, "the first row stands for one article")
    desk.press("j d")
    #expect(desk.state.sheets.last?.source == .copies([12, 11, 2]))
    desk.answerSheet(.copies([TextCopy(row: Articles.port.row), TextCopy(row: Articles.strike.row)], symbols: .unicode))
    desk.press("=")
    #expect(desk.state.sheets.last?.source == .comparison(3, with: 2))
    desk.answerSheet(
      .comparison((Articles.strike.row, Articles.strike.article), (Articles.port.row, Articles.port.article), symbols: .unicode))
    #expect(desk.text.contains("[-Cranes stood still") && desk.text.contains("{+Dock workers"))
    desk.press("<esc> j =")
    #expect(desk.state.sheets.last?.source == .comparison(12, with: 2), "the first is compared with the newest")
  }

  @Test func catchingUpIsOfTheStoryWhereTheListIsByStory() {
    var desk = desk()
    desk.press("O j W")
    #expect(desk.performed.last == .decide(.readDown(ListScope(query: "story:2"), to: 2, grouping: .copies)))
    desk.press("j W")
    #expect(desk.performed.last == .decide(.readDown(ListScope(), to: 1, grouping: .stories)), "a single briefing: the list")
  }

  @Test func storiesAreSplitAndMerged() {
    var desk = desk()
    desk.press("-")
    #expect(desk.performed.last == .decide(.splitStory(article: 3)))
    desk.press("& \"12\" <enter>")
    #expect(desk.performed.last == .decide(.mergeStory(article: 3, named: "12")))
    desk.press("g x x &")
    #expect(desk.performed.last == .decide(.mergeStories([3, 2])), "the uppermost gives the name")
  }

  // MARK: The sheet

  static let quote = PartyQuote(
    article: Articles.target(2, "Strike closes Aden port for a third day"), url: nil, sentence: "Yemen kept silent.", offset: 4,
    paragraph: 1, voice: "said by: a clerk (unnamed)")
  static let yemen = StoryView.Party(
    party: PartyIdentity(entity: "state:YEM", name: "Yemen", kind: .state, iso3: "YEM"), articles: 2, proof: quote)

  private func story(looked: Bool, gained: Bool = true) -> StoryView {
    var story = StoryView(
      id: 4, name: "Aden, port", members: [(Articles.port.row, "Desk"), (Articles.strike.row, "Desk")], copies: [])
    story.parties = [FoldTests.yemen]
    story.dates = [PartyTests.friday]
    story.dateCount = 40
    story.newest = 9
    if looked {
      story.gains =
        gained
        ? .init(articles: [Articles.port.row], count: 1, parties: [FoldTests.yemen], dates: [PartyTests.friday])
        : .init(articles: [], count: 0, parties: [], dates: [])
    }
    return story
  }

  private func sheet(_ story: StoryView, _ width: Int = 120, _ height: Int = 40) -> Desk {
    var desk = desk(width, height)
    desk.press("S")
    desk.answerSheet(.story(story, of: 3, symbols: .unicode))
    return desk
  }

  @Test func theSheetHasTimelinePartiesAndWhatIsNew() {
    var desk = sheet(story(looked: false))
    #expect(!desk.text.contains("New since") && desk.text.contains("Timeline") && desk.text.contains("Parties"))
    #expect(desk.text.contains("“Yemen kept silent.”  said by: a clerk (unnamed)"), "a claim is never without its speaker")
    desk = sheet(story(looked: true, gained: false))
    #expect(desk.text.contains("Nothing new since you looked"))
    desk = sheet(story(looked: true))
    #expect(desk.text.contains("New since you looked: 1 article, 1 party, 1 date"))
    desk.press("/ \"yemen\" <enter> <enter>")
    #expect(desk.state.open?.id == 2)
    desk.press("[")
    #expect(desk.state.sheets.count == 1)
    desk.answerSheet(.story(story(looked: true), of: 3, symbols: .unicode))
    desk.press("<esc> / \"all_40\" <enter> <enter>")
    #expect(desk.state.sheets.last?.source == .timeline(.story(article: 3), named: "Aden, port"))
  }

  @Test func whoClosesAStoryHasSeenIt() {
    var desk = sheet(story(looked: true))
    desk.press("<esc>")
    #expect(desk.performed.contains(.decide(.lookedAtStory(article: 3, upTo: 9))))
    desk = sheet(story(looked: true))
    desk.press("G W")
    #expect(
      desk.performed.suffix(2) == [
        .decide(.lookedAtStory(article: 3, upTo: 9)), .decide(.readDown(ListScope(query: "story:4"), to: 2, grouping: .copies)),
      ])
    desk.press("-")
    #expect(desk.performed.last == .decide(.splitStory(article: 2)))
    desk.press("& \"7\" <enter>")
    #expect(desk.performed.last == .decide(.mergeStory(article: 2, named: "7")))
    desk.press("g -")
    #expect(desk.state.message?.isError == true, "the first row is no article")
  }

  private static let sizes = [(80, 24), (120, 40), (160, 45), (40, 10)]

  @Test(arguments: sizes) func theFoldedList(width: Int, height: Int) {
    expectScreen("folded-\(width)x\(height)", desk(width, height))
  }

  @Test(arguments: sizes) func theListByStory(width: Int, height: Int) {
    var desk = desk(width, height)
    desk.press("O j")
    expectScreen("by-story-\(width)x\(height)", desk)
  }

  @Test(arguments: sizes) func theStory(width: Int, height: Int) {
    var desk = sheet(story(looked: true), width, height)
    desk.press("j j")
    expectScreen("story-\(width)x\(height)", desk)
  }
}
