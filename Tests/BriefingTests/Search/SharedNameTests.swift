// One name of several parties, and stories by the words of their names.

import Testing

@testable import Briefing

@Suite struct SharedNameTests {
  @Test func theArticlesOfAllWhoBearANameStandInOrder() throws {
    let fixture = try ArchiveFixture()
    _ = try fixture.archive.store(
      [(1, "state:BGR"), (2, "group:bgr-team"), (3, "state:BGR"), (4, "group:other")].map { number, entity in
        EventSamples.article(
          "n\(number)", number < 4 ? "Bulgaria won." : "Malta won.", date: day(2023, 10, number), id: "\"\(number)\"", times: [],
          parties: [(number < 4 ? "Bulgaria" : "Malta", entity)])
      })
    #expect(try fixture.headlines("party:bulgaria") == ["n3", "n2", "n1"])
    #expect(try fixture.headlines("party:bulgaria is:unread date:2023-10-02..") == ["n3", "n2"])
    #expect(try fixture.headlines("-party:bulgaria") == ["n4"])
    #expect(try fixture.archive.count(ListScope(query: "party:bulgaria")) == 3)
  }

  @Test func storiesAreFoundByWhateverTheyAreCalledNow() throws {
    let fixture = try ArchiveFixture()
    let ids = try fixture.add(sample("A", "One."), sample("B", "Two."), sample("C", "Three."), sample("D", "Four."))
    func name(_ article: Int, _ story: Int, _ name: String) throws {
      let changes = LinkChanges(story: StoryState(id: ids[story], name: name, size: 1))
      try fixture.archive.storeLinks([(ids[article], changes)])
    }
    try name(0, 0, "Bulgaria: ferry")
    try name(1, 0, "Bulgaria, Érd: ferry, strike")
    try name(2, 2, "Malta: strike")
    try name(3, 2, "Malta: strikes end")
    func completed(_ prefix: String) throws -> [String] {
      try fixture.archive.completions(field: "story", prefix: prefix, limit: 5)
    }
    #expect(try completed("str") == ["Bulgaria, Érd: ferry, strike", "Malta: strikes end"])
    #expect(try completed("strike mal") == ["Malta: strikes end"] && completed("erd") == ["Bulgaria, Érd: ferry, strike"])
    #expect(try completed("").count == 2 && completed("zeppelin").isEmpty)
    #expect(try fixture.headlines("story:strike") == ["B", "A"], "whole words, of names as they are now")
    #expect(try fixture.headlines("story:\"malta strikes\"") == ["D", "C"])
    #expect(try fixture.archive.check().isEmpty)
    try fixture.archive.unlinkAll()
    #expect(try completed("").isEmpty && fixture.headlines("story:malta").isEmpty)
    #expect(try fixture.archive.check().isEmpty)
  }
}
