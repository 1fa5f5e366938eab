// A headline, and an article that a headline may mean, read for comparing: which telling words, names and numbers each has.

/// An in-text headline read for comparing.
struct HeadlineReading: Sendable {
  let article: Int64
  /// The day of the article that it stands in.
  let day: Int?
  let span: Span
  let key: String
  let url: String?
  let address: HeadlineAddress?
  /// The words in the address where they are a headline of their own: often the title that the article had first.
  let slug: ShortText?
  let text: ShortText
  let parties: [LinkItem.Party]
  /// Whom a word of the headline names, by its stem.
  let names: [UInt32: EntityID]
  /// The headline breaks off: "TURKEY STRIKES TARGETS AFTER…".
  let isCut: Bool
  let isPinned: Bool
  let rejected: Set<Int64>

  init(_ headline: LinkItem.Headline, in item: LinkItem) {
    article = item.id
    day = item.day
    span = headline.span
    key = HeadlineKey.fold(headline.text)
    url = headline.href.flatMap(HeadlineKey.normaliseURL)
    address = headline.href.flatMap(HeadlineAddress.init)
    slug = address.flatMap { $0.slug.isEmpty ? nil : ShortText($0.slug.joined(separator: " ")) }
    text = ShortText(headline.text)
    parties = headline.parties
    var names: [UInt32: EntityID] = [:]
    for (surface, entity) in headline.names.sorted(by: { $0.key < $1.key }) {
      for word in ShortText(surface).words where !word.isStop { names[word.stem] = entity }
    }
    self.names = names
    let end = headline.text.last { !$0.isWhitespace }
    isCut = end == "…" || headline.text.hasSuffix("...")
    isPinned = headline.isPinned
    rejected = headline.rejected
  }
}

/// An article as the target of headlines.
struct HeadlineTarget: Sendable {
  let id: Int64
  let day: Int?
  /// Empty without a title.
  let key: String
  let url: String?
  let address: HeadlineAddress?
  /// The title, or the first words of the lede in place of one.
  let title: ShortText
  /// What follows the title: the first words of the text.
  let lede: ShortText
  let parties: [LinkItem.Party]
  let named: Set<EntityID>
  let leading: Set<EntityID>
  /// The codes of the states that are named by themselves, by an army or government, or by a place in them.
  let countries: Set<String>

  init(_ item: LinkItem) {
    id = item.id
    day = item.day
    key = HeadlineKey.fold(item.title ?? "")
    url = item.url.flatMap(HeadlineKey.normaliseURL)
    address = item.url.flatMap(HeadlineAddress.init)
    let opening = item.body.utf8.prefix(2400).split(separator: 0x0A, maxSplits: 3).prefix(3)
      .map { String(decoding: $0.prefix(400), as: UTF8.self) }.joined(separator: "\n")
    if let given = item.title, !given.isEmpty {
      title = ShortText(given)
      lede = ShortText(opening)
    } else {
      let words = ShortText(opening)
      let cut = words.words.prefix(18).last?.end ?? 0
      title = ShortText(String(decoding: opening.utf8.prefix(cut), as: UTF8.self))
      lede = words
    }
    parties = item.parties
    named = item.named
    leading = item.leading
    countries = Set(item.named.compactMap(HeadlineTarget.country))
  }

  /// "SDN" of the state itself, of its government and army, and of a place in it; nil for all others.
  static func country(of entity: EntityID) -> String? {
    guard let colon = entity.firstIndex(of: ":") else { return nil }
    let kinds: Set<Substring> = ["state", "gov", "mil", "place"]
    guard kinds.contains(entity[..<colon]) else { return nil }
    let code = entity[entity.index(after: colon)...].prefix { $0 != "/" }
    return code.count == 3 ? code.uppercased() : nil
  }
}
