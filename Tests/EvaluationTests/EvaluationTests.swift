// Floors under what the analysers reach on labelled articles. The articles stand beside a checkout of the project and not in
// it; where they are not, the tests say so and pass. Lowering a floor needs a reason in its commit.
import Briefing
import Foundation
import Testing

@Suite struct EvaluationTests {
  /// A labelled span and what is said of it.
  struct Label: Hashable {
    var span: Span
    var value: String
  }

  /// A labelled document.
  struct Sample {
    var text: String
    var date: String?
    var labels: JSONValue
  }

  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The documents of a set, or nil where it is not here.
  private func samples(_ name: String) -> [Sample]? {
    let file = Self.root.deletingLastPathComponent().appendingPathComponent("shared/eval/\(name)").path
    guard var lines = try? LineReader(path: file) else {
      print("skipped: no labelled articles at ../shared/eval/\(name)")
      return nil
    }
    var found: [Sample] = []
    while let line = try? lines.next(), case .bytes(let bytes) = line {
      guard let value = try? JSONValue(parsing: bytes), let text = value["text"]?.string else { continue }
      found.append(
        Sample(text: text, date: value["dct"]?.string, labels: value["timexes"] ?? value["entities"] ?? .null))
    }
    return found
  }

  private func labels(_ value: JSONValue, _ name: String) -> [Label] {
    guard case .array(let items) = value else { return [] }
    return items.compactMap { item in
      guard let start = item["start"]?.scalarText.flatMap({ Int($0) }), let end = item["end"]?.scalarText.flatMap({ Int($0) })
      else { return nil }
      return Label(span: Span(start, end), value: item[name]?.scalarText ?? "")
    }
  }

  private func f1(found: Int, made: Int, wanted: Int) -> Double { 200 * Double(found) / Double(max(1, made + wanted)) }

  /// Spans that are equal, and of those the ones with an equal value.
  @Test(arguments: [
    ("time/timebank.train.jsonl", 89.0, 77.0), ("time/meantime_en.dev.jsonl", 85.0, 74.0),
    ("time/aquaint.train.jsonl", 81.0, 66.0),
  ])
  func dates(set: String, strictFloor: Double, valueFloor: Double) {
    guard let samples = samples(set) else { return }
    let tagger = TimexTagger()
    var (made, wanted, spans, values) = (0, 0, 0, 0)
    for sample in samples {
      let document = Document(text: sample.text, blocks: PlainText.blocks(of: sample.text))
      let timexes = tagger.tag(document, published: sample.date.flatMap { DateStamp(parsing: $0) })
      let gold = labels(sample.labels, "value")
      let valueAt = Dictionary(gold.map { ($0.span, $0.value) }, uniquingKeysWith: { first, _ in first })
      made += timexes.count
      wanted += gold.count
      for timex in timexes {
        guard let value = valueAt[timex.span] else { continue }
        spans += 1
        if value == timex.value { values += 1 }
      }
    }
    let strict = f1(found: spans, made: made, wanted: wanted)
    let value = f1(found: values, made: made, wanted: wanted)
    print("\(set): strict \(strict), strict with value \(value)")
    #expect(strict >= strictFloor)
    #expect(value >= valueFloor)
  }

  @Test func names() throws {
    guard let samples = samples("parties/dev/gum_news_ner.jsonl") else { return }
    let tagger = PartyTagger(gazetteer: try Gazetteer.load(folder: Self.root.appendingPathComponent("data/gazetteer").path))
    let types: Set<String> = ["PER", "ORG", "LOC"]
    var (made, wanted, found) = (0, 0, 0)
    for sample in samples {
      let document = Document(text: sample.text, blocks: PlainText.blocks(of: sample.text))
      let mentions = tagger.tag(document).entities.map { Label(span: $0.span, value: $0.type.rawValue) }
      let mine = Set(mentions.filter { types.contains($0.value) })
      let gold = Set(labels(sample.labels, "type").filter { types.contains($0.value) })
      made += mine.count
      wanted += gold.count
      found += mine.intersection(gold).count
    }
    let strict = f1(found: found, made: made, wanted: wanted)
    print("GUM news: strict \(strict)")
    #expect(strict >= 65.5)
  }
}
