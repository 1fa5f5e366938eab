// An article's places in timelines, and how many articles name each date.

import GRDB

extension ArticleWriter {
  /// Enters the dates that an article names; there must be none of it. `parties` are the rows of those it names.
  func insertDates(_ dates: [DateFact], key: Int64, parties: [EntityID: Int64]) throws {
    for fact in dates {
      let date = fact.key
      try db.cachedStatement(
        sql: "INSERT OR IGNORE INTO date_mention(list_key, first_day, last_day, is_vague, weight) VALUES (?, ?, ?, ?, ?)"
      ).execute(arguments: [key, date.firstDay, date.lastDay, date.isVague, fact.weight])
      try db.cachedStatement(
        sql: """
          INSERT INTO date_count(first_day, last_day, is_vague, articles) VALUES (?, ?, ?, 1)
          ON CONFLICT DO UPDATE SET articles = articles + 1
          """
      ).execute(arguments: [date.firstDay, date.lastDay, date.isVague])
      for party in fact.parties.compactMap({ parties[$0] }) {
        try db.cachedStatement(
          sql: """
            INSERT OR IGNORE INTO party_date(party, first_day, last_day, is_vague, weight, list_key)
            VALUES (?, ?, ?, ?, ?, ?)
            """
        ).execute(arguments: [party, date.firstDay, date.lastDay, date.isVague, fact.weight, key])
      }
    }
  }

  /// Takes out the dates that an article names.
  func deleteDates(key: Int64) throws {
    try db.cachedStatement(
      sql: """
        UPDATE date_count SET articles = articles - 1 WHERE (first_day, last_day, is_vague) IN (
          SELECT first_day, last_day, is_vague FROM date_mention WHERE list_key = ?)
        """
    ).execute(arguments: [key])
    for table in Schema.timelineTables {
      try db.cachedStatement(sql: "DELETE FROM \(table) WHERE list_key = ?").execute(arguments: [key])
    }
  }
}
