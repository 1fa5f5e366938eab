// A story as a reader wants it: copies of one text folded into one row, and how many sources there really are.

/// The articles of a story, copies folded.
public struct StoryView: Hashable, Sendable {
  /// Articles that say the same in nearly the same words, the newest first; one article alone is a group too.
  public struct Group: Hashable, Sendable {
    public var rows: [ArticleRow]
    /// Whose text it is, with how many of the rows credit it, the most frequent first. An article of an unknown publisher
    /// counts as a source of its own.
    public var origins: [Origin]
    /// How many publishers print it.
    public var outlets: Int

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
  /// The newest arrival in it: what a look at it has seen.
  public var newest: Int64?
  public var articles: Int { groups.reduce(0) { $0 + $1.rows.count } }
  public var outlets: Int
  /// How many origins its texts have: copies of one text are one, and a text that credits an agency is not independent of
  /// it, nor one that credits agencies without a name of those that are named.
  public var independent: Int

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
    groups = order.map { StoryView.group(folded[$0] ?? []) }
    let byID = Dictionary(members.map { ($0.row.id, $0) }, uniquingKeysWith: { a, _ in a })
    outlets = StoryView.outlets(members)
    let origins = groups.map { group in StoryView.origin(of: group.rows.compactMap { byID[$0.id] }) }
    var named = Set(origins.compactMap { $0 })
    if named.contains(where: { $0 != NewsAgency.unnamed && NewsAgency.isAgency($0) }) { named.remove(NewsAgency.unnamed) }
    // Copies of one text by nobody in particular are one source.
    independent = named.count + origins.filter { $0 == nil }.count
  }

  /// Whose text the copies are: the agency's that any of them credits, or the one's that had it first.
  private static func origin(of copies: [(row: ArticleRow, origin: String?)]) -> String? {
    let oldestFirst = copies.reversed().compactMap(\.origin)
    return oldestFirst.first { $0 != NewsAgency.unnamed && NewsAgency.isAgency($0) }
      ?? oldestFirst.first { NewsAgency.isAgency($0) } ?? oldestFirst.first
  }

  static func group(_ members: [(row: ArticleRow, origin: String?)]) -> Group {
    var counts: [String: Int] = [:]
    var unnamed = 0
    for member in members {
      if let origin = member.origin { counts[origin, default: 0] += 1 } else { unnamed += 1 }
    }
    var origins = counts.map { Origin(name: $0.key, articles: $0.value) }
      .sorted { $0.articles != $1.articles ? $0.articles > $1.articles : ($0.name ?? "") < ($1.name ?? "") }
    if unnamed > 0 { origins.append(Origin(name: nil, articles: unnamed)) }
    return Group(rows: members.map(\.row), origins: origins, outlets: outlets(members))
  }

  private static func outlets(_ members: [(row: ArticleRow, origin: String?)]) -> Int {
    Set(members.compactMap(\.row.source)).count + members.filter { $0.row.source == nil }.count
  }
}
