// How many articles have a word, or one that begins so, by the table of terms; and what that makes of asking for it.

import GRDB

struct WordShare {
  /// Of a beginning the sum over its words: an article that has several of them counts several times.
  let holders: Double
  let articles: Double

  init(of word: String, isBeginning: Bool, _ db: Database) throws {
    holders = Double(try WordShare.holders(of: word, isBeginning: isBeginning, db))
    articles = Double(max(1, try WordShare.articles(db)))
  }

  /// In how many articles a word stands; of a beginning the sum over its first 20,000 words.
  static func holders(of word: String, isBeginning: Bool, _ db: Database) throws -> Int {
    let sql =
      isBeginning
      ? "SELECT sum(articles) FROM (SELECT articles FROM term WHERE term >= ?1 AND term < ?1 || char(1114111) LIMIT 20000)"
      : "SELECT articles FROM term WHERE term = ?"
    return max(0, try Int.fetchOne(try db.cachedStatement(sql: sql), arguments: [word]) ?? 0)
  }

  /// How many articles the archive has.
  static func articles(_ db: Database) throws -> Int {
    try Int.fetchOne(try db.cachedStatement(sql: "SELECT value FROM counter WHERE name = 'articles'")) ?? 0
  }

  /// What was measured, in microseconds: the index reads a place of a beginning in 0.13, makes a set of them in 0.1 each, and
  /// a text is read and cut into words in 12. A page has 60 rows.
  private static let place = 0.13
  private static let text = 12.0
  private static let page = 60.0

  /// A page of articles that have one of the words is found sooner in the newest texts than by the index, which reads all
  /// places first. That half of the places are in articles of their own is a cautious guess.
  var isWorthReading: Bool {
    let share = min(1, holders / 2 / articles)
    return holders * WordShare.place > WordShare.page / share * WordShare.text
  }

  /// So many articles have one of the words that a page of them is found in a few hundred texts.
  var isDense: Bool { holders / 2 / articles >= 0.1 }

  /// A page of articles without the word is found sooner by reading texts than by making a set of those that have it:
  /// not for rare words, and not for those that hardly an article lacks, unless few rows are asked.
  func isWorthLeavingOut(fewRows: Bool) -> Bool { holders > 2000 && (fewRows || holders / articles < 0.9) }
}
