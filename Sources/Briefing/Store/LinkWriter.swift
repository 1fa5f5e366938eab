// Writes what an article's arrival changed among the links. A headline that has found its article keeps it: finding again
// only adds to what title and address told at once.

import GRDB

struct LinkWriter {
  private let db: Database

  init(_ db: Database) { self.db = db }

  func store(_ id: Int64, _ changes: LinkChanges, version: Int, _ writer: inout ArticleWriter) throws {
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
    let story = changes.story
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO story(id, name, articles) VALUES (?, ?, ?)")
      .execute(arguments: [story.id, story.name, story.size])
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO story_member(article, story) VALUES (?, ?)")
      .execute(arguments: [id, story.id])
    try db.cachedStatement(sql: "UPDATE article SET link_version = ? WHERE id = ?").execute(arguments: [version, id])
  }

  private func resolve(_ resolution: HeadlineResolution, _ writer: inout ArticleWriter) throws {
    let statement = try db.cachedStatement(sql: "SELECT outcome FROM headline_ref WHERE article = ? AND start = ?")
    let place: StatementArguments = [resolution.article, resolution.span.start]
    guard let outcome = try Int.fetchOne(statement, arguments: place), outcome != 1 else { return }
    try db.cachedStatement(sql: "DELETE FROM headline_candidate WHERE article = ? AND start = ?").execute(arguments: place)
    let update = try db.cachedStatement(
      sql: "UPDATE headline_ref SET outcome = ?, target = ?, reason = ? WHERE article = ? AND start = ?")
    switch resolution.outcome {
    case .found(let target, let reason): try update.execute(arguments: [1, target, reason] + place)
    case .missing: try update.execute(arguments: [0, nil, nil] + place)
    case .possible(let candidates):
      try update.execute(arguments: [2, nil, nil] + place)
      for candidate in candidates {
        try db.cachedStatement(
          sql: "INSERT OR REPLACE INTO headline_candidate(article, start, target, reasons, score) VALUES (?, ?, ?, ?, ?)"
        ).execute(arguments: place + [candidate.id, candidate.reasons.joined(separator: "\n"), candidate.score])
      }
    }
    try writer.countMissing(resolution.article)
  }
}
