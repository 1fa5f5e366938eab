// The tables of subscriptions: what is fetched, how it went, and which entries were seen.

extension Schema {
  static let feeds = """
    -- A feed that the reader subscribed to. Times are seconds since 1970. One that was given up stays, so that its entries are
    -- known if it comes back.
    CREATE TABLE feed(
      id INTEGER PRIMARY KEY, url TEXT NOT NULL UNIQUE, is_active INTEGER NOT NULL DEFAULT 1,
      title TEXT, own_title TEXT, site TEXT, folder TEXT NOT NULL DEFAULT '',
      -- Host and port that may be a private address, since the reader typed them.
      allowed_origin TEXT,
      etag TEXT, last_modified TEXT,
      checked INTEGER, succeeded INTEGER, failure TEXT, failures INTEGER NOT NULL DEFAULT 0, note TEXT,
      wait_until INTEGER, is_told_to_wait INTEGER NOT NULL DEFAULT 0,
      interval INTEGER, tags TEXT NOT NULL DEFAULT '', keep INTEGER);
    -- Every address that a feed ever had.
    CREATE TABLE feed_url(url TEXT PRIMARY KEY, feed INTEGER NOT NULL REFERENCES feed(id), since INTEGER NOT NULL) WITHOUT ROWID;
    -- Every entry that was ever seen, under what it may be recognised by; its article is NULL once `keep` has let it go.
    CREATE TABLE feed_entry(
      id INTEGER PRIMARY KEY, feed INTEGER NOT NULL REFERENCES feed(id), guid TEXT, link TEXT, content INTEGER NOT NULL,
      article INTEGER REFERENCES article(id),
      -- The article came with this entry, and not from another feed or file that has it too.
      is_owner INTEGER NOT NULL DEFAULT 1, seen INTEGER NOT NULL);
    CREATE UNIQUE INDEX feed_entry_guid ON feed_entry(feed, guid) WHERE guid IS NOT NULL;
    CREATE INDEX feed_entry_link ON feed_entry(feed, link) WHERE link IS NOT NULL;
    CREATE INDEX feed_entry_content ON feed_entry(feed, content);
    CREATE INDEX feed_entry_article ON feed_entry(article) WHERE article IS NOT NULL;
    -- An outline of OPML as it was read: its attributes as JSON, in their order, whether we know them or not.
    CREATE TABLE outline(
      id INTEGER PRIMARY KEY, parent INTEGER REFERENCES outline(id), attributes TEXT NOT NULL,
      feed INTEGER REFERENCES feed(id));
    CREATE INDEX outline_parent ON outline(parent);
    """
}
