// `wireroom timeline`: the dates that articles name, in order, each with its sentence; for a pipe, a table, a calendar or a memo.
import ArgumentParser
import Briefing
import Foundation

struct TimelineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline", abstract: "Print the dates that articles name, in order, each with its sentence.",
    discussion: """
      What is said in the same words of the same date is one line; who says so stands beside it. Expressions that cannot be
      resolved come last (a calendar leaves them out, and says so). A second run prints the same bytes.
      """)

  enum Format: String, CaseIterable, EnumerableFlag {
    case json, csv, ics, md

    static func help(for value: Format) -> ArgumentHelp? {
      switch value {
      case .json: "Print JSON, one object a line."
      case .csv: "Print a table (RFC 4180)."
      case .ics: "Print a calendar (RFC 5545) of whole days."
      case .md: "Print Markdown."
      }
    }
  }

  @OptionGroup var options: ArchiveOptions
  @Flag var format: Format?
  @Option(name: .long, help: "The dates of this article.")
  var article: String?
  @Option(name: .long, help: ArgumentHelp("The dates of the story that this article belongs to.", valueName: "article"))
  var story: String?
  @Option(name: .long, help: "The dates of the sentences that name this party, under any of its names.")
  var party: String?
  @Argument(help: "An article's id, or a query; all articles without one.")
  var what: [String] = []
  @Option(name: .long, help: "Look at the newest so many articles of a query at most; 0 for all.")
  var limit = 0

  func validate() throws {
    try checkLimit(limit)
    if [article, story, party].compactMap({ $0 }).count + (what.isEmpty ? 0 : 1) > 1 {
      throw ValidationError("give a query, or one of --article, --story and --party")
    }
  }

  func run() throws {
    let archive = try options.open()
    // What is wrong with the call is told before anything is printed.
    let one = try oneArticle(archive)
    let (scope, articles) = try one.map { (.article($0), nil) } ?? scope(archive)
    var printer = TimelinePrinter(format: format)
    printer.begin()
    if let id = one {
      for event in try archive.events(of: id) { printer.add(ExportedEvent(event)) }
    } else {
      for date in try archive.timelineIndex(scope, limit: limit == 0 ? .max : limit).dates {
        let events = try archive.events(on: date.key, in: scope, articles: articles)
        for exported in ExportedEvent.merge(events) { printer.add(exported) }
      }
    }
    printer.end()
  }

  private func oneArticle(_ archive: Archive) throws -> Int64? {
    if let article { return try known(article, archive) }
    guard what.count == 1 else { return nil }
    if let id = try archive.article(named: what[0]) { return id }
    return what[0].allSatisfy(\.isNumber) ? try known(what[0], archive) : nil
  }

  private func known(_ name: String, _ archive: Archive) throws -> Int64 {
    guard let id = try archive.article(named: name) else {
      throw Failure(words: "there is no article \(name) in \(archive.path); list shows the ids")
    }
    return id
  }

  /// The scope, and the list keys of the articles that count where it does not tell by itself.
  private func scope(_ archive: Archive) throws -> (TimelineScope, Set<Int64>?) {
    if let story { return (.story(article: try known(story, archive)), nil) }
    if let party {
      guard let entity = try archive.entity(named: party) else {
        throw Failure(words: "no article names a party \(party); parties lists them")
      }
      return (.party(entity), nil)
    }
    let query = what.joined(separator: " ")
    if query.isEmpty, limit == 0 { return (.all, nil) }
    _ = try checkedScope(query)
    return (.search(query), try archive.listKeys(of: query, limit: limit == 0 ? .max : limit))
  }
}

/// Prints events in one of the formats, as they come.
private struct TimelinePrinter: ~Copyable {
  private let format: TimelineCommand.Format?
  private var output = Output()
  private var markdown = TimelineMarkdown()
  /// Events that a calendar has no day for.
  private var leftOut = 0

  init(format: TimelineCommand.Format?) { self.format = format }

  mutating func begin() {
    switch format {
    case .csv: output.line(TimelineCSV.header, ending: .crlf)
    case .ics: for line in TimelineCalendar.head { output.line(line, ending: .crlf) }
    case .md:
      output.line("# Timeline")
      output.line()
    case .json, nil: break
    }
  }

  mutating func add(_ exported: ExportedEvent) {
    switch format {
    case .json: output.json(exported.json)
    case .csv: output.line(TimelineCSV.line(exported), ending: .crlf)
    case .ics:
      guard let lines = TimelineCalendar.lines(exported) else { return leftOut += 1 }
      for line in lines { output.line(line, ending: .crlf) }
    case .md: for line in markdown.lines(exported) { output.line(line) }
    case nil: addPlain(exported)
    }
  }

  mutating func end() {
    if format == .ics {
      for line in TimelineCalendar.foot { output.line(line, ending: .crlf) }
    }
    output.flush()
    if leftOut > 0 { complain("\(leftOut) expressions of time have no day that a calendar can hold, and are left out") }
  }

  private mutating func addPlain(_ exported: ExportedEvent) {
    let event = exported.event
    let row = event.row
    let paragraphs = row.paragraphs.map { "¶\($0)" }.joined(separator: ",")
    let indent = String(repeating: " ", count: 17)
    output.line("\(padded(event.when + (row.doubt ? " ?" : ""), 16)) “\(event.label)” \(paragraphs)  \(row.reason)")
    output.line(indent + event.sentence + (event.voice.map { "  \($0)" } ?? ""))
    for day in event.otherDays {
      output.line("\(indent)other articles say: \(day.when): \(day.sentence)  \(day.article.source ?? "publisher unknown")")
    }
    output.line(indent + event.citation)
    for copy in exported.copies { output.line("\(indent)also: \(copy.citation)") }
  }
}

extension DatedEvent {
  /// Id, headline, source and date, for a line of its own.
  fileprivate var citation: String {
    let source = article.source ?? "publisher unknown"
    let date = article.published?.stamp.iso ?? "no publication date"
    return "\(externalID ?? String(article.id)) \(article.headline) - \(source), \(date)"
  }
}
