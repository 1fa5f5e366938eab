// Entries that wait for their pages, and what comes of it.

import Testing

@testable import Briefing

@Suite struct WaitingPageTests {
  private let fixture: ArchiveFixture
  private var archive: Archive { fixture.archive }
  private let feed: Int64

  init() throws {
    fixture = try ArchiveFixture()
    feed = try fixture.archive.subscribe(url: "https://wire.example/feed", time: 1000).id
  }

  private func store(_ numbers: ClosedRange<Int>, pageFailures: Int?) throws {
    let entries = numbers.map { number in
      IncomingEntry(
        guid: "g\(number)", link: "https://wire.example/\(number)",
        article: PlainText.article(
          from: JSONLines.Record(
            title: "Entry \(number)", date: "2023-10-05", body: "In short \(number).", url: "https://wire.example/\(number)")))
    }
    let plan = try archive.plan(entries, feed: feed)
    let stored = entries.indices.map {
      StoredEntry(index: $0, entry: entries[$0], article: entries[$0].article, pageFailures: pageFailures)
    }
    _ = try archive.store(stored, plan: plan, feed: feed, time: 2000)
  }

  @Test func aPageTakesThePlaceOfTheFeedsTextWhichStaysAsAVersion() throws {
    try store(1...2, pageFailures: 1)
    let waiting = try archive.waitingPages(feed: feed)
    #expect(waiting.map(\.article.title?.text) == ["Entry 2", "Entry 1"])
    var whole = waiting[0].article
    whole.text = "All of it."
    whole.blocks = [Block(span: Span(0, 10), kind: .prose, paragraph: 1)]
    try archive.storePage(whole, notes: SourceNotes(form: "page"), analysis: nil, of: waiting[0])
    #expect(try archive.article(2)?.text == "All of it.")
    #expect(try archive.versions(of: 2).map(\.article.text) == ["In short 2.", "All of it."])
    #expect(try archive.sourceNotes(of: 2)?.form == "page")
    #expect(try archive.waitingPages(feed: feed).map(\.articleID) == [1])
    #expect(try archive.check() == [])
  }

  @Test func aPageThatCannotBeHadIsLetBeAfterSomeTries() throws {
    try store(1...1, pageFailures: 1)
    for left in [1, 1, 0] {
      #expect(try archive.waitingPages(feed: feed).count == left)
      if let waiting = try archive.waitingPages(feed: feed).first { try archive.pageFailed(waiting) }
    }
  }

  @Test func turnedOnItIsForTheUnreadOnesTooAndTurnedOffForNone() throws {
    try store(1...3, pageFailures: nil)
    _ = try archive.setRead([2], true)
    var settings = FeedSettings()
    #expect(settings.set("full-text", to: "page") == nil)
    #expect(settings.set("full-text", to: "yes") != nil)
    try archive.setFeedSettings(feed, settings)
    #expect(try archive.subscription(feed)?.settings.isFullText == true)
    #expect(try archive.waitingPages(feed: feed).map(\.articleID) == [3, 1])
    try archive.setFeedSettings(feed, FeedSettings())
    #expect(try archive.waitingPages(feed: feed).isEmpty)
  }
}
