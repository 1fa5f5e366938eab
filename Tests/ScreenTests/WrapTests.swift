// Wrapping, as tables: the lines a text must become at a width.
import Testing

@testable import Screen

@Suite struct WrapTests {
  private func lines(_ text: String, _ width: Int) -> [String] {
    let scalars = Array(text.unicodeScalars)
    return wrap(scalars, width: width).map { range in
      String(String.UnicodeScalarView(scalars[range]))
    }
  }

  @Test(
    arguments: [
      ("", 10, []),
      ("word", 10, ["word"]),
      ("two words", 9, ["two words"]),
      ("two words", 8, ["two", "words"]),
      ("two words ", 9, ["two words"]),
      ("the drone was shot down", 9, ["the drone", "was shot", "down"]),
      ("a  b", 2, ["a", "b"]),
      ("self-defense mode", 8, ["self-def", "ense", "mode"]),
      ("in self-defense", 12, ["in", "self-defense"]),
      ("he left—and came back", 12, ["he left—and", "came back"]),
      ("he left—and came back", 9, ["he left—", "and came", "back"]),
      ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
      ("ab cdefghij", 4, ["ab", "cdef", "ghij"]),
      ("one\ntwo", 10, ["one", "two"]),
      ("one\n\ntwo\n", 10, ["one", "", "two"]),
      ("    indented", 8, ["indented"]),
      ("  in dent", 6, ["  in", "dent"]),
      ("no\u{A0}break here", 8, ["no\u{A0}break", "here"]),
      ("日本語のテキスト", 6, ["日本語", "のテキ", "スト"]),
      ("日本語。次", 6, ["日本", "語。次"]),
      ("日本", 1, ["日", "本"]),
      ("Xi 习近平 met", 7, ["Xi 习近", "平 met"]),
      ("cafe\u{301} bar", 4, ["cafe\u{301}", "bar"]),
      ("🇹🇷 flag", 4, ["🇹🇷", "flag"]),
      ("x", 0, ["x"]),
      ("ab", -3, ["a", "b"]),
    ] as [(String, Int, [String])])
  func table(_ text: String, width: Int, expected: [String]) {
    #expect(lines(text, width) == expected)
  }

  @Test func rangesCountFromTheOffset() {
    #expect(wrap(Array("ab cd".unicodeScalars), offset: 100, width: 3) == [100..<102, 103..<105])
    let slice = Array("xx ab cd".unicodeScalars)[3...]
    #expect(wrap(slice, offset: 3, width: 3) == [3..<5, 6..<8])
  }

  /// Whatever the text: lines lie in order inside it, fit, and lose nothing but blanks and line ends.
  @Test func properties() {
    var random = Seeded(7)
    let alphabet: [Unicode.Scalar] = ["a", "b", "日", " ", " ", "\n", "\u{301}", "—", "。", "\t", "\u{200D}", "👍", "\u{1B}"]
    for _ in 0..<3000 {
      let scalars = (0..<random.below(60)).map { _ in alphabet[random.below(alphabet.count)] }
      let width = random.below(12)
      let lines = wrap(scalars, width: width)
      var last = 0
      for line in lines {
        #expect(line.lowerBound >= last && line.upperBound <= scalars.count)
        let lost = scalars[last..<line.lowerBound]
        #expect(lost.allSatisfy { $0 == " " || $0 == "\n" || $0 == "\t" || Width.of($0) <= 0 }, "\(scalars) \(lines)")
        let columns = Width.of(scalars[line])
        #expect(columns <= max(1, width) || line.count(where: { Width.of(scalars[$0]) > 0 }) == 1, "\(scalars) \(lines)")
        last = line.upperBound
      }
      #expect(scalars[last...].allSatisfy { $0 == " " || $0 == "\n" || $0 == "\t" || Width.of($0) <= 0 })
    }
  }

  @Test func aLineOfAMillionScalarsTakesNoTime() {
    let long = Array(repeating: Unicode.Scalar("a"), count: 1_000_000)
    #expect(wrap(long, width: 80).count == 12_500)
    let words = Array(repeating: Array("word ".unicodeScalars), count: 200_000).flatMap { $0 }
    #expect(wrap(words, width: 80).count == 12_500)
  }
}
