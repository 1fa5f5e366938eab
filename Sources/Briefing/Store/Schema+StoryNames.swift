// Stories by the words of their names, for story: and its completion. A name changes with almost every article that joins, at
// the hands of several writers: triggers keep the index in step.

extension Schema {
  static let storyNames = """
    CREATE VIRTUAL TABLE story_search USING fts5(
      name, content='story', content_rowid='id', detail=none, prefix='1 2', tokenize='unicode61 remove_diacritics 2');
    INSERT INTO story_search(story_search) VALUES ('rebuild');
    CREATE TRIGGER story_named AFTER INSERT ON story BEGIN
      INSERT INTO story_search(rowid, name) VALUES (new.id, new.name);
    END;
    CREATE TRIGGER story_renamed AFTER UPDATE OF name ON story WHEN old.name <> new.name BEGIN
      INSERT INTO story_search(story_search, rowid, name) VALUES ('delete', old.id, old.name);
      INSERT INTO story_search(rowid, name) VALUES (new.id, new.name);
    END;
    CREATE TRIGGER story_gone AFTER DELETE ON story BEGIN
      INSERT INTO story_search(story_search, rowid, name) VALUES ('delete', old.id, old.name);
    END;
    CREATE INDEX story_size ON story(articles);
    """
}
