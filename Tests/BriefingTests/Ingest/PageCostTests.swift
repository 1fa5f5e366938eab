// What a hostile page may cost, told by what is read of it; and whom a page may speak for.

import Testing

@testable import Briefing

@Suite struct PageCostTests {
  private static let prose = "<p>The ferry stopped at noon, the harbour master said, and nobody was hurt on Friday.</p>"

  private func page(_ html: String, url: String? = nil) throws -> Page {
    try Page.parse(Array(html.utf8), url: url, name: "page")
  }

  @Test func anAttributeIsReadForAFewNamesOnly() throws {
    let names = Array(repeating: "headline", count: 500).joined(separator: " ")
    let read = try page("<body><div itemprop=\"\(names)\" content=\"Ferry stops\"></div>\(PageCostTests.prose)")
    #expect(read.notes.fields.filter { $0.place == "itemprop headline" }.count == 8)
    let meta = try page(
      "<meta property=\"\(Array(repeating: "og:title", count: 500).joined(separator: " "))\" content=\"Ferry stops\">"
        + "<body>\(PageCostTests.prose)")
    #expect(meta.notes.fields.filter { $0.place == "meta og:title" }.count == 8)
  }

  @Test func aLongAttributeIsNone() {
    let long = String(repeating: "a&amp;", count: HTMLTree.valueLimit / 5)
    let tree = HTMLTreeBuilder.tree(of: Array("<p class=\"\(long)\" lang=\"de\">x".utf8))
    let node = tree.nodes.indices.first { tree.tag($0) == .p }
    #expect(node.map { tree.value(.class, of: $0) } == .some(nil))
    #expect(node.flatMap { tree.value(.lang, of: $0) } == "de")
  }

  @Test(arguments: [
    ("aaaa aaaa", 6, "aaaa a"), ("ééé", 3, "éé"), ("a   b", 3, "a b"), ("&amp;&amp;&amp;", 2, "&&"), ("日本", 1, "日"),
  ])
  func aTextIsCopiedUpToItsLimit(_ text: String, _ limit: Int, _ wanted: String) {
    let tree = HTMLTreeBuilder.tree(of: Array("<p>\(text)</p>".utf8))
    let node = tree.nodes.indices.first { tree.tag($0) == .p }
    #expect(node.map { tree.text($0, limit: limit) } == wanted)
  }

  /// Blocks and JSON-LD of such sizes are not looked through for one another; the elements alone tell.
  @Test func alignmentHasABudget() throws {
    let body = String(repeating: "Nothing of this stands in the page at all. ", count: 12_000)
    let blocks = (0..<800).map { "<p>Paragraph number \($0) of the page says something else, and goes on for a while.</p>" }
    let html =
      "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"T\",\"articleBody\":\"\(body)\"}</script>"
      + "<body><article>\(blocks.joined())</article>"
    let tree = HTMLTreeBuilder.tree(of: Array(html.utf8))
    let alignment = try #require(BodyAlignment(body))
    var verdicts: [ArticleFinder.Verdict] = PageBlocks(tree).blocks.map { ($0, nil) }
    alignment.apply(to: &verdicts, in: tree, sparing: [])
    #expect(verdicts.allSatisfy { $0.reason == nil })
  }

  /// A page may name its own host for the one it came from, in any of its forms; another's address is kept as a note.
  @Test(
    arguments: [
      ("https://post.example/a?x=1", "https://post.example/a", "https://post.example/a"),
      ("https://www.post.example/a?x=1", "https://post.example/a", "https://post.example/a"),
      ("https://m.post.example/a", "https://www.post.example/a", "https://www.post.example/a"),
      ("http://post.example:8080/a", "https://post.example/a", "https://post.example/a"),
      ("https://evil.example/a", "https://post.example/a", "https://evil.example/a"),
      ("https://evil-post.example/a", "https://post.example/a", "https://evil-post.example/a"),
      (nil, "https://post.example/a", "https://post.example/a"),
    ] as [(String?, String, String)])
  func aPageSpeaksForItsOwnHost(_ url: String?, _ canonical: String, _ wanted: String) throws {
    let read = try page("<link rel=canonical href=\"\(canonical)\"><body>\(PageCostTests.prose)", url: url)
    #expect(read.article.url == wanted)
    let noted = try #require(read.notes.fields.first { $0.place == "link canonical" })
    #expect(noted.value == canonical && noted.isTaken == (wanted == canonical))
  }

  @Test func aListOfLinksIsJudgedByItsSums() throws {
    let items = (0..<40).map { "<li><a href=/\($0)>Link number \($0) to another page of the site</a></li>" }.joined()
    let blocks = PageBlocks(HTMLTreeBuilder.tree(of: Array("<body><ul>\(items)</ul>\(PageCostTests.prose)".utf8)))
    let list = try #require(blocks.tree.nodes.indices.first { blocks.tree.tag($0) == .ul })
    #expect(blocks.words(of: list) == blocks.linkWords(of: list) && blocks.words(of: list) >= 40 * 9)
    #expect(blocks.words(of: 0) == blocks.blocks.reduce(0) { $0 + $1.words })
  }
}
