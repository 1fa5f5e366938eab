// Who is meant, as the reader decided; and an index by which companions are counted from an article's place in the list.

extension Schema {
  static let parties = """
    -- Mentions of an entity (NULL: unlinked ones), of a surface (NULL: any), in an article (NULL: everywhere) stand for target.
    CREATE TABLE party_decision(
      id INTEGER PRIMARY KEY, article INTEGER REFERENCES article(id), entity TEXT, surface TEXT, subject_name TEXT NOT NULL,
      target TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, iso3 TEXT);
    CREATE UNIQUE INDEX party_decision_subject
      ON party_decision(ifnull(article, 0), ifnull(entity, ''), ifnull(surface, ''));
    CREATE INDEX party_decision_target ON party_decision(target);
    -- Derived: in which articles a decision changed something.
    CREATE TABLE party_decided(
      decision INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY(decision, article)) WITHOUT ROWID;
    CREATE INDEX party_decided_article ON party_decided(article);
    DROP INDEX involvement_article;
    CREATE INDEX involvement_article ON involvement(list_key, party, bands);
    """
}
