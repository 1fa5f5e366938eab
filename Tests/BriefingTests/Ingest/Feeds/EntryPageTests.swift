// Entries with the text of their pages: what is taken from where, and what is kept of the feed's.

import Testing

@testable import Briefing

@Suite struct EntryPageTests {
  private let entry: Article = {
    var article = PlainText.article(
      from: JSONLines.Record(
        title: "Ferry stops", date: "2023-10-05", body: "The ferry stopped.", url: "https://wire.example/ferry"))
    article.source = "Harbour Wire"
    return article
  }()

  private func page(_ html: String) throws -> Page {
    try Page.parse(Array(html.utf8), url: "https://wire.example/ferry", name: "page")
  }

  private let whole = """
    <html><head><title>Ferry stops | Wire</title><meta name="author" content="Jane Doe">
    <meta property="article:published_time" content="2023-10-07T09:00:00Z"></head><body><nav><a href="/">Home</a></nav><article>
    <h1>Ferry stops at Novara</h1><p>NOVARA (AP) - The ferry company stopped all sailings to the port on Tuesday, it said.</p>
    <p>The crews waited for days at the quay, one of them said, and nobody had told them when they would sail again.</p>
    </article></body></html>
    """

  @Test func theTextIsThePagesAndTheRestTheFeeds() throws {
    let given = SourceNotes(form: "entry", fields: [.init("title", "Ferry stops", place: "the feed's entry", isTaken: true)])
    let taken = try #require(EntryPage(try page(whole), of: entry, notes: given))
    #expect(taken.article.title?.text == "Ferry stops" && taken.article.source == "Harbour Wire")
    #expect(taken.article.authors == ["Jane Doe"] && taken.article.url == "https://wire.example/ferry")
    #expect(taken.article.text.contains("waited for days") && taken.article.dateline != nil)
    // Two dates that disagree are both kept.
    #expect(taken.article.published?.stamp.iso == "2023-10-05")
    #expect(taken.article.otherDate?.stamp.iso.hasPrefix("2023-10-07") == true)
    #expect(taken.notes.leftOut.first == .init("The ferry stopped.", reason: .feed, after: 0))
    #expect(taken.notes.fields.first?.isTaken == true)
    #expect(taken.notes.fields.contains { $0.place.contains("meta") && !$0.isTaken })
  }

  @Test(arguments: ["<html><body></body></html>", "<html><body><p>Accept.</p></body></html>"])
  func aPageWithLessIsNotTaken(_ html: String) throws {
    #expect(EntryPage(try page(html), of: entry, notes: nil) == nil)
  }

  @Test func allOfALongTextIsKept() {
    let line = Array(repeating: "ferry", count: 400).joined(separator: " ")
    let pieces = EntryPage.pieces(of: "short\n\(line)")
    #expect(pieces.joined(separator: " ") == "short \(line)")
    #expect(pieces.allSatisfy { $0.unicodeScalars.count <= SourceNotes.textLimit })
    let unbroken = String(repeating: "x", count: 1_500)
    #expect(EntryPage.pieces(of: unbroken).joined() == unbroken)
  }
}
