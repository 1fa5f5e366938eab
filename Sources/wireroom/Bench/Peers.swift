// What the field's other programs take for the same articles, measured in the same run where they are installed: tantivy (by
// pip) for search, newsboat for a reader. Each is asked through its own interface; nothing of them is built in.
import Foundation

enum Peers {
  /// tantivy with titles and bodies of `texts`: articles a CPU second, and CPU milliseconds at p99 for the newest 60 that a
  /// query of words finds. Nil where Python or its package is not there.
  static func tantivy(_ texts: [(title: String, body: String)], queries: [String], folder: String) -> (rate: Double, p99: Double)?
  {
    let corpus = folder + "/tantivy.jsonl"
    guard hasProgram("python3"), write(texts, queries, to: corpus) else { return nil }
    guard let result = Usage.run(["python3", "-c", script, corpus, folder + "/tantivy"], program: "/usr/bin/env") else {
      return nil
    }
    let numbers = result.output.split(separator: " ").compactMap { Double($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
    return numbers.count == 2 ? (numbers[0], numbers[1]) : nil
  }

  /// CPU milliseconds that newsboat takes to read a feed of `texts` for the first time, and then to start and list it again
  /// without a terminal. Nil where it is not installed.
  static func newsboat(
    _ texts: [(title: String, body: String)], folder: String
  ) -> (firstReading: Double, start: Double)? {
    guard hasProgram("newsboat") else { return nil }
    let feed = folder + "/newsboat.xml"
    var xml = "<rss version=\"2.0\"><channel><title>Bench</title><link>https://example.org/</link>"
    for (number, text) in texts.enumerated() {
      xml += "<item><guid>bench-\(number)</guid><title>\(escaped(text.title))</title>"
      xml += "<pubDate>Thu, 05 Oct 2023 12:00:00 +0000</pubDate><description>\(escaped(text.body))</description></item>"
    }
    xml += "</channel></rss>"
    let urls = folder + "/newsboat.urls"
    let cache = folder + "/newsboat.db"
    let config = folder + "/newsboat.config"
    guard (try? xml.write(toFile: feed, atomically: true, encoding: .utf8)) != nil,
      (try? "file://\(feed)\n".write(toFile: urls, atomically: true, encoding: .utf8)) != nil,
      (try? "max-items 0\n".write(toFile: config, atomically: true, encoding: .utf8)) != nil
    else { return nil }
    func run(_ command: String) -> Double? {
      Usage.run(["newsboat", "-q", "-u", urls, "-c", cache, "-C", config, "-x", command], program: "/usr/bin/env")
        .map { $0.cpu * 1000 }
    }
    guard let reading = run("reload"), let start = run("print-unread") else { return nil }
    return (reading, start)
  }

  private static func hasProgram(_ name: String) -> Bool {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
      access("\($0)/\(name)", X_OK) == 0
    }
  }

  /// The texts a line each, then the queries.
  private static func write(_ texts: [(title: String, body: String)], _ queries: [String], to path: String) -> Bool {
    var lines = Data()
    for line in texts.map({ ["title": $0.title, "body": $0.body] }) + queries.map({ ["query": $0] }) {
      guard let json = try? JSONEncoder().encode(line) else { return false }
      lines += json + [0x0A]
    }
    return (try? lines.write(to: URL(fileURLWithPath: path))) != nil
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }

  private static let script = """
    import json, os, sys, time
    import tantivy
    os.makedirs(sys.argv[2], exist_ok=True)
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("title", stored=True)
    builder.add_text_field("body", stored=True)
    builder.add_integer_field("place", fast=True, stored=True)
    index = tantivy.Index(builder.build(), path=sys.argv[2])
    texts, queries = [], []
    for line in open(sys.argv[1], encoding="utf-8"):
        line = json.loads(line)
        queries.append(line["query"]) if "query" in line else texts.append(line)
    writer = index.writer(heap_size=100_000_000, num_threads=1)
    start = time.process_time()
    for place, text in enumerate(texts):
        writer.add_document(tantivy.Document(title=text["title"], body=text["body"], place=place))
    writer.commit()
    writer.wait_merging_threads()
    rate = len(texts) / (time.process_time() - start)
    index.reload()
    searcher = index.searcher()
    took = []
    for query in queries:
        start = time.process_time()
        parsed = index.parse_query(" ".join("+" + word for word in query.split()), ["title", "body"])
        for score, address in searcher.search(parsed, 60, order_by_field="place").hits:
            searcher.doc(address)["title"]
        took.append((time.process_time() - start) * 1000)
    took.sort()
    print(rate, took[len(took) * 99 // 100])
    """
}
