// The heads of a page gathered: every field that says title, authors, date, site, language or address, with the place it stood
// in, in the order of trust. Which is taken is decided here once, by the order.

/// A field of an article as a page can state it.
enum PageField: String { case title, author, published, modified, site, language, url, tag, description }

/// What a page states of its article.
struct PageFields {
  struct Statement {
    var field: PageField
    var value: String
    /// "JSON-LD headline", "meta og:title", "itemprop datePublished", "title".
    var place: String
    /// Less is better.
    var rank: Int
  }

  private(set) var statements: [Statement] = []
  /// So many names of one element are looked at: each may cost the element's text.
  private static let namesOfOne = 8
  /// The first headings of the second and third rank.
  private(set) var smallHeadings: [String] = []
  let linked: LinkedData?

  init(_ tree: HTMLTree) {
    linked = LinkedData.read(tree)
    readLinked()
    readHead(tree)
    readMarkup(tree)
    // Stable, so that of two equals the first in the page comes first.
    statements = statements.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(\.element)
  }

  /// The statements of a field, the most trusted first.
  func all(_ field: PageField) -> [Statement] { statements.filter { $0.field == field } }

  func first(_ field: PageField) -> String? { statements.first { $0.field == field }?.value }

  private mutating func add(_ field: PageField, _ value: String?, _ place: String, _ rank: Int) {
    guard let value, statements.count < 400 else { return }
    let line = Sanitize.line(HTMLText.decoded(value))
    guard !line.isEmpty, line.utf8.count <= 2_000 else { return }
    statements.append(Statement(field: field, value: line, place: place, rank: rank))
  }

  private mutating func readLinked() {
    guard let linked else { return }
    add(.title, linked.headline, "JSON-LD headline", linked.isArticle ? 8 : 20)
    for author in linked.authors { add(.author, author, "JSON-LD author", linked.isByOrganisation ? 60 : 10) }
    add(.published, linked.published, "JSON-LD datePublished", 10)
    add(.modified, linked.modified, "JSON-LD dateModified", 10)
    add(.site, linked.publisher, "JSON-LD publisher", 20)
    add(.language, linked.language, "JSON-LD inLanguage", 30)
    add(.url, linked.url, "JSON-LD url", 30)
    for word in linked.keywords { add(.tag, word, "JSON-LD keywords", 20) }
  }

  /// <title>, <meta>, <link rel=canonical>, <html lang>.
  private mutating func readHead(_ tree: HTMLTree) {
    var hasTitle = false
    for node in tree.nodes.indices {
      switch tree.tag(node) {
      case .html: add(.language, tree.value(.lang, of: node), "html lang", 10)
      case .title where !hasTitle && !isInPicture(node, tree):
        hasTitle = true
        add(.title, tree.text(node, limit: 2_100), "title", 50)
      case .link where tree.value(.rel, of: node)?.lowercased() == "canonical":
        add(.url, tree.value(.href, of: node), "link canonical", 10)
      case .meta:
        guard let content = tree.value(.content, of: node) else { continue }
        for attribute in [HTMLAttributeName.property, .name, .itemprop, .httpEquiv] {
          guard let name = tree.value(attribute, of: node)?.lowercased() else { continue }
          // Microdata in the body may be that of a work that is cited.
          let isLoose = attribute == .itemprop && tree.ancestor(of: node, where: { tree.tag($0) == .body }) != nil
          for word in name.split(separator: " ").prefix(PageFields.namesOfOne) {
            guard let known = PageFieldTables.meta[String(word)] else { continue }
            add(known.field, content, "meta \(word)", isLoose ? max(known.rank, 32) : known.rank)
          }
        }
      default: break
      }
    }
  }

  private func isInPicture(_ node: Int, _ tree: HTMLTree) -> Bool {
    tree.ancestor(of: node, limit: 20) { tree.tag($0) == .svg } != nil
  }

  /// Microdata, rel=author, <time>, and the first heading.
  private mutating func readMarkup(_ tree: HTMLTree) {
    var headings = 0
    var times = 0
    for node in tree.nodes.indices {
      let tag = tree.tag(node)
      if tag == .text || tag == .meta { continue }
      if tag == .h1, headings < 2 {
        headings += 1
        add(.title, tree.text(node, limit: 2_100), "h1", 30 + headings)
      } else if tag == .h2 || tag == .h3, smallHeadings.count < 40 {
        smallHeadings.append(tree.text(node, limit: 400))
      }
      if tag == .time, times < 12, let value = tree.value(.datetime, of: node) ?? nonEmpty(tree.text(node, limit: 100)) {
        times += 1
        let names = (tree.value(.class, of: node) ?? "").lowercased() + (tree.value(.itemprop, of: node) ?? "").lowercased()
        let isUpdate = names.contains("updat") || names.contains("modif")
        let isPublished = tree.has(.pubdate, node) || names.contains("publi") || names.contains("posted")
        add(isUpdate ? .modified : .published, value, "time", isUpdate ? 40 : isPublished ? 40 : 50 + times)
      }
      if tree.nodes[node].attributes.isEmpty { continue }
      if let names = tree.value(.itemprop, of: node)?.lowercased() {
        let value = tree.value(.content, of: node) ?? tree.value(.datetime, of: node)
        for name in names.split(separator: " ").prefix(PageFields.namesOfOne) {
          switch name {
          case "headline": add(.title, value ?? tree.text(node, limit: 2_100), "itemprop headline", 28)
          case "datepublished": add(.published, value ?? tree.text(node, limit: 100), "itemprop datePublished", 30)
          case "datemodified": add(.modified, value ?? tree.text(node, limit: 100), "itemprop dateModified", 30)
          case "author", "creator": add(.author, value ?? itemName(node, tree), "itemprop author", 30)
          case "publisher": add(.site, value ?? itemName(node, tree), "itemprop publisher", 40)
          default: break
          }
        }
      }
      if tag == .a, let rel = tree.value(.rel, of: node)?.lowercased(), rel.split(separator: " ").contains("author") {
        add(.author, tree.text(node, limit: 200), "rel author", 40)
      }
    }
  }

  /// The name inside an item of microdata, or its text where it is short.
  private func itemName(_ node: Int, _ tree: HTMLTree) -> String? {
    for inner in tree.below(node) where tree.value(.itemprop, of: inner)?.lowercased() == "name" {
      return tree.value(.content, of: inner) ?? tree.text(inner, limit: 200)
    }
    let text = tree.text(node, limit: 300)
    return text.utf8.count <= 120 ? text : nil
  }

  private func nonEmpty(_ text: String) -> String? { text.isEmpty ? nil : text }
}

enum PageFieldTables {
  /// The names of <meta> elements: Open Graph, article, Dublin Core, and the habits of publishing systems.
  static let meta: [String: (field: PageField, rank: Int)] = {
    let lists: [(PageField, Int, String)] = [
      (.title, 10, "og:title"),
      (
        .title, 15, "twitter:title twitter:text:title parsely-title sailthru.title dc.title dcterms.title citation_title headline"
      ),
      (.title, 25, "title"), (.published, 12, "article:published_time og:article:published_time og:published_time"),
      (
        .published, 15,
        """
        datepublished parsely-pub-date sailthru.date cxenseparse:recs:publishtime publish-date publish_date publishdate published-date \
        publication_date publicationdate publication-date pubdate pub_date pdate article.published article:published \
        article.created ptime published published_at date_published rnews:datepublished originalpublicationdate \
        displaydate article_date_original datecreated sdate uploaddate
        """
      ),
      (
        .published, 20,
        """
        dc.date.issued dc.date.published dcterms.issued dcterms.date dc.date.created dcterms.created dc.date dc.created citation_date \
        citation_publication_date citation_online_date prism.publicationdate eprints.date bepress_citation_date
        """
      ),
      (.published, 35, "dcsext.articlefirstpublished"),
      (.published, 25, "date created createdate creation_date date_created article:post_date article_date doc_date og:pubdate"),
      (.modified, 12, "article:modified_time og:updated_time og:modified_time"),
      (
        .modified, 20,
        "datemodified last-modified lastmod modified dcterms.modified dc.date.modified dc.modified article.updated updated_time revised"
      ), (.author, 15, "author parsely-author sailthru.author article:author_name byl byline"),
      (
        .author, 20,
        "article:author og:author dc.creator dcterms.creator citation_author rnews:author dcsext.author cxenseparse:author authors article.author"
      ), (.author, 45, "twitter:creator_name creator"), (.site, 10, "og:site_name"),
      (.site, 30, "application-name publisher dc.publisher dcterms.publisher citation_journal_title apple-mobile-web-app-title"),
      (.language, 20, "og:locale content-language dc.language language"), (.url, 20, "og:url parsely-link twitter:url"),
      (.description, 10, "og:description"),
      (.description, 15, "description twitter:description dc.description sailthru.description"),
      (.tag, 10, "article:tag"), (.tag, 30, "news_keywords parsely-tags"),
    ]
    var meta: [String: (field: PageField, rank: Int)] = [:]
    for (field, rank, names) in lists {
      for name in names.split(separator: " ") { meta[String(name)] = (field, rank) }
    }
    return meta
  }()
}
