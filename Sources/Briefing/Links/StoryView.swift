// A story as a reader wants it: copies of one text folded into one row, and how many sources there really are.

/// The articles of a story, copies folded.
public struct StoryView: Hashable, Sendable {
  /// Articles that say the same in nearly the same words, the newest first; one article alone is a group too.
  public struct Group: Hashable, Sendable {
    public var rows: [ArticleRow]
    /// What each of them credits or is published by, with how many do, the most frequent first.
    public var origins: [Origin]
    /// Whose text it is.
    public var credits: TextCredits

    /// The article that the others repeat: the earliest with a date.
    public var first: ArticleRow? { rows.last { $0.published != nil } ?? rows.last }

    /// All of them, the first last.
    public var copies: [Int64] { rows.map(\.id).filter { $0 != first?.id } + [first?.id].compactMap { $0 } }
  }

  public struct Origin: Hashable, Sendable, Codable {
    /// An agency or a publisher; nil where nobody is named.
    public var name: String?
    public var articles: Int

    public init(name: String?, articles: Int) {
      self.name = name
      self.articles = articles
    }
  }

  /// A party, and in how many of the story's articles it takes part.
  public struct Party: Hashable, Sendable {
    public var party: PartyIdentity
    public var articles: Int
    /// A sentence of the newest of them that names it.
    public var proof: PartyQuote?

    public init(party: PartyIdentity, articles: Int, proof: PartyQuote?) {
      self.party = party
      self.articles = articles
      self.proof = proof
    }
  }

  /// What came since the story was looked at: parties and dates are those that no older article of it names.
  public struct Gains: Hashable, Sendable {
    /// The newest of them, and how many there are.
    public var articles: [ArticleRow]
    public var count: Int
    public var parties: [Party]
    public var dates: [ProvedDate]

    public init(articles: [ArticleRow], count: Int, parties: [Party], dates: [ProvedDate]) {
      self.articles = articles
      self.count = count
      self.parties = parties
      self.dates = dates
    }
  }

  public var id: Int64
  public var name: String
  public var groups: [Group]
  /// Those that take part in most articles.
  public var parties: [Party] = []
  /// The dates around its newest article, and how many its timeline has.
  public var dates: [ProvedDate] = []
  public var dateCount = 0
  /// What it gained since it was looked at; nil for a story that never was.
  public var gains: Gains?
  /// What moved in it by itself, the latest first.
  public var notes: [StoryNote] = []
  /// The newest arrival that it had when it was looked at; nil for a story that never was.
  public var lastLook: Int64?
  /// The newest arrival in it: what a look at it has seen.
  public var newest: Int64?
  public var articles: Int { groups.reduce(0) { $0 + $1.rows.count } }
  public var outlets: Int
  /// How many sources its texts have, at most: copies of one text are one, and a text that credits an agency is not
  /// independent of it, nor one that credits agencies without a name of those that are named.
  public var independent: Int
  /// The count is exact: every text says whose it is.
  public var isCertain: Bool { groups.allSatisfy(\.credits.isCertain) }

  /// Folds `members` by the pairs of near-duplicates among them.
  ///
  /// - Parameters:
  ///   - members: the story's articles, the newest first, each with its origin.
  ///   - copies: pairs of article ids that are near-duplicates.
  public init(id: Int64, name: String, members: [(row: ArticleRow, origin: String?)], copies: [(Int64, Int64)]) {
    self.id = id
    self.name = name
    var leader: [Int64: Int64] = [:]
    func find(_ id: Int64) -> Int64 {
      var at = id
      while let up = leader[at], up != at { at = up }
      return at
    }
    for member in members { leader[member.row.id] = member.row.id }
    for (a, b) in copies where leader[a] != nil && leader[b] != nil {
      let (x, y) = (find(a), find(b))
      leader[max(x, y)] = min(x, y)
    }
    var order: [Int64] = []
    var folded: [Int64: [(row: ArticleRow, origin: String?)]] = [:]
    for member in members {
      let key = find(member.row.id)
      if folded[key] == nil { order.append(key) }
      folded[key, default: []].append(member)
    }
    let texts = order.compactMap { folded[$0] }
    groups = texts.map(Group.init)
    outlets = TextCredits.outlets(members.map(\.row.source))
    independent =
      TextCredits.merged(
        texts.enumerated().reduce(into: []) { $0.formUnion(TextCredits.sources($1.element.map(credited), text: $1.offset)) }
      ).count
  }
}

extension StoryView.Group {
  fileprivate init(_ members: [(row: ArticleRow, origin: String?)]) {
    rows = members.map(\.row)
    var counts: [String: Int] = [:]
    for origin in members.compactMap(\.origin) { counts[origin, default: 0] += 1 }
    origins = counts.map { StoryView.Origin(name: $0.key, articles: $0.value) }
      .sorted { $0.articles != $1.articles ? $0.articles > $1.articles : ($0.name ?? "") < ($1.name ?? "") }
    let unnamed = members.count { $0.origin == nil }
    if unnamed > 0 { origins.append(StoryView.Origin(name: nil, articles: unnamed)) }
    credits = TextCredits(members.map(credited))
  }
}

private func credited(_ member: (row: ArticleRow, origin: String?)) -> (outlet: String?, agency: String?) {
  (member.row.source, member.origin.flatMap { NewsAgency.isAgency($0) ? $0 : nil })
}
