// How often parties are named: counted with every article that comes, goes or moves.

import GRDB

extension ArticleWriter {
  /// Counts the parties of an article on its day: by 1 when they are entered, by -1 before they go or move.
  func countDays(key: Int64, by step: Int) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO party_day(party, day, articles, linked)
          SELECT party, \(Schema.dayOfKey), ?2 * (bands & 3 <> 0), ?2 * (bands = 4) FROM involvement
          WHERE list_key = ?1 AND \(Schema.isCounted)
        ON CONFLICT DO UPDATE SET articles = articles + excluded.articles, linked = linked + excluded.linked
        """
    ).execute(arguments: [key, step])
  }

  /// Counts the dates that an article names beside parties, likewise; they do not move with it.
  func countPartyDates(key: Int64, by step: Int) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO party_date_count(party, first_day, last_day, is_vague, articles)
          SELECT party, first_day, last_day, is_vague, ?2 FROM party_date WHERE list_key = ?1
        ON CONFLICT DO UPDATE SET articles = articles + excluded.articles
        """
    ).execute(arguments: [key, step])
  }
}
