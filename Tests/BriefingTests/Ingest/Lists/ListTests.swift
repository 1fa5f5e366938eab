// Lists of feeds in and out: nothing that a list says is lost.

import Testing

@testable import Briefing

@Suite struct ListTests {
  private let fixture: ArchiveFixture
  private var archive: Archive { fixture.archive }

  init() throws { fixture = try ArchiveFixture() }

  private static let list = """
    <?xml version="1.0" encoding="ISO-8859-1"?>
    <!-- a list -->
    <opml version="2.0" xmlns:desk="https://example.org/desk">
      <head><title>Ports &amp; ferries</title><ownerName>A. Example</ownerName></head>
      <body>
        <outline text="Sea" desk:colour="blue">
          <outline type="rss" text="Harbour" title="Harbour &quot;Wire&quot;" xmlUrl="https://example.org/feed?a=1&amp;b=2"
            htmlUrl="https://example.org/" desk:rank="7" category="ports,italy"/>
          <outline title="Deep"><outline type="rss" xmlUrl='http://example.com/deep.xml' text="One &#233; two"></outline></outline>
        </outline>
        <outline text="A note"/>
        <outline type="rss" text="A program" xmlUrl="|~/fetch.py"/>
      </body>
    </opml>
    """

  private func read(_ text: String) throws -> OPML { try OPML.read(Array(text.utf8), name: "list") }

  @Test func feedsWithTheirFolders() throws {
    let list = try read(ListTests.list)
    #expect(
      list.feeds.map(\.outline.feedURL) == ["https://example.org/feed?a=1&b=2", "http://example.com/deep.xml", "|~/fetch.py"])
    #expect(list.feeds.map(\.folders) == [["Sea"], ["Sea", "Deep"], []])
    #expect(list.feeds.map(\.outline.name) == ["Harbour \"Wire\"", "One \u{E9} two", "A program"])
    #expect(list.head == [.init("title", "Ports & ferries"), .init("ownerName", "A. Example")])
  }

  /// What XML allows no name for is left out and told, so that the list that is written can be read, on a terminal too.
  @Test(arguments: ["\u{1B}]0;x\u{7}", "q\"r", "b\u{202E}i", "1st", "text", "-a", String(repeating: "a", count: 101)])
  func namesThatXMLDoesNotAllow(_ name: String) throws {
    let hostile = """
      <opml version="2.0"><head><title>T</title></head><body>
      <outline text="Sea" \(name)="x" type="rss" xmlUrl="https://example.org/feed"/></body></opml>
      """
    let list = try read(hostile)
    #expect(list.omitted > 0)
    _ = try archive.importList(list, time: 1)
    let text = try archive.exportList().text
    #expect(Sanitize.text(text) == text && !text.contains(name == "text" ? "=\"x\"" : name))
    let again = try read(text)
    #expect(again.omitted == 0 && again.feeds.map(\.outline.feedURL) == ["https://example.org/feed"])
    // What an older archive has is not written either.
    let old = OPML(head: [.init("o\u{202E}wner", "A")], outlines: [.init(attributes: [.init(name + "\u{202E}", "x")])])
    #expect(Sanitize.text(old.text) == old.text)
  }

  @Test func writtenAndReadAgainIsTheSame() throws {
    let list = try read(ListTests.list)
    #expect(try read(list.text) == list)
  }

  @Test func throughTheArchiveIsTheSame() throws {
    let list = try read(ListTests.list)
    let outcome = try archive.importList(list, time: 1)
    #expect(outcome.new == ["https://example.org/feed?a=1&b=2", "http://example.com/deep.xml"])
    #expect(outcome.refused.map(\.what) == ["|~/fetch.py"])
    #expect(try archive.exportList() == list)
    let again = try archive.importList(list, time: 2)
    #expect(again.new == [] && again.known == 2)
    #expect(try archive.exportList() == list)
    let feeds = try archive.subscriptions()
    #expect(feeds.map(\.folder) == ["Sea", "Sea/Deep"])
    #expect(feeds[0].settings.tags == ["ports", "italy"])
    #expect(feeds.allSatisfy { $0.allowedOrigin == nil })
    #expect(try archive.check() == [])
  }

  @Test func whatChangedIsWritten() throws {
    _ = try archive.importList(read(ListTests.list), time: 1)
    let feeds = try archive.subscriptions()
    var record = FetchRecord(.unchanged, time: 2)
    record.movedTo = "https://example.org/moved"
    try archive.record(record, feed: feeds[0].id)
    var settings = feeds[1].settings
    settings.title = "Mine"
    try archive.setFeedSettings(feeds[1].id, settings)
    try archive.subscribe(url: "https://example.net/new", title: "New", time: 3)
    let list = try archive.exportList()
    #expect(
      list.feeds.map(\.outline.feedURL) == [
        "https://example.org/moved", "http://example.com/deep.xml", "|~/fetch.py", "https://example.net/new",
      ])
    #expect(list.feeds.map(\.outline.name) == ["Harbour \"Wire\"", "Mine", "A program", "New"])
    try archive.unsubscribe(feeds[0].id)
    #expect(try archive.exportList().feeds.count == 3)
  }

  @Test func twoFoldersOfOneNameStayTwo() throws {
    let text = """
      <opml version="1.0"><head><title>T</title></head><body><outline title="Sea"><outline xmlUrl="https://a.example/1" title="One"/></outline>
      <outline xmlUrl="https://a.example/2" title="Two"/><outline title="Sea"><outline xmlUrl="https://a.example/3" title="Three"/></outline>
      <outline xmlUrl="https://a.example/2" title="Two"/></body></opml>
      """
    for time in 1...3 {
      _ = try archive.importList(read(text), time: time)
      let list = try archive.exportList()
      #expect(list.outlines.map(\.name) == ["Sea", "Two", "Sea", "Two"])
      #expect(list.outlines.map { $0.children.map(\.name) } == [["One"], [], ["Three"], []])
    }
  }

  @Test func twoListsBecomeOne() throws {
    _ = try archive.importList(read(ListTests.list), time: 1)
    let other = """
      <opml><head/><body><outline text="Sea"><outline xmlUrl="https://example.org/third" text="Third"/></outline></body></opml>
      """
    _ = try archive.importList(read(other), time: 2)
    let list = try archive.exportList()
    #expect(list.outlines.count == 3)
    #expect(list.outlines[0].children.map(\.name) == ["Harbour \"Wire\"", "Deep", "Third"])
  }

  @Test(arguments: [
    "", "no markup", "<opml version='1.0'><head/></opml>", "<html><body><outline xmlUrl='http://a/'/></body></html>", "<opml/>",
  ])
  func noList(_ text: String) {
    #expect(throws: IngestError.noList("list")) { try read(text) }
  }

  @Test func brokenListsAreReadAsFarAsTheyGo() throws {
    let list = try read("<opml><body><outline text=a><outline xmlUrl='http://a.example/' text='x \u{1B}[2J y'>")
    #expect(list.feeds.map(\.outline.name) == ["x  y"])
    #expect(list.feeds.map(\.folders) == [["a"]])
    let deep = "<opml><body>" + String(repeating: "<outline text='d'>", count: 5000)
    #expect(try read(deep).text.isEmpty == false)
  }

  @Test func newsboat() throws {
    let text = """
      # my feeds
      https://example.org/feed news "far east" "~Harbour \\"Wire\\""
      "https://example.org/other feed.xml" !hidden   # a comment
      query:Unread:unread = "yes"
      exec:~/bin/feed.sh
      filter:~/bin/f:https://example.org/x
      file:///home/me/feed.xml
      nonsense

      http://example.com/ a#b
      """
    let (entries, refused) = NewsboatURLs.read(text)
    #expect(
      entries == [
        .init(url: "https://example.org/feed", title: "Harbour \"Wire\"", tags: ["news", "far east"]),
        .init(url: "https://example.org/other feed.xml", title: nil, tags: []),
        .init(url: "http://example.com/", title: nil, tags: ["a#b"]),
      ])
    #expect(refused.map(\.line) == [4, 5, 6, 7, 8])
    let outcome = try archive.importURLs((entries, refused), time: 1)
    #expect(outcome.new.count == 3 && outcome.refused.count == 5)
    let feed = try #require(try archive.subscription(url: "https://example.org/feed"))
    #expect(feed.name == "Harbour \"Wire\"" && feed.settings.tags == ["news", "far east"])
    #expect(try archive.exportList().feeds.first?.outline["category"] != nil)
  }
}

@Suite struct FeedFinderTests {
  @Test func namedFeedsComeFirst() {
    let page = """
      <html><head><base href="https://news.example.org/world/">
      <LINK REL="Alternate" TYPE="application/rss+xml" title="World &amp; sea" href="feed.xml">
      <link rel=alternate type=application/atom+xml href=/atom>
      <link rel="alternate" type="text/html" hreflang="fr" href="/fr"><link rel="stylesheet" href="/a.css">
      <link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">
      </head><body><a href="/rss">RSS</a>
      """
    let found = FeedFinder.candidates(in: Array(page.utf8), url: "https://example.org/")
    #expect(found.map(\.url) == ["https://news.example.org/world/feed.xml", "https://news.example.org/atom"])
    #expect(found.map(\.title) == ["World & sea", nil])
  }

  @Test func linksThatLookLikeFeeds() {
    let page =
      "<p><a href='/about'>About</a> <a href='/news/rss'>RSS</a> <a href=\"x.rss?a=1\">x</a> <a href='/rss-is-dead'>no</a>"
    let found = FeedFinder.candidates(in: Array(page.utf8), url: "https://example.org/p/")
    #expect(found.map(\.url) == ["https://example.org/news/rss", "https://example.org/p/x.rss?a=1"])
    #expect(found.allSatisfy { !$0.isNamed })
  }

  @Test func usualPlaces() {
    let found = FeedFinder.usualPlaces(of: "https://example.org/blog?x=1").map(\.url)
    #expect(found.first == "https://example.org/blog/feed")
    #expect(found.contains("https://example.org/rss.xml"))
    #expect(Set(found).count == found.count)
  }
}
