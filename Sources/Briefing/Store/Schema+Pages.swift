// Full text from the pages of entries: which feeds want it, and which entries still wait for theirs.

extension Schema {
  static let pages = """
    -- Whether each new entry's page is fetched for its text.
    ALTER TABLE feed ADD COLUMN full_text INTEGER NOT NULL DEFAULT 0;
    -- How often an entry's page could not be had; NULL where none is wanted, or it was taken.
    ALTER TABLE feed_entry ADD COLUMN page_failures INTEGER;
    CREATE INDEX feed_entry_page ON feed_entry(feed) WHERE page_failures IS NOT NULL;
    """
}
