// The query language: one grammar for the reader, the command line and saved searches.

/// A query as it was understood.
public struct Query: Hashable, Sendable {
  /// nil for the empty query, which all articles match.
  public var root: Node?
  /// From `sort:date` or `sort:rank`; nil leaves it to the list.
  public var sort: ListScope.Order?

  public init(root: Node? = nil, sort: ListScope.Order? = nil) {
    self.root = root
    self.sort = sort
  }

  /// A part of a query.
  public indirect enum Node: Hashable, Sendable {
    case words(Words)
    case filter(Filter)
    case all([Node])
    case any([Node])
    case not(Node)
  }

  /// One word, a phrase or a prefix, in titles, bodies or both.
  public struct Words: Hashable, Sendable {
    public enum Place: String, Hashable, Sendable { case title, body, anywhere }

    /// As typed, without quotes and star.
    public var text: String
    public var place: Place
    public var isPrefix: Bool
    /// Over the query, in scalars.
    public var span: Span
  }

  /// A field other than the text.
  public struct Filter: Hashable, Sendable {
    public enum Field: String, Hashable, Sendable, CaseIterable {
      case party, place, source, tag, date, about, said, state = "is"
    }

    public var field: Field
    public var value: String
    /// Over the query, in scalars.
    public var span: Span
  }

  /// Reads a query. What is wrong is told and left out; what is right still stands.
  public static func parse(_ text: String) -> (query: Query, errors: [QueryError]) { (Query(), []) }
}

/// What is wrong in a query, and where.
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

extension Archive {
  /// What to change in a query that finds nothing, the most promising first; each suggestion finds something.
  public func loosen(_ query: String) throws(StoreError) -> [QuerySuggestion] { [] }
}
