// Searches over a small archive: what is found, in what order, and with which words marked.

import Foundation
import GRDB
import Testing

@testable import Briefing

@Suite struct SearchTests {
  /// Five articles; the parties of the first are known.
  private func fixture() throws -> ArchiveFixture {
    let fixture = try ArchiveFixture()
    let ids = try fixture.add(
      sample(
        "Drone shot down over Syria", "A Turkish drone was shot down by U.S. troops near Hasakah.",
        "RUSSIA WARNS OF NEW GRAIN CRISIS",
        "Officials in Ankara said nothing.", date: day(2023, 10, 5), source: "Reuters", tags: ["syria"]),
      sample(
        "Grain deal talks", "Envoys met in Ankara on the grain deal. Nobody spoke of Syria.", date: day(2023, 11, 2),
        source: "BBC News"),
      sample(
        "Élysée hosts summit", "The summit in Paris ended late. Café talk, no drones.", date: day(2022, 3, 1), source: "AFP"),
      sample(nil, "An undated note on the grain market, which nobody signed."),
      sample(
        "Deal reached", "The grain was shipped.", date: DateStamp(CivilDate(2023, 12, 1), precision: .month),
        source: "reuters world"))
    let article = try #require(try fixture.archive.article(ids[0]))
    func span(_ text: String) -> Span {
      let range = article.text.range(of: text)!
      let start = article.text.unicodeScalars.distance(from: article.text.startIndex, to: range.lowerBound)
      return Span(start, start + text.unicodeScalars.count)
    }
    func mention(_ text: String, _ entity: String, _ name: String, _ kind: EntityKind, modifier: Bool = false) -> Mention {
      Mention(
        span: span(text), type: kind == .place || kind == .state ? .place : .organisation, kind: kind, entity: entity,
        name: name, why: "dictionary", isModifier: modifier)
    }
    var analysis = Analysis()
    analysis.who.entities = [
      mention("Turkish", "state:TUR", "Turkey", .state, modifier: true), mention("U.S.", "state:USA", "United States", .state),
      mention("Hasakah", "place:SYR/hasakah", "Hasakah", .place), mention("RUSSIA", "state:RUS", "Russia", .state),
      mention("Ankara", "government:TUR", "Government of Turkey", .government),
    ]
    analysis.who.attributions = [
      Attribution(sentence: 2, kind: .named, speaker: nil, entity: "government:TUR", cue: span("said"))
    ]
    analysis.timexes = [
      Timex(span: Span(0, 1), kind: .date, value: "2016-07", rule: "r", reason: "as written"),
      Timex(span: Span(2, 3), kind: .date, value: "PRESENT_REF", rule: "r", reason: "now"),
    ]
    try fixture.archive.storeAnalysis(ids[0], analysis)
    return fixture
  }

  @Test(arguments: [
    ("drone", ["Drone shot down over Syria"]), ("drones", ["Élysée hosts summit"]),
    ("grain deal", ["Deal reached", "Grain deal talks"]),
    ("\"grain deal\"", ["Grain deal talks"]), ("elysee", ["Élysée hosts summit"]), ("CAFÉ", ["Élysée hosts summit"]),
    ("u.s.", ["Drone shot down over Syria"]), ("dron*", ["Drone shot down over Syria", "Élysée hosts summit"]),
    ("grain -syria", ["Deal reached", "An undated note on the grain market, which nobody signed."]),
    ("title:deal", ["Deal reached", "Grain deal talks"]), ("title:grain ankara", ["Grain deal talks"]),
    ("body:deal", ["Grain deal talks"]),
    ("party:\"united states\"", ["Drone shot down over Syria"]), ("party:u.s.", ["Drone shot down over Syria"]),
    ("party:russia", []), ("party:hasakah", []), ("place:Hasakah", ["Drone shot down over Syria"]),
    ("party:state:USA", ["Drone shot down over Syria"]),
    ("party:nobody", []), ("-party:turkey date:2023-11", ["Grain deal talks"]), ("said:ankara", ["Drone shot down over Syria"]),
    ("said:u.s.", []),
    ("party:turk*", ["Drone shot down over Syria"]), ("source:reuters", ["Deal reached", "Drone shot down over Syria"]),
    ("source:bbc", ["Grain deal talks"]), ("source:nobody is:unread", []), ("tag:Syria", ["Drone shot down over Syria"]),
    ("tag:sy*", ["Drone shot down over Syria"]),
    ("date:2023-10..2023-11", ["Grain deal talks", "Drone shot down over Syria"]), ("date:2023-12", ["Deal reached"]),
    ("date:2023-12-01", []),
    ("date:..2022", ["Élysée hosts summit"]), ("about:2016", ["Drone shot down over Syria"]), ("about:2017", []),
    ("is:undated", ["An undated note on the grain market, which nobody signed."]), ("is:missing", ["Drone shot down over Syria"]),
    ("is:starred OR elysee", ["Élysée hosts summit"]), ("(summit OR shipped) -is:read", ["Deal reached", "Élysée hosts summit"]),
    ("-grain", ["Élysée hosts summit"]), ("NOT (grain OR source:afp)", []), ("is:read", []), ("\"", []), ("x' OR 1=1 --", []),
    ("title:drone* AND (body:hasakah OR body:paris)", ["Drone shot down over Syria"]),
  ])
  func found(_ query: String, _ expected: [String]) throws {
    let fixture = try fixture()
    let got = try fixture.headlines(query)
    if query == "\"" {
      #expect(got.count == 5)
    } else {
      #expect(got == expected)
      #expect(try fixture.archive.count(ListScope(query: query)) == expected.count)
    }
  }

  /// A condition beside words is put another way than alone; it must mean the same.
  @Test(arguments: [
    ("party:u.s. envoys", []), ("party:u.s. grain", ["Drone shot down over Syria"]),
    ("party:u.s. drone", ["Drone shot down over Syria"]),
    ("syria -party:u.s.", ["Grain deal talks"]), ("said:ankara ankara", ["Drone shot down over Syria"]),
    ("syria (tag:syria OR source:bbc)", ["Grain deal talks", "Drone shot down over Syria"]),
    ("syria tag:syria", ["Drone shot down over Syria"]), ("syria is:starred", ["Grain deal talks"]),
    ("syria -is:starred", ["Drone shot down over Syria"]), ("is:starred", ["Grain deal talks"]),
    ("grain is:undated", ["An undated note on the grain market, which nobody signed."]),
    ("about:2016 drone", ["Drone shot down over Syria"]), ("about:2017 drone", []),
    ("is:starred -syria", []), ("syria date:2023-11 source:bbc", ["Grain deal talks"]),
    ("(is:read OR grain) is:starred t", ["Grain deal talks"]),
  ])
  func conditionsBesideWords(_ query: String, _ expected: [String]) throws {
    let fixture = try fixture()
    let id = try #require(try fixture.archive.page(ListScope(query: "envoys"), limit: 1).rows.first?.id)
    _ = try fixture.archive.setStarred([id], true)
    for typed in [false, true] where typed == query.hasSuffix(" t") {
      #expect(try fixture.headlines(query, typed: typed) == expected)
      #expect(try Set(fixture.headlines(query, typed: typed, order: .rank)) == Set(expected))
      #expect(try fixture.archive.count(ListScope(query: query, completesLastWord: typed)) == expected.count)
    }
  }

  @Test func idsOfImportsAreReadForAList() throws {
    let fixture = try ArchiveFixture()
    let ids = try fixture.add(sample("Port opens", "It has two blocks.", "Here they are.", id: "7"), sample("Note", "No id."))
    #expect(try fixture.archive.externalIDs(of: ids) == [ids[0]: "7"])
  }

  @Test func theLastWordIsCompletedWhileItIsTyped() throws {
    let fixture = try fixture()
    #expect(try fixture.headlines("gra") == [])
    #expect(try fixture.headlines("gra", typed: true).count == 4)
    #expect(try fixture.headlines("d", typed: true) == ["Deal reached", "Grain deal talks", "Drone shot down over Syria"])
    #expect(try fixture.headlines("ankara gra", typed: true) == ["Grain deal talks", "Drone shot down over Syria"])
    #expect(try fixture.headlines("ankara g", typed: true) == ["Grain deal talks", "Drone shot down over Syria"])
    #expect(try fixture.headlines("drone ", typed: true) == ["Drone shot down over Syria"])
    #expect(try fixture.archive.count(ListScope(query: "gra", completesLastWord: true)) == 4)
  }

  @Test func aStarWhileTypingIsTheWordThatIsTyped() throws {
    let fixture = try fixture()
    #expect(try fixture.headlines("gra*", typed: true) == fixture.headlines("gra", typed: true))
    #expect(try fixture.headlines("d*", typed: true) == fixture.headlines("d", typed: true))
  }

  @Test func titlesAreFoundByTheBeginningsOfWordsThatAreTyped() throws {
    let fixture = try ArchiveFixture()
    _ = try fixture.add(
      sample("Al-Assad leaves Damascus", "He was gone by dawn.", id: "1"), sample("Leaves fall", "Assad said nothing.", id: "2"))
    #expect(try fixture.headlines("al-ass", typed: true) == ["Al-Assad leaves Damascus"])
    #expect(try fixture.headlines("title:leav", typed: true).count == 2)
    // A phrase is exact while it is typed too.
    #expect(try fixture.headlines("\"leaves dam\"", typed: true) == [])
    #expect(try fixture.headlines("\"leaves damascus\"", typed: true) == ["Al-Assad leaves Damascus"])
    #expect(try fixture.headlines("leaves \"gone by\" da", typed: true) == ["Al-Assad leaves Damascus"])
  }

  @Test func theBenchmarkFindsWordsByHowManyArticlesHaveThem() throws {
    let fixture = try ArchiveFixture()
    for n in 0..<6 { _ = try fixture.add(sample("Note \(n)", n < 3 ? "harbour grain" : "harbour", id: "\(n)")) }
    #expect(try fixture.archive.vocabulary(inShare: 0.9...1, limit: 9) == ["harbour", "note"])
    #expect(try fixture.archive.vocabulary(inArticles: 2...3, limit: 9) == ["grain"])
    #expect(try fixture.archive.vocabulary(inShare: 0...1, limit: 1).count == 1)
    #expect(try fixture.archive.texts(limit: 3).count == 3)
    #expect(try fixture.archive.bareSearch("grain", limit: 2).count == 2)
    #expect(try fixture.archive.fullTextShare() > 0)
  }

  @Test func byRankTitlesComeFirst() throws {
    let fixture = try fixture()
    #expect(try fixture.headlines("deal", order: .rank).prefix(2) == ["Deal reached", "Grain deal talks"])
    #expect(try fixture.headlines("syria sort:rank").first == "Drone shot down over Syria")
    #expect(try fixture.headlines("is:unread", order: .rank).count == 5)
  }

  @Test func snippetsSayWhereTheMatchIs() throws {
    let fixture = try fixture()
    func snippets(_ query: String) throws -> [String] {
      try fixture.archive.page(ListScope(query: query), limit: 10).rows.map { row in
        guard let snippet = row.snippet else { return "-" }
        let scalars = Array(snippet.text.unicodeScalars)
        let marked = snippet.hits.map { span in
          String(String.UnicodeScalarView(scalars[span.start..<span.end]))
        }
        return "\(snippet.place.rawValue): \(marked.joined(separator: ", "))"
      }
    }
    #expect(try snippets("hasakah") == ["body: Hasakah"])
    #expect(try snippets("russia") == ["linkedHeadline: RUSSIA"])
    #expect(try snippets("elysee") == ["title: Élysée"])
    #expect(try snippets("\"shot down\"") == ["body: shot down"])
    #expect(try snippets("party:turkey") == ["-"])
  }

  @Test func aSnippetIsWhereMostWordsStandTogether() throws {
    let fixture = try ArchiveFixture()
    let rest = String(repeating: "It went on without a word for days. ", count: 12)
    try fixture.add(sample("Note", "The harbour slept. \(rest)The governor of the port came. \(rest)Of a port.", id: "1"))
    func marked(_ query: String, typed: Bool = false) throws -> [String] {
      let scope = ListScope(query: query, completesLastWord: typed)
      let snippet = try #require(try fixture.archive.page(scope, limit: 1).rows.first?.snippet)
      let scalars = Array(snippet.text.unicodeScalars)
      return snippet.hits.map { String(String.UnicodeScalarView(scalars[$0.start..<$0.end])) }
    }
    #expect(try marked("the govern", typed: true) == ["The", "governor", "the"])
    #expect(try marked("governor port") == ["governor", "port"])
    #expect(try marked("port") == ["port"])
    // What never stands together is shown where the first of it stands.
    #expect(try marked("harbour governor") == ["harbour"])
    #expect(try marked("\"governor of th", typed: true) == ["governor of the"])
  }

  @Test func hitsInTheText() throws {
    let fixture = try fixture()
    let id = try #require(try fixture.archive.page(ListScope(query: "hasakah"), limit: 1).rows.first?.id)
    let text = Array(try #require(try fixture.archive.article(id)).text.unicodeScalars)
    func words(_ query: String) throws -> [String] {
      try fixture.archive.hits(in: id, query: query).map { String(String.UnicodeScalarView(text[$0.start..<$0.end])) }
    }
    #expect(try words("drone ankara -paris") == ["drone", "Ankara"])
    #expect(try words("party:turkey") == ["Turkish"])
    #expect(try words("title:drone") == [])
    #expect(try fixture.archive.titleHits(in: id, query: "drone syria").count == 2)
  }

  @Test func completionsAndLoosening() throws {
    let fixture = try fixture()
    let archive = fixture.archive
    #expect(try archive.completions(field: "party", prefix: "tur", limit: 5) == ["Turkey"])
    #expect(try archive.completions(field: "place", prefix: "ha", limit: 5) == ["Hasakah"])
    #expect(try archive.completions(field: "source", prefix: "news", limit: 5) == ["BBC News"])
    #expect(try archive.completions(field: "tag", prefix: "", limit: 5) == ["syria"])
    #expect(try archive.completions(field: "text", prefix: "gra", limit: 5) == ["grain"])
    #expect(try archive.completions(field: "field", prefix: "pa", limit: 5) == ["party:"])
    let words = try archive.loosen("drone envoys").map(\.what)
    #expect(Set(words) == ["without “drone”", "without “envoys”"])
    #expect(try archive.loosen("summmit").map(\.query) == ["summit"])
    #expect(try archive.loosen("\"deal grain\"").map(\.query) == ["deal grain"])
    #expect(try archive.loosen("party:officials").map(\.query) == ["\"officials\""])
    #expect(try archive.loosen("zzzz") == [])
  }

  /// Our words are the index's words, whatever the script.
  @Test func wordsAreCutAndFoldedAsTheIndexDoes() throws {
    let texts = [
      "Turkey’s F-16s cost $1,200.50 — “unsafe”", "Élysée ÀÇÉÎÕÜ åøæ ß ŁÓDŹ ñ Ğışıİ", "e\u{301}tude cafe\u{301}s",
      "Москва й Ё ΑΘΉΝΑ ά",
      "北京 会谈 ２０２３", "naïve½²ª", "a\u{200D}b c\u{00AD}d don't O'Brien", "ẞ Ǆ ǆ ﬁn Ⅷ ①", "العَرَبِيَّة עברית", "👍 z🇺🇸z",
    ]
    let queue = try DatabaseQueue()
    try queue.write { db in
      try db.execute(sql: "CREATE VIRTUAL TABLE t USING fts5(x, tokenize='unicode61 remove_diacritics 2')")
      try db.execute(sql: "CREATE VIRTUAL TABLE v USING fts5vocab(t, instance)")
      for (index, text) in texts.enumerated() {
        try db.execute(sql: "INSERT INTO t(rowid, x) VALUES (?, ?)", arguments: [index, text])
        let theirs = try String.fetchAll(db, sql: "SELECT term FROM v WHERE doc = ? ORDER BY offset", arguments: [index])
        #expect(SearchTokens.words(of: text) == theirs, "\(text)")
      }
    }
  }
}
