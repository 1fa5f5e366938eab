// What is rebuilt from the articles, and the care of the file.

extension Archive {
  /// Articles whose analysis is older than `version` or missing, the newest first. Storing their analyses takes them from
  /// the list, so that a reindex goes on where it was stopped.
  public func outdated(version: Int = Analysis.version, limit: Int) throws(StoreError) -> [Int64] { [] }

  /// Replaces what was derived from these articles, in one transaction. Ids that are gone are passed over.
  public func storeAnalyses(_ analyses: [(id: Int64, analysis: Analysis)]) throws(StoreError) {}

  /// Replaces what was derived from one article.
  public func storeAnalysis(_ id: Int64, _ analysis: Analysis) throws(StoreError) {
    try storeAnalyses([(id, analysis)])
  }

  /// Looks for damage: pages, keys, the full-text index, the content of every article. Each finding is a sentence; none
  /// means that all is well.
  public func check() throws(StoreError) -> [String] { [] }

  /// Merges the full-text index and refreshes statistics; for idle times after a large import.
  public func optimise() throws(StoreError) {}
}
