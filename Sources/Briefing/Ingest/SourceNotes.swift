// What a source carried besides the article that was made of it: the fields of its head and where they stood, and the pieces of
// its body that were left out, each with the reason. Nothing is dropped unseen: `v` in the reader and `parse` show them.

/// The heads and the left-out pieces of a page, a mail or an entry.
public struct SourceNotes: Hashable, Sendable {
  /// What kind of source it was: "page", "mail", "entry".
  public var form: String
  public var fields: [Field]
  public var leftOut: [LeftOut]
  /// How many left-out pieces are not among `leftOut`, because there are too many.
  public var omitted: Int

  public init(form: String, fields: [Field] = [], leftOut: [LeftOut] = [], omitted: Int = 0) {
    self.form = form
    self.fields = fields
    self.leftOut = leftOut
    self.omitted = omitted
  }

  /// A field as the source gives it.
  public struct Field: Hashable, Sendable {
    /// What it says: "title", "author", "published", "From", "Subject".
    public var name: String
    /// Sanitised, on one line, at most `textLimit` scalars.
    public var value: String
    /// Where it stood: "JSON-LD datePublished", "meta og:title", "head of the mail".
    public var place: String
    /// Whether the article took it.
    public var isTaken: Bool

    public init(_ name: String, _ value: String, place: String, isTaken: Bool = false) {
      self.name = name
      self.value = String(String.UnicodeScalarView(Sanitize.line(value).unicodeScalars.prefix(SourceNotes.textLimit)))
      self.place = place
      self.isTaken = isTaken
    }
  }

  /// A piece of the body that is no part of the article.
  public struct LeftOut: Hashable, Sendable {
    /// Sanitised, on one line, at most `textLimit` scalars.
    public var text: String
    public var reason: Reason
    /// The number of the paragraph it stood behind; 0 for what stood before the first.
    public var after: Int

    public init(_ text: String, reason: Reason, after: Int) {
      self.text = String(String.UnicodeScalarView(Sanitize.line(text).unicodeScalars.prefix(SourceNotes.textLimit)))
      self.reason = reason
      self.after = after
    }
  }

  /// Why a piece was left out.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    case navigation, header, footer, sidebar, related, promo, advertisement, newsletter, caption, byline, date, title, share
    case comments, consent, form, tags, hidden, links, biography, credit, media, repeated, outside, unsubscribe, quoted
    /// What a feed gave of an entry whose text is its page's.
    case feed

    /// In words for the reader.
    public var words: String {
      switch self {
      case .navigation: "navigation"
      case .header: "head of the page"
      case .footer: "foot of the page"
      case .sidebar: "beside the article"
      case .related: "list of other articles"
      case .promo: "promo"
      case .advertisement: "advertisement"
      case .newsletter: "newsletter box"
      case .caption: "caption"
      case .byline: "byline"
      case .date: "date line"
      case .title: "the title again"
      case .share: "share bar"
      case .comments: "comments"
      case .consent: "cookie notice"
      case .form: "form"
      case .tags: "tags"
      case .hidden: "hidden"
      case .links: "links"
      case .biography: "about the author"
      case .credit: "credit"
      case .media: "picture or player"
      case .repeated: "said already"
      case .outside: "outside the article"
      case .unsubscribe: "foot of the mail"
      case .quoted: "quoted mail"
      case .feed: "the feed's own text"
      }
    }
  }

  /// The most scalars of a left-out piece that are kept.
  public static let textLimit = 600
  /// The most pieces that are kept of one source.
  public static let pieceLimit = 400

  /// Adds a piece, or counts it where there are enough. Pieces without a letter or digit are none.
  public mutating func leaveOut(_ text: String, _ reason: Reason, after: Int) {
    guard text.unicodeScalars.contains(where: isLetterOrDigit) else { return }
    if leftOut.count < SourceNotes.pieceLimit {
      leftOut.append(LeftOut(text, reason: reason, after: after))
    } else {
      omitted += 1
    }
  }
}
