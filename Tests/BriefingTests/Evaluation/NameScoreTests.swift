// The scorer of names against figures worked out by hand on made-up labels.

import Testing

@testable import Briefing

@Suite("Name score") struct NameScoreTests {
  /// "[PER:Dag Orne=a]" is a name of a type and, behind "=", who is meant.
  private func marks(_ marked: String) -> (text: String, marks: [LabelledNames.Mark]) {
    var text = ""
    var marks: [LabelledNames.Mark] = []
    for piece in marked.split(separator: "[", omittingEmptySubsequences: false).enumerated() {
      guard piece.offset > 0, let close = piece.element.firstIndex(of: "]") else {
        text += piece.element
        continue
      }
      let inside = piece.element[..<close]
      let parts = inside.dropFirst(4).split(separator: "=").map(String.init)
      let start = text.unicodeScalars.count
      text += parts[0]
      marks.append(
        .init(
          span: Span(start, text.unicodeScalars.count), type: String(inside.prefix(3)), cluster: parts.count > 1 ? parts[1] : nil)
      )
      text += piece.element[piece.element.index(after: close)...]
    }
    return (text, marks)
  }

  private func score(_ labels: String, _ found: String, _ rules: NameScore.Rules = .init()) throws -> NameScore {
    let (text, wanted) = marks(labels)
    let (same, got) = marks(found)
    #expect(text == same)
    var document = try LabelledNames(line: Array(#"{"id": 1, "text": "x", "entities": []}"#.utf8))
    document.text = text
    document.marks = wanted
    var score = NameScore(rules)
    score.add(document, found: got)
    return score
  }

  private static let labels = "[ORG:The Coast Guard] met [PER:Dag Orne] of [LOC:Varna]'s port, [LOC:Kaz]."
  private static let found = "The [ORG:Coast Guard] met [PER:Dag Orne] of [LOC:Varna's] port, [ORG:Kaz]."

  @Test("strict, span, overlap and loose")
  func measures() throws {
    let plain = try score(NameScoreTests.labels, NameScoreTests.found)
    #expect(NameScore.Measure.allCases.map { plain.tally($0).right } == [1, 2, 3, 4])
    #expect(plain.tally(.strict).labelled == 4 && plain.tally(.strict).found == 4)
    #expect(
      plain.types.map { "\($0.name) \($0.strict.right) \($0.overlap.right) \($0.strict.labelled) \($0.strict.found)" } == [
        "LOC 0 1 2 1", "ORG 0 1 1 2", "PER 1 1 1 1",
      ])
    #expect(plain.differences.count == 6)
    let trimmed = try score(NameScoreTests.labels, NameScoreTests.found, .init(isNormalised: true))
    #expect(NameScore.Measure.allCases.map { trimmed.tally($0).right } == [3, 4, 3, 4])
    let persons = try score(NameScoreTests.labels, NameScoreTests.found, .init(types: ["PER"]))
    #expect(persons.tally(.strict) == Tally(labelled: 1, found: 1, right: 1))
  }

  @Test("one to one, the longest overlap first")
  func pairing() throws {
    let score = try score("[PER:Dag Orne Marr] and [PER:Bo]", "[PER:Dag] [PER:Orne Marr] and [PER:Bo]")
    #expect(score.tally(.overlap).right == 2 && score.tally(.overlap).found == 3)
  }

  @Test("labels that are not sure do not count")
  func confidence() throws {
    let line = #"{"id": 1, "text": "Orne", "entities": [{"start": 0, "end": 4, "type": "PER", "conf": 0.4}]}"#
    let document = try LabelledNames(line: Array(line.utf8))
    for (least, labelled) in [(0.0, 1), (0.5, 0)] {
      var score = NameScore(.init(leastConfidence: least))
      score.add(document, found: document.marks)
      #expect(score.tally(.strict).labelled == labelled)
    }
  }

  /// Labels, what was found, and B-cubed precision, recall, names found and labelled.
  private static let clusters: [(labels: String, found: String, figures: [Double])] = [
    ("[PER:A=1] [PER:B=1] [PER:C=2]", "[PER:A=x] [PER:B=x] [PER:C=y]", [1, 1, 3, 3]),
    ("[PER:A=1] [PER:B=1] [PER:C=2]", "[PER:A=x] [PER:B=x] [PER:C=x]", [5.0 / 9, 1, 3, 3]),
    ("[PER:A=1] [PER:B=1] [PER:C=2]", "[PER:A=x] [PER:B=y] [PER:C=z]", [1, 2.0 / 3, 3, 3]),
    ("[PER:A=1] [PER:B=1] [PER:C]", "[PER:A=x] B [PER:C=z]", [1, 1, 1, 2]),
    // The name that ends where the label ends says who is meant.
    ("[PER:Dag Orne=1] [PER:Al=1]", "[PER:Dag =y][PER:Orne=x] [PER:Al=x]", [1, 1, 2, 2]),
    ("[PER:A]", "[PER:A=x]", [1, 1, 0, 0]),
  ]

  @Test(arguments: clusters.indices) func whoIsMeant(_ index: Int) throws {
    let one = NameScoreTests.clusters[index]
    let clusters = try score(one.labels, one.found).clusters
    let figures = [clusters.precision, clusters.recall, Double(clusters.found), Double(clusters.labelled)]
    #expect(zip(figures, one.figures).allSatisfy { abs($0 - $1) < 1e-9 }, "\(figures)")
  }

  @Test(
    "a line that is no labelled text says why",
    arguments: [
      "{", #"{"text": "a", "entities": []}"#, #"{"id": 1, "entities": []}"#, #"{"id": 1, "text": "a"}"#,
      #"{"id": 1, "text": "a", "entities": [{"start": 0, "end": 2}]}"#,
    ])
  func malformed(line: String) {
    #expect(throws: LabelledTimes.Malformed.self) { try LabelledNames(line: Array(line.utf8)) }
  }
}
