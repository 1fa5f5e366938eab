// Finds free places in the list. Thousands of articles may ask for the same place (a day without clock times): the end of a
// crowded stretch is found by halving, once, and remembered while the import lasts.

import GRDB

struct PlaceFinder {
  private let db: Database
  private let statements: ArticleStatements
  /// Places given out that may not be in the table yet.
  private var given: Set<Int64> = []
  /// Where the search for a place that was asked for before goes on.
  private var next: [Int64: Int64] = [:]
  private var undated: Int64?

  init(_ db: Database, _ statements: ArticleStatements) {
    self.db = db
    self.statements = statements
  }

  /// A free place: the wanted one or the next above it; for nil one above all undated articles.
  mutating func place(for wanted: Int64?) throws -> Int64 {
    guard let wanted else {
      let last = try undated ?? lastUndated()
      undated = last + 1
      given.insert(last + 1)
      return last + 1
    }
    var place = next[wanted] ?? wanted
    while true {
      if given.contains(place) {
        place += 1
      } else if try isTaken(place) {
        place = try endOfRun(from: place)
      } else {
        break
      }
    }
    given.insert(place)
    next[wanted] = place + 1
    // Forgetting costs time only.
    if next.count > 20_000 { next.removeAll(keepingCapacity: true) }
    return place
  }

  /// Forgets the places that are in the table by now.
  mutating func settle() { given.removeAll(keepingCapacity: true) }

  private func lastUndated() throws -> Int64 {
    let statement = try db.cachedStatement(sql: "SELECT max(list_key) FROM article WHERE list_key < ?")
    return try Int64.fetchOne(statement, arguments: [ListKey.firstDated]) ?? 0
  }

  private func isTaken(_ place: Int64) throws -> Bool {
    let statement = try statements[.place]
    statement.bind(place)
    return try statement.first() != nil
  }

  /// The first place from here on that the table has free.
  private func endOfRun(from place: Int64) throws -> Int64 {
    let statement = try db.cachedStatement(sql: "SELECT count(*) FROM article WHERE list_key BETWEEN ? AND ?")
    // All of place..<place + full are taken; place + free is not the end of a full stretch.
    var full: Int64 = 1
    var step: Int64 = 1
    while try Int64.fetchOne(statement, arguments: [place + full, place + full + step - 1]) == step {
      full += step
      step *= 2
    }
    while step > 1 {
      step /= 2
      if try Int64.fetchOne(statement, arguments: [place + full, place + full + step - 1]) == step { full += step }
    }
    return place + full
  }
}
