// Texts that try to act on the terminal: nothing of them comes through, in any command.
import Foundation
import Testing

@Suite(.enabled(if: Program.wireroom != nil, "the program is not built"))
struct HostileTextTests {
  /// A title of a window, colours, a screen of its own, one-byte controls, directions, what is invisible.
  private static let poison =
    "\u{1B}]0;owned\u{7}\u{1B}[31m\u{1B}[?1049h\u{9B}2J\u{9D}0;x\u{9C}\u{1B}P1$r\u{1B}\\\u{202E}\u{2066}\u{200B}\u{2060}\u{FEFF}"
    + "\u{AD}\u{E0041}\u{8}\u{7F}\u{85}\u{2028}"

  private static func desk() throws -> Desk {
    let desk = try Desk()
    let p = poison
    try desk.write(
      "in/a.txt",
      "Title: Ferry\(p) stops\nDate: 2021-03-04\nSource: Harbour\(p) Wire\nAuthor: A\(p)nn\nTags: sea\(p)\n"
        + "URL: https://example.org/\(p)a\n\nThe \(p)ferry of Italy\(p) stopped on Tuesday.\n\nROME\(p) MINISTER SAYS FERRIES WILL SAIL AGAIN SOON\n\n"
        + "“We\(p) wait,” said Giorgia\(p) Example, a spokeswoman for Italy.\n")
    try desk.write(
      "in/b\u{1B}[31m\u{202E}.txt", "---\ntitle: \"Front\(p) matter\"\ntags: [\"x\(p)\"]\n---\n\nThe ferry\(p) left.\n")
    let fields: [String: Any] = [
      "id": "i\(p)d", "title": "Line\(p)s", "date": "2021-03-05", "body": "The ferry\(p) of Greece sank on Monday.",
      "source": "Wi\(p)re", "url": "https://example.org/\(p)", "tags": ["y\(p)"], "authors": ["Z\(p)"],
    ]
    try desk.write(
      "in/c.jsonl", bytes: Array(try JSONSerialization.data(withJSONObject: fields)) + Array("\nbad \(p) line\n".utf8))
    try desk.write("in/d\u{1B}]0;x\u{7}.txt", "")
    return desk
  }

  @Test func nothingActsOnATerminal() throws {
    let desk = try HostileTextTests.desk()
    let imported = try desk.run("import", desk.folder + "/in")
    #expect(imported.status == 1)
    #expect(imported.output.contains("3 new, 2 refused"))
    #expect(imported.forbidden.isEmpty)
    let commands = [
      ["list"], ["search", "ferry"], ["show", "1"], ["show", "2"], ["show", "3"], ["timeline"], ["parties"],
      ["related", "--all"], ["stats"],
      ["check"],
    ]
    for command in commands {
      for format in [[], ["--json"]] {
        let run = try desk.start(command + format + ["--archive", desk.archive], environment: Program.environment(desk.folder))
        #expect(run.status == 0, "\(command): \(run.errors)")
        #expect(!run.output.isEmpty)
        #expect(run.forbidden.isEmpty, "\(command) \(format)")
        if !format.isEmpty { #expect(run.json.allSatisfy { $0 != nil }, "\(command)") }
      }
    }
    for name in try FileManager.default.contentsOfDirectory(atPath: desk.folder + "/in") {
      for format in [[], ["--json"]] {
        let run = try desk.start(
          ["parse"] + format + [desk.folder + "/in/" + name], environment: Program.environment(desk.folder))
        #expect(run.forbidden.isEmpty, "\(name.debugDescription) \(format)")
      }
    }
    for wrong in [
      ["show", HostileTextTests.poison], ["search", "date:\(HostileTextTests.poison)"],
      ["stats", "--\(HostileTextTests.poison)"],
    ] {
      let run = try desk.start(wrong + ["--archive", desk.archive], environment: Program.environment(desk.folder))
      #expect(run.status != 0)
      #expect(run.forbidden.isEmpty)
    }
  }

  @Test func nothingActsOnATerminalInTheReader() throws {
    let desk = try HostileTextTests.desk()
    #expect(try desk.run("import", desk.folder + "/in").status == 1)
    let program = try #require(Program.wireroom)
    let pty = try PTY(
      program, ["--archive", desk.archive], environment: Program.environment(desk.folder), columns: 140, rows: 40)
    #expect(pty.sees("Ferry"))
    for keys in ["j\r", "1", "2", "3", "4", "5", "1/ferry\r", "\u{1B}", "1jj\r", "k\r", "?", "\u{1B}"] {
      pty.type(keys)
      pty.settle()
    }
    pty.type("Q")
    #expect(pty.wait(seconds: 5) == .exit(0))
    let output = String(decoding: pty.output, as: UTF8.self)
    // What the program itself sends has none of these.
    for sequence in ["\u{1B}]0;", "\u{1B}P", "[2J\u{9D}", "owned\u{7}"] { #expect(!output.contains(sequence)) }
    let own: Set<Unicode.Scalar> = ["\u{7}", "\u{8}", "\t", "\n", "\r", "\u{E}", "\u{F}", "\u{1B}"]
    #expect(output.unicodeScalars.allSatisfy { CommandRun.isHarmless($0) || own.contains($0) })
  }
}
