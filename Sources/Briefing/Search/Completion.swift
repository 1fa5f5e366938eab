// What the beginning of a word, a party, a source or a tag can be completed to, the most frequent first. Words come from
// a table of terms: a prefix is never looked for in the texts themselves.

import GRDB

enum Completion {
  /// The most frequent words that begin so.
  static func words(_ db: Database, prefix: String, limit: Int) throws -> [String] {
    guard !prefix.isEmpty else { return [] }
    // Few letters begin thousands of words: the frequent ones have an index of their own.
    if prefix.unicodeScalars.count < 3 {
      let frequent = try db.cachedStatement(
        sql: """
          SELECT term FROM term INDEXED BY term_frequent WHERE term >= ? AND term < ? || char(1114111) AND articles >= 256
          ORDER BY articles DESC LIMIT ?
          """)
      let terms = try String.fetchAll(frequent, arguments: [prefix, prefix, limit])
      if terms.count == limit { return terms }
    }
    let all = try db.cachedStatement(
      sql: """
        SELECT term FROM (SELECT term, articles FROM term WHERE term >= ? AND term < ? || char(1114111) LIMIT 20000)
        WHERE articles > 0 ORDER BY articles DESC LIMIT ?
        """)
    return try String.fetchAll(all, arguments: [prefix, prefix, limit])
  }

  /// The names of the parties whose name or alias begins so, each once; `places` alone where asked.
  static func parties(_ db: Database, prefix: String, limit: Int, placesOnly: Bool = false) throws -> [String] {
    let name = SearchTokens.words(of: prefix).joined(separator: " ")
    let statement = try db.cachedStatement(
      sql: """
        SELECT p.name FROM (SELECT party FROM party_name WHERE name >= ? AND name < ? || char(1114111) LIMIT 20000) n
        JOIN party p ON p.id = n.party WHERE p.articles > 0 AND (? = 0 OR p.kind = 'place')
        GROUP BY p.id ORDER BY p.articles DESC, p.name LIMIT ?
        """)
    return try String.fetchAll(statement, arguments: [name, name, placesOnly, limit])
  }

  static func tags(_ db: Database, prefix: String, limit: Int) throws -> [String] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT tag FROM tagged WHERE tag LIKE ? ESCAPE '\\' GROUP BY tag ORDER BY count(*) DESC, tag LIMIT ?
        """)
    return try String.fetchAll(statement, arguments: [FilterCompiler.like(prefix) + "%", limit])
  }

  /// The names of stories that have all words of the prefix, each as a beginning; the largest first.
  static func stories(_ db: Database, prefix: String, limit: Int) throws -> [String] {
    let wanted = SearchTokens.words(of: prefix)
    guard !wanted.isEmpty else {
      let largest = try db.cachedStatement(sql: "SELECT name FROM story WHERE articles > 1 ORDER BY articles DESC LIMIT ?")
      return try String.fetchAll(largest, arguments: [limit])
    }
    // A letter begins a word of every second name: the newest thousands of them will do.
    let statement = try db.cachedStatement(
      sql: """
        SELECT s.name FROM (
          SELECT rowid AS id FROM story_search WHERE story_search MATCH ? ORDER BY rowid DESC LIMIT 4000) n
        CROSS JOIN story s ON s.id = n.id WHERE s.articles > 1 ORDER BY s.articles DESC, s.id LIMIT ?
        """)
    return try String.fetchAll(
      statement, arguments: [wanted.map { "\"\($0)\" *" }.joined(separator: " "), limit])
  }

  static func sources(_ db: Database, prefix: String, limit: Int) throws -> [String] {
    let lower = prefix.lowercased()
    let all = try FilterCompiler.allSources(db)
    let begin = all.filter { $0.lowercased().hasPrefix(lower) }
    return Array((begin + all.filter { !$0.lowercased().hasPrefix(lower) && $0.lowercased().contains(lower) }).prefix(limit))
  }
}
