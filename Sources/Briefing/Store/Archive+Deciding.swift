// What a reader decides: kept apart from everything that is derived, and undone by deciding again what was before.

import Foundation
import GRDB

extension Archive {
  /// Marks articles read or unread. Each of these returns how it was before, for `undo`; ids that are gone are passed over.
  public func setRead(_ ids: [Int64], _ read: Bool) throws(StoreError) -> Change {
    try decide(ids, read ? "marked read" : "marked unread") { _ in .read(read) }
  }

  public func setStarred(_ ids: [Int64], _ starred: Bool) throws(StoreError) -> Change {
    try decide(ids, starred ? "starred" : "no longer starred") { _ in .starred(starred) }
  }

  /// Adds a tag; white space around it goes. An empty tag changes nothing.
  public func addTag(_ ids: [Int64], _ tag: String) throws(StoreError) -> Change {
    let tag = Sanitize.line(tag)
    return try decide(tag.isEmpty ? [] : ids, "tagged “\(tag)”") { _ in .tag(tag, true) }
  }

  public func removeTag(_ ids: [Int64], _ tag: String) throws(StoreError) -> Change {
    let tag = Sanitize.line(tag)
    return try decide(tag.isEmpty ? [] : ids, "no longer tagged “\(tag)”") { _ in .tag(tag, false) }
  }

  /// Gives articles a publication date, which moves them in the list; nil brings back the source's own.
  /// Their analysis is outdated then: dates in the text are resolved against the publication date.
  public func setDate(_ ids: [Int64], _ date: DateStamp?) throws(StoreError) -> Change {
    try decide(ids, date.map { "dated \($0.iso)" } ?? "dated as the source has it") { _ in .date(date) }
  }

  /// Gives an article a title; nil brings back the source's own.
  public func setTitle(_ id: Int64, _ title: String?) throws(StoreError) -> Change {
    let title = title.map(Sanitize.line).flatMap { $0.isEmpty ? nil : $0 }
    return try decide([id], title == nil ? "titled as the source has it" : "titled") { _ in .title(title) }
  }

  /// Names the publisher; nil brings back the source's own word.
  public func setSource(_ ids: [Int64], _ source: String?) throws(StoreError) -> Change {
    let source = source.map(Sanitize.line).flatMap { $0.isEmpty ? nil : $0 }
    return try decide(ids, source.map { "from \($0)" } ?? "from what the source says") { _ in .source(source) }
  }

  /// Says that a headline in an article means the target, whatever the matcher says.
  public func pinLink(in id: Int64, headline: String, to target: Int64) throws(StoreError) -> Change {
    try decide([id], "linked") { _ in .link(key: HeadlineKey.fold(headline), target: target, accepted: true) }
  }

  /// Says that a headline in an article does not mean the target.
  public func rejectLink(in id: Int64, headline: String, to target: Int64) throws(StoreError) -> Change {
    try decide([id], "link rejected") { _ in .link(key: HeadlineKey.fold(headline), target: target, accepted: false) }
  }

  /// Brings back the state before a change; returns the change that redoes it.
  public func undo(_ change: Change) throws(StoreError) -> Change {
    try decide(change.items.reversed(), words: change.what, isUndo: true)
  }

  private func decide(
    _ ids: [Int64], _ words: String, _ value: (Int64) -> Change.Value
  ) throws(StoreError) -> Change {
    var seen: Set<Int64> = []
    let items = ids.filter { seen.insert($0).inserted }.map { Change.Item(article: $0, value: value($0)) }
    return try decide(items, words: words, isUndo: false)
  }

  /// Decides each item in one transaction and returns what was before, without what was so already.
  private func decide(_ items: [Change.Item], words: String, isUndo: Bool) throws(StoreError) -> Change {
    try write { db in
      var writer = try DecisionWriter(db)
      var before: [Change.Item] = []
      for item in items {
        if let old = try writer.decide(item) { before.append(Change.Item(article: item.article, value: old)) }
      }
      try writer.finish()
      let count = Set(before.map(\.article)).count
      let what = isUndo ? words : "\(count) \(count == 1 ? "article" : "articles") \(words)"
      return Change(what: what, items: before)
    }
  }
}
