// The vocabulary that all rooms share: what an article is, before anything is derived from it.
//
// One coordinate space: `text` is the cleaned source with its in-text headlines, promos and credits left in; blocks are
// spans over it, and so is everything derived. The title is a field of its own.

/// An article as it was read from a file, a feed or a mail; nothing in it is guessed.
public struct Article: Hashable, Sendable {
  /// The cleaned body, one block a line, joined by newlines.
  public var text: String
  /// The lines of `text`, in order and without overlap; every other span lies inside one of them.
  public var blocks: [Block]
  /// The headline as given, or nil: see `headline` for what is shown then.
  public var title: Title?
  /// The publication date as given, or nil where the source has none. Never a file's modification time.
  public var published: PublicationDate?
  /// Another publication date that the source also gives, where the two disagree.
  public var otherDate: PublicationDate?
  /// The publisher as given, or nil.
  public var source: String?
  public var authors: [String]
  public var url: String?
  /// A feed's guid, or the id of the JSON Lines source as JSON text (so that 7 and "7" stay apart).
  public var externalID: String?
  /// BCP 47 primary language, "en" unless the source or the text says otherwise.
  public var language: String
  /// Tags that the source gives (front matter, categories).
  public var tags: [String]
  /// Where the first words of the text name place and agency: "WASHINGTON (AP) -".
  public var dateline: Dateline?
  /// What was doubtful or damaged in the source, in words for the reader.
  public var issues: [String]

  public init(text: String, blocks: [Block]) {
    self.text = text
    self.blocks = blocks
    authors = []
    language = "en"
    tags = []
    issues = []
  }
}

/// A line of an article's text and what it is.
public struct Block: Hashable, Sendable, Codable {
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case prose, heading, credit, caption
    /// A headline of another article, standing between the paragraphs of this one.
    case related
    /// An advertisement of the publisher for itself.
    case promo
  }

  public var span: Span
  public var kind: Kind
  /// Where a related headline points, if the source says.
  public var href: String?
  /// The paragraph's number from 1, shown as "¶3"; nil for related headlines and promos, which are no paragraphs.
  public var paragraph: Int?

  public init(span: Span, kind: Kind, href: String? = nil, paragraph: Int? = nil) {
    self.span = span
    self.kind = kind
    self.href = href
    self.paragraph = paragraph
  }
}

/// A headline and where it comes from.
public struct Title: Hashable, Sendable, Codable {
  public enum Origin: String, Hashable, Sendable, Codable {
    /// A field of the source: a head line, front matter, a feed's title.
    case field
    /// A headline line at the top of the text.
    case line
    /// Set by the reader.
    case user
  }

  public var text: String
  public var origin: Origin

  public init(_ text: String, origin: Origin) {
    self.text = text
    self.origin = origin
  }
}

/// When an article was published, and who says so.
public struct PublicationDate: Hashable, Sendable, Codable {
  public enum Origin: String, Hashable, Sendable, Codable {
    /// A field of the source: a head line, front matter, a feed's date.
    case field
    case dateline, url
    /// Set by the reader.
    case user

    /// What is said behind a date that is no field of the source: ", from the dateline"; empty for a field.
    public var remark: String {
      switch self {
      case .field: ""
      case .dateline: ", from the dateline"
      case .url: ", from the address"
      case .user: ", set by you"
      }
    }
  }

  public var stamp: DateStamp
  public var origin: Origin

  public init(_ stamp: DateStamp, origin: Origin) {
    self.stamp = stamp
    self.origin = origin
  }
}

/// The place and agency that open a wire story: "WASHINGTON (AP) -".
public struct Dateline: Hashable, Sendable, Codable {
  /// From the first letter to the dash.
  public var span: Span
  public var place: Span
  public var agency: Span?

  public init(span: Span, place: Span, agency: Span? = nil) {
    self.span = span
    self.place = place
    self.agency = agency
  }
}
