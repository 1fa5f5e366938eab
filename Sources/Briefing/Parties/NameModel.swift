// A small classifier for names that nothing else tells: an averaged perceptron over hashed features, made by `train-names`.
// File: one line of text that says how it was made, then buckets × classes signed bytes.

import Foundation

/// The weights of the classifier.
package struct NameModel: Sendable {
  /// Number of buckets, a power of two.
  package static let buckets = 1 << 17
  /// What a run of capitals can be; `nil` is no name at all.
  package static let classes: [Mention.NameType?] = [.person, .organisation, .place, .other, nil]

  private let weights: [Int8]

  /// A model of these weights, bucket by bucket; nil where their number is not `buckets` × classes.
  package init?(weights: [Int8]) {
    guard weights.count == Self.buckets * Self.classes.count else { return nil }
    self.weights = weights
  }

  /// Reads the file at `path`; nil where there is none or its size is wrong.
  init?(path: String) {
    guard let data = FileManager.default.contents(atPath: path), let line = data.firstIndex(of: 0x0A) else { return nil }
    self.init(weights: data[(line + 1)...].withUnsafeBytes { Array($0.bindMemory(to: Int8.self)) })
  }

  /// The score of each class.
  func scores(_ features: [Int32]) -> [Int] {
    var scores = [Int](repeating: 0, count: Self.classes.count)
    for feature in features {
      let base = Int(feature) * Self.classes.count
      for at in 0..<Self.classes.count { scores[at] += Int(weights[base + at]) }
    }
    return scores
  }
}

/// Gives open pieces the type that the model finds likeliest, over all places of a surface; drops those that are no names.
func settleTypes(_ pieces: inout [Piece], by model: NameModel, scan: Scan) {
  let features = NameFeatures(scan: scan, pieces: pieces)
  var own: [Int: [Int]] = [:]
  var sums: [String: (scores: [Int], count: Int)] = [:]
  for at in pieces.indices where isOpen(pieces[at]) {
    let scores = model.scores(features.of(at))
    own[at] = scores
    let key = scan.words(pieces[at].tokens).joined(separator: " ")
    var sum = sums[key] ?? (Array(repeating: 0, count: scores.count), 0)
    for n in scores.indices { sum.scores[n] += scores[n] }
    sum.count += 1
    sums[key] = sum
  }
  var dropped: Set<Int> = []
  let long = Set(pieces.compactMap(\.shortOf))
  for (at, scores) in own {
    let sum = sums[scan.words(pieces[at].tokens).joined(separator: " ")] ?? (scores, 1)
    // Half its own place, half what all places of the surface say.
    let mixed = scores.indices.map { scores[$0] + sum.scores[$0] / sum.count }
    guard let best = mixed.indices.max(by: { mixed[$0] < mixed[$1] }) else { continue }
    if let type = NameModel.classes[best] {
      pieces[at].type = type
    } else if !long.contains(at) {
      dropped.insert(at)
    }
  }
  guard !dropped.isEmpty else { return }
  // Short forms point at their names by index.
  var moved: [Int: Int] = [:]
  var kept: [Piece] = []
  for at in pieces.indices where !dropped.contains(at) {
    moved[at] = kept.count
    kept.append(pieces[at])
  }
  for at in kept.indices { kept[at].shortOf = kept[at].shortOf.flatMap { moved[$0] } }
  pieces = kept
}
