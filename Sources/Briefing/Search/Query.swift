// The query language: one grammar for the reader, the command line and saved searches. Words are joined by AND; OR, NOT or
// "-", parentheses, "phrases", prefix*, and fields.

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
    public var isPhrase: Bool
    /// A phrase whose closing quotation mark is still to come.
    public var isOpen = false
    /// Over the query, in scalars: field, quotes and star included.
    public var span: Span
  }

  /// A field other than the text.
  public struct Filter: Hashable, Sendable {
    /// What a filter looks at; `help` says it in words.
    public enum Field: String, Hashable, Sendable, CaseIterable {
      case party, place, source, feed, tag, date, about, said, story, state = "is"
    }

    public var field: Field
    public var value: String
    /// Over the query, in scalars.
    public var span: Span
  }

  /// All fields that a query may name, with an example each, for help and completion.
  public static let fields: [(name: String, example: String)] = [
    ("title", "title:drone"), ("body", "body:\"grain deal\""), ("party", "party:Turkey"), ("place", "place:Homs"),
    ("said", "said:\"Pat Ryder\""), ("source", "source:Reuters"), ("feed", "feed:\"UN News\""), ("tag", "tag:syria"),
    ("date", "date:2023-10..2023-12"), ("about", "about:2016"), ("story", "story:12"), ("is", "is:unread"), ("sort", "sort:rank"),
  ]

  /// The states that `is:` knows.
  public static let states = ["unread", "read", "starred", "undated", "missing"]

  /// Reads a query. What is wrong is told and left out; what is right still stands.
  public static func parse(_ text: String) -> (query: Query, errors: [QueryError]) {
    var parser = QueryParser(text)
    return parser.parse()
  }

  /// A value as the language quotes it, whatever stands in it.
  public static func quoted(_ value: String) -> String {
    var view = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in value.unicodeScalars {
      if isSpecial(scalar) { view.append("\\") }
      view.append(scalar)
    }
    view.append("\"")
    return String(view)
  }

  /// What a search stands for that was typed and entered: its last word means the words that begin so, as it did while it was
  /// typed. A space behind the word, or quotation marks around it, take it as it is.
  public static func entered(_ typed: String) -> String {
    let end = typed.unicodeScalars.count
    for case (.words(let words), true) in parse(typed).query.leaves
    where words.span.end == end && !words.isPhrase && !words.isPrefix {
      return typed + "*"
    }
    return typed
  }

  static func isQuote(_ scalar: Unicode.Scalar) -> Bool { scalar == "\"" || scalar == "“" || scalar == "”" }

  /// Whether a backslash before it in quotation marks stands for it.
  static func isSpecial(_ scalar: Unicode.Scalar) -> Bool { scalar == "\\" || isQuote(scalar) }

  /// Whether it asks for words at all, by which articles could be ranked.
  public var hasWords: Bool {
    leaves.contains { if case (.words, true) = $0 { true } else { false } }
  }

  /// Every word and filter of the query, with whether it is asked for (or asked to be absent).
  var leaves: [(node: Node, isWanted: Bool)] {
    func walk(_ node: Node, _ isWanted: Bool) -> [(Node, Bool)] {
      switch node {
      case .words, .filter: [(node, isWanted)]
      case .all(let nodes), .any(let nodes): nodes.flatMap { walk($0, isWanted) }
      case .not(let inner): walk(inner, !isWanted)
      }
    }
    return root.map { walk($0, true) } ?? []
  }
}
