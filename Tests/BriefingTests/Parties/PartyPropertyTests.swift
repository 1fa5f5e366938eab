// Whatever the bytes: nothing traps, every span lies inside the text, and the lists are sorted.

import Testing

@testable import Briefing

struct PartyPropertyTests {
  private struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  private static let words = [
    "the", "U.S.", "Turkey", "'s", "'", "\"", "(", ")", "PKK", "said", "President", "of", "and", ",", ".", "-", "Ankara",
    "According", "to", "Ministry", "Kurdistan", "Workers'", "Party", "al", "Bashar", "Assad", "\n", "MILITARY", "RUSSIA", ":",
    "REPORT", "he", "official", "News", "Gen.", "May", "5", "é", "İ", "ß", "👍", "\u{301}", "“", "”", "’s", "told", "one", "whom",
  ]

  @Test func anyTextIsRead() throws {
    let tagger = try PartyFixture.tagger()
    var generator = Seeded(state: 7)
    for _ in 0..<400 {
      var text = ""
      for _ in 0..<Int.random(in: 0..<60, using: &generator) {
        text += (Self.words.randomElement(using: &generator) ?? "") + (Bool.random(using: &generator) ? " " : "")
      }
      let document = PartyFixture.document(text)
      let who = tagger.tag(document)
      let whole = Span(0, document.scalars.count)
      let spans =
        who.entities.map(\.span) + who.parties.flatMap { [$0.span] + ($0.title.map { [$0] } ?? []) }
        + who.attributions.flatMap { [$0.cue] + ($0.speaker.map { [$0] } ?? []) }
      for span in spans { #expect(whole.contains(span) && !span.isEmpty, "\(text)") }
      #expect(who.entities.map(\.span) == who.entities.map(\.span).sorted())
      #expect(who.parties.map(\.span) == who.parties.map(\.span).sorted())
      for (a, b) in zip(who.entities, who.entities.dropFirst()) { #expect(!a.span.overlaps(b.span), "\(text)") }
      for row in roster(of: document, who: who) {
        #expect(row.insideLonger <= row.count && row.mentions == row.mentions.sorted())
      }
    }
  }

  @Test func aLongLineTakesLinearTime() throws {
    let tagger = try PartyFixture.tagger()
    let document = PartyFixture.document(String(repeating: "Turkey Ankara President of ", count: 4_000))
    #expect(!tagger.tag(document).entities.isEmpty)
  }
}
