// Input that is no article, archives that are none, and disks that are full: a sentence, a status, and nothing lost.
import Foundation
import Testing

@Suite(.enabled(if: Program.wireroom != nil, "the program is not built"))
struct BadInputTests {
  @Test(
    arguments: [
      ("empty", [], "holds no text"), ("blank", Array(" \n\t\n".utf8), "holds no text"),
      ("binary", (0..<4000).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ $0 / 7) }, "is not a text file"),
      ("zero bytes", [0x61, 0, 0x62], "is not a text file"),
    ] as [(String, [UInt8], String)])
  func whatIsNoTextIsRefused(name: String, bytes: [UInt8], words: String) throws {
    let desk = try Desk()
    let path = try desk.write("a.txt", bytes: bytes)
    let good = try desk.write("b.txt", "The ferry left.\n")
    let run = try desk.run("import", "--no-analysis", path, good)
    #expect(run.status == 1)
    #expect(run.output.contains("1 new, 1 refused"))
    #expect(run.errors.contains("a.txt \(words)"))
    let parsed = try desk.run("parse", "--json", path)
    #expect(parsed.status == 1)
    #expect((parsed.json.first.flatMap { $0 })?["error"] as? String != nil)
  }

  @Test(
    arguments: [
      ("UTF-16", Array("The ferry left.".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, [0xFF, 0xFE]),
      ("a mark", Array("The ferry left.".utf8), [0xEF, 0xBB, 0xBF]), ("CRLF", Array("The ferry left.\r\n".utf8), []),
      ("old Macintosh", Array("The ferry left.\r".utf8), []),
    ] as [(String, [UInt8], [UInt8])])
  func encodingsAreRead(name: String, bytes: [UInt8], mark: [UInt8]) throws {
    let desk = try Desk()
    let run = try desk.run("parse", "--json", try desk.write("a.txt", bytes: mark + bytes))
    #expect(run.status == 0)
    let article = try #require(run.json.first ?? nil)
    #expect(article["text"] as? String == "The ferry left.")
    #expect((article["issues"] as? [String])?.isEmpty == true)
  }

  @Test func brokenCharactersAreToldOf() throws {
    let desk = try Desk()
    let bytes = Array("The café ferry ".utf8) + [0xE2, 0x82] + Array(" left.".utf8)
    let run = try desk.run("parse", "--json", try desk.write("a.txt", bytes: bytes))
    #expect(run.status == 0)
    let article = try #require(run.json.first ?? nil)
    #expect((article["issues"] as? [String])?.first?.contains("damaged") == true)
  }

  @Test func fiftyMegabytesOnOneLineAreRefusedAtOnce() throws {
    let desk = try Desk()
    let line = [UInt8](repeating: 0x61, count: 50 << 20)
    let text = try desk.write("a.txt", bytes: line)
    let lines = try desk.write(
      "a.jsonl", bytes: Array(#"{"id":1,"body":""#.utf8) + line + Array("\"}\n{\"id\":2,\"body\":\"The ferry left.\"}\n".utf8))
    let run = try desk.run("import", "--no-analysis", text, lines)
    #expect(run.status == 1)
    #expect(run.output.contains("1 new, 2 refused"))
    #expect(run.errors.contains("a.txt is too large") && run.errors.contains("a.jsonl:1: the line is too long"))
    let annotated = try desk.shell("\"$0\" annotate --only timexes < '\(lines)'")
    #expect(annotated.status == 1)
    #expect(annotated.json.count == 2)
  }

  @Test func whatIsNoFileIsRefused() throws {
    let desk = try Desk()
    try FileManager.default.createSymbolicLink(atPath: desk.folder + "/dangling.txt", withDestinationPath: "/nonsuch/a.txt")
    try FileManager.default.createSymbolicLink(atPath: desk.folder + "/loop.txt", withDestinationPath: "loop.txt")
    #expect(mkfifo(desk.folder + "/pipe.txt", 0o600) == 0 && mkfifo(desk.folder + "/pipe.jsonl", 0o600) == 0)
    for name in ["dangling.txt", "loop.txt", "pipe.txt", "pipe.jsonl", "gone.txt", "gone/", "\u{1B}[31mgone\u{202E}.txt"] {
      for command in ["import", "parse"] {
        let run = try desk.run(command, desk.folder + "/" + name)
        #expect(run.status == 1, "\(command) \(name)")
        #expect(run.errors.hasPrefix("wireroom: ") && run.forbidden.isEmpty, "\(command) \(name)")
      }
    }
  }

  @Test func aFolderThatLeadsIntoItselfEnds() throws {
    let desk = try Desk()
    try desk.write("in/a.txt", "The ferry left.\n")
    try FileManager.default.createSymbolicLink(atPath: desk.folder + "/in/back", withDestinationPath: "..")
    #expect(try desk.run("import", "--no-analysis", desk.folder + "/in").output.contains("1 new"))
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may read everything"))
  func aFolderWithoutPermissionIsRefused() throws {
    let desk = try Desk()
    try desk.write("in/a.txt", "The ferry left.\n")
    chmod(desk.folder + "/in", 0)
    defer { chmod(desk.folder + "/in", 0o700) }
    let run = try desk.run("import", "--no-analysis", desk.folder + "/in")
    #expect(run.status == 1)
    #expect(run.errors.contains("permission denied"))
  }

  @Test func closedAndFullStreamsEndItWithAWord() throws {
    let desk = try Desk()
    let lines = (0..<600).map { #"{"id":\#($0),"title":"Ferry \#($0)","body":"The ferry left."}"# }.joined(separator: "\n")
    let path = try desk.write("a.jsonl", lines)
    let broken = try desk.shell("\"$0\" import --no-analysis --ack --archive \"$1\" '\(path)' | head -1; exit ${PIPESTATUS[0]}")
    #expect(broken.output == "READY\n" && broken.errors.isEmpty && broken.status == 1)
    #expect(try desk.shell("\"$0\" list --archive \"$1\" --limit 0 >&-").errors.contains("standard output: Bad file descriptor"))
    #expect(try desk.shell("\"$0\" list --archive \"$1\" --limit 0 > /dev/full").errors.contains("No space left"))
    #expect(try desk.shell("\"$0\" show 9999 --archive \"$1\" 2>&-").status == 1)
    #expect(try desk.shell("\"$0\" show 9999 --archive \"$1\" 2>/dev/full").status == 1)
    #expect(try desk.shell("\"$0\" list --nonsense 2>&-").status == 2)
    #expect(try desk.shell("\"$0\" annotate --only timexes <&-").status == 1)
    #expect(try desk.shell("\"$0\" import --no-analysis --archive \"$1\" - < /").status == 1)
    #expect(try desk.run("check").status == 0)
  }
}
