// What is told to a terminal beside what terminfo says, and the words where there can be no screen.
import Testing

@testable import Curses

@Suite struct TerminalModesTests {
  @Test func paddingIsRemoved() {
    #expect(TerminalModes.withoutPadding("\u{1B}[m$<2>") == Array("\u{1B}[m".utf8))
    #expect(TerminalModes.withoutPadding("a$<5/>b$c$<") == Array("ab$c$<".utf8))
  }

  @Test(arguments: [
    (TerminalError.notATerminal, "needs a terminal"), (.unknown(""), "TERM is not set"), (.unknown("nonsuch"), "TERM=nonsuch"),
    (.cannotDraw("dumb"), "TERM=dumb"),
  ])
  func errorsSayWhatToDo(_ error: TerminalError, part: String) {
    #expect(error.description.contains(part))
    #expect(error.description.contains("wireroom list"))
  }
}
