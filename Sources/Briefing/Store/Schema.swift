// The tables. What a source gave, what was derived and what the reader decided lie apart; rows that a list shows are kept
// ready. Tables that a search or a list walks through are keyed by the list key, all others by the article's id.

enum Schema {
  /// "Wire": tells an archive from a database of another program.
  static let applicationID: Int32 = 0x5769_7265
  /// One step a layout; the layout's number is how many steps were taken. Steps are never changed, only added.
  static let steps: [String] = [
    first, second, searches, collection, timeline, sourceNotes, feeds, parties, stories, pages, titles, copies,
    partyCounts, storyNames, storyNotes, largerParts, titlePlaces,
  ]
  static var version: Int { steps.count }

  private static let first = """
    -- What lists show. Title, date and source are the reader's own where there are such.
    CREATE TABLE article(
      id INTEGER PRIMARY KEY,
      list_key INTEGER NOT NULL UNIQUE,
      headline TEXT NOT NULL,
      is_lede INTEGER NOT NULL,
      source TEXT,
      day INTEGER, second INTEGER, offset INTEGER, precision TEXT, date_origin TEXT,
      last_day INTEGER,
      is_unread INTEGER NOT NULL DEFAULT 1,
      is_starred INTEGER NOT NULL DEFAULT 0,
      tags TEXT NOT NULL DEFAULT '',
      missing INTEGER NOT NULL DEFAULT 0,
      version INTEGER NOT NULL DEFAULT 1,
      hash BLOB NOT NULL,
      analysis_version INTEGER NOT NULL DEFAULT 0,
      link_version INTEGER NOT NULL DEFAULT 0
    );
    CREATE INDEX article_unread ON article(list_key) WHERE is_unread = 1;
    CREATE INDEX article_starred ON article(list_key) WHERE is_starred = 1;
    CREATE INDEX article_missing ON article(list_key) WHERE missing > 0;
    CREATE INDEX article_source ON article(source, list_key) WHERE source IS NOT NULL;
    CREATE INDEX article_outdated ON article(analysis_version, list_key);
    CREATE INDEX article_unlinked ON article(link_version, id);

    -- What a source gave: the text under the list key, since the full-text index reads it there; the rest packed.
    CREATE TABLE article_text(list_key INTEGER PRIMARY KEY, title TEXT NOT NULL, body TEXT NOT NULL);
    CREATE TABLE given(article INTEGER PRIMARY KEY REFERENCES article(id), head BLOB NOT NULL);
    CREATE TABLE version(
      article INTEGER NOT NULL REFERENCES article(id), number INTEGER NOT NULL, hash BLOB NOT NULL, body TEXT NOT NULL,
      head BLOB NOT NULL, PRIMARY KEY(article, number)
    ) WITHOUT ROWID;
    -- By what an article is recognised: 1 its external id, 2 its address, 3 its file, 4 its content.
    CREATE TABLE identity(
      kind INTEGER NOT NULL, key NOT NULL, article INTEGER NOT NULL REFERENCES article(id), PRIMARY KEY(kind, key)
    ) WITHOUT ROWID;

    CREATE VIRTUAL TABLE search USING fts5(
      title, body, content='article_text', content_rowid='list_key', tokenize='unicode61 remove_diacritics 2');
    CREATE VIRTUAL TABLE title_search USING fts5(
      title, content='article_text', content_rowid='list_key', prefix='1 2 3', tokenize='unicode61 remove_diacritics 2');
    -- In how many articles a word stands: what a word can be completed to.
    CREATE TABLE term(term TEXT PRIMARY KEY, articles INTEGER NOT NULL) WITHOUT ROWID;
    CREATE INDEX term_frequent ON term(term, articles) WHERE articles >= 256;

    -- Derived.
    CREATE TABLE derived(
      article INTEGER PRIMARY KEY REFERENCES article(id), version INTEGER NOT NULL, analysis BLOB NOT NULL);
    CREATE TABLE party(
      id INTEGER PRIMARY KEY, entity TEXT NOT NULL UNIQUE, name TEXT NOT NULL, kind TEXT NOT NULL, iso3 TEXT,
      articles INTEGER NOT NULL DEFAULT 0);
    CREATE TABLE party_name(
      name TEXT NOT NULL, party INTEGER NOT NULL REFERENCES party(id), PRIMARY KEY(name, party)) WITHOUT ROWID;
    -- bands: 1 involved, 2 a source, 4 in a linked headline, 8 named as a place
    CREATE TABLE involvement(
      party INTEGER NOT NULL REFERENCES party(id), list_key INTEGER NOT NULL, bands INTEGER NOT NULL,
      mentions INTEGER NOT NULL, PRIMARY KEY(party, list_key)
    ) WITHOUT ROWID;
    CREATE INDEX involvement_article ON involvement(list_key);
    -- Days since 1970-01-01 that an article's expressions of time name.
    CREATE TABLE date_mention(
      list_key INTEGER NOT NULL, first_day INTEGER NOT NULL, last_day INTEGER NOT NULL,
      PRIMARY KEY(list_key, first_day, last_day)
    ) WITHOUT ROWID;
    CREATE INDEX date_mention_day ON date_mention(first_day, last_day, list_key);

    -- Links. outcome: 0 missing, 1 found, 2 possible
    CREATE TABLE headline_ref(
      article INTEGER NOT NULL REFERENCES article(id), start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL,
      key TEXT NOT NULL, address TEXT, outcome INTEGER NOT NULL, target INTEGER REFERENCES article(id), reason TEXT,
      PRIMARY KEY(article, start)
    ) WITHOUT ROWID;
    CREATE INDEX headline_ref_key ON headline_ref(key);
    CREATE INDEX headline_ref_address ON headline_ref(address) WHERE address IS NOT NULL;
    CREATE INDEX headline_ref_target ON headline_ref(target) WHERE target IS NOT NULL;
    CREATE TABLE headline_candidate(
      article INTEGER NOT NULL REFERENCES article(id), start INTEGER NOT NULL, target INTEGER NOT NULL REFERENCES article(id),
      reasons TEXT NOT NULL, score REAL NOT NULL, PRIMARY KEY(article, start, target)
    ) WITHOUT ROWID;
    -- Half of a title's fingerprint: by it a headline finds its article.
    CREATE TABLE title_key(
      hash INTEGER NOT NULL, article INTEGER NOT NULL REFERENCES article(id), PRIMARY KEY(hash, article)) WITHOUT ROWID;
    CREATE TABLE similar(
      article INTEGER NOT NULL REFERENCES article(id), other INTEGER NOT NULL REFERENCES article(id), score REAL NOT NULL,
      reasons TEXT NOT NULL, PRIMARY KEY(article, other)
    ) WITHOUT ROWID;
    CREATE TABLE duplicate(
      article INTEGER NOT NULL REFERENCES article(id), other INTEGER NOT NULL REFERENCES article(id), share REAL NOT NULL,
      PRIMARY KEY(article, other)
    ) WITHOUT ROWID;
    CREATE TABLE story(id INTEGER PRIMARY KEY, name TEXT NOT NULL, articles INTEGER NOT NULL);
    CREATE TABLE story_member(article INTEGER PRIMARY KEY REFERENCES article(id), story INTEGER NOT NULL);
    CREATE INDEX story_member_story ON story_member(story);

    -- What the reader decided: no import and no reindex touches it.
    CREATE TABLE decision(
      article INTEGER PRIMARY KEY REFERENCES article(id), is_read INTEGER NOT NULL DEFAULT 0,
      is_starred INTEGER NOT NULL DEFAULT 0, title TEXT, source TEXT,
      day INTEGER, second INTEGER, offset INTEGER, precision TEXT);
    CREATE TABLE tag_decision(
      article INTEGER NOT NULL REFERENCES article(id), tag TEXT NOT NULL COLLATE NOCASE, is_added INTEGER NOT NULL,
      PRIMARY KEY(article, tag)
    ) WITHOUT ROWID;
    CREATE TABLE link_decision(
      article INTEGER NOT NULL REFERENCES article(id), key TEXT NOT NULL, target INTEGER NOT NULL REFERENCES article(id),
      is_accepted INTEGER NOT NULL, PRIMARY KEY(article, key, target)
    ) WITHOUT ROWID;
    -- The tags that hold, the source's own and the reader's.
    CREATE TABLE tagged(
      tag TEXT NOT NULL COLLATE NOCASE, list_key INTEGER NOT NULL, PRIMARY KEY(tag, list_key)) WITHOUT ROWID;

    -- Counts kept as they change, and notes of the reader (last article, layout).
    CREATE TABLE counter(name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE setting(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    """

  /// The few articles that were read among the many that were not.
  private static let second = "CREATE INDEX article_read ON article(list_key) WHERE is_unread = 0;"
}
