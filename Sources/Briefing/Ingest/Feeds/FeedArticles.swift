// Entries of a feed as articles. An entry brings its fields with it, so that nothing is looked for in its text.

extension Feed {
  /// An entry as an article, with what makes its guid unique.
  public struct Item: Sendable {
    public var article: Article
    /// Empty where the guid is unique by itself, or the feed's own address.
    public var scope: String
  }

  /// The entries as articles, in the feed's order. An entry without text and title is left out.
  public func articles() -> [Item] { entries.compactMap(item) }

  private func item(_ entry: FeedEntry) -> Item? {
    var head = Head()
    head.title = entry.title.map { Sanitize.line($0.plain) }.flatMap { $0.isEmpty ? nil : $0 }
    head.source = entry.source ?? title.map { Sanitize.line($0.plain) }.flatMap { $0.isEmpty ? nil : $0 }
    head.authors = entry.people.compactMap { $0.name.map(Sanitize.line) }.filter { !$0.isEmpty && $0 != head.source }
    head.date = (entry.published ?? entry.updated)?.iso
    head.url = entry.link.flatMap { $0.hasPrefix("http") ? Sanitize.line($0) : nil }
    head.tags = entry.categories.map(Sanitize.line)
    head.language = entry.language ?? language
    var article = MarkupArticle.article(entry.bodyLines(), head: head)
    if article.text.isEmpty {
      guard head.title != nil else { return nil }
      article.issues.append("The feed gives a headline and no text.")
    }
    if let id = entry.id ?? entry.link { article.externalID = JSONText.quoted(Sanitize.line(id)) }
    return Item(article: article, scope: scope(entry.id))
  }

  /// Addresses, tags and URNs name one thing in the world; other guids are unique in their feed.
  private func scope(_ guid: String?) -> String {
    guard let guid else { return "" }
    let lower = guid.prefix(8).lowercased()
    if ["http://", "https://", "tag:", "urn:"].contains(where: lower.hasPrefix) { return "" }
    return id ?? link ?? title?.plain ?? ""
  }
}

extension FeedEntry {
  /// The lines of the longer of content and summary; a summary that the content does not open with comes first.
  func bodyLines() -> [MarkupLine] {
    let main = lines(content)
    let short = lines(summary)
    if main.isEmpty { return short }
    if short.isEmpty || summary == content { return main }
    // Some feeds have the whole text in the description and a shortened one in the content.
    return length(short) > length(main) ? short : main
  }

  private func length(_ lines: [MarkupLine]) -> Int { lines.reduce(0) { $0 + $1.text.utf8.count } }

  private func lines(_ text: FeedText?) -> [MarkupLine] {
    guard let text else { return [] }
    // Atom says "text" of much that is HTML; readers are not shown tags for that.
    if text.isHTML || FeedText.looksLikeHTML(Array(text.source.utf8)) {
      return MarkupLines.read(text.source, base: text.base ?? link)
    }
    let scalars = Array(Sanitize.text(text.source).unicodeScalars)
    let lines = Paragraphs.lines(of: scalars)
    return Paragraphs.group(lines, in: scalars).map { group in
      MarkupLine(
        text: Sanitize.line(string(scalars[lines[group.lowerBound].lowerBound..<lines[group.upperBound - 1].upperBound])),
        kind: .text)
    }
  }
}
