// `feed:`: the articles that came with a subscription, named by its number, a part of its name, or its address.

import GRDB

extension FilterCompiler {
  func feed(_ value: String) throws -> Condition {
    let ids = try feeds(value)
    guard !ids.isEmpty else { return .never }
    return Condition(
      sql: """
        \(Condition.key) IN (SELECT f.list_key FROM feed_entry e JOIN article f ON f.id = e.article
          WHERE e.feed IN (\(FilterCompiler.marks(ids.count))))
        """, arguments: StatementArguments(ids), needsRow: false)
  }

  private func feeds(_ value: String) throws -> [Int64] {
    let rows = try Row.fetchAll(db, sql: "SELECT id, ifnull(own_title, ifnull(title, '')), url FROM feed")
    if let id = Int64(value), rows.contains(where: { $0[0] == id }) { return [id] }
    let wanted = FilterCompiler.prefix(value).0.lowercased()
    return rows.filter { ($0[1] as String).lowercased().contains(wanted) || ($0[2] as String).lowercased() == wanted }.map {
      $0[0]
    }
  }
}
