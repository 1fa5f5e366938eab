// A web page into an article: the heads of the page first, then its text, then everything that was left out, for who wants to see.

/// A page, read.
public struct Page: Sendable {
  public var article: Article
  /// The links inside the article's paragraphs.
  public var links: [PageBody.Link]
  /// The heads of the page and what was left out of it.
  public var notes: SourceNotes

  /// The most bytes of a page.
  public static let sizeLimit = HTMLTreeBuilder.sizeLimit

  /// Reads a page. `url` is where it came from, `headers` what the server said ("Content-Type" is looked at); `name` is for
  /// messages. An article without a text is none; its issues say
  /// so. Throws for what is too large.
  public static func parse(
    _ bytes: [UInt8], url: String? = nil, headers: [String: String] = [:], name: String
  ) throws(IngestError) -> Page {
    if bytes.count > sizeLimit { throw .tooLarge(name, bytes: bytes.count, limit: sizeLimit) }
    let contentType = headers.first { $0.key.lowercased() == "content-type" }?.value
    let (source, note) = HTMLEncoding.utf8(bytes, stated: contentType.flatMap(Charset.parameter))
    var page = PageReader(HTMLTreeBuilder.tree(of: source), url: url).page()
    if let note { page.article.issues.insert(note, at: 0) }
    return page
  }
}

/// Reads one page.
struct PageReader {
  private let tree: HTMLTree
  private let fields: PageFields
  private let given: String?

  init(_ tree: HTMLTree, url: String?) {
    self.tree = tree
    fields = PageFields(tree)
    given = url
  }

  func page() -> Page {
    let base = PageBase.address(of: tree, at: given ?? fields.first(.url))
    let (url, urlPlace) = address()
    let site = site()
    let title = PageTitle.choose(fields, site: site)
    let titles =
      [title?.title].compactMap { $0 } + fields.all(.title).filter { $0.rank < 30 || $0.rank == 50 }.map(\.value)
    let blocks = PageBlocks(tree, titles: titles)
    var finder = ArticleFinder(blocks, titles: titles, fields)
    let verdicts = finder.verdicts()

    var builder = PageBodyBuilder()
    for (block, reason) in verdicts {
      if let reason {
        builder.leaveOut(tree.text(block), reason)
      } else {
        builder.add(PageLine(block, in: tree, base: base) { blocks.reasons[$0] != nil })
      }
    }
    var body = builder.finish()
    if let text = fields.linked?.body, let alignment = BodyAlignment(text), alignment.replaces(body.text) {
      body = written(text, "JSON-LD", leftOut: body.leftOut)
    } else if let text = PageState.body(of: tree, insteadOf: body.text) {
      body = written(text, "data", leftOut: body.leftOut)
    }
    var article = Article(text: body.text, blocks: body.blocks)
    article.issues = tree.issues + body.issues
    let authors = PageAuthors.choose(fields, site: site) { PageBylines(blocks, verdicts).names() }
    article.title = title.map { Title($0.title, origin: .field) }
    article.authors = authors.names
    article.source = site
    article.url = url.flatMap { WebAddress.resolve($0, base: nil) }
    article.tags = tags()
    let stated = fields.first(.language)
    article.language = stated.flatMap(Language.tag) ?? Language.guess(article.text)
    let dates = PageDates(tree, fields, url: given ?? url, language: stated, near: [], verdicts: verdicts)
    setDates(&article, dates)
    article.noteMixedScripts()
    var notes = notes(title: title?.place, authors: authors.place, url: urlPlace, dates.claims.first)
    notes.leftOut = Array(body.leftOut.prefix(SourceNotes.pieceLimit))
    notes.omitted = body.leftOut.count - notes.leftOut.count
    return Page(article: article, links: body.links, notes: notes)
  }

  /// The body that a script alone gives: the page itself shows it only to programs of its own.
  private func written(_ text: String, _ place: String, leftOut: [SourceNotes.LeftOut]) -> PageBody {
    var body = text.utf8.contains(0x3C) ? PageBody.read(text) : PageBody.read(plain: HTMLText.decoded(text))
    body.leftOut = leftOut
    body.issues.append("The page shows only a part of the article; its text was taken from the page's \(place).")
    return body
  }

  /// The page's own address, and where it stands. A page that came from a known host speaks for no other: articles are
  /// recognised by their addresses, and anybody can name one that is not theirs.
  private func address() -> (url: String?, place: String?) {
    let host = given.flatMap(PageReader.host)
    for statement in fields.all(.url) {
      guard let url = WebAddress.resolve(statement.value, base: given) else { continue }
      if given == nil || host == PageReader.host(url) { return (url, statement.place) }
    }
    return (given, nil)
  }

  /// A host without its port and what only says how it is shown: "www.", "m.", "amp.".
  private static func host(_ address: String) -> String? {
    guard let host = (try? FetchAddress(address))?.host else { return nil }
    let prefix = ["www.", "m.", "mobile.", "amp."].first(where: host.hasPrefix)
    return prefix.map { String(host.dropFirst($0.count)) } ?? host
  }

  private func site() -> String? {
    guard let name = fields.first(.site), name.count <= 80, !name.hasPrefix("http") else { return nil }
    return name.hasPrefix("@") ? String(name.dropFirst()) : name
  }

  private func tags() -> [String] {
    var seen: Set<String> = []
    return fields.all(.tag).flatMap { $0.value.split(separator: ",").map { String($0).trimmed } }
      .filter { !$0.isEmpty && $0.count <= 60 && seen.insert($0.lowercased()).inserted }.prefix(20).map { $0 }
  }

  private func setDates(_ article: inout Article, _ dates: PageDates) {
    guard let first = dates.claims.first else { return }
    article.published = PublicationDate(first.stamp, origin: first.origin)
    if let other = dates.claims.dropFirst().first(where: { !first.stamp.agrees(with: $0.stamp) }) {
      article.otherDate = PublicationDate(other.stamp, origin: other.origin)
      article.issues.append(
        "The page says \(first.stamp.iso) (\(first.place)) and \(other.stamp.iso) (\(other.place)); the first was taken.")
    }
  }

  private func notes(title: String?, authors: String?, url: String?, _ date: PageDates.Claim?) -> SourceNotes {
    let taken: [PageField: String?] = [.title: title, .author: authors, .published: date?.place, .url: url]
    var notes = SourceNotes(form: "page")
    var firsts: Set<PageField> = []
    for statement in fields.statements {
      let isFirst = firsts.insert(statement.field).inserted
      let isTaken = taken[statement.field].map { $0 == statement.place } ?? isFirst
      notes.fields.append(SourceNotes.Field(statement.field.rawValue, statement.value, place: statement.place, isTaken: isTaken))
    }
    return notes
  }
}

extension HTMLTree {
  /// The text of a block on one line, not yet sanitised; of a long one the beginning.
  func text(_ block: TextBlock, limit: Int = 4 * SourceNotes.textLimit) -> String {
    var bytes: [UInt8] = []
    append(block.nodes, to: &bytes, limit: limit)
    return String(decoding: bytes, as: UTF8.self)
  }
}
