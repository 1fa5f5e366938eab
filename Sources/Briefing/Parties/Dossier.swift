// What an archive tells of one party: where it is named, under which names and why, what it is said to be, what it said and
// what is said of it, and with whom. Every entry points at the sentence that proves it.

/// A party over the articles of an archive.
public struct Dossier: Hashable, Sendable {
  public var party: PartyIdentity
  /// What the gazetteer adds: "affiliated with the PKK".
  public var note: String?
  /// In how many articles it takes part or speaks.
  public var articleCount: Int
  /// In how many more it stands in linked headlines only.
  public var linkedOnlyCount: Int
  /// The newest of its articles, so many as were read; all below is of these.
  public var appearances: [Appearance]
  public var trend: PartyTrend
  /// Names first, by count; demonyms behind them.
  public var aliases: [Alias]
  /// The newest statement first.
  public var titles: [Title]
  /// Sentences that are attributed to it, the newest article first; of more than were asked for the newest.
  public var sayings: [PartyQuote]
  /// How many there are in the articles that were read.
  public var sayingCount: Int
  /// Sentences of prose that name it, but for those it says itself, the newest article first; likewise.
  public var reports: [PartyQuote]
  public var reportCount: Int
  /// The parties that share most articles with it, among its newest `companionsAmong`.
  public var companions: [Company]
  public var companionsAmong: Int
  /// What the reader decided about it, or in its favour.
  public var decisions: [PartyDecision]
  /// Dates that sentences about it name, in calendar order: those around its newest article, so many as were asked for.
  public var dates: [ProvedDate]
  /// How many dates its whole timeline has.
  public var dateCount: Int

  /// An article that names it.
  public struct Appearance: Hashable, Sendable {
    public var article: LinkTarget
    public var mentions: Int
    /// The article's own headline names it.
    public var isInHeadline: Bool
    /// The first sentence that names it.
    public var first: PartyQuote?
  }

  /// A name of it, and why it was linked.
  public struct Alias: Hashable, Sendable {
    /// As printed.
    public var surface: String
    public var count: Int
    public var articles: Int
    /// The reason of most of them, in words.
    public var why: String
    /// A demonym that modifies, counted apart.
    public var isModifier: Bool
    /// The newest place.
    public var proof: PartyQuote?
  }

  /// What somebody says it is: "Turkish Foreign Minister".
  public struct Title: Hashable, Sendable {
    /// As printed.
    public var text: String
    /// The state or organisation that the words name.
    public var affiliation: EntityReference?
    /// In how many articles.
    public var articles: Int
    /// The newest and the oldest place.
    public var newest: PartyQuote
    public var oldest: PartyQuote
  }

  /// Another party, and in how many articles both take part.
  public struct Company: Hashable, Sendable {
    public var party: PartyIdentity
    public var articles: Int
  }
}

/// A sentence that is quoted, with all that a citation needs. What somebody claims is never without its `voice`.
public struct PartyQuote: Hashable, Sendable {
  public var article: LinkTarget
  public var url: String?
  /// As printed.
  public var sentence: String
  /// Where it begins in the article's text, in scalars.
  public var offset: Int
  public var paragraph: Int?
  /// "said by: officials (unnamed)"; nil where the article itself says so.
  public var voice: String?

  public init(
    article: LinkTarget, url: String?, sentence: String, offset: Int, paragraph: Int?, voice: String?
  ) {
    self.article = article
    self.url = url
    self.sentence = sentence
    self.offset = offset
    self.paragraph = paragraph
    self.voice = voice
  }
}

/// In how many articles a party takes part, day by day.
public struct PartyTrend: Hashable, Sendable {
  /// Days since 1970-01-01, ascending, each with its articles.
  public var days: [Day]
  /// The first and last day of the whole archive; nil without dated articles.
  public var archive: ClosedRange<Int>?
  /// Its articles without a publication date.
  public var undated: Int

  public struct Day: Hashable, Sendable {
    public var day: Int
    public var articles: Int
  }

  /// How many articles there are in all.
  public var articles: Int { days.reduce(undated) { $0 + $1.articles } }

  /// The first and last day of the party's articles.
  public var span: ClosedRange<Int>? {
    guard let first = days.first?.day, let last = days.last?.day, first <= last else { return nil }
    return first...last
  }

  /// The articles in each of `columns` equal parts of the archive's time.
  public func bins(_ columns: Int) -> [Int] {
    guard columns > 0, let archive, !days.isEmpty else { return [] }
    let width = archive.upperBound - archive.lowerBound + 1
    var bins = [Int](repeating: 0, count: min(columns, width))
    for day in days where archive.contains(day.day) {
      bins[(day.day - archive.lowerBound) * bins.count / width] += day.articles
    }
    return bins
  }
}
