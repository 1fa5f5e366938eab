// The commands of stories and copies: what tells the same, what belongs together, and what the reader knows better.
import Briefing
import Screen

extension Command {
  static let stories: [Command] = [
    Command(
      "story", .stories, "the story of this article: what is new, its timeline, parties and articles", keys: ["S"],
      when: { $0.whyNoTarget }
    ) { state, _ in state.targets.first.map { state.openSheet(.story(article: $0)) } ?? [] },
    Command("by-story", .stories, "put the list's articles together by story, and back", keys: ["O"]) { state, _ in
      state.regroup(state.list.grouping == .stories ? .copies : .stories)
    },
    Command("fold", .stories, "show every copy of a text as a row of its own, and fold them again", keys: ["Z"]) { state, _ in
      state.regroup(state.list.grouping == .none ? .copies : .none)
    },
    Command(
      "copies", .stories, "the copies that this row stands for", keys: ["d"],
      when: { $0.copies.isEmpty ? "this row stands for one article alone" : nil }
    ) { state, _ in state.openSheet(.copies(state.copies)) },
    Command(
      "compare", .stories, "what differs between a copy and the first of them", keys: ["="], reach: .anywhere,
      when: { $0.whyNoComparison }
    ) { state, _ in state.compareCopies() },
    Command(
      "catch-up", .stories, "mark this row and all above it as read: in the list, or in this story", keys: ["W"],
      reach: .anywhere, when: { $0.whyNoCatchUp }
    ) { state, _ in state.catchUp() },
    Command(
      "split-story", .stories, "take this article out of its story", keys: ["-"], reach: .anywhere,
      when: { $0.storyArticle == nil ? "go to an article first" : nil }
    ) { state, _ in state.storyArticle.map { [.decide(.splitStory(article: $0))] } ?? [] },
    Command(
      "merge-story", .stories, "make this story and another one: by its number or name, or of the selected articles",
      keys: ["&"], argument: "STORY", reach: .anywhere, when: { $0.storyArticle == nil ? "go to an article first" : nil }
    ) { state, call in state.mergeStories(call.argument) },
  ]
}

extension State {
  /// Reads the list anew with its articles put together otherwise; the cursor stays on its article.
  mutating func regroup(_ grouping: ListGrouping) -> [Effect] {
    list.grouping = grouping
    switch grouping {
    case .none: say("every copy is a row")
    case .copies: say("copies of one text are one row; \(keyMap.hint(for: "copies") ?? ":copies") shows them")
    case .stories:
      say("by story, where its newest article stands" + (list.scope.order == .rank ? "; by rank copies fold only" : ""))
    }
    return [load(open.map { .around($0.id) } ?? list.current.map { .around($0.id) } ?? .newest)]
  }

  /// The article under the cursor and its copies, the newest first; empty where it has none.
  var copies: [Int64] {
    guard let row = list.current, let fold = row.fold else { return [] }
    return fold.copies.reversed() + [row.id]
  }

  /// The copies of the sheet on the screen, or of the list's row.
  private var comparable: [Int64] {
    if let sheet = sheets.last {
      if case .copies(let ids) = sheet.source { return ids }
      return []
    }
    return copies
  }

  var whyNoComparison: String? { comparable.count < 2 ? "go to a row that stands for several copies first" : nil }

  /// Compares the copy under the cursor with the first; of two that are not looked at the later.
  mutating func compareCopies() -> [Effect] {
    let ids = comparable
    guard let first = ids.last, ids.count > 1 else { return [] }
    guard let sheet = sheets.last else {
      return ids.count == 2 ? openSheet(.comparison(ids[0], with: first)) : openSheet(.copies(ids))
    }
    let here = sheet.current.flatMap { Int64($0.key) } ?? ids[0]
    return openSheet(.comparison(here == first ? ids[0] : here, with: first))
  }

  /// The article that a decision about its story is for: of the story's sheet the one under the cursor, else the pane's.
  var storyArticle: Int64? {
    guard let sheet = sheets.last else { return targets.first }
    guard case .story = sheet.source else { return nil }
    return sheet.current?.article
  }

  mutating func mergeStories(_ named: String) -> [Effect] {
    guard let article = storyArticle else { return [] }
    if !named.isEmpty { return [.decide(.mergeStory(article: article, named: named))] }
    // The uppermost of them gives the name.
    let selected = sheets.isEmpty ? list.rows.map(\.id).filter(Set(targets).contains) : []
    guard selected.count > 1 else { return beginCommand("merge-story ") }
    return [.decide(.mergeStories(selected))]
  }

  // MARK: Catching up

  var whyNoCatchUp: String? {
    if let sheet = sheets.last { return sheet.content.catchUp == nil ? "this is for the list and for a story" : nil }
    return list.current == nil ? "there is no article here" : nil
  }

  /// Marks what lies above as read: of the story on the screen or under the cursor, else in the whole list and not only in
  /// what of it is loaded.
  mutating func catchUp() -> [Effect] {
    if let sheet = sheets.last {
      guard let scope = sheet.content.catchUp else { return [] }
      let looked = sheet.content.leaving.map { [Effect.decide($0)] } ?? []
      return looked + [.decide(.readDown(scope, to: sheet.current?.place ?? Int64.min, grouping: .copies))]
    }
    guard let row = list.current else { return [] }
    if list.grouping == .stories, let story = row.story {
      return [.decide(.readDown(ListScope(query: "story:\(story.id)"), to: row.listKey, grouping: .copies))]
    }
    guard list.scope.order == .newest else {
      complain("catch-up: this list is sorted by rank; sort:date puts what is above in the order of time")
      return []
    }
    return [.decide(.readDown(list.scope, to: row.listKey, grouping: list.grouping))]
  }
}
