// Counts that stand ready at any size: changed with what they count, in the same transaction.

import GRDB

enum Counter: String, CaseIterable {
  case articles, unread, starred, undated
  case missing
}

struct Counters {
  private var changes: [Counter: Int] = [:]

  mutating func add(_ counter: Counter, _ step: Int) { changes[counter, default: 0] += step }

  mutating func save(_ db: Database) throws {
    for (counter, step) in changes where step != 0 {
      let statement = try db.cachedStatement(
        sql: """
          INSERT INTO counter(name, value) VALUES (?, ?) ON CONFLICT(name) DO UPDATE SET value = value + excluded.value
          """)
      try statement.execute(arguments: [counter.rawValue, step])
    }
    changes.removeAll()
  }
}
