// The names that feeds use, as tables: which vocabulary an address or a prefix stands for, and what each element of it means.

/// A vocabulary of elements.
enum FeedSpace: UInt8 {
  /// RSS and Atom of all versions, and names without a vocabulary.
  case core
  case dublinCore, terms, content, media, itunes, xhtml, rdf, other

  /// The vocabulary of a namespace's address; addresses are compared without case, as feeds write them in every case.
  static func named(_ address: String) -> FeedSpace {
    let lower = address.lowercased().trimmed
    if let space = addresses[lower] { return space }
    if lower.contains("backend.userland.com/rss") { return .core }
    return .other
  }

  /// What a prefix stands for that nobody declared.
  static func undeclared(_ prefix: String) -> FeedSpace { prefixes[prefix.lowercased()] ?? .other }

  private static let addresses: [String: FeedSpace] = {
    let table: [(FeedSpace, String)] = [
      (
        .core,
        """
        http://www.w3.org/2005/atom http://purl.org/atom/ns# http://purl.org/rss/1.0/ http://my.netscape.com/rdf/simple/0.9/
        http://channel.netscape.com/rdf/simple/0.9/ http://blogs.law.harvard.edu/tech/rss http://example.com/newformat#
        http://example.com/necho http://purl.org/echo/ uri/of/echo/namespace# http://purl.org/pie/
        http://purl.org/rss/1.0/modules/rss091# http://purl.org/net/rss1.1# http://cyber.law.harvard.edu/rss/rss.html
        """
      ),
      (
        .dublinCore,
        "http://purl.org/dc/elements/1.1/ http://purl.org/dc/elements/1.0/ http://dublincore.org/documents/dcmi-namespace/"
      ),
      (.terms, "http://purl.org/dc/terms/"),
      (.content, "http://purl.org/rss/1.0/modules/content/"),
      (.media, "http://search.yahoo.com/mrss http://search.yahoo.com/mrss/ http://www.rssboard.org/media-rss"),
      (.itunes, "http://www.itunes.com/dtds/podcast-1.0.dtd http://example.com/dtds/podcast-1.0.dtd"),
      (.xhtml, "http://www.w3.org/1999/xhtml"),
      (.rdf, "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ]
    var addresses: [String: FeedSpace] = [:]
    for (space, list) in table {
      for address in list.split(whereSeparator: \.isWhitespace) { addresses[String(address)] = space }
    }
    return addresses
  }()

  private static let prefixes: [String: FeedSpace] = [
    "rss": .core, "atom": .core, "atom10": .core, "atom03": .core, "a10": .core, "dc": .dublinCore, "dcterms": .terms,
    "content": .content, "media": .media, "itunes": .itunes, "xhtml": .xhtml, "rdf": .rdf,
  ]
}

/// What an element means.
enum FeedField {
  // Places
  case document, feed, entry, source, image, textInput, group
  // Texts that may hold markup
  case title, otherTitle, description, summary, otherSummary, content, encoded, body, tagline, otherTagline, copyright
  // Addresses and names
  case link, guid, id, comments, generator, language, logo, icon
  // Dates
  case published, updated, dated
  // People
  case person, keeper, personName, personEmail
  // Lists
  case category, labels, enclosure, mediaFile, thumbnail, picture, pictureAddress

  /// Whether the inside is one text, markup and all.
  var isText: Bool {
    switch self {
    case .title, .otherTitle, .description, .summary, .otherSummary, .content, .encoded, .body, .tagline, .otherTagline,
      .copyright:
      true
    default: false
    }
  }

  static func named(_ name: String, in space: FeedSpace) -> FeedField? { tables[Int(space.rawValue)][name] }

  private static let tables: [[String: FeedField]] = {
    var tables = [[String: FeedField]](repeating: [:], count: Int(FeedSpace.other.rawValue) + 1)
    func add(_ space: FeedSpace, _ pairs: [(FeedField, String)]) {
      for (field, names) in pairs {
        for name in names.split(separator: " ") { tables[Int(space.rawValue)][String(name)] = field }
      }
    }
    add(
      .core,
      [
        (.document, "rss rdf"), (.feed, "channel feed"), (.entry, "item entry"), (.source, "source"), (.image, "image"),
        (.textInput, "textinput"), (.title, "title"), (.description, "description abstract prodlink"), (.summary, "summary"),
        (.content, "content"), (.encoded, "fullitem encoded"), (.body, "body"), (.tagline, "tagline subtitle"),
        (.copyright, "copyright rights"), (.link, "link"), (.guid, "guid"), (.id, "id"), (.comments, "comments"),
        (.generator, "generator"), (.language, "language"), (.logo, "logo"), (.icon, "icon"),
        (.published, "pubdate published issued"),
        (.updated, "updated modified lastbuilddate"), (.dated, "date"), (.person, "author managingeditor"),
        (.keeper, "webmaster"),
        (.personName, "name"), (.personEmail, "email"), (.category, "category"), (.labels, "tags keywords"),
        (.enclosure, "enclosure"),
        (.pictureAddress, "url"),
      ])
    add(
      .dublinCore,
      [
        (.title, "title"), (.description, "description"), (.person, "creator author"), (.copyright, "rights"), (.dated, "date"),
        (.category, "subject"), (.language, "language"), (.updated, "modified"),
      ])
    add(
      .terms,
      [(.published, "issued"), (.updated, "modified"), (.dated, "date"), (.person, "creator"), (.otherSummary, "abstract")])
    add(.content, [(.encoded, "encoded")])
    add(
      .media,
      [
        (.group, "group"), (.otherTitle, "title"), (.otherSummary, "description"), (.mediaFile, "content"),
        (.thumbnail, "thumbnail"),
        (.category, "category"), (.labels, "keywords"),
      ])
    add(
      .itunes,
      [
        (.otherSummary, "summary subtitle"), (.person, "author"), (.picture, "image link"), (.category, "category"),
        (.labels, "keywords"), (.otherTitle, "title"),
      ])
    add(.xhtml, [(.body, "body")])
    add(.rdf, [(.document, "rdf")])
    return tables
  }()
}
