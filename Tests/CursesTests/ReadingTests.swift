// The built program as its users use it: read, follow a headline and come back, search, all by keys on a real terminal.
import Foundation
import Testing

@Suite(.serialized, .enabled(if: Program.wireroom != nil, "the program is not built"))
struct ReadingTests {
  private func reader(columns: Int, rows: Int) throws -> PTY {
    let (folder, file) = try Program.archive()
    let program = try #require(Program.wireroom)
    return try PTY(
      program, ["--archive", file], environment: Program.environment(folder), columns: columns, rows: rows)
  }

  @Test func opensAnArticleAndComesBack() throws {
    let pty = try reader(columns: 80, rows: 24)
    #expect(pty.sees("1 Briefings") && pty.sees("2 Text"))
    pty.type("j\r")
    #expect(pty.sees("The ferry company stopped all sailings to the port"))
    #expect(pty.wait { screen in !screen.text.contains { $0.contains("1 Briefings") } })
    pty.type("q")
    #expect(pty.sees("1 Briefings"))
  }

  @Test func showsWhenAndWhoBesideTheArticle() throws {
    let pty = try reader(columns: 130, rows: 30)
    pty.type("j\r")
    #expect(pty.sees("Tue 2 Mar"))
    #expect(pty.sees("Italy"))
    #expect(pty.sees("1 found"))
  }

  @Test func followsAHeadlineAndComesBackToTheSamePlace() throws {
    let pty = try reader(columns: 130, rows: 30)
    #expect(pty.sees("Ferry"))
    pty.type("j5")
    #expect(pty.sees("Enter goes there"))
    pty.settle()
    let before = pty.screen.text.dropFirst()
    pty.type("\r")
    #expect(pty.sees("The minister arrived in Rome on Monday"))
    pty.type("[")
    // The top line counts the unread, and the article that was jumped to is read now.
    #expect(pty.wait { screen in panes(screen.text) == panes(Array(before)) })
  }

  /// The middle and right columns: the list marks what has been read meanwhile.
  private func panes(_ rows: [String]) -> [String] {
    rows.filter { $0.contains("│") }.map { row in String(row.drop { $0 != "│" }) }
  }

  @Test func theArticleIsSetAgainInTheNewWidth() throws {
    let pty = try reader(columns: 100, rows: 24)
    pty.type("j\r")
    #expect(pty.sees("The ferry company stopped all sailings to the port"))
    pty.resize(columns: 30, rows: 24)
    #expect(pty.wait { screen in screen.text.contains { $0.contains("The ferry company") } })
    #expect(pty.wait { screen in !screen.text.contains { $0.contains("stopped all sailings to the port") } })
    pty.resize(columns: 100, rows: 24)
    #expect(
      pty.sees("The ferry company stopped all sailings to the port"), "\(pty.screen.text.joined(separator: "\n"))")
  }

  @Test func searchesWhileTyping() throws {
    let pty = try reader(columns: 100, rows: 24)
    #expect(pty.sees("Ferry") && pty.sees("Greek minister"))
    pty.type("/sailings")
    #expect(pty.sees("1 of 2"))
    #expect(pty.wait { screen in screen.text.contains { $0.contains("Ferry company") } })
    pty.type("\u{1B}")
    #expect(pty.sees("2 briefings"))
    pty.type("/zeppelin")
    #expect(pty.sees("nothing matches"))
  }

  @Test func theMouseChoosesARow() throws {
    let pty = try reader(columns: 130, rows: 30)
    #expect(pty.sees("Ferry"))
    #expect(pty.wait { $0.hasMouse })
    pty.settle()
    let row = try #require(pty.screen.text.firstIndex { $0.contains("Ferry company") })
    pty.type("\u{1B}[<0;5;\(row + 1)M\u{1B}[<0;5;\(row + 1)m")
    #expect(pty.sees("The ferry company stopped all sailings"))
  }

  @Test func copiesASentenceWithItsSource() throws {
    let pty = try reader(columns: 130, rows: 30)
    #expect(pty.sees("Ferry"))
    pty.type("j\r")
    #expect(pty.sees("The ferry company stopped all sailings"))
    pty.type(")y")
    #expect(pty.wait { _ in copied(pty.output) != nil })
    let text = try #require(copied(pty.output))
    #expect(text.contains("The ferry company stopped all sailings to the port of Novara on Tuesday"))
    #expect(text.contains("Harbour Wire"))
  }

  /// What the last OSC 52 put on the clipboard.
  private func copied(_ output: [UInt8]) -> String? {
    let text = String(decoding: output, as: UTF8.self)
    guard let start = text.range(of: "\u{1B}]52;c;", options: .backwards) else { return nil }
    let encoded = text[start.upperBound...].prefix { $0 != "\u{7}" }
    return Data(base64Encoded: String(encoded)).map { String(decoding: $0, as: UTF8.self) }
  }
}
