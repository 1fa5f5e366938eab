// The related pane's three lists, with what the reader decided about links.

import GRDB

struct RelatedReading {
  private let db: Database
  static let pinned = "set by you"

  init(_ db: Database) { self.db = db }

  func related(of id: Int64) throws -> RelatedLinks {
    RelatedLinks(headlines: try headlines(of: id), backlinks: try backlinks(of: id), similar: try similar(to: id))
  }

  private func headlines(of id: Int64) throws -> [HeadlineLink] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT start, "end", text, key, outcome, target, reason FROM headline_ref WHERE article = ? ORDER BY start
        """)
    return try Row.fetchAll(statement, arguments: [id]).map { row in
      HeadlineLink(span: Span(row[0], row[1]), text: row[2], state: try state(of: row, in: id))
    }
  }

  private func state(of row: Row, in id: Int64) throws -> HeadlineLink.State {
    let decisions = try db.cachedStatement(
      sql: "SELECT target, is_accepted FROM link_decision WHERE article = ? AND key = ?")
    var rejected: Set<Int64> = []
    for decision in try Row.fetchAll(decisions, arguments: [id, row[3] as String]) {
      if decision[1], let target = try target(decision[0]) { return .found(target, reason: RelatedReading.pinned) }
      rejected.insert(decision[0])
    }
    let outcome: Int = row[4]
    if outcome == 1, let found: Int64 = row[5], !rejected.contains(found), let target = try target(found) {
      return .found(target, reason: row[6] ?? "")
    }
    let statement = try db.cachedStatement(
      sql: """
        SELECT target, reasons FROM headline_candidate WHERE article = ? AND start = ? ORDER BY score DESC, target
        """)
    let candidates = try Row.fetchAll(statement, arguments: [id, row[0] as Int]).compactMap { candidate in
      let other: Int64 = candidate[0]
      return rejected.contains(other)
        ? nil : try target(other).map { HeadlineLink.Candidate(target: $0, reasons: RelatedReading.reasons(candidate[1])) }
    }
    return candidates.isEmpty ? .missing : .possible(candidates)
  }

  /// Articles whose headlines mean this one, the newest first.
  private func backlinks(of id: Int64) throws -> [LinkTarget] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT \(RowReading.columns) FROM article a WHERE a.id IN (
          SELECT r.article FROM headline_ref r WHERE r.target = ? AND r.outcome = 1 AND NOT EXISTS (
            SELECT 1 FROM link_decision d WHERE d.article = r.article AND d.key = r.key
              AND (d.is_accepted = 1 OR d.target = r.target))
          UNION
          SELECT r.article FROM link_decision d JOIN headline_ref r ON r.article = d.article AND r.key = d.key
          WHERE d.target = ? AND d.is_accepted = 1)
        ORDER BY a.list_key DESC LIMIT 200
        """)
    return try Row.fetchAll(statement, arguments: [id, id]).map(RowReading.target)
  }

  private func similar(to id: Int64) throws -> [SimilarLink] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT \(RowReading.columns), s.reasons, s.score FROM similar s JOIN article a ON a.id = s.other
        WHERE s.article = ? ORDER BY s.score DESC, a.list_key DESC LIMIT 20
        """)
    return try Row.fetchAll(statement, arguments: [id]).map { row in
      SimilarLink(target: RowReading.target(row), reasons: RelatedReading.reasons(row[13]), score: row[14])
    }
  }

  private func target(_ id: Int64) throws -> LinkTarget? {
    let statement = try db.cachedStatement(sql: "SELECT \(RowReading.columns) FROM article a WHERE a.id = ?")
    return try Row.fetchOne(statement, arguments: [id]).map(RowReading.target)
  }

  static func reasons(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }
}
