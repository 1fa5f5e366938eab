// The cuts that names and dates rely on. A bar marks each cut inside a text; spaces cut too.

import Testing

@testable import Briefing

@Suite struct TokeniserTests {
  private func tokens(_ text: String) -> [Token] {
    let scalars = text.unicodeScalars.map(normalised)
    return tokenise(scalars, in: [Span(0, scalars.count)])
  }

  @Test(arguments: [
    "The U.S. and|, yes|, the U.K.|'s army",
    "Turkey|'s record|; Turkey|’s record",
    "the lawmakers|’ vote",
    "a U.S.|-|led force of F|-|16s",
    "58|-|year|-|old",
    "O'Brien didn't go to N'Djamena",
    "10:30 a.m. and 5pm",
    "2,011 troops|, $|3.5 billion|, 1|,|2|,|3",
    "the 1970s and the 5th of May",
    "Oct. 5|, Brig. Gen. Pat Doe",
    "J. Doe and J.K. Doe",
    "Ph|.|D|. or not",
    "(|PKK|)|.",
    "“|unsafe|” and “|rude|.|”",
    "wait|.|.|. here",
    "Київ|, Україна|: п'ять осіб",
    "İstanbul'da 2 kişi",
    "القاهرة|، مصر",
    "café crème",
    "AT|&|T and R|&|D",
    "3.5",
    "well|-|known",
    "50|% of it",
    "and|/|or",
  ])
  func cuts(_ marked: String) {
    let text = marked.filter { $0 != "|" }
    let expected = marked.split(whereSeparator: { $0 == "|" || $0 == " " }).map { word in
      String(String.UnicodeScalarView(word.unicodeScalars.map(normalised)))
    }
    #expect(tokens(text).map(\.text) == expected)
  }

  @Test func spansPointIntoTheText() {
    let text = "Turkey’s F-16s left at 9:30 a.m. — “at last.”"
    let scalars = Array(text.unicodeScalars)
    for token in tokens(text) {
      #expect(String(String.UnicodeScalarView(scalars[token.span.start..<token.span.end].map(normalised))) == token.text)
    }
  }

  @Test func kindsAndCasing() {
    let all = tokens("NATO said McCain met iPhone users in Kyiv on 5 May 1970s .")
    #expect(
      all.map(\.casing) == [
        .upper, .lower, .mixed, .lower, .mixed, .lower, .lower, .capitalised, .lower, .none, .capitalised, .none, .none,
      ])
    #expect(all.filter { $0.kind == .number }.map(\.text) == ["5", "1970s"])
    #expect(all.last?.kind == .sign)
  }

  @Test func possessivesAndSpacesAreMarked() {
    let all = tokens("Iran's U.S.'s")
    #expect(all.map(\.spaceBefore) == [true, false, true, false])
    #expect(all.map(\.lower) == ["iran", "'s", "u.s.", "'s"])
  }

  @Test func scalarsOutsideTheSpansMakeNoTokens() {
    let scalars = Array("one two three".unicodeScalars)
    #expect(tokenise(scalars, in: [Span(4, 7)]).map(\.text) == ["two"])
    #expect(tokenise(scalars, in: [Span(-5, 3), Span(8, 99)]).map(\.text) == ["one", "three"])
  }
}
