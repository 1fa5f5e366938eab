// Stories as they are shown: copies folded, and agencies known by what articles credit.

import Testing

@testable import Briefing

@Suite struct StoryViewTests {
  private func row(_ id: Int64, _ source: String?) -> ArticleRow {
    ArticleRow(
      id: id, listKey: id, headline: "Article \(id)", isLede: false, source: source, published: nil, isUnread: true,
      isStarred: false, tags: [])
  }

  @Test func copiesFoldAndSourcesCountOnce() {
    let view = StoryView(
      id: 1, name: "Drone",
      members: [
        (row(6, nil), nil), (row(5, "Gazette"), "AP"), (row(4, "Herald"), "AP"), (row(3, "Times"), "Times"), (row(2, "AP"), "AP"),
        (row(1, nil), nil),
      ], copies: [(5, 2), (4, 5), (6, 1), (3, 99)])
    #expect(view.groups.map { $0.rows.map(\.id) } == [[6, 1], [5, 4, 2], [3]])
    #expect(view.groups[1].origins == [StoryView.Origin(name: "AP", articles: 3)])
    #expect(view.groups[1].credits == TextCredits(outlets: 3, independent: 1, origin: .init(name: "AP", articles: 3)))
    #expect(view.articles == 6 && view.outlets == 6)
    #expect(view.independent == 3, "AP, the Times, and one text that nobody signs")
  }

  /// A publisher, an author, the lines of the text (a line after "©" or "Source:" stands last and is short), and the origin.
  struct Credit {
    var source: String
    var author: String
    var lines: [String]
    var origin: String

    init(_ source: String, _ author: String, _ lines: [String], _ origin: String) {
      (self.source, self.author, self.lines, self.origin) = (source, author, lines, origin)
    }
  }

  private static let credits: [Credit] = [
    Credit("The Associated Press", "", ["A drone fell."], "AP"),
    Credit("Gazette", "Reuters staff", ["A drone fell."], "Reuters"),
    Credit("Gazette", "Ilva Marr, Associated Press Writer", ["A drone fell."], "AP"),
    Credit("Gazette", "ILVA MARR | AP", ["A drone fell."], "AP"),
    Credit("Gazette", "AFP in Kyiv", ["A drone fell."], "AFP"),
    Credit("Gazette", "Agence France-Presse", ["A drone fell."], "AFP"),
    Credit("Gazette", "Gazette staff and agencies", ["A drone fell."], "news agencies"),
    Credit("Gazette", "", ["ANKARA (AP) - A drone fell."], "AP"),
    Credit("Gazette", "", ["KYIV, Oct 5 (Reuters) - A drone fell."], "Reuters"),
    Credit("Gazette", "", ["BEIJING, Oct. 5 (Xinhua) -- A drone fell."], "Xinhua"),
    Credit("Gazette", "", ["MOSCOW, October 5. /TASS/. A drone fell."], "TASS"),
    Credit("Gazette", "", ["ANKARA (AA) - A drone fell."], "Anadolu"),
    Credit("Gazette", "", ["New Delhi [India], October 5 (ANI): A drone fell."], "ANI"),
    Credit("Gazette", "", ["SEOUL, Oct. 5 (Yonhap) -- A drone fell."], "Yonhap"),
    Credit("Gazette", "", ["Madrid, 5 Oct (EFE).- A drone fell."], "EFE"),
    Credit("Gazette", "", ["(ANSA) - ROME, OCT 5 - A drone fell."], "ANSA"),
    Credit("Gazette", "", ["Berlin (dpa) - A drone fell."], "dpa"),
    Credit("Gazette", "", ["WASHINGTON, Oct. 5 (UPI) -- A drone fell."], "UPI"),
    Credit("Gazette", "", ["MOSCOW. Oct 5 (Interfax) - A drone fell."], "Interfax"),
    Credit("Gazette", "PA Reporter", ["A drone fell."], "PA Media"),
    Credit("Al Jazeera", "", ["A drone fell.", "SOURCE: AL JAZEERA, AFP"], "AFP"),
    Credit("Al Jazeera", "", ["A drone fell.", "Source: Al Jazeera and AFP"], "AFP"),
    Credit("Al Jazeera", "", ["A drone fell.", "Source: Al Jazeera and news agencies"], "news agencies"),
    Credit("Gazette", "", ["A drone fell.", "© 2023 AFP"], "AFP"),
    Credit("Gazette", "", ["A drone fell.", "Nobody was hurt, said the mayor of the town in the valley. — AFP"], "AFP"),
    Credit(
      "Gazette", "", ["A drone fell.", "The mayor of the town in the valley said that nobody was hurt there. (ANI)"], "ANI"),
    Credit("Gazette", "", ["A drone fell.", "The Associated Press contributed to this report."], "Gazette"),
    Credit("Gazette", "", ["The Associated Press learned of it."], "Gazette"),
    Credit("Gazette", "Sana Saeed", ["A drone fell."], "Gazette"),
    Credit("Gazette", "EFE KEREM SOZERI", ["A drone fell."], "Gazette"),
    Credit("Gazette", "Michael Bloomberg", ["A drone fell."], "Gazette"),
    Credit("Gazette of Erie, PA", "", ["It fell."], "Gazette of Erie, PA"),
    Credit("Apple News", "", ["Apples fall."], "Apple News"), Credit("Press Agency Watch", "", ["Text."], "Press Agency Watch"),
    Credit("Associated Press of Pakistan", "", ["A drone fell."], "APP"),
    Credit("Australian Associated Press", "", ["A drone fell."], "AAP"),
  ]

  @Test(arguments: credits)
  func theAgencyThatIsCreditedIsTheOrigin(_ row: Credit) {
    var article = PlainText.article(from: row.lines.joined(separator: "\n"))
    article.source = row.source
    article.authors = row.author.isEmpty ? [] : [row.author]
    #expect(NewsAgency.origin(of: article) == row.origin, "\(row)")
  }

  @Test func whoseTextAnArticleIsMayBeUnknown() {
    #expect(NewsAgency.origin(of: PlainText.article(from: "A drone fell.")) == nil)
    #expect(NewsAgency.isAgency("AP") && NewsAgency.isAgency("news agencies") && !NewsAgency.isAgency("Gazette"))
  }

  /// The origins of a story's articles, newest first, which of them are copies, and how many sources there are.
  struct Sources {
    var origins: [String]
    var copies: [(Int64, Int64)]
    var independent: Int

    init(_ origins: [String], copies: [(Int64, Int64)] = [], _ independent: Int) {
      (self.origins, self.copies, self.independent) = (origins, copies, independent)
    }
  }

  private static let sources: [Sources] = [
    Sources(["AP", "AP", "Gazette"], 2),
    // Who prints an agency's text without a credit may have one of its own; whoever else does so cannot be told apart.
    Sources(["Gazette", "AP"], copies: [(2, 1)], 2), Sources(["Herald", "Gazette", "AP"], copies: [(3, 1), (2, 1)], 2),
    Sources(["Gazette", "Gazette", "AP"], copies: [(2, 1)], 2),
    Sources(["Herald", "Gazette"], copies: [(2, 1)], 1), Sources(["news agencies", "AP"], 1),
    Sources(["news agencies", "Gazette"], 2), Sources(["AP", "Reuters", "Gazette", "Herald"], copies: [(2, 1)], 3),
  ]

  @Test(arguments: sources)
  func sourcesThatAreIndependent(_ row: Sources) {
    let members = row.origins.enumerated().map { index, origin in
      (row: self.row(Int64(row.origins.count - index), origin), origin: Optional(origin))
    }
    let view = StoryView(id: 1, name: "Drone", members: members, copies: row.copies)
    #expect(view.independent == row.independent, "\(row)")
  }

  @Test func anArchiveShowsTheStoryAndReadsDown() throws {
    let fixture = try ArchiveFixture()
    let ids = try fixture.add(
      sample("Drone downed", "A drone fell.", date: day(2023, 10, 5), source: "Gazette"),
      sample("Drone crash", "A drone fell too.", date: day(2023, 10, 6), source: "Herald"),
      sample("Rain", "It rained.", date: day(2023, 10, 7)))
    #expect(try fixture.archive.storyView(ofArticle: ids[0]) == nil)
    var changes = LinkChanges(story: StoryState(id: ids[0], name: "Drone", size: 2))
    changes.duplicates = [DuplicatePair(newer: ids[1], older: ids[0], containment: 0.9)]
    try fixture.archive.storeLinks([(ids[0], LinkChanges(story: changes.story)), (ids[1], changes)])
    let view = try #require(try fixture.archive.storyView(ofArticle: ids[0]))
    #expect(view.groups.map { $0.rows.map(\.id) } == [[ids[1], ids[0]]])

    let key = try #require(try fixture.archive.row(ids[1])).listKey
    let change = try fixture.archive.setRead(ListScope(query: "drone"), downTo: key)
    #expect(change.articles == [ids[1]])
    #expect(try fixture.headlines("is:unread") == ["Rain", "Drone downed"])
    _ = try fixture.archive.undo(change)
    _ = try fixture.archive.setRead(ListScope(query: ""), downTo: key)
    #expect(try fixture.headlines("is:unread") == ["Drone downed"])
  }
}
