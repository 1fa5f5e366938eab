// Trains the classifier of names: train-names GAZETTEER OUTPUT FILE.jsonl...
//
// Each line of a file is {"text", "entities": [{"start", "end", "type"}]}, offsets in Unicode scalars, types PER, ORG, LOC and
// MISC. An averaged perceptron, ten passes, the order of documents drawn with a fixed seed: the same input makes the same bytes.

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

/// One training example: features and the index of its class.
struct Example {
  var features: [Int32]
  var label: Int
}

let arguments = CommandLine.arguments
guard arguments.count > 3 else {
  FileHandle.standardError.write(Data("usage: train-names GAZETTEER OUTPUT FILE.jsonl...\n".utf8))
  exit(2)
}
let gazetteer = try Gazetteer.load(folder: arguments[1])
var examples: [Example] = []
for path in arguments[3...] {
  let text = try String(contentsOfFile: path, encoding: .utf8)
  for line in text.split(separator: "\n") { examples += try readExamples(line) }
}
var generator = SeededGenerator(state: 20_231_005)
let weights = train(examples, passes: 10, generator: &generator)
let peak = weights.map(abs).max() ?? 1
var bytes = Data(
  "names classifier: averaged perceptron, 10 passes over \(examples.count) examples, \(NameModel.buckets) buckets, made by train-names\n"
    .utf8)
bytes.append(contentsOf: weights.map { UInt8(bitPattern: Int8(max(-127, min(127, ($0 / peak * 127 * 2).rounded())))) })
try bytes.write(to: URL(fileURLWithPath: arguments[2]))
print("\(examples.count) examples, \(bytes.count) bytes")

/// The examples of one document.
func readExamples(_ line: Substring) throws -> [Example] {
  guard let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
    let text = object["text"] as? String
  else { return [] }
  var gold: [(span: Span, label: Int)] = []
  for entity in object["entities"] as? [[String: Any]] ?? [] {
    guard let start = entity["start"] as? Int, let end = entity["end"] as? Int, let type = entity["type"] as? String,
      let label = NameModel.classes.firstIndex(where: { $0?.rawValue == type })
    else { continue }
    gold.append((Span(start, end), label))
  }
  var blocks: [Block] = []
  var start = 0
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
    let end = start + line.unicodeScalars.count
    if end > start { blocks.append(Block(span: Span(start, end), kind: .prose)) }
    start = end + 1
  }
  return nameExamples(of: Document(text: text, blocks: blocks), gazetteer: gazetteer).compactMap { example in
    let touching = gold.filter { $0.span.overlaps(example.span) }
    if touching.isEmpty { return Example(features: example.features, label: NameModel.classes.count - 1) }
    if let same = touching.first(where: { $0.span == example.span }) {
      return Example(features: example.features, label: same.label)
    }
    // A name cut longer or shorter by a word teaches the type of what shares most with it.
    let best = touching.max { overlap($0.span, example.span) < overlap($1.span, example.span) }
    guard let best, overlap(best.span, example.span) * 2 > example.span.count else { return nil }
    return Example(features: example.features, label: best.label)
  }
}

func overlap(_ a: Span, _ b: Span) -> Int { max(0, min(a.end, b.end) - max(a.start, b.start)) }

/// The averaged weights, bucket by bucket.
func train(_ examples: [Example], passes: Int, generator: inout SeededGenerator) -> [Double] {
  let classes = NameModel.classes.count
  var weights = [Double](repeating: 0, count: NameModel.buckets * classes)
  var totals = weights
  var step = 1.0
  var order = Array(examples.indices)
  for _ in 0..<passes {
    order.shuffle(using: &generator)
    for at in order {
      let example = examples[at]
      var scores = [Double](repeating: 0, count: classes)
      for feature in example.features {
        for n in 0..<classes { scores[n] += weights[Int(feature) * classes + n] }
      }
      // The true class must win by a margin.
      scores[example.label] -= 1
      let guess = scores.indices.max { scores[$0] < scores[$1] } ?? 0
      if guess != example.label {
        for feature in example.features {
          let base = Int(feature) * classes
          weights[base + example.label] += 1
          totals[base + example.label] += step
          weights[base + guess] -= 1
          totals[base + guess] -= step
        }
      }
      step += 1
    }
  }
  return weights.indices.map { weights[$0] - totals[$0] / step }
}
