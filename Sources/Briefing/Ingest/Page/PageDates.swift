// When a page says it was published: the claims of its heads in order, then its address, then what stands near the headline.

struct PageDates {
  /// A claim and where it stood.
  struct Claim {
    var stamp: DateStamp
    var place: String
    var origin: PublicationDate.Origin
  }

  private(set) var claims: [Claim] = []

  /// The claims of a page, the most trusted first.
  init(
    _ tree: HTMLTree, _ fields: PageFields, url: String?, language: String?, near blocks: [TextBlock],
    verdicts: [ArticleFinder.Verdict]
  ) {
    let monthFirst = PageDates.isMonthFirst(language)
    for statement in fields.all(.published) where statement.rank < 50 {
      if let stamp = PageDate.parse(statement.value) ?? PageDate.find(statement.value, monthFirst: monthFirst) {
        claims.append(Claim(stamp: stamp, place: statement.place, origin: .field))
      }
    }
    let fromURL = url.flatMap(DateStamp.inURL)
    if let fromURL, fromURL.precision == .day { claims.append(Claim(stamp: fromURL, place: "address", origin: .url)) }
    if claims.isEmpty {
      let near = PageDates.nearTitle(tree, verdicts, monthFirst)
      if let near { claims.append(Claim(stamp: near, place: "text of the page", origin: .field)) }
      for statement in fields.all(.published) where statement.rank >= 50 {
        if let stamp = PageDate.parse(statement.value) ?? PageDate.find(statement.value, monthFirst: monthFirst) {
          claims.append(Claim(stamp: stamp, place: statement.place, origin: .field))
          break
        }
      }
    }
    if claims.isEmpty {
      for statement in fields.all(.modified) {
        if let stamp = PageDate.parse(statement.value) {
          claims.append(Claim(stamp: stamp, place: statement.place, origin: .field))
          break
        }
      }
    }
    if claims.isEmpty, let fromURL { claims.append(Claim(stamp: fromURL, place: "address", origin: .url)) }
  }

  /// American habits of dates in figures.
  static func isMonthFirst(_ language: String?) -> Bool? {
    guard let language = language?.lowercased() else { return nil }
    if language.hasPrefix("en") { return language.contains("us") || language == "en" ? true : false }
    return false
  }

  /// The date in what stands around the headline: short lines that are a date, or say "published" before one.
  private static func nearTitle(_ tree: HTMLTree, _ verdicts: [ArticleFinder.Verdict], _ monthFirst: Bool?) -> DateStamp? {
    guard let first = verdicts.firstIndex(where: { $0.reason == nil && PageBlocks.prose($0.block) > 0 }) else {
      return anyDate(tree, verdicts[...], monthFirst)
    }
    // Up from the first paragraph, then down to the end, then all.
    let above = verdicts[max(0, first - 15)..<first].reversed()
    for verdict in above where verdict.reason != .footer {
      if let stamp = date(tree, verdict.block, monthFirst) { return stamp }
    }
    return anyDate(tree, verdicts[first...], monthFirst) ?? anyDate(tree, verdicts[..<first], monthFirst)
  }

  private static func anyDate(_ tree: HTMLTree, _ verdicts: ArraySlice<ArticleFinder.Verdict>, _ monthFirst: Bool?) -> DateStamp?
  {
    for verdict in verdicts where verdict.reason != .comments && verdict.reason != .related {
      if let stamp = date(tree, verdict.block, monthFirst) { return stamp }
    }
    return nil
  }

  private static func date(_ tree: HTMLTree, _ block: TextBlock, _ monthFirst: Bool?) -> DateStamp? {
    guard block.words <= 30, block.bytes <= 400 else { return nil }
    var bytes: [UInt8] = []
    tree.append(block.nodes, to: &bytes, limit: 400)
    guard bytes.contains(where: { (0x30...0x39).contains($0) }) else { return nil }
    return PageDate.find(String(decoding: bytes, as: UTF8.self), monthFirst: monthFirst)
  }
}
