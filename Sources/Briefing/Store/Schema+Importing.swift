// How the full-text index is written.

extension Schema {
  /// The index keeps 4 MB of new words in memory before it writes them (1 MB if it is not told), and merges eight of its parts
  /// rather than four: an import of many articles writes fewer parts, larger ones, and copies each less often. A search has to
  /// look into no more of them than before. More than 4 MB gains nothing: words are then slower to reach in memory.
  static let largerParts = """
    INSERT INTO search(search, rank) VALUES ('hashsize', 4000000);
    INSERT INTO search(search, rank) VALUES ('automerge', 8);
    """
}
