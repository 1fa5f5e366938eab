// What a source carried besides its article is kept with it.
import Testing

@testable import Briefing

struct SourceNotesTests {
  private var notes: SourceNotes {
    var notes = SourceNotes(form: "page")
    notes.fields = [.init("title", "Ferry sinks", place: "meta og:title", isTaken: true), .init("title", "Home", place: "title")]
    notes.leaveOut("We use\u{1B}[2J cookies", .consent, after: 0)
    notes.leaveOut("Most read", .related, after: 3)
    return notes
  }

  @Test func `They come back as they were, cleaned`() throws {
    #expect(try SourceNotes(packed: notes.packed()) == notes)
    #expect(notes.leftOut[0].text == "We use cookies")
  }

  @Test func `Damage is found, never trusted`() {
    let bytes = notes.packed()
    for end in 0..<bytes.count { #expect(throws: PackingDamage.self) { try SourceNotes(packed: Array(bytes[..<end])) } }
  }

  @Test func `They are bounded`() {
    var notes = SourceNotes(form: "page")
    for i in 0..<1_000 { notes.leaveOut("piece \(i) " + String(repeating: "x", count: 2_000), .links, after: 0) }
    #expect(notes.leftOut.count == SourceNotes.pieceLimit)
    #expect(notes.omitted == 1_000 - SourceNotes.pieceLimit)
    #expect(notes.leftOut.allSatisfy { $0.text.unicodeScalars.count <= SourceNotes.textLimit })
  }

  @Test func `An article that arrives again brings its notes along`() throws {
    let fixture = try ArchiveFixture()
    var article = PlainText.article(from: "A ferry sank off Porto on Friday, the harbour master said.")
    article.url = "https://post.example/ferry"
    let id = try fixture.archive.store([IncomingArticle(article: article, notes: notes)])[0].id
    #expect(try fixture.archive.sourceNotes(of: id) == notes)
    var later = notes
    later.leaveOut("Share this", .share, after: 1)
    #expect(try fixture.archive.store([IncomingArticle(article: article, notes: later)]) == [.same(id)])
    #expect(try fixture.archive.sourceNotes(of: id) == later)
    #expect(try fixture.archive.check().isEmpty)
  }
}
