// What a hostile feed may cost, and that nothing at all can make the reader trap.

import Testing

@testable import Briefing

@Suite struct FeedSafetyTests {
  private func read(_ text: String) -> Feed { Feed.read(Array(text.utf8)) }

  private static let valid = [
    """
    <?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Wire &amp; Sea</title>
    <item><title><![CDATA[Ferry <b>stops</b>]]></title><link>https://a.example/1?x=1&amp;y=2</link><dc:creator>A B</dc:creator>
    <pubDate>Thu, 05 Oct 2023 10:00:00 +0300</pubDate><description>&lt;p&gt;The ferry stopped &#8212; again.&lt;/p&gt;</description></item></channel></rss>
    """,
    """
    <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/"><title type="text">Wire</title><entry><title type="xhtml">
    <div xmlns="http://www.w3.org/1999/xhtml">Ferry <em>stops</em></div></title><link href="1"/><updated>2023-10-05T10:00:00Z</updated>
    <author><name>A B</name></author><content type="html">&lt;p>One.&lt;/p>&lt;p>&lt;a href="2">&lt;strong>CREWS WAIT FOR DAYS IN PORT&lt;/strong>&lt;/a>&lt;/p></content></entry></feed>
    """,
    #"{"version":"https://jsonfeed.org/version/1","title":"Wire","items":[{"id":"1","content_html":"<p>One.</p>","title":"Ferry"}]}"#,
  ]

  @Test func anythingAtAllIsReadWithoutHarm() {
    var random = SeededRandom(seed: 21)
    for round in 0..<400 {
      var bytes: [UInt8]
      if round % 4 == 0 {
        bytes = random.bytes(300)
      } else {
        bytes = Array(FeedSafetyTests.valid[round % 3].utf8)
        for _ in 0..<Int.random(in: 1...12, using: &random) { mutate(&bytes, &random) }
      }
      let feed = Feed.read(bytes, from: Feed.Origin(url: "https://a.example/feed"))
      _ = FeedJSON.parseLine(feed, file: "x").text
      for item in feed.articles() {
        let count = item.article.text.unicodeScalars.count
        var last = 0
        for block in item.article.blocks {
          #expect(block.span.start >= last && block.span.start < block.span.end && block.span.end <= count)
          last = block.span.end
        }
        #expect(Sanitize.text(item.article.text) == item.article.text)
        #expect(item.article.title.map { Sanitize.line($0.text) == $0.text } ?? true)
      }
    }
  }

  /// Cuts, repeats, swaps and overwrites pieces.
  private func mutate(_ bytes: inout [UInt8], _ random: inout SeededRandom) {
    guard bytes.count > 2 else { return }
    let start = Int.random(in: 0..<bytes.count, using: &random)
    let end = min(bytes.count, start + Int.random(in: 1...24, using: &random))
    switch Int.random(in: 0..<5, using: &random) {
    case 0: bytes.removeSubrange(start..<end)
    case 1: bytes.insert(contentsOf: bytes[start..<end], at: Int.random(in: 0...bytes.count, using: &random))
    case 2: bytes.removeSubrange(start...)
    case 3: bytes[start] = UInt8.random(in: 0...255, using: &random)
    default: bytes.insert(contentsOf: Array("<>&\"'/![]-?=".utf8).shuffled(using: &random).prefix(3), at: start)
    }
  }

  @Test func attributesAndDepthAreBounded() {
    let attributes = (0..<100_000).map { "a\($0)='1'" }.joined(separator: " ")
    let wide = read("<rss><channel \(attributes)><title>Wire</title><item><title>One</title></item></channel></rss>")
    #expect(wide.entries.count == 1)
    let deep = read(
      "<rss><channel><item><title>One</title><description>\(String(repeating: "<div>", count: 100_000))x</description></item></channel></rss>"
    )
    #expect(deep.entries.count == 1)
    let nested = read(String(repeating: "<item>", count: 50_000))
    #expect(nested.entries.count <= FeedReader.entryLimit)
  }

  @Test func entriesAndTextsAreBoundedAndSaidToBe() {
    let many = read(
      "<rss><channel>" + String(repeating: "<item><title>One</title></item>", count: FeedReader.entryLimit + 5)
        + "</channel></rss>")
    #expect(many.entries.count == FeedReader.entryLimit)
    #expect(many.issues.contains { $0.contains("5 were passed over") })
    let long = read(
      "<rss><channel><item><description>" + String(repeating: "<![CDATA[word word ]]>", count: 250_000)
        + "</description></item></channel></rss>")
    #expect((long.entries.first?.summary?.source.utf8.count ?? 0) <= FeedReader.textLimit + 32)
    #expect(long.entries.first?.summary?.source.hasSuffix("[cut here]") == true)
    #expect(long.issues.contains { $0.contains("cut there") })
  }

  /// A base stands before every address, and bases add up: a long one would make a small feed a large archive.
  @Test func basesAndGuidsAreBounded() {
    let long = "http://a.example/" + String(repeating: "x", count: 60_000) + "/"
    let items = (0..<50).map { "<item><title>T\($0)</title><link>p\($0)</link></item>" }.joined()
    let feed = read("<rss xml:base=\"\(long)\"><channel><title>Wire</title>\(items)</channel></rss>")
    #expect(feed.entries.map(\.link) == (0..<50).map { "p\($0)" })
    let nested = read(
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:base=\"http://a.example/\">"
        + String(repeating: "<x xml:base=\"abcdefghi/\">", count: 250)
        + String(repeating: "</x>", count: 250) + "<entry><title>T</title><link href=\"1\"/></entry></feed>")
    #expect(nested.entries.map(\.link) == ["http://a.example/1"])
    let guids = ["a", "b"].map { String(repeating: $0, count: 5_000) }
    let ids = read(
      "<rss><channel><title>Wire</title>"
        + guids.map { "<item><title>\($0.prefix(3))</title><guid>\($0)</guid></item>" }.joined() + "</channel></rss>"
    ).articles()
    #expect(Set(ids.map(\.article.externalID)).count == 2)
    #expect(ids.allSatisfy { ($0.article.externalID?.utf8.count ?? 0) < 100 })
    #expect(ids.allSatisfy { $0.notes.fields.allSatisfy { $0.value.unicodeScalars.count <= SourceNotes.textLimit } })
  }

  @Test func entitiesAreNotExpanded() {
    let laughs = """
      <!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
      <!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><title>&c;|&x;|&a;</title></channel></rss>
      """
    #expect(read(laughs).title?.plain == "&c;|&x;|ha")
    let long = String(repeating: "x", count: 500)
    #expect(
      read("<!DOCTYPE rss [<!ENTITY a \"\(long)\">]><rss><channel><title>&a;</title></channel></rss>").title?.plain == "&a;")
  }

  /// Inputs on which a naive scanner takes the square of their length.
  @Test(arguments: [
    "<!D[>", "<?a>", "<a b='", "<![CDATA[", "<!--", "</x>", "&a", "<a <", "<script>", "<item><title>", "<a b=\"<a b='",
  ])
  func everyByteIsReadABoundedNumberOfTimes(_ piece: String) {
    let feed = read("<rss><channel><title>Wire</title>" + String(repeating: piece, count: 200_000))
    #expect(feed.title?.plain == "Wire")
    _ = MarkupText(String(repeating: piece, count: 100_000)).plain
    _ = PageBody.read(String(repeating: piece, count: 100_000))
  }
}
