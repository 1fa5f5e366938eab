// What the reader wants done with feeds: fetching behind everything else, subscribing, setting.
import Briefing
import Dispatch
import Foundation
import Reader

extension Runtime {
  private func syncRun() throws -> SyncRun {
    SyncRun(archive: try archive.forLongWork(), fetcher: fetcher, analysers: analysers)
  }

  /// Fetches feeds; progress comes through the mailbox meanwhile.
  func sync(_ target: Effect.SyncTarget) throws -> [Event] {
    guard !archive.isReadOnly else { throw StoreError.readOnly(path: archive.path) }
    let feeds = try subscriptions(target)
    guard !feeds.isEmpty else {
      return [
        .progress(
          finished(
            target == .all || target == .due
              ? "no feeds yet: :subscribe URL adds one" : "this article came with no feed", isFailed: target != .due))
      ]
    }
    let isNamed = if case .due = target { false } else { true }
    let run = try syncRun()
    let summary = try run.run(feeds, isNamed: isNamed) { [mailbox] done, total in
      mailbox.post(.progress(ImportProgress(done: done, total: total, what: "fetching")))
    }
    if summary.new + summary.changed > 0 { _ = try LinkRun(archive: run.archive, environment: environment).run() }
    return [.progress(finished(words(for: summary), isFailed: !summary.failed.isEmpty))]
  }

  private func words(for summary: SyncSummary) -> String {
    if summary.outcomes.count + summary.waiting.count == 1 {
      if let (feed, why) = summary.waiting.first { return "\(feed.name): \(why)" }
      if let outcome = summary.outcomes.first, let failure = outcome.failure { return "\(outcome.feed.name): \(failure)" }
    }
    return summary.words + (summary.failed.isEmpty ? "; :feeds shows why" : "")
  }

  private func finished(_ words: String, isFailed: Bool) -> ImportProgress {
    ImportProgress(done: 0, total: 0, what: "fetching", summary: words, isFailed: isFailed)
  }

  private func subscriptions(_ target: Effect.SyncTarget) throws -> [Subscription] {
    switch target {
    case .all, .due: try archive.subscriptions()
    case .feed(let id): try archive.subscription(id).map { [$0] } ?? []
    case .ofArticle(let id): try archive.subscription(ofArticle: id).map { [$0] } ?? []
    }
  }

  /// Carries out what was asked for a subscription.
  func carryOut(_ request: Effect.FeedRequest) throws -> [Event] {
    switch request {
    case .subscribe(let url):
      let run = try syncRun()
      let subscribing = Subscribing(archive: run.archive, sync: run)
      guard case .feed(let fetched, _, let address, let origin) = try subscribing.find(url) else {
        throw Failure(words: "\(url) has several feeds: `wireroom subscribe` lists them")
      }
      let (outcome, isNew) = try subscribing.subscribe(fetched, url: address, origin: origin, title: nil)
      _ = try LinkRun(archive: run.archive, environment: environment).run()
      let name = try archive.subscription(outcome.feed.id)?.name ?? address
      return [
        .progress(finished("\(isNew ? "subscribed to" : "already subscribed to") \(name): \(outcome.new) new", isFailed: false))
      ]
    case .unsubscribe(let target):
      guard let feed = try subscriptions(target).first else { return [.failed("there is no feed here")] }
      try archive.unsubscribe(feed.id)
      return [.said("no longer subscribed to \(feed.name); its articles stay"), .feedsChanged]
    case .set(let target, let line):
      guard let feed = try subscriptions(target).first else { return [.failed("this article came with no feed")] }
      try archive.setFeedSettings(feed.id, FeedSettings(feed.settings, assigning: FeedSettings.assignments(in: line)))
      return [.said("\(feed.name): \(line)"), .feedsChanged]
    }
  }

  /// Asks the reader to fetch what is due, again and again, as long as the program runs.
  func syncByItself(everyMinutes minutes: Int) {
    DispatchQueue.global(qos: .utility).asyncAfter(deadline: .now() + .seconds(minutes * 60)) { [self] in
      mailbox.post(.isTimeToSync)
      syncByItself(everyMinutes: minutes)
    }
  }
}
