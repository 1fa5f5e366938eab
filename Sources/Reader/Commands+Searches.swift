// The commands of facets, saved searches and alerts.
import Briefing
import Screen

extension Command {
  static let searches: [Command] = [
    Command("facets", .search, "what this list has in common: parties, publishers, months, tags, stories", keys: ["f"]) {
      state, _ in state.openSheet(.facets(state.list.scope))
    },
    Command("by-rank", .search, "the best matches first, and back to the newest", keys: ["b"], when: { $0.whyNoRank }) {
      state, _ in
      state.list.scope.order = state.list.scope.order == .rank ? .newest : .rank
      return [state.load(.newest)]
    },
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
  var whyNoRank: String? {
    let query = Query.parse(list.scope.query).query
    if !query.hasWords { return "there are no words to rank by; search for some first" }
    return query.sort.map { _ in "the search itself says in what order" }
  }

  var whyNoSearch: String? { list.scope.query.isEmpty ? "the list shows everything; search first" : nil }

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
