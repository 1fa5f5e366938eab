// Timelines over many articles: every date that a sentence of prose names, in calendar order.

extension Schema {
  /// The days an article names get a place to stand in a timeline, and parties get timelines of their own. What older
  /// analyses found is kept; a reindex adds who is in it.
  static let timeline = """
    ALTER TABLE date_mention RENAME TO old_date_mention;
    DROP INDEX date_mention_day;
    -- Days since 1970-01-01 that an article's prose names; 10000000..-10000000 where an expression is not resolved.
    -- weight: of several articles that with the least proves it best.
    CREATE TABLE date_mention(
      list_key INTEGER NOT NULL, first_day INTEGER NOT NULL, last_day INTEGER NOT NULL, is_vague INTEGER NOT NULL,
      weight INTEGER NOT NULL, PRIMARY KEY(list_key, first_day, last_day, is_vague)
    ) WITHOUT ROWID;
    INSERT INTO date_mention SELECT list_key, first_day, last_day, 0, 0 FROM old_date_mention;
    DROP TABLE old_date_mention;
    CREATE INDEX date_mention_day ON date_mention(first_day, last_day DESC, is_vague, weight, list_key);
    -- The same for the parties that the sentence names.
    CREATE TABLE party_date(
      party INTEGER NOT NULL REFERENCES party(id), first_day INTEGER NOT NULL, last_day INTEGER NOT NULL,
      is_vague INTEGER NOT NULL, weight INTEGER NOT NULL, list_key INTEGER NOT NULL,
      PRIMARY KEY(party, first_day, last_day DESC, is_vague, weight, list_key)
    ) WITHOUT ROWID;
    CREATE INDEX party_date_article ON party_date(list_key);
    -- How many articles name the days: a timeline of everything is read from here, whatever the archive's size.
    CREATE TABLE date_count(
      first_day INTEGER NOT NULL, last_day INTEGER NOT NULL, is_vague INTEGER NOT NULL, articles INTEGER NOT NULL,
      PRIMARY KEY(first_day, last_day DESC, is_vague)
    ) WITHOUT ROWID;
    INSERT INTO date_count SELECT first_day, last_day, is_vague, count(*) FROM date_mention GROUP BY 1, 2, 3;
    """

  /// The tables that hold places in timelines by list key.
  static let timelineTables = ["date_mention", "party_date"]
}
