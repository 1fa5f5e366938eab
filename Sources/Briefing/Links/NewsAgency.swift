// Whose text an article is: the agency that it credits, or else its own publisher. Two outlets that print one agency's text
// are one source, not two.

/// News agencies by the names that datelines, bylines and credits give them.
public enum NewsAgency {
  /// The origin of an article in words: "AP", or the publisher's name; nil where neither is known.
  public static func origin(of article: Article) -> String? { credited(in: article) ?? article.source }

  /// The agency that an article credits: in its dateline, as its publisher or author, or in a credit line.
  public static func credited(in article: Article) -> String? {
    let scalars = Array(article.text.unicodeScalars)
    func text(_ span: Span) -> String {
      guard span.start >= 0, span.end <= scalars.count, span.start <= span.end else { return "" }
      return String(String.UnicodeScalarView(scalars[span.start..<span.end]))
    }
    if let span = article.dateline?.agency, let name = named(text(span)) { return name }
    for name in [article.source].compactMap({ $0 }) + article.authors {
      if let agency = named(name) { return agency }
    }
    for block in article.blocks where block.kind == .credit {
      let words = words(of: text(block.span))
      // "The Associated Press contributed to this report" credits a part, not the text.
      if words.contains("contributed") { continue }
      if let agency = agencies.first(where: { entry in entry.names.contains { holds(words, $0) } }) { return agency.name }
    }
    return nil
  }

  /// The agency that a byline, a publisher's name or a dateline's bracket names as a whole: "AP", "The Associated Press",
  /// "Reuters World"; nil for any other name.
  private static func named(_ text: String) -> String? {
    var words = words(of: text)
    if words.first == "the" { words.removeFirst() }
    return agencies.first { entry in entry.names.contains { words.starts(with: $0) } }?.name
  }

  private static func words(of text: String) -> [String] { SearchTokens.words(of: text) }

  private static func holds(_ words: [String], _ name: [String]) -> Bool {
    guard words.count >= name.count else { return false }
    // A short name alone would be met by chance.
    guard name.count > 1 || name[0].count > 3 else { return false }
    return (0...words.count - name.count).contains { words[$0..<($0 + name.count)].elementsEqual(name) }
  }

  private static let agencies: [(name: String, names: [[String]])] = [
    ("AP", [["associated", "press"], ["ap"]]), ("Reuters", [["reuters"], ["thomson", "reuters"]]),
    ("AFP", [["agence", "france", "presse"], ["afp"]]), ("dpa", [["deutsche", "presse", "agentur"], ["dpa"]]),
    ("Xinhua", [["xinhua"]]), ("TASS", [["tass"], ["itar", "tass"]]), ("Interfax", [["interfax"]]),
    ("RIA Novosti", [["ria", "novosti"]]),
    ("Anadolu", [["anadolu"]]), ("IRNA", [["irna"], ["islamic", "republic", "news", "agency"]]), ("SANA", [["sana"]]),
    ("UPI", [["united", "press", "international"], ["upi"]]), ("PA Media", [["pa", "media"], ["press", "association"]]),
    ("Kyodo", [["kyodo"]]), ("Yonhap", [["yonhap"]]), ("EFE", [["efe"]]), ("ANSA", [["ansa"]]),
    ("Ukrinform", [["ukrinform"]]), ("PTI", [["press", "trust", "of", "india"], ["pti"]]),
    ("ANI", [["asian", "news", "international"]]),
    ("KCNA", [["kcna"], ["korean", "central", "news", "agency"]]), ("SPA", [["saudi", "press", "agency"]]),
    ("WAM", [["emirates", "news", "agency"]]), ("Bloomberg", [["bloomberg"]]), ("Canadian Press", [["canadian", "press"]]),
    ("AAP", [["australian", "associated", "press"], ["aap"]]), ("Belga", [["belga"]]),
    ("APA", [["austria", "presse", "agentur"]]),
  ]
}
