// What the reader decided about stories, and how far each was looked at. Linking makes stories anew as it learns; so both refer
// to articles and never to a story's number.

extension Schema {
  static let stories = """
    -- is_merge 1: the story of other belongs to that of article; 0: article is not in the story of other.
    CREATE TABLE story_decision(
      id INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES article(id), other INTEGER NOT NULL REFERENCES article(id),
      is_merge INTEGER NOT NULL, UNIQUE(article, other));
    CREATE INDEX story_decision_other ON story_decision(other);
    -- Derived: the articles that a decision moved, and the story that linking had put them into.
    CREATE TABLE story_moved(
      decision INTEGER NOT NULL, article INTEGER NOT NULL REFERENCES article(id), story INTEGER NOT NULL, name TEXT NOT NULL,
      PRIMARY KEY(decision, article)) WITHOUT ROWID;
    CREATE INDEX story_moved_article ON story_moved(article);
    -- The newest article (by arrival) that the reader knew of when the story of an article was last looked at.
    CREATE TABLE story_look(
      article INTEGER PRIMARY KEY REFERENCES article(id), last INTEGER NOT NULL, second INTEGER NOT NULL);
    """

  /// Stories change as articles arrive; so that nothing moves unsaid, what moved is noted; and what
  /// the reader took apart stays apart.
  static let storyNotes = """
    -- Derived. The arrival of article moved something; kind: 0 all of a story came, 1 moved came, 2 moved went, 3 the name
    -- changed. words: the name of the other story, or the old name.
    CREATE TABLE story_note(
      id INTEGER PRIMARY KEY, story INTEGER NOT NULL, article INTEGER NOT NULL, kind INTEGER NOT NULL, moved INTEGER,
      words TEXT NOT NULL);
    CREATE INDEX story_note_story ON story_note(story);
    -- The articles that an article was taken away from: linking may put it beside any of them again.
    CREATE TABLE story_apart(
      decision INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY(decision, article)) WITHOUT ROWID;
    CREATE TRIGGER story_decision_gone AFTER DELETE ON story_decision BEGIN
      DELETE FROM story_apart WHERE decision = old.id;
    END;
    """
}
