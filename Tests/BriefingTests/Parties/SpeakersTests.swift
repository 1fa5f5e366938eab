// Who says what: each case is a text and the words that are shown for its sentences.

import Testing

@testable import Briefing

struct SpeakersTests {
  static let cases: [(text: String, shown: [String])] = [
    ("The bridge was destroyed, according to officials.", ["said by: officials (unnamed)"]),
    ("Foreign Minister Hakan Fidan said on Monday the talks had failed.", ["said by: Hakan Fidan"]),
    ("“We will stay,” said Hakan Fidan.", ["said by: Hakan Fidan"]),
    ("Hakan Fidan, the Turkish foreign minister, said the talks had failed.", ["said by: Hakan Fidan"]),
    ("Hakan Fidan spoke in Ankara. He said the talks had failed.", ["said by: Hakan Fidan"]),
    ("Ankara said the talks had failed.", ["said by: Ankara"]),
    ("A report said 12 people had died.", ["according to: A report"]),
    ("The general was reportedly dismissed.", ["reportedly"]),
    ("The general is believed to be in hiding.", ["reportedly"]),
    ("Two senior diplomats said the draft was ready.", ["said by: Two senior diplomats (unnamed)"]),
    ("The United States rejects the claims.", []), ("The army took the town on Monday.", []),
    ("The state reports to nobody.", []),
  ]

  @Test(arguments: cases.indices) func attributions(_ at: Int) throws {
    let (text, shown) = Self.cases[at]
    let document = PartyFixture.document(text)
    let who = try PartyFixture.tagger().tag(document)
    let found = who.attributions.filter { $0.sentence == document.sentences.count - 1 }
    #expect(found.map { attributionText($0, in: document) } == shown, "\(text)")
  }

  /// "He said" takes the last who spoke or was named.
  @Test func speakersHaveTheirEntity() throws {
    let document = PartyFixture.document("Hakan Fidan said it was over. He added that talks would follow.")
    let who = try PartyFixture.tagger().tag(document)
    #expect(who.attributions.map(\.entity) == ["person:hakan-fidan", "person:hakan-fidan"])
  }
}
