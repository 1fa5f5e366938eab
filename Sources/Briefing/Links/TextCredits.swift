// Whose text several articles print, as far as they say. A text that credits an agency is not independent of it; those that
// credit nobody may have it from the same hand, which nobody can tell: they count as one source together.

/// What the articles that print one text say of its origin.
public struct TextCredits: Hashable, Sendable, Codable {
  /// A source that stands for itself.
  enum Source: Hashable {
    case agency(String)
    case outlet(String)
    /// Nobody is named; the number is the text's.
    case unnamed(Int)
  }

  /// How many publishers print it; an article of an unknown one counts by itself.
  public var outlets: Int
  /// How many sources are told apart at most: every agency that is credited, and one for all who credit nobody.
  public var independent: Int
  /// How many articles credit nobody where others print the text too: whether it is theirs is not said.
  public var uncredited: Int
  /// The agency that most of them credit, or the one publisher that prints them all, and how many do.
  public var origin: StoryView.Origin?

  public init(outlets: Int, independent: Int, uncredited: Int = 0, origin: StoryView.Origin? = nil) {
    self.outlets = outlets
    self.independent = independent
    self.uncredited = uncredited
    self.origin = origin
  }

  /// - Parameter articles: for each its publisher and the agency that it credits, nil where there is none.
  init(_ articles: [(outlet: String?, agency: String?)]) {
    let outlets = TextCredits.outlets(articles.map(\.outlet))
    let uncredited = articles.filter { $0.agency == nil }
    let isOwn = uncredited.count == articles.count && outlets == 1
    var credits: [String: Int] = [:]
    for agency in articles.compactMap(\.agency) { credits[agency, default: 0] += 1 }
    let most = credits.min { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
    let own = isOwn ? articles.first?.outlet : nil
    self.init(
      outlets: outlets, independent: TextCredits.sources(articles, text: 0).count, uncredited: isOwn ? 0 : uncredited.count,
      origin: most.map { StoryView.Origin(name: $0.key, articles: $0.value) }
        ?? own.map { StoryView.Origin(name: $0, articles: articles.count) })
  }

  /// What these articles say of the text that all of them print.
  public init(_ copies: [TextCopy]) { self.init(copies.map { (outlet: $0.row.source, agency: $0.agency) }) }

  /// The count is exact: nobody prints the text without a credit beside others.
  public var isCertain: Bool { uncredited == 0 }
  /// Several publishers print the text, and none of them says whose it is.
  public var namesNoOrigin: Bool { origin == nil && outlets > 1 }

  static func outlets(_ names: [String?]) -> Int { Set(names.compactMap { $0 }).count + names.count { $0 == nil } }

  /// The sources of one text. Who credits agencies without a name has it from those that others name.
  static func sources(_ articles: [(outlet: String?, agency: String?)], text: Int) -> Set<Source> {
    var sources = Set(articles.compactMap { $0.agency.map(Source.agency) })
    let uncredited = articles.filter { $0.agency == nil }.map(\.outlet)
    if let first = uncredited.first {
      let isOne = outlets(uncredited) == 1
      sources.insert(isOne ? first.map(Source.outlet) ?? .unnamed(text) : .unnamed(text))
    }
    return merged(sources)
  }

  /// Without the agencies that have no name, where some have one.
  static func merged(_ sources: Set<Source>) -> Set<Source> {
    let isNamed = sources.contains { if case .agency(let name) = $0 { name != NewsAgency.unnamed } else { false } }
    return isNamed ? sources.subtracting([.agency(NewsAgency.unnamed)]) : sources
  }
}
