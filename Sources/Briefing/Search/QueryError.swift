// What is wrong in a query, and where: shown under the line while it is typed, never thrown away.

/// A place in a query that was not understood, and was left out.
public struct QueryError: Error, Hashable, Sendable, Codable {
  /// Over the query, in Unicode scalars from 0.
  public var offset: Int
  public var length: Int
  /// A sentence for the reader: "there is no field “prty:”; did you mean “party:”?".
  public var message: String

  public init(offset: Int, length: Int, message: String) {
    self.offset = offset
    self.length = length
    self.message = message
  }
}

/// A change to a query that found nothing, and how much the changed query finds.
public struct QuerySuggestion: Hashable, Sendable, Codable {
  /// "without “drone”"
  public var what: String
  public var query: String
  /// Counted up to 1,000.
  public var count: Int

  public init(what: String, query: String, count: Int) {
    self.what = what
    self.query = query
    self.count = count
  }
}
