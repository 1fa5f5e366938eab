// What moves between stories by itself is written, told, and gives way to what the reader decided.

import Testing

@testable import Briefing

@Suite struct StoryMoverTests {
  private func archive() throws -> (fixture: ArchiveFixture, ids: [Int64]) {
    let fixture = try ArchiveFixture()
    let ids = try fixture.archive.store(
      (0..<6).map { IncomingArticle(article: sample("n \($0)", "Word.", date: day(2024, 1, 1 + $0), id: "\($0)")) }
    ).map(\.id)
    try fixture.link(Array(ids.prefix(5)), stories: [0, 0, 0, 3, 3])
    return (fixture, ids)
  }

  private func arrive(_ fixture: ArchiveFixture, _ id: Int64, in story: Int64, named name: String, _ shifts: [StoryShift]) throws
  {
    var changes = LinkChanges(story: StoryState(id: story, name: name, size: 1))
    changes.shifts = shifts
    try fixture.archive.storeLinks([(id, changes)])
  }

  private func sentences(_ fixture: ArchiveFixture, _ story: Int64) throws -> [StoryNote] {
    try fixture.archive.storyNotes(story, limit: 9)
  }

  @Test func aStoryThatBecomesPartOfAnotherIsTold() throws {
    let (fixture, ids) = try archive()
    try arrive(fixture, ids[5], in: ids[0], named: "Story 0", [StoryShift(.story, from: ids[3], to: ids[0])])
    #expect(try fixture.archive.story(of: ids[4]) == StoryState(id: ids[0], name: "Story 0", size: 6))
    #expect(
      try sentences(fixture, ids[0]) == [
        StoryNote(kind: .storyCame, article: ids[5], headline: "n 5", moved: "", words: "Story 3")
      ])
    #expect(try fixture.archive.check() == [])
  }

  @Test func anArticleThatChangesItsStoryIsToldInBoth() throws {
    let (fixture, ids) = try archive()
    try arrive(fixture, ids[5], in: ids[3], named: "Story 3", [StoryShift(.article(ids[2]), from: ids[0], to: ids[3])])
    #expect(try fixture.archive.story(of: ids[2])?.id == ids[3])
    #expect(try fixture.archive.story(of: ids[0])?.size == 2)
    #expect(try fixture.archive.story(of: ids[5])?.size == 4)
    #expect(try sentences(fixture, ids[3]).map(\.kind) == [.articleCame])
    #expect(try sentences(fixture, ids[0]).map(\.kind) == [.articleWent])
    #expect(try sentences(fixture, ids[0])[0].moved == "n 2")
    #expect(try sentences(fixture, ids[0])[0].words == "Story 3")
  }

  @Test func aGrownStorySaysHowItWasCalled() throws {
    let (fixture, ids) = try archive()
    try arrive(fixture, ids[5], in: ids[3], named: "Other", [])
    // A story of two may still look for its name.
    #expect(try fixture.archive.story(of: ids[3])?.name == "Other")
    #expect(try sentences(fixture, ids[3]).isEmpty)
    try fixture.link([ids[4]], stories: [0])
    try fixture.link(Array(ids.prefix(4)), stories: [0, 0, 0, 0])
    try arrive(fixture, ids[5], in: ids[0], named: "Third", [])
    #expect(
      try sentences(fixture, ids[0]) == [
        StoryNote(kind: .renamed, article: ids[5], headline: "n 5", moved: "", words: "Story 0")
      ])
  }

  @Test func whatTheReaderPutElsewhereStaysThere() throws {
    let (fixture, ids) = try archive()
    _ = try fixture.archive.splitFromStory(ids[1])
    let own = try #require(try fixture.archive.story(of: ids[1]))
    try arrive(fixture, ids[5], in: ids[3], named: "Story 3", [StoryShift(.article(ids[1]), from: ids[0], to: ids[3])])
    #expect(try fixture.archive.story(of: ids[1]) == own)
    #expect(try sentences(fixture, ids[3]).isEmpty)
    #expect(try fixture.archive.check() == [])
  }
}
