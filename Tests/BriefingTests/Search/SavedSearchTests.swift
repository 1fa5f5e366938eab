// Saved searches, alerts, what has arrived since, facets and stories as fields: all over one small archive.

import Foundation
import GRDB
import Testing

@testable import Briefing

@Suite struct SavedSearchTests {
  @Test func anAlertTellsWhatComesAfterItAndOnce() throws {
    let fixture = try ArchiveFixture()
    try fixture.add(sample("Grain ship sails", "A ship sailed."))
    try fixture.archive.saveSearch("Grain", query: "grain", isAlert: true)
    #expect(try fixture.archive.alertNews("grain", limit: 10)?.rows.map(\.headline) == [])
    let new = try fixture.add(
      sample("Grain deal ends", "It ended.", date: day(2023, 7, 17)), sample("Drone falls", "A drone fell."),
      sample("Grain prices rise", "They rose.", date: day(2023, 7, 18)))
    #expect(try fixture.archive.alertNews("GRAIN", limit: 10)?.rows.map(\.headline) == ["Grain prices rise", "Grain deal ends"])
    let listed = try #require(try fixture.archive.savedSearches().first)
    #expect(listed.new == 2 && listed.unread == 3 && listed.isAlert)
    try fixture.archive.markReported("Grain", upTo: new[0])
    #expect(try fixture.archive.alertNews("grain", limit: 10)?.rows.map(\.headline) == ["Grain prices rise"])
    #expect(try fixture.archive.alertNews("drone", limit: 10) == nil)
  }

  @Test func savingAgainKeepsWhatWasToldUnlessTheQueryIsAnother() throws {
    let fixture = try ArchiveFixture()
    try fixture.archive.saveSearch("g", query: "grain", isAlert: true)
    try fixture.add(sample("Grain ship sails", "A ship sailed."))
    try fixture.archive.saveSearch("G", query: "grain", isAlert: true)
    #expect(try fixture.archive.savedSearches().map(\.new) == [1])
    try fixture.archive.saveSearch("g", query: "ship", isAlert: true)
    #expect(try fixture.archive.savedSearches().map(\.new) == [0])
    try fixture.archive.saveSearch("g", query: "ship", isAlert: false)
    #expect(try fixture.archive.alertNews("g", limit: 10) == nil)
    #expect(try fixture.archive.removeSearch("G"))
    #expect(try !fixture.archive.removeSearch("G"))
  }

  @Test func arrivalsAreNotedByTheMinute() throws {
    let fixture = try ArchiveFixture()
    let now = Int(time(nil))
    #expect(try fixture.archive.lastID(before: now - 3600) == 0)
    let ids = try fixture.add(sample("One", "First."), sample("Two", "Second."))
    #expect(try fixture.archive.lastID(before: now - 60) == ids[0] - 1, "all that is here came after that")
    #expect(try fixture.archive.lastID(before: now + 3600) == ids[1], "nothing has come since then")
    #expect(try fixture.archive.news(ListScope(query: ""), after: ids[0], limit: 5).rows.map(\.id) == [ids[1]])
  }

  /// A bucket holds what came within a minute of its beginning: what came in its second half is not missed.
  @Test(arguments: [(30, 0), (59, 0), (60, 2), (75, 2), (4_000, 2)])
  func aMinuteThatHadBegunIsLookedAtWhole(_ age: Int, _ last: Int64) throws {
    let fixture = try ArchiveFixture()
    try fixture.add(sample("One", "First."), sample("Two", "Second."))
    let now = 1_700_000_000
    try fixture.archive.write { try $0.execute(sql: "UPDATE arrival SET second = ?", arguments: [now - age]) }
    #expect(try fixture.archive.lastID(before: now) == last)
  }

  @Test func newsWaitForWhatOnlyAnAnalysisTells() throws {
    let fixture = try ArchiveFixture()
    let front = NamedText("Two", "[Harbour Front|org:front] struck.", names: ["org:front": "Harbour Front"])
    let items = [front.incoming, IncomingArticle(article: sample("Three", "Harbour Front struck.")), front.incoming]
    let ids = try fixture.archive.store(
      items.enumerated().map { index, item in
        var item = item
        item.article.externalID = "\(index)"
        return item
      }
    ).map(\.id)
    func news(_ query: String, after id: Int64 = 0, limit: Int = 9) throws -> SearchNews {
      try fixture.archive.news(ListScope(query: query), after: id, limit: limit)
    }
    let party = try news("party:\"Harbour Front\"")
    #expect(party.rows.map(\.id) == [ids[0]] && party.toldUpTo == ids[0] && party.waiting == 1)
    #expect(try news("party:\"Harbour Front\"", after: ids[1]).rows.map(\.id) == [ids[2]])
    // The text alone tells of all.
    let text = try news("struck", limit: 2)
    #expect(text.rows.count == 2 && text.isCut && text.toldUpTo == ids[2] && text.waiting == 0)
    #expect(try news("-story:x").waiting == 3)
    try fixture.archive.storeAnalysis(ids[1], front.analysis)
    #expect(try news("party:\"Harbour Front\"", after: party.toldUpTo).rows.map(\.id).sorted() == [ids[1], ids[2]])
  }

  @Test func facetsCountAndTheirQueriesFind() throws {
    let fixture = try ArchiveFixture()
    try fixture.add(
      sample("Grain ship sails", "A ship sailed.", date: day(2023, 7, 17), source: "Reuters", tags: ["sea", "grain"]),
      sample("Grain deal ends", "It ended.", date: day(2023, 7, 18), source: "Reuters", tags: ["grain"]),
      sample("Grain rots", "It rots.", date: day(2023, 8, 1), source: "A \"B\" C", tags: ["the “new” \"one\"", "C:\\"]),
      sample("Drone falls", "A drone fell."), sample("Grain talks", "They met.", date: day(2023, 8, 2), source: "The “Wire” Post")
    )
    let facets = try fixture.archive.facets(ListScope(query: "grain"))
    #expect(facets.articles == 4 && !facets.isPartial)
    #expect(
      facets.values[.sources]?.map { "\($0.name) \($0.articles)" } == ["Reuters 2", "A \"B\" C 1", "The “Wire” Post 1"])
    #expect(facets.values[.months]?.map { "\($0.name) \($0.articles)" } == ["2023-08 2", "2023-07 2"])
    #expect(
      facets.values[.tags]?.map { "\($0.name) \($0.articles)" } == ["grain 2", "C:\\ 1", "sea 1", "the “new” \"one\" 1"])
    for value in facets.values.values.joined() {
      #expect(try fixture.headlines("(grain) (\(value.query))").count == value.articles, "\(value.query)")
    }
    #expect(try fixture.archive.facets(ListScope(query: "nobody")).articles == 0)
  }

  @Test func storiesAreFoundByNumberAndByTheWordsOfTheirNames() throws {
    let fixture = try ArchiveFixture()
    let ids = try fixture.add(
      sample("Drone falls", "A drone fell."), sample("Drone found", "It was found."), sample("Rain", "It rained."))
    let changes = LinkChanges(story: StoryState(id: ids[0], name: "Drone, Syria", size: 2))
    try fixture.archive.storeLinks([(ids[0], changes), (ids[1], changes)])
    #expect(try Set(fixture.headlines("story:\(ids[0])")) == ["Drone falls", "Drone found"])
    #expect(try Set(fixture.headlines("story:syria")) == ["Drone falls", "Drone found"])
    #expect(try fixture.headlines("story:\"syria drone\" found") == ["Drone found"])
    #expect(try fixture.headlines("-story:syria") == ["Rain"])
    #expect(try fixture.headlines("story:rain") == [])
    #expect(try fixture.archive.completions(field: "story", prefix: "syr", limit: 5) == ["Drone, Syria"])
  }
}
