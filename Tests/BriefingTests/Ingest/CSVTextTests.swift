// Cells of a table: quoted where they must be, and never a program, whatever hides before its sign.

import Testing

@testable import Briefing

@Suite struct CSVTextTests {
  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"no\"", "\"say \"\"no\"\"\""), ("a\nb", "a b"), ("=1+2", "'=1+2"),
    ("\u{200B}=1+2", "'=1+2"), ("\u{1B}[2J=1+2", "'=1+2"), ("\u{1B}[", ""), ("\u{202E}@x", "'@x"), (" =1", "' =1"),
    (" 1", "\" 1\""),
  ])
  func cells(_ text: String, _ cell: String) { #expect(CSVText.cell(text) == cell) }

  @Test func aLineKeepsItsCells() { #expect(CSVText.line(["a\u{1B}[", "b\u{9B}", "c"]) == "a,b,c") }
}
