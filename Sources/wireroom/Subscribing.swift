// From an address that somebody typed to a subscription: the feed itself, the feed of a page, or a choice of several.
import Briefing
import Foundation

/// What lies behind an address.
enum FoundFeed {
  /// A feed; the origin is set where it lies at a private address that the reader typed.
  case feed(Fetched, Feed, url: String, origin: String?)
  /// A page with several feeds.
  case choices([FeedFinder.Candidate])
}

/// Finds feeds and subscribes to them.
struct Subscribing: Sendable {
  let archive: Archive
  let sync: SyncRun

  /// Fetches what a reader typed: a private address is allowed for its own host and port, and only where it is one.
  static func fetch(
    byHand url: String, accept: String, _ fetcher: Fetcher
  ) throws(FetchFailure) -> (fetched: Fetched, origin: String?) {
    do {
      return (try fetcher.fetch(FetchRequest(url: url, accept: accept)), nil)
    } catch {
      guard case .privateAddress(let host, _, _) = error.error, let address = try? FetchAddress(url), address.host == host
      else { throw error }
      let request = FetchRequest(url: url, allowedOrigin: address.origin, accept: accept)
      return (try fetcher.fetch(request), address.origin)
    }
  }

  /// Whether an argument is a web address rather than a file.
  static func isAddress(_ argument: String) -> Bool {
    ["http://", "https://"].contains(where: argument.lowercased().hasPrefix)
  }

  /// "example.org/x" is meant as https://example.org/x.
  static func completed(_ url: String) -> String {
    url.contains("://") || url.hasPrefix("javascript:") || url.hasPrefix("data:") ? url : "https://" + url
  }

  /// The feed at an address, or the feeds of the page there. A page that names none is asked in the usual places.
  func find(_ typed: String) throws -> FoundFeed {
    let url = Subscribing.completed(typed)
    let (fetched, origin) = try Subscribing.fetch(byHand: url, accept: FetchRequest.feeds, sync.fetcher)
    let document = Feed.read(fetched.body, from: Feed.Origin(url: fetched.url, headers: fetched.headers))
    if document.isFeed { return .feed(fetched, document, url: try fetched.movedTo ?? FetchAddress(url).text, origin: origin) }
    let named = FeedFinder.candidates(in: fetched.body, url: fetched.url)
    if named.count > 1, named[0].isNamed { return .choices(named) }
    for candidate in named.isEmpty ? FeedFinder.usualPlaces(of: fetched.url) : named {
      if let found = try? feed(at: candidate.url, origin) { return found }
    }
    throw Failure(words: "\(fetched.url) is a page, and no feed was found on it; look for its feed's address on the site.")
  }

  /// The feed that a page led to; nil where there is none.
  func feed(at url: String, _ origin: String?) throws -> FoundFeed? {
    let fetched = try sync.fetcher.fetch(FetchRequest(url: url, allowedOrigin: origin))
    let document = Feed.read(fetched.body, from: Feed.Origin(url: fetched.url, headers: fetched.headers))
    guard document.isFeed else { return nil }
    let address = try FetchAddress(url)
    let isPrivate = origin == address.origin
    return .feed(fetched, document, url: fetched.movedTo ?? address.text, origin: isPrivate ? origin : nil)
  }

  /// Subscribes and takes in what came already.
  func subscribe(_ fetched: Fetched, url: String, origin: String?, title: String?) throws -> (outcome: SyncOutcome, isNew: Bool) {
    let (id, isNew) = try archive.subscribe(url: url, allowedOrigin: origin, time: sync.now())
    guard var feed = try archive.subscription(id) else { throw Failure(words: "\(url): the subscription was not kept") }
    if let title {
      feed.settings.title = title
      try archive.setFeedSettings(id, feed.settings)
    }
    let outcome = try sync.takeWhole(fetched, for: feed)
    return (outcome, isNew)
  }
}

extension Archive {
  /// The subscription that an argument means: its number, its address, or a part of its name that no other has.
  func subscription(named argument: String) throws -> Subscription {
    let all = try subscriptions()
    if let id = Int64(argument), let feed = all.first(where: { $0.id == id }) { return feed }
    for url in [argument, Subscribing.completed(argument)] {
      if let address = try? FetchAddress(url), let feed = try subscription(url: address.text),
        all.contains(where: { $0.id == feed.id })
      {
        return feed
      }
    }
    let wanted = argument.lowercased()
    let named = all.filter { $0.name.lowercased().contains(wanted) || $0.url.lowercased().contains(wanted) }
    if named.count == 1 { return named[0] }
    let hint =
      named.isEmpty
      ? "`wireroom feeds` lists them" : "it may be " + named.prefix(5).map { "\($0.id) \($0.name)" }.joined(separator: ", ")
    throw Failure(words: "\(named.isEmpty ? "no feed is" : "several feeds are") called \(argument); \(hint)")
  }
}
