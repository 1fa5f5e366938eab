// In how many articles each word stands: what the last word of a search is completed to while it is typed.

import GRDB

struct TermTable {
  private var counts: [String: Entry] = [:]
  private var article = 0

  private struct Entry {
    var article: Int
    var count: Int
  }

  /// Counts the words of an article, each once; -1 takes them away again.
  mutating func add(title: String, body: String, by step: Int = 1) {
    article += 1
    for text in [title, body] {
      SearchTokens.each(in: text) { token, _ in
        // Longer words are no words, and one letter needs no completion.
        guard (2...40).contains(token.utf8.count) else { return true }
        var entry = counts[token] ?? Entry(article: 0, count: 0)
        guard entry.article != article else { return true }
        entry.article = article
        entry.count += step
        counts[token] = entry
        return true
      }
    }
  }

  /// Adds the counts to the table, in the order of its keys.
  mutating func save(_ db: Database) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO term(term, articles) VALUES (?, ?) ON CONFLICT(term) DO UPDATE SET articles = articles + excluded.articles
        """)
    for (term, entry) in counts.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) where entry.count != 0 {
      try statement.execute(arguments: [term, entry.count])
    }
    counts.removeAll(keepingCapacity: true)
  }
}
