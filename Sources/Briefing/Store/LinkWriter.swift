// Writes what an article's arrival changed among the links. A headline that has found its article by title or address keeps
// it; one that found it by words keeps its candidates beside it, by which it is known, and gives way to a better one.

import GRDB

struct LinkWriter {
  private let db: Database
  private var copies: CopyWriter

  init(_ db: Database) {
    self.db = db
    copies = CopyWriter(db)
  }

  /// To be called before the transaction ends.
  mutating func finish() throws { try copies.finish() }

  mutating func store(_ id: Int64, _ changes: LinkChanges, version: Int, _ writer: inout ArticleWriter) throws {
    try forget(id)
    for resolution in changes.headlines + changes.olderHeadlines { try resolve(resolution, &writer) }
    for entry in changes.dropped {
      try db.cachedStatement(sql: "DELETE FROM similar WHERE article = ? AND other = ?")
        .execute(arguments: [entry.of, entry.to])
    }
    for entry in changes.similar {
      try db.cachedStatement(sql: "INSERT OR REPLACE INTO similar(article, other, score, reasons) VALUES (?, ?, ?, ?)")
        .execute(arguments: [entry.of, entry.to, entry.score, entry.reasons.joined(separator: "\n")])
    }
    for pair in changes.duplicates {
      for (one, other) in [(pair.newer, pair.older), (pair.older, pair.newer)] {
        try db.cachedStatement(sql: "INSERT OR REPLACE INTO duplicate(article, other, share) VALUES (?, ?, ?)")
          .execute(arguments: [one, other, pair.containment])
      }
    }
    if !changes.duplicates.isEmpty { try copies.touch(id) }
    try StoryMover(db, arrival: id).store(changes)
    try db.cachedStatement(sql: "UPDATE article SET link_version = ?, agency = ifnull(?, agency) WHERE id = ?")
      .execute(arguments: [version, changes.agency, id])
  }

  /// What an earlier version of the article left: its lists, its entries in others, its place in a story.
  private mutating func forget(_ id: Int64) throws {
    let member = try db.cachedStatement(sql: "SELECT story FROM story_member WHERE article = ?")
    guard let story = try Int64.fetchOne(member, arguments: [id]) else { return }
    try copies.touch(id)
    for table in ["similar", "duplicate"] {
      let others = try db.cachedStatement(sql: "SELECT other FROM \(table) WHERE article = ?")
      for other in try Int64.fetchAll(others, arguments: [id]) {
        try db.cachedStatement(sql: "DELETE FROM \(table) WHERE article = ? AND other = ?").execute(arguments: [other, id])
      }
      try db.cachedStatement(sql: "DELETE FROM \(table) WHERE article = ?").execute(arguments: [id])
    }
    for table in ["story_member", "story_moved"] {
      try db.cachedStatement(sql: "DELETE FROM \(table) WHERE article = ?").execute(arguments: [id])
    }
    try db.cachedStatement(sql: "UPDATE story SET articles = articles - 1 WHERE id = ?").execute(arguments: [story])
    try db.cachedStatement(sql: "DELETE FROM story WHERE id = ? AND articles <= 0").execute(arguments: [story])
  }

  private func resolve(_ resolution: HeadlineResolution, _ writer: inout ArticleWriter) throws {
    let place: StatementArguments = [resolution.article, resolution.span.start]
    guard try isOpen(place) else { return }
    try db.cachedStatement(sql: "DELETE FROM headline_candidate WHERE article = ? AND start = ?").execute(arguments: place)
    let update = try db.cachedStatement(
      sql: "UPDATE headline_ref SET outcome = ?, target = ?, reason = ? WHERE article = ? AND start = ?")
    switch resolution.outcome {
    case .found(let target, let reason): try update.execute(arguments: [1, target, reason] + place)
    case .foundByWords(let candidates):
      guard let first = candidates.first else { return }
      try update.execute(arguments: [1, first.id, first.reasons.joined(separator: "; ")] + place)
      try store(candidates, place)
    case .missing: try update.execute(arguments: [0, nil, nil] + place)
    case .possible(let candidates):
      try update.execute(arguments: [2, nil, nil] + place)
      try store(candidates, place)
    }
    try writer.countMissing(resolution.article)
  }

  /// Whether something better may still take the headline's place: nothing was found, or by words alone, or the reader
  /// refused it.
  private func isOpen(_ place: StatementArguments) throws -> Bool {
    let statement = try db.cachedStatement(
      sql: "SELECT 1 FROM headline_ref r WHERE r.article = ? AND r.start = ? AND \(ArticleWriter.isOpen)")
    return try Int.fetchOne(statement, arguments: place) != nil
  }

  private func store(_ candidates: [HeadlineResolution.Candidate], _ place: StatementArguments) throws {
    for candidate in candidates {
      try db.cachedStatement(
        sql: "INSERT OR REPLACE INTO headline_candidate(article, start, target, reasons, score) VALUES (?, ?, ?, ?, ?)"
      ).execute(arguments: place + [candidate.id, candidate.reasons.joined(separator: "\n"), candidate.score])
    }
  }
}
