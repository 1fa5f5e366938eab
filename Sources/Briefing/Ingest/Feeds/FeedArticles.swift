// Entries of a feed as articles. An entry brings its fields with it, so that nothing is looked for in its text.

extension Feed {
  /// An entry as an article, with what makes its guid unique.
  public struct Item: Sendable {
    public var article: Article
    /// Empty where the guid is unique by itself, or the feed's own address.
    public var scope: String
    /// The entry's fields, and what was left out of its body.
    public var notes: SourceNotes
  }

  /// The entries as articles, in the feed's order. An entry without text and title is left out, and so is one that is there
  /// twice; a guid that different entries have is completed by what tells them apart, whatever their order.
  public func articles() -> [Item] {
    let items = entries.compactMap { entry -> Item? in
      // The stump of an entry without a name would stay beside the whole one that comes later.
      if entry.isCut, entry.id == nil, entry.link == nil { return nil }
      guard var item = item(entry) else { return nil }
      if entry.isCut { item.article.issues.append("The feed broke off inside this entry.") }
      return item
    }
    // Each entry's names, from what it calls itself to all that it says. Those that say the same are one.
    let names = zip(items, items.map { $0.scope + "\n" }).map { item, scope in
      let titled = (item.article.externalID ?? "") + " " + (item.article.title?.text ?? "")
      let whole = titled + " " + String(ContentHash.number(of: item.article.text), radix: 16)
      return [item.article.externalID ?? JSONText.quoted(titled), JSONText.quoted(titled), JSONText.quoted(whole)]
        .map { (name: $0, key: scope + $0) }
    }
    var uses: [String: Int] = [:]
    for names in names { for key in Set(names.map(\.key)) { uses[key, default: 0] += 1 } }
    var seen: Set<String> = []
    return zip(items, names).compactMap { item, names in
      let chosen = names.first { uses[$0.key] == uses[names[2].key] } ?? names[2]
      guard seen.insert(chosen.key).inserted else { return nil }
      var item = item
      item.article.externalID = chosen.name
      if chosen.key != names[0].key { item.article.issues.append("Another entry of the feed has the same guid.") }
      return item
    }
  }

  private func item(_ entry: FeedEntry) -> Item? {
    var head = Head()
    head.title = entry.title.map { Sanitize.line($0.plain) }.flatMap { $0.isEmpty ? nil : $0 }
    head.source = entry.source ?? title.map { Sanitize.line($0.plain) }.flatMap { $0.isEmpty ? nil : $0 }
    head.authors = entry.people.compactMap { $0.name.map(Sanitize.line) }.filter { !$0.isEmpty && $0 != head.source }
    head.date = (entry.published ?? entry.updated)?.iso
    head.url = entry.link.flatMap { $0.hasPrefix("http") ? Sanitize.line($0) : nil }
    head.tags = entry.categories.map(Sanitize.line)
    head.language = entry.language ?? language
    var notes = SourceNotes(form: "entry", fields: entry.fields())
    var article = entry.article(head, leftOut: &notes.leftOut)
    if article.text.isEmpty {
      guard head.title != nil else { return nil }
      article.issues.append("The feed gives a headline and no text.")
    }
    if let id = entry.id ?? entry.link { article.externalID = JSONText.quoted(Feed.name(Sanitize.line(id))) }
    return Item(article: article, scope: scope(entry.id ?? entry.link), notes: notes)
  }

  /// A guid as entries are known by it; of one that no publisher needs so long the fingerprint.
  private static func name(_ guid: String) -> String {
    guard guid.utf8.count > 1_000 else { return guid }
    return "#" + ContentHash.of(Array(guid.utf8)).map { String($0, radix: 16) }.joined(separator: ".")
  }

  /// Addresses, tags and URNs name one thing in the world; other guids are unique in their feed.
  private func scope(_ guid: String?) -> String {
    let lower = (guid ?? "").prefix(8).lowercased()
    if ["http://", "https://", "tag:", "urn:"].contains(where: lower.hasPrefix) { return "" }
    return id ?? link ?? title?.plain ?? ""
  }
}

extension FeedEntry {
  /// The article of the longer of content and summary: some feeds have the whole text in the description and cut it short in
  /// the content.
  func article(_ head: Head, leftOut: inout [SourceNotes.LeftOut]) -> Article {
    var texts = [content, summary].compactMap { $0 }
    if texts.count > 1, texts[0] == texts[1] || texts[0].plain.utf8.count >= texts[1].plain.utf8.count { texts.removeLast() }
    guard let text = texts.last else { return MarkupArticle.article(plain: "", head: head) }
    // Atom says "text" of much that is HTML; readers are not shown tags for that.
    if text.isHTML || FeedText.looksLikeHTML(Array(text.source.utf8)) {
      return MarkupArticle.article(html: text.source, base: text.base ?? link, head: head, leftOut: &leftOut)
    }
    return MarkupArticle.article(plain: text.source, head: head)
  }

  /// What the entry says of itself, as given.
  func fields() -> [SourceNotes.Field] {
    let place = "the feed's entry"
    var fields: [SourceNotes.Field] = []
    func add(_ name: String, _ value: String?, isTaken: Bool) {
      if let value, !value.isEmpty { fields.append(SourceNotes.Field(name, value, place: place, isTaken: isTaken)) }
    }
    add("title", title?.plain, isTaken: true)
    add("published", published?.iso, isTaken: true)
    add("updated", updated?.iso, isTaken: published == nil)
    add("guid", id, isTaken: true)
    add("link", link, isTaken: true)
    add("authors", people.map(\.words).joined(separator: ", "), isTaken: true)
    add("source", source, isTaken: true)
    add("categories", categories.joined(separator: ", "), isTaken: true)
    if content != nil, summary != content { add("summary", summary.map { String($0.plain.prefix(600)) }, isTaken: false) }
    add("copyright", copyright?.plain, isTaken: false)
    add("comments", comments, isTaken: false)
    add("picture", image, isTaken: false)
    for enclosure in enclosures.prefix(16) { add("enclosure", enclosure.url, isTaken: false) }
    return fields
  }
}
