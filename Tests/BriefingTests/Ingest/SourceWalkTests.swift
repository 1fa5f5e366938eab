// Paths into sources, on a folder made for the test.

import Foundation
import Testing

@testable import Briefing

@Suite struct SourceWalkTests {
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("wireroom-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder + "/b/.deep", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for name in ["z.txt", "a.TXT", "b/2.md", "b/10.txt", "c.jsonl", ".hidden.txt", "b/.deep/x.txt", "picture.png"] {
      try Data("text".utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
    }
    try body(folder)
  }

  private func walk(_ paths: [String]) -> [SourceWalk.Source] {
    var walk = SourceWalk(paths)
    var found: [SourceWalk.Source] = []
    while let next = walk.next() { found.append(next) }
    return found
  }

  @Test func foldersComeInTheOrderOfNames() throws {
    try withFolder { folder in
      let found = walk([folder])
      let expected: [SourceWalk.Source] = [
        .article(folder + "/a.TXT", .text), .article(folder + "/b/10.txt", .text), .article(folder + "/b/2.md", .text),
        .lines(folder + "/c.jsonl"),
      ]
      #expect(Array(found.prefix(4)) == expected)
      #expect(found.count == 6)
      #expect(found[4] == .passedOver(folder + "/picture.png"))
      #expect(found[5] == .article(folder + "/z.txt", .text))
    }
  }

  @Test func aNamedFileIsTakenWhateverItsName() throws {
    try withFolder { folder in
      #expect(walk([folder + "/picture.png", "-"]) == [.article(folder + "/picture.png", .text), .lines("-")])
      guard case .refused(_, let why) = try #require(walk([folder + "/none"]).first) else {
        Issue.record("not refused")
        return
      }
      #expect(why == "\(folder)/none does not exist; check the path.")
    }
  }

  @Test func aLinkThatLeadsBackUpEnds() throws {
    try withFolder { folder in
      try FileManager.default.createSymbolicLink(atPath: folder + "/b/up", withDestinationPath: folder)
      #expect(walk([folder]).count == 6)
    }
  }

  private func refusal(_ path: String, limit: Int = 100) -> IngestError? {
    do throws(IngestError) {
      _ = try SourceWalk.bytes(of: path, limit: limit)
      return nil
    } catch {
      return error
    }
  }

  @Test func bytesHaveALimit() throws {
    try withFolder { folder in
      let bytes = try SourceWalk.bytes(of: folder + "/z.txt")
      #expect(bytes == Array("text".utf8))
      #expect(refusal(folder + "/z.txt", limit: 3) == .tooLarge(folder + "/z.txt", bytes: 4, limit: 3))
      #expect(refusal(folder) == .unreadable(folder, why: "it is a folder"))
      #expect(refusal(folder + "/none") == .notFound(folder + "/none"))
    }
  }

  @Test func linesOfAFileAreRead() throws {
    try withFolder { folder in
      let path = folder + "/many.jsonl"
      let long = String(repeating: "x", count: 3_000_000)
      try Data("{\"body\":\"a\"}\n{\"body\":\"\(long)\"}\n{\"body\":\"c\"}".utf8).write(to: URL(fileURLWithPath: path))
      var lines = try JSONLines(path: path)
      #expect(try lines.next()?.line == .record(JSONLines.Record(body: "a")))
      #expect(try lines.next()?.line == .record(JSONLines.Record(body: long)))
      #expect(try lines.next()?.line == .record(JSONLines.Record(body: "c")))
      #expect(try lines.next() == nil)
    }
  }
}
