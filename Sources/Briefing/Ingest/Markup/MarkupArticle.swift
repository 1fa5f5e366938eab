// From the body of an entry or a mail to an article: the fields of its head, the paragraphs of its body.

enum MarkupArticle {
  /// The article of a piece of HTML that is all content; relative links are resolved against `base`. What is no part of it is
  /// added to `leftOut`.
  static func article(html: String, base: String?, head: Head, leftOut: inout [SourceNotes.LeftOut]) -> Article {
    let body = PageBody.read(html, base: base)
    leftOut += body.leftOut.prefix(SourceNotes.pieceLimit)
    var article = ArticleBuilder.article(body.text, body.blocks, head: head)
    article.issues += body.issues
    finish(&article)
    return article
  }

  /// The article of a plain text; `targets` are addresses of headlines, by their letters and digits in lower case.
  static func article(plain: String, targets: [String: String] = [:], head: Head) -> Article {
    let scalars = scalarArray(Sanitize.text(plain))
    var builder = ArticleBuilder(scalars, Paragraphs.lines(of: scalars), from: 0, head: head)
    builder.findsTitleLine = false
    var article = builder.article()
    if !targets.isEmpty {
      let scalars = Array(article.text.unicodeScalars)
      for i in article.blocks.indices where article.blocks[i].kind == .related {
        article.blocks[i].href = targets[key(string(scalars[article.blocks[i].span.start..<article.blocks[i].span.end]))]
      }
    }
    finish(&article)
    return article
  }

  /// What two writings of one headline have in common.
  static func key(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }

  /// The headlines in a piece of HTML and where they lead.
  static func targets(inHTML html: String) -> [String: String] {
    let body = PageBody.read(html)
    let scalars = Array(body.text.unicodeScalars)
    var targets: [String: String] = [:]
    for block in body.blocks {
      guard let href = block.href else { continue }
      targets[key(string(scalars[block.span.start..<block.span.end]))] = href
    }
    return targets
  }

  /// Marks what speaks of the feed and not of the news, and leads counted links to their targets.
  private static func finish(_ article: inout Article) {
    let scalars = Array(article.text.unicodeScalars)
    for i in article.blocks.indices {
      let span = article.blocks[i].span
      if span.count <= 240, MarkupPhrases.isPromo(string(scalars[span.start..<span.end])) {
        article.blocks[i].kind = .promo
        article.blocks[i].href = nil
      }
      article.blocks[i].href = article.blocks[i].href.map(ClickCounter.target)
    }
    article.blocks = PlainText.numbered(article.blocks)
  }
}
