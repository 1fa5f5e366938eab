// How articles come into the archive.

import GRDB

extension Archive {
  /// Stores a batch in one transaction and returns what became of each, in order. Nothing of it is kept if it throws.
  public func store(_ batch: [IncomingArticle]) throws(StoreError) -> [ImportOutcome] {
    let prepared = batch.map(PreparedArticle.init)
    return try write { db in
      var writer = try ArticleWriter(db)
      let outcomes = try prepared.map { try writer.take($0) }
      try writer.finish()
      return outcomes
    }
  }
}
