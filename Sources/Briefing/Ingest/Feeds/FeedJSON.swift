// A feed as `wireroom parse --json` prints it: one line, with the names of the measuring interface.

public enum FeedJSON {
  /// The line of a feed read from `file`; `id` is JSON text and is echoed as it came.
  public static func parseLine(_ feed: Feed, file: String, id: String? = nil) -> JSONText {
    var json = JSONText()
    json.beginParsed(file: file, id: id)
    json.key("feed")
    json.beginObject()
    json.member("title", feed.title?.plain)
    json.member("description", feed.description?.plain)
    json.member("link", feed.link)
    json.member("id", feed.id)
    json.member("language", feed.language)
    json.member("published", feed.published?.isoDay)
    json.member("updated", feed.updated?.isoDay)
    json.people(feed.people)
    json.member("copyright", feed.copyright?.plain)
    json.member("image", feed.image ?? feed.description?.picture)
    json.member("categories", feed.categories)
    json.member("generator", feed.generator)
    json.endObject()
    json.key("entries")
    json.beginArray()
    for entry in feed.entries { json.entry(entry) }
    json.endArray()
    json.member("issues", feed.issues)
    json.endObject()
    return json
  }
}

extension JSONText {
  fileprivate mutating func people(_ people: [FeedPerson]) {
    member("author", people.first?.words)
    member("author_email", people.first?.email)
    member("authors", people.compactMap(\.name))
  }

  fileprivate mutating func entry(_ entry: FeedEntry) {
    beginObject()
    member("title", entry.title?.plain)
    member("link", entry.link)
    member("id", entry.id)
    member("published", entry.published?.isoDay)
    member("updated", entry.updated?.isoDay)
    people(entry.people)
    let content = entry.content?.plain
    member("summary", entry.summary == entry.content ? content : entry.summary?.plain)
    member("content", content)
    member("categories", entry.categories)
    var links = entry.content?.links ?? []
    if entry.summary != entry.content { links += entry.summary?.links ?? [] }
    member("hrefs", links)
    key("enclosures")
    beginArray()
    for enclosure in entry.enclosures {
      beginObject()
      member("url", enclosure.url)
      member("type", enclosure.type)
      member("length", enclosure.length)
      endObject()
    }
    endArray()
    member("comments", entry.comments)
    member("copyright", entry.copyright?.plain)
    member("image", entry.image ?? entry.content?.picture ?? entry.summary?.picture)
    member("source", entry.source)
    endObject()
  }
}

extension DateStamp {
  /// ISO 8601 with a whole date, for readers that know no shorter one.
  fileprivate var isoDay: String { precision == .year || precision == .month ? date.iso : iso }
}
