// A feed that the reader subscribed to: its address, its settings, and how the last fetches went.

/// What a reader decides about one feed.
public struct FeedSettings: Hashable, Sendable {
  /// Minutes between two fetches that nobody asked for by name; nil for none: every sync fetches it.
  public var interval: Int?
  /// Added to every new article.
  public var tags: [String] = []
  /// How many articles are kept; nil for all. Starred, tagged and dated ones are never let go.
  public var keep: Int?
  /// The reader's own name for it.
  public var title: String?
  /// Whether each entry's page is fetched for its text; the feed's own text is kept beside it.
  public var isFullText = false

  public init() {}

  /// The names that `set` knows, each with what it takes.
  public static let names = [
    ("interval", "minutes, 30m, 6h, 2d or none"), ("tags", "a,b or none"),
    ("keep", "a number or all"), ("full-text", "page or feed"),
    ("title", "a name, or none for the feed's own"),
  ]

  /// "keep=5 title=Harbour Wire" as its parts: a part goes on up to the next setting's name.
  public static func assignments(in line: String) -> [String] {
    var parts: [String] = []
    for word in line.split(separator: " ") {
      let isNew = names.contains { word.hasPrefix($0.0 + "=") } || parts.isEmpty
      if isNew { parts.append(String(word)) } else { parts[parts.count - 1] += " " + word }
    }
    return parts
  }

  /// Sets one by its name; returns what is wrong, in words.
  public mutating func set(_ name: String, to value: String) -> String? {
    let value = Sanitize.line(value)
    switch name {
    case "interval":
      if value == "none" {
        interval = nil
        return nil
      }
      let units: [Character: Int] = ["m": 1, "h": 60, "d": 1440]
      let unit = value.last.flatMap { units[$0] }
      guard let number = Int(unit == nil ? value : String(value.dropLast())), (1...525_600).contains(number) else {
        return "interval is a number of minutes, or 30m, 6h, 2d, or none"
      }
      interval = number * (unit ?? 1)
    case "tags":
      tags = value == "none" ? [] : value.split(separator: ",").map { Sanitize.line(String($0)) }.filter { !$0.isEmpty }
    case "keep":
      if value == "all" {
        keep = nil
        return nil
      }
      guard let number = Int(value), number > 0 else { return "keep is a number of articles, or all" }
      keep = number
    case "full-text":
      guard value == "page" || value == "feed" else {
        return "full-text is page (each entry's page is fetched for its text) or feed"
      }
      isFullText = value == "page"
    case "title": title = value.isEmpty || value == "none" ? nil : value
    default:
      return "no such setting: \(Sanitize.line(name)); there are " + FeedSettings.names.map(\.0).joined(separator: ", ")
    }
    return nil
  }
}

/// A feed in the archive. Times are seconds since 1970.
public struct Subscription: Hashable, Sendable, Identifiable {
  public var id: Int64
  public var url: String
  /// The feed's own title.
  public var title: String?
  /// The page that it belongs to.
  public var site: String?
  /// Names of the OPML outlines it lies in, joined by "/".
  public var folder = ""
  /// Host and port that may be a private address, since the reader typed them.
  public var allowedOrigin: String?
  public var etag: String?
  public var lastModified: String?
  /// The last time it was asked, whatever came of it.
  public var checked: Int?
  public var succeeded: Int?
  /// Why the last fetch failed and what to do, in words; nil where it did not.
  public var failure: String?
  /// How many fetches failed in a row.
  public var failures = 0
  /// What was doubtful about the last success, in words.
  public var note: String?
  /// Before this it is not asked again by itself.
  public var waitUntil: Int?
  /// The server asked for that wait.
  public var isToldToWait = false
  public var settings = FeedSettings()
  public var articles = 0
  public var unread = 0

  public init(id: Int64, url: String) {
    self.id = id
    self.url = url
  }

  /// What it is called: the reader's name, its own, or its address.
  public var name: String { settings.title ?? title ?? shownURL }

  /// Its address as people may see it.
  public var shownURL: String { FetchAddress.shown(url) }

  /// Why it is left alone now, in words, or nil where it may be fetched. One that is `named` is fetched although nobody
  /// would by themselves, but for what the server asked for.
  public func reasonToWait(now: Int, isNamed: Bool) -> String? {
    if let waitUntil, waitUntil > now, isToldToWait || !isNamed {
      let why = isToldToWait ? "its server asked to be left alone" : "it failed"
      return "\(why); next in \(Subscription.span(waitUntil - now))"
    }
    if !isNamed, let minutes = settings.interval, let checked, checked + minutes * 60 > now {
      return "next in \(Subscription.span(checked + minutes * 60 - now))"
    }
    return nil
  }

  /// "40 s", "5 min", "3 h", "2 days".
  public static func span(_ seconds: Int) -> String {
    switch seconds {
    case ..<90: "\(max(0, seconds)) s"
    case ..<5400: "\((seconds + 30) / 60) min"
    case ..<129_600: "\((seconds + 1800) / 3600) h"
    default: "\((seconds + 43_200) / 86_400) days"
    }
  }

  /// How long to wait after so many failures in a row, in seconds: 5 minutes, doubled each time, at most a day; `jitter`
  /// (0 to 1) spreads it, so that feeds that failed together are not asked together again.
  public static func backoff(failures: Int, jitter: Double) -> Int {
    let plain = min(86_400, 300 << min(max(0, failures - 1), 9))
    return Int(Double(plain) * (0.8 + 0.4 * min(1, max(0, jitter))))
  }
}

/// How a fetch of a feed went, to be kept. Times are seconds since 1970.
public struct FetchRecord: Hashable, Sendable {
  public enum Outcome: Hashable, Sendable {
    /// Read; the validators for the next time, what the feed says of itself, and what was doubtful.
    case read(etag: String?, lastModified: String?, title: String?, site: String?, note: String?)
    /// 304.
    case unchanged
    case failed(String)
  }

  public var outcome: Outcome
  public var time: Int
  /// Where the feed lives now, if it has moved for good.
  public var movedTo: String?
  /// Until when not to ask again.
  public var waitUntil: Int?
  public var isToldToWait = false

  public init(_ outcome: Outcome, time: Int) {
    self.outcome = outcome
    self.time = time
  }
}
