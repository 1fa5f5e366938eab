// The commands of facets, stories, saved searches and alerts.
import Briefing
import Screen

extension Command {
  static let searches: [Command] = [
    Command("facets", .search, "what this list has in common: parties, publishers, months, tags, stories", keys: ["f"]) {
      state, _ in state.openSheet(.facets(state.list.scope))
    },
    Command("story", .search, "the story of this article: copies folded, sources counted", keys: ["S"], when: { $0.whyNoTarget })
    {
      state, _ in state.targets.first.map { state.openSheet(.story(article: $0)) } ?? []
    },
    Command(
      "catch-up", .article, "mark this row and all above it in the list as read", keys: ["W"],
      when: { $0.list.current == nil ? "there is no article here" : nil }
    ) { state, _ in state.catchUp() },
    Command("searches", .search, "the saved searches and alerts, with what is new", keys: ["A"], reach: .anywhere) { state, _ in
      state.openSheet(.searches)
    },
    Command(
      "save-search", .search, "keep this search under a name", argument: "NAME", when: { $0.whyNoSearch }
    ) { state, call in state.keepSearch(call.argument, command: "save-search", isAlert: false) },
    Command(
      "alert", .search, "keep this search as an alert: it tells what comes from now on", argument: "NAME",
      when: { $0.whyNoSearch }
    ) { state, call in state.keepSearch(call.argument, command: "alert", isAlert: true) },
    Command("forget-search", .search, "forget a saved search or alert", argument: "NAME", reach: .anywhere) { state, call in
      let name = call.argument.isEmpty ? state.savedSearchUnderCursor : call.argument
      guard let name else { return state.beginCommand("forget-search ") }
      return [.removeSearch(name: name)]
    },
  ]
}

extension State {
  var whyNoSearch: String? { list.scope.query.isEmpty ? "the list shows everything; search first" : nil }

  /// Marks what lies above as read, in the whole list and not only in what of it is loaded.
  mutating func catchUp() -> [Effect] {
    guard let row = list.current else { return [] }
    guard list.scope.order == .newest else {
      complain("catch-up: this list is sorted by rank; sort:date puts what is above in the order of time")
      return []
    }
    return [.decide(.readDown(list.scope, to: row.listKey))]
  }

  /// The name under the cursor of the sheet of searches.
  var savedSearchUnderCursor: String? {
    guard let sheet = sheets.last, sheet.source == .searches else { return nil }
    return sheet.current?.key
  }

  mutating func keepSearch(_ name: String, command: String, isAlert: Bool) -> [Effect] {
    guard !name.isEmpty else { return beginCommand(command + " ") }
    return [.saveSearch(name: name, query: list.scope.query, isAlert: isAlert)]
  }
}
