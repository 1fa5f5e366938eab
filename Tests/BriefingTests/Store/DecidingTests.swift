// What a reader decides, its undo, and that nothing derived touches it.

import Foundation
import Testing

@testable import Briefing

@Suite struct DecidingTests {
  /// Everything a reader sees of the archive.
  private func state(_ archive: Archive) throws -> [String] {
    let rows = try archive.page(ListScope(), limit: 1000).rows
    return try rows.map { row in
      "\(row.id) \(row.headline) \(row.source ?? "-") \(row.published.map { "\($0.stamp.iso) \($0.origin)" } ?? "-") "
        + "\(row.isUnread) \(row.isStarred) \(row.tags) \(try archive.detail(row.id)?.related.headlines.map(\.state) ?? [])"
    } + ["\(try archive.totals())"]
  }

  @Test func everyDecisionIsUndoneAndRedone() throws {
    let fixture = try ArchiveFixture()
    let archive = fixture.archive
    let ids = try fixture.add(
      sample("First", "Text one.", "TALKS ON GRAIN DEAL RESUME IN ANKARA", date: day(2023, 1, 1), tags: ["un"]),
      sample("Second", "Text two.", date: day(2023, 1, 2)), sample("Third", "Text three."))
    let decisions: [(String, () throws -> Change)] = [
      ("read", { try archive.setRead(ids, true) }), ("star", { try archive.setStarred([ids[1]], true) }),
      ("tag", { try archive.addTag(ids, " Grain deal ") }), ("untag", { try archive.removeTag([ids[0]], "UN") }),
      ("date", { try archive.setDate([ids[2], ids[0]], day(2024, 3, 1)) }),
      ("title", { try archive.setTitle(ids[1], "Another title") }), ("source", { try archive.setSource(ids, "AP") }),
      ("pin", { try archive.pinLink(in: ids[0], headline: "TALKS ON GRAIN DEAL RESUME IN ANKARA", to: ids[1]) }),
      ("reject", { try archive.rejectLink(in: ids[0], headline: "TALKS ON GRAIN DEAL RESUME IN ANKARA", to: ids[2]) }),
    ]
    var states: [[String]] = []
    var changes: [Change] = []
    for (name, decide) in decisions {
      states.append(try state(archive))
      let change = try decide()
      #expect(!change.isEmpty, "\(name)")
      // A second time nothing changes.
      #expect(try decide().isEmpty, "\(name)")
      #expect(try archive.check() == [], "\(name)")
      changes.append(change)
    }
    let end = try state(archive)
    var redo: [Change] = []
    for (change, before) in zip(changes, states).reversed() {
      redo.append(try archive.undo(change))
      // Where an article stands among others of one day may differ after a move; all else is as before.
      #expect(try state(archive).sorted() == before.sorted())
    }
    #expect(try archive.check() == [])
    for change in redo.reversed() { _ = try archive.undo(change) }
    #expect(try state(archive).sorted() == end.sorted())
    #expect(try archive.check() == [])
  }

  @Test func whatIsSaidOfAChange() throws {
    let fixture = try ArchiveFixture()
    let ids = try fixture.add(sample("A", "a"), sample("B", "b"))
    #expect(try fixture.archive.setRead(ids, true).what == "2 articles marked read")
    #expect(try fixture.archive.setRead(ids + [99], true).isEmpty)
    #expect(try fixture.archive.addTag([ids[0]], " \n ").isEmpty)
  }

  @Test func aDateMovesTheArticleAndOutdatesItsAnalysis() throws {
    let fixture = try ArchiveFixture()
    let ids = try fixture.add(sample("Undated", "It fell on Thursday.", "A drone."), sample("Dated", "x", date: day(2023, 1, 1)))
    try fixture.archive.storeAnalyses(ids.map { ($0, Analysis()) })
    #expect(try fixture.archive.outdated(limit: 10) == [])
    let change = try fixture.archive.setDate([ids[0]], day(2023, 10, 5))
    #expect(try fixture.headlines() == ["Undated", "Dated"])
    #expect(try fixture.headlines("thursday date:2023-10") == ["Undated"])
    #expect(try fixture.archive.article(ids[0])?.published?.origin == .user)
    #expect(try fixture.archive.outdated(limit: 10) == [ids[0]])
    _ = try fixture.archive.undo(change)
    #expect(try fixture.headlines() == ["Dated", "Undated"])
    #expect(try fixture.archive.article(ids[0])?.published == nil)
  }

  @Test func aTitleOfTheReaderIsFoundAndFindsItsHeadlines() throws {
    let fixture = try ArchiveFixture()
    let ids = try fixture.add(sample("A", "Text.", "CEASEFIRE TALKS BEGIN IN DOHA"), sample(nil, "Envoys met."))
    #expect(try fixture.archive.totals().missingLinks == 1)
    let change = try fixture.archive.setTitle(ids[1], "Ceasefire talks begin in Doha")
    #expect(try fixture.headlines("title:ceasefire") == ["Ceasefire talks begin in Doha"])
    #expect(try fixture.archive.totals().missingLinks == 0)
    _ = try fixture.archive.undo(change)
    #expect(try fixture.archive.totals().missingLinks == 1)
    #expect(try fixture.archive.row(ids[1])?.isLede == true)
    #expect(try fixture.archive.check() == [])
  }

  @Test func notes() throws {
    let fixture = try ArchiveFixture()
    #expect(try fixture.archive.setting("last") == nil)
    try fixture.archive.setSetting("last", "12")
    #expect(try fixture.archive.setting("last") == "12")
    try fixture.archive.setSetting("last", nil)
    #expect(try fixture.archive.setting("last") == nil)
  }
}
