// What the links room takes in and gives back: an article as linking sees it, and everything that its arrival changes.
// Both are plain values by id, so that the room needs no database and the archive decides how to keep them.

/// An article as linking sees it.
public struct LinkItem: Hashable, Sendable {
  /// A party that the article is about, and the name to show for it.
  public struct Party: Hashable, Sendable, Codable {
    public var id: EntityID
    public var name: String

    public init(id: EntityID, name: String) {
      self.id = id
      self.name = name
    }
  }

  /// A headline of another article, standing in this one's text.
  public struct Headline: Hashable, Sendable {
    /// Over the article's text; with the article's id it identifies the headline.
    public var span: Span
    public var text: String
    /// Where it points, if the source says.
    public var href: String?
    /// The parties and places that it names.
    public var parties: [Party]
    /// What it calls them: the name as printed, and whom it means.
    public var names: [String: EntityID]
    /// The reader said which article it means: nothing is looked for.
    public var isPinned = false
    /// Articles that the reader said it does not mean.
    public var rejected: Set<Int64> = []

    public init(
      span: Span, text: String, href: String? = nil, parties: [Party] = [], names: [String: EntityID] = [:]
    ) {
      self.span = span
      self.text = text
      self.href = href
      self.parties = parties
      self.names = names
    }
  }

  public var id: Int64
  /// The title as given, or nil.
  public var title: String?
  /// The prose, without related headlines and promos; only its first 32 KB of UTF-8 are read.
  public var body: String
  /// Parties involved, not those that only linked headlines name; the order is not read.
  public var parties: [Party]
  /// Every party and place that the article itself names, and those among them that its title or its opening names.
  public var named: Set<EntityID> = []
  public var leading: Set<EntityID> = []
  /// Day of publication as days since 1970-01-01, or nil: an undated article lies inside every window of days.
  public var day: Int?
  public var url: String?
  /// The agency whose text it says it is; empty where it credits none, nil where nobody has looked.
  public var agency: String?
  public var headlines: [Headline]

  public init(
    id: Int64, title: String?, body: String, parties: [Party] = [], day: Int? = nil, url: String? = nil,
    headlines: [Headline] = []
  ) {
    self.id = id
    self.title = title
    self.body = body
    self.parties = parties
    self.day = day
    self.url = url
    self.headlines = headlines
  }
}

/// What an in-text headline was resolved to.
public struct HeadlineResolution: Hashable, Sendable {
  public enum Outcome: Hashable, Sendable {
    /// The same title or address, editing aside; the reason in words.
    case found(Int64, reason: String)
    /// Another wording, but so near that nothing else can be meant: the first is found, the others come after it. A title or
    /// an address that says more takes its place.
    case foundByWords([Candidate])
    /// At most three articles that may be meant, best first.
    case possible([Candidate])
    case missing
  }

  /// An article that may be meant, and why, in words.
  public struct Candidate: Hashable, Sendable {
    public var id: Int64
    public var reasons: [String]
    /// 0...1: how much of the headline the article accounts for, less what speaks against it.
    public var score: Double

    public init(id: Int64, reasons: [String], score: Double) {
      self.id = id
      self.reasons = reasons
      self.score = score
    }
  }

  /// The article that the headline stands in.
  public var article: Int64
  /// The headline, over that article's text.
  public var span: Span
  public var outcome: Outcome

  public init(article: Int64, span: Span, outcome: Outcome) {
    self.article = article
    self.span = span
    self.outcome = outcome
  }
}

/// An entry that an article's list of similar articles gains.
public struct SimilarEntry: Hashable, Sendable {
  /// Whose list it enters.
  public var of: Int64
  /// The article that resembles it.
  public var to: Int64
  /// 0...1: cosine, and how far both are of one time.
  public var score: Double
  /// In words: shared parties, shared words, distance in days.
  public var reasons: [String]

  public init(of: Int64, to: Int64, score: Double, reasons: [String]) {
    self.of = of
    self.to = to
    self.score = score
    self.reasons = reasons
  }
}

/// Two articles with the same text in the main: a wire copy, an update, a trimmed version.
public struct DuplicatePair: Hashable, Sendable {
  public var newer: Int64
  public var older: Int64
  /// Estimated share of the shorter text's five-word runs that the longer one has too, 0...1.
  public var containment: Double

  public init(newer: Int64, older: Int64, containment: Double) {
    self.newer = newer
    self.older = older
    self.containment = containment
  }
}

/// A story as it stands after an arrival.
public struct StoryState: Hashable, Sendable {
  /// The id of the story's first article, for life.
  public var id: Int64
  /// Parties and words that its articles share: "Turkey, Syria: drone, Hasakah".
  public var name: String
  public var size: Int

  public init(id: Int64, name: String, size: Int) {
    self.id = id
    self.name = name
    self.size = size
  }
}

/// Everything that an article's arrival changes.
public struct LinkChanges: Hashable, Sendable {
  /// The arriving article's own headlines, in text order.
  public var headlines: [HeadlineResolution]
  /// Headlines of older articles whose outcome is another one now.
  public var olderHeadlines: [HeadlineResolution]
  /// Articles whose remembered headlines may mean the arriving one: to be read, and given to `LinkEngine.recall`.
  public var recalled: [Int64] = []
  /// New entries of similar lists: the arriving article's, best first, then those of the older ones it resembles.
  public var similar: [SimilarEntry]
  /// Entries that fell out of an older article's full list, to make room.
  public var dropped: [SimilarEntry]
  public var duplicates: [DuplicatePair]
  /// The story that the article joined or began, as it stands when all has moved.
  public var story: StoryState
  /// As `LinkItem.agency`.
  public var agency: String?
  /// What moved between stories, in this order, after the article had joined.
  public var shifts: [StoryShift] = []

  public init(story: StoryState) {
    headlines = []
    olderHeadlines = []
    similar = []
    dropped = []
    duplicates = []
    self.story = story
  }
}
