// Reads the query language by recursive descent: or := and (OR and)*; and := not+; not := (NOT | -) not | ( or ) | leaf.
// An error keeps its place and costs only the part that it stands in, since most queries are half typed.

struct QueryParser {
  private let scalars: [Unicode.Scalar]
  private var at = 0
  private var depth = 0
  private var sort: ListScope.Order?
  private var errors: [QueryError] = []
  /// Deep enough for any reader; a thousand parentheses must not overflow the stack.
  private static let deepest = 40

  init(_ text: String) { scalars = Array(text.unicodeScalars.prefix(4000)) }

  mutating func parse() -> (query: Query, errors: [QueryError]) {
    var parts: [Query.Node] = []
    while at < scalars.count {
      if let node = either() { parts.append(node) }
      skipSpace()
      guard at < scalars.count else { break }
      // Only a parenthesis that closes nothing stops before the end.
      fail(at, 1, "this parenthesis closes nothing")
      at += 1
    }
    return (Query(root: QueryParser.joined(parts, as: Query.Node.all), sort: sort), errors.sorted { $0.offset < $1.offset })
  }

  // MARK: Rules

  private mutating func either() -> Query.Node? {
    var branches: [Query.Node] = []
    if let first = both() { branches.append(first) }
    while let place = keyword("OR") {
      if branches.isEmpty { fail(place, 2, "OR needs something before it") }
      guard let next = both() else {
        fail(place, 2, "OR needs something after it")
        break
      }
      branches.append(next)
    }
    return QueryParser.joined(branches, as: Query.Node.any)
  }

  private mutating func both() -> Query.Node? {
    var parts: [Query.Node] = []
    while true {
      if let place = keyword("AND") {
        if parts.isEmpty { fail(place, 3, "AND needs something before it") }
        skipSpace()
        if at >= scalars.count || scalars[at] == ")" { fail(place, 3, "AND needs something after it") }
        continue
      }
      let before = at
      if let node = negated() { parts.append(node) }
      if at == before { break }
    }
    return QueryParser.joined(parts, as: Query.Node.all)
  }

  private mutating func negated() -> Query.Node? {
    skipSpace()
    guard at < scalars.count, scalars[at] != ")", !isNext("OR") else { return nil }
    let start = at
    if keyword("NOT") != nil || minus() {
      guard deeper(start) else { return nil }
      defer { depth -= 1 }
      guard let inner = negated() else {
        fail(start, max(1, at - start), "there is nothing after it to leave out")
        return nil
      }
      return .not(inner)
    }
    guard scalars[at] == "(" else { return leaf() }
    at += 1
    guard deeper(start) else { return nil }
    defer { depth -= 1 }
    let inner = either()
    skipSpace()
    if at < scalars.count, scalars[at] == ")" {
      at += 1
      if inner == nil { fail(start, at - start, "there is nothing between these parentheses") }
    } else {
      fail(start, 1, "this parenthesis is not closed")
    }
    return inner
  }

  private mutating func leaf() -> Query.Node? {
    let start = at
    if Query.isQuote(scalars[at]) { return phrase(from: start, place: .anywhere) }
    if let field = fieldName() {
      at += field.unicodeScalars.count + 1
      let isQuoted = at < scalars.count && Query.isQuote(scalars[at])
      if isQuoted, let place = QueryParser.place(named: field.lowercased()) { return phrase(from: start, place: place) }
      let value = isQuoted ? quoted().text : bare()
      return fielded(field.lowercased(), value, from: start)
    }
    return words(bare(), from: start, place: .anywhere, isPhrase: false)
  }

  /// Part of an article that words may be looked for in.
  private static func place(named field: String) -> Query.Words.Place? {
    switch field {
    case "title": .title
    case "body", "text": .body
    default: nil
    }
  }

  private mutating func phrase(from start: Int, place: Query.Words.Place) -> Query.Node? {
    let (text, isClosed) = quoted()
    guard case .words(var words)? = words(text, from: start, place: place, isPhrase: true) else { return nil }
    words.isOpen = !isClosed
    return .words(words)
  }

  private mutating func words(_ raw: String, from start: Int, place: Query.Words.Place, isPhrase: Bool) -> Query.Node? {
    var text = raw
    var isPrefix = false
    if isPhrase, at < scalars.count, scalars[at] == "*" {
      at += 1
      isPrefix = true
    }
    while !isPhrase, text.hasSuffix("*") {
      text.removeLast()
      isPrefix = true
    }
    let span = Span(start, at)
    guard !SearchTokens.words(of: text).isEmpty else {
      fail(start, span.count, isPhrase && text.isEmpty ? "this phrase is empty" : "this holds no letter and no digit")
      return nil
    }
    return .words(Query.Words(text: text, place: place, isPrefix: isPrefix, isPhrase: isPhrase, span: span))
  }

  private mutating func fielded(_ name: String, _ value: String, from start: Int) -> Query.Node? {
    if let place = QueryParser.place(named: name) {
      return checked(name, value, start) ? words(value, from: start, place: place, isPhrase: false) : nil
    }
    switch name {
    case "sort":
      switch value {
      case "date": sort = .newest
      case "rank": sort = .rank
      default: fail(start, at - start, "sort: knows “date” and “rank”")
      }
      return nil
    default: break
    }
    guard let field = Query.Filter.Field(rawValue: name) else {
      let names = Query.fields.map(\.name)
      let near = names.min { Spelling.distance($0, name) < Spelling.distance($1, name) }
      let hint = near.flatMap { Spelling.distance($0, name) <= 2 ? "; did you mean “\($0):”?" : nil }
      fail(start, at - start, "there is no field “\(name):”" + (hint ?? "; fields are \(names.joined(separator: ", "))"))
      return nil
    }
    guard checked(name, value, start) else { return nil }
    switch field {
    case .state where !Query.states.contains(value.lowercased()):
      fail(start, at - start, "is: knows \(Query.states.joined(separator: ", "))")
      return nil
    case .date, .about:
      guard DateRangeQuery.isReadable(value) else {
        fail(
          start, at - start,
          "“\(value)” is no date: write 2023, 2023-10, 2023-10-05, 2023-10..2023-12, today, last-week or 30d")
        return nil
      }
    default: break
    }
    return .filter(Query.Filter(field: field, value: value, span: Span(start, at)))
  }

  private mutating func checked(_ name: String, _ value: String, _ start: Int) -> Bool {
    if !value.isEmpty { return true }
    fail(start, at - start, "\(name): needs a value after the colon")
    return false
  }

  // MARK: Reading scalars

  private mutating func quoted() -> (text: String, isClosed: Bool) {
    let start = at
    at += 1
    var value = String.UnicodeScalarView()
    while at < scalars.count, !Query.isQuote(scalars[at]) {
      // A backslash makes a quotation mark (or another one) a part of the value.
      if scalars[at] == "\\", at + 1 < scalars.count, Query.isSpecial(scalars[at + 1]) { at += 1 }
      value.append(scalars[at])
      at += 1
    }
    let isClosed = at < scalars.count
    if isClosed { at += 1 } else { fail(start, 1, "this quotation mark is not closed") }
    return (String(value), isClosed)
  }

  /// Up to white space, a parenthesis or a quotation mark.
  private mutating func bare() -> String {
    let start = at
    while at < scalars.count, !isSpace(scalars[at]), scalars[at] != "(", scalars[at] != ")", !Query.isQuote(scalars[at]) {
      at += 1
    }
    // Never stand still: a lone sign is a word of its own, and told to be none.
    if at == start, at < scalars.count { at += 1 }
    return string(start, at)
  }

  /// Letters before a colon; not so in addresses and clock times.
  private func fieldName() -> String? {
    var end = at
    while end < scalars.count, scalars[end].isASCII, isLetter(scalars[end]) { end += 1 }
    guard end > at, end < scalars.count, scalars[end] == ":" else { return nil }
    if end + 1 < scalars.count, scalars[end + 1] == "/" { return nil }
    return string(at, end)
  }

  private mutating func minus() -> Bool {
    guard scalars[at] == "-", at + 1 < scalars.count, !isSpace(scalars[at + 1]) else { return false }
    at += 1
    return true
  }

  /// Passes the keyword and returns its place.
  private mutating func keyword(_ word: String) -> Int? {
    skipSpace()
    guard isNext(word) else { return nil }
    defer { at += word.unicodeScalars.count }
    return at
  }

  private func isNext(_ word: String) -> Bool {
    let end = at + word.unicodeScalars.count
    guard end <= scalars.count, scalars[at..<end].elementsEqual(word.unicodeScalars) else { return false }
    return end == scalars.count || isSpace(scalars[end]) || scalars[end] == "(" || scalars[end] == ")"
  }

  private mutating func skipSpace() {
    while at < scalars.count, isSpace(scalars[at]) { at += 1 }
  }

  private mutating func deeper(_ start: Int) -> Bool {
    depth += 1
    if depth <= QueryParser.deepest { return true }
    depth -= 1
    fail(start, 1, "this is nested too deeply")
    at = scalars.count
    return false
  }

  private mutating func fail(_ offset: Int, _ length: Int, _ message: String) {
    errors.append(QueryError(offset: offset, length: length, message: message))
  }

  private func string(_ from: Int, _ to: Int) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[from..<to])
    return String(view)
  }

  private static func joined(_ nodes: [Query.Node], as make: ([Query.Node]) -> Query.Node) -> Query.Node? {
    nodes.count < 2 ? nodes.first : make(nodes)
  }
}
