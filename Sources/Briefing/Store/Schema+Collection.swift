// The table of what a reader collects for a briefing of its own.

extension Schema {
  static let collection = """
    -- A sentence as it was read, with its proof: a later version of the article does not change it. No sentence: a note alone.
    CREATE TABLE collected(
      position INTEGER PRIMARY KEY, article INTEGER REFERENCES article(id), start INTEGER, sentence TEXT, speaker TEXT,
      paragraph INTEGER, note TEXT NOT NULL DEFAULT '', UNIQUE(article, start));
    """
}
