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

  /// Those of these articles whose analysis is missing, older than the analysers, or of another date or title than they have.
  public func outdated(among ids: [Int64]) throws(StoreError) -> [Int64] {
    try read { db in
      let statement = try db.cachedStatement(sql: "SELECT 1 FROM article WHERE id = ? AND analysis_version < ?")
      return try ids.filter { try Bool.fetchOne(statement, arguments: [$0, Analysis.version]) ?? false }
    }
  }

  /// Derives articles as the reader has them, with titles and dates set by hand, and replaces what was derived before, in one
  /// transaction. `analyse` gives one analysis for each article, in order. One that changes while it is read stays outdated;
  /// ids that are gone are passed over.
  public func derive(_ ids: [Int64], by analyse: ([Article]) -> [Analysis]) throws(StoreError) {
    let read = try self.read { db in
      try ids.compactMap { id in
        try Archive.row(id, db).flatMap { try Archive.article(id, key: $0.listKey, db) }.map { (id: id, article: $0) }
      }
    }
    let analyses = analyse(read.map(\.article))
    try write { db in
      var writer = try ArticleWriter(db)
      for ((id, article), analysis) in zip(read, analyses) {
        guard let row = try Archive.row(id, db), let now = try Archive.article(id, key: row.listKey, db),
          now.isAnalysed(like: article)
        else { continue }
        try writer.replaceDerived(id, key: row.listKey, now, analysis)
      }
      try writer.finish()
    }
  }

  /// Replaces what was derived from these articles, in one transaction. Ids that are gone are passed over.
  public func storeAnalyses(_ analyses: [(id: Int64, analysis: Analysis)]) throws(StoreError) {
    try write { db in
      var writer = try ArticleWriter(db)
      for (id, analysis) in analyses {
        guard let row = try Archive.row(id, db), let article = try Archive.article(id, key: row.listKey, db) else { continue }
        try writer.replaceDerived(id, key: row.listKey, article, analysis)
      }
      try writer.finish()
    }
  }

  /// Replaces what was derived from one article.
  public func storeAnalysis(_ id: Int64, _ analysis: Analysis) throws(StoreError) {
    try storeAnalyses([(id, analysis)])
  }
}
