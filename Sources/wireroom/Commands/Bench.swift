// `wireroom bench`: what the program costs, beside a peer measured in the same run.
import ArgumentParser
import Briefing
import Dispatch
import Foundation

struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measure import, start, keys and memory on a made-up corpus, or on an archive of yours.",
    discussion:
      """
      Build with -c release first. Peers are measured in the same run: SQLite's own full-text table, this program doing nothing, \
      and, where they are installed, tantivy (the Python package) and newsboat.
      """
  )

  @OptionGroup var options: ArchiveOptions
  @OptionGroup var format: JSONOption
  @Option(name: .long, help: "So many made-up articles of about 2 KB, or so many of --corpus.")
  var articles = 10_000
  @Option(
    name: .long, help: ArgumentHelp("Articles of your own to import, instead of made-up ones: JSON Lines.", valueName: "file"))
  var corpus: String?

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
    rows += searches(path)
    if let share = try? Archive.open(path: path, readOnly: true).fullTextShare() {
      rows.append(Row(what: "full-text tables, of the bytes of the texts", value: share, unit: "", aim: "<= 0.75"))
    }
    print(rows, count)
  }

  // MARK: Measuring

  private func importing(path: String, folder: String) throws -> [Row] {
    var rows: [Row] = []
    let analyser = try Analysers(environment: ProcessInfo.processInfo.environment).analyser()
    var first = try BenchArticles(file: corpus, count: articles)
    let compared = try first.next(min(articles, 10_000))
    let lines = Array(compared.prefix(2000))
    let analysed = try Archive.open(path: folder + "/analysed.sqlite")
    var start = Usage.cpu
    try store(lines, in: analysed, analyser)
    _ = try LinkRun(archive: analysed, environment: ProcessInfo.processInfo.environment).run()
    rows.append(
      Row(
        what: "import with analysis and links", value: Double(lines.count) / (Usage.cpu - start), unit: "articles/CPU s",
        aim: ">= 180"
      ))

    let bare = try BareIndex(path: folder + "/bare.sqlite")
    let texts = compared.map { (title: $0.title ?? "", body: $0.body) }
    start = Usage.cpu
    try bare.insert(texts)
    let peer = Double(texts.count) / (Usage.cpu - start)
    let others = peers(texts, folder: folder)

    let archive = try Archive.open(path: path)
    var bar = ProgressBar(what: "making and importing", total: articles)
    var spent = 0.0
    var done = 0
    var all = try BenchArticles(file: corpus, count: articles)
    while true {
      // Making an article up is not what is measured; reading one is.
      let making = Usage.cpu
      let batch = try all.next(min(ImportRun.batchSize(isAnalysed: false), articles - done))
      if batch.isEmpty { break }
      let start = corpus == nil ? Usage.cpu : making
      try store(batch, in: archive, nil)
      spent += Usage.cpu - start
      done += batch.count
      bar.show(done)
    }
    bar.finish()
    rows.append(
      Row(
        what: "import without analysis", value: Double(done) / spent, unit: "articles/CPU s", aim: ">= 3000",
        peer: "SQLite FTS5 alone", peerValue: peer))
    return rows + others
  }

  /// What other programs make of the first texts.
  private func peers(_ texts: [(title: String, body: String)], folder: String) -> [Row] {
    var rows: [Row] = []
    let queries = stride(from: 0, to: texts.count, by: max(1, texts.count / 50)).map { index in
      texts[index].body.split { !$0.isLetter }.suffix(2).joined(separator: " ")
    }
    if let tantivy = Peers.tantivy(texts, queries: queries, folder: folder) {
      rows.append(Row(what: "tantivy indexing \(texts.count) of them", value: tantivy.rate, unit: "articles/CPU s"))
      rows.append(Row(what: "tantivy, two words, newest first, p99", value: tantivy.p99, unit: "CPU ms"))
    }
    if let newsboat = Peers.newsboat(texts, folder: folder) {
      rows.append(
        Row(
          what: "newsboat reading a feed of \(texts.count) of them", value: Double(texts.count) * 1000 / newsboat.firstReading,
          unit: "articles/CPU s"))
      rows.append(Row(what: "newsboat's start with them", value: newsboat.start, unit: "CPU ms"))
    }
    return rows
  }

  private func store(_ records: [JSONLines.Record], in archive: Archive, _ analyser: Analyser?) throws {
    let size = ImportRun.batchSize(isAnalysed: analyser != nil)
    for first in stride(from: 0, to: records.count, by: size) {
      let batch = records[first..<min(records.count, first + size)].map { record in
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
        rows.append(Row(what: "memory after that", value: middle, unit: "MB", aim: "< 80"))
      } else {
        let isSheet = ["dossier", "facets", "sheet"].contains { parts[0].hasPrefix($0) }
        rows.append(Row(what: "\(parts[0]), p50", value: middle, unit: "ms"))
        rows.append(Row(what: "\(parts[0]), p99", value: high, unit: "ms", aim: isSheet ? "< 100" : "< 16"))
      }
    }
    return rows
  }

  private func searches(_ path: String) -> [Row] {
    guard let result = Usage.run(["rehearse", "--searches", "--archive", path]) else { return [] }
    return result.output.split(separator: "\n").flatMap { line -> [Row] in
      let parts = line.split(separator: "|")
      guard parts.count == 5, let middle = Double(parts[1]), let high = Double(parts[2]) else { return [] }
      let name = "first page of \(parts[0])"
      return [
        Row(
          what: "\(name), p50", value: middle, unit: "CPU ms", peer: "SQLite FTS5 alone", peerValue: Double(parts[3])),
        Row(
          what: "\(name), p99", value: high, unit: "CPU ms", aim: "< 16", peer: "SQLite FTS5 alone", peerValue: Double(parts[4])),
      ]
    }
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
