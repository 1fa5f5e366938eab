// What `check` says of counts and places that are kept by hand, and that a reindex of everything makes them right.

import Testing

@testable import Briefing

@Suite struct CheckingTests {
  @Test(
    arguments: [
      ("UPDATE date_count SET articles = articles + 1", "Dates of timelines are counted wrongly"),
      ("DELETE FROM date_count", "Dates of timelines are counted wrongly"),
      ("UPDATE party SET articles = 0", "Parties are counted"),
      ("INSERT INTO involvement SELECT id, 77, 1, 1 FROM party LIMIT 1", "where no article is: 1"),
      ("INSERT INTO date_mention VALUES (77, 1, 1, 0, 0)", "where no article is: 1"),
    ])
  func whatIsKeptByHandIsChecked(_ sql: String, _ finding: String) throws {
    let fixture = try ArchiveFixture()
    _ = try fixture.archive.store(EventSamples.week)
    #expect(try fixture.archive.check() == [])
    try fixture.archive.write { try $0.execute(sql: sql) }
    #expect(try fixture.archive.check().contains { $0.contains(finding) })
    try fixture.archive.markAllOutdated()
    #expect(try fixture.archive.check() == [])
  }
}
