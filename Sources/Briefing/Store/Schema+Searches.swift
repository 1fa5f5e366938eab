// The tables of saved searches and alerts, and of when articles came.

extension Schema {
  static let searches = """
    -- What the reader keeps: no import and no reindex touches it. reported: the newest article that an alert has told of
    CREATE TABLE saved_search(
      name TEXT PRIMARY KEY COLLATE NOCASE, query TEXT NOT NULL, is_alert INTEGER NOT NULL DEFAULT 0,
      reported INTEGER NOT NULL DEFAULT 0
    ) WITHOUT ROWID;
    -- The first article that came in each minute in which any came; seconds since 1970.
    CREATE TABLE arrival(first_article INTEGER PRIMARY KEY, second INTEGER NOT NULL);
    """
}
