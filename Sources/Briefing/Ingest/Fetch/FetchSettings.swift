// How this program behaves on the network. What is not said here does not happen: there is no traffic but what a reader asked for.

/// Limits of one fetch; sizes in bytes, times in milliseconds.
public struct FetchLimits: Hashable, Sendable {
  /// Over the wire, before anything is unpacked.
  public var wire = 10_000_000
  /// Unpacked; counted while it is unpacked.
  public var body = 20_000_000
  /// All header lines of one answer.
  public var headers = 256_000
  public var redirects = 5
  /// For a whole fetch, redirects included.
  public var total = 30_000
  /// For one connection to be made.
  public var connect = 10_000

  public init() {}
}

/// What a reader decides about fetching.
public struct FetchSettings: Hashable, Sendable {
  /// The name that servers see.
  public var userAgent = "wireroom/\(Release.version)"
  /// `http://`, `https://`, `socks5://` or `socks5h://`; nil for what the environment names, "" for none at all.
  public var proxy: String?
  /// Nothing is fetched.
  public var isOffline = false
  /// At once, over all hosts, and to one host.
  public var parallel = 8
  public var parallelPerHost = 1
  /// Between two fetches from one host, in milliseconds.
  public var hostPause = 250
  public var limits = FetchLimits()

  public init() {}

  /// Takes lines of "name value" ("#" for comments); returns a problem in words for each line that is none, with its number.
  public mutating func add(contentsOf text: String, file: String) -> [String] {
    var problems: [String] = []
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let words = line.split(maxSplits: 1, whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\r" })
      guard let name = words.first, !name.hasPrefix("#") else { continue }
      let value = words.count > 1 ? Sanitize.line(String(words[1])) : ""
      if let problem = set(String(name), to: value) { problems.append("\(file):\(index + 1): \(problem)") }
    }
    return problems
  }

  /// Sets one of them by its name; returns what is wrong, in words.
  public mutating func set(_ name: String, to value: String) -> String? {
    func number(_ range: ClosedRange<Int>, _ path: WritableKeyPath<FetchSettings, Int>) -> String? {
      guard let number = Int(value), range.contains(number) else {
        return "\(name) is a number from \(range.lowerBound) to \(range.upperBound)"
      }
      self[keyPath: path] = number
      return nil
    }
    switch name {
    case "user-agent":
      guard !value.isEmpty, value.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) else {
        return "user-agent is a line of ASCII characters"
      }
      userAgent = value
    case "proxy":
      let schemes = ["http://", "https://", "socks4://", "socks4a://", "socks5://", "socks5h://"]
      guard value == "none" || schemes.contains(where: value.lowercased().hasPrefix) else {
        return "proxy is \(schemes.joined(separator: " or ")) and a host, or none"
      }
      proxy = value == "none" ? "" : value
    case "offline":
      guard ["yes", "no"].contains(value) else { return "offline is yes or no" }
      isOffline = value == "yes"
    case "parallel": return number(1...32, \.parallel)
    case "parallel-per-host": return number(1...4, \.parallelPerHost)
    case "host-pause": return number(0...60_000, \.hostPause)
    case "timeout":
      guard let seconds = Double(value), seconds >= 0.05, seconds <= 300 else { return "timeout is 0.05 to 300 seconds" }
      limits.total = Int(seconds * 1000)
      limits.connect = min(limits.connect, limits.total)
    case "size-limit":
      guard let megabytes = Int(value), (1...100).contains(megabytes) else { return "size-limit is 1 to 100 megabytes" }
      limits.wire = megabytes * 1_000_000
      limits.body = 2 * limits.wire
    default:
      return
        "no such setting: \(Sanitize.line(name)); there are user-agent, proxy, offline, timeout, size-limit, parallel, parallel-per-host, "
        + "host-pause"
    }
    return nil
  }

  /// The proxy for a fetch, or nil: the setting, else what the environment names as curl and others read it.
  func proxy(for address: FetchAddress, environment: [String: String]) -> String? {
    if let proxy { return proxy.isEmpty ? nil : proxy }
    let passed = (environment["no_proxy"] ?? environment["NO_PROXY"] ?? "").split(whereSeparator: { $0 == "," || $0 == " " })
    for entry in passed {
      let name = entry.lowercased().drop { $0 == "." }
      if name == "*" || address.host == name || address.host.hasSuffix("." + name) { return nil }
    }
    // HTTP_PROXY in capitals may be a header that a server was sent (CVE-2016-5385).
    let names = address.scheme == "https" ? ["https_proxy", "HTTPS_PROXY"] : ["http_proxy"]
    return (names + ["all_proxy", "ALL_PROXY"]).lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
  }
}
