// Titles alone, for the word that is being typed.

extension Schema {
  /// The index over titles keeps which titles have a word or a beginning, not where in them: phrases are looked for in the
  /// index over everything. It takes half the room.
  static let titles = """
    DROP TABLE title_search;
    CREATE VIRTUAL TABLE title_search USING fts5(
      title, content='article_text', content_rowid='list_key', prefix='1 2', detail=none,
      tokenize='unicode61 remove_diacritics 2');
    INSERT INTO title_search(title_search) VALUES ('rebuild');
    """
}
