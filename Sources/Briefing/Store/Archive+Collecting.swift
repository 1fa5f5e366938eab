// Sentences and notes that a reader collects, in the order in which they were collected.

import GRDB

/// A sentence that was collected with its proof, or a note that stands alone.
public struct CollectedItem: Hashable, Sendable {
  /// Its number in the collection, for life.
  public var position: Int64
  /// nil for a note that stands alone.
  public var quotation: Quotation?
  public var note: String

  /// A sentence and where it stands.
  public struct Quotation: Hashable, Sendable {
    public var article: Int64
    /// The sentence's first scalar in the article's text.
    public var start: Int
    public var sentence: String
    /// Who says so, in words: "said by: officials (unnamed)"; nil where the article itself does.
    public var speaker: String?
    /// The paragraph's number from 1; nil for a headline between paragraphs.
    public var paragraph: Int?

    public init(article: Int64, start: Int, sentence: String, speaker: String? = nil, paragraph: Int? = nil) {
      self.article = article
      self.start = start
      self.sentence = sentence
      self.speaker = speaker
      self.paragraph = paragraph
    }
  }

  public init(position: Int64, quotation: Quotation?, note: String) {
    self.position = position
    self.quotation = quotation
    self.note = note
  }
}

extension Archive {
  /// Adds a sentence at the end; false where it is there already.
  public func collect(_ quotation: CollectedItem.Quotation) throws(StoreError) -> Bool {
    try write { db in
      try db.execute(
        sql: "INSERT OR IGNORE INTO collected(article, start, sentence, speaker, paragraph) VALUES (?, ?, ?, ?, ?)",
        arguments: [quotation.article, quotation.start, quotation.sentence, quotation.speaker, quotation.paragraph])
      return db.changesCount > 0
    }
  }

  /// Writes a note to an item, in the place of the one that it had; at the end as an item of its own without a position.
  public func note(_ text: String, at position: Int64?) throws(StoreError) {
    try write { db in
      if let position {
        try db.execute(sql: "UPDATE collected SET note = ? WHERE position = ?", arguments: [text, position])
      } else {
        try db.execute(sql: "INSERT INTO collected(note) VALUES (?)", arguments: [text])
      }
    }
  }

  /// Takes an item out; false where there is none.
  public func removeCollected(_ position: Int64) throws(StoreError) -> Bool {
    try write { db in
      try db.execute(sql: "DELETE FROM collected WHERE position = ?", arguments: [position])
      return db.changesCount > 0
    }
  }

  /// Empties the collection and returns how many items it had.
  public func clearCollected() throws(StoreError) -> Int {
    try write { db in
      try db.execute(sql: "DELETE FROM collected")
      return db.changesCount
    }
  }

  /// All that was collected, in its order.
  public func collected() throws(StoreError) -> [CollectedItem] {
    try read { db in
      try Row.fetchAll(
        db, sql: "SELECT position, article, start, sentence, speaker, paragraph, note FROM collected ORDER BY position"
      ).map { row in
        var quotation: CollectedItem.Quotation?
        if let article: Int64 = row[1], let start: Int = row[2], let sentence: String = row[3] {
          quotation = CollectedItem.Quotation(
            article: article, start: start, sentence: sentence, speaker: row[4], paragraph: row[5])
        }
        return CollectedItem(position: row[0], quotation: quotation, note: row[6])
      }
    }
  }
}
