// What to change in a query that finds nothing.

extension Archive {
  /// What to change in a query that finds nothing, the most promising first; each suggestion finds something.
  public func loosen(_ query: String) throws(StoreError) -> [QuerySuggestion] { [] }
}
