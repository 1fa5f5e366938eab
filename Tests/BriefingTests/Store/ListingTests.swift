// The order of lists, their pages, and the places of crowded days.

import Foundation
import Testing

@testable import Briefing

@Suite struct ListingTests {
  @Test func newestFirstThenUndated() throws {
    let fixture = try ArchiveFixture()
    try fixture.add(
      sample("undated 1", "a"), sample("February", "b", date: DateStamp(CivilDate(2023, 2, 1), precision: .month)),
      sample("5 October, noon", "c", date: clock(2023, 10, 5, 12, 0)), sample("5 October", "d", date: day(2023, 10, 5)),
      sample("undated 2", "e"), sample("4 October", "f", date: day(2023, 10, 4)),
      sample("6 October in Tokyo, 5 October at noon in UTC", "g", date: clock(2023, 10, 6, 0, 0, offset: 32_400)),
      sample("1911", "h", date: DateStamp(CivilDate(1911, 1, 1), precision: .year)))
    #expect(
      try fixture.headlines() == [
        "6 October in Tokyo, 5 October at noon in UTC", "5 October, noon", "5 October", "4 October", "February", "1911",
        "undated 2", "undated 1",
      ])
    #expect(try fixture.headlines("is:undated") == ["undated 2", "undated 1"])
    #expect(try fixture.archive.totals().undated == 2)
  }

  @Test func pagesMeetWithoutGapOrOverlap() throws {
    let fixture = try ArchiveFixture()
    let articles = (0..<95).map { IncomingArticle(article: sample("n \($0)", "Word.", date: day(2024, 1, 1 + $0 % 9))) }
    _ = try fixture.archive.store(articles)
    for query in ["", "word", "is:unread", "date:2024"] {
      let scope = ListScope(query: query)
      var ids: [Int64] = []
      var page = try fixture.archive.page(scope, limit: 10)
      #expect(!page.hasNewer)
      while true {
        ids += page.rows.map(\.id)
        guard page.hasOlder, let last = page.rows.last else { break }
        page = try fixture.archive.page(scope, olderThan: last.listKey, limit: 10)
        #expect(page.hasNewer)
      }
      #expect(ids.count == 95 && Set(ids).count == 95, "\(query)")
      #expect(try fixture.archive.count(scope) == 95)
      #expect(try fixture.archive.count(scope, cap: 20) == 20)
      let oldest = try fixture.archive.page(scope, newerThan: Int64.min, limit: 10)
      #expect(oldest.rows.map(\.id) == Array(ids.suffix(10)) && oldest.hasNewer && !oldest.hasOlder)
      let middle = try #require(try fixture.archive.row(ids[50]))
      let above = try fixture.archive.page(scope, newerThan: middle.listKey, limit: 10)
      #expect(above.rows.map(\.id) == Array(ids[40..<50]), "\(query)")
      #expect(above.hasNewer && above.hasOlder)
    }
  }

  @Test func aDayHoldsThousandsInTheirOrder() throws {
    let fixture = try ArchiveFixture()
    var batch = (0..<3000).map { IncomingArticle(article: sample("\($0)", "x", date: day(2020, 5, 5))) }
    batch.append(IncomingArticle(article: sample("late", "x", date: clock(2020, 5, 5, 23, 59))))
    batch.append(IncomingArticle(article: sample("next day", "x", date: day(2020, 5, 6))))
    for part in batch.chunked(by: 700) { _ = try fixture.archive.store(part) }
    let expected = ["next day", "late"] + (0..<3000).reversed().map(String.init)
    #expect(try fixture.archive.page(ListScope(), limit: 5000).rows.map(\.headline) == expected)
    #expect(try fixture.archive.count(ListScope(query: "date:2020-05-05")) == 3001)
    // In a process of its own the run of taken places is found again.
    let again = try Archive.open(path: fixture.path)
    _ = try again.store([IncomingArticle(article: sample("3000", "x", date: day(2020, 5, 5)))])
    #expect(try again.page(ListScope(), limit: 3).rows.map(\.headline) == ["next day", "late", "3000"])
  }

  @Test func placesOfDates() {
    #expect(ListKey.wanted(nil) == nil)
    #expect(ListKey.wanted(day(1970, 1, 1)) == ListKey.start(ofDay: 0))
    #expect(ListKey.wanted(clock(1969, 12, 31, 23, 59)) == ListKey.start(ofDay: 0) - ListKey.placesPerMinute)
    #expect(ListKey.wanted(DateStamp(CivilDate(-5000, 1, 1))) == ListKey.firstDated)
    #expect(ListKey.isDated(ListKey.firstDated))
  }
}
