// What is packed comes back whole, and damage is found out.

import Foundation
import Testing

@testable import Briefing

@Suite struct PackingTests {
  /// Every field has a value, none the one that it would have by itself.
  static let analysis = Analysis(
    sentences: [.init(span: Span(0, 40), block: 0), .init(span: Span(41, 90), block: 2)],
    timexes: [
      Timex(
        span: Span(3, 9), kind: .duration, value: "P3D", mod: "APPROX", anchor: "2023-10-05", rule: "weekday-past",
        reason: "the last Thursday", doubt: true, rangeEnd: "2014"),
      Timex(span: Span(1, 2), kind: .date, value: nil, rule: "none", reason: "no publication date"),
    ],
    who: PartyAnnotation(
      entities: [
        Mention(
          span: Span(5, 12), type: .other, kind: .armedGroup, entity: "group:pkk", name: "Kurdistan Workers’ Party",
          iso3: "TUR", why: "dictionary", isModifier: true,
          candidates: [EntityReference(entity: "person:y", name: "Y")])
      ],
      parties: [
        PartyMention(
          span: Span(4, 20), kind: .person, entity: "person:x", name: "X", iso3: "SYR", title: Span(4, 10),
          affiliation: EntityReference(entity: "state:TUR", name: "Turkey"), role: "source",
          why: "title", note: "affiliated with the PKK")
      ],
      attributions: [
        Attribution(sentence: 1, kind: .hearsay, speaker: Span(7, 9), entity: "person:x", cue: Span(2, 4)),
        Attribution(sentence: 0, kind: .named, speaker: nil, entity: nil, cue: Span(0, 1)),
      ]))

  @Test func anAnalysisComesBack() throws {
    #expect(try Analysis(packed: PackingTests.analysis.packed()) == PackingTests.analysis)
    #expect(try Analysis(packed: Analysis().packed()) == Analysis())
  }

  /// A field that is added to a type must be added to its packing: these are the numbers of fields that it knows.
  @Test func noFieldIsForgotten() throws {
    let analysis = PackingTests.analysis
    func fields(_ value: Any) -> Int { Mirror(reflecting: value).children.count }
    #expect(fields(analysis) == 3 && fields(analysis.who) == 3 && fields(analysis.sentences[0]) == 2)
    #expect(fields(analysis.timexes[0]) == 9 && fields(analysis.who.entities[0]) == 9)
    #expect(fields(analysis.who.parties[0]) == 10 && fields(analysis.who.attributions[0]) == 5)
    #expect(fields(Article(text: "", blocks: [])) == 13 && fields(Block(span: Span(0, 0), kind: .prose)) == 4)
    #expect(fields(day(2000, 1, 1)) == 4 && fields(Dateline(span: Span(0, 0), place: Span(0, 0))) == 3)
  }

  @Test func damageNeverTraps() {
    var dice = Dice(state: 3)
    let good = PackingTests.analysis.packed()
    let article = sample("T", "Text of the article.", "RELATED HEADLINE STANDS HERE", date: day(2023, 1, 1)).packed()
    for _ in 0..<5000 {
      for bytes in [good, article] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &dice) {
          bytes[Int.random(in: 0..<bytes.count, using: &dice)] = UInt8.random(in: 0...255, using: &dice)
        }
        if Bool.random(using: &dice) { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &dice)) }
        _ = try? Analysis(packed: bytes)
        _ = try? Article(packed: bytes, text: "Text of the article.\nRELATED HEADLINE STANDS HERE")
      }
    }
  }

  @Test func fingerprint() {
    // SipHash-2-4-128 of nothing is not of interest; that it tells strings apart at their seams is.
    let a = ContentHash.of(sample("ab", "c"))
    #expect(a.count == 16 && a == ContentHash.of(sample("ab", "c")))
    #expect(a != ContentHash.of(sample("a", "bc")) && a != ContentHash.of(sample(nil, "c")))
    #expect(ContentHash.number(of: "x") != ContentHash.number(of: "y"))
  }

  @Test(arguments: [
    ("2023", "2023-01-01..2023-12-31"), ("2024-02", "2024-02-01..2024-02-29"), ("2023-W40", "2023-10-02..2023-10-08"),
    ("2023-Q4", "2023-10-01..2023-12-31"), ("2023-10-05T16:30", "2023-10-05..2023-10-05"), ("199", "1990-01-01..1999-12-31"),
    ("2023-SU", "2023-06-01..2023-08-31"), ("PRESENT_REF", ""), ("P3D", ""), ("2023-13", ""), ("2023-02-30", ""), ("", ""),
    ("2023-XX", ""), ("99999999999999999999", ""),
  ])
  func days(_ value: String, _ expected: String) {
    let days = DayRange.days(of: value)
    let shown = days.map { "\(CivilDate(dayNumber: $0.lowerBound).iso)..\(CivilDate(dayNumber: $0.upperBound).iso)" } ?? ""
    #expect(shown == expected)
  }
}
