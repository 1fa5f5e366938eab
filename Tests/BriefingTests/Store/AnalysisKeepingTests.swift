// An analysis is of the article as its reader has it: what comes with another date or title is not kept, and is told by
// `outdated`.

import Foundation
import Testing

@testable import Briefing

@Suite struct AnalysisKeepingTests {
  private static let analyser = Result<Analyser, any Error> {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return Analyser(gazetteer: try Gazetteer.load(folder: root.path + "/data/gazetteer"))
  }

  private let fixture: ArchiveFixture
  private let analyser: Analyser
  private var archive: Archive { fixture.archive }

  init() throws {
    fixture = try ArchiveFixture()
    analyser = try AnalysisKeepingTests.analyser.get()
  }

  private func incoming(_ article: Article) -> IncomingArticle {
    IncomingArticle(article: article, analysis: analyser.analyse(article))
  }

  /// What the archive derived of the article: the values of its dates, or nil.
  private func values(_ id: Int64) throws -> [String?]? { try archive.analysis(id)?.timexes.map(\.value) }

  private func analyseOutdated(_ ids: [Int64]) throws {
    try archive.derive(archive.outdated(among: ids)) { $0.map { analyser.analyse($0) } }
  }

  @Test func anImportKeepsTheReadersDateInTheAnalysis() throws {
    let id = try archive.store([incoming(sample("T", "It fell on Thursday.", id: "1"))])[0].id
    _ = try archive.setDate([id], day(2023, 10, 5))
    try analyseOutdated([id])
    #expect(try values(id) == ["2023-10-05"])
    let edited = sample("T", "It fell on Thursday, not on Tuesday.", id: "1")
    #expect(try archive.store([incoming(edited)]) == [.changed(id)])
    #expect(try values(id) == nil, "weekdays of an undated text are not the reader's")
    #expect(try archive.outdated(among: [id]) == [id])
    try analyseOutdated([id])
    #expect(try values(id) == ["2023-10-05", "2023-10-03"])
    #expect(try archive.article(id)?.published?.origin == .user)
    // The same text, read by newer analysers.
    try archive.markAllOutdated()
    #expect(try archive.store([incoming(edited)]) == [.same(id)])
    #expect(try archive.outdated(among: [id]) == [id])
    try analyseOutdated([id])
    #expect(try values(id) == ["2023-10-05", "2023-10-03"])
    #expect(try archive.check() == [])
  }

  @Test func whatTheReaderLeftAloneIsKeptAtOnce() throws {
    let article = sample("T", "It fell on Thursday.", date: day(2023, 10, 5), id: "1")
    let id = try archive.store([incoming(article)])[0].id
    _ = try archive.setSource([id], "Wire")
    _ = try archive.addTag([id], "sea")
    let edited = sample("T", "It fell on Tuesday.", date: day(2023, 10, 5), id: "1")
    #expect(try archive.store([incoming(edited)]) == [.changed(id)])
    #expect(try archive.outdated(among: [id]) == [] && values(id) == ["2023-10-03"])
  }

  @Test func aTitleOfTheReaderIsReadToo() throws {
    let id = try archive.store([incoming(sample("T", "It fell.", id: "1"))])[0].id
    let change = try archive.setTitle(id, "Drone falls")
    #expect(try archive.outdated(among: [id]) == [id])
    try analyseOutdated([id])
    #expect(try archive.store([incoming(sample("T", "It fell again.", id: "1"))]) == [.changed(id)])
    #expect(try archive.outdated(among: [id]) == [id])
    _ = try archive.undo(change)
    #expect(try archive.outdated(among: [id]) == [id])
  }

  /// A site that edits a word and bumps the date: the entry keeps its day, and its weekdays are of that day.
  @Test func anEntryThatComesAgainIsReadByTheDayItKeeps() throws {
    let feed = try archive.subscribe(url: "https://example.org/feed", time: 1000).id
    func sync(_ text: String, _ date: DateStamp, url: String = "https://example.org/1") throws -> [ImportOutcome] {
      let article = sample("T", text, date: date, url: url)
      let entry = IncomingEntry(guid: "1", link: url, article: article)
      let plan = try archive.plan([entry], feed: feed)
      let stored = StoredEntry(index: 0, entry: entry, article: article, analysis: analyser.analyse(article))
      return try archive.store([stored], plan: plan, feed: feed, time: 2000).compactMap { $0 }
    }
    #expect(try sync("The dam broke on Tuesday.", day(2023, 10, 5)) == [.new(1)])
    #expect(try values(1) == ["2023-10-03"])
    #expect(try sync("The big dam broke on Tuesday.", day(2023, 10, 12)) == [.changed(1)])
    #expect(try archive.article(1)?.published?.stamp == day(2023, 10, 5))
    #expect(try archive.outdated(among: [1]) == [1] && values(1) == nil)
    try analyseOutdated([1])
    #expect(try values(1) == ["2023-10-03"])
    // Another address alone makes no version, and keeps what was derived.
    #expect(try sync("The big dam broke on Tuesday.", day(2023, 10, 5), url: "https://example.org/one") == [.same(1)])
    let detail = try #require(try archive.detail(1))
    #expect(detail.versions == 2 && detail.article.url == "https://example.org/one")
    #expect(try archive.outdated(among: [1]) == [] && values(1) == ["2023-10-03"])
    #expect(try archive.check() == [])
  }

  @Test func whatChangesWhileItIsReadStaysOutdated() throws {
    let ids = try fixture.add(sample("A", "It fell on Thursday."), sample("B", "It rose on Friday."))
    try archive.derive(ids + [99]) { articles in
      #expect(articles.map { $0.title?.text } == ["A", "B"])
      #expect(throws: Never.self) { _ = try archive.setDate([ids[0]], day(2023, 10, 5)) }
      return articles.map { analyser.analyse($0) }
    }
    #expect(try archive.outdated(among: ids) == [ids[0]])
    #expect(try archive.analysis(ids[0]) == nil)
  }

  @Test func anEntryThatWasLetGoMeanwhileEndsNothing() throws {
    let feed = try archive.subscribe(url: "https://example.org/feed", time: 1000).id
    func entry(_ number: Int, _ text: String) -> IncomingEntry {
      let url = "https://example.org/\(number)"
      return IncomingEntry(guid: url, link: url, article: sample("T\(number)", text, date: day(2023, 10, number), url: url))
    }
    func store(_ entries: [IncomingEntry], _ plan: EntryPlan) throws -> [ImportOutcome?] {
      try archive.store(
        entries.enumerated().map { StoredEntry(index: $0.offset, entry: $0.element, article: $0.element.article) }, plan: plan,
        feed: feed, time: 2000)
    }
    let first = [entry(1, "One."), entry(2, "Two.")]
    _ = try store(first, archive.plan(first, feed: feed))
    let edited = [entry(1, "One, edited."), entry(2, "Two, edited.")]
    let plan = try archive.plan(edited, feed: feed)
    #expect(try archive.trim(feed: feed, keep: 1) == 1)
    #expect(try store(edited, plan) == [nil, .changed(2)])
  }
}
