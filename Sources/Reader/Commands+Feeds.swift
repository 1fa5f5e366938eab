// Commands for subscriptions.
import Briefing
import Screen

extension Command {
  static let feeds: [Command] = [
    Command("feeds", .feed, "list the feeds: unread, the last fetch, what failed", keys: ["F"], reach: .anywhere) { state, _ in
      state.openSheet(.feeds)
    },
    Command(
      "reload", .feed, "fetch the feed under the cursor, or the one that this article came with", keys: ["r"], reach: .anywhere,
      when: { $0.feedTarget == nil ? "there is no feed and no article here" : nil }
    ) { state, _ in state.feedTarget.map { state.beginSync($0) } ?? [] },
    Command("reload-all", .feed, "fetch all feeds", keys: ["R"], reach: .anywhere) { state, _ in state.beginSync(.all) },
    Command("subscribe", .feed, "subscribe to a feed, or to the feed of a page", argument: "URL", reach: .anywhere) {
      state, call in
      guard !call.argument.isEmpty else { return state.beginCommand("subscribe ") }
      guard state.progress == nil else {
        state.complain(state.busyWords)
        return []
      }
      state.progress = ImportProgress(done: 0, total: 0, what: "subscribing")
      return [.feed(.subscribe(url: call.argument))]
    },
    Command(
      "unsubscribe", .feed, "give the feed under the cursor up; its articles stay", reach: .anywhere,
      when: { $0.selectedFeed == nil ? "go to a feed in the list of feeds first" : nil }
    ) { state, _ in state.selectedFeed.map { [.feed(.unsubscribe(.feed($0)))] } ?? [] },
    Command(
      "feed-set", .feed, "set a feed: interval=6h tags=a,b keep=100 full-text=page title=NAME", argument: "NAME=VALUE",
      reach: .anywhere,
      when: { $0.feedTarget == nil ? "there is no feed and no article here" : nil }
    ) { state, call in
      guard !call.argument.isEmpty else { return state.beginCommand("feed-set ") }
      return state.feedTarget.map { [.feed(.set($0, call.argument))] } ?? []
    },
    Command(
      "versions", .feed, "what changed between the versions of this article", keys: ["V"],
      when: { state in
        guard let open = state.open else { return "no article is open" }
        return open.detail.versions < 2 ? "there is one version of this article" : nil
      }
    ) { state, _ in state.open.map { state.openSheet(.versions($0.id)) } ?? [] },
  ]
}

extension State {
  /// The feed under the cursor of the list of feeds.
  var selectedFeed: Int64? {
    guard sheets.last?.source == .feeds, let key = sheets.last?.current?.key else { return nil }
    return Int64(key)
  }

  /// What a command for a feed is about: the one under the cursor, or the one that the article came with.
  var feedTarget: Effect.SyncTarget? {
    if sheets.last?.source == .feeds { return selectedFeed.map { .feed($0) } }
    return targets.first.map { .ofArticle($0) }
  }

  /// Why nothing else may begin while something is read in.
  var busyWords: String {
    progress?.what == "importing" ? "an import is running already" : "feeds are being fetched already; wait until they are done"
  }

  /// Fetches feeds; one import or fetch at a time.
  mutating func beginSync(_ target: Effect.SyncTarget) -> [Effect] {
    guard progress == nil else {
      complain(busyWords)
      return []
    }
    progress = ImportProgress(done: 0, total: 0, what: "fetching")
    return [.sync(target)]
  }
}
