// Lines that are told to be prose at one look are what the rules say of them too.

import Testing

@testable import Briefing

@Suite struct PlainProseTests {
  private func last(_ line: String, linesAfter: Int = 5) -> Unicode.Scalar? {
    PlainProse.lastInside(scalarArray(line)[...], linesAfter: linesAfter)
  }

  @Test func proseIsToldAtOneLook() {
    #expect(last("The ministry said on Thursday that two of the vessels had left the port before dawn.") == ".")
    #expect(last("“We will not leave,” he said of the valley, where the armies have met three times since:") == ":")
    #expect(last("KYIV, Ukraine (AP) — Officials said that the line was cut on Monday and mended on Tuesday.") == ".")
    // Near the end a sentence about an office may be that of its writer.
    #expect(last("The deputy is a member of the council for the region and has been in office since May.", linesAfter: 0) == ".")
  }

  @Test(arguments: [
    "UKRAINE AND RUSSIA AGREE TO EXCHANGE PRISONERS OF WAR AFTER LONG TALKS IN ISTANBUL ON MONDAY",
    "RELATED: The minister who left the cabinet says that he will not return before the election is held",
    "Photo by a member of the crew shows the vessel as it left the port of Odesa before dawn on Thursday",
    "Additional reporting by Jane Doe in Kyiv and John Roe in Warsaw; editing by somebody else in London",
    "The vessel as it left the port of Odesa before dawn on Thursday, an hour after the strike (AP Photo/Jane Doe)",
    "The vessel as it left the port of Odesa before dawn on Thursday, an hour after it. REUTERS/Jane Doe",
    "Somebody else of this paper in Kyiv contributed to this report about the vessels that left the port",
    "# The minister who left the cabinet says that he will not return before the election is held at all",
    "You can read the whole of the report about the vessels by clicking here",
    "Two words only",
  ])
  func whatIsDoubtfulIsLeftToTheRules(_ line: String) { #expect(last(line) == nil) }

  @Test func theNameOfAWriterIsLeftToTheRules() {
    let line = "Jane Doe is a reporter for the Daily Example and covers the ministries of the region from Vienna."
    #expect(last(line, linesAfter: 1) == nil)
    #expect(last(line, linesAfter: 3) == ".")
  }

  /// Ten thousand lines out of words and signs that the rules look for, and of others.
  @Test func theRulesSayTheSame() {
    let words =
      """
      the The THE of said Kyiv NATO a and And AND is are reporter Reporter for By BY Jane Doe file FILE Photo photo: by reporting \
      Reporting get Get GET the app newsletter subscribe Subscribe contributed Contributed CONTRIBUTED to this report click here \
      clicking Here “here” source: SOURCE: SOURCES AP Reuters REUTERS/Jane (AP (Photo/Doe) — - – 2023 12.5 U.S. © # ( ) / : , . \
      ? ! " ” ’ ſee fıle École ΑΘΗΝΑ Киев 北京 with input from try TRY download more related Related: READ copyright Copyright
      """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
    var seed: UInt64 = 7
    func below(_ bound: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % bound
    }
    var told = 0
    for _ in 0..<10_000 {
      // Half of the words are small ones, or nearly no line would be prose.
      let line = (0..<(6 + below(40))).map { _ in
        below(2) == 0 ? ["the", "of", "vessels", "left"][below(4)] : words[below(words.count)]
      }
      .joined(separator: " ")
      let scalars = scalarArray(line)[...]
      let after = below(6)
      guard let last = PlainProse.lastInside(scalars, linesAfter: after) else { continue }
      told += 1
      let shape = LineShape(scalars)
      let place = LinePlace(
        isAtTop: below(2) == 0, linesAfter: after, followsColon: below(2) == 0, before: below(2) * 200, after: below(2) * 200,
        inCapsText: below(2) == 0)
      #expect(LineRules.verdict(shape, scalars, place) == LineVerdict(kind: .prose), "\(line)")
      #expect(shape.lastInside == last, "\(line)")
    }
    #expect(told > 500)
  }
}
