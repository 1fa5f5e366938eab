// Articles taken out of stories and stories made one: what follows, the way back, and what no reindex and no import touches;
// and what a story gained since it was looked at.

import Testing

@testable import Briefing

@Suite struct StoryDecidingTests {
  private static let count = 6
  /// Two stories of three articles each.
  private static let stories = [0, 0, 0, 3, 3, 3]

  private func archive() throws -> (fixture: ArchiveFixture, ids: [Int64]) {
    let fixture = try ArchiveFixture()
    let ids = try fixture.archive.store(
      (0..<StoryDecidingTests.count).map {
        IncomingArticle(article: sample("n \($0)", "Word.", date: day(2024, 1, 1 + $0), id: "\($0)"))
      }
    ).map(\.id)
    try fixture.link(ids, stories: StoryDecidingTests.stories)
    return (fixture, ids)
  }

  /// Which articles belong together, by their places: "012 345".
  private func together(_ fixture: ArchiveFixture, _ ids: [Int64]) throws -> String {
    var order: [Int64] = []
    var members: [Int64: String] = [:]
    for (place, id) in ids.enumerated() {
      let story = try #require(try fixture.archive.story(of: id))
      if members[story.id] == nil { order.append(story.id) }
      members[story.id, default: ""] += String(place)
      #expect(try fixture.archive.articles(inStory: story.id, limit: 99).count == story.size)
    }
    return order.compactMap { members[$0] }.joined(separator: " ")
  }

  /// Linking may bring what was taken apart together in other ways, and in any order.
  @Test(arguments: [
    ([0, 0, 0, 3, 3, 3], "02 1 345"), ([0, 1, 1, 3, 3, 3], "0 1 2 345"), ([0, 0, 2, 3, 3, 3], "0 1 2 345"),
    ([0, 3, 0, 3, 3, 3], "02 1345"), ([0, 0, 0, 0, 0, 0], "02345 1"),
  ])
  func whatWasTakenApartStaysApart(_ row: (stories: [Int], after: String)) throws {
    for isReversed in [false, true] {
      let (fixture, ids) = try archive()
      _ = try fixture.archive.splitFromStory(ids[1])
      try fixture.archive.unlinkAll()
      for place in isReversed ? ids.indices.reversed() : Array(ids.indices) {
        let story = StoryState(id: ids[row.stories[place]], name: "Story", size: 1)
        try fixture.archive.storeLinks([(ids[place], LinkChanges(story: story))])
      }
      #expect(try together(fixture, ids) == row.after)
      // The reader's newer word goes before the older.
      _ = try fixture.archive.mergeStories(ids[1], ids[2])
      try fixture.archive.storeLinks([])
      #expect(try fixture.archive.story(of: ids[1]) == fixture.archive.story(of: ids[2]))
      #expect(try fixture.archive.check() == [])
    }
  }

  private static let decisions: [(name: String, decide: @Sendable (Archive, [Int64]) throws -> [Change], after: String)] = [
    ("split one", { [try $0.splitFromStory($1[1])] }, "02 1 345"),
    ("split the first", { [try $0.splitFromStory($1[0])] }, "0 12 345"),
    ("merge", { [try $0.mergeStories($1[1], $1[5])] }, "012345"),
    ("merge the other way", { [try $0.mergeStories($1[5], $1[1])] }, "012345"),
    ("merge, then split", { [try $0.mergeStories($1[1], $1[5]), try $0.splitFromStory($1[3])] }, "01245 3"),
    ("split, then merge elsewhere", { [try $0.splitFromStory($1[1]), try $0.mergeStories($1[3], $1[1])] }, "02 1345"),
    ("split, then back", { [try $0.splitFromStory($1[1]), try $0.mergeStories($1[2], $1[1])] }, "012 345"),
  ]

  @Test(arguments: decisions.indices) func undoneAndRedone(_ index: Int) throws {
    let (fixture, ids) = try archive()
    let one = StoryDecidingTests.decisions[index]
    let changes = try one.decide(fixture.archive, ids)
    #expect(try together(fixture, ids) == one.after, "\(one.name)")
    #expect(changes.allSatisfy { !$0.isEmpty && !$0.what.isEmpty })
    var redo: [Change] = []
    for change in changes.reversed() { redo.append(try fixture.archive.undo(change)) }
    #expect(try together(fixture, ids) == "012 345", "\(one.name)")
    #expect(try fixture.archive.storyDecisions().isEmpty)
    for change in redo.reversed() { _ = try fixture.archive.undo(change) }
    #expect(try together(fixture, ids) == one.after, "\(one.name)")
    #expect(try fixture.archive.check() == [])
  }

  /// Links are made anew, all at once, one by one and by an engine that does not know, and articles come again.
  @Test(arguments: decisions.indices) func outliveAReindexAndAnImport(_ index: Int) throws {
    let (fixture, ids) = try archive()
    let one = StoryDecidingTests.decisions[index]
    _ = try one.decide(fixture.archive, ids)
    try fixture.archive.unlinkAll()
    try fixture.link(ids, stories: StoryDecidingTests.stories)
    #expect(try together(fixture, ids) == one.after, "\(one.name)")
    for (place, id) in ids.enumerated() {
      let story = StoryState(id: ids[StoryDecidingTests.stories[place]], name: "anew", size: 1)
      try fixture.archive.storeLinks([(id, LinkChanges(story: story))])
      #expect(try together(fixture, ids) == one.after, "\(one.name)")
    }
    #expect(try fixture.archive.check() == [])
  }

  @Test func whatJoinsAMergedStoryLaterIsOfItToo() throws {
    let (fixture, ids) = try archive()
    let merge = try fixture.archive.mergeStories(ids[0], ids[3])
    let late = try fixture.add(sample("late", "Word.", date: day(2024, 2, 1)))
    // As an engine says that has not heard of the merge.
    try fixture.archive.storeLinks([(late[0], LinkChanges(story: StoryState(id: ids[3], name: "late", size: 4)))])
    #expect(try together(fixture, ids + late) == "0123456")
    _ = try fixture.archive.undo(merge)
    #expect(try together(fixture, ids + late) == "012 3456")
    #expect(try fixture.archive.story(of: ids[3])?.name == "Story 3")
  }

  @Test func nothingToDecideIsNoDecision() throws {
    let (fixture, ids) = try archive()
    #expect(try fixture.archive.mergeStories(ids[0], ids[1]).isEmpty)
    #expect(try fixture.archive.mergeStories(ids[0], 99).isEmpty)
    #expect(try fixture.archive.splitFromStory(99).isEmpty)
    _ = try fixture.archive.splitFromStory(ids[1])
    #expect(try fixture.archive.splitFromStory(ids[1]).isEmpty)
    let decision = try #require(try fixture.archive.storyDecisions().first)
    #expect(try !fixture.archive.withdraw(decision).isEmpty)
    #expect(try together(fixture, ids) == "012 345")
    #expect(try fixture.archive.withdraw(decision).isEmpty)
  }

  @Test func whatAStoryGainedSinceItWasLookedAt() throws {
    let fixture = try ArchiveFixture()
    let archive = fixture.archive
    func article(_ title: String, _ line: String, _ time: (String, String), _ party: (String, EntityID)) -> IncomingArticle {
      EventSamples.article(
        title, line, date: day(2023, 10, 6), id: "\"\(title)\"", times: [(time.0, time.1)], parties: [party])
    }
    var ids = try archive.store([article("One", "Malta sent boats on Monday.", ("Monday", "2023-10-02"), ("Malta", "state:MLT"))])
      .map(\.id)
    try fixture.link(ids, stories: [0])
    #expect(try archive.storyView(ofArticle: ids[0])?.gains == nil, "nobody has looked yet")
    let seen = try #require(try archive.storyView(ofArticle: ids[0]))
    #expect(seen.parties.map { "\($0.party.name): \($0.proof?.sentence ?? "-")" } == ["Malta: Malta sent boats on Monday."])
    #expect(seen.dates.map(\.event.sentence) == ["Malta sent boats on Monday."] && seen.dateCount == 1)
    try archive.lookedAtStory(of: ids[0], upTo: try #require(seen.newest), at: 1)
    #expect(try archive.storyView(ofArticle: ids[0])?.gains?.count == 0)
    ids += try archive.store([
      article("Two", "Malta sent boats on Monday.", ("Monday", "2023-10-02"), ("Malta", "state:MLT")),
      article("Three", "Italy sent divers on Tuesday.", ("Tuesday", "2023-10-03"), ("Italy", "state:ITA")),
    ]).map(\.id)
    try fixture.link(ids, stories: [0, 0, 0])
    let gains = try #require(try archive.storyView(ofArticle: ids[2])?.gains)
    #expect(gains.count == 2 && Set(gains.articles.map(\.headline)) == ["Two", "Three"])
    #expect(gains.parties.map { "\($0.party.name): \($0.proof?.sentence ?? "-")" } == ["Italy: Italy sent divers on Tuesday."])
    #expect(gains.dates.map(\.event.sentence) == ["Italy sent divers on Tuesday."])
    #expect(try archive.stories(limit: 9).map { "\($0.story.size) \($0.gained ?? -1)" } == ["3 2"])
    // Links made anew leave it as it was.
    try archive.unlinkAll()
    try fixture.link(ids, stories: [0, 0, 0])
    #expect(try archive.storyView(ofArticle: ids[0])?.gains?.count == 2)
  }
}
