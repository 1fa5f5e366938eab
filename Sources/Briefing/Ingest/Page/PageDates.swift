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
    if claims.isEmpty, let dateline = PageDates.dateline(tree, verdicts, monthFirst) {
      claims.append(Claim(stamp: dateline, place: "text of the page", origin: .field))
    }
    takeLocalDate(fields, PageDates.nearTitle(tree, verdicts, monthFirst, isStrict: true))
  }

  /// A clock in UTC says which day it was in Greenwich. Where the page or its address prints the day before or after, and some
  /// place on earth had that day then, it is the local one.
  private mutating func takeLocalDate(_ fields: PageFields, _ printed: DateStamp?) {
    guard let first = claims.first, first.stamp.offset == 0, first.stamp.secondOfDay != nil else { return }
    let others = claims.dropFirst().map { ($0.stamp, $0.place) }
    let times = fields.all(.published).filter { $0.place == "time" }.compactMap { statement in
      PageDate.parse(statement.value).map { ($0, "time") }
    }
    for (stamp, place) in others + times + (printed.map { [($0, "text of the page")] } ?? []) {
      guard let local = PageDates.local(first.stamp, as: stamp) else { continue }
      if local.date == first.stamp.date { return }
      claims.insert(Claim(stamp: local, place: "\(place), for \(first.place)", origin: first.origin), at: 0)
      return
    }
  }

  /// An instant in UTC as another statement of it has it: with that one's offset, or on that one's day.
  private static func local(_ utc: DateStamp, as other: DateStamp) -> DateStamp? {
    guard [.day, .minute, .second].contains(other.precision) else { return nil }
    if let offset = other.offset {
      guard offset != 0, abs(other.instant - utc.instant) < 120 else { return nil }
      return other
    }
    if let clock = other.secondOfDay {
      // A clock without its offset: the difference is one where it is a quarter of an hour.
      let offset = other.date.dayNumber * 86_400 + clock - utc.instant
      let quarter = Int((Double(offset) / 900).rounded()) * 900
      guard abs(offset - quarter) < 60, (-12 * 3600...14 * 3600).contains(quarter) else { return nil }
      return DateStamp(other.date, secondOfDay: clock, offset: quarter, precision: other.precision)
    }
    let start = other.date.dayNumber * 86_400
    // Somewhere between UTC-12 and UTC+14 this instant lies in that day.
    guard utc.instant + 14 * 3600 >= start, utc.instant - 12 * 3600 < start + 86_400 else { return nil }
    return other.date == utc.date ? utc : other
  }

  /// The date of a dateline: "Berlin, 25 January 2022 – The minister ...".
  private static func dateline(_ tree: HTMLTree, _ verdicts: [ArticleFinder.Verdict], _ monthFirst: Bool?) -> DateStamp? {
    guard let first = verdicts.first(where: { $0.reason == nil && PageBlocks.prose($0.block) > 0 }) else { return nil }
    var bytes: [UInt8] = []
    tree.append(first.block.nodes, to: &bytes, limit: 120)
    let text = String(decoding: bytes, as: UTF8.self)
    guard let mark = text.firstIndex(where: { "|–—".contains($0) }) else { return nil }
    return PageDate.find(String(text[..<mark]), monthFirst: monthFirst)
  }

  /// American habits of dates in figures.
  static func isMonthFirst(_ language: String?) -> Bool? {
    guard let language = language?.lowercased() else { return nil }
    if language.hasPrefix("en") { return language.contains("us") || language == "en" ? true : false }
    return false
  }

  /// The date in what stands around the headline: short lines that are a date, or say "published" before one.
  private static func nearTitle(
    _ tree: HTMLTree, _ verdicts: [ArticleFinder.Verdict], _ monthFirst: Bool?, isStrict: Bool = false
  ) -> DateStamp? {
    guard let first = verdicts.firstIndex(where: { $0.reason == nil && PageBlocks.prose($0.block) > 0 }) else {
      return isStrict ? nil : anyDate(tree, verdicts[...], monthFirst)
    }
    // Up from the first paragraph, then down to the end, then all.
    let above = verdicts[max(0, first - 15)..<first].reversed()
    for verdict in above where verdict.reason != .footer {
      if let stamp = date(tree, verdict.block, monthFirst) { return stamp }
    }
    return isStrict ? nil : anyDate(tree, verdicts[first...], monthFirst) ?? anyDate(tree, verdicts[..<first], monthFirst)
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
