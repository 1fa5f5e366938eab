// An import: sources are read in order, parsed and analysed on all cores, and stored in batches, one transaction each, so
// that a stopped import has lost nothing and a second one goes on where it was.
import Briefing
import Foundation

/// What an import did.
struct ImportSummary: Sendable {
  var new = 0
  var changed = 0
  var same = 0
  /// Files in folders that are nothing to read.
  var passedOver = 0
  /// What was taken in and was doubtful: a feed that broke off.
  var notes: [(name: String, why: String)] = []
  /// What was not taken in, and why, in the order of the sources.
  var refused: [(name: String, why: String)] = []

  var read: Int { new + changed + same }

  var words: String {
    let parts = [
      "\(new) new", changed > 0 ? "\(changed) changed" : nil, same > 0 ? "\(same) as before" : nil,
      passedOver > 0 ? "\(passedOver) passed over (nothing to read)" : nil,
      refused.isEmpty ? nil : "\(refused.count) refused",
    ]
    let first = (refused.first ?? notes.first).map { " (\($0.why))" } ?? ""
    return "imported: " + parts.compactMap { $0 }.joined(separator: ", ") + first
  }
}

/// Reads sources into an archive.
struct ImportRun: Sendable {
  let archive: Archive
  /// nil to leave the analysis to a later reindex.
  let analyser: Analyser?
  /// For web addresses among the paths: with it goes all that the reader wants of the network.
  let fetcher: Fetcher

  /// So many articles are stored in one transaction: enough to be fast, few enough that a stop loses a second's work or two.
  private var batchSize: Int { ImportRun.batchSize(isAnalysed: analyser != nil) }

  static func batchSize(isAnalysed: Bool) -> Int { isAnalysed ? 256 : 4096 }

  /// A piece of source before it is read: a whole file, or a part of one.
  private enum Item: Sendable {
    case file(String, SourceKind)
    case page(Fetched, name: String)
    case mail(name: String, bytes: [UInt8])
    case entry(Feed.Item)
    case line(name: String, bytes: [UInt8])
    case text(name: String, bytes: [UInt8])
    case refused(name: String, why: String)
  }

  /// What became of an item before it is stored.
  private enum Outcome: Sendable {
    case article(IncomingArticle, id: String?)
    case refused(name: String, why: String)
  }

  /// Imports files, folders and "-" (JSON Lines or one text on standard input).
  ///
  /// - `progress` gets what is done and an estimate of all; `acknowledge` the ids of each batch once it is on disk.
  /// - Throws only where the archive cannot be written; what a source has wrong is in the summary.
  func importPaths(
    _ paths: [String], acknowledge: ([String]) -> Void = { _ in }, progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> ImportSummary {
    var summary = ImportSummary()
    var batch: [Item] = []
    var done = 0
    var sources = SourceWalk(paths.filter { !Subscribing.isAddress($0) })
    func flush() throws {
      do {
        try store(batch, into: &summary, acknowledge: acknowledge)
      } catch  where summary.read > 0 {
        throw Failure(words: words(for: error) + " \(summary.read) articles before it are safe; importing again goes on there.")
      }
      done += batch.count
      batch.removeAll(keepingCapacity: true)
      progress(done, max(done, sources.estimate(done: done)))
    }
    for address in paths where Subscribing.isAddress(address) {
      batch += items(at: address, into: &summary)
      if batch.count >= batchSize { try flush() }
    }
    while let source = sources.next() {
      switch source {
      case .article(let path, let kind): batch.append(.file(path, kind))
      case .many(let path, let kind):
        do {
          if kind == .feed {
            for item in try entries(path, isNamed: sources.isNamed(path), into: &summary) {
              batch.append(.entry(item))
              if batch.count >= batchSize { try flush() }
            }
          } else {
            var box = try MailBox(path: path)
            var number = 0
            while let message = try box.next() {
              number += 1
              batch.append(.mail(name: "\(path), mail \(number)", bytes: message))
              if batch.count >= batchSize { try flush() }
            }
          }
        } catch let error as IngestError {
          batch.append(.refused(name: path, why: error.words))
        }
      case .lines(let path):
        do {
          var lines = try LineReader(path: path)
          // Standard input has no name to tell by: what does not begin with a brace is one text.
          var text: [UInt8]?
          while let line = try lines.next() {
            let name = "\(path == "-" ? "standard input" : path):\(lines.number)"
            switch line {
            case .tooLong(let bytes): batch.append(.refused(name: name, why: "the line is too long (\(bytes) bytes)"))
            case .bytes(let bytes):
              if text != nil, text!.count <= PlainText.sizeLimit { text! += bytes + [0x0A] }
              guard text == nil, let first = bytes.first(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) else { continue }
              if path == "-", lines.number == 1, first != UInt8(ascii: "{") {
                text = bytes + [0x0A]
                continue
              }
              sources.advance(bytes.count + 1)
              batch.append(.line(name: name, bytes: bytes))
            }
            if batch.count >= batchSize { try flush() }
          }
          if let text { batch.append(.text(name: "standard input", bytes: text)) }
        } catch let error as IngestError {
          batch.append(.refused(name: path, why: error.words))
        }
      case .passedOver: summary.passedOver += 1
      case .refused(let path, let why): batch.append(.refused(name: path, why: why))
      }
      if batch.count >= batchSize { try flush() }
    }
    try flush()
    return summary
  }

  private func store(_ items: [Item], into summary: inout ImportSummary, acknowledge: ([String]) -> Void) throws {
    guard !items.isEmpty else { return }
    let outcomes = mappedOnAllCores(items, read)
    var incoming: [IncomingArticle] = []
    var ids: [String] = []
    for outcome in outcomes {
      switch outcome {
      case .article(let article, let id):
        incoming.append(article)
        if let id { ids.append(id) }
      case .refused(let name, let why): summary.refused.append((name, why))
      }
    }
    var known: [Int64] = []
    for outcome in try archive.store(incoming) {
      switch outcome {
      case .new: summary.new += 1
      case .changed: summary.changed += 1
      case .same: summary.same += 1
      }
      if case .new = outcome { continue }
      known.append(outcome.id)
    }
    acknowledge(ids)
    if let analyser { try AnalysisRun(archive: archive, analyser: analyser).outdated(among: known) }
  }

  private func read(_ item: Item) -> Outcome {
    switch item {
    case .refused(let name, let why): return .refused(name: name, why: why)
    case .file(let path, let kind):
      do {
        let bytes = try SourceWalk.bytes(of: path)
        if kind == .mail { return mail(bytes, name: path, path: path) }
        if kind == .page { return try .article(page(bytes, name: path, path: path), id: nil) }
        return try .article(text(bytes, name: path, path: path), id: nil)
      } catch {
        return .refused(name: path, why: error.words)
      }
    case .page(let fetched, let name):
      do {
        return try .article(
          page(fetched.body, name: name, path: nil, url: fetched.url, headers: fetched.headers), id: nil)
      } catch {
        return .refused(name: name, why: error.words)
      }
    case .mail(let name, let bytes): return mail(bytes, name: name, path: nil)
    case .entry(let item):
      return .article(
        IncomingArticle(article: item.article, analysis: analyser?.analyse(item.article), scope: item.scope, notes: item.notes),
        id: nil)
    case .text(let name, let bytes):
      do {
        return try .article(text(bytes, name: name, path: nil), id: nil)
      } catch {
        return .refused(name: name, why: error.words)
      }
    case .line(let name, let bytes):
      switch JSONLines.record(bytes) {
      case .failure(let why, _): return .refused(name: name, why: why)
      case .record(let record):
        let article = PlainText.article(from: record)
        // Two publishers may number their articles alike.
        return .article(
          IncomingArticle(article: article, analysis: analyser?.analyse(article), scope: record.source ?? ""), id: record.id)
      }
    }
  }

  private func text(_ bytes: [UInt8], name: String, path: String?) throws(IngestError) -> IncomingArticle {
    let article = try PlainText.parse(bytes, name: name)
    return IncomingArticle(article: article, analysis: analyser?.analyse(article), path: path.map(absolute))
  }

  private func page(
    _ bytes: [UInt8], name: String, path: String?, url: String? = nil, headers: [String: String] = [:]
  ) throws(IngestError) -> IncomingArticle {
    let page = try Page.parse(bytes, url: url, headers: headers, name: name)
    guard !page.article.text.isEmpty else { throw .empty(name) }
    return IncomingArticle(
      article: page.article, analysis: analyser?.analyse(page.article), path: path.map(absolute), notes: page.notes)
  }

  private func mail(_ bytes: [UInt8], name: String, path: String?) -> Outcome {
    let (article, notes) = Mail.read(bytes).read()
    guard !article.text.isEmpty else {
      return .refused(name: name, why: "\(name) holds no text to read; nothing was taken from it.")
    }
    return .article(
      IncomingArticle(article: article, analysis: analyser?.analyse(article), path: path.map(absolute), notes: notes), id: nil)
  }

  /// The entries of a feed's file, oldest last as the feed has them; what is doubtful goes into the summary.
  private func entries(
    _ path: String, isNamed: Bool, into summary: inout ImportSummary
  ) throws(IngestError) -> [Feed.Item] {
    let feed = Feed.read(try SourceWalk.bytes(of: path))
    // A folder holds other XML too.
    if !feed.isFeed, !isNamed {
      summary.passedOver += 1
      return []
    }
    guard feed.isFeed else { throw .unreadable(path, why: feed.issues.last ?? "it is no feed") }
    for issue in feed.issues { summary.notes.append((path, issue)) }
    return feed.articles()
  }

  /// What lies at a web address that somebody typed.
  private func items(at address: String, into summary: inout ImportSummary) -> [Item] {
    do {
      let fetched = try Subscribing.fetch(byHand: address, accept: FetchRequest.pages, fetcher).fetched
      if let why = fetched.incomplete { summary.notes.append((address, "it is incomplete: \(why)")) }
      switch SourceKind(of: fetched.body, name: "") {
      case .feed:
        let feed = Feed.read(fetched.body, from: Feed.Origin(url: fetched.url, headers: fetched.headers))
        for issue in feed.issues { summary.notes.append((address, issue)) }
        return feed.articles().map { .entry($0) }
      case .text, .lines: return [.text(name: address, bytes: fetched.body)]
      case .mail, .mailbox: return [.mail(name: address, bytes: fetched.body)]
      case .page: return [.page(fetched, name: address)]
      case .list: return [.refused(name: address, why: IngestError.feedList(address).words)]
      case .binary: return [.refused(name: address, why: "\(address) is no feed, page or text; nothing was taken from it.")]
      }
    } catch let failure {
      return [.refused(name: address, why: failure.error.words)]
    }
  }

  private func absolute(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.path }
}
