// Stretches of HTML that are all content: what stands on a line, what a line is, and where its links go.
import Briefing
import Testing

struct PageBodyTests {
  /// The body drawn as lines: the kind, then the text, then the target.
  private func drawn(_ html: String, base: String? = "https://news.example/world/story") -> [String] {
    let body = PageBody.read(html, base: base)
    let scalars = Array(body.text.unicodeScalars)
    return body.blocks.map { block in
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[block.span.start..<block.span.end])
      return "\(block.kind.rawValue): \(String(view))" + (block.href.map { " -> \($0)" } ?? "")
    }
  }

  @Test func `Paragraphs, headings, items and quotes are lines; inline markup is none`() {
    #expect(
      drawn(
        """
        <h2>What is known</h2><p>The ferry left <b>Port</b>o at <em>noon</em>,<br>the harbour master said.
        <p>It carried&nbsp;40 people &amp; two cars.</p><ul><li>Crew of six.<li>No passports lost.</ul>
        <blockquote>We saw smoke.</blockquote>Loose words at the end.<br><br>And a second line of them.
        """) == [
          "heading: What is known", "prose: The ferry left Porto at noon, the harbour master said.",
          "prose: It carried 40 people & two cars.", "prose: Crew of six.", "prose: No passports lost.", "prose: We saw smoke.",
          "prose: Loose words at the end.", "prose: And a second line of them.",
        ])
  }

  @Test func `A line that is a link is a related headline; a promo of the same shape is told by target and wording`() {
    #expect(
      drawn(
        """
        <p>The minister left on Monday without a word to the press, his office said.</p>
        <p><strong><a href="/world/border-closed">BORDER CLOSED AFTER NIGHT OF SHELLING</a></strong></p>
        <p><strong><a href="https://news.example/apps-and-products">READ IT ALL IN OUR NEW PLACE</a></strong></p>
        <p><a href="/x">CLICK HERE TO GET THE NEWS APP</a></p>
        <p>RELATED: <a href="../economy/bread">Bread prices double within a week in Ostrava</a></p>
        <p>Talks go on, with <a href="/people/jane">Jane Doe</a> in the chair.</p>
        """) == [
          "prose: The minister left on Monday without a word to the press, his office said.",
          "related: BORDER CLOSED AFTER NIGHT OF SHELLING -> https://news.example/world/border-closed",
          "promo: READ IT ALL IN OUR NEW PLACE", "promo: CLICK HERE TO GET THE NEWS APP",
          "related: Bread prices double within a week in Ostrava -> https://news.example/economy/bread",
          "prose: Talks go on, with Jane Doe in the chair.",
        ])
  }

  @Test func `Links inside paragraphs keep their place and an absolute address`() {
    let body = PageBody.read("<p>See <a href='/a?b=1&amp;c=2'>the report</a> of May.</p>", base: "https://news.example/x/")
    let link = body.links.first
    #expect(link?.href == "https://news.example/a?b=1&c=2")
    #expect(link?.span == Span(4, 14))
  }

  @Test func `What is hidden, scripted or a caption is no text`() {
    let body = PageBody.read(
      "<div style='display: none'>Preheader</div><script>var a = '<p>no</p>';</script><p hidden>Nor this.</p>"
        + "<figure><img src=a.png><figcaption>A harbour at dawn</figcaption></figure><p>Only this stays.</p>")
    #expect(body.text == "Only this stays.")
    #expect(body.leftOut.map(\.reason) == [.caption])
  }

  @Test(
    arguments: [
      ("a/b", "https://e.example/x/y", "https://e.example/x/a/b"), ("../b", "https://e.example/x/y/z", "https://e.example/x/b"),
      ("//cdn.example/p", "http://e.example", "http://cdn.example/p"),
      ("?q=1", "https://e.example/x?p=0", "https://e.example/x?q=1"),
      ("/r/./s/../t", "https://e.example/x", "https://e.example/r/t"), ("HTTPS://e.example/x", "", "HTTPS://e.example/x"),
      ("javascript:alert(1)", "https://e.example/", nil), ("mailto:a@e.example", "https://e.example/", nil),
      ("#top", "https://e.example/", nil), ("a/b", "", nil), ("java\nscript:x", "https://e.example/", nil),
    ] as [(String, String, String?)])
  func `Addresses are resolved, and only those of the web`(_ reference: String, _ base: String, _ wanted: String?) {
    #expect(WebAddress.resolve(reference, base: base.isEmpty ? nil : base) == wanted)
  }

  @Test func `Nesting without end is read flat, attributes without number in linear time`() {
    let deep =
      String(repeating: "<div>", count: 100_000) + "<p>At the bottom of it all." + String(repeating: "</div>", count: 100_000)
    #expect(PageBody.read(deep).text == "At the bottom of it all.")
    let wide = "<p " + (0..<100_000).map { "a\($0)=1 class=x" }.joined(separator: " ") + ">One giant tag.</p>"
    #expect(PageBody.read(wide).text == "One giant tag.")
  }

  @Test func `Any bytes give a body whose spans lie inside its text`() {
    var random = SeededRandom(seed: 5)
    let pieces = [
      "<p>", "</p>", "<a href='/x'>", "</a>", "<div class=", "\"", "'", ">", "<", "&amp", "&#x1F600;", "&#0;", "<!--", "-->",
      "<script>",
      "</script", "<table><td>", "</table>", "<li>", "<b>", "</b>", "HEADLINE IN CAPITALS SAYS SO", "word ", "\u{202E}",
      "\u{1B}[2J", "é",
      "<svg/>", "<title>", "<![CDATA[", "]]>", "</", "<p/", "\u{0}", "<br><br>",
    ]
    for _ in 0..<300 {
      var html = ""
      for _ in 0..<Int.random(in: 0..<60, using: &random) { html += pieces.randomElement(using: &random)! }
      let body = PageBody.read(html, base: "https://e.example/")
      let count = body.text.unicodeScalars.count
      var at = 0
      for block in body.blocks {
        #expect(block.span.start >= at && block.span.start < block.span.end && block.span.end <= count)
        at = block.span.end
      }
      #expect(body.links.allSatisfy { link in body.blocks.contains { $0.span.contains(link.span) } })
      #expect(Sanitize.text(body.text) == body.text)
    }
  }
}
