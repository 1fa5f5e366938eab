// Fetches feeds: many hosts at once, each feed read, compared with what is known of it, and stored by itself, so that one that
// fails keeps nobody else's articles away.
import Briefing
import Foundation
import Synchronization

/// How a feed's fetch ended.
struct SyncOutcome: Sendable {
  var feed: Subscription
  var new = 0
  var changed = 0
  /// Let go by `keep`.
  var trimmed = 0
  /// Whose text was taken from their pages, and whose pages could not be had.
  var pages = 0
  var pagesFailed = 0
  /// Nothing was sent, since nothing had changed.
  var isUnchanged = false
  /// What was doubtful about it, in words.
  var note: String?
  var failure: String?
}

/// What a sync did.
struct SyncSummary: Sendable {
  var outcomes: [SyncOutcome] = []
  /// Feeds that were left alone, and why.
  var waiting: [(feed: Subscription, why: String)] = []

  var new: Int { outcomes.reduce(0) { $0 + $1.new } }
  var changed: Int { outcomes.reduce(0) { $0 + $1.changed } }
  var failed: [SyncOutcome] { outcomes.filter { $0.failure != nil } }

  var words: String {
    guard !outcomes.isEmpty || !waiting.isEmpty else { return "no feeds: wireroom subscribe URL adds one" }
    let trimmed = outcomes.reduce(0) { $0 + $1.trimmed }
    let pages = outcomes.reduce(0) { $0 + $1.pages }
    let pagesFailed = outcomes.reduce(0) { $0 + $1.pagesFailed }
    let noted = outcomes.count { $0.note != nil }
    let parts: [String?] = [
      "\(outcomes.count) \(outcomes.count == 1 ? "feed" : "feeds")", "\(new) new", changed > 0 ? "\(changed) changed" : nil,
      trimmed > 0 ? "\(trimmed) let go" : nil, pages > 0 ? "\(pages) from their pages" : nil,
      pagesFailed > 0 ? "\(pagesFailed) pages not had" : nil, waiting.isEmpty ? nil : "\(waiting.count) not due",
      noted > 0 ? "\(noted) incomplete or doubtful" : nil, failed.isEmpty ? nil : "\(failed.count) failed",
    ]
    return "synced: " + parts.compactMap { $0 }.joined(separator: ", ")
  }
}

/// Fetches subscriptions into an archive.
struct SyncRun: Sendable {
  let archive: Archive
  let fetcher: Fetcher
  /// nil to leave the analysis to a later reindex.
  let analysers: Analysers?
  /// Seconds since 1970.
  var now: @Sendable () -> Int = { Int(Date().timeIntervalSince1970) }

  /// So many entries are stored in one transaction. A feed with more of them is stored before it is analysed, so that its
  /// articles can be read meanwhile.
  private static let batchSize = 256

  /// What was read of a feed, and what is still to be done for it.
  struct Taken: Sendable {
    var outcome: SyncOutcome
    /// How the fetch went; kept once its entries are, so that a stopped sync begins again with this feed.
    var record: FetchRecord?
    var pages: [WantedPage] = []
    /// Its host was not found: it has gone, or our own line is down.
    var isUnreached = false
  }

  /// Fetches feeds; `progress` gets how many are done, from several threads. `isNamed`: the reader asked for these, so that
  /// only their servers' own wishes keep them waiting; `isForced`: not even those.
  func run(
    _ feeds: [Subscription], isNamed: Bool, isForced: Bool = false, progress: @escaping @Sendable (Int, Int) -> Void
  ) throws -> SyncSummary {
    if fetcher.settings.isOffline, !feeds.isEmpty {
      throw Failure(words: "nothing was fetched: this is offline (--offline, or network.conf)")
    }
    var summary = SyncSummary()
    var due: [Subscription] = []
    for feed in feeds {
      if !isForced, let why = feed.reasonToWait(now: now(), isNamed: isNamed) {
        summary.waiting.append((feed, why))
      } else {
        due.append(feed)
      }
    }
    progress(0, due.count)
    let queue = due
    let takings = Mutex([Taken?](repeating: nil, count: queue.count))
    let broken = Mutex<(any Error)?>(nil)
    let pageCount = Mutex(0)
    let hosts = queue.map { (try? FetchAddress($0.url))?.host ?? $0.url }
    HostQueue(hosts: hosts, settings: fetcher.settings).run { index in
      // An archive that cannot be written is no fault of the other feeds.
      guard broken.withLock({ $0 == nil }) else { return }
      do {
        let taken = try sync(queue[index])
        let pages = pageCount.withLock { count in
          count += taken.pages.count
          return count
        }
        let done = takings.withLock { takings in
          takings[index] = taken
          return takings.count { $0 != nil }
        }
        progress(done, queue.count + pages)
      } catch {
        broken.withLock { $0 = error }
      }
    }
    if let error = broken.withLock({ $0 }) { throw error }
    var taken = takings.withLock { $0.compactMap { $0 } }
    // Where no host at all is found our own line is down, and no feed has to wait for that.
    if Set(hosts).count > 1, taken.allSatisfy(\.isUnreached) {
      for i in taken.indices { taken[i].record = nil }
    }
    summary.outcomes = try fetchPages(taken) { done, total in progress(queue.count + done, queue.count + total) }
    return summary
  }

  // MARK: One feed

  private func sync(_ feed: Subscription) throws -> Taken {
    let request = FetchRequest(
      url: feed.url, etag: feed.etag, lastModified: feed.lastModified, allowedOrigin: feed.allowedOrigin)
    do {
      let fetched = try fetcher.fetch(request)
      guard fetched.status != 304 else {
        var record = FetchRecord(.unchanged, time: now())
        record.movedTo = fetched.movedTo
        let pages = try feed.settings.isFullText ? waiting(for: feed) : []
        return Taken(outcome: SyncOutcome(feed: feed, isUnchanged: true), record: record, pages: pages)
      }
      return try take(fetched, for: feed)
    } catch let failure as FetchFailure {
      if failure.error.isOurs { throw failure }
      var taken = try fail(feed, failure.error.words, retryAfter: failure.retryAfter)
      if case .unknownHost = failure.error { taken.isUnreached = true }
      return taken
    }
  }

  private func fail(_ feed: Subscription, _ words: String, retryAfter: Int? = nil) throws -> Taken {
    var record = FetchRecord(.failed(words), time: now())
    let backoff = Subscription.backoff(failures: feed.failures + 1, jitter: .random(in: 0...1))
    record.waitUntil = now() + max(retryAfter ?? 0, backoff)
    record.isToldToWait = retryAfter.map { $0 > 0 } ?? false
    return Taken(outcome: SyncOutcome(feed: feed, failure: words), record: record)
  }

  /// Stores what was fetched of a feed by itself, and what its pages give.
  func takeWhole(_ fetched: Fetched, for feed: Subscription) throws -> SyncOutcome {
    let taken = try take(fetched, for: feed)
    return try fetchPages([taken]) { _, _ in }.first ?? taken.outcome
  }

  /// Stores what was fetched of a feed, but for entries whose pages are still to be fetched.
  private func take(_ fetched: Fetched, for feed: Subscription) throws -> Taken {
    let document = Feed.read(fetched.body, from: Feed.Origin(url: fetched.url, headers: fetched.headers))
    guard document.isFeed else {
      let found = FeedFinder.candidates(in: fetched.body, url: fetched.url).first
      let what =
        fetched.body.isEmpty ? "It is empty" : found == nil ? "It is no feed" : "It is a page, and its feed is \(found!.url)"
      let cut = fetched.incomplete.map { "; \($0)" } ?? ""
      return try fail(
        feed, "\(what)\(cut). \(found == nil ? "Look for the feed's address on the site." : "Subscribe to that one.")")
    }
    let entries = document.articles().map { item in
      var article = item.article.withoutFutureDate(at: now())
      article.source = article.source ?? feed.name
      return IncomingEntry(guid: article.externalID, link: article.url, article: article, notes: item.notes)
    }
    var outcome = SyncOutcome(feed: feed)
    let pages = try store(entries, of: feed, into: &outcome)
    let notes = (fetched.incomplete.map { ["This feed is incomplete: \($0)."] } ?? []) + document.issues
    outcome.note = notes.isEmpty ? nil : notes.joined(separator: " ")
    // What was cut must come again next time.
    let isWhole = fetched.incomplete == nil
    var record = FetchRecord(
      .read(
        etag: isWhole ? fetched.headers["etag"] : nil, lastModified: isWhole ? fetched.headers["last-modified"] : nil,
        title: document.title.map { Sanitize.line($0.plain) }.flatMap { $0.isEmpty ? nil : $0 },
        site: document.link.flatMap { try? FetchAddress($0).text }, note: outcome.note), time: now())
    record.movedTo = fetched.movedTo
    return Taken(outcome: outcome, record: record, pages: pages)
  }

  /// Stores the new and the changed ones among a feed's entries; returns the pages that are still to be fetched.
  private func store(
    _ entries: [IncomingEntry], of feed: Subscription, into outcome: inout SyncOutcome
  ) throws -> [WantedPage] {
    let plan = try archive.plan(entries, feed: feed.id)
    var wanted = plan.states.indices.filter {
      switch plan.states[$0] {
      case .new, .changed: true
      case .known, .twin: false
      }
    }
    try archive.storeNames(of: entries, plan: plan, feed: feed.id)
    var pages: [WantedPage] = []
    var late: Set<Int> = []
    if feed.settings.isFullText {
      let withPages = wanted.filter { entries[$0].article.url != nil }
      pages = withPages.prefix(Archive.pagesAtOnce).map { WantedPage(feed: feed, index: $0, entry: entries[$0], plan: plan) }
      // What is more than is fetched at once comes with the next sync.
      late = Set(withPages.dropFirst(Archive.pagesAtOnce))
      let now = Set(withPages.prefix(Archive.pagesAtOnce))
      wanted.removeAll(where: now.contains)
      pages += try waiting(for: feed, but: pages.count)
    }
    guard !wanted.isEmpty else { return pages }
    let analyser = try analysers?.analyser()
    let isMany = wanted.count > SyncRun.batchSize
    var left = wanted[...]
    var stored: [Int64] = []
    while !left.isEmpty {
      let batch = left.prefix(SyncRun.batchSize).map { index in
        let article = feed.tagged(entries[index].article)
        return StoredEntry(
          index: index, entry: entries[index], article: article, analysis: isMany ? nil : analyser?.analyse(article),
          pageFailures: late.contains(index) ? 0 : nil)
      }
      left = left.dropFirst(SyncRun.batchSize)
      for result in try archive.store(batch, plan: plan, feed: feed.id, time: now()) {
        outcome.count(result)
        if let id = result?.id { stored.append(id) }
      }
    }
    if let analyser { try AnalysisRun(archive: archive, analyser: analyser).outdated(among: stored) }
    return pages
  }

  /// What remains to be done for a feed when its entries are stored.
  func finish(_ taken: Taken) throws -> SyncOutcome {
    var outcome = taken.outcome
    if let keep = outcome.feed.settings.keep, outcome.failure == nil, !outcome.isUnchanged {
      outcome.trimmed = try archive.trim(feed: outcome.feed.id, keep: keep)
    }
    if let record = taken.record { try archive.record(record, feed: outcome.feed.id) }
    return outcome
  }
}

extension SyncOutcome {
  /// Counts what became of an entry.
  mutating func count(_ result: ImportOutcome?) {
    switch result {
    case .new: new += 1
    case .changed: changed += 1
    case .same, nil: break
    }
  }
}

extension Subscription {
  /// An article with the tags that the feed's reader wants on it.
  func tagged(_ article: Article) -> Article {
    var article = article
    article.tags += settings.tags.filter { !article.tags.contains($0) }
    return article
  }
}
