// Entries as articles: fields, paragraphs, headlines of other articles, and identity.

import Testing

@testable import Briefing

@Suite struct FeedArticlesTests {
  private func items(_ inside: String) -> [Feed.Item] {
    Feed.read(
      Array(
        "<rss version='2.0'><channel><title>Harbour Wire</title><link>https://a.example/</link><language>en-GB</language>\(inside)</channel></rss>"
          .utf8)
    )
    .articles()
  }

  private let entry = """
    <item><title>Ferry company stops sailings</title><link>https://a.example/ferry</link><guid isPermaLink="false">id-7</guid>
    <pubDate>Thu, 05 Oct 2023 18:04:11 +0300</pubDate><dc:creator>Jane Doe</dc:creator><category>Sea</category>
    <description><![CDATA[<p>The ferry company stopped all sailings to the port of Novara on Tuesday, it said.</p>
    <p><strong><a href="/rome">GREEK MINISTER VISITS ROME TO DISCUSS FERRIES</a></strong></p>
    <p>The crews waited for days, one of them said.</p><figure><img src="x.jpg"><figcaption>A ferry at Novara</figcaption></figure>
    <p>The post <a href="https://a.example/ferry">Ferry company stops sailings</a> appeared first on <a href="/">Harbour Wire</a>.</p>]]></description></item>
    """

  @Test func fieldsAndBlocks() throws {
    let article = try #require(items(entry).first?.article)
    #expect(article.title == Title("Ferry company stops sailings", origin: .field))
    #expect(article.published?.stamp.iso == "2023-10-05T18:04:11+03:00")
    #expect(
      article.source == "Harbour Wire" && article.authors == ["Jane Doe"] && article.tags == ["Sea"] && article.language == "en")
    #expect(article.url == "https://a.example/ferry" && article.externalID == "\"id-7\"")
    #expect(article.blocks.map(\.kind) == [.prose, .related, .prose, .promo])
    #expect(article.blocks[1].href == "https://a.example/rome")
    #expect(article.blocks.map(\.paragraph) == [1, nil, 2, nil])
  }

  @Test func aGuidIsUniqueInItsFeedUnlessItNamesTheWorld() throws {
    #expect(items(entry).first?.scope == "https://a.example/")
    #expect(items("<item><title>One</title><guid>https://a.example/1</guid></item>").first?.scope == "")
    #expect(items("<item><title>One</title><guid isPermaLink='false'>tag:a.example,2023:1</guid></item>").first?.scope == "")
  }

  @Test func aGuidThatTwoEntriesHaveIsCompleted() {
    let found = items(
      """
      <item><title>One</title><guid isPermaLink="false">same</guid><link>https://a.example/1</link></item>
      <item><title>Two</title><guid isPermaLink="false">same</guid><link>https://a.example/2</link></item>
      <item><title>Two again</title><guid isPermaLink="false">same</guid><link>https://a.example/2</link></item>
      <item><title>Two again</title><guid isPermaLink="false">same</guid><link>https://a.example/2</link></item>
      """)
    #expect(found.map { $0.article.title?.text } == ["One", "Two", "Two again"])
    #expect(Set(found.map(\.article.externalID)).count == 3)
    #expect(found[1].article.issues.contains { $0.contains("same guid") })
  }

  private let alike = [
    "<item><title>Alert</title><guid>https://a.example/live</guid><description>The ferry stopped.</description></item>",
    "<item><title>Alert</title><guid>https://a.example/live</guid><description>The ferry sailed again.</description></item>",
    "<item><title>Alert</title><description>The crew waited.</description></item>",
    "<item><title>Alert</title><description>The crew left.</description></item>",
  ]

  @Test func entriesThatDifferInTheirWordsAloneAreAllKept() {
    let found = items(alike.joined())
    #expect(
      found.map(\.article.text) == ["The ferry stopped.", "The ferry sailed again.", "The crew waited.", "The crew left."])
    // Whatever the order, each has its name.
    let other = items(alike.reversed().joined())
    #expect(found.map(\.article.externalID) == other.reversed().map(\.article.externalID))
    // What says the same twice is one, and its guid is its name.
    let twice = items(alike[0] + alike[0])
    #expect(twice.map(\.article.externalID) == ["\"https://a.example/live\""])
    #expect(twice[0].article.issues.isEmpty)
  }

  @Test func anEntryThatWasCutOffIsTakenOnlyWithAName() {
    func titles(_ cut: String) -> [String?] {
      Feed.read(Array("<rss><channel><item><title>One</title></item><item>\(cut)".utf8)).articles().map(\.article.title?.text)
    }
    #expect(titles("<title>Tw") == ["One"])
    #expect(titles("<guid>https://a.example/2</guid><title>Two</title><description>The fer") == ["One", "Two"])
  }

  @Test func aHeadlineAloneIsAnArticleAndNothingIsNone() {
    let found = items("<item><title>Only a headline</title></item><item><category>x</category></item>")
    #expect(found.map { $0.article.title?.text } == ["Only a headline"])
    #expect(found.first?.article.issues.contains { $0.contains("no text") } == true)
  }

  @Test(arguments: [
    ("https://click.example/?u=https%3A%2F%2Fnews.example%2Fa%3Fb%3D1&id=3", "https://news.example/a?b=1"),
    ("https://t.example/CL0/https:%2F%2Fnews.example%2Fstory/1/0100/x=2", "https://news.example/story"),
    ("https://links.example/c/aHR0cHM6Ly9uZXdzLmV4YW1wbGUvc3Rvcnk", "https://news.example/story"),
    ("https://a.example/r?url=https://b.example/r?url=https%3A%2F%2Fc.example%2F1", "https://c.example/1"),
    ("https://news.example/story?id=7", "https://news.example/story?id=7"),
    ("https://urldefense.com/v3/__https://news.example/story__;!!abc!def$", "https://news.example/story"),
    ("https://urldefense.proofpoint.com/v2/url?u=https-3A__news.example_story&d=abc", "https://news.example/story"),
    ("https://click.mail.example/f/a/x~~/y~/aHR0cHM6Ly9uZXdzLmV4YW1wbGUvc3Rvcnk~", "https://news.example/story"),
    ("https://pub.example/redirect/2/eyJlIjoiaHR0cHM6Ly9uZXdzLmV4YW1wbGUvc3RvcnkifQ.sig?j=1", "https://news.example/story"),
    ("https://a.example/r?url=https%253A%252F%252Fnews.example%252Fstory", "https://news.example/story"),
    ("https://a.example/?q=drones", "https://a.example/?q=drones"),
    ("https://a.example/?u=javascript:alert(1)", "https://a.example/?u=javascript:alert(1)"),
  ])
  func countedLinksLeadToTheirTarget(_ link: String, _ target: String) { #expect(ClickCounter.target(of: link) == target) }
}
