// The query language: what is understood, and what is told of what is not.

import Testing

@testable import Briefing

@Suite struct QueryParserTests {
  /// The query as it was understood, written out.
  private func shown(_ node: Query.Node?) -> String {
    switch node {
    case nil: ""
    case .words(let words):
      (words.place == .anywhere ? "" : words.place.rawValue + ":") + (words.isPhrase ? "\"\(words.text)\"" : words.text)
        + (words.isPrefix ? "*" : "")
    case .filter(let filter): "\(filter.field.rawValue)=\(filter.value)"
    case .all(let nodes): "(" + nodes.map { shown($0) }.joined(separator: " & ") + ")"
    case .any(let nodes): "(" + nodes.map { shown($0) }.joined(separator: " | ") + ")"
    case .not(let inner): "!" + shown(inner)
    }
  }

  @Test(arguments: [
    ("", ""), ("   ", ""), ("drone", "drone"), ("drone syria", "(drone & syria)"), ("drone AND syria", "(drone & syria)"),
    ("drone OR uav syria", "(drone | (uav & syria))"), ("(drone OR uav) syria", "((drone | uav) & syria)"),
    ("drone -turkey", "(drone & !turkey)"), ("NOT turkey", "!turkey"), ("-(a OR b)", "!(a | b)"),
    ("\"grain deal\"", "\"grain deal\""), ("“grain deal”", "\"grain deal\""), ("dron*", "dron*"),
    ("\"grain de\"*", "\"grain de\"*"),
    ("title:drone body:\"shot down\"", "(title:drone & body:\"shot down\")"), ("party:Turkey", "party=Turkey"),
    ("party:\"Pat Ryder\" is:unread", "(party=Pat Ryder & is=unread)"), ("date:2023-10..2023-12", "date=2023-10..2023-12"),
    ("date:..2023", "date=..2023"), ("date:2023-W40", "date=2023-W40"), ("F-16", "F-16"), ("U.S.", "U.S."),
    ("10:30", "10:30"), ("https://example.org/a", "https://example.org/a"), ("or and not", "(or & and & not)"),
    ("PARTY:pkk", "party=pkk"), ("date:last-week", "date=last-week"), ("date:2020..today", "date=2020..today"),
    ("story:12", "story=12"), ("story:\"drone syria\"", "story=drone syria"), ("sort:rank drone", "drone"),
  ])
  func understood(_ text: String, _ expected: String) {
    let (query, errors) = Query.parse(text)
    #expect(errors.isEmpty, "\(errors)")
    #expect(shown(query.root) == expected)
  }

  /// [Marked] is the place of the error; the rest is understood.
  @Test(arguments: [
    ("drone [prty:Turkey]", "drone", "did you mean “party:”?"), ("[colour:red] x", "x", "fields are title"),
    ("drone [party:]", "drone", "needs a value"), ("[(]drone", "drone", "not closed"),
    ("drone[)] x", "(drone & x)", "closes nothing"),
    ("[\"]grain", "\"grain\"", "not closed"), ("drone [OR]", "drone", "after it"), ("[OR] drone", "drone", "before it"),
    ("drone [AND]", "drone", "after it"), ("drone [&] x", "(drone & x)", "no letter"), ("[()] x", "x", "nothing between"),
    ("[is:red] x", "x", "is: knows unread"), ("[date:soon] x", "x", "is no date"), ("[date:2023-13]", "", "is no date"),
    ("[date:2024..2023]", "", "is no date"), ("drone [NOT]", "drone", "nothing after it"),
    ("[sort:size] x", "x", "“date” and “rank”"),
    ("[date:202]", "", "is no date"), ("[\"\"] x", "x", "phrase is empty"),
  ])
  func told(_ marked: String, _ expected: String, _ words: String) throws {
    let start = try #require(marked.firstIndex(of: "["))
    let end = try #require(marked.lastIndex(of: "]"))
    let offset = marked[..<start].unicodeScalars.count
    let length = marked[marked.index(after: start)..<end].unicodeScalars.count
    let text = marked.filter { $0 != "[" && $0 != "]" }
    let (query, errors) = Query.parse(text)
    #expect(shown(query.root) == expected)
    let error = try #require(errors.first)
    #expect(errors.count == 1, "\(errors)")
    #expect(error.offset == offset && error.length == length, "\(text): \(error)")
    #expect(error.message.contains(words), "\(error.message)")
  }

  @Test func noTextTraps() {
    var dice = Dice(state: 7)
    let pieces = [
      "(", ")", "\"", "-", "*", " ", "OR", "AND", "NOT", "party:", "date:", "..", "is:", "a", "é", "\u{0}", "title:", "“", "\n",
      "👍",
    ]
    for _ in 0..<3000 {
      let text = (0..<Int.random(in: 0...12, using: &dice)).map { _ in pieces.randomElement(using: &dice)! }.joined()
      let (query, errors) = Query.parse(text)
      let count = text.unicodeScalars.count
      for error in errors { #expect(error.offset >= 0 && error.length >= 0 && error.offset + error.length <= count, "\(text)") }
      for (node, _) in query.leaves {
        switch node {
        case .words(let words): #expect(words.span.start >= 0 && words.span.end <= count)
        case .filter(let filter): #expect(filter.span.end <= count)
        default: break
        }
      }
    }
    #expect(!Query.parse(String(repeating: "(", count: 3000)).errors.isEmpty)
    #expect(!Query.parse(String(repeating: "-", count: 3000) + "a").errors.isEmpty)
  }

  @Test(arguments: [
    ("drone", "drone*"), ("grain dea", "grain dea*"), ("drone ", "drone "), ("dron*", "dron*"),
    ("\"grain deal\"", "\"grain deal\""),
    ("drone -turk", "drone -turk"), ("party:turk", "party:turk"), ("title:turk", "title:turk*"), ("al-ass", "al-ass*"),
    ("(a OR b)", "(a OR b)"), ("", ""), ("sort:rank grain", "sort:rank grain*"),
  ])
  func enteredSearchesMeanWhatTheyShowed(_ typed: String, _ entered: String) { #expect(Query.entered(typed) == entered) }

  @Test(arguments: [("drone", true), ("-drone", false), ("party:x", false), ("party:x \"a b\"", true), ("", false)])
  func wordsToRankBy(_ text: String, _ hasWords: Bool) { #expect(Query.parse(text).query.hasWords == hasWords) }
}
