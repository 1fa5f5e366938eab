// The list of subscriptions as OPML: every outline is kept with all its attributes, and feeds are joined to theirs.

import Foundation
import GRDB

/// What came of a list of feeds.
public struct ListOutcome: Hashable, Sendable {
  public var new: [String] = []
  public var known = 0
  /// What is no feed that can be fetched, and why.
  public var refused: [Refusal] = []

  public struct Refusal: Hashable, Sendable {
    public var what: String
    public var why: String

    public init(_ what: String, _ why: String) {
      self.what = what
      self.why = why
    }
  }

  public init() {}
}

extension Archive {
  /// Subscribes to every feed of a list and keeps its outlines. Importing a list again changes nothing.
  public func importList(_ list: OPML, time: Int) throws(StoreError) -> ListOutcome {
    var outcome = ListOutcome()
    var feeds: [String: Int64] = [:]
    for (outline, folders) in list.feeds {
      guard let written = outline.feedURL else { continue }
      let url: String
      do throws(FetchError) {
        url = try FetchAddress(written).text
      } catch {
        outcome.refused.append(.init(written, error.words))
        continue
      }
      var settings: FeedSettings?
      if let category = outline["category"], !category.isEmpty {
        settings = FeedSettings()
        _ = settings?.set("tags", to: category)
      }
      let known = try subscription(url: url)
      let (id, isNew) = try subscribe(
        url: url, title: outline.name.map(Sanitize.line),
        site: outline["htmlUrl"].flatMap { $0.isEmpty ? nil : Sanitize.line($0) },
        folder: folders.map(Sanitize.line).joined(separator: "/"), settings: known == nil ? settings : nil, time: time)
      feeds[written] = id
      if isNew { outcome.new.append(url) } else { outcome.known += 1 }
    }
    try write { db in
      try Archive.keep(list.outlines, under: nil, feeds, db)
      if try String.fetchOne(db, sql: "SELECT value FROM setting WHERE key = 'opml-head'") == nil {
        try Archive.set("opml-head", Archive.packed(list.head), db)
        try Archive.set("opml-root", Archive.packed(list.attributes), db)
      }
    }
    return outcome
  }

  /// Subscribes to every feed of newsboat's list.
  public func importURLs(
    _ list: (entries: [NewsboatURLs.Entry], refused: [NewsboatURLs.Refusal]), time: Int
  ) throws(StoreError) -> ListOutcome {
    var outcome = ListOutcome()
    for entry in list.entries {
      guard let url = try? FetchAddress(entry.url).text else { continue }
      var settings = FeedSettings()
      settings.tags = entry.tags
      settings.title = entry.title
      let isKnown = try subscription(url: url) != nil
      let isNew = try subscribe(url: url, settings: isKnown ? nil : settings, time: time).isNew
      if isNew { outcome.new.append(url) } else { outcome.known += 1 }
    }
    outcome.refused = list.refused.map { .init("line \($0.line): \($0.text)", $0.why) }
    return outcome
  }

  /// The subscriptions as a list, with everything that lists which were imported said of them.
  public func exportList() throws(StoreError) -> OPML {
    let subscriptions = try subscriptions()
    let feeds = Dictionary(subscriptions.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    return try read { db in
      var list = OPML()
      if let head = try String.fetchOne(db, sql: "SELECT value FROM setting WHERE key = 'opml-head'") {
        list.head = Archive.fields(head)
      }
      if let root = try String.fetchOne(db, sql: "SELECT value FROM setting WHERE key = 'opml-root'") {
        list.attributes = Archive.fields(root)
      }
      var placed: Set<Int64> = []
      list.outlines = try Archive.outlines(under: nil, feeds, &placed, db)
      for feed in subscriptions where !placed.contains(feed.id) {
        var outline = OPML.Outline(attributes: [.init("type", "rss"), .init("text", feed.name), .init("title", feed.name)])
        outline["xmlUrl"] = feed.url
        outline["htmlUrl"] = feed.site
        if !feed.settings.tags.isEmpty { outline["category"] = feed.settings.tags.joined(separator: ",") }
        list.outlines.append(outline)
      }
      return list
    }
  }

  /// Keeps outlines, those that stand there already once.
  private static func keep(
    _ outlines: [OPML.Outline], under parent: Int64?, _ feeds: [String: Int64], _ db: Database
  ) throws {
    // What stands there: by all it says, and folders by their name. A list may have two folders of one name: each outline
    // takes one that stands, so that both are kept and the list, read again, adds nothing.
    var standing: [String: [Int64]] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT id, attributes FROM outline WHERE parent IS ? ORDER BY id", arguments: [parent])
    {
      standing[row[1], default: []].append(row[0])
      if let folder = folder(OPML.Outline(attributes: fields(row[1]))) { standing[folder, default: []].append(row[0]) }
    }
    var taken: Set<Int64> = []
    func free(_ key: String) -> Int64? { standing[key]?.first { !taken.contains($0) } }
    for outline in outlines {
      let attributes = packed(outline.attributes)
      let same = free(attributes) ?? (outline.children.isEmpty ? nil : folder(outline).flatMap(free))
      let feed = outline.feedURL.flatMap { feeds[$0] }
      let id: Int64
      if let same {
        id = same
      } else {
        try db.execute(
          sql: "INSERT INTO outline(parent, attributes, feed) VALUES (?, ?, ?)", arguments: [parent, attributes, feed])
        id = db.lastInsertedRowID
      }
      taken.insert(id)
      try keep(outline.children, under: id, feeds, db)
    }
  }

  /// The key of a folder beside those of its siblings.
  private static func folder(_ outline: OPML.Outline) -> String? {
    outline.feedURL == nil ? outline.name.map { "folder " + $0 } : nil
  }

  private static func outlines(
    under parent: Int64?, _ feeds: [Int64: Subscription], _ placed: inout Set<Int64>, _ db: Database
  ) throws -> [OPML.Outline] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT id, attributes, feed FROM outline WHERE parent IS ? ORDER BY id", arguments: [parent])
    return try rows.map { row in
      var outline = OPML.Outline(attributes: fields(row[1]))
      if let feed = (row[2] as Int64?).flatMap({ feeds[$0] }) {
        placed.insert(feed.id)
        if (try? FetchAddress(outline.feedURL ?? ""))?.text != feed.url { outline["xmlUrl"] = feed.url }
        if let title = feed.settings.title {
          outline["title"] = title
          outline["text"] = title
        }
        let tags = feed.settings.tags.joined(separator: ",")
        if outline["category"] == nil, !tags.isEmpty { outline["category"] = tags }
      }
      outline.children = try outlines(under: row[0], feeds, &placed, db)
      return outline
    }
  }

  private static func set(_ key: String, _ value: String, _ db: Database) throws {
    try db.execute(sql: "INSERT OR REPLACE INTO setting(key, value) VALUES (?, ?)", arguments: [key, value])
  }

  /// Names and values, in turn, as a JSON array.
  private static func packed(_ fields: [OPML.Field]) -> String {
    "[" + fields.flatMap { [$0.name, $0.value] }.map(JSONText.quoted).joined(separator: ",") + "]"
  }

  private static func fields(_ packed: String) -> [OPML.Field] {
    let values = (try? JSONValue(parsing: Array(packed.utf8)))?.strings ?? []
    return stride(from: 0, to: values.count - 1, by: 2).map { OPML.Field(values[$0], values[$0 + 1]) }
  }
}
