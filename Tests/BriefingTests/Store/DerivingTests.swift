// Reindexing: in steps, resumable, without touching what the reader decided.

import Testing

@testable import Briefing

@Suite struct DerivingTests {
  @Test func aReindexGoesOnWhereItStopped() throws {
    let fixture = try ArchiveFixture()
    let ids = try fixture.archive.store(
      (0..<10).map { IncomingArticle(article: sample("\($0)", "x", date: day(2024, 1, 1 + $0))) }
    )
    .map(\.id)
    _ = try fixture.archive.setStarred([ids[3]], true)
    var seen: [Int64] = []
    while true {
      // Each step by an archive of its own, as if the last one had been killed.
      let archive = try Archive.open(path: fixture.path)
      let batch = try archive.outdated(limit: 3)
      guard !batch.isEmpty else { break }
      seen += batch
      try archive.storeAnalyses(batch.map { ($0, PackingTests.analysis) })
    }
    #expect(seen == ids.reversed())
    #expect(try fixture.archive.outdatedCount() == 0)
    #expect(try fixture.archive.detail(ids[3])?.row.isStarred == true)
    #expect(try fixture.archive.outdated(version: Analysis.version + 1, limit: 100).count == 10)
    #expect(try fixture.archive.check() == [])
  }

  @Test func anAnalysisIsReplacedWhole() throws {
    let fixture = try ArchiveFixture()
    let article = sample("T", "The PKK met the YPG in Qandil for talks that lasted all of three days and nights.")
    let id = try fixture.add(article)[0]
    try fixture.archive.storeAnalysis(id, PackingTests.analysis)
    #expect(try fixture.archive.analysis(id) == PackingTests.analysis)
    #expect(try fixture.headlines("party:\"Kurdistan Workers’ Party\"") == ["T"])
    try fixture.archive.storeAnalysis(id, Analysis())
    #expect(try fixture.headlines("party:\"Kurdistan Workers’ Party\"") == [])
    #expect(try fixture.archive.completions(field: "party", prefix: "kurd", limit: 5) == [])
    try fixture.archive.storeAnalysis(99, Analysis())
    #expect(try fixture.archive.check() == [])
  }

  @Test func anAnalysisComesWithTheArticle() throws {
    let fixture = try ArchiveFixture()
    let article = sample("T", "The PKK met the YPG in Qandil for talks that lasted all of three days and nights.", id: "1")
    let id = try fixture.archive.store([IncomingArticle(article: article)])[0].id
    #expect(try fixture.archive.store([IncomingArticle(article: article, analysis: PackingTests.analysis)]) == [.same(id)])
    #expect(try fixture.archive.analysis(id) == PackingTests.analysis)
    #expect(try fixture.archive.outdated(limit: 9) == [])
    let changed = sample("T", "Other words altogether.", id: "1")
    #expect(try fixture.archive.store([IncomingArticle(article: changed)]) == [.changed(id)])
    // Spans over the old text would prove nothing.
    #expect(try fixture.archive.analysis(id) == nil)
    #expect(try fixture.archive.outdated(limit: 9) == [id])
  }
}
