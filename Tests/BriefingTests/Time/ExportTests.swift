// Exports to the byte: what a table, a calendar and a memo get of one timeline.

import Foundation
import Testing

@testable import Briefing

@Suite struct ExportTests {
  private func exported() throws -> [ExportedEvent] {
    let fixture = try ArchiveFixture()
    try fixture.join(try fixture.archive.store(EventSamples.week + [EventSamples.exact]).map(\.id))
    return try fixture.archive.timelineIndex(.all).dates.flatMap {
      ExportedEvent.merge(try fixture.archive.events(on: $0.key, in: .all))
    }
  }

  private func expectGolden(_ name: String, _ text: String) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Snapshots/\(name)")
    guard let wanted = try? String(contentsOf: file, encoding: .utf8) else {
      try text.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name); look at it, and run again")
      return
    }
    #expect(text == wanted)
  }

  @Test func json() throws {
    try expectGolden("timeline.jsonl", try exported().map { $0.json.text + "\n" }.joined())
  }

  @Test func csv() throws {
    let lines = [TimelineCSV.header] + (try exported().map(TimelineCSV.line))
    try expectGolden("timeline.csv", lines.map { $0 + "\r\n" }.joined())
  }

  @Test func calendar() throws {
    let lines = TimelineCalendar.head + (try exported().compactMap(TimelineCalendar.lines).flatMap { $0 }) + TimelineCalendar.foot
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    try expectGolden("timeline.ics", lines.map { $0 + "\r\n" }.joined())
  }

  @Test func markdown() throws {
    var writer = TimelineMarkdown()
    try expectGolden("timeline.md", try exported().flatMap { writer.lines($0) }.map { $0 + "\n" }.joined())
  }

  @Test func linesFoldBetweenScalars() {
    let line = "SUMMARY:" + String(repeating: "ü", count: 60)
    let folded = TimelineCalendar.fold(line)
    #expect(folded.count == 2)
    #expect(folded[0].utf8.count <= 75)
    #expect(folded.dropFirst().allSatisfy { $0.first == " " && $0.utf8.count <= 75 })
    #expect(folded[0] + folded.dropFirst().map { String($0.dropFirst()) }.joined() == line)
    #expect(TimelineCalendar.fold("") == [""])
    #expect(TimelineCalendar.escaped("a;b,c\\d\ne") == "a\\;b\\,c\\\\d\\ne")
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "  =1", "＝1"]) func noCellIsAFormula(_ title: String) throws {
    var exported = try #require(try exported().first)
    exported.event.article.headline = title
    #expect(TimelineCSV.line(exported).contains("'" + title))
  }

  @Test func nothingInASentenceIsMarkup() {
    #expect(TimelineMarkdown.escaped("a *b* [c](d) <e> `f`_") == "a \\*b\\* \\[c\\](d) \\<e\\> \\`f\\`\\_")
  }

  @Test func copiesAreOneLineAndUnresolvedOnesAreNot() throws {
    let fixture = try ArchiveFixture()
    func copy(_ id: String, _ value: String?) -> IncomingArticle {
      EventSamples.article(
        "Copy \(id)", "The bridge fell on Monday.", date: value == nil ? nil : day(2023, 10, 3), source: id, id: "\"\(id)\"",
        times: [("Monday", value)])
    }
    _ = try fixture.archive.store([
      copy("a", "2023-10-02"), copy("b", "2023-10-02"), copy("c", nil), copy("d", nil),
    ])
    let merged = try fixture.archive.timelineIndex(.all).dates.map {
      ExportedEvent.merge(try fixture.archive.events(on: $0.key, in: .all))
    }
    #expect(merged.map { $0.map(\.copies.count) } == [[1], [0, 0]])
    #expect(merged[0][0].event.article.source == "a")
  }
}
