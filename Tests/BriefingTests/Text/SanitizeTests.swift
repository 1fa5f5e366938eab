// What must never come out of the sanitiser, whatever goes in.

import Testing

@testable import Briefing

@Suite struct SanitizeTests {
  @Test(arguments: [
    ("plain text\nstays", "plain text\nstays"),
    ("curly “quotes”, dashes — and é, Київ, القاهرة", "curly “quotes”, dashes — and é, Київ, القاهرة"),
    ("a\tb", "a b"),
    ("a\r\nb\rc", "a\nb\nc"),
    ("a\u{85}b\u{2028}c\u{2029}d\u{0B}e\u{0C}f", "a\nb\nc\nd\ne\nf"),
    ("\u{1B}[31mred\u{1B}[0m", "red"),
    ("\u{9B}1;2Hhere", "here"),
    ("\u{1B}]0;title\u{07}x", "]0;titlex"),
    ("nul\u{0}l", "null"),
    ("a\u{202E}b\u{2066}c\u{2069}", "abc"),
    ("zero\u{200B}width\u{FEFF}\u{2060}", "zerowidth"),
    ("soft\u{AD}hyphen", "softhyphen"),
    ("blank\u{115F}\u{1160}\u{3164}letters\u{17B4}\u{17B5}", "blankletters"),
    ("tag\u{E0041}\u{E007F}", "tag"),
    ("del\u{7F}\u{9C}", "del"),
    ("no\u{A0}break", "no\u{A0}break"),
    ("Z\u{301}\u{336}\u{489}\u{301}\u{336}\u{489}x", "Z\u{301}\u{336}\u{489}\u{301}x"),
    ("Z\u{301}\u{301}\u{200B}\u{301}\u{301}\u{301}", "Z\u{301}\u{301}\u{301}\u{301}"),
    ("Vie\u{302}\u{323}t Nam, ţ\u{306}", "Vie\u{302}\u{323}t Nam, ţ\u{306}"),
  ])
  func text(_ from: String, _ to: String) { #expect(Sanitize.text(from) == to) }

  @Test(arguments: [
    ("  two   words ", "two words"),
    ("a\nb\r\n\u{A0}c", "a b c"),
    ("\u{1B}[2J", ""),
    ("", ""),
  ])
  func line(_ from: String, _ to: String) { #expect(Sanitize.line(from) == to) }

  @Test func isIdempotentAndClean() {
    var random = SeededRandom(seed: 7)
    for _ in 0..<400 {
      let input = random.text(scalars: 60)
      let once = Sanitize.text(input)
      #expect(Sanitize.text(once) == once)
      #expect(!once.unicodeScalars.contains(where: Sanitize.isForbidden))
      let line = Sanitize.line(input)
      #expect(Sanitize.line(line) == line)
      #expect(!line.unicodeScalars.contains("\n"))
    }
  }
}
