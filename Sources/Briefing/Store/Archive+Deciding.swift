// What a reader decides: kept apart from everything that is derived, undone by value.

extension Archive {
  /// Marks articles read or unread. Each of these returns how it was before, for `undo`.
  public func setRead(_ ids: [Int64], _ read: Bool) throws(StoreError) -> Change { Change(what: "", items: []) }

  public func setStarred(_ ids: [Int64], _ starred: Bool) throws(StoreError) -> Change { Change(what: "", items: []) }

  public func addTag(_ ids: [Int64], _ tag: String) throws(StoreError) -> Change { Change(what: "", items: []) }

  public func removeTag(_ ids: [Int64], _ tag: String) throws(StoreError) -> Change { Change(what: "", items: []) }

  /// Gives articles a publication date, which moves them in the list; nil brings back the source's own.
  /// Their analysis is outdated then: dates in the text are resolved against the publication date.
  public func setDate(_ ids: [Int64], _ date: DateStamp?) throws(StoreError) -> Change { Change(what: "", items: []) }

  public func setTitle(_ id: Int64, _ title: String?) throws(StoreError) -> Change { Change(what: "", items: []) }

  public func setSource(_ ids: [Int64], _ source: String?) throws(StoreError) -> Change { Change(what: "", items: []) }

  /// Says that a headline in an article means the target, whatever the matcher says.
  public func pinLink(in id: Int64, headline: String, to target: Int64) throws(StoreError) -> Change {
    Change(what: "", items: [])
  }

  /// Says that a headline in an article does not mean the target.
  public func rejectLink(in id: Int64, headline: String, to target: Int64) throws(StoreError) -> Change {
    Change(what: "", items: [])
  }

  /// Brings back the state before a change; returns the change that redoes it.
  public func undo(_ change: Change) throws(StoreError) -> Change { Change(what: "", items: []) }
}
