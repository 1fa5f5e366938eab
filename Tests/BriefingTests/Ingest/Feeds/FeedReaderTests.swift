// Feeds of every kind and in every state, each with what is to be understood of it.

import Testing

@testable import Briefing

@Suite struct FeedReaderTests {
  private func read(_ text: String, url: String? = nil, headers: [String: String] = [:]) -> Feed {
    Feed.read(Array(text.utf8), from: Feed.Origin(url: url, headers: headers))
  }

  /// The first entry of a feed whose one item holds `inside`.
  private func item(_ inside: String, root: String = "") throws -> FeedEntry {
    try #require(read("<rss version='2.0' \(root)><channel><item>\(inside)</item></channel></rss>").entries.first)
  }

  private func atom(_ inside: String) throws -> FeedEntry {
    try #require(read("<feed xmlns='http://www.w3.org/2005/Atom'><entry>\(inside)</entry></feed>").entries.first)
  }

  @Test(arguments: [
    // RSS 2.0, 0.9x without a version, RDF (RSS 1.0 and 0.90), Atom 1.0 and 0.3, CDF, and prefixes that nobody expects.
    ("<rss version='2.0'><channel><title>Wire</title><item><title>Ferry stops</title></item></channel></rss>"),
    ("<rss><channel><title>Wire</title></channel><item><title>Ferry stops</title></item></rss>"),
    ("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'><channel><title>Wire</title></channel><item rdf:about='u'><title>Ferry stops</title></item></rdf:RDF>"),
    ("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://my.netscape.com/rdf/simple/0.9/'><channel><title>Wire</title></channel><item><title>Ferry stops</title></item></rdf:RDF>"),
    ("<feed xmlns='http://www.w3.org/2005/Atom'><title>Wire</title><entry><title type='html'>Ferry &lt;b&gt;stops&lt;/b&gt;</title></entry></feed>"),
    ("<feed version='0.3' xmlns='http://purl.org/atom/ns#'><title>Wire</title><entry><title mode='base64' type='text/html'>RmVycnkgPGk+c3RvcHM8L2k+</title></entry></feed>"),
    ("<CHANNEL><TITLE>Wire</TITLE><ITEM HREF='https://a.example/'><TITLE>Ferry stops</TITLE></ITEM></CHANNEL>"),
    ("<x:rss xmlns:x='http://backend.userland.com/RSS2'><x:channel><x:title>Wire</x:title><x:item><x:title>Ferry stops</x:title></x:item></x:channel></x:rss>"),
    // Broken: no end tags, an item inside an item, a stray end tag, a bare ampersand, an unquoted attribute, the end cut off.
    ("<rss><channel><title>Wire<item><title>Ferry stops"),
    ("<rss><channel><title>Wire<link>https://a.example/<item><title>Ferry stops<link>https://a.example/1<description>d</channel></rss>"),
    ("<rss><channel><title>Wire</title></b><item><title>Ferry stops</title><item><title>Next</title></item></channel></rss>"),
    ("<rss version=2.0><channel><title>Wire</title><item><title>Ferry stops</title><link>https://a.example/?a=1&b=2</link></item></chan"),
  ])
  func titlesOfEveryFormat(_ text: String) throws {
    let feed = read(text)
    #expect(feed.isFeed)
    #expect(feed.title?.plain == "Wire")
    #expect(feed.entries.first?.title?.plain == "Ferry stops")
  }

  @Test(arguments: [
    ("<title>1 &lt; 2 &amp; 3</title>", "1 < 2 & 3"), ("<title>The &lt;strait&gt; tag</title>", "The <strait> tag"),
    ("<title><![CDATA[<b>Ferry</b> &amp; crew]]></title>", "Ferry & crew"), ("<title>Don&#146;t sail</title>", "Don’t sail"),
    ("<title>Caf&eacute; &#x20AC;5</title>", "Café €5"), ("<title>A<br/>B</title>", "A\nB"),
    ("<media:title>Second choice</media:title>", "Second choice"),
    ("<media:title>Second choice</media:title><title>First</title>", "First"),
    ("<image><title>Picture</title></image><title>First</title>", "First"), ("<dc:title>Undeclared</dc:title>", "Undeclared"),
    ("<TiTlE>Case</tItLe>", "Case"),
  ])
  func titlesOfItems(_ inside: String, _ title: String) throws { #expect(try item(inside).title?.plain == title) }

  @Test func textsAreTakenByTheirType() throws {
    #expect(try atom("<content type='text'>a &lt;b&gt; c</content>").content?.plain == "a <b> c")
    #expect(try atom("<content type='html'>a &lt;b&gt;c&lt;/b&gt;</content>").content?.plain == "a c")
    let open = try atom(
      "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>a <b>c</b><script>x()</script></div></content>")
    #expect(open.content?.plain == "a c")
    #expect(open.summary == open.content)
    let both = try item("<description>Short</description><content:encoded>Long &lt;p&gt;text&lt;/p&gt;</content:encoded>")
    #expect(both.summary?.plain == "Short" && both.content?.plain == "Long \ntext")
  }

  @Test func addressesAreResolved() throws {
    let feed = read(
      """
      <feed xmlns='http://www.w3.org/2005/Atom' xml:base='/news/'><link href='./'/>
      <entry xml:base='2023/'><link href='a.html'/><content type='html'>&lt;a href=' ../b '>x&lt;/a>&lt;a href='javascript:x'>y&lt;/a></content></entry></feed>
      """, url: "https://host.example/feeds/atom.xml")
    #expect(feed.link == "https://host.example/news/")
    #expect(feed.entries.first?.link == "https://host.example/news/2023/a.html")
    #expect(feed.entries.first?.content?.links == ["https://host.example/news/b"])
    let carried = read(
      "<rss><channel><link>/x</link></channel></rss>", url: "http://a.example/f",
      headers: ["content-location": "http://b.example/"])
    #expect(carried.link == "http://b.example/x")
    #expect(try item("<guid>https://a.example/1</guid>").link == "https://a.example/1")
    #expect(try item("<guid isPermaLink='false'>https://a.example/1</guid>").link == nil)
  }

  @Test(
    arguments: [
      ("Jane Doe (jane@a.example)", "Jane Doe", "jane@a.example"), ("jane@a.example (Jane Doe)", "Jane Doe", "jane@a.example"),
      ("Jane Doe &lt;jane@a.example&gt;", "Jane Doe", "jane@a.example"), ("Jane Doe", "Jane Doe", nil),
      ("jane@a.example", nil, "jane@a.example"),
    ] as [(String, String?, String?)])
  func peopleInOneString(_ text: String, _ name: String?, _ email: String?) throws {
    #expect(try item("<author>\(text)</author>").people == [FeedPerson(name: name, email: email)])
  }

  @Test func peopleOfAtomAndLists() throws {
    let entry = try atom(
      "<author><name>A</name><email>a@b.example</email></author><author><name>B</name></author><category term='t' label='T'/>")
    #expect(entry.people.map(\.words) == ["A (a@b.example)", "B"])
    #expect(entry.categories == ["T", "t"])
    let rss = try item(
      "<dc:creator>A</dc:creator><dc:creator>B</dc:creator><category>x</category><tags>y, z</tags><enclosure url='https://a.example/1.mp3' length='3' type='audio/mpeg'/>"
    )
    #expect(rss.people.compactMap(\.name) == ["A", "B"])
    #expect(rss.categories == ["x", "y", "z"])
    #expect(rss.enclosures == [FeedEnclosure(url: "https://a.example/1.mp3", type: "audio/mpeg", length: "3")])
  }

  @Test(
    arguments: [
      ("Thu, 01 Jan 2004 19:48:21 GMT", "2004-01-01T19:48:21Z"), ("Thu, 1 Jan 04 19:48 EST", "2004-01-01T19:48-05:00"),
      ("01 Jan 2004 19:48:21 +0130", "2004-01-01T19:48:21+01:30"), ("2003-12-31T10:14:55.123Z", "2003-12-31T10:14:55Z"),
      ("2003-12-31T10:14:55-08:00", "2003-12-31T10:14:55-08:00"), ("2003-12-31 10:14", "2003-12-31T10:14"),
      ("2003-12-31", "2003-12-31"),
      ("2003-12", "2003-12"), ("20031231", "2003-12-31"), ("Wed Dec 31 10:14:55 2003", "2003-12-31T10:14:55"),
      ("Wed Dec 31 10:14:55 CET 2003", "2003-12-31T10:14:55+01:00"), ("mercredi 31 décembre 2003", "2003-12-31"),
      ("31. Dezember 2003", "2003-12-31"), ("Mi, 31 Dez 2003 10:14:55 +0100", "2003-12-31T10:14:55+01:00"),
      ("Thu, 01 Jul 2004 10:00:00 EDT (summer)", "2004-07-01T10:00:00-04:00"), ("1072915200", "2004-01-01T00:00:00Z"),
      ("Per, 05 Eki 2023 18:04:11 +0300", "2023-10-05T18:04:11+03:00"), ("2023年10月5日 18時04分", "2023-10-05T18:04"),
      ("الخميس, 05 أكتوبر 2023 18:04:11 +0300", "2023-10-05T18:04:11+03:00"), ("٢٠٢٣-١٠-٠٥", "2023-10-05"),
      ("Thu, 05 Oct 2023 18.04.11 +0300", "2023-10-05T18:04:11+03:00"),
      ("yesterday", nil), ("", nil), ("99 Foo 2004", nil), ("2004-13-41", nil),
    ] as [(String, String?)])
  func dates(_ text: String, _ iso: String?) { #expect(FeedDate.parse(text)?.iso == iso) }

  @Test func encodings() throws {
    func title(_ bytes: [UInt8], _ type: String? = nil) -> String? {
      Feed.read(bytes, from: Feed.Origin(headers: type.map { ["content-type": $0] } ?? [:])).title?.plain
    }
    func feed(_ declaration: String, _ letters: [UInt8]) -> [UInt8] {
      Array("\(declaration)<rss><channel><title>".utf8) + letters + Array("</title></channel></rss>".utf8)
    }
    #expect(title(feed("<?xml version='1.0' encoding='iso-8859-1'?>", [0xFC, 0x93, 0x94])) == "ü“”")
    #expect(title(feed("<?xml version='1.0' encoding='windows-1251'?>", [0xCF, 0xF3])) == "Пу")
    #expect(title(feed("<?xml version='1.0' encoding='euc-kr'?>", [0xB3, 0xE2])) == "년")
    #expect(title(feed("<?xml version='1.0' encoding='gb2312'?>", [0xD6, 0xD0])) == "中")
    #expect(title(feed("", [0xE9]), "text/xml; charset=iso-8859-2") == "é")
    #expect(title(feed("<?xml version='1.0' encoding='nonsense'?>", Array("é".utf8))) == "é")
    // Mislabelled UTF-8 is still UTF-8.
    #expect(title(feed("<?xml version='1.0' encoding='iso-8859-1'?>", Array("Вода и хлеб".utf8))) == "Вода и хлеб")
    let wide = "<?xml version='1.0' encoding='utf-16'?><rss><channel><title>Ünder</title></channel></rss>"
    #expect(title([0xFF, 0xFE] + wide.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) == "Ünder")
    #expect(title(wide.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }) == "Ünder")
  }

  @Test func jsonFeeds() throws {
    let feed = read(
      """
      {"version": "https://jsonfeed.org/version/1.1", "title": "Wire", "home_page_url": "https://a.example/", "items": [
       {"id": 7, "url": "/1", "title": "Ferry stops", "content_html": "<p>One.</p>", "date_published": "2023-10-05T10:00:00Z",
        "authors": [{"name": "A"}], "tags": ["sea"], "attachments": [{"url": "https://a.example/1.mp3", "mime_type": "audio/mpeg"}]}]}
      """, url: "https://a.example/feed.json")
    let entry = try #require(feed.entries.first)
    #expect(feed.title?.plain == "Wire" && feed.link == "https://a.example/")
    #expect(
      entry.id == "7" && entry.link == "https://a.example/1" && entry.content?.plain == "One." && entry.categories == ["sea"])
    #expect(entry.published?.iso == "2023-10-05T10:00:00Z" && entry.people.first?.name == "A" && entry.enclosures.count == 1)
  }

  @Test(arguments: [
    "", "   ", "Plain words.", "<html><body><p>x</p></body></html>", "{\"a\": 1}", "<", "<<<>>>", "{", "\u{0}\u{1}",
  ])
  func whatIsNoFeedHasNoEntriesAndAnIssue(_ text: String) {
    let feed = read(text)
    #expect(feed.entries.isEmpty && !feed.isFeed)
    #expect(feed.issues.last?.contains("no feed") == true)
  }

  @Test func aFeedThatBreaksOffKeepsWhatCameBefore() {
    let feed = read("<rss><channel><item><title>One</title></item><item><title>Two</title><descr")
    #expect(feed.entries.map { $0.title?.plain } == ["One", "Two"])
    #expect(feed.issues.contains { $0.contains("incomplete") })
    #expect(read("<rss><channel><item><title>One</title></item></channel></rss>").issues.isEmpty)
  }
}
