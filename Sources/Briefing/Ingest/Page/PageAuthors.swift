// Names out of bylines: without "By", roles, addresses and times; lists split.

enum PageAuthors {
  /// The authors by the statements of a page, and the place they were taken from.
  static func choose(
    _ fields: PageFields, site: String?, printed: () -> [String]
  ) -> (names: [String], place: String?) {
    let statements = fields.all(.author)
    var ranks: [Int] = []
    for statement in statements where !ranks.contains(statement.rank) { ranks.append(statement.rank) }
    var fallback: (names: [String], place: String?) = ([], nil)
    for rank in ranks {
      let group = statements.filter { $0.rank == rank }
      let names = unique(group.flatMap { self.names($0.value) })
      guard !names.isEmpty else { continue }
      let persons = names.filter { !isSite($0, site) }
      if !persons.isEmpty, rank < 60 { return (persons, group[0].place) }
      if fallback.names.isEmpty { fallback = (names, group[0].place) }
    }
    let printed = printed()
    return printed.isEmpty ? fallback : (printed, "byline")
  }

  /// The house and no person: the site's name, in whole or in part, or its address.
  private static func isSite(_ name: String, _ site: String?) -> Bool {
    if !name.contains(" "), name.contains("."), name.last != "." { return true }
    guard let site else { return false }
    let (key, siteKey) = (ArticleFinder.key(name), ArticleFinder.key(site))
    return key == siteKey || key.count >= 3 && siteKey.hasPrefix(key) || siteKey.count >= 3 && key.hasPrefix(siteKey)
  }

  /// Whether a line opens like a byline.
  static func hasOpening(_ line: String) -> Bool {
    let lower = line.lowercased()
    return openings.contains { lower.hasPrefix($0) }
  }

  private static func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert(ArticleFinder.key($0)).inserted }
  }

  /// The names in a byline; none where it names nobody.
  static func names(_ byline: String) -> [String] {
    var text = PageBody.line(byline)
    guard text.utf8.count <= 600, !text.lowercased().hasPrefix("http"), !text.contains("://"), !text.hasPrefix("/") else {
      return []
    }
    text = withoutOpening(text)
    // What follows a bar or a bullet is a role or a date: "Jane Doe | Ankara".
    for mark in [" | ", "|", " • ", " · ", " / "] {
      if let cut = text.range(ofText: mark) { text = String(text[..<cut.lowerBound]) }
    }
    var parts = [text]
    for separator in [";", " and ", " und ", " et ", " y ", " og ", " och ", " & ", " e ", " en ", " i ", " и ", "、"] {
      parts = parts.flatMap { part -> [String] in
        let pieces = part.pieces(separatedBy: separator)
        // "Staff and news service reports" is one name of nobody.
        return pieces.allSatisfy { $0.first?.isLowercase != true } ? pieces : [part]
      }
    }
    parts = parts.flatMap(splitAtCommas)
    return parts.map(withoutOpening).map(cleaned).filter(isName)
  }

  /// Openings of bylines, in small letters.
  private static let openings = [
    "by:", "by ", "von ", "par ", "por ", "di ", "da ", "af ", "av ", "door ", "od ", "autor:", "autorka:", "author:", "authors:",
    "written by", "posted by", "text:", "texto:", "texte :", "text von", "foto:", "story by", "reported by", "words by",
    "review by",
    "автор:", "автор ", "przez ", "ein artikel von", "ein kommentar von", "eine analyse von", "interview:",
    "propos recueillis par",
    "exclusive by", "analysis by", "opinion by", "words:",
  ]

  private static func withoutOpening(_ text: String) -> String {
    var text = text.trimmed
    for _ in 0..<2 {
      let lower = text.lowercased()
      guard let opening = openings.first(where: { lower.hasPrefix($0) }), text.count > opening.count else { break }
      text = String(text.dropFirst(opening.count)).trimmed
    }
    return text
  }

  /// "Jane Doe, John Roe" are two; of "Jane Doe, Ankara correspondent" and "Jane Doe, Example News" the first is one.
  private static func splitAtCommas(_ text: String) -> [String] {
    let parts = text.split(separator: ",").map { String($0).trimmed }
    guard parts.count > 1 else { return [text] }
    if parts.count == 2, !parts[1].contains(" "), !parts[0].contains(" ") {
      // "Doe, Jane"
      return parts[0].first?.isUppercase == true && parts[1].first?.isUppercase == true ? ["\(parts[1]) \(parts[0])"] : [parts[0]]
    }
    var names: [String] = []
    for part in parts {
      let words = part.split(separator: " ")
      let isPerson =
        (2...4).contains(words.count) && words.allSatisfy { $0.first?.isUppercase == true || particles.contains(String($0)) }
      if names.isEmpty || isPerson && !hasRole(part) { names.append(part) }
    }
    return names
  }

  static let particles: Set<String> = [
    "de", "la", "van", "der", "den", "von", "zu", "da", "dos", "do", "del", "di", "bin", "al", "el", "le", "y",
  ]

  private static let roles: Set<String> = [
    "reporter", "writer", "correspondent", "editor", "journalist", "columnist", "contributor", "producer", "redakteur",
    "redaktion",
    "staff", "senior", "chief", "bureau", "desk", "news", "redaktør", "rédacteur", "redactor", "corresponsal", "korrespondent",
    "author",
    "freelance", "political", "politics", "business", "sports", "world", "europe", "press", "times", "post", "agency",
    "university",
  ]

  static func hasRole(_ text: String) -> Bool {
    text.lowercased().split { !$0.isLetter }.contains { roles.contains(String($0)) }
  }

  private static func cleaned(_ name: String) -> String {
    var text = name
    for (open, close) in [("(", ")"), ("[", "]"), ("<", ">")] {
      if let start = text.range(ofText: open) {
        let end = text[start.upperBound...].firstIndex(of: Character(close))
        text = String(text[..<start.lowerBound]) + (end.map { String(text[text.index(after: $0)...]) } ?? "")
      }
    }
    if let at = text.firstIndex(of: "@") {
      // An address or an account behind the name.
      let start = text[..<at].lastIndex(of: " ") ?? text.startIndex
      text = String(text[..<start])
    }
    text = Sanitize.line(text)
    while let last = text.last, ",.;:-–—|·".contains(last),
      !(last == "." && text.dropLast().last?.isUppercase == true && text.hasSuffix("r.") == false)
    {
      text = String(text.dropLast()).trimmed
    }
    // "JANE DOE" is how some print it, not how it is spelt; short ones are agencies.
    let words = text.split(separator: " ")
    if words.count >= 2, text.allSatisfy({ !$0.isLowercase }), text.contains(where: \.isUppercase),
      words.contains(where: { $0.count > 4 })
    {
      text = words.map { $0.prefix(1) + $0.dropFirst().lowercased() }.joined(separator: " ")
    }
    return text
  }

  private static let nobody: Set<String> = [
    "admin", "administrator", "editor", "staff", "author", "unknown", "none", "null", "undefined", "anonymous", "guest", "user",
    "by",
    "webmaster", "n/a", "na", "autor", "redactie", "follow", "see full bio", "view profile", "share", "read more", "posted", "on",
  ]

  private static func isName(_ text: String) -> Bool {
    let count = text.unicodeScalars.count
    guard count >= 2, count <= 70, text.split(separator: " ").count <= 7, !nobody.contains(text.lowercased()) else {
      return false
    }
    let digits = text.unicodeScalars.reduce(0) { $0 + (isDigit($1) ? 1 : 0) }
    return digits < 3 && text.unicodeScalars.contains(where: isLetter)
  }
}
