// Full text: the pages of entries, fetched behind their feeds, at most one at a time from a host and with its pauses. Each
// entry is stored as its page comes; one whose page cannot be had keeps the feed's text and says why.
import Briefing
import Foundation
import Synchronization

/// An entry whose page is to be fetched.
struct WantedPage: Sendable {
  private enum Entry: Sendable {
    /// As it has just come; not stored yet.
    case coming(index: Int, IncomingEntry, EntryPlan)
    /// Stored with the feed's text.
    case waiting(WaitingPage)
  }

  let feed: Subscription
  let url: String
  private let entry: Entry

  init(feed: Subscription, index: Int, entry: IncomingEntry, plan: EntryPlan) {
    self.feed = feed
    url = entry.article.url ?? ""
    self.entry = .coming(index: index, entry, plan)
  }

  init?(feed: Subscription, _ waiting: WaitingPage) {
    guard let url = waiting.article.url else { return nil }
    self.feed = feed
    self.url = url
    entry = .waiting(waiting)
  }

  var host: String { (try? FetchAddress(url))?.host ?? url }

  private var article: Article {
    switch entry {
    case .coming(_, let entry, _): entry.article
    case .waiting(let waiting): waiting.article
    }
  }
  private var notes: SourceNotes? {
    switch entry {
    case .coming(_, let entry, _): entry.notes
    case .waiting(let waiting): waiting.notes
    }
  }

  /// The entry with the text of its page, or why it has none.
  func read(_ fetched: Fetched) -> Result<EntryPage, PageFailure> {
    guard SourceKind(of: fetched.body, name: "") == .page else {
      return .failure(PageFailure(words: "what lies at its address is no page"))
    }
    do {
      let page = try Page.parse(fetched.body, url: fetched.url, headers: fetched.headers, name: fetched.url)
      guard var entry = EntryPage(page, of: article, notes: notes) else {
        return .failure(PageFailure(words: "the page holds less than the feed gives"))
      }
      if let cut = fetched.incomplete { entry.article.issues.append("The page is incomplete: \(cut).") }
      return .success(entry)
    } catch {
      return .failure(PageFailure(words: error.words))
    }
  }

  /// Stores the entry with the text of its page.
  func store(_ page: EntryPage, in archive: Archive, _ analyser: Analyser?, time: Int) throws -> ImportOutcome? {
    let article = feed.tagged(page.article)
    let analysis = analyser?.analyse(article)
    switch entry {
    case .coming(let index, let entry, let plan):
      let stored = StoredEntry(index: index, entry: entry, article: article, notes: page.notes, analysis: analysis)
      return try finished(archive.store([stored], plan: plan, feed: feed.id, time: time)[0], in: archive, analyser)
    case .waiting(let waiting):
      try archive.storePage(article, notes: page.notes, analysis: analysis, of: waiting)
      _ = try finished(.changed(waiting.articleID), in: archive, analyser)
      return nil
    }
  }

  /// Derives anew an entry that the archive has with another date or title than it came with.
  private func finished(_ outcome: ImportOutcome?, in archive: Archive, _ analyser: Analyser?) throws -> ImportOutcome? {
    if let id = outcome?.id, let analyser { try AnalysisRun(archive: archive, analyser: analyser).outdated(among: [id]) }
    return outcome
  }

  /// Stores the entry as the feed gives it, with what kept its page away. `isTried`: the page was asked for.
  func store(
    without failure: PageFailure, isTried: Bool, in archive: Archive, _ analyser: Analyser?, time: Int
  ) throws -> ImportOutcome? {
    switch entry {
    case .coming(let index, let entry, let plan):
      var article = feed.tagged(entry.article)
      article.issues.append("This is the feed's text alone; its page was not taken: \(failure.words)")
      let stored = StoredEntry(
        index: index, entry: entry, article: article, analysis: analyser?.analyse(article), pageFailures: isTried ? 1 : 0)
      return try finished(archive.store([stored], plan: plan, feed: feed.id, time: time)[0], in: archive, analyser)
    case .waiting(let waiting):
      if isTried { try archive.pageFailed(waiting) }
      return nil
    }
  }
}

/// Why a page was not taken, in words.
struct PageFailure: Error {
  var words: String
}

extension SyncRun {
  /// Entries of earlier fetches that still wait for their pages; `taken` are fetched for the feed already.
  func waiting(for feed: Subscription, but taken: Int = 0) throws -> [WantedPage] {
    try archive.waitingPages(feed: feed.id).prefix(max(0, Archive.pagesAtOnce - taken))
      .compactMap { WantedPage(feed: feed, $0) }
  }

  /// Fetches the pages that feeds want, and finishes the feeds; `progress` gets how many pages are done, of how many.
  func fetchPages(_ takings: [Taken], progress: @escaping @Sendable (Int, Int) -> Void) throws -> [SyncOutcome] {
    let pages = takings.indices.flatMap { owner in takings[owner].pages.map { (owner: owner, page: $0) } }
    let outcomes = Mutex(takings.map(\.outcome))
    let broken = Mutex<(any Error)?>(nil)
    let done = Mutex(0)
    // Hosts that asked to be left alone: their other pages wait for the next sync.
    let resting = Mutex<Set<String>>([])
    let analyser = try pages.isEmpty ? nil : analysers?.analyser()
    HostQueue(hosts: pages.map(\.page.host), settings: fetcher.settings).run { index in
      guard broken.withLock({ $0 == nil }) else { return }
      let (owner, page) = pages[index]
      do {
        let isResting = resting.withLock { $0.contains(page.host) }
        let (result, isTold) =
          isResting ? (.failure(PageFailure(words: "its server asked to be left alone.")), true) : fetch(page)
        if isTold { resting.withLock { _ = $0.insert(page.host) } }
        let stored: ImportOutcome?
        switch result {
        case .success(let entry): stored = try page.store(entry, in: archive, analyser, time: now())
        case .failure(let failure):
          stored = try page.store(without: failure, isTried: !isTold, in: archive, analyser, time: now())
        }
        outcomes.withLock { outcomes in
          outcomes[owner].count(stored)
          if case .success = result { outcomes[owner].pages += 1 } else { outcomes[owner].pagesFailed += 1 }
        }
      } catch {
        broken.withLock { $0 = error }
      }
      let count = done.withLock { done in
        done += 1
        return done
      }
      progress(count, pages.count)
    }
    if let error = broken.withLock({ $0 }) { throw error }
    return try zip(takings, outcomes.withLock { $0 }).map { taken, outcome in
      var taken = taken
      taken.outcome = outcome
      return try finish(taken)
    }
  }

  /// The page of an entry, read; and whether its server asked to be left alone.
  private func fetch(_ page: WantedPage) -> (Result<EntryPage, PageFailure>, isTold: Bool) {
    do throws(FetchFailure) {
      let request = FetchRequest(url: page.url, allowedOrigin: page.feed.allowedOrigin, accept: FetchRequest.pages)
      return (page.read(try fetcher.fetch(request)), false)
    } catch {
      let isTold = if case .status(_, 429) = error.error { true } else { (error.retryAfter ?? 0) > 0 }
      return (.failure(PageFailure(words: error.error.words)), isTold)
    }
  }
}
