// A feed that dates its entries into the future does not keep the head of the list.

import Testing

@testable import Briefing

@Suite struct FutureDateTests {
  private static let noon = CivilDate(2024, 3, 10).dayNumber * 86_400 + 43_200

  @Test(arguments: [
    (CivilDate(9999, 12, 31), false), (CivilDate(2024, 3, 14), false), (CivilDate(2024, 3, 13), true),
    (CivilDate(2024, 3, 11), true), (CivilDate(2024, 3, 10), true), (CivilDate(1999, 1, 1), true),
  ])
  func whatLiesDaysAheadIsNotTaken(_ date: CivilDate, _ isTaken: Bool) {
    var article = Article(text: "A port opened.", blocks: [])
    article.published = PublicationDate(DateStamp(date), origin: .field)
    let read = article.withoutFutureDate(at: FutureDateTests.noon)
    #expect((read.published != nil) == isTaken)
    #expect(read.issues.contains { $0.contains(date.iso) } == !isTaken)
  }

  @Test func anUndatedArticleStaysAsItIs() {
    let article = Article(text: "A port opened.", blocks: [])
    #expect(article.withoutFutureDate(at: 0) == article)
  }
}
