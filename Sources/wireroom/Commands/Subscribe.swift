// `wireroom subscribe`, `unsubscribe` and `sync`: feeds that are read again and again.
import ArgumentParser
import Briefing
import Foundation

struct Subscribe: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "subscribe",
    abstract: "Subscribe to a feed, or to the feed of a page.",
    discussion: """
      The address may be a feed's or a page's; where a page has several feeds they are printed, and --pick takes one of them.
      Its articles are taken in at once. An address in your own network is fetched only because you typed it, and only for
      this feed.
      """)

  @OptionGroup var options: ArchiveOptions
  @OptionGroup var network: NetworkOptions
  @Argument(help: ArgumentHelp("Addresses of feeds or of pages.", valueName: "url"))
  var urls: [String]
  @Option(name: .long, help: "Your own name for it.")
  var title: String?
  @Option(name: .long, help: "Of several feeds of a page, the one with this number.")
  var pick: Int?
  @Flag(name: .long, help: "Take the addresses as feeds, and fetch nothing yet.")
  var noFetch = false

  func validate() throws {
    if urls.count > 1, title != nil || pick != nil { throw ValidationError("--title and --pick are for one address") }
  }

  func run() throws {
    let archive = try options.openForWriting()
    if noFetch { return try subscribeUnseen(archive) }
    var failures: [String] = []
    for url in urls {
      do {
        try subscribe(url, archive)
      } catch let failure as Failure where urls.count > 1 {
        failures.append(failure.words)
      } catch let failure as FetchFailure where urls.count > 1 {
        failures.append(failure.error.words)
      }
    }
    for words in failures { complain(words) }
    if !failures.isEmpty { throw ExitCode(1) }
  }

  private func subscribeUnseen(_ archive: Archive) throws {
    var settings = FeedSettings()
    settings.title = title
    var failures: [String] = []
    for url in urls {
      do {
        let address = try FetchAddress(Subscribing.completed(url))
        let origin = address.isPrivateByName ? address.origin : nil
        try archive.subscribe(
          url: address.text, allowedOrigin: origin, settings: title == nil ? nil : settings,
          time: Int(Date().timeIntervalSince1970))
      } catch let error as FetchError {
        failures.append(error.words)
      }
    }
    let count = urls.count - failures.count
    if count > 0 {
      var output = Output()
      output.line("subscribed to \(count); wireroom sync fetches them")
      output.flush()
    }
    for words in failures { complain(words) }
    if !failures.isEmpty { throw ExitCode(1) }
  }

  private func subscribe(_ url: String, _ archive: Archive) throws {
    let sync = SyncRun(
      archive: archive, fetcher: try network.fetcher(), analysers: Analysers(environment: ProcessInfo.processInfo.environment))
    let subscribing = Subscribing(archive: archive, sync: sync)
    var output = Output()
    var found = try subscribing.find(url)
    if case .choices(let choices) = found {
      guard let number = try pick ?? ask(choices) else {
        for (index, choice) in choices.enumerated() {
          output.line("\(padded(String(index + 1), 3)) \(choice.url)\(choice.title.map { "  " + $0 } ?? "")")
        }
        output.flush()
        throw Failure(words: "this page has \(choices.count) feeds; subscribe to one by its address, or with --pick NUMBER")
      }
      guard choices.indices.contains(number - 1) else { throw ValidationError("--pick is a number from 1 to \(choices.count)") }
      let typed = try? FetchAddress(Subscribing.completed(url))
      let choice = choices[number - 1].url
      // What the page at an address of the reader's own network names there is meant with it.
      let origin = typed.flatMap { (try? FetchAddress(choice))?.origin == $0.origin ? $0.origin : nil }
      guard let feed = try subscribing.feed(at: choice, origin) else { throw Failure(words: "\(choice) is no feed") }
      found = feed
    }
    guard case .feed(let fetched, _, let address, let origin) = found else { return }
    let (outcome, isNew) = try subscribing.subscribe(fetched, url: address, origin: origin, title: title)
    _ = try LinkRun(archive: archive, environment: ProcessInfo.processInfo.environment).run()
    let name = try archive.subscription(outcome.feed.id)?.name ?? address
    output.line(
      "\(isNew ? "subscribed to" : "already subscribed to") \(name) (\(FetchAddress.shown(address))): \(outcome.new) new")
    output.flush()
    if let note = outcome.note { complain(note) }
  }

  /// Asks on a terminal; nil elsewhere.
  private func ask(_ choices: [FeedFinder.Candidate]) throws -> Int? {
    guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else { return nil }
    for (index, choice) in choices.enumerated() {
      let line = Sanitize.line("\(index + 1)  \(choice.url)\(choice.title.map { "  " + $0 } ?? "")")
      _ = send(Array((line + "\n").utf8), to: STDERR_FILENO)
    }
    _ = send(Array("which one? ".utf8), to: STDERR_FILENO)
    return readLine().flatMap { Int($0.trimmingCharacters(in: .whitespaces)) }
  }
}

struct Unsubscribe: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unsubscribe", abstract: "Give a subscription up; its articles stay.")

  @OptionGroup var options: ArchiveOptions
  @Argument(help: "The feed: its number, its address, or a part of its name.")
  var feed: String

  func run() throws {
    let archive = try options.openForWriting()
    let subscription = try archive.subscription(named: feed)
    try archive.unsubscribe(subscription.id)
    var output = Output()
    output.line("no longer subscribed to \(subscription.name); \(subscription.articles) articles stay")
    output.flush()
  }
}

struct Sync: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sync",
    abstract: "Fetch feeds: those named, or all that are due.",
    discussion: """
      Without names a feed is left alone until its interval has passed, and for a while after it failed; a feed that is named
      is fetched unless its server asked to be left alone. The exit status is 1 if a feed failed; the others are kept.
      """)

  @OptionGroup var options: ArchiveOptions
  @OptionGroup var network: NetworkOptions
  @OptionGroup var format: JSONOption
  @Argument(help: "Feeds: numbers, addresses or parts of names; all where there are none.")
  var feeds: [String] = []
  @Flag(name: .long, help: "Fetch also what is not due or asked to be left alone.")
  var force = false
  @Flag(name: .long, help: "Leave who, when and related to a later reindex.")
  var noAnalysis = false

  func run() throws {
    let archive = try options.openForWriting()
    let environment = ProcessInfo.processInfo.environment
    let run = SyncRun(
      archive: archive, fetcher: try network.fetcher(), analysers: noAnalysis ? nil : Analysers(environment: environment))
    let wanted = try feeds.isEmpty ? archive.subscriptions() : feeds.map { try archive.subscription(named: $0) }
    let bar = SharedProgressBar(what: "fetching", total: wanted.count)
    let summary = try run.run(wanted, isNamed: !feeds.isEmpty, isForced: force) { done, total in bar.show(done, of: total) }
    bar.finish()
    if !noAnalysis {
      var linked = ProgressBar(what: "linking", total: summary.new + summary.changed)
      _ = try LinkRun(archive: archive, environment: environment).run { linked.show($0) }
      linked.finish()
    }
    var output = Output()
    if format.json {
      for outcome in summary.outcomes { output.json(json(outcome)) }
    } else {
      output.line(summary.words)
      if !feeds.isEmpty { for (feed, why) in summary.waiting { output.line("\(feed.name): \(why)") } }
    }
    output.flush()
    for outcome in summary.outcomes {
      if let failure = outcome.failure { complain("\(outcome.feed.name): \(failure)") }
      if let note = outcome.note { complain("\(outcome.feed.name): \(note)") }
    }
    if !summary.failed.isEmpty { throw ExitCode(1) }
  }

  private func json(_ outcome: SyncOutcome) -> JSONText {
    var json = JSONText()
    json.beginObject()
    json.member("feed", outcome.feed.url)
    json.member("title", outcome.feed.name)
    json.member("new", outcome.new)
    json.member("changed", outcome.changed)
    json.member("unchanged", outcome.isUnchanged)
    json.member("pages", outcome.pages)
    json.member("pages_failed", outcome.pagesFailed)
    json.member("note", outcome.note)
    json.member("failure", outcome.failure)
    json.endObject()
    return json
  }
}
