// Why nothing was fetched, in words. Nothing that a server says of itself goes into them unsanitised, and hardly anything at all.

/// What kept an address from being fetched; each case carries its evidence.
public enum FetchError: Error, Hashable, Sendable {
  case offline(String)
  case noLibrary
  case badAddress(String)
  case otherScheme(String)
  /// A redirect led there.
  case redirectRefused(to: String, why: String)
  /// The host, its address where it is known, and what kind of address that is.
  case privateAddress(host: String, address: String?, kind: String)
  case tooManyRedirects(String, limit: Int)
  case unknownHost(String)
  case unreachable(String)
  /// In seconds.
  case tooSlow(String, seconds: Int)
  case insecure(String)
  case closedEarly(String)
  case noHTTP(String)
  case badEncoding(String)
  case tooLarge(String, what: String)
  case status(String, Int)
  case failed(String, why: String)

  /// Whether nothing was asked of anybody: no server and no feed has a part in it.
  public var isOurs: Bool {
    switch self {
    case .offline, .noLibrary: true
    default: false
    }
  }

  /// What failed, on what, and what to do about it.
  public var words: String {
    switch self {
    case .offline(let url): "\(shown(url)) was not fetched: this is --offline."
    case .noLibrary: "Fetching needs libcurl, which is not installed: `apt-get install libcurl4`."
    case .badAddress(let url): "\(shown(url)) is no web address; write http:// or https://, a host and a path."
    case .otherScheme(let url): "\(shown(url)) is not fetched: only http and https addresses are."
    case .redirectRefused(let url, let why): "It leads on to \(shown(url)), which was refused: \(why)"
    case .privateAddress(let host, let address, let kind):
      "\(shown(host))\(address.map { $0 == host ? "" : " (\($0))" } ?? "") is not fetched: that address is \(kind). If you want it, "
        + "subscribe to it by hand."
    case .tooManyRedirects(let url, let limit): "\(shown(url)) leads on more than \(limit) times; nothing was taken from it."
    case .unknownHost(let host): "There is no host \(shown(host)), or the network is down; check the address."
    case .unreachable(let host): "\(shown(host)) does not answer; try again later."
    case .tooSlow(let host, let seconds): "\(shown(host)) took longer than \(seconds) s; try again later."
    case .insecure(let host):
      "\(shown(host)) cannot prove that it is \(shown(host)) (its certificate is not valid); nothing was taken."
    case .closedEarly(let host): "\(shown(host)) broke the connection off; try again later."
    case .noHTTP(let host): "\(shown(host)) does not answer in HTTP; check the address."
    case .badEncoding(let host): "What \(shown(host)) sent cannot be unpacked (its compression is broken); try again later."
    case .tooLarge(let host, let what): "\(shown(host)) sent \(what); nothing was taken."
    case .status(let url, let status): FetchError.words(for: status, shown(url))
    case .failed(let host, let why): "\(shown(host)): \(Sanitize.line(why))."
    }
  }

  private static func words(for status: Int, _ url: String) -> String {
    switch status {
    case 304: "\(url) says that nothing has changed (304), but it was never read; try again later."
    case 401, 407: "\(url) wants a name and a password (\(status)); write http://name:password@host/ as its address."
    case 402, 403, 451: "\(url) refuses access (\(status)); it may refuse programs, or this country."
    case 404: "\(url) does not exist (404); look for the new address on the site."
    case 410: "\(url) is gone for good (410); unsubscribe, or look for a new address on the site."
    case 429: "\(url) was asked too often (429); it is left alone for a while."
    case 500...599: "\(url): the server has a fault (\(status)); it is tried again later."
    default: "\(url) answered with status \(status); check the address."
    }
  }
}

/// Text from outside for a sentence: sanitised, one line, not too long.
private func shown(_ text: String) -> String {
  let line = FetchAddress.shown(Sanitize.line(text))
  return line.count > 120 ? line.prefix(119) + "\u{2026}" : line
}
