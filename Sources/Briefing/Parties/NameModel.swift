// A sequence model over the tokens of a sentence: a structured averaged perceptron with hashed features, made by `train-names`,
// decoded by Viterbi. File: one line of text that says how it was made, 17 × 17 transitions as 16-bit integers, lowest byte
// first, then for each bucket 16 signed bytes, one a label; "outside" always scores nothing.

import Foundation

/// The weights of the model.
package struct NameModel: Sendable {
  /// Number of buckets, a power of two.
  package static let buckets = 1 << 17
  /// The weights of one bucket: the labels from 1 on.
  package typealias Lanes = SIMD16<Int8>

  /// From label to label, row by row.
  private let transitions: [Int32]
  /// Wider than in the file, so that they can be summed as they are.
  private let weights: [SIMD16<Int16>]

  /// A model of these weights; nil where their numbers do not fit.
  package init?(transitions: [Int16], weights: [Lanes]) {
    self.init(transitions: transitions.map(Int32.init), wide: weights.map { SIMD16<Int16>(truncatingIfNeeded: $0) })
  }

  private init?(transitions: [Int32], wide: [SIMD16<Int16>]) {
    guard transitions.count == NameLabel.count * NameLabel.count, wide.count == Self.buckets else { return nil }
    self.transitions = transitions
    weights = wide
  }

  /// Reads the file at `path`; nil where there is none or its size is wrong.
  init?(path: String) {
    guard let data = FileManager.default.contents(atPath: path), let line = data.firstIndex(of: 0x0A) else { return nil }
    let start = line + 1
    let pairs = NameLabel.count * NameLabel.count
    guard data.count == start + pairs * 2 + Self.buckets * 16 else { return nil }
    let transitions = (0..<pairs).map {
      Int32(Int16(bitPattern: UInt16(data[start + 2 * $0]) | UInt16(data[start + 2 * $0 + 1]) << 8))
    }
    let wide = data.withUnsafeBytes { bytes in
      [SIMD16<Int16>](unsafeUninitializedCapacity: Self.buckets) { buffer, count in
        let lanes = UnsafeMutableRawBufferPointer(buffer).bindMemory(to: Int16.self)
        let small = UnsafeRawBufferPointer(rebasing: bytes[(start + pairs * 2)...]).bindMemory(to: Int8.self)
        for at in 0..<lanes.count { lanes[at] = Int16(small[at]) }
        count = Self.buckets
      }
    }
    self.init(transitions: transitions, wide: wide)
  }

  /// The scores of the labels from 1 on.
  func scores(_ features: [UInt32]) -> SIMD16<Int32> {
    var sum = SIMD16<Int16>()
    for feature in features { sum &+= weights[Int(feature & UInt32(Self.buckets - 1))] }
    return SIMD16<Int32>(truncatingIfNeeded: sum)
  }

  /// The best legal labels of a run of tokens, given the scores of each.
  func decode(_ scores: [SIMD16<Int32>]) -> [Int] { bestLabels(scores, transitions: transitions) }
}

/// The best legal path of labels, given the scores of each token (the labels from 1 on; "outside" scores nothing) and of each
/// step from label to label (Viterbi). Names are closed at both ends.
package func bestLabels(_ scores: [SIMD16<Int32>], transitions: [Int32]) -> [Int] {
  guard !scores.isEmpty else { return [] }
  let labels = NameLabel.count
  let never = Int32.min / 2
  var best = (0..<labels).map { label in
    NameLabel.goesOn(label) ? never : transitions[label] + (label == 0 ? 0 : scores[0][label - 1])
  }
  var next = best
  var back = [UInt8](repeating: 0, count: labels * scores.count)
  legalSteps.withUnsafeBufferPointer { steps in
    for at in 1..<max(1, scores.count) {
      for to in 0..<labels { next[to] = never }
      for step in steps {
        let sum = best[step.from] + transitions[step.from * labels + step.to]
        if sum > next[step.to] {
          next[step.to] = sum
          back[at * labels + step.to] = UInt8(truncatingIfNeeded: step.from)
        }
      }
      for label in 1..<labels { next[label] += scores[at][label - 1] }
      swap(&best, &next)
    }
  }
  var label = 0
  for end in 1..<labels where !NameLabel.isOpen(end) && best[end] > best[label] { label = end }
  var path = [Int](repeating: 0, count: scores.count)
  for at in stride(from: scores.count - 1, through: 0, by: -1) {
    path[at] = label
    label = Int(back[at * labels + label])
  }
  return path
}

/// All steps from a label to one that may follow it.
private let legalSteps: [(from: Int, to: Int)] = (0..<NameLabel.count).flatMap { from in
  (0..<NameLabel.count).filter { NameLabel.follows(from, $0) }.map { (from, $0) }
}
