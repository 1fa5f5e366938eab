// What the measuring commands read: ids as imports gave them, and what every article is related to.

import GRDB

extension Archive {
  /// The ids that imports gave to these articles, as JSON text; articles without one are left out.
  public func externalIDs(of ids: [Int64]) throws(StoreError) -> [Int64: String] {
    try read { db in
      let statement = try db.cachedStatement(sql: "SELECT head FROM given WHERE article = ?")
      var found: [Int64: String] = [:]
      for id in ids {
        guard let row = try Row.fetchOne(statement, arguments: [id]) else { continue }
        found[id] = try Article.names(packed: RowReading.bytes(row, at: 0)).externalID
      }
      return found
    }
  }

  /// The article with an id that an import gave it, whatever publisher the import named; the first to come of several.
  public func id(externalIDOfAnySource id: String) throws(StoreError) -> Int64? {
    if let found = try self.id(externalID: id) { return found }
    let sources = try read { db in
      try String.fetchAll(db, sql: "SELECT DISTINCT source FROM article WHERE source IS NOT NULL")
    }
    var found: [Int64] = []
    for source in sources {
      if let one = try self.id(externalID: id, scope: source) { found.append(one) }
    }
    return found.min()
  }

  /// Every article's id, in the order in which they came.
  public func idsInOrderOfImport() throws(StoreError) -> [Int64] {
    try read { db in try Int64.fetchAll(db, sql: "SELECT id FROM article ORDER BY id") }
  }

  /// How many articles wait for a reindex.
  public func outdatedCount(version: Int = Analysis.version) throws(StoreError) -> Int {
    try read { db in
      try Int.fetchOne(db, sql: "SELECT count(*) FROM article WHERE analysis_version < ?", arguments: [version]) ?? 0
    }
  }

  /// Lets a reindex read every article again; what stands where no article is goes, and what is counted is counted anew.
  public func markAllOutdated() throws(StoreError) {
    try write { db in
      try db.execute(sql: "UPDATE article SET analysis_version = 0")
      for table in ["involvement"] + Schema.timelineTables {
        try db.execute(sql: "DELETE FROM \(table) WHERE list_key NOT IN (SELECT list_key FROM article)")
      }
      try db.execute(
        sql: """
          UPDATE party SET articles = (SELECT count(*) FROM involvement i WHERE i.party = party.id);
          DELETE FROM date_count;
          INSERT INTO date_count(first_day, last_day, is_vague, articles)
            SELECT first_day, last_day, is_vague, count(*) FROM date_mention GROUP BY 1, 2, 3;
          """ + Schema.countPartiesAnew)
    }
  }

  /// What the articles are related to, by ids: `related` best first, the story, and near-duplicates.
  public func relations(of ids: [Int64]) throws(StoreError) -> [Relations] {
    try read { db in
      try ids.map { id in
        Relations(
          id: id,
          related: try Int64.fetchAll(
            db, sql: "SELECT other FROM similar WHERE article = ? ORDER BY score DESC, other", arguments: [id]),
          story: try Int64.fetchOne(db, sql: "SELECT story FROM story_member WHERE article = ?", arguments: [id]),
          same: try Int64.fetchAll(
            db, sql: "SELECT other FROM duplicate WHERE article = ?1 UNION SELECT article FROM duplicate WHERE other = ?1",
            arguments: [id]))
      }
    }
  }

  /// An article's place among the others, by ids.
  public struct Relations: Hashable, Sendable {
    public var id: Int64
    public var related: [Int64]
    /// nil until links were made.
    public var story: Int64?
    public var same: [Int64]
  }
}
