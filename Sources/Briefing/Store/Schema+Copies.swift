// What a list needs to fold copies and to stand stories together without reading a text: kept by linking.

extension Schema {
  /// `CopyWriter.fill` enters what older archives have linked.
  static let copies = """
    -- The agency whose text an article says it is; '' where it credits none, NULL where nobody has looked.
    ALTER TABLE article ADD COLUMN agency TEXT;
    -- Derived: the articles whose text others print too, by a number of the text: the least id among them.
    CREATE TABLE text_copy(article INTEGER PRIMARY KEY REFERENCES article(id), text INTEGER NOT NULL);
    CREATE INDEX text_copy_text ON text_copy(text);
    -- A story's articles in the order of the list.
    ALTER TABLE story_member ADD COLUMN list_key INTEGER NOT NULL DEFAULT 0;
    UPDATE story_member SET list_key = ifnull((SELECT a.list_key FROM article a WHERE a.id = story_member.article), 0);
    CREATE INDEX story_member_place ON story_member(story, list_key);
    """
}
