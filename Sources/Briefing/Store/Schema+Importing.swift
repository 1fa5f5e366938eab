// What an import of many articles needs: how the full-text index is written, and titles in the order of the list.

extension Schema {
  /// The index keeps 4 MB of new words in memory before it writes them (1 MB if it is not told), and merges eight of its parts
  /// rather than four: an import of many articles writes fewer parts, larger ones, and copies each less often. A search has to
  /// look into no more of them than before. More than 4 MB gains nothing: words are then slower to reach in memory.
  static let largerParts = """
    INSERT INTO search(search, rank) VALUES ('hashsize', 4000000);
    INSERT INTO search(search, rank) VALUES ('automerge', 8);
    """

  /// Titles with the places of their articles in the list: hundreds may have one title ("4th qtr net"), and a headline means
  /// the nearest of them, which is found without a look at the others.
  static let titlePlaces = """
    CREATE TABLE title_place(
      hash INTEGER NOT NULL, list_key INTEGER NOT NULL, article INTEGER NOT NULL REFERENCES article(id),
      PRIMARY KEY(hash, list_key)) WITHOUT ROWID;
    INSERT INTO title_place(hash, list_key, article)
      SELECT k.hash, a.list_key, k.article FROM title_key k JOIN article a ON a.id = k.article;
    DROP TABLE title_key;
    """
}
