// What stands above a text and speaks of it: "Title: ..." lines in any order and case, or front matter between two "---".

/// The fields of a head, as given.
struct Head: Equatable {
  enum Key: String { case title, date, source, author, url, tags, language, other }

  var title: String?
  var date: String?
  var source: String?
  var authors: [String] = []
  var url: String?
  var tags: [String] = []
  var language: String?
  /// The first line of the text below it.
  var bodyLine = 0

  static func key(_ name: some StringProtocol) -> Key? {
    var plain = ""
    for character in name.lowercased() { plain.append(character == "_" || character == "-" ? " " : character) }
    return keys[plain.trimmed]
  }

  private static let keys: [String: Key] = {
    let names: [(Key, String)] = [
      (.title, "title,headline,head,heading,og:title"),
      (.date, "date,published,pubdate,publication date,publish date,published on,published at,date published,posted,datetime"),
      (.source, "source,publisher,publication,site,site name,outlet,newspaper"),
      (.author, "author,authors,by,byline,writer,creator"),
      (.url, "url,link,permalink,canonical,canonical url,source url"),
      (.tags, "tags,tag,keywords,categories,category,topics,topic"),
      (.language, "language,lang"),
      // Known, so that a head goes on behind them, and of no use here.
      (
        .other,
        "updated,modified,last updated,date modified,section,id,slug,description,summary,place,location,word count,edition"
      ),
    ]
    var keys: [String: Key] = [:]
    for (key, list) in names {
      for name in list.split(separator: ",") { keys[String(name)] = key }
    }
    return keys
  }()

  /// Takes a field in; of a field that comes twice the first stays, but authors and tags add up.
  mutating func take(_ key: Key, _ values: [String]) {
    let values = values.map(Sanitize.line).filter { !$0.isEmpty && !Head.isNothing($0) }
    guard let first = values.first else { return }
    switch key {
    case .title: title = title ?? first
    case .date: date = date ?? first
    case .source: source = source ?? first
    case .author: authors += values.flatMap(Head.names)
    case .url: url = url ?? first
    case .tags: tags += values.flatMap { $0.split(whereSeparator: { ",;".contains($0) }).map { Sanitize.line(String($0)) } }
    case .language: language = language ?? first
    case .other: break
    }
  }

  private static func isNothing(_ value: String) -> Bool {
    ["unknown", "none", "n/a", "-", "?", "null", "~", "undated"].contains(value.lowercased())
  }

  /// "Jane Doe and John Roe", "Jane Doe; John Roe", "Jane Doe, John Roe" (but not "Jane Doe, Example News").
  static func names(_ value: String) -> [String] {
    var text = value
    if text.lowercased().hasPrefix("by ") { text = String(text.dropFirst(3)).trimmed }
    var parts = text.split(separator: ";").map { String($0).trimmed }
    if parts.count == 1 {
      parts = text.pieces(separatedBy: " and ").flatMap { $0.pieces(separatedBy: " & ") }
      let commas = parts.flatMap { $0.split(separator: ",").map { String($0).trimmed } }
      // A comma parts names only where every piece has a first and a last name.
      if parts.count > 1 || text.filter({ $0 == "," }).count > 1,
        commas.allSatisfy({ $0.isEmpty || (2...4).contains($0.split(separator: " ").count) })
      {
        parts = commas
      }
    }
    return parts.filter { !$0.isEmpty }
  }

  // MARK: reading

  /// The head of a text cut into lines, or nil where it has none.
  static func read(_ lines: [Range<Int>], _ scalars: [Unicode.Scalar]) -> Head? {
    guard let first = lines.firstIndex(where: { !$0.isEmpty }) else { return nil }
    if let head = FrontMatter.read(lines, from: first, scalars) { return head }
    var head = Head()
    var known = 0
    var i = first
    while i < lines.count, !lines[i].isEmpty, let field = field(scalars[lines[i]]) {
      if known == 0, !opens(field.key, field.value, next: i + 1 < lines.count ? lines[i + 1] : 0..<0, scalars) { return nil }
      head.take(field.key, [field.value])
      known += 1
      i += 1
    }
    guard known > 0 else { return nil }
    head.bodyLine = i
    return head
  }

  /// "Key: value" with a key of ours.
  private static func field(_ line: ArraySlice<Unicode.Scalar>) -> (key: Key, value: String)? {
    guard let colon = line.prefix(24).firstIndex(where: { $0 == ":" || $0 == "：" }), line.count <= 2_000 else { return nil }
    guard colon + 1 == line.endIndex || isSpace(line[colon + 1]) || line[colon] == "：" || line[colon + 1] == "\"" else {
      return nil
    }
    guard let key = key(string(line[..<colon])) else { return nil }
    return (key, string(line[(colon + 1)...]).trimmed)
  }

  /// Whether a first line of this form opens a head: prose can begin with "Source: officials said ...".
  private static func opens(_ key: Key, _ value: String, next: Range<Int>, _ scalars: [Unicode.Scalar]) -> Bool {
    if next.isEmpty || field(scalars[next]) != nil { return true }
    switch key {
    case .title: return value.count <= 250
    case .date: return value.isEmpty || DateStamp(parsing: value) != nil
    case .url: return value.hasPrefix("http")
    default: return value.count <= 80 && !value.hasSuffix(".") && !value.hasSuffix("\"")
    }
  }
}

extension String {
  /// Without white space at either end.
  var trimmed: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !isSpace($0) }), let last = scalars.lastIndex(where: { !isSpace($0) }) else {
      return ""
    }
    return String(scalars[first...last])
  }

  /// The trimmed parts between the separators.
  func pieces(separatedBy separator: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let found = rest.firstRange(of: separator) {
      parts.append(String(rest[..<found.lowerBound]).trimmed)
      rest = rest[found.upperBound...]
    }
    return parts + [String(rest).trimmed]
  }
}

extension Substring {
  fileprivate func firstRange(of part: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(part) { return start..<index(start, offsetBy: part.count) }
      start = index(after: start)
    }
    return nil
  }
}
