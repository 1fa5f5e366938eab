// `wireroom alert` and `wireroom new`: what has come since one last looked, for a terminal and for cron.
import ArgumentParser
import Briefing
import Foundation

/// What these commands exit with where there was nothing new: neither success nor failure.
private let nothingNew: Int32 = 3

struct AlertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "alert", abstract: "Print what alerts have found since they last told; keep, list and forget them.",
    discussion: """
      An alert is a search that is kept by name: `alert --add pkk party:PKK`. It tells of what comes from then on. The exit
      status is 0 where something has come, 3 where nothing has, 1 after a failure.
      """)

  @OptionGroup var options: ArchiveOptions
  @OptionGroup var format: JSONOption
  @Option(name: .long, help: ArgumentHelp("Keep the query that follows as an alert.", valueName: "name"))
  var add: String?
  @Option(name: .long, help: ArgumentHelp("Forget an alert or a saved search.", valueName: "name"))
  var remove: String?
  @Flag(name: .long, help: "List alerts and saved searches with what they find.")
  var list = false
  @Flag(name: .long, help: "Tell of the same articles again the next time.")
  var keep = false
  @Argument(help: "Names of alerts, all without one; with --add the query.")
  var words: [String] = []

  func validate() throws {
    if [add != nil, remove != nil, list].filter({ $0 }).count > 1 {
      throw ValidationError("--add, --remove and --list go one at a time")
    }
    if (list || remove != nil) && !words.isEmpty { throw ValidationError("--list and --remove take no more words") }
  }

  func run() throws {
    if let add { return try keepAlert(add) }
    if let remove {
      guard try options.openForWriting().removeSearch(remove) else {
        throw Failure(words: "there is no search \(remove); `wireroom alert --list` shows them")
      }
      return
    }
    if list { return try listSearches() }
    try tell()
  }

  private func keepAlert(_ name: String) throws {
    let scope = try checkedScope(words.joined(separator: " "))
    let name = Sanitize.line(name).trimmingCharacters(in: .whitespaces)
    guard !name.isEmpty, scope.query.contains(where: { !$0.isWhitespace }) else {
      throw Failure(words: "an alert needs a name and a query: alert --add pkk party:PKK", status: 2)
    }
    try options.openForWriting().saveSearch(name, query: scope.query, isAlert: true)
  }

  private func tell() throws {
    let archive = keep ? try options.open() : try options.openForWriting()
    let alerts = try archive.savedSearches().filter(\.isAlert)
    for name in words where !alerts.contains(where: { $0.name.lowercased() == name.lowercased() }) {
      throw Failure(words: "there is no alert \(name); `wireroom alert --list` shows them", status: 2)
    }
    let wanted = Set(words.map { $0.lowercased() })
    // What comes while this runs is for the next time.
    let newest = try archive.newestID()
    var output = Output()
    var isAnything = false
    for alert in alerts where wanted.isEmpty || wanted.contains(alert.name.lowercased()) {
      let rows = try archive.alertArrivals(alert.name, limit: 10_000) ?? []
      if !rows.isEmpty {
        isAnything = true
        if !format.json { output.line("\(alert.name): \(rows.count) new (\(alert.query))") }
        try printRows(rows, of: archive, json: format.json, alert: alert.name, to: &output)
      }
      output.flush()
      if !keep { try archive.markReported(alert.name, upTo: newest) }
    }
    if !isAnything { throw ExitCode(nothingNew) }
  }

  private func listSearches() throws {
    var output = Output()
    for search in try options.open().savedSearches() {
      if format.json {
        var json = JSONText()
        json.beginObject()
        json.member("name", search.name)
        json.member("query", search.query)
        json.member("alert", search.isAlert)
        json.member("unread", search.unread)
        if search.isAlert { json.member("new", search.new) }
        json.endObject()
        output.json(json)
      } else {
        let new = search.isAlert ? "\(search.new) new" : "saved"
        output.line("\(padded(search.name, 20)) \(padded(new, 8)) \(padded("\(search.unread) unread", 12)) \(search.query)")
      }
    }
    output.flush()
  }
}

struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the articles that have come since a time, or since this was last asked.",
    discussion: """
      --since takes "last" (the default: since the last run without --since), 90m, 6h, 2d, today, yesterday, last-week, or a
      date. The exit status is 0 where something has come, 3 where nothing has, 1 after a failure.
      """)

  @OptionGroup var options: ArchiveOptions
  @OptionGroup var format: JSONOption
  @Argument(help: "A query; everything without one.")
  var query: [String] = []
  @Option(name: .long, help: "From when on.")
  var since = "last"

  private static let setting = "new-reported"

  func run() throws {
    let scope = try checkedScope(query.joined(separator: " "))
    let isContinued = since == "last"
    guard isContinued || Arrivals.second(since: since) != nil else {
      throw Failure(
        words: "--since \(since) is no time: write last, 90m, 6h, 2d, yesterday, last-week or 2026-11-25", status: 2)
    }
    let archive = isContinued ? try options.openForWriting() : try options.open()
    let newest = try archive.newestID()
    let after =
      try Arrivals.second(since: since).map { try archive.lastID(before: $0) }
      ?? archive.setting(New.setting).flatMap { Int64($0) } ?? 0
    let rows = try archive.arrivals(scope, after: after, limit: 100_000)
    var output = Output()
    try printRows(rows, of: archive, json: format.json, to: &output)
    output.flush()
    if isContinued { try archive.setSetting(New.setting, String(newest)) }
    if rows.isEmpty { throw ExitCode(nothingNew) }
  }
}
