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
    #expect(view.groups[1].outlets == 3)
    #expect(view.articles == 6 && view.outlets == 6)
    #expect(view.independent == 3, "AP, the Times, and one text that nobody signs")
  }

  private func article(_ line: String, _ kind: Block.Kind, source: String?, authors: [String] = []) -> Article {
    let count = line.unicodeScalars.count
    var article = Article(text: line, blocks: [Block(span: Span(0, count), kind: kind)])
    article.source = source
    article.authors = authors
    return article
  }

  @Test func theAgencyThatIsCreditedIsTheOrigin() {
    #expect(NewsAgency.origin(of: article("Text.", .prose, source: "The Associated Press")) == "AP")
    #expect(NewsAgency.origin(of: article("Text.", .prose, source: "Gazette", authors: ["Reuters staff"])) == "Reuters")
    #expect(NewsAgency.origin(of: article("(Reporting by Reuters in Moscow)", .credit, source: "Gazette")) == "Reuters")
    #expect(
      NewsAgency.origin(of: article("The Associated Press contributed to this report.", .credit, source: "Gazette")) == "Gazette")
    #expect(NewsAgency.origin(of: article("The Associated Press learned of it.", .prose, source: "Gazette")) == "Gazette")
    #expect(NewsAgency.origin(of: article("Apples fall.", .prose, source: "Apple News")) == "Apple News")
    #expect(NewsAgency.origin(of: article("Text.", .prose, source: nil)) == nil)
    var wired = article("ANKARA (AP) - Text.", .prose, source: "Gazette")
    wired.dateline = Dateline(span: Span(0, 13), place: Span(0, 6), agency: Span(8, 10))
    #expect(NewsAgency.origin(of: wired) == "AP")
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
