// JSON Feed 1.0 and 1.1 (jsonfeed.org).

enum JSONFeed {
  /// The feed of a JSON value; nil where it is none.
  static func read(_ value: JSONValue, base: String?) -> Feed? {
    let version = value["version"]?.string ?? ""
    guard case .array(let items)? = value["items"] ?? (version.contains("jsonfeed") ? .array([]) : nil) else { return nil }
    guard version.contains("jsonfeed") || value["title"] != nil || value["feed_url"] != nil || value["home_page_url"] != nil
    else {
      return nil
    }
    func address(_ value: JSONValue?) -> String? {
      guard let text = value?.string, !text.isEmpty else { return nil }
      return FeedAddress.resolve(text, against: base)
    }
    var feed = Feed()
    feed.isFeed = true
    feed.title = text(value["title"])
    feed.description = text(value["description"])
    feed.link = address(value["home_page_url"])
    feed.id = address(value["feed_url"])
    feed.language = value["language"]?.string
    feed.image = address(value["icon"]) ?? address(value["favicon"])
    feed.people = people(value)
    for item in items.prefix(FeedReader.entryLimit) {
      var entry = FeedEntry()
      entry.id = item["id"]?.scalarText
      entry.link = address(item["url"]) ?? address(item["external_url"])
      entry.title = text(item["title"])
      entry.summary = text(item["summary"])
      entry.content = text(item["content_html"], isHTML: true, base: entry.link ?? base) ?? text(item["content_text"])
      entry.published = item["date_published"]?.string.flatMap(FeedDate.parse)
      entry.updated = item["date_modified"]?.string.flatMap(FeedDate.parse)
      entry.image = address(item["image"]) ?? address(item["banner_image"])
      entry.people = people(item)
      entry.language = item["language"]?.string
      entry.categories = (item["tags"]?.strings ?? []).map { $0.trimmed }.filter { !$0.isEmpty }
      if case .array(let files)? = item["attachments"] {
        entry.enclosures = files.prefix(64).compactMap { file in
          address(file["url"]).map {
            FeedEnclosure(url: $0, type: file["mime_type"]?.string, length: file["size_in_bytes"]?.scalarText)
          }
        }
      }
      entry.summary = entry.summary ?? entry.content
      feed.entries.append(entry)
    }
    if items.count > FeedReader.entryLimit {
      feed.issues.append(
        "The feed has more than \(FeedReader.entryLimit) entries; \(items.count - FeedReader.entryLimit) were passed over.")
    }
    feed.published = feed.entries.compactMap(\.published).max { $0.instant < $1.instant }
    feed.updated = feed.entries.compactMap(\.updated).max { $0.instant < $1.instant }
    return feed
  }

  private static func text(_ value: JSONValue?, isHTML: Bool = false, base: String? = nil) -> FeedText? {
    guard let source = value?.string, !source.trimmed.isEmpty else { return nil }
    return FeedText(String(source.prefix(FeedReader.textLimit)), isHTML: isHTML, base: base)
  }

  private static func people(_ value: JSONValue) -> [FeedPerson] {
    var people: [JSONValue] = []
    if case .array(let list)? = value["authors"] { people = list }
    if people.isEmpty, let one = value["author"] { people = [one] }
    return people.prefix(64).compactMap { person in
      let name = person["name"]?.string ?? person.string
      return name.flatMap { $0.trimmed.isEmpty ? nil : FeedPerson(parsing: $0) }
    }
  }
}
