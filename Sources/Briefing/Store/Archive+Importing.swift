// How articles come into the archive.

extension Archive {
  /// Stores a batch in one transaction and returns what became of each, in order. Nothing of it is kept if it throws.
  public func store(_ batch: [IncomingArticle]) throws(StoreError) -> [ImportOutcome] { [] }
}
