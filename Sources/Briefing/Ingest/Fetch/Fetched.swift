// What is asked for, and what came.

/// One thing to fetch.
public struct FetchRequest: Hashable, Sendable {
  public var url: String
  /// What the last answer called its version, to be spared the same again.
  public var etag: String?
  public var lastModified: String?
  /// Host and port that may lie in the reader's own network, since the reader asked for them by hand.
  public var allowedOrigin: String?
  /// The kinds of document wanted, as an Accept header.
  public var accept: String

  public init(
    url: String, etag: String? = nil, lastModified: String? = nil, allowedOrigin: String? = nil,
    accept: String = FetchRequest.feeds
  ) {
    self.url = url
    self.etag = etag
    self.lastModified = lastModified
    self.allowedOrigin = allowedOrigin
    self.accept = accept
  }

  public static let feeds =
    "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.8, "
    + "text/xml;q=0.8, application/json;q=0.7, text/html;q=0.6, */*;q=0.5"
  public static let pages = "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5"
}

/// An answer.
public struct Fetched: Hashable, Sendable {
  /// Where it came from in the end.
  public var url: String
  /// Where the document lives for good: the end of the unbroken chain of permanent redirects from the start; nil where it has
  /// not moved.
  public var movedTo: String?
  /// 200 or 304, other codes are errors.
  public var status: Int
  /// Names in lower case; values are as they came.
  public var headers: [String: String]
  public var body: [UInt8]
  /// Why there may be more than `body` holds, in words; nil where it is whole.
  public var incomplete: String?
}

/// An error, and for how long the server wants to be left alone.
public struct FetchFailure: Error, Hashable, Sendable {
  public var error: FetchError
  /// In seconds.
  public var retryAfter: Int?

  public init(_ error: FetchError, retryAfter: Int? = nil) {
    self.error = error
    self.retryAfter = retryAfter
  }
}
