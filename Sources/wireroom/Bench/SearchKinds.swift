// Searches of every kind that a desk types, made of the archive's own words, so that any archive can be measured: words by
// how many articles have them, several words, phrases, what is half typed, fields and dates, AND, OR and NOT.
import Briefing

/// A kind of search: its name and some of them.
struct SearchKind {
  var name: String
  var queries: [String]
  /// The last word is being typed.
  var isTyped = false
  var order = ListScope.Order.newest
  /// The same for SQLite's full-text table alone; empty where it has no such thing.
  var bare: [String] = []

  /// The kinds, the same on every call while the archive stays as it is.
  static func all(of archive: Archive) throws -> [SearchKind] {
    let rare = try archive.vocabulary(inArticles: 2...8, limit: 40)
    let middling = try archive.vocabulary(inShare: 0.005...0.02, limit: 40)
    let common = try archive.vocabulary(inShare: 0.12...0.6, limit: 30)
    let commonest = try archive.vocabulary(inShare: 0.6...1, limit: 5)
    let texts = try archive.texts(limit: 40).map { text in
      text.lowercased().split { !$0.isLetter }.map(String.init).filter { $0.utf8.allSatisfy { $0 < 0x80 } }
    }
    let known = Set(try archive.vocabulary(inShare: 0.002...0.05, limit: 100_000))
    var pairs: [[String]] = []
    var triples: [[String]] = []
    var phrases: [[[String]]] = [[], []]
    for words in texts where words.count > 12 {
      let telling = words.filter(known.contains)
      if telling.count > 2 {
        pairs.append([telling[0], telling[telling.count - 1]])
        triples.append([telling[0], telling[telling.count / 2], telling[telling.count - 1]])
      }
      let middle = words.count / 2
      phrases[0].append(Array(words[middle..<middle + 2]))
      phrases[1].append(Array(words[middle..<middle + 3]))
    }
    let quoted = phrases.map { $0.map { "\"\($0.joined(separator: " "))\"" } }
    var kinds = [
      words("a rare word", rare.map { [$0] }), words("a middling word", middling.map { [$0] }),
      words("a common word", common.map { [$0] }), words("the commonest words", commonest.map { [$0] }),
      words("two words", pairs), words("three words", triples),
      SearchKind(name: "a phrase of two", queries: quoted[0], bare: quoted[0]),
      SearchKind(name: "a phrase of three", queries: quoted[1], bare: quoted[1]),
    ]
    let typed = (common.prefix(6) + middling.prefix(8)).flatMap(beginnings)
    kinds.append(SearchKind(name: "typing a word", queries: typed, isTyped: true, bare: typed.map { "\($0) *" }))
    let second = pairs.prefix(8).flatMap { pair in beginnings(of: pair[1]).map { "\(pair[0]) \($0)" } }
    kinds.append(SearchKind(name: "typing a second word", queries: second, isTyped: true, bare: second.map { "\($0) *" }))
    kinds.append(
      SearchKind(
        name: "a beginning with a star", queries: ["th*", "co*", "pre*"] + middling.prefix(12).map { "\($0.prefix(3))*" }))
    let years = ["2016-03..2017-03", "2019-01..2019-12", "2021-06..2022-05", "2023"]
    kinds.append(
      SearchKind(name: "a field and dates", queries: middling.enumerated().map { "title:\($1) date:\(years[$0 % 4])" }))
    if common.count >= 2, middling.count >= 4 {
      let mixed = (0..<middling.count - 1).map { i in
        (middling[i], middling[i + 1], common[i % common.count], common[(i + 7) % common.count])
      }
      kinds.append(
        SearchKind(
          name: "AND, OR, NOT", queries: mixed.map { "(\($0) OR \($1)) AND \($2) NOT \($3)" },
          bare: mixed.map { "(\($0) OR \($1)) AND \($2) NOT \($3)" }))
    }
    kinds.append(SearchKind(name: "a common word, by rank", queries: common, order: .rank))
    return kinds.filter { !$0.queries.isEmpty }
  }

  private static func words(_ name: String, _ lists: [[String]]) -> SearchKind {
    let queries = lists.map { $0.joined(separator: " ") }
    return SearchKind(name: name, queries: queries, bare: lists.map { $0.map { "\"\($0)\"" }.joined(separator: " ") })
  }

  /// What stands in the line after each key.
  private static func beginnings(of word: String) -> [String] { (1...min(7, word.count)).map { String(word.prefix($0)) } }
}
