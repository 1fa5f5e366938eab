// A structured averaged perceptron: the best path under the weights so far is compared with the right one, and the weights of
// their differences move. The mean over all steps is what is kept.

import Briefing
import Foundation

/// SplitMix64, so that a run can be repeated.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Weights as they are learnt.
struct Trainer {
  private static let passes = 10
  /// How many of ten features are left out at random each time, so that no single one is relied on.
  private static let dropped = UInt64(4)

  private var weights = [SIMD16<Int32>](repeating: SIMD16(), count: NameModel.buckets)
  private var totals = [SIMD16<Float>](repeating: SIMD16(), count: NameModel.buckets)
  private var transitions = [Int32](repeating: 0, count: NameLabel.count * NameLabel.count)
  private var transitionTotals = [Float](repeating: 0, count: NameLabel.count * NameLabel.count)
  private var step: Float = 1

  /// Learns the lessons thrice, each time in another order, all drawn with fixed seeds; the sum is steadier than one.
  static func train(_ lessons: [NameLesson]) -> Weights {
    var sum = Weights(
      lanes: Array(repeating: SIMD16(), count: NameModel.buckets),
      transitions: Array(repeating: 0, count: NameLabel.count * NameLabel.count))
    for seed in UInt64(0)..<3 { sum.add(learn(lessons, seed: 20_231_005 + seed)) }
    return sum
  }

  private static func learn(_ lessons: [NameLesson], seed: UInt64) -> Weights {
    var trainer = Trainer()
    var generator = SeededGenerator(state: seed)
    var order = lessons.indices.flatMap { lesson in lessons[lesson].runs.indices.map { (lesson, $0) } }
    for _ in 0..<passes {
      order.shuffle(using: &generator)
      for (lesson, run) in order {
        var thinned = lessons[lesson].runs[run]
        for at in thinned.features.indices { thinned.features[at].removeAll { _ in generator.next() % 10 < dropped } }
        trainer.learn(thinned, lessons[lesson].labels[run])
      }
    }
    return trainer.mean
  }

  private mutating func learn(_ run: NameRun, _ labels: [Int]) {
    let mask = UInt32(NameModel.buckets - 1)
    var scores = run.features.map { features in features.reduce(into: SIMD16<Int32>()) { $0 &+= weights[Int($1 & mask)] } }
    // The right path must win by a margin: every wrong label gains one.
    for at in labels.indices {
      if labels[at] > 0 { scores[at][labels[at] - 1] -= 1 } else { scores[at] &+= 1 }
    }
    let guess = bestLabels(scores, transitions: transitions)
    defer { step += 1 }
    guard guess != labels else { return }
    for at in labels.indices {
      if guess[at] != labels[at] {
        var change = SIMD16<Int32>()
        if labels[at] > 0 { change[labels[at] - 1] = 1 }
        if guess[at] > 0 { change[guess[at] - 1] = -1 }
        let sum = SIMD16<Float>(change) * step
        for feature in run.features[at] {
          weights[Int(feature & mask)] &+= change
          totals[Int(feature & mask)] += sum
        }
      }
      move(at == 0 ? 0 : labels[at - 1], labels[at], by: 1)
      move(at == 0 ? 0 : guess[at - 1], guess[at], by: -1)
    }
  }

  private mutating func move(_ from: Int, _ to: Int, by change: Int32) {
    transitions[from * NameLabel.count + to] += change
    transitionTotals[from * NameLabel.count + to] += Float(change) * step
  }

  /// The mean of the weights over all steps. A reader sees all features where the learner saw a part: the transitions are
  /// raised to keep their share.
  private var mean: Weights {
    let share = Float(10) / Float(10 - Self.dropped)
    return Weights(
      lanes: weights.indices.map { SIMD16<Float>(weights[$0]) - totals[$0] / step },
      transitions: transitions.indices.map { (Float(transitions[$0]) - transitionTotals[$0] / step) * share })
  }
}

/// Learnt weights, and the file they are kept in.
struct Weights {
  var lanes: [SIMD16<Float>]
  var transitions: [Float]

  private static let note =
    "names: structured averaged perceptron, \(NameModel.buckets) buckets; made by train-names, "
    + "with the gazetteer beside it, of its own sentences and "

  fileprivate mutating func add(_ other: Weights) {
    for at in lanes.indices { lanes[at] += other.lanes[at] }
    for at in transitions.indices { transitions[at] += other.transitions[at] }
  }

  /// As whole numbers: the few weights beyond the range of a byte are cut to it.
  private var scale: Float {
    var all: [Float] = []
    for lane in lanes { for n in 0..<16 where lane[n] != 0 { all.append(abs(lane[n])) } }
    all.sort()
    return all.isEmpty ? 1 : 127 / all[all.count - 1 - all.count / 10_000]
  }

  private var quantised: (transitions: [Int16], lanes: [NameModel.Lanes]) {
    let scale = scale
    return (
      transitions.map { Int16(max(-32_000, min(32_000, ($0 * scale).rounded()))) },
      lanes.map { lane in
        NameModel.Lanes(
          (lane * scale).rounded(.toNearestOrEven).clamped(
            lowerBound: SIMD16(repeating: -127), upperBound: SIMD16(repeating: 127)))
      }
    )
  }

  var model: NameModel? {
    let (transitions, lanes) = quantised
    return NameModel(transitions: transitions, weights: lanes)
  }

  /// The file, as `NameModel` reads it; its first line names the corpora.
  func file(of corpora: [String]) -> Data {
    let (transitions, lanes) = quantised
    var bytes = Data("\(Self.note)\(corpora.joined(separator: ", "))\n".utf8)
    for value in transitions {
      let bits = UInt16(bitPattern: value)
      bytes.append(UInt8(truncatingIfNeeded: bits))
      bytes.append(UInt8(truncatingIfNeeded: bits >> 8))
    }
    for lane in lanes { for n in 0..<16 { bytes.append(UInt8(bitPattern: lane[n])) } }
    return bytes
  }
}
