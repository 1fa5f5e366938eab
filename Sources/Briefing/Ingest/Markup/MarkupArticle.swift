// From the lines of a body to an article: the rules for plain text say what each line is, the links say where headlines lead.

enum MarkupArticle {
  /// The article of a piece of HTML with the fields of its head.
  static func article(html: String, base: String?, head: Head) -> Article {
    article(MarkupLines.read(html, base: base), head: head)
  }

  /// The article of lines.
  static func article(_ lines: [MarkupLine], head: Head) -> Article {
    var scalars: [Unicode.Scalar] = []
    for line in lines {
      if !scalars.isEmpty { scalars += ["\n", "\n"] }
      scalars += line.text.unicodeScalars
    }
    var builder = ArticleBuilder(scalars, Paragraphs.lines(of: scalars), from: 0, head: head)
    builder.findsTitleLine = false
    var article = builder.article()
    mark(&article, by: lines)
    return article
  }

  /// Gives blocks what the markup says of them: headings, captions, and the targets of headlines.
  private static func mark(_ article: inout Article, by lines: [MarkupLine]) {
    let scalars = Array(article.text.unicodeScalars)
    var next = 0
    var prose = 0
    for i in article.blocks.indices {
      let span = article.blocks[i].span
      let text = string(scalars[span.start..<span.end])
      guard let found = lines[next...].firstIndex(where: { $0.text == text || $0.text.hasSuffix(text) }) else { continue }
      next = found + 1
      let line = lines[found]
      let kind = article.blocks[i].kind
      if MarkupPhrases.isPromo(text) {
        article.blocks[i].kind = .promo
      } else if line.kind == .heading, kind == .prose, line.href == nil {
        article.blocks[i].kind = .heading
      } else if line.kind == .caption, kind == .prose {
        article.blocks[i].kind = .caption
      } else if let href = line.href, isWeb(href), kind == .prose || kind == .heading || kind == .related, span.count >= 20,
        kind == .related || line.isStrong && prose > 0
      {
        // A strong line that is one link, between paragraphs: the headline of another article.
        article.blocks[i].kind = .related
      }
      if article.blocks[i].kind == .related, let href = line.href, isWeb(href) { article.blocks[i].href = href }
      if article.blocks[i].kind == .prose { prose += 1 }
      if next >= lines.count { break }
    }
    article.blocks = PlainText.numbered(article.blocks)
  }

  private static func isWeb(_ address: String) -> Bool { address.hasPrefix("https://") || address.hasPrefix("http://") }
}

/// What feeds and newsletters add to the text of others: lines that speak of the feed, not of the news.
enum MarkupPhrases {
  /// Whether the line is such a line.
  static func isPromo(_ line: String) -> Bool {
    guard line.utf8.count <= 240 else { return false }
    let lower = line.lowercased().trimmed
    if whole.contains(lower.filter { $0.isLetter || $0 == " " }.trimmed) { return true }
    if starts.contains(where: { lower.hasPrefix($0.0) && (lower.contains($0.1) || $0.1.isEmpty) }) { return true }
    return anywhere.contains { lower.contains($0) }
  }

  private static let whole: Set<String> = [
    "read more", "continue reading", "read full story", "read the full story", "full story", "read full article",
    "read the full article",
    "comments", "view comments", "leave a comment", "permalink", "more", "link comments", "share", "share this", "forward",
    "tweet",
    "unsubscribe", "view in browser", "view online", "view this email in your browser", "view this email online",
    "manage preferences",
    "update your preferences", "manage your subscription", "privacy policy", "subscribe", "subscribe now", "sign up",
    "advertisement",
    "forward to a friend", "unsubscribe from this list", "update subscription preferences", "upgrade to paid",
    "give a gift subscription",
    "get the app", "read in app", "start writing", "no longer want to receive these emails",
  ]

  /// How a line begins, and what it must hold besides.
  private static let starts: [(String, String)] = [
    ("the post ", "appeared first on"), ("continue reading ", "…"), ("continue reading ", "..."), ("continue reading at ", ""),
    ("unsubscribe: ", ""), ("unsubscribe ", "http"), ("to unsubscribe", ""), ("to stop receiving", ""),
    ("you are receiving this", ""),
    ("you're receiving this", ""), ("you received this", ""), ("you have received this", ""), ("this email was sent to", ""),
    ("this message was sent to", ""), ("if you no longer wish", ""), ("view this email", ""), ("view in your browser", ""),
    ("having trouble viewing", ""), ("trouble viewing", ""), ("click here to unsubscribe", ""), ("click here to view", ""),
    ("manage your ", "preferences"), ("update your ", "preferences"), ("change your ", "preferences"),
    ("add us to your address book", ""),
    ("was this email forwarded", ""), ("forwarded this email?", ""), ("sign up for ", "newsletter"), ("view web version", ""),
    ("view the web version", ""), ("read online:", ""), ("view online:", ""), ("manage subscription", ""),
  ]

  private static let anywhere = [
    "unsubscribe here", "click here to unsubscribe", "unsubscribe from this", "unsubscribe at any time",
  ]
}
