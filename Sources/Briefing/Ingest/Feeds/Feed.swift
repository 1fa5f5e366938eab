// What a feed says, whatever its format: RSS, RDF, CDF, Atom or JSON Feed. Texts keep their markup until they are asked for.

/// A feed as it was read; what it does not give is nil or empty.
public struct Feed: Sendable, Equatable {
  public var title: FeedText?
  public var description: FeedText?
  public var copyright: FeedText?
  public var link: String?
  public var id: String?
  public var language: String?
  public var published: DateStamp?
  public var updated: DateStamp?
  public var people: [FeedPerson] = []
  /// The address of a picture.
  public var image: String?
  public var categories: [String] = []
  public var generator: String?
  public var entries: [FeedEntry] = []
  /// What was doubtful, damaged or cut, in words.
  public var issues: [String] = []
  /// Whether anything in the document says that it is a feed.
  public var isFeed = false

  public init() {}
}

/// One entry of a feed.
public struct FeedEntry: Sendable, Equatable {
  public var title: FeedText?
  public var summary: FeedText?
  public var content: FeedText?
  public var copyright: FeedText?
  public var link: String?
  /// The guid, as given but for a relative address, which is resolved.
  public var id: String?
  public var published: DateStamp?
  public var updated: DateStamp?
  public var people: [FeedPerson] = []
  public var categories: [String] = []
  public var enclosures: [FeedEnclosure] = []
  public var comments: String?
  /// The address of a picture.
  public var image: String?
  public var language: String?
  /// The publisher that the entry was taken from, where it says so.
  public var source: String?
  /// The feed broke off inside it.
  public var isCut = false

  public init() {}
}

/// Who wrote an entry, or answers for a feed.
public struct FeedPerson: Sendable, Equatable {
  public var name: String?
  public var email: String?

  public init(name: String?, email: String?) {
    self.name = name
    self.email = email
  }

  /// "Jane Doe (jane@example.org)", or the one of the two that there is.
  public var words: String {
    guard let name else { return email ?? "" }
    return email.map { "\(name) (\($0))" } ?? name
  }
}

/// A file that goes with an entry; it is named, never fetched.
public struct FeedEnclosure: Sendable, Equatable {
  public var url: String
  public var type: String?
  public var length: String?
}

/// A text of a feed, with its markup where it has any.
public struct FeedText: Sendable, Equatable {
  public var source: String
  public var isHTML: Bool
  /// The address that relative links in it are resolved against.
  public var base: String?

  public init(_ source: String, isHTML: Bool, base: String? = nil) {
    self.source = source
    self.isHTML = isHTML
    self.base = base
  }

  /// The text without markup, a line for each block of it.
  public var plain: String { isHTML ? MarkupText(source).plain : source.trimmed }
  /// The targets of its links, resolved.
  public var links: [String] { isHTML ? MarkupText(source).links(base: base) : [] }
  /// The first picture in it, resolved.
  var picture: String? { isHTML ? MarkupText(source).picture(base: base) : nil }
}
