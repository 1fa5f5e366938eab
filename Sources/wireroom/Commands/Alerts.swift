// `wireroom alert` and `wireroom new`: what has come since one last looked, for a terminal and for cron.
import ArgumentParser
import Briefing
import Foundation

/// What these commands exit with where there was nothing new: neither success nor failure.
private let nothingNew: Int32 = 3

/// So many articles are printed at most; who has not looked for that long looks at the list.
private let mostNews = 100_000

/// Says what of the news is not printed, and why.
private func tellWhatIsMissing(_ news: SearchNews, query: String, named name: String) {
  if news.isCut {
    complain("\(name): only the newest \(news.rows.count) were printed; `wireroom search '\(query)' --limit 0` has all")
  }
  if news.waiting > 0 {
    complain(
      "\(name): \(news.waiting) \(news.waiting == 1 ? "article is" : "articles are") not analysed yet, and told later; "
        + "`wireroom reindex` does it now")
  }
}

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
    var output = Output()
    var isAnything = false
    for alert in alerts where wanted.isEmpty || wanted.contains(alert.name.lowercased()) {
      guard let news = try archive.alertNews(alert.name, limit: mostNews) else { continue }
      if !news.rows.isEmpty {
        isAnything = true
        if !format.json { output.line("\(alert.name): \(news.rows.count) new (\(alert.query))") }
        try printRows(news.rows, of: archive, json: format.json, alert: alert.name, to: &output)
      }
      output.flush()
      tellWhatIsMissing(news, query: alert.query, named: alert.name)
      // What came while this ran is for the next time.
      if !keep { try archive.markReported(alert.name, upTo: news.toldUpTo) }
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
    commandName: "new",
    abstract: "Print the articles that have come since a time, or since this was last asked.",
    discussion: """
      --since takes "last" (the default: since the last run with this query and without --since), 90m, 6h, 2d, today, yesterday,
      last-week, or a date. The exit status is 0 where something has come, 3 where nothing has, 1 after a failure.
      """)

  @OptionGroup var options: ArchiveOptions
  @OptionGroup var format: JSONOption
  @Argument(help: "A query; everything without one.")
  var query: [String] = []
  @Option(name: .long, help: "From when on.")
  var since = "last"

  /// Each query has a mark of its own: what one has printed is news to another.
  private func setting(_ scope: ListScope) -> String {
    let query = Sanitize.line(scope.query)
    return query.isEmpty ? "new-reported" : "new-reported:" + query
  }

  func run() throws {
    let scope = try checkedScope(query.joined(separator: " "))
    let isContinued = since == "last"
    guard isContinued || Arrivals.second(since: since) != nil else {
      throw Failure(
        words: "--since \(since) is no time: write last, 90m, 6h, 2d, yesterday, last-week or 2026-11-25", status: 2)
    }
    let archive = isContinued ? try options.openForWriting() : try options.open()
    let after =
      try Arrivals.second(since: since).map { try archive.lastID(before: $0) }
      ?? archive.setting(setting(scope)).flatMap { Int64($0) } ?? 0
    let news = try archive.news(scope, after: after, limit: mostNews)
    var output = Output()
    try printRows(news.rows, of: archive, json: format.json, to: &output)
    output.flush()
    tellWhatIsMissing(news, query: scope.query, named: "new")
    if isContinued { try archive.setSetting(setting(scope), String(news.toldUpTo)) }
    if news.rows.isEmpty { throw ExitCode(nothingNew) }
  }
}
