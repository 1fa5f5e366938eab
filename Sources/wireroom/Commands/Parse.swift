// `wireroom parse`: what is understood of a file, without storing it.
import ArgumentParser
import Briefing
import Foundation

struct Parse: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Print what is understood of files, without storing anything.",
    discussion: """
      Plain text, pages, feeds and mail are read; what a file is, is told by its content. A mailbox gives one line a mail.
      With --batch, standard input holds lines of {"id", "file", "as"?, "url"?, "headers"?}, and each is answered in order.
      """)

  enum Form: String, ExpressibleByArgument, CaseIterable { case auto, text, html, feed, mail }

  @OptionGroup var options: ArchiveOptions
  @OptionGroup var network: NetworkOptions
  @OptionGroup var format: JSONOption
  @Option(name: .customLong("as"), help: "What the files are.")
  var form: Form = .auto
  @Option(name: .long, help: "The address that the file came from.")
  var url: String?
  @Flag(name: .long, help: "Read the list of files from standard input, as JSON Lines.")
  var batch = false
  @Argument(help: ArgumentHelp("Files, web addresses, or - for standard input.", valueName: "file"))
  var files: [String] = []

  func validate() throws {
    if batch != files.isEmpty { throw ValidationError("give files, or --batch and the list on standard input") }
  }

  func run() throws {
    var output = Output(isImmediate: batch)
    var failed = false
    if batch {
      var lines = try LineReader(path: "-")
      while let line = try lines.next() {
        guard case .bytes(let bytes) = line else {
          failed = true
          complain("standard input:\(lines.number): the line is too long")
          continue
        }
        if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
        answer(bytes, number: lines.number, &output, &failed)
      }
    } else {
      for file in files { parse(file, as: form, Feed.Origin(url: url), id: nil, &output, &failed) }
    }
    output.flush()
    if failed { throw ExitCode(1) }
  }

  private func answer(_ line: [UInt8], number: Int, _ output: inout Output, _ failed: inout Bool) {
    guard let value = try? JSONValue(parsing: line), let file = value["file"]?.string else {
      failed = true
      var json = JSONText()
      json.beginObject()
      if let id = (try? JSONValue(parsing: line))?["id"] {
        json.key("id")
        json.raw(id.json)
      }
      json.member("error", "line \(number) is no object with a \"file\"")
      json.endObject()
      output.json(json)
      return
    }
    let form = value["as"]?.string.flatMap(Form.init(rawValue:)) ?? .auto
    var headers: [String: String] = [:]
    if case .object(let members)? = value["headers"] {
      for member in members { headers[member.name.lowercased()] = member.value.string }
    }
    parse(file, as: form, Feed.Origin(url: value["url"]?.string, headers: headers), id: value["id"]?.json, &output, &failed)
  }

  private func parse(
    _ file: String, as form: Form, _ origin: Feed.Origin, id: String?, _ output: inout Output, _ failed: inout Bool
  ) {
    do throws(IngestError) {
      let (bytes, origin, doubt) = try load(file, origin)
      let kind = form == .auto ? Form(guessing: bytes, name: file) : form
      if kind == .feed {
        var feed = Feed.read(bytes, from: origin)
        if let doubt { feed.issues.insert(doubt, at: 0) }
        if format.json || batch { output.json(FeedJSON.parseLine(feed, file: file, id: id)) } else { show(feed, file, &output) }
        return
      }
      if kind == .mail {
        try showMails(bytes, file, id, &output)
        return
      }
      if kind == .html {
        var page = try Page.parse(bytes, url: origin.url, headers: origin.headers, name: file)
        if let doubt { page.article.issues.insert(doubt, at: 0) }
        show(page, file, id, &output)
        return
      }
      var article = try PlainText.parse(bytes, name: file)
      if article.url == nil { article.url = origin.url }
      if let doubt { article.issues.insert(doubt, at: 0) }
      if format.json || batch {
        output.json(JSONText(raw: ParsedArticleJSON.parseLine(article, file: file, id: id)))
      } else {
        show(article, file, &output)
      }
    } catch {
      failed = true
      if format.json || batch {
        output.json(JSONText(raw: ParsedArticleJSON.errorLine(error, file: file, id: id)))
      } else {
        complain(error.words)
      }
    }
  }

  /// The bytes of a file or of a web address, where they came from, and what is doubtful about them.
  private func load(
    _ file: String, _ origin: Feed.Origin
  ) throws(IngestError) -> (bytes: [UInt8], origin: Feed.Origin, doubt: String?) {
    // A list of files names no addresses: nothing is fetched that nobody typed.
    guard !batch, Subscribing.isAddress(file) else { return (try SourceWalk.bytes(of: file), origin, nil) }
    let fetched: Fetched
    do {
      fetched = try Subscribing.fetch(byHand: file, accept: FetchRequest.pages, try network.fetcher()).fetched
    } catch let failure as FetchFailure {
      throw .notFetched(failure.error.words)
    } catch {
      throw .notFetched(words(for: error))
    }
    let doubt = fetched.incomplete.map { "This is incomplete: \($0)." }
    return (fetched.body, Feed.Origin(url: origin.url ?? fetched.url, headers: fetched.headers), doubt)
  }

  func show(_ article: Article, _ file: String, _ output: inout Output) {
    let headline = article.headline
    output.line("file       \(file)")
    output.line("title      \(article.title?.text ?? "none; shown as \u{201C}\(headline.text)\u{2026}\u{201D}")")
    output.line("published  \(article.published.map { "\($0.stamp.iso), from the \($0.origin.rawValue)" } ?? "unknown")")
    if let other = article.otherDate { output.line("           or \(other.stamp.iso), from the \(other.origin.rawValue)") }
    output.line("publisher  \(article.source ?? "unknown")")
    if !article.authors.isEmpty { output.line("authors    \(article.authors.joined(separator: ", "))") }
    if let url = article.url { output.line("address    \(url)") }
    output.line("language   \(article.language)")
    for issue in article.issues { output.line("note       \(issue)") }
    let scalars = Array(article.text.unicodeScalars)
    for block in article.blocks {
      let text = String(String.UnicodeScalarView(scalars[block.span.start..<block.span.end]))
      output.line("\(padded(block.paragraph.map { "¶\($0)" } ?? "", 5)) \(padded(block.kind.rawValue, 8)) \(text)")
    }
    output.line()
  }
}

extension Parse.Form {
  /// What a file is, by its first bytes and its name.
  init(guessing bytes: [UInt8], name: String) {
    switch SourceKind(of: bytes, name: name) {
    case .feed: self = .feed
    case .mail, .mailbox: self = .mail
    case .page: self = .html
    case .text, .lines, .list, .binary: self = .text
    }
  }
}
