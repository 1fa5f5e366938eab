// Lists whose rows stand for several articles: which copy is the row, where a story stands, and that pages meet.

import Testing

@testable import Briefing

@Suite struct GroupedListTests {
  /// Three copies of an agency's text, one of them without a date, beside other articles.
  private func wire() throws -> (fixture: ArchiveFixture, ids: [Int64]) {
    let fixture = try ArchiveFixture()
    var credited = sample("Ferry halted, wire says", "The ferry stopped in Varna.", date: day(2023, 1, 3), source: "Gazette")
    credited.authors = ["Associated Press"]
    let ids = try fixture.add(
      sample("Ferry halted", "The ferry stopped in Varna.", date: day(2023, 1, 2), source: "AP"), credited,
      sample("Grain", "Corn is dear.", date: day(2023, 1, 4), source: "Times"),
      sample("Ferry stops", "The ferry stopped in Varna.", source: "Herald"),
      sample("Ferry sails", "The ferry sailed.", date: day(2023, 1, 5), source: "Times"))
    try fixture.link(ids, stories: [0, 0, 2, 0, 0], copies: [(1, 0), (3, 1)])
    return (fixture, ids)
  }

  @Test func theEarliestCopyOfTheListIsTheRow() throws {
    let (fixture, ids) = try wire()
    let rows = try fixture.rows("", .copies)
    #expect(rows.map(\.headline) == ["Ferry sails", "Grain", "Ferry halted"])
    let fold = try #require(rows[2].fold)
    #expect(fold.copies == [ids[1], ids[3]] && fold.unread == 2)
    #expect(
      fold.credits
        == TextCredits(outlets: 3, independent: 2, uncredited: 1, origin: StoryView.Origin(name: "AP", articles: 2)),
      "AP, and perhaps the Herald: the Gazette prints AP")
    #expect(rows[0].fold == nil && rows[1].fold == nil)
    // Of those that a search finds.
    for (query, headline) in [
      ("source:Gazette", "Ferry halted, wire says"), ("wire", "Ferry halted, wire says"), ("is:undated", "Ferry stops"),
      ("stopped", "Ferry halted"), ("date:2023-01-03..", "Ferry halted, wire says"),
    ] {
      let row = try #require(try fixture.rows(query, .copies).last)
      #expect(row.headline == headline && row.fold?.credits.outlets == 3, "\(query)")
    }
    let ranked = try fixture.archive.page(ListScope(query: "stopped", order: .rank), grouping: .copies, limit: 9).rows
    #expect(ranked.count == 1 && ranked[0].fold?.copies.count == 2)
    #expect(try fixture.rows("", .none).count == 5)
  }

  @Test func readMarksAreOfEachCopy() throws {
    let (fixture, ids) = try wire()
    _ = try fixture.archive.setRead([ids[0], ids[1]], true)
    let row = try #require(try fixture.rows("", .copies).last)
    #expect(!row.isUnread && row.fold?.unread == 1)
    #expect(try fixture.rows("is:unread", .copies).map(\.headline) == ["Ferry sails", "Grain", "Ferry stops"])
  }

  @Test func aPageAroundACopyHasTheRowThatStandsForIt() throws {
    let (fixture, ids) = try wire()
    for grouping in [ListGrouping.copies, .stories] {
      let page = try fixture.archive.page(ListScope(), grouping: grouping, around: ids[3], limit: 4)
      #expect(page.anchor == ids[0])
      #expect(page.rows.contains { $0.stands(for: ids[3]) })
    }
    #expect(try fixture.archive.page(ListScope(), grouping: .copies, around: 99, limit: 4).anchor == nil)
  }

  @Test func aStoryStandsWhereItsNewestArticleStands() throws {
    let (fixture, ids) = try wire()
    let rows = try fixture.rows("", .stories)
    #expect(rows.map(\.headline) == ["Ferry sails", "Ferry halted", "Grain"])
    let story = try #require(rows[0].story)
    #expect(story.id == ids[0] && story.articles == 4 && rows[1].story == story && rows[2].story == nil)
    #expect(story.firstDay == CivilDate(2023, 1, 2).dayNumber && story.lastDay == CivilDate(2023, 1, 5).dayNumber)
    #expect(story.gained == nil)
    try fixture.archive.lookedAtStory(of: ids[4], upTo: ids[1], at: 1)
    #expect(try fixture.rows("", .stories)[0].story?.gained == 2)
    // What a search leaves out is not counted.
    let found = try fixture.rows("stopped", .stories)
    #expect(found.map(\.headline) == ["Ferry halted"] && found[0].story?.articles == 3)
  }

  @Test func aLongStoryIsCutAndSaysSo() throws {
    let fixture = try ArchiveFixture()
    let ids = try fixture.archive.store(
      (0..<30).map { IncomingArticle(article: sample("n \($0)", "Word.", date: day(2024, 1, 1 + $0 % 9))) }
    ).map(\.id)
    try fixture.link(ids, stories: [Int](repeating: 0, count: 30))
    let rows = try fixture.rows("", .stories)
    #expect(rows.count == GroupedReading.mostInStory && rows.allSatisfy { $0.story?.hidden == 18 })
    #expect(rows[0].story?.articles == 30)
    // Whatever of it is asked for, the head of the story is where it is found.
    let page = try fixture.archive.page(ListScope(), grouping: .stories, around: ids[0], limit: 10)
    #expect(page.rows.count == 12)
  }

  @Test func aLongStoryOfASearchHasWhatTheSearchFinds() throws {
    let fixture = try ArchiveFixture()
    let ids = try fixture.archive.store(
      (0..<90).map { number in
        IncomingArticle(
          article: sample("n \(number)", number % 3 == 0 ? "Corn grows." : "Wheat grows.", date: day(2024, 1, 1 + number / 10)))
      }
    ).map(\.id)
    try fixture.link(ids, stories: [Int](repeating: 0, count: 90))
    for (query, count) in [("corn", 30), ("corn date:2024-01-03..", 23), ("-corn", 60), ("grows", 90)] {
      let rows = try fixture.rows(query, .stories)
      #expect(rows.count == GroupedReading.mostInStory && rows[0].story?.articles == count, "\(query)")
      #expect(try rows.map(\.id) == Array(fixture.rows(query, .none).map(\.id).prefix(12)), "\(query)")
    }
  }

  /// Against a list that is put together after it was read whole.
  @Test(arguments: [1, 2, 3, 7, 40]) func pagesMeetWhateverStandsTogether(limit: Int) throws {
    var dice = Dice(state: UInt64(limit))
    for _ in 0..<3 {
      let fixture = try ArchiveFixture()
      let count = 36
      let ids = try fixture.archive.store(
        (0..<count).map { index in
          let isDated = Int.random(in: 0..<5, using: &dice) > 0
          let date = isDated ? day(2024, 1, Int.random(in: 1...9, using: &dice)) : nil
          return IncomingArticle(
            article: sample(
              "n \(index)", index % 3 == 0 ? "Corn \(index)." : "Wheat \(index).", date: date, source: "S\(index % 4)"))
        }
      ).map(\.id)
      var stories: [Int] = []
      var copies: [(Int, Int)] = []
      for index in 0..<count {
        let near = Int.random(in: 0..<3, using: &dice) == 0 ? nil : (0..<index).randomElement(using: &dice)
        stories.append(near.map { stories[$0] } ?? index)
        if let near, Bool.random(using: &dice) { copies.append((index, near)) }
      }
      // A story has twelve articles at most here, so that none is cut.
      var sizes: [Int: Int] = [:]
      for (index, story) in stories.enumerated() {
        sizes[story, default: 0] += 1
        if sizes[story, default: 0] > 12 {
          stories[index] = index
          copies.removeAll { $0.0 == index || $0.1 == index }
        }
      }
      copies.removeAll { stories[$0.0] != stories[$0.1] }
      try fixture.link(ids, stories: stories, copies: copies)
      for query in ["", "corn", "source:S1", "-corn", "is:undated"] {
        for grouping in [ListGrouping.copies, .stories] {
          let wanted = try expected(fixture, query, grouping, ids, stories, copies)
          let down = try fixture.rows(query, grouping, by: limit)
          #expect(down.map(\.id) == wanted, "\(query) \(grouping)")
          #expect(try fixture.rowsFromBelow(query, grouping, by: limit).map(\.id) == wanted, "\(query) \(grouping) upwards")
          for row in down {
            for id in [row.id] + (row.fold?.copies ?? []) {
              let page = try fixture.archive.page(ListScope(query: query), grouping: grouping, around: id, limit: limit)
              #expect(page.rows.contains { $0.stands(for: id) }, "\(query) \(grouping)")
            }
          }
        }
      }
    }
  }

  private func expected(
    _ fixture: ArchiveFixture, _ query: String, _ grouping: ListGrouping, _ ids: [Int64], _ stories: [Int],
    _ copies: [(Int, Int)]
  ) throws -> [Int64] {
    let list = try fixture.archive.page(ListScope(query: query), limit: 1000).rows
    var text = Array(ids.indices)
    for _ in ids { for (a, b) in copies { text[a] = min(text[a], text[b]); text[b] = text[a] } }
    func place(_ row: ArticleRow) -> Int { ids.firstIndex(of: row.id)! }
    func isRow(_ row: ArticleRow) -> Bool {
      let same = list.filter { text[place($0)] == text[place(row)] }
      return (same.filter { $0.published != nil }.last ?? same.last)?.id == row.id
    }
    guard grouping == .stories else { return list.filter(isRow).map(\.id) }
    var rows: [Int64] = []
    var seen: Set<Int> = []
    for row in list where seen.insert(stories[place(row)]).inserted {
      rows += list.filter { stories[place($0)] == stories[place(row)] && isRow($0) }.map(\.id)
    }
    return rows
  }
}
