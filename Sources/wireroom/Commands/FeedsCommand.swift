// `wireroom feeds`: the subscriptions with their state, their settings, and lists of feeds in and out.
import ArgumentParser
import Briefing
import Foundation

struct FeedsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "feeds", abstract: "List the subscriptions, set them, take lists of feeds in and out.",
    discussion: """
      feeds                      lists them: state, unread and all articles, the last fetch, failures
      feeds set FEED NAME=VALUE  interval=6h|none, tags=a,b|none, keep=100|all,
                                 full-text=page|feed, title=NAME|none
      feeds import FILE          an OPML list, or newsboat's urls ("-" is standard input)
      feeds export [FILE]        OPML, with everything that imported lists said
      """)

  @OptionGroup var options: ArchiveOptions
  @OptionGroup var format: JSONOption
  @Argument(help: ArgumentHelp("Nothing, or set, import or export and what they take.", valueName: "action"))
  var words: [String] = []

  func run() throws {
    switch (words.first, words.count) {
    case (nil, _), ("list", 1): try list()
    case ("set", 3...): try set(words[1], Array(words.dropFirst(2)))
    case ("import", 2): try importList(words[1])
    case ("export", 1...2): try export(words.count > 1 ? words[1] : "-")
    default: throw ValidationError("feeds takes nothing, set FEED NAME=VALUE..., import FILE, or export [FILE]")
    }
  }

  private func list() throws {
    let archive = try options.open()
    let feeds = try archive.subscriptions()
    let now = Int(Date().timeIntervalSince1970)
    var output = Output()
    if feeds.isEmpty, !format.json { output.line("no feeds: wireroom subscribe URL adds one") }
    for feed in feeds {
      if format.json {
        output.json(json(feed))
        continue
      }
      let state = feed.failure != nil ? "!" : feed.note != nil ? "?" : " "
      let counts = padded("\(feed.unread)/\(feed.articles)", 11)
      let last = feed.succeeded.map { Subscription.span(now - $0) + " ago" } ?? "never read"
      output.line("\(padded(String(feed.id), 4)) \(state) \(counts) \(padded(last, 12)) \(feed.name)  \(feed.shownURL)")
      let indent = String(repeating: " ", count: 32)
      if let failure = feed.failure { output.line("\(indent)\(failure)") }
      if let note = feed.note, feed.failure == nil { output.line("\(indent)\(note)") }
      let settings = FeedsCommand.settings(of: feed)
      if !settings.isEmpty { output.line("\(indent)\(settings)") }
    }
    output.flush()
  }

  /// The settings that differ from the defaults, as they are set.
  static func settings(of feed: Subscription) -> String {
    let settings = feed.settings
    return [
      settings.interval.map { "interval=\($0)m" },
      settings.tags.isEmpty ? nil : "tags=\(settings.tags.joined(separator: ","))", settings.keep.map { "keep=\($0)" },
      settings.isFullText ? "full-text=page" : nil,
    ].compactMap { $0 }.joined(separator: "  ")
  }

  private func json(_ feed: Subscription) -> JSONText {
    func time(_ seconds: Int?) -> String? {
      seconds.map { Date(timeIntervalSince1970: Double($0)).formatted(.iso8601) }
    }
    var json = JSONText()
    json.beginObject()
    json.member("id", Int(feed.id))
    json.member("url", feed.url)
    json.member("title", feed.name)
    json.member("site", feed.site)
    json.member("folder", feed.folder)
    json.member("articles", feed.articles)
    json.member("unread", feed.unread)
    json.member("checked", time(feed.checked))
    json.member("succeeded", time(feed.succeeded))
    json.member("failure", feed.failure)
    json.member("failures", feed.failures)
    json.member("note", feed.note)
    json.member("wait_until", time(feed.waitUntil))
    if let interval = feed.settings.interval { json.member("interval", interval) }
    json.member("tags", feed.settings.tags)
    if let keep = feed.settings.keep { json.member("keep", keep) }
    json.member("full_text", feed.settings.isFullText)
    json.endObject()
    return json
  }

  private func set(_ name: String, _ assignments: [String]) throws {
    let archive = try options.openForWriting()
    let feed = try archive.subscription(named: name)
    let settings = try FeedSettings(feed.settings, assigning: assignments)
    try archive.setFeedSettings(feed.id, settings)
    var output = Output()
    if let changed = try archive.subscription(feed.id) {
      let words = FeedsCommand.settings(of: changed)
      output.line("\(changed.name): \(words.isEmpty ? "every setting as it is by itself" : words)")
    }
    output.flush()
  }

  private func importList(_ path: String) throws {
    let archive = try options.openForWriting()
    let bytes = try SourceWalk.bytes(of: path)
    let time = Int(Date().timeIntervalSince1970)
    let outcome: ListOutcome
    var omitted = 0
    do {
      let list = try OPML.read(bytes, name: path)
      omitted = list.omitted
      outcome = try archive.importList(list, time: time)
    } catch IngestError.noList where !bytes.contains(UInt8(ascii: "<")) {
      outcome = try archive.importURLs(NewsboatURLs.read(String(decoding: bytes, as: UTF8.self)), time: time)
    }
    var output = Output()
    let known = outcome.known > 0 ? ", \(outcome.known) as before" : ""
    let refused = outcome.refused.isEmpty ? "" : ", \(outcome.refused.count) not taken"
    output.line("subscribed to \(outcome.new.count) new\(known)\(refused); wireroom sync fetches them")
    output.flush()
    if omitted > 0 {
      complain(
        "\(path): \(omitted) \(omitted == 1 ? "attribute has a name" : "attributes have names") that XML does not allow; left out"
      )
    }
    for refusal in outcome.refused { complain("\(refusal.what) was not taken: \(refusal.why)") }
    if !outcome.refused.isEmpty { throw ExitCode(1) }
  }

  private func export(_ path: String) throws {
    let list = try options.open().exportList()
    if path == "-" {
      let code = send(Array(list.text.utf8), to: STDOUT_FILENO)
      if code != 0 { throw Failure(words: "standard output: \(String(cString: strerror(code)))") }
      return
    }
    do {
      try Data(list.text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw Failure(words: "\(path) could not be written; check the folder and its permissions")
    }
  }
}

extension FeedSettings {
  /// Settings with "name=value" assigned; throws a usage error at the first that is wrong.
  init(_ settings: FeedSettings, assigning assignments: [String]) throws {
    self = settings
    for assignment in assignments {
      let parts = assignment.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2 else { throw Failure(words: "\(assignment) is no NAME=VALUE", status: 2) }
      if let problem = set(parts[0], to: parts[1]) { throw Failure(words: problem, status: 2) }
    }
  }
}
