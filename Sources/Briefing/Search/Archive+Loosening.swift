// What to change in a query that finds nothing: which word stands in no article, and what leaving one out would find.

import GRDB

extension Archive {
  /// What to change in a query that finds nothing, the most promising first; each suggestion finds something.
  public func loosen(_ query: String) throws(StoreError) -> [QuerySuggestion] {
    try search { db in
      let scalars = Array(query.unicodeScalars)
      var suggestions: [QuerySuggestion] = []
      func propose(_ what: String, _ changed: String) throws {
        let text = changed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let parsed = Query.parse(text)
        guard parsed.errors.isEmpty, parsed.query.root != nil, !suggestions.contains(where: { $0.query == text }) else { return }
        let count = try Archive.count(try QueryCompiler(db).compile(parsed.query), cap: 1000, db)
        if count > 0 { suggestions.append(QuerySuggestion(what: what, query: text, count: count)) }
      }
      func replaced(_ span: Span, by text: String) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[..<span.start])
        view.append(contentsOf: text.unicodeScalars)
        view.append(contentsOf: scalars[span.end...])
        return String(view)
      }
      // A query of a hundred words is not typed by hand.
      for (node, isWanted) in Query.parse(query).query.leaves.prefix(8) {
        switch node {
        case .words(let words) where words.span.end <= scalars.count:
          let shown = "“\(words.text)”"
          if words.isPhrase, SearchTokens.words(of: words.text).count > 1 {
            try propose("the words of \(shown) in any order", replaced(words.span, by: words.text))
          } else if isWanted, let near = try Archive.nearWord(words.text, db) {
            try propose("“\(near)” for \(shown)", replaced(words.span, by: near))
          }
          try propose("without \(shown)", replaced(Archive.withSign(words.span, scalars), by: ""))
        case .filter(let filter) where filter.span.end <= scalars.count:
          let shown = "“\(filter.field.rawValue):\(filter.value)”"
          if [.party, .place, .said].contains(filter.field) {
            try propose("“\(filter.value)” as words of the text", replaced(filter.span, by: "\"\(filter.value)\""))
          }
          try propose("without \(shown)", replaced(Archive.withSign(filter.span, scalars), by: ""))
        default: break
        }
      }
      return suggestions.sorted { $0.count != $1.count ? $0.count < $1.count : $0.what < $1.what }
    }
  }

  /// A word that no article has, and one that begins alike and differs in one letter or two.
  private static func nearWord(_ text: String, _ db: Database) throws -> String? {
    let tokens = SearchTokens.words(of: text)
    guard tokens.count == 1, let word = tokens.first, word.unicodeScalars.count > 3 else { return nil }
    let known = try Int.fetchOne(
      try db.cachedStatement(sql: "SELECT articles FROM term WHERE term = ?"), arguments: [word])
    guard (known ?? 0) <= 0 else { return nil }
    let alike = try Completion.words(db, prefix: String(word.prefix(2)), limit: 2000)
    let best = alike.map { (word: $0, distance: Spelling.distance($0, word)) }.min { $0.distance < $1.distance }
    guard let best, best.distance <= (word.unicodeScalars.count > 6 ? 2 : 1) else { return nil }
    return best.word
  }

  /// With the minus before it.
  private static func withSign(_ span: Span, _ scalars: [Unicode.Scalar]) -> Span {
    span.start > 0 && scalars[span.start - 1] == "-" ? Span(span.start - 1, span.end) : span
  }
}
