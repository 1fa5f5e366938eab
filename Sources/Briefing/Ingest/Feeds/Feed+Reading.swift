// From the bytes of a file or an answer to a feed.

extension Feed {
  /// A feed larger than this (decoded, in bytes) is cut there.
  public static let sizeLimit = 20_000_000

  /// Where a document came from and what its carrier said of it.
  public struct Origin: Sendable, Equatable {
    public var url: String?
    /// Values of HTTP headers, by their names in lower case.
    public var headers: [String: String]

    public init(url: String? = nil, headers: [String: String] = [:]) {
      self.url = url
      self.headers = headers
    }

    /// What relative addresses are resolved against (RFC 3986, 5.1).
    var base: String? {
      if let location = headers["content-location"], !location.isEmpty { return FeedAddress.resolve(location, against: url) }
      return url
    }
  }

  /// The feed in a document. One that is no feed has no entries and an issue; nothing is thrown.
  public static func read(_ bytes: [UInt8], from origin: Origin = Origin()) -> Feed {
    var issues: [String] = []
    var bytes = bytes
    if bytes.count > sizeLimit {
      bytes.removeSubrange(sizeLimit...)
      issues.append("The document is larger than \(sizeLimit / 1_000_000) MB; cut there.")
    }
    let (text, note) = Charset.utf8(bytes, carried: origin.headers["content-type"].flatMap(Charset.parameter))
    if let note { issues.append(note) }
    var feed: Feed
    if text.first(where: { !isWhite($0) }) == UInt8(ascii: "{"), let value = try? JSONValue(parsing: text),
      let read = JSONFeed.read(value, base: origin.base)
    {
      feed = read
    } else {
      let language = origin.headers["content-language"].flatMap(FeedReader.languageTag)
      var reader = FeedReader(text, base: origin.base, language: language)
      feed = reader.read()
    }
    if !feed.isFeed { issues.append("This is no feed: no element of one was found.") }
    feed.issues = issues + feed.issues
    return feed
  }
}
