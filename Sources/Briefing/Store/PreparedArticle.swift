// All of an arriving article that can be made ready before the database is touched: pure, and done outside the transaction. An
// object, since it is sorted and handed on with all that it holds.

final class PreparedArticle {
  let incoming: IncomingArticle
  let hash: [UInt8]
  let head: [UInt8]
  let analysis: [UInt8]?
  let facts: DerivedFacts?
  /// Names by which the article is recognised, the strongest first.
  let names: [Name]
  let values: RowValues
  let headlines: [HeadlineRef]
  /// The keys by which headlines of other articles find this one; the title's is empty where there is none.
  let titleKey: String
  let address: String?
  let notes: [UInt8]?

  /// A name under which an article is known.
  struct Name: Hashable {
    enum Kind: Int { case externalID = 1, address, file, content }

    var kind: Kind
    var text: String
  }

  /// A headline in the text that means another article.
  struct HeadlineRef {
    var span: Span
    var text: String
    var key: String
    var address: String?
  }

  init(_ incoming: IncomingArticle) {
    self.incoming = incoming
    let article = incoming.article
    hash = ContentHash.of(article)
    head = article.packed()
    analysis = incoming.analysis?.packed()
    facts = incoming.analysis.map { DerivedFacts($0, of: article) }
    values = RowValues(article)
    headlines = PreparedArticle.headlines(of: article)
    titleKey = HeadlineKey.fold(values.title)
    address = article.url.flatMap(HeadlineKey.normaliseURL)
    notes = incoming.notes?.packed()
    var names: [Name] = []
    if let id = article.externalID {
      names.append(Name(kind: .externalID, text: PreparedArticle.externalName(id, scope: incoming.scope)))
    }
    if let url = article.url, !url.isEmpty {
      names.append(Name(kind: .address, text: address ?? url))
    }
    if let path = incoming.path { names.append(Name(kind: .file, text: path)) }
    // An article with a name of its own is not another one because the two say the same.
    if article.externalID == nil, article.url == nil {
      names.append(Name(kind: .content, text: hash.map { String($0, radix: 16) }.joined(separator: ".")))
    }
    self.names = names
  }

  static func externalName(_ id: String, scope: String) -> String { scope.isEmpty ? id : scope + "\n" + id }

  static func headlines(of article: Article) -> [HeadlineRef] {
    guard article.blocks.contains(where: { $0.kind == .related }) else { return [] }
    let scalars = scalarArray(article.text)
    return article.blocks.filter { $0.kind == .related }.compactMap { block in
      guard block.span.start >= 0, block.span.start < block.span.end, block.span.end <= scalars.count else { return nil }
      let text = string(scalars[block.span.start..<block.span.end])
      return HeadlineRef(
        span: block.span, text: text, key: HeadlineKey.fold(text), address: block.href.flatMap(HeadlineKey.normaliseURL))
    }
  }
}
