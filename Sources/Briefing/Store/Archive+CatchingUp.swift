// Catching up: a list is read down to a row. Where copies are folded a row is all that it stands for.

import GRDB

extension Archive {
  /// Marks a scope's articles as read from the top down to a list key; returns how it was before, for `undo`. Where copies
  /// are folded they go with their row, wherever they stand themselves: those of a row further down stay unread.
  public func setRead(
    _ scope: ListScope, grouping: ListGrouping = .none, downTo key: Int64
  ) throws(StoreError) -> Change {
    let query = scope.query.isEmpty ? "is:unread" : Archive.joined(scope.query, "is:unread")
    let ids: [Int64] = try search { db in
      let list = try QueryCompiler.compile(ListScope(query: scope.query), db).compiled
      var unread = try QueryCompiler.compile(ListScope(query: query), db).compiled
      guard !unread.isEmpty else { return [] }
      let isAbove = "\(Condition.key) >= ?"
      unread.conditions.append(
        grouping == .none
          ? Condition(sql: isAbove, arguments: [key], needsRow: false)
          : Condition(sql: "\(isAbove) OR a.id IN (SELECT article FROM text_copy)", arguments: [key]))
      let (from, _, wheres) = unread.source()
      let found = try Int64.fetchAll(db, sql: "SELECT a.id FROM \(from)\(wheres.sql)", arguments: wheres.arguments)
      guard grouping != .none else { return found }
      var rows = GroupedReading(list, .copies, db)
      return try rows.unread(with: found, downTo: key)
    }
    return try setRead(ids, true)
  }
}
