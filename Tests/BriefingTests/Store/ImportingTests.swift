// What becomes of articles that arrive: new, changed or the same, under one id for life.

import Foundation
import Testing

@testable import Briefing

@Suite struct ImportingTests {
  @Test func importTwiceChangesNothing() throws {
    let fixture = try ArchiveFixture()
    let batch = (0..<50).map { IncomingArticle(article: sample("Report \($0)", "Talks went on in Geneva, day \($0).")) }
    let first = try fixture.archive.store(batch)
    let second = try fixture.archive.store(batch)
    #expect(first.allSatisfy { if case .new = $0 { true } else { false } })
    #expect(second == first.map { .same($0.id) })
    #expect(try fixture.archive.totals().articles == 50)
    #expect(try fixture.archive.check() == [])
  }

  @Test func theSameTwiceInOneBatchIsOneArticle() throws {
    let fixture = try ArchiveFixture()
    let article = IncomingArticle(article: sample("Truce holds", "The truce held for a third day."))
    let outcomes = try fixture.archive.store([article, article])
    #expect(outcomes == [.new(outcomes[0].id), .same(outcomes[0].id)])
  }

  @Test func changedContentKeepsIdDecisionsAndTheOldVersion() throws {
    let fixture = try ArchiveFixture()
    let archive = fixture.archive
    let old = sample("Truce holds", "The truce held.", date: day(2023, 10, 5), id: "\"a\"")
    let id = try fixture.add(old)[0]
    _ = try archive.setRead([id], true)
    _ = try archive.addTag([id], "syria")
    _ = try archive.setSource([id], "Reuters")
    let new = sample("Truce breaks", "The truce broke at dawn.", date: day(2023, 10, 6), id: "\"a\"")
    #expect(try archive.store([IncomingArticle(article: new)]) == [.changed(id)])
    let detail = try #require(try archive.detail(id))
    #expect(detail.versions == 2)
    #expect(detail.row.headline == "Truce breaks")
    #expect(detail.row.isUnread == false)
    #expect(detail.row.tags == ["syria"])
    #expect(detail.article.source == "Reuters")
    #expect(try archive.versions(of: id).map(\.article) == [old, new])
    #expect(try fixture.headlines("held") == [])
    #expect(try fixture.headlines("dawn") == ["Truce breaks"])
    #expect(try archive.check() == [])
  }

  @Test func anArticleIsReadBackAsItCame() throws {
    let fixture = try ArchiveFixture()
    var article = sample(
      "Drone downed", "A drone fell near Hasakah.", "DRONE ATTACK ON ACADEMY LEAVES DOZENS DEAD", "Officials confirmed it.",
      date: clock(2023, 10, 5, 16, 30, offset: 10_800), source: "Wire", url: "https://example.org/a", tags: ["syria"])
    article.authors = ["A. Writer", "B. Editor"]
    article.issues = ["two dates"]
    article.otherDate = PublicationDate(DateStamp(CivilDate(2023, 10, 1), precision: .month), origin: .url)
    article.dateline = Dateline(span: Span(0, 7), place: Span(0, 2), agency: Span(3, 5))
    article.blocks[1].href = "https://example.org/b"
    article.language = "tr"
    let id = try fixture.add(article)[0]
    #expect(try fixture.archive.article(id) == article)
  }

  /// Under which names an article is known again: id, address, file, content, in this order.
  @Test func recognition() throws {
    struct Case {
      var name: String
      var first: IncomingArticle
      var second: IncomingArticle
      var isSame: Bool
    }
    func item(_ title: String, id: String? = nil, url: String? = nil, path: String? = nil, scope: String = "") -> IncomingArticle
    {
      IncomingArticle(article: sample(title, "One text.", id: id, url: url), path: path, scope: scope)
    }
    let cases = [
      Case(name: "one id", first: item("A", id: "7"), second: item("B", id: "7"), isSame: true),
      Case(name: "7 is not \"7\"", first: item("A", id: "7"), second: item("A", id: "\"7\""), isSame: false),
      Case(
        name: "ids of two feeds", first: item("A", id: "7", scope: "x"), second: item("B", id: "7", scope: "y"), isSame: false),
      Case(
        name: "one address, written in two ways", first: item("A", url: "http://www.example.org/a/"),
        second: item("B", url: "https://example.org/a?utm_source=x"), isSame: true),
      Case(
        name: "two ids at one address", first: item("A", id: "1", url: "https://example.org/a"),
        second: item("B", id: "2", url: "https://example.org/a"), isSame: false),
      Case(name: "one file", first: item("A", path: "/x/a.txt"), second: item("B", path: "/x/a.txt"), isSame: true),
      Case(
        name: "one file, two addresses", first: item("A", url: "https://e.org/1", path: "/x/a.txt"),
        second: item("B", url: "https://e.org/2", path: "/x/a.txt"), isSame: false),
      Case(name: "a file that moved", first: item("A", path: "/x/a.txt"), second: item("A", path: "/y/a.txt"), isSame: true),
      Case(name: "two files", first: item("A", path: "/x/a.txt"), second: item("B", path: "/x/b.txt"), isSame: false),
      Case(name: "two ids, one text", first: item("A", id: "1"), second: item("A", id: "2"), isSame: false),
    ]
    for one in cases {
      for isOneBatch in [false, true] {
        let fixture = try ArchiveFixture()
        let outcomes =
          isOneBatch
          ? try fixture.archive.store([one.first, one.second])
          : try fixture.archive.store([one.first]) + fixture.archive.store([one.second])
        #expect((outcomes[0].id == outcomes[1].id) == one.isSame, "\(one.name), one batch: \(isOneBatch)")
        #expect(try fixture.archive.check() == [], "\(one.name)")
      }
    }
  }

  @Test func theOrderOfArrivalDoesNotMatterForIdentity() throws {
    let articles = (0..<60).map { number in
      IncomingArticle(
        article: sample(
          "Story \(number % 20)", "Line \(number % 20).", date: day(2024, 1, 1 + number % 20),
          id: number % 3 == 0 ? "\(number % 20)" : nil),
        path: number % 3 == 0 ? nil : "/briefings/\(number % 20).txt")
    }
    var expected: Set<String>?
    for seed in 1...4 as ClosedRange<UInt64> {
      var dice = Dice(state: seed)
      let fixture = try ArchiveFixture()
      for batch in articles.shuffled(using: &dice).chunked(by: 7) { _ = try fixture.archive.store(batch) }
      let rows = try fixture.archive.page(ListScope(), limit: 1000).rows
      let found = try Set(rows.map { try fixture.archive.article($0.id).map { "\($0.externalID ?? "-") \($0.text)" } ?? "" })
      #expect(expected == nil || expected == found)
      expected = found
      #expect(try fixture.archive.check() == [])
    }
  }

  @Test func aBetterParserMakesNoVersion() throws {
    let fixture = try ArchiveFixture()
    var article = sample("Grain", "Talks on grain.", "Photo: a port", id: "1")
    let id = try fixture.add(article)[0]
    article.blocks[1].kind = .caption
    #expect(try fixture.archive.store([IncomingArticle(article: article)]) == [.same(id)])
    #expect(try fixture.archive.article(id)?.blocks[1].kind == .caption)
    #expect(try fixture.archive.detail(id)?.versions == 1)
  }

  @Test func anEmptyArticleIsAnArticle() throws {
    let fixture = try ArchiveFixture()
    let id = try fixture.add(Article(text: "", blocks: []))[0]
    #expect(try fixture.archive.detail(id)?.article.text == "")
    #expect(try fixture.archive.check() == [])
  }
}

extension Array {
  func chunked(by size: Int) -> [[Element]] {
    stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
  }
}
