// What a source carried besides the article.

extension Schema {
  /// The heads of a page or mail, and what was left out of it with the reasons; packed, at most a few hundred pieces.
  static let sourceNotes = """
    CREATE TABLE source_notes(article INTEGER PRIMARY KEY REFERENCES article(id), notes BLOB NOT NULL);
    """
}
