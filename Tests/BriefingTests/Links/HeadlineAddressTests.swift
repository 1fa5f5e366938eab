// Addresses that name one article though they differ, and those that only look so.

import Testing

@testable import Briefing

@Suite struct HeadlineAddressTests {
  private func same(_ one: String, _ other: String) -> Bool {
    guard let a = HeadlineAddress(one), let b = HeadlineAddress(other) else { return false }
    return a.isSame(as: b) && b.isSame(as: a) && !Set(a.keys).isDisjoint(with: b.keys)
  }

  @Test(arguments: [
    ("https://www.example.org/en/drone-falls-near-the-border/a-66999123", "https://m.example.org/en/a-66999123"),
    (
      "https://www.example.org/world/drone-falls-near-the-border-2023-10-05/",
      "https://example.org/drone-falls-near-the-border-2023-10-05"
    ),
    (
      "https://edition.example.com/2023/10/05/drone-falls-near-the-border/index.html",
      "https://example.com/2023/10/05/drone-falls-near-the-border?page=2"
    ),
    (
      "https://www-example-org.cdn.ampproject.org/c/s/www.example.org/drone-falls-near-the-border.amp",
      "https://www.example.org/drone-falls-near-the-border.html"
    ),
    (
      "https://news.example.co.uk/story/IDUSKBN2A91X4",
      "https://www.example.co.uk/article/drone-falls-near-the-border-iduskbn2a91x4"
    ),
  ])
  func one(_ pair: (String, String)) { #expect(same(pair.0, pair.1)) }

  @Test(arguments: [
    ("https://example.org/drone-falls-near-the-border", "https://example.net/drone-falls-near-the-border"),
    ("https://example.co.uk/drone-falls-near-the-border", "https://other.co.uk/drone-falls-near-the-border"),
    ("https://example.org/2023/10/05/the-day-in-five-pictures", "https://example.org/2023/10/06/the-day-in-five-pictures"),
    ("https://example.org/the-war-as-it-happens/a-66999123", "https://example.org/the-war-as-it-happens/a-66999124"),
    ("https://example.org/news/20231005", "https://example.org/sport/20231005"),
    ("https://example.org/world/europe", "https://example.org/world/europe"),
  ])
  func two(_ pair: (String, String)) { #expect(!same(pair.0, pair.1)) }
}
