// The day of publication where the story was written.

import Testing

@testable import Briefing

@Suite("Dateline zones")
struct DatelineZoneTests {
  /// The local date of a story with this dateline that was published at this time.
  private func local(_ place: String, _ published: String) -> String? {
    let text = "\(place) (AP) - It fell today."
    var article = Article(text: text, blocks: timeBlocks(text))
    article.published = DateStamp(parsing: published).map { PublicationDate($0, origin: .field) }
    let end = place.unicodeScalars.count
    article.dateline = Dateline(span: Span(0, end + 5), place: Span(0, end))
    return article.localPublished?.stamp.date.iso
  }

  @Test(
    "a clock time in UTC is moved to the place of the dateline",
    arguments: [
      ("WASHINGTON", "2023-10-06T01:30Z", "2023-10-05"), ("WASHINGTON", "2023-10-06T04:30Z", "2023-10-06"),
      ("WASHINGTON", "2023-01-06T04:30Z", "2023-01-05"), ("LONDON", "2023-07-06T23:30Z", "2023-07-07"),
      ("LONDON", "2023-12-06T23:30Z", "2023-12-06"), ("TOKYO, Japan", "2023-10-05T16:00Z", "2023-10-06"),
      ("TEHRAN, Iran", "2023-10-05T20:45Z", "2023-10-06"), ("SAN FRANCISCO", "2024-01-01T05:00Z", "2023-12-31"),
    ])
  func moved(place: String, published: String, day: String) {
    #expect(local(place, published) == day)
  }

  @Test(
    "another offset, no clock time, or an unknown place leave the date",
    arguments: [
      ("WASHINGTON", "2023-10-06T01:30+03:00"), ("WASHINGTON", "2023-10-06"), ("NOWHERE", "2023-10-06T01:30Z"),
    ])
  func kept(place: String, published: String) {
    #expect(local(place, published) == "2023-10-06")
  }

  @Test("the analyser counts from the local day")
  func analysed() {
    let text = "WASHINGTON (AP) - It fell today."
    var article = Article(text: text, blocks: timeBlocks(text))
    article.published = DateStamp(parsing: "2023-10-06T01:30Z").map { PublicationDate($0, origin: .field) }
    article.dateline = Dateline(span: Span(0, 15), place: Span(0, 10))
    #expect(TimexTagger().tag(Document(article), published: article.localPublished?.stamp).map(\.value) == ["2023-10-05"])
  }
}
