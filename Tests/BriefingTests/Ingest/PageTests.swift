// Whole pages of our own making: the heads, the text, and what is left out with its reason.
import Briefing
import Testing

struct PageTests {
  private static let ferry = """
    <!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Ferry sinks off Porto - The Harbour Post</title>
    <meta property="og:site_name" content="The Harbour Post"><meta property="og:title" content="Ferry sinks off Porto | The Harbour Post">
    <link rel="canonical" href="/world/ferry-sinks">
    <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebPage","name":"x"},
      {"@type":"NewsArticle","headline":"Ferry sinks off Porto","datePublished":"2024-05-03T07:10:00+01:00",
      "author":[{"@type":"Person","name":"By Jane Doe"},{"@type":"Person","name":"João Reis"}],}]}</script></head><body>
    <header><a href="/">The Harbour Post</a><nav><ul><li><a href="/world">World</a></li><li><a href="/trade">Trade</a></li></ul></nav></header>
    <div class="cookie-banner"><p>We use cookies, and so do our partners, to show you pages. You can change your mind at any time.</p></div>
    <div class="columns"><div class="story-body"><h1>Ferry sinks off Porto</h1><p class="byline">By Jane Doe and João Reis</p>
    <p>A ferry with 42 people aboard sank off Porto early on Friday, the harbour master said, and boats were still looking for three of them at noon.</p>
    <figure><img src="a.jpg"><figcaption>Boats leave the harbour at dawn on Friday.</figcaption></figure>
    <p>The vessel, built in 1987, had been inspected in March. “Nothing was found then,” Rui Alves of the port authority told reporters.</p>
    <p><strong><a href="/world/storm">STORM WARNING ISSUED FOR THE WHOLE COAST</a></strong></p>
    <h2>A second rescue</h2><ul><li>Two helicopters came from Lisbon within the hour.</li><li>A navy tug took nine people in.</li></ul>
    <blockquote>We heard one bang, and then the lights went out, said a passenger who was taken ashore.</blockquote>
    <div class="newsletter-signup"><p>Get the harbour in your inbox every morning, written by our people on the quay.</p></div>
    <p>The search goes on, and an inquiry has been opened, the ministry said in a statement on Friday afternoon.</p></div>
    <aside><h3>Most read</h3><ul><li><a href="/1">Bread is dearer in all of the north</a></li></ul></aside></div>
    <section id="comments"><p>I was on that quay and saw all of it, they should have stayed ashore that night, as everybody knew.</p></section>
    <footer><p>© 2024 The Harbour Post. All rights reserved, and nothing may be copied from this page, ever.</p></footer></body></html>
    """

  private func page(_ html: String, url: String? = "https://post.example/world/ferry-sinks?x=1") throws -> Page {
    try Page.parse(Array(html.utf8), url: url, name: "page")
  }

  @Test func `Heads come from metadata, cleaned`() throws {
    let article = try page(PageTests.ferry).article
    #expect(article.title?.text == "Ferry sinks off Porto")
    #expect(article.authors == ["Jane Doe", "João Reis"])
    #expect(article.published?.stamp.iso == "2024-05-03T07:10:00+01:00")
    #expect(article.source == "The Harbour Post")
    #expect(article.url == "https://post.example/world/ferry-sinks")
    #expect(article.language == "en")
  }

  @Test func `The text is the story's paragraphs, its headings, lists and quotes`() throws {
    let article = try page(PageTests.ferry).article
    let lines = article.text.split(separator: "\n").map { $0.prefix(14) }
    #expect(
      lines == [
        "A ferry with 4", "The vessel, bu", "STORM WARNING ", "A second rescu", "Two helicopter", "A navy tug too",
        "We heard one b",
        "The search goe",
      ])
    let related = article.blocks.filter { $0.kind == .related }
    #expect(related.map(\.href) == ["https://post.example/world/storm"])
  }

  @Test func `A page saved without its address keeps its related headlines, if not where they lead`() throws {
    let related = try page(PageTests.ferry, url: nil).article.blocks.filter { $0.kind == .related }
    #expect(related.map(\.href) == [nil])
  }

  @Test func `Everything that was left out has its reason`() throws {
    let notes = try page(PageTests.ferry).notes
    let reasons = Dictionary(
      notes.leftOut.map { (String($0.text.prefix(12)), $0.reason) }, uniquingKeysWith: { first, _ in first })
    #expect(reasons["We use cooki"] == .consent)
    #expect(reasons["Boats leave "] == .caption)
    #expect(reasons["Get the harb"] == .newsletter)
    #expect(reasons["I was on tha"] == .comments)
    #expect(reasons["© 2024 The H"] == .footer)
    #expect(reasons["By Jane Doe "] == .byline)
    #expect(reasons["World"] == .header)
    #expect(notes.leftOut.first { $0.reason == .caption }?.after == 1)
    #expect(notes.fields.contains { $0.name == "title" && $0.place == "JSON-LD headline" && $0.isTaken })
  }

  @Test(
    arguments: [
      ("By Jane Doe", ["Jane Doe"]), ("Jane Doe and John Roe", ["Jane Doe", "John Roe"]),
      ("JANE DOERING, JOHN ROESSLER", ["Jane Doering", "John Roessler"]),
      ("Von Max Muster und Erika Beispiel", ["Max Muster", "Erika Beispiel"]), ("Jane Doe, Ankara correspondent", ["Jane Doe"]),
      ("Jane Doe | Politics", ["Jane Doe"]), ("https://example.org/people/jane", []), ("admin", []), ("AFP", ["AFP"]),
      ("Jane Doe (jane@example.org)", ["Jane Doe"]),
    ] as [(String, [String])])
  func `Bylines give names only`(_ byline: String, _ wanted: [String]) throws {
    let html =
      "<html><head><meta name=author content='\(byline)'></head><body><p>One two three four five six seven eight nine.</p></body>"
    #expect(try page(html).article.authors == wanted)
  }

  @Test(
    arguments: [
      ("<meta property='article:published_time' content='2023-10-05T16:30:00Z'>", "", "2023-10-05T16:30:00Z"),
      ("<meta name=date content='5 Oct 2023'>", "", "2023-10-05"),
      ("", "<time datetime='2023-10-05'>5 October</time>", "2023-10-05"),
      ("", "<p class=date>Publié le 5 octobre 2023 à 16:30</p>", "2023-10-05T16:30"),
      ("", "<span>5. Oktober 2023</span>", "2023-10-05"),
      ("", "<div>2023年10月5日</div>", "2023-10-05"), ("", "<div>October 5, 2023</div>", "2023-10-05"),
    ] as [(String, String, String)])
  func `Dates are found in heads and in the page`(_ head: String, _ body: String, _ wanted: String) throws {
    let html =
      "<html><head>\(head)</head><body><h1>A title for it</h1>\(body)<p>One two three, four five six seven eight nine ten.</p></body>"
    #expect(try page(html, url: nil).article.published?.stamp.iso == wanted)
  }

  @Test(
    arguments: [
      // A clock in UTC, and the day that the page prints.
      ("2023-11-09T05:30:59Z", "https://e.example/2023/11/08/mayor", "", "2023-11-08"),
      ("2023-11-01T23:01:00Z", "https://e.example/x", "<time>2023-11-02T00:01</time>", "2023-11-02T00:01+01:00"),
      (
        "2023-11-01T23:01:00Z", "https://e.example/x", "<time datetime='2023-11-02T00:01:00+01:00'>2 Nov</time>",
        "2023-11-02T00:01:00+01:00"
      ),
      ("2021-11-04T23:00:00Z", "https://e.example/x", "<p>5. November 2021</p>", "2021-11-05"),
      // Two days apart is another date and no other clock.
      ("2023-11-09T05:30:59Z", "https://e.example/2023/11/06/mayor", "", "2023-11-09T05:30:59Z"),
      ("2023-11-09T15:30:59Z", "https://e.example/2023/11/09/mayor", "", "2023-11-09T15:30:59Z"),
    ] as [(String, String, String, String)])
  func `The date is the local one that the page prints`(_ utc: String, _ url: String, _ line: String, _ wanted: String) throws {
    let html =
      "<html><head><meta property='article:published_time' content='\(utc)'></head><body><h1>A title for it</h1>\(line)<p>One two three, four five six seven eight nine ten.</p></body>"
    #expect(try page(html, url: url).article.published?.stamp.iso == wanted)
  }

  @Test(
    arguments: [
      // head, first heading, second heading, title
      (
        "<meta property='og:title' content='Why cranes fall so often'><title>Cranes</title>",
        "Why cranes in harbours fall so very often", "", "Why cranes in harbours fall so very often"
      ),
      ("<meta property='og:title' content='Cranes are falling'>", "Harbour: Cranes are falling", "", "Cranes are falling"),
      ("<title>The Basin » Crane falls</title>", "The Basin", "Crane falls", "Crane falls"),
      ("<title>Crane falls into basin | The Basin</title>", "Welcome", "", "Crane falls into basin"),
      ("<title>Crane falls into basin – My site</title>", "", "", "Crane falls into basin"),
      (
        #"<script type="application/ld+json">{"@type":"NewsArticle","headline":"Crane falls into…","author":"x"}</script>"#
          + "<meta property='og:title' content='Crane falls into the basin'>",
        "", "", "Crane falls into the basin"
      ),
    ] as [(String, String, String, String)])
  func `The title is the printed one, without the site`(_ head: String, _ h1: String, _ h2: String, _ wanted: String) throws {
    let html =
      "<head>\(head)</head><body><h1>\(h1)</h1><h2>\(h2)</h2><p>One two three, four five six seven eight nine ten.</p></body>"
    #expect(try page(html).article.title?.text == wanted)
  }

  @Test(
    arguments: [
      ("<p>By Jane Doe and John Roe</p>", "", ["Jane Doe", "John Roe"]), ("<p>Von Max Muster</p>", "", ["Max Muster"]),
      ("<span><a href='/autoren/max-muster'>Max Muster</a></span>", "", ["Max Muster"]),
      ("<div class='byline'>Jane Doe</div>", "", ["Jane Doe"]),
      ("", "<p>Von Erika Beispiel</p>", ["Erika Beispiel"]), ("<p>By the sea</p>", "", []),
      ("<div class='author'>News Desk</div>", "", []),
      ("<div class='comments'><span class='author'>John Roe</span></div>", "", []),
    ] as [(String, String, [String])])
  func `Where no head names them, the authors are those printed around the text`(
    _ above: String, _ below: String, _ wanted: [String]
  ) throws {
    let html =
      "<body><h1>A title for it</h1>\(above)<p>One two three, four five six seven eight nine ten.</p><p>One more, of four and five and six and seven words.</p>\(below)</body>"
    #expect(try page(html).article.authors == wanted)
  }

  @Test func `A house that signs gives way to the person that is printed`() throws {
    let html =
      "<head><meta property='og:site_name' content='The Basin'><meta name=author content='The Basin'></head><body><h1>A title for it</h1><p>By Jane Doe</p><p>One two three, four five six seven eight nine ten.</p></body>"
    #expect(try page(html).article.authors == ["Jane Doe"])
  }

  @Test func `The encoding is what the bytes, the server and the page say`() throws {
    let latin: [UInt8] =
      Array("<html><head><meta charset=windows-1251><title>".utf8) + [0xCF, 0xEE, 0xF0, 0xF2] + Array("</title>".utf8)
    #expect(try Page.parse(latin, name: "page").article.title?.text == "Порт")
    let stated: [UInt8] = Array("<title>".utf8) + [0xCF, 0xEE, 0xF0, 0xF2] + Array("</title>".utf8)
    #expect(
      try Page.parse(stated, headers: ["content-type": "text/html; charset=windows-1251"], name: "page").article.title?.text
        == "Порт")
  }

  @Test func `Any bytes are a page without a trap, and its text is sanitised`() throws {
    var random = SeededRandom(seed: 11)
    let source = Array(PageTests.ferry.utf8)
    for round in 0..<200 {
      var bytes = round % 4 == 0 ? random.bytes(600) : source
      for _ in 0..<Int.random(in: 1..<40, using: &random) {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 1..<30, using: &random)))
        default: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + 20)], at: at)
        }
        if bytes.isEmpty { bytes = [0x3C] }
      }
      let article = try Page.parse(bytes, url: "https://e.example/a", name: "page").article
      let count = article.text.unicodeScalars.count
      #expect(article.blocks.allSatisfy { $0.span.start >= 0 && $0.span.start < $0.span.end && $0.span.end <= count })
      #expect(Sanitize.text(article.text) == article.text)
    }
  }
}
