// Subscriptions and their entries: what is new, what has changed, and what never comes back as new.

import Testing

@testable import Briefing

@Suite struct FeedTests {
  private let fixture: ArchiveFixture
  private var archive: Archive { fixture.archive }

  init() throws { fixture = try ArchiveFixture() }

  private func entry(_ guid: String?, _ link: String?, _ title: String, _ text: String = "Some text stood here.") -> IncomingEntry
  {
    var article = PlainText.article(from: JSONLines.Record(title: title, date: "2023-10-05", body: text, url: link))
    article.source = "Harbour Wire"
    return IncomingEntry(guid: guid, link: link, article: article)
  }

  private func feed(_ url: String = "https://example.org/feed") throws -> Int64 {
    try archive.subscribe(url: url, time: 1000).id
  }

  /// Stores a document's entries as a sync does; returns what became of those that were new or changed.
  @discardableResult
  private func sync(_ feed: Int64, _ entries: [IncomingEntry]) throws -> [ImportOutcome] {
    let plan = try archive.plan(entries, feed: feed)
    try archive.storeNames(of: entries, plan: plan, feed: feed)
    let stored = plan.states.indices.filter { if case .known = plan.states[$0] { false } else { plan.states[$0] != .twin } }
      .map { StoredEntry(index: $0, entry: entries[$0], article: entries[$0].article) }
    return try archive.store(stored, plan: plan, feed: feed, time: 2000).compactMap { $0 }
  }

  private func titles() throws -> [String] { try fixture.headlines().sorted() }

  @Test func entriesAreNewOnce() throws {
    let feed = try self.feed()
    let entries = [entry("a", "https://example.org/a", "First"), entry("b", "https://example.org/b", "Second")]
    #expect(try sync(feed, entries) == [.new(1), .new(2)])
    #expect(try sync(feed, entries) == [])
    #expect(try sync(feed, entries.reversed()) == [])
    #expect(try titles() == ["First", "Second"])
    let known = try #require(try archive.subscription(ofArticle: 1))
    #expect(known.articles == 2 && known.unread == 2)
    #expect(try archive.check() == [])
  }

  /// Each row is an entry that was seen as ("g1", "https://example.org/1", "One", "Some text stood here."), as it comes the next
  /// time, and whether that makes a version.
  @Test(
    arguments: [
      ("g1", "https://example.org/1", "One", "Some text stood here.", 1),
      ("g1", "https://example.org/moved", "One", "Some text stood here.", 1),
      ("g1", "https://example.org/1", "One, corrected", "Some text stood here.", 2),
      ("g1", "https://example.org/1", "One", "Another text stood here.", 2),
      ("other", "https://example.org/1", "One", "Some text stood here.", 1),
      ("other", "https://example.org/1", "One", "Another text stood here.", 2),
      ("other", "https://example.net/one", "One", "Some text stood here.", 1),
      (nil, "https://example.org/1", "One", "Some text stood here.", 1),
    ] as [(String?, String, String, String, Int)])
  func whatComesAgainIsKnown(_ guid: String?, _ link: String, _ title: String, _ text: String, _ versions: Int) throws {
    let feed = try self.feed()
    try sync(feed, [entry("g1", "https://example.org/1", "One")])
    _ = try archive.setRead([1], true)
    try sync(feed, [entry(guid, link, title, text)])
    #expect(try titles() == [title])
    let detail = try #require(try archive.detail(1))
    #expect(detail.versions == versions)
    #expect(!detail.row.isUnread)
    #expect(detail.article.url == link)
    // And it stays known under what it is called now.
    #expect(try sync(feed, [entry(guid, link, title, text)]) == [])
    #expect(try archive.check() == [])
  }

  @Test func twoEntriesWithOneLinkAreTwo() throws {
    let feed = try self.feed()
    let home = "https://example.org/"
    try sync(feed, [entry("a", home, "First"), entry("b", home, "Second", "Another text.")])
    try sync(
      feed, [entry("c", home, "Third", "A third text."), entry("a", home, "First"), entry("b", home, "Second", "Another text.")])
    #expect(try titles() == ["First", "Second", "Third"])
  }

  @Test func aGuidThatStandsTwiceIsNoName() throws {
    let feed = try self.feed()
    let entries = [
      entry("same", "https://example.org/1", "One"), entry("same", "https://example.org/2", "Two", "Another text."),
      entry("same", "https://example.org/2", "Two", "Another text."),
    ]
    try sync(feed, entries)
    #expect(try sync(feed, entries) == [])
    #expect(try titles() == ["One", "Two"])
  }

  @Test func oneArticleInTwoFeedsIsOne() throws {
    let world = try feed("https://example.org/world")
    let all = try feed("https://example.org/all")
    try sync(world, [entry("a", "https://example.org/a", "First", "The long text of it.")])
    #expect(try sync(all, [entry("a2", "https://example.org/a", "First", "In short.")]) == [.same(1)])
    #expect(try titles() == ["First"])
    // The other feed's words are not a new version each time it is read.
    #expect(try sync(all, [entry("a2", "https://example.org/a", "First", "In brief.")]) == [])
    #expect(try archive.detail(1)?.versions == 1)
    #expect(try archive.subscription(all)?.articles == 1)
  }

  @Test func whatWasLetGoDoesNotComeBack() throws {
    let feed = try self.feed()
    let entries = (1...5).map { number in
      var entry = entry("g\(number)", "https://example.org/\(number)", "Entry \(number)", "Text of number \(number).")
      entry.article.published = DateStamp(parsing: "2023-10-0\(number)").map { PublicationDate($0, origin: .field) }
      return entry
    }
    try sync(feed, entries)
    _ = try archive.setStarred([1], true)
    let party = PartyIdentity(entity: "org:front", name: "Front", kind: .organisation)
    _ = try archive.decide(.choose("Number", as: party, in: 2))
    #expect(try archive.trim(feed: feed, keep: 2) == 1)
    #expect(try titles() == ["Entry 1", "Entry 2", "Entry 4", "Entry 5"])
    _ = try archive.withdraw(.choose("Number", as: party, in: 2))
    #expect(try archive.trim(feed: feed, keep: 2) == 1)
    #expect(try titles() == ["Entry 1", "Entry 4", "Entry 5"])
    #expect(try sync(feed, entries) == [])
    let edited = entry("g2", "https://example.org/2", "Entry 2", "Edited meanwhile.")
    #expect(try sync(feed, [edited]) == [])
    #expect(try titles().count == 3)
    #expect(try archive.totals().articles == 3)
    #expect(try archive.check() == [])
    // An id is for life.
    try sync(feed, [entry("new", "https://example.org/new", "New", "New text.")])
    #expect(try archive.row(6)?.headline == "New")
  }

  @Test func whatAStoryWasDecidedByStays() throws {
    let feed = try self.feed()
    try sync(
      feed,
      (1...5).map { number in
        var entry = entry("g\(number)", "https://example.org/\(number)", "Entry \(number)", "Text of number \(number).")
        entry.article.published = DateStamp(parsing: "2023-10-0\(number)").map { PublicationDate($0, origin: .field) }
        return entry
      })
    let story = LinkChanges(story: StoryState(id: 1, name: "Story", size: 1))
    try archive.storeLinks((1...5).map { ($0, story) })
    #expect(try !archive.splitFromStory(2).isEmpty)
    #expect(try archive.trim(feed: feed, keep: 2) == 1)
    #expect(try titles() == ["Entry 1", "Entry 2", "Entry 4", "Entry 5"])
    #expect(try archive.check() == [])
  }

  @Test func lettingTheNewestGoDoesNotGiveItsIDAway() throws {
    let feed = try self.feed()
    var newer = entry("a", "https://example.org/a", "Newer")
    newer.article.published = DateStamp(parsing: "2023-10-09").map { PublicationDate($0, origin: .field) }
    try sync(feed, [newer, entry("b", "https://example.org/b", "Older", "Another text.")])
    #expect(try archive.trim(feed: feed, keep: 1) == 1)
    try sync(feed, [entry("c", "https://example.org/c", "Next", "A third text.")])
    #expect(try archive.row(2) == nil)
    #expect(try archive.row(3)?.headline == "Next")
  }

  @Test func aFeedThatComesBackKnowsItsEntries() throws {
    let feed = try self.feed()
    try sync(feed, [entry("a", "https://example.org/a", "First")])
    try archive.unsubscribe(feed)
    #expect(try archive.subscriptions() == [])
    #expect(try titles() == ["First"])
    let again = try archive.subscribe(url: "https://example.org/feed", time: 3000)
    #expect(again.id == feed && again.isNew)
    #expect(try sync(feed, [entry("a", "https://example.org/a", "First")]) == [])
  }

  // MARK: How fetches went

  @Test func aMoveKeepsTheOldAddress() throws {
    let feed = try self.feed()
    let other = try self.feed("https://example.org/taken")
    var record = FetchRecord(.read(etag: "\"1\"", lastModified: nil, title: "Harbour Wire", site: nil, note: nil), time: 5000)
    record.movedTo = "https://example.org/new"
    try archive.record(record, feed: feed)
    let moved = try #require(try archive.subscription(url: "https://example.org/feed"))
    #expect(moved.id == feed && moved.url == "https://example.org/new")
    #expect(moved.name == "Harbour Wire" && moved.etag == "\"1\"" && moved.succeeded == 5000)
    #expect(try archive.subscribe(url: "https://example.org/new", time: 6000) == (feed, false))
    record.movedTo = "https://example.org/taken"
    try archive.record(record, feed: feed)
    #expect(try archive.subscription(feed)?.url == "https://example.org/new")
    #expect(try archive.subscription(url: "https://example.org/taken")?.id == other)
  }

  @Test func failuresAreCountedAndForgotten() throws {
    let feed = try self.feed()
    for time in [100, 200] {
      var record = FetchRecord(.failed("It does not answer."), time: time)
      record.waitUntil = time + 300
      try archive.record(record, feed: feed)
    }
    let failing = try #require(try archive.subscription(feed))
    #expect(failing.failures == 2 && failing.failure == "It does not answer." && failing.succeeded == nil)
    #expect(failing.reasonToWait(now: 300, isNamed: false) == "it failed; next in 3 min")
    #expect(failing.reasonToWait(now: 300, isNamed: true) == nil)
    #expect(failing.reasonToWait(now: 500, isNamed: false) == nil)
    try archive.record(FetchRecord(.unchanged, time: 600), feed: feed)
    let well = try #require(try archive.subscription(feed))
    #expect(well.failures == 0 && well.failure == nil && well.waitUntil == nil && well.succeeded == 600)
  }

  @Test func aServersWishIsKept() {
    var feed = Subscription(id: 1, url: "https://example.org/feed")
    feed.waitUntil = 4600
    feed.isToldToWait = true
    #expect(feed.reasonToWait(now: 1000, isNamed: true) == "its server asked to be left alone; next in 60 min")
    feed.waitUntil = nil
    feed.settings.interval = 60
    feed.checked = 1000
    #expect(feed.reasonToWait(now: 2200, isNamed: false) == "next in 40 min")
    #expect(feed.reasonToWait(now: 2200, isNamed: true) == nil)
    #expect(feed.reasonToWait(now: 4600, isNamed: false) == nil)
  }

  @Test func backoffDoubles() {
    #expect([1, 2, 3, 9, 40].map { Subscription.backoff(failures: $0, jitter: 0.5) } == [300, 600, 1200, 76_800, 86_400])
    #expect(Subscription.backoff(failures: 1, jitter: 0) == 240)
    #expect(Subscription.backoff(failures: 1, jitter: 1) == 360)
  }

  @Test func settings() throws {
    var settings = FeedSettings()
    #expect(settings.set("interval", to: "6h") == nil && settings.interval == 360)
    #expect(settings.set("tags", to: "syria, drones") == nil && settings.tags == ["syria", "drones"])
    #expect(settings.set("keep", to: "100") == nil && settings.keep == 100)
    #expect(settings.set("title", to: "Mine") == nil && settings.title == "Mine")
    for (name, value) in [("interval", "soon"), ("interval", "0"), ("keep", "-1"), ("colour", "red")] {
      #expect(settings.set(name, to: value) != nil, "\(name)=\(value)")
    }
    let feed = try self.feed()
    try archive.setFeedSettings(feed, settings)
    #expect(try archive.subscription(feed)?.settings == settings)
  }
}
