// The built program on a real terminal: it starts at any size, follows it, and leaves it as it was, however it ends.
import Foundation
import Glibc
import Testing

@Suite(.serialized, .enabled(if: Program.wireroom != nil, "the program is not built"))
struct RealRunTests {
  /// A reader on an archive of two briefings.
  private func reader(
    columns: Int = 80, rows: Int = 24, environment extra: [String: String] = [:], through script: String? = nil
  ) throws -> PTY {
    let (folder, file) = try Program.archive()
    let program = [try #require(Program.wireroom), "--archive", file]
    let environment = Program.environment(folder, extra)
    guard let script else {
      return try PTY(program[0], Array(program[1...]), environment: environment, columns: columns, rows: rows)
    }
    return try PTY("/bin/sh", ["-mc", script] + program, environment: environment, columns: columns, rows: rows)
  }

  @Test(arguments: [
    (0, 0), (1, 1), (2, 5), (1, 200), (200, 1), (19, 4), (20, 5), (40, 10), (79, 24), (80, 24), (120, 40), (160, 45), (1000, 500),
  ])
  func startsAtAnySize(columns: Int, rows: Int) throws {
    let pty = try reader(columns: columns, rows: rows)
    #expect(pty.wait { $0.isAlternate })
    if columns >= 40, rows >= 10 { #expect(pty.sees("Ferry")) }
    if columns >= 120, rows >= 24 { #expect(pty.sees("Timeline") && pty.sees("Involved parties") && pty.sees("Related")) }
    pty.settle()
    pty.type("Q")
    #expect(pty.wait(seconds: 5) == .exit(0))
    #expect(pty.isRestored)
  }

  @Test func followsAStormOfResizes() throws {
    let pty = try reader(columns: 160, rows: 45)
    #expect(pty.sees("Ferry"))
    pty.type("\r")
    var state: UInt64 = 5
    func below(_ bound: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % bound)
    }
    for round in 0..<200 {
      pty.resize(columns: 1 + below(200), rows: 1 + below(60))
      if round % 9 == 0 { pty.type(["1", "2", "3", "4", "5", "j", "\t", "z"][below(8)]) }
      usleep(3000)
    }
    pty.resize(columns: 120, rows: 40)
    pty.settle()
    pty.type("1")
    #expect(pty.sees("Ferry"))
    pty.type("Q")
    #expect(pty.wait(seconds: 5) == .exit(0))
    #expect(pty.isRestored)
  }

  @Test func everyCellIsWrittenAgainAfterAResize() throws {
    let pty = try reader(columns: 160, rows: 45)
    #expect(pty.sees("Ferry"))
    pty.settle()
    let before = pty.screen.text
    pty.resize(columns: 90, rows: 20)
    #expect(pty.sees("2 Text"))
    pty.resize(columns: 160, rows: 45)
    #expect(pty.wait { $0.text == before })
  }

  @Test(arguments: [SIGSEGV, SIGABRT, SIGILL, SIGBUS, SIGFPE, SIGTRAP, SIGTERM, SIGHUP, SIGQUIT, SIGINT])
  func putsTheTerminalBackWhenItDies(signal: Int32) throws {
    let pty = try reader()
    #expect(pty.sees("Ferry"))
    pty.settle()
    pty.send(signal)
    #expect(pty.wait(seconds: 5) == .signal(signal))
    #expect(pty.isRestored)
  }

  @Test func stopsAndComesBack() throws {
    let pty = try reader(through: "\"$0\" \"$@\"; echo left; read line; fg")
    #expect(pty.sees("Ferry"))
    pty.settle()
    let before = pty.screen.text
    pty.type("\u{1A}")
    #expect(pty.sees("left"))
    #expect(pty.isRestored)
    pty.type("\n")
    #expect(pty.wait { $0.isAlternate && $0.text == before })
    #expect(!pty.isCooked)
    pty.type("Q")
    #expect(pty.wait(seconds: 5) == .exit(0))
    #expect(pty.isRestored)
  }

  @Test func aClosedWindowEndsIt() throws {
    let pty = try reader()
    #expect(pty.sees("Ferry"))
    pty.hangUp()
    #expect(pty.wait(seconds: 3) == .signal(SIGHUP))
    let deaf = try reader(through: "trap '' HUP; exec \"$0\" \"$@\"")
    #expect(deaf.sees("Ferry"))
    deaf.hangUp()
    #expect(deaf.wait(seconds: 3) != .running)
  }

  @Test func aPasteIsTextAndNeverKeys() throws {
    let pty = try reader()
    #expect(pty.sees("Ferry"))
    pty.type("\u{1B}[200~Q:quit\rQ\u{1B}[201~")
    pty.settle()
    #expect(pty.wait(seconds: 0.3) == .running)
    pty.type("/")
    pty.type("\u{1B}[200~minister\u{1B}[201~")
    #expect(pty.sees("minister"))
    pty.type("\u{1B}")
    pty.settle()
    pty.type("Q")
    #expect(pty.wait(seconds: 5) == .exit(0))
  }

  @Test func junkIsNoAction() throws {
    let pty = try reader(columns: 120, rows: 30)
    #expect(pty.sees("Ferry"))
    pty.settle()
    let before = pty.screen.text
    pty.type([0xFF, 0xFE, 0xC0, 0xAF])
    pty.type(
      "\u{1B}[99;3~\u{1B}]11;rgb:0000/0000/0000\u{07}\u{1B}P1+r\u{1B}\\\u{1B}[12;40R\u{1B}[?62;c\u{1B}[<35;1;1M\u{1B}[1;5D")
    pty.settle()
    #expect(pty.screen.text == before)
    #expect(pty.wait(seconds: 0) == .running)
  }

  @Test func keysTypedBeforeTheFirstFrameCount() throws {
    let pty = try reader()
    pty.type("Q")
    #expect(pty.wait(seconds: 5) == .exit(0))
    #expect(pty.isRestored)
  }

  @Test(arguments: [("dumb", "TERM=dumb"), ("nonsuch", "TERM=nonsuch"), ("", "TERM is not set")])
  func saysWhyThereIsNoScreen(terminal: String, words: String) throws {
    let pty = try reader(environment: ["TERM": terminal])
    #expect(pty.wait(seconds: 5) == .exit(1))
    #expect(String(decoding: pty.output, as: UTF8.self).contains(words))
    #expect(!pty.output.contains(0x1B))
  }

  @Test func withoutUTF8ItDrawsInASCII() throws {
    let pty = try reader(columns: 120, rows: 30, environment: ["LANG": "C"])
    #expect(pty.sees("Ferry"))
    pty.settle()
    #expect(pty.screen.text.joined().unicodeScalars.allSatisfy { $0.isASCII })
    #expect(pty.screen.text.contains { $0.contains("|") })
  }

  @Test func obeysNoColour() throws {
    let pty = try reader(environment: ["NO_COLOR": "1"])
    #expect(pty.sees("Ferry"))
    pty.settle()
    #expect(graphics(in: pty.output).allSatisfy { !(30...49).contains($0) && !(90...107).contains($0) })
  }

  @Test func usesColourWhereItMay() throws {
    let pty = try reader()
    #expect(pty.sees("Ferry"))
    pty.settle()
    #expect(graphics(in: pty.output).contains(38))
  }

  /// Every parameter of every SGR sequence.
  private func graphics(in bytes: [UInt8]) -> [Int] {
    String(decoding: bytes, as: UTF8.self).components(separatedBy: "\u{1B}[").flatMap { part -> [Int] in
      let parameters = part.prefix { $0.isNumber || $0 == ";" }
      guard part.dropFirst(parameters.count).first == "m" else { return [] }
      return parameters.split(separator: ";").compactMap { Int($0) }
    }
  }
}
