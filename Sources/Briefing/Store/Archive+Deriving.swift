// What is rebuilt from the articles by `reindex`: in small transactions, the newest first, resumable at any time.

import GRDB

extension Archive {
  /// Articles whose analysis is older than `version` or missing, the newest first. Storing their analyses takes them from
  /// the list, so that a reindex goes on where it was stopped.
  public func outdated(version: Int = Analysis.version, limit: Int) throws(StoreError) -> [Int64] {
    try read { db in
      let statement = try db.cachedStatement(
        sql: "SELECT id FROM article WHERE analysis_version = ? ORDER BY list_key DESC LIMIT ?")
      var ids: [Int64] = []
      for old in stride(from: min(version, 10_000) - 1, through: 0, by: -1) where ids.count < limit {
        ids += try Int64.fetchAll(statement, arguments: [old, limit - ids.count])
      }
      return ids
    }
  }

  /// Replaces what was derived from these articles, in one transaction. Ids that are gone are passed over.
  public func storeAnalyses(_ analyses: [(id: Int64, analysis: Analysis)]) throws(StoreError) {
    try write { db in
      var writer = try ArticleWriter(db)
      for (id, analysis) in analyses {
        guard let row = try Archive.row(id, db), let article = try Archive.article(id, key: row.listKey, db) else { continue }
        try writer.deleteDerived(id, key: row.listKey)
        let facts = try writer.decided(DerivedFacts(analysis, of: article), of: id, article, analysis)
        try writer.insertDerived(id, key: row.listKey, packed: analysis.packed(), facts: facts)
      }
      try writer.finish()
    }
  }

  /// Replaces what was derived from one article.
  public func storeAnalysis(_ id: Int64, _ analysis: Analysis) throws(StoreError) {
    try storeAnalyses([(id, analysis)])
  }

  /// Merges the full-text index and refreshes statistics; for idle times after a large import (39 s for a million articles).
  public func optimise() throws(StoreError) {
    try write { db in
      try db.execute(sql: "INSERT INTO search(search) VALUES ('optimize')")
      try db.execute(sql: "INSERT INTO title_search(title_search) VALUES ('optimize')")
      try db.execute(sql: "DELETE FROM term WHERE articles <= 0")
    }
  }
}
