// The scorer against figures worked out by hand on made-up labels.

import Testing

@testable import Briefing

@Suite("Timex score")
struct TimexScoreTests {
  private func document(_ json: String) throws -> LabelledTimes { try LabelledTimes(line: Array(json.utf8)) }

  private func mark(_ start: Int, _ end: Int, _ type: String, _ value: String?) -> LabelledTimes.Mark {
    LabelledTimes.Mark(span: Span(start, end), type: type, value: value)
  }

  @Test("strict, relaxed, value and type are counted over one-to-one pairs")
  func measures() throws {
    let text = "It fell early Thursday, two days after May 3; he left every day."
    let labels = """
      {"id": 1, "dct": "2023-10-05", "text": "\(text)", "timexes": [
      {"start": 14, "end": 22, "type": "DATE", "value": "2023-10-05"}, {"start": 24, "end": 32, "type": "DURATION", "value": "P2D"},
      {"start": 39, "end": 44, "type": "DATE", "value": "2023-05-03"}, {"start": 54, "end": 63, "type": "SET", "value": "P1D"}]}
      """.replacing("\n", with: " ")
    var score = TimexScore()
    score.add(
      try document(labels),
      found: [
        mark(8, 22, "DATE", "2023-10-05"), mark(24, 44, "DATE", "2023-05-05"), mark(54, 63, "SET", "P1D"),
        mark(0, 2, "DATE", nil),
      ])
    #expect(score.tally(.strict) == Tally(labelled: 4, found: 4, right: 1))
    #expect(score.tally(.relaxed) == Tally(labelled: 4, found: 4, right: 3))
    #expect(score.tally(.value) == Tally(labelled: 4, found: 4, right: 2))
    #expect(score.tally(.type) == Tally(labelled: 4, found: 4, right: 2))
    #expect(score.tally(.strictValue) == Tally(labelled: 4, found: 4, right: 1))
    #expect(
      score.classes == [
        TimexScore.ClassRow(name: "set/recurring", labelled: 1, found: 1, strict: 1, value: 1),
        TimexScore.ClassRow(name: "weekday", labelled: 1, found: 1, strict: 0, value: 1),
        TimexScore.ClassRow(name: "duration", labelled: 1, found: 1, strict: 0, value: 0),
        TimexScore.ClassRow(name: "month-day", labelled: 1, found: 0, strict: 0, value: 0),
      ])
    #expect(score.differences.count == 4)
  }

  @Test("precision, recall and F1")
  func tally() {
    let tally = Tally(labelled: 8, found: 4, right: 2)
    #expect(tally.precision == 0.5)
    #expect(tally.recall == 0.25)
    #expect(abs(tally.f1 - 1.0 / 3) < 1e-12)
    #expect(Tally(labelled: 0, found: 0, right: 0).f1 == 0)
  }

  @Test(
    "classes by the words",
    arguments: [
      ("Sept. 11, 2001", "DATE", "full-date"), ("last Tuesday night", "TIME", "weekday"), ("May 2010", "DATE", "month-year"),
      ("early May", "DATE", "bare-month"), ("the third quarter", "DATE", "fiscal/quarter/half"),
      ("10:30 a.m.", "TIME", "time-of-day"),
      ("now", "DATE", "vague now/past/future"), ("the 1990s", "DATE", "decade/century/era"), ("late 1998", "DATE", "bare-year"),
      ("last week", "DATE", "relative period (last/next/this week...)"), ("the past two weeks", "DURATION", "duration"),
      ("a year", "SET", "set/recurring"), ("the summer", "DATE", "season/holiday"), ("some  day soon", "DATE", "duration"),
      ("the beginning", "DATE", "other"), ("a year", "DURATION", "set/recurring"), ("a year or so", "DURATION", "duration"),
    ])
  func classes(text: String, type: String, name: String) {
    #expect(TimexClassifier().name(text, type: type) == name)
  }

  @Test(
    "a line that is no labelled text says why",
    arguments: [
      "{", "{\"text\": \"a\", \"timexes\": []}", "{\"id\": 1, \"timexes\": []}", "{\"id\": 1, \"text\": \"a\"}",
      "{\"id\": 1, \"text\": \"a\", \"timexes\": [{\"start\": 0, \"end\": 2}]}",
    ])
  func malformed(line: String) {
    #expect(throws: LabelledTimes.Malformed.self) { try LabelledTimes(line: Array(line.utf8)) }
  }

  @Test("the day comes first in a date with hyphens that ends in the year")
  func dayFirst() {
    #expect(DateStamp(measured: "03-02-2009")?.iso == "2009-02-03")
    #expect(DateStamp(measured: "2009-02-03")?.iso == "2009-02-03")
    #expect(DateStamp(measured: "soon") == nil)
  }
}
