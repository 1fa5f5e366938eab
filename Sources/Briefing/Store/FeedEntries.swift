// Which entries of a feed are new. An entry is recognised by its guid, else by its link, else by what it says; one that was
// ever seen is never new again, whatever became of its article.

import Foundation
import GRDB

/// An entry as it arrives: what it may be recognised by, and the article in it.
public struct IncomingEntry: Hashable, Sendable {
  public var guid: String?
  public var link: String?
  public var article: Article
  /// The entry's fields, and what was left out of its body.
  public var notes: SourceNotes?

  public init(guid: String?, link: String?, article: Article, notes: SourceNotes? = nil) {
    self.guid = guid
    self.link = link
    self.article = article
    self.notes = notes
  }

  /// The fingerprint of what it says.
  var content: Int64 { ContentHash.number(of: (article.title?.text ?? "") + "\n" + article.text) }
}

/// What an entry is to the archive.
public enum EntryState: Hashable, Sendable {
  case new
  /// Seen before under the row, with an article that this feed owns, and what it says (or its address) has changed.
  case changed(row: Int64, article: Int64)
  /// Seen before; what it says has not changed, or its article is not this feed's to change. Its names may have.
  case known(row: Int64)
  /// The document has it twice.
  case twin
}

/// The entries of a document beside what is known of them.
public struct EntryPlan: Hashable, Sendable {
  /// One for each entry, in order.
  public var states: [EntryState]
  /// The guids by which the entries are kept; a guid that stands twice in one document is no name by itself.
  let guids: [String?]
  let links: [String?]
}

extension Archive {
  /// Compares a feed's entries with those seen before.
  public func plan(_ entries: [IncomingEntry], feed: Int64) throws(StoreError) -> EntryPlan {
    try read { db in try EntryMatcher(db, feed: feed).plan(entries) }
  }
}

struct EntryMatcher {
  private let db: Database
  private let feed: Int64

  init(_ db: Database, feed: Int64) {
    self.db = db
    self.feed = feed
  }

  private struct Known {
    var row: Int64
    var guid: String?
    var link: String?
    var content: Int64
    var article: Int64?
    var isOwner: Bool
  }

  func plan(_ entries: [IncomingEntry]) throws -> EntryPlan {
    let links = entries.map { $0.link.map { HeadlineKey.normaliseURL($0) ?? $0 } }
    let uses = Dictionary(entries.compactMap(\.guid).map { ($0, 1) }, uniquingKeysWith: +)
    let guids = zip(entries, links).map { entry, link in
      entry.guid.map { uses[$0] == 1 ? $0 : "\($0)\n\(link ?? "")\n\(entry.article.title?.text ?? "")" }
    }
    let present = Set(guids.compactMap { $0 })
    let linkUses = Dictionary(links.compactMap { $0 }.map { ($0, 1) }, uniquingKeysWith: +)
    var taken: Set<Int64> = []
    var seen: Set<String> = []
    var states: [EntryState] = []
    for (index, entry) in entries.enumerated() {
      let content = entry.content
      // A guid is a name of its own; without one, the same link and the same words are the same entry.
      let name = guids[index] ?? "\n\(links[index] ?? "")\n\(content)"
      guard seen.insert(name).inserted else {
        states.append(.twin)
        continue
      }
      var known = try guids[index].flatMap { try find("guid", $0).first }
      // A known entry whose guid still stands in the document is another one.
      func isFree(_ known: Known) -> Bool { !taken.contains(known.row) && !(known.guid.map(present.contains) ?? false) }
      if known == nil, let link = links[index], linkUses[link] == 1 { known = try find("link", link).first(where: isFree) }
      if known == nil, !entry.article.text.isEmpty { known = try find("content", content).first(where: isFree) }
      guard let known else {
        states.append(.new)
        continue
      }
      taken.insert(known.row)
      let isOther = known.content != content || links[index] != nil && known.link != links[index]
      if let article = known.article, known.isOwner, isOther {
        states.append(.changed(row: known.row, article: article))
      } else {
        states.append(.known(row: known.row))
      }
    }
    return EntryPlan(states: states, guids: guids, links: links)
  }

  private func find(_ column: String, _ value: any DatabaseValueConvertible) throws -> [Known] {
    let statement = try db.cachedStatement(
      sql:
        "SELECT id, guid, link, content, article, is_owner FROM feed_entry WHERE feed = ? AND \(column) = ? ORDER BY id DESC LIMIT 8"
    )
    return try Row.fetchAll(statement, arguments: [feed, value]).map {
      Known(row: $0[0], guid: $0[1], link: $0[2], content: $0[3], article: $0[4], isOwner: $0[5])
    }
  }
}
