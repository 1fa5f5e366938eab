// Which lines of a page are the article, on pages drawn for one habit each: what is kept, and why the rest is not.
import Briefing
import Testing

struct ArticleFinderTests {
  private func page(_ html: String, url: String? = "https://post.example/a") throws -> Page {
    try Page.parse(Array(html.utf8), url: url, name: "page")
  }

  /// The kept lines by their first words.
  private func kept(_ html: String) throws -> [String] {
    try page(html).article.text.split(separator: "\n").map { $0.split(separator: " ").prefix(2).joined(separator: " ") }
  }

  private func reason(_ html: String, _ opening: String) throws -> SourceNotes.Reason? {
    try page(html).notes.leftOut.first { $0.text.hasPrefix(opening) }?.reason
  }

  private let story = """
    <p>The harbour was closed on Monday, the master said, after a crane had fallen into the basin.</p>
    <p>Nobody was hurt, and two ships that were bound for it went on to the next port in the evening.</p>
    """
  private let long = "and it goes on for a good many words, as such boxes do, with commas, and with full stops."

  @Test func `A short article is found below its title among longer boxes`() throws {
    let html = """
      <head><title>Crane falls | Post</title></head><body><div><h1>Crane falls</h1><p>It fell on Monday at noon.</p><p>Why is not known.</p></div>
      <div><p>Our site was made for you, \(long)</p>\((1...9).map { "<p><a href='/\($0)'>Go to page \($0)</a></p>" }.joined())</div>
      """
    #expect(try kept(html) == ["It fell", "Why is"])
  }

  @Test func `The body of the page wins over what its neighbours hold`() throws {
    let html = """
      <body><h1>Crane falls</h1><div class="entry-content">\(story)\(story.replacing("Monday", with: "Tuesday").replacing("Nobody", with: "No one"))
      <p>A third paragraph says when it opens again, and that is all that is known so far of it.</p></div>
      <aside><p>First item, \(long)</p><p>Second item, \(long)</p><p>Third item, \(long)</p><p>Fourth item, \(long)</p>
      <p>Fifth item, \(long)</p></aside>
      """
    #expect(try kept(html).allSatisfy { !$0.hasSuffix("item,") })
    #expect(try reason(html, "First item") == .sidebar)
  }

  @Test func `A page that goes on with the next article ends with its own`() throws {
    let html = """
      <head><title>Crane falls</title></head><body><main><article><h1>Crane falls</h1>\(story)\(story.replacing("The harbour", with: "This basin"))</article>
      <article><h1>Bread is dearer</h1><p>The next story, \(long)</p><p>Its second, \(long)</p><p>Its third, \(long)</p><p>Its fourth, \(long)</p>
      <p>Its fifth, \(long)</p></article></main>
      """
    #expect(try kept(html).contains("The harbour"))
    #expect(try !kept(html).contains("The next"))
  }

  @Test func `Cards of one make, each a linked title and some words, are other articles`() throws {
    let cards = (1...4).map {
      "<div class=c><h3><a href='/\($0)'>Another story number \($0)</a></h3><p>In short, number \($0) says this and that of it.</p></div>"
    }
    let html = """
      <h1>Crane falls</h1><div>\(story)<p>Third, \(long)</p><p>Fourth, \(long)</p><p>Fifth, \(long)</p><p>Sixth, \(long)</p>
      \(cards.joined())</div>
      """
    #expect(try kept(html) == ["The harbour", "Nobody was", "Third, and", "Fourth, and", "Fifth, and", "Sixth, and"])
    #expect(try reason(html, "In short") == .related)
  }

  @Test func `Headings are headings through the boxes in them, and loose ones by the bold they stand in`() throws {
    let html = """
      <h1>Crane falls</h1><div>\(story)<h2><div>What is known</div></h2><p>Little more, \(long)</p><div><b>Who was there</b></div>
      <p>A dozen people, \(long)</p></div>
      """
    #expect(try kept(html) == ["The harbour", "Nobody was", "What is", "Little more,", "Who was", "A dozen"])
  }

  @Test func `Paragraphs that are boxes keep the short ones among them`() throws {
    let html = """
      <h1>Crane falls</h1><div><div class=t>The harbour was closed on Monday, the master said, after a crane had fallen.</div>
      <div class=t>Nobody was hurt</div><div class=t>Two ships that were bound for it went on to the next port, he said.</div>
      <div class=ad>Our offers</div></div>
      """
    #expect(try kept(html) == ["The harbour", "Nobody was", "Two ships"])
  }

  @Test func `A body in parts is taken whole, and so are paragraphs right beside a table`() throws {
    let parts = """
      <article><h1>Crane falls</h1><div><div class="story-body">\(story)\(story.replacing("Nobody", with: "No one").replacing("The harbour", with: "This port"))</div></div>
      <div><div class="story-body"><p>In the second part, \(long)</p><p>And more of it, \(long)</p></div></div></article>
      """
    #expect(try kept(parts).last == "And more")
    let rows = (1...30).map {
      "<tr><td>Row number \($0)</td><td>It says in a few words, and with commas, what \($0) is about.</td></tr>"
    }
    let table =
      "<h1>Cranes of the coast</h1><div><p>This list of cranes names, in order, all that fell into a basin since 1990, \(long)</p><table>\(rows.joined())</table><ol>\((1...30).map { "<li><a href='/\($0)'>Source \($0)</a></li>" }.joined())</ol></div>"
    #expect(try kept(table).first == "This list")
  }

  @Test func `What an article is about is no reason to leave it out`() throws {
    let html = """
      <h1>Crane falls</h1><div class="post hentry category-comments tag-newsletter format-standard"><p>It fell at noon.</p></div>
      <div class="widget"><p>A box, \(long)</p></div>
      """
    #expect(try kept(html).first == "It fell")
  }

  @Test(
    arguments: [
      ("We use cookies on this website to show you what you like.", .consent),
      ("Diese Website verwendet Cookies, um Ihnen Inhalte zu zeigen.", .consent),
      ("Sign up for our newsletter and never miss a thing.", .newsletter),
      ("Jetzt Newsletter abonnieren und nichts verpassen!", .newsletter),
      ("Déjà abonné ? Identifiez-vous pour lire la suite.", .promo), ("Create an account or sign in to go on.", .promo),
      ("Share this article on your favourite service", .share), ("Your email address will not be published.", .comments),
      ("© 2024 The Post. All rights reserved.", .caption), ("The Post 2024. Alle Rechte vorbehalten.", .footer),
      ("Anzeige", .advertisement), ("Foto: Jane Doe/dpa", .caption),
      ("Please enable JavaScript to see this video.", .media),
    ] as [(String, SourceNotes.Reason)])
  func `Notices are known by their words`(_ notice: String, _ wanted: SourceNotes.Reason) throws {
    let html =
      "<h1>Crane falls</h1><div>\(story)<p>\(notice)</p><p>Two more ships came on Tuesday, and were sent on as well.</p></div>"
    #expect(try kept(html) == ["The harbour", "Nobody was", "Two more"])
    #expect(try reason(html, String(notice.prefix(12))) == wanted)
  }

  @Test(
    arguments: [
      "Ministers agreed to accept cookies as evidence, the court heard.", "The newsletter was banned by the junta on Friday.",
      "All rights of the miners were upheld, the judge said.", "He had already a subscription to it, she said.",
    ])
  func `Sentences with the same words are none`(_ sentence: String) throws {
    #expect(try page("<h1>Crane falls</h1><div>\(story)<p>\(sentence)</p>\(story)</div>").article.text.contains(sentence))
  }

  @Test func `What follows "Comments" is the readers', a table's head of that name is not`() throws {
    let html =
      "<h1>Crane falls</h1><div>\(story)\(story.replacing("harbour", with: "port"))<h3>3 Comments</h3><p>I saw it fall, \(long)</p></div>"
    #expect(try reason(html, "I saw") == .comments)
    let table =
      "<h1>Crane falls</h1><div>\(story)\(story.replacing("harbour", with: "port"))<table><tr><td>State</td><td>Comment</td></tr></table><p>After it, \(long)</p></div>"
    #expect(try kept(table).last == "After it,")
  }

  @Test func `A paragraph set large a second time is repeated; a refrain is not`() throws {
    let line = "Nobody was hurt, and two ships that were bound for it went on to the next port."
    let html =
      "<h1>Crane falls</h1><div><p>The harbour was closed on Monday, he said.</p><div class=big><div>\(line)</div></div><p>It opens again, \(long)</p><p>\(line)</p></div>"
    #expect(try reason(html, "Nobody") == .repeated)
    #expect(try kept("<h1>A song</h1><div><p>\(line)</p><p>One verse, \(long)</p><p>\(line)</p></div>").count == 3)
  }

  @Test func `The lines between title and text are taken, a date there is not`() throws {
    let html = """
      <head><title>Crane falls</title></head><header><h1>Crane falls</h1><h2 class="standfirst">Two ships are sent on while divers look for the hook</h2>
      <p class="standfirst">Updated: 3 May 2024, 16:30</p></header><div class="article-body">\(story)<p>Divers look for the hook, \(long)</p></div>
      """
    #expect(try kept(html) == ["Two ships", "The harbour", "Nobody was", "Divers look"])
  }

  @Test func `A list of films keeps its linked headings; a linked headline between paragraphs is another article`() throws {
    let films = (1...3).map { "<h2><a href='/f\($0)'>The film of number \($0)</a></h2><p>Number \($0) tells, \(long)</p>" }
    #expect(try page("<h1>Films</h1><div>\(films.joined())</div>").article.blocks.filter { $0.kind == .heading }.count == 3)
    let html =
      "<h1>Crane falls</h1><div>\(story)<p>READ ALSO | <a href='/b'>Bread prices double within a week in Ostrava</a></p><p>Two more, \(long)</p></div>"
    let related = try page(html).article.blocks.filter { $0.kind == .related }
    #expect(related.map(\.href) == ["https://post.example/b"])
  }

  @Test func `A reading above a word is not shown, one in brackets is`() throws {
    let html =
      "<h1>子どもの法律</h1><div><p><ruby>法律<rt>ほうりつ</rt></ruby>ができて、<ruby>尹<rp>（</rp><rt>ユン</rt><rp>）</rp></ruby>大統領は、たたいたりすることを禁止することになりました。</p></div>"
    #expect(try page(html).article.text.hasPrefix("法律ができて、尹（ユン）大統領は、"))
  }

  @Test func `Text given in JSON-LD tells what is the article's in a longer page`() throws {
    let sentences = (1...24).map { "Sentence number \($0) of the story says what the harbour master said on day \($0)." }
    let body = sentences.joined(separator: " ")
    let others = (1...24).map { "<p>Something else that stands below, number \($0), \(long)</p>" }
    let html = """
      <head><script type="application/ld+json">{"@type":"NewsArticle","headline":"Crane falls","articleBody":"\(body)"}</script></head>
      <h1>Crane falls</h1><div>\(sentences.map { "<p>\($0)</p>" }.joined())\(others.joined())</div>
      """
    #expect(try page(html).article.text.split(separator: "\n").count == 24)
  }

  @Test func `An article that is a list of links keeps them`() throws {
    let links = (1...9).map { "<li><p><a href='/\($0)'>What was read today, part \($0)</a></p></li>" }
    let html =
      "<head><title>Links of today</title></head><h1>Links of today</h1><div class='entry-content'><p>Read on the train this morning:</p>"
      + "<ul>\(links.joined())</ul></div><div class=x><p>We are a site of links, \(long)</p></div>"
    #expect(try page(html).article.text.contains("What was read today, part 5"))
  }

  @Test func `The title that was chosen is looked for first: the first heading may be the site's`() throws {
    let html = """
      <head><title>The Basin » Crane falls on quay</title></head><body><h1>The Basin</h1><div><h2>Crane falls on quay</h2>
      <p>It fell on Monday at noon.</p></div><div><p>Hello, \(long)</p>\((1...9).map { "<p><a href='/\($0)'>Go to page \($0)</a></p>" }.joined())</div>
      """
    #expect(try kept(html) == ["It fell"])
  }

  @Test func `Entries of a live blog have their times`() throws {
    let entries = (1...5).map {
      "<div class=entry><div><time>14:0\($0)</time></div><p>Entry \($0) says what was seen then, \(long)</p></div>"
    }
    #expect(
      try kept("<h1>Crane falls, live</h1><div>\(entries.joined())</div>").prefix(4) == ["14:01", "Entry 1", "14:02", "Entry 2"])
    let one = "<h1>Crane falls</h1><div><div><time>14:01</time></div>\(story)</div>"
    #expect(try kept(one) == ["The harbour", "Nobody was"])
  }

  @Test(
    arguments: [
      (
        "<script id=__NEXT_DATA__ type=application/json>{\"props\":{\"page\":{\"title\":\"x\",\"body\":\"BODY\"}}}</script>", true
      ),
      ("<script>window.__STATE__ = {\"story\":{\"content\":[{\"text\":\"BODY\"},{\"text\":\"BODY\"}]}};</script>", true),
      ("<script type=application/json>{\"config\":{\"labels\":\"BODY\"}}</script>", false),
      ("<script>var f = function() { return {\"body\":\"BODY\"}; }</script>", false),
    ] as [(String, Bool)])
  func `A page that is drawn by a program gives its article as data`(_ script: String, _ isFound: Bool) throws {
    let body = (1...14).map { "<p>Sentence \($0) says what the harbour master said of it, and no more.</p>" }.joined()
    let article = try page("<h1>Crane falls</h1><div id=root>Loading.</div>" + script.replacing("BODY", with: body)).article
    #expect(article.text.contains("Sentence 14 says") == isFound)
    #expect(article.issues.contains { $0.contains("the page's data") } == isFound)
    let shown = try page("<h1>Crane falls</h1><div>\(story)\(story)\(story)</div>" + script.replacing("BODY", with: body)).article
    #expect(!shown.text.contains("Sentence 14 says"))
  }

  @Test func `Pages of megabytes and of any depth are read to the end`() throws {
    let cards = (0..<4_000).map {
      "<li class=card><h3><a href=/\($0)>Some title of three</a></h3><p>Eight words of prose stand here in it, so.</p></li>"
    }
    _ = try page("<h1>Crane falls</h1><div>\(story)</div><ul>\(cards.joined())</ul>")
    let deep = String(repeating: "<div class='post-content'><span class=author>", count: 30_000)
    #expect(try page(deep + story).article.text.contains("Nobody was hurt"))
    let unlike = (0..<4_000).map { "<p>Another sentence \($0) that is not in it, of course, at all.</p>" }
    let body = (0..<30_000).map { "Sentence \($0) of the body says this." }.joined(separator: " ")
    let linked =
      "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"x\",\"articleBody\":\"\(body)\"}</script>"
    #expect(
      try page(linked + unlike.joined()).article.text.contains("says this")
        || page(linked + unlike.joined()).article.text.contains("Another"))
  }
}
