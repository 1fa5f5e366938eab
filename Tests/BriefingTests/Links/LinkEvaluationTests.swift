// Floors under what linking reaches on labelled sets. The sets stand beside a checkout of the project and not in it; where they
// are not, the tests say so and pass. A part of each is read, so that a debug build takes seconds: the even topics of the event
// set, the first groups of the near-duplicates and the last of the others. Lowering a floor needs a reason in its commit.

import Foundation
import Testing

@testable import Briefing

@Suite struct LinkEvaluationTests {
  private struct Labelled {
    var reading: LinkReading
    var cluster: String
    var words: [String]
  }

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(
      "shared/eval/links")

  /// The lines of a set; nil where it is not here.
  private static func lines(_ name: String) -> [JSONValue]? {
    let file = folder.appendingPathComponent(name)
    guard var data = try? Data(contentsOf: file) else {
      print("skipped: no labelled articles at ../shared/eval/links/\(name)")
      return nil
    }
    if name.hasSuffix(".gz") {
      let unpack = Process()
      let pipe = Pipe()
      unpack.executableURL = URL(fileURLWithPath: "/usr/bin/gzip")
      unpack.arguments = ["-dc", file.path]
      unpack.standardOutput = pipe
      guard (try? unpack.run()) != nil else {
        print("skipped: no gzip to unpack ../shared/eval/links/\(name)")
        return nil
      }
      data = pipe.fileHandleForReading.readDataToEndOfFile()
      unpack.waitUntilExit()
    }
    return data.split(separator: 0x0A).compactMap { try? JSONValue(parsing: Array($0)) }
  }

  private static func item(_ id: Int, _ line: JSONValue) -> LinkItem {
    let body = line["text"]?.string ?? line["body"]?.string ?? ""
    let day = line["date"]?.string.flatMap { DateStamp(parsing: String($0.prefix(10))) }?.date.dayNumber
    return LinkItem(id: Int64(id + 1), title: line["title"]?.string, body: body, day: day)
  }

  /// The event set's even topics, in the given order.
  private static let events: [Labelled]? = lines("ecbplus.dev.jsonl").map { lines in
    lines.filter { ($0["topic"]?.scalarText.flatMap { Int($0) } ?? 1).isMultiple(of: 2) }.enumerated().map { id, line in
      let item = item(id, line)
      return Labelled(
        reading: LinkReading(item), cluster: line["cluster"]?.string ?? "",
        words: HeadlineKey.words(of: (item.title ?? "") + "\n" + item.body))
    }
  }

  /// The order of an import, by name.
  private static func ordered(_ articles: [Labelled], _ order: String) -> [Labelled] {
    switch order {
    case "given": articles
    case "reversed": articles.reversed()
    default: articles.sorted { wordHash(order.utf8 + key($0), 16) < wordHash(order.utf8 + key($1), 16) }
    }
  }

  private static func key(_ one: Labelled) -> [UInt8] { Array(String(one.reading.item.id).utf8) }

  private struct Run {
    var story: [Int64: Int64] = [:]
    var lists: [Int64: [(id: Int64, score: Double)]] = [:]

    mutating func note(_ id: Int64, _ changes: LinkChanges) {
      for shift in changes.shifts {
        switch shift.kind {
        case .article(let moved): story[moved] = shift.to
        case .story: for (article, at) in story where at == shift.from { story[article] = shift.to }
        }
      }
      story[id] = changes.story.id
      for entry in changes.dropped { lists[entry.of]?.removeAll { $0.id == entry.to } }
      for entry in changes.similar { lists[entry.of, default: []].append((entry.to, entry.score)) }
    }
  }

  private static func run(_ articles: [Labelled]) -> Run {
    var engine = LinkEngine(background: LinkSamples.shipped)
    var run = Run()
    for article in articles { run.note(article.reading.item.id, engine.arrive(article.reading)) }
    return run
  }

  private static func bCubed(_ articles: [Labelled], _ story: [Int64: Int64]) -> Double {
    var (stories, clusters, both): ([Int64: Double], [String: Double], [String: Double]) = ([:], [:], [:])
    for article in articles {
      let at = story[article.reading.item.id] ?? 0
      stories[at, default: 0] += 1
      clusters[article.cluster, default: 0] += 1
      both["\(at) \(article.cluster)", default: 0] += 1
    }
    var (precision, recall) = (0.0, 0.0)
    for article in articles {
      let at = story[article.reading.item.id] ?? 0
      let shared = both["\(at) \(article.cluster)"] ?? 0
      precision += shared / (stories[at] ?? 1)
      recall += shared / (clusters[article.cluster] ?? 1)
    }
    return 2 * precision * recall / (precision + recall) / Double(articles.count)
  }

  /// Of an article's first five, the share that is of its cluster.
  private static func precision(_ articles: [Labelled], _ first: (Labelled) -> [Int64]) -> Double {
    let cluster = Dictionary(uniqueKeysWithValues: articles.map { ($0.reading.item.id, $0.cluster) })
    let size = Dictionary(grouping: articles, by: \.cluster).mapValues(\.count)
    var (sum, count) = (0.0, 0.0)
    for article in articles {
      let siblings = (size[article.cluster] ?? 1) - 1
      guard siblings > 0 else { continue }
      count += 1
      sum += Double(first(article).prefix(5).count { cluster[$0] == article.cluster }) / Double(min(5, siblings))
    }
    return sum / max(1, count)
  }

  /// The nearest by plain TF-IDF: 1 + ln(occurrences), the logarithm of how rare a word is in the set, cosine.
  private static func nearest(_ articles: [Labelled]) -> [Int64: [Int64]] {
    var frequency: [String: Double] = [:]
    for article in articles { for word in Set(article.words) { frequency[word, default: 0] += 1 } }
    let vectors = articles.map { article in
      var vector: [String: Double] = [:]
      for word in article.words { vector[word, default: 0] += 1 }
      for (word, count) in vector {
        vector[word] = (1 + log(count)) * (log((1 + Double(articles.count)) / (1 + (frequency[word] ?? 0))) + 1)
      }
      let length = vector.values.reduce(0) { $0 + $1 * $1 }.squareRoot()
      return vector.mapValues { $0 / max(length, 1e-9) }
    }
    var postings: [String: [(place: Int, weight: Double)]] = [:]
    for (place, vector) in vectors.enumerated() {
      for (word, weight) in vector { postings[word, default: []].append((place, weight)) }
    }
    var nearest: [Int64: [Int64]] = [:]
    for (place, vector) in vectors.enumerated() {
      var sums = Array(repeating: 0.0, count: articles.count)
      for (word, weight) in vector { for other in postings[word] ?? [] { sums[other.place] += weight * other.weight } }
      let order = sums.indices.filter { $0 != place }.sorted { (sums[$1], $0) < (sums[$0], $1) }
      nearest[articles[place].reading.item.id] = order.prefix(5).map { articles[$0].reading.item.id }
    }
    return nearest
  }

  @Test(arguments: [("given", 0.9), ("reversed", 0.9), ("shuffled", 0.9)])
  func storiesHold(_ row: (order: String, floor: Double)) {
    guard let events = Self.events else { return }
    let run = Self.run(Self.ordered(events, row.order))
    let score = Self.bCubed(events, run.story)
    print("stories, \(row.order): B-cubed F1 \(score)")
    #expect(score >= row.floor)
  }

  @Test func similarArticlesAreThoseThatTFIDFFindsAndMore() {
    guard let events = Self.events else { return }
    let run = Self.run(events)
    let ours = Self.precision(events) { article in
      (run.lists[article.reading.item.id] ?? []).sorted { ($1.score, $0.id) < ($0.score, $1.id) }.map(\.id)
    }
    let nearest = Self.nearest(events)
    let plain = Self.precision(events) { nearest[$0.reading.item.id] ?? [] }
    print("similar: P@5 \(ours), TF-IDF's \(plain)")
    #expect(ours >= plain)
    #expect(ours >= 0.97)
  }

  @Test func nearDuplicatesHold() {
    guard let lines = Self.lines("neardup.dev.jsonl.gz") else { return }
    var index = NearDuplicateIndex(settings: .standard)
    var clusters: [String] = []
    var (right, wrong) = (0, 0)
    for (id, line) in (lines.prefix(800) + lines.suffix(400)).enumerated() {
      clusters.append(line["cluster"]?.scalarText ?? "alone \(id)")
      for pair in index.arrive(LinkReading(Self.item(id, line)).sketch, id) {
        if clusters[pair.ordinal] == clusters[id] { right += 1 } else { wrong += 1 }
      }
    }
    let meant = Dictionary(grouping: clusters, by: { $0 }).values.reduce(0) { $0 + $1.count * ($1.count - 1) / 2 }
    let (precision, recall) = (Double(right) / Double(max(1, right + wrong)), Double(right) / Double(max(1, meant)))
    print("near-duplicates: P \(precision) R \(recall) of \(meant) pairs")
    #expect(meant > 100)
    #expect(precision >= 0.99)
    #expect(recall >= 0.985)
  }
}
