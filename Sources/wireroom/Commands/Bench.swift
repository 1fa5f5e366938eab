// `wireroom bench`: what the program costs, beside a peer measured in the same run.
import ArgumentParser
import Briefing
import Dispatch
import Foundation

struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure import, start, keys and memory on a made-up corpus, or on an archive of yours.",
    discussion:
      "Build with -c release first. Peers are measured in the same run: SQLite's own full-text table, and this program doing nothing."
  )

  @OptionGroup var options: ArchiveOptions
  @OptionGroup var format: JSONOption
  @Option(name: .long, help: "So many made-up articles of about 2 KB.")
  var articles = 10_000

  /// A row of the table.
  private struct Row {
    var what: String
    var value: Double
    var unit: String
    var aim: String = ""
    var peer: String = ""
    var peerValue: Double?
  }

  func validate() throws { if articles < 100 { throw ValidationError("--articles is 100 or more") } }

  func run() throws {
    var rows: [Row] = []
    let folder = NSTemporaryDirectory() + "wireroom-bench-\(getpid())"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path: String
    if let archive = options.archive {
      path = archive
    } else {
      path = folder + "/archive.sqlite"
      rows += try importing(path: path, folder: folder)
    }
    let count = try Archive.open(path: path).totals().articles
    rows += starting(path)
    rows += keys(path)
    print(rows, count)
  }

  // MARK: Measuring

  private func importing(path: String, folder: String) throws -> [Row] {
    let corpus = Corpus(count: articles)
    var rows: [Row] = []
    let sample = min(articles, 2000)
    let analyser = try Analysers(environment: ProcessInfo.processInfo.environment).analyser()
    let lines = (0..<sample).map { corpus.record($0) }
    let analysed = try Archive.open(path: folder + "/analysed.sqlite")
    var start = Usage.cpu
    try store(lines, in: analysed, analyser)
    _ = try LinkRun(archive: analysed, environment: ProcessInfo.processInfo.environment).run()
    rows.append(
      Row(
        what: "import with analysis and links", value: Double(sample) / (Usage.cpu - start), unit: "articles/CPU s", aim: ">= 180"
      ))

    let bare = try BareIndex(path: folder + "/bare.sqlite")
    let compared = (0..<min(articles, 10_000)).map { corpus.record($0) }
    let texts = compared.map { (title: $0.title ?? "", body: $0.body) }
    start = Usage.cpu
    try bare.insert(texts)
    let peer = Double(texts.count) / (Usage.cpu - start)

    let archive = try Archive.open(path: path)
    var bar = ProgressBar(what: "making and importing", total: articles)
    var spent = 0.0
    for first in stride(from: 0, to: articles, by: 1024) {
      let batch = (first..<min(articles, first + 1024)).map { corpus.record($0) }
      let start = Usage.cpu
      try store(batch, in: archive, nil)
      spent += Usage.cpu - start
      bar.show(first + batch.count)
    }
    bar.finish()
    rows.append(
      Row(
        what: "import without analysis", value: Double(articles) / spent, unit: "articles/CPU s", aim: ">= 3000",
        peer: "SQLite FTS5 alone", peerValue: peer))
    return rows
  }

  private func store(_ records: [JSONLines.Record], in archive: Archive, _ analyser: Analyser?) throws {
    for first in stride(from: 0, to: records.count, by: 256) {
      let batch = records[first..<min(records.count, first + 256)].map { record in
        let article = PlainText.article(from: record)
        return IncomingArticle(article: article, analysis: analyser?.analyse(article), scope: record.source ?? "")
      }
      _ = try archive.store(batch)
    }
  }

  private func starting(_ path: String) -> [Row] {
    func median(_ arguments: [String]) -> (cpu: Double, memory: Double)? {
      let runs = (0..<7).compactMap { _ in Usage.run(arguments) }.sorted { $0.cpu < $1.cpu }
      return runs.isEmpty ? nil : (runs[runs.count / 2].cpu, runs[runs.count / 2].memory)
    }
    guard let start = median(["rehearse", "--first-frame", "--archive", path]), let bare = median(["--version"]) else {
      return []
    }
    return [
      Row(
        what: "start to the first frame", value: start.cpu * 1000, unit: "CPU ms", aim: "< 25", peer: "the program doing nothing",
        peerValue: bare.cpu * 1000)
    ]
  }

  private func keys(_ path: String) -> [Row] {
    guard let result = Usage.run(["rehearse", "--archive", path]) else { return [] }
    var rows: [Row] = []
    for line in result.output.split(separator: "\n") {
      let parts = line.split(separator: "|")
      guard parts.count == 3, let middle = Double(parts[1]), let high = Double(parts[2]) else { continue }
      if parts[0] == "memory" {
        rows.append(Row(what: "memory after that", value: middle, unit: "MB", aim: "< 60"))
      } else {
        let isSheet = parts[0].hasPrefix("dossier") || parts[0].hasPrefix("sheet")
        rows.append(Row(what: "\(parts[0]), p50", value: middle, unit: "ms"))
        rows.append(Row(what: "\(parts[0]), p99", value: high, unit: "ms", aim: isSheet ? "< 100" : "< 16"))
      }
    }
    return rows
  }

  // MARK: Printing

  private func print(_ rows: [Row], _ count: Int) {
    var output = Output()
    if format.json {
      for row in rows {
        var json = JSONText()
        json.beginObject()
        json.member("what", row.what)
        json.key("value")
        json.value(row.value)
        json.member("unit", row.unit)
        json.member("articles", count)
        if let peer = row.peerValue {
          json.member("peer", row.peer)
          json.key("peer_value")
          json.value(peer)
          json.key("ratio")
          json.value(row.value / peer)
        }
        json.endObject()
        output.json(json)
      }
    } else {
      output.line("| \(count) articles | value | unit | aim | peer in the same run | ratio |")
      output.line("| --- | ---: | --- | --- | --- | ---: |")
      for row in rows {
        let peer = row.peerValue.map { "\(row.peer): \(rounded($0))" } ?? ""
        let ratio = row.peerValue.map { rounded(row.value / $0) } ?? ""
        output.line("| \(row.what) | \(rounded(row.value)) | \(row.unit) | \(row.aim) | \(peer) | \(ratio) |")
      }
    }
    output.flush()
  }

  private func rounded(_ value: Double) -> String {
    if value >= 100 { return String(Int(value.rounded())) }
    let scaled = (value * 100).rounded() / 100
    return "\(scaled)"
  }
}
