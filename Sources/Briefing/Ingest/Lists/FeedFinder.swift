// The feeds of a page: those it names (`link rel=alternate`), those it links to by the look of it, and where feeds often lie.

/// Finds the feeds of a page.
public enum FeedFinder {
  /// A feed that a page may have.
  public struct Candidate: Hashable, Sendable {
    public var url: String
    public var title: String?
    /// The page says that it is a feed; else only its address looks like one.
    public var isNamed: Bool
  }

  /// More than these are not offered.
  static let limit = 20

  private static let types = [
    "application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml", "application/x.atom+xml",
    "application/json", "text/xml", "application/xml",
  ]

  /// The feeds that a page names, in its order; where it names none, its links that look like feeds.
  public static func candidates(in page: [UInt8], url: String) -> [Candidate] {
    let bytes = Charset.utf8(page, carried: nil).bytes
    var base = url
    var named: [Candidate] = []
    var linked: [Candidate] = []
    var tokenizer = MarkupTokenizer(bytes, isHTML: true)
    while let token = tokenizer.next() {
      guard case .tag(let tag) = token, !tag.isEnd, tag.name.count <= 4 else { continue }
      switch String(decoding: bytes[tag.name], as: UTF8.self).lowercased() {
      case "base": if let href = value("href", of: tag, in: bytes) { base = FeedAddress.resolve(href, against: url) ?? url }
      case "link":
        let relations = value("rel", of: tag, in: bytes)?.lowercased().split(whereSeparator: \.isWhitespace) ?? []
        let type = value("type", of: tag, in: bytes)?.lowercased().prefix { $0 != ";" } ?? ""
        guard relations.contains("alternate") && types.contains(String(type)) || relations.contains("feed"),
          let href = value("href", of: tag, in: bytes)
        else { continue }
        add(href, base, title: value("title", of: tag, in: bytes), isNamed: true, to: &named)
      case "a":
        guard linked.count < limit, let href = value("href", of: tag, in: bytes), looksLikeFeed(href) else { continue }
        add(href, base, title: nil, isNamed: false, to: &linked)
      default: break
      }
    }
    return named.isEmpty ? linked : named
  }

  /// Where feeds often lie, below the page and at its host.
  public static func usualPlaces(of url: String) -> [Candidate] {
    let paths = ["feed", "rss", "feed.xml", "rss.xml", "atom.xml", "index.xml", "feed.json"]
    let page = url.prefix { $0 != "?" && $0 != "#" }
    let below = page.hasSuffix("/") ? String(page) : page + "/"
    var found: [Candidate] = []
    for base in [below, FeedAddress.resolve("/", against: url) ?? below] {
      for path in paths.prefix(base == below ? 2 : paths.count) { add(base + path, base, title: nil, isNamed: false, to: &found) }
    }
    return found
  }

  private static func add(_ href: String, _ base: String, title: String?, isNamed: Bool, to found: inout [Candidate]) {
    guard found.count < limit, let resolved = FeedAddress.resolve(href, against: base), let address = try? FetchAddress(resolved),
      !found.contains(where: { $0.url == address.text })
    else { return }
    let title = title.map(Sanitize.line).flatMap { $0.isEmpty ? nil : $0 }
    found.append(Candidate(url: address.text, title: title, isNamed: isNamed))
  }

  private static func looksLikeFeed(_ href: String) -> Bool {
    let path = href.lowercased().prefix { $0 != "?" && $0 != "#" }
    let words = path.split(separator: "/").suffix(2)
    return [".rss", ".atom", ".rdf", "rss.xml", "atom.xml", "feed.xml", "index.xml", "feed.json"].contains(where: path.hasSuffix)
      || words.last.map { ["feed", "rss", "atom", "feeds"].contains($0) } ?? false
  }

  private static func value(_ name: String, of tag: MarkupTag, in bytes: [UInt8]) -> String? {
    for attribute in tag.attributes
    where attribute.name.count == name.utf8.count
      && String(decoding: bytes[attribute.name], as: UTF8.self).lowercased() == name
    {
      var value: [UInt8] = []
      appendDecoded(attribute.value, of: bytes, to: &value)
      return String(decoding: value, as: UTF8.self)
    }
    return nil
  }
}
