// The sequence model: its paths are legal and the best of all, and a file of the wrong size is none.

import Foundation
import Testing

@testable import Briefing

struct NameModelTests {
  private func random(_ generator: inout SeededRandom, _ range: ClosedRange<Int32>) -> Int32 {
    Int32.random(in: range, using: &generator)
  }

  @Test func pathsAreLegalAndBest() {
    var generator = SeededRandom(seed: 11)
    for _ in 0..<60 {
      let count = Int.random(in: 1...3, using: &generator)
      let transitions = (0..<(NameLabel.count * NameLabel.count)).map { _ in random(&generator, -20...20) }
      let scores = (0..<count).map { _ in
        var lanes = SIMD16<Int32>()
        for label in 0..<16 { lanes[label] = random(&generator, -50...50) }
        return lanes
      }
      func total(_ path: [Int]) -> Int32? {
        var sum: Int32 = 0
        var before = 0
        for (at, label) in path.enumerated() {
          guard NameLabel.follows(before, label) else { return nil }
          sum += transitions[before * NameLabel.count + label] + (label == 0 ? 0 : scores[at][label - 1])
          before = label
        }
        return NameLabel.isOpen(before) ? nil : sum
      }
      var most: Int32?
      var paths: [[Int]] = [[]]
      for _ in 0..<count { paths = paths.flatMap { path in (0..<NameLabel.count).map { path + [$0] } } }
      for path in paths { if let sum = total(path), sum > most ?? Int32.min { most = sum } }
      #expect(total(bestLabels(scores, transitions: transitions)) == most)
    }
    #expect(bestLabels([], transitions: Array(repeating: 0, count: NameLabel.count * NameLabel.count)).isEmpty)
  }

  @Test func labelsGiveBackTheirNames() {
    var labels = [0, 0, 0, 0, 0, 0]
    for at in 0..<3 { labels[1 + at] = NameLabel.of(type: 1, at: at, count: 3) }
    labels[4] = NameLabel.of(type: 0, at: 0, count: 1)
    let names = NameLabel.names(labels)
    #expect(names.map(\.range) == [1..<4, 4..<5])
    #expect(names.map(\.type) == [.organisation, .person])
  }

  @Test func aFileOfTheWrongSizeIsNoModel() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("names-\(UUID().uuidString).weights")
    defer { try? FileManager.default.removeItem(at: file) }
    #expect(NameModel(path: file.path) == nil)
    for bytes in [Data(), Data("no newline".utf8), Data("names\n".utf8) + Data(count: 100)] {
      try bytes.write(to: file)
      #expect(NameModel(path: file.path) == nil)
    }
    #expect(NameModel(transitions: [], weights: []) == nil)
    #expect(PartyFixture.gazetteer?.model != nil)
  }
}
