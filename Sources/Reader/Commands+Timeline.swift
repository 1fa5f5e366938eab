// The timeline's commands: whose dates it shows, who else names one, and the histogram.
import Briefing
import Screen

extension Command {
  static let timeline: [Command] = [
    Command(
      "timeline-scope", .panes, "whose dates the timeline shows: article, story, party, search, all; without a name the next",
      keys: ["T"], argument: "NAME", when: { $0.whyNoArticle }
    ) { state, call in
      guard !call.argument.isEmpty else { return state.cycleTimeline(by: call.count ?? 1) }
      guard let choice = TimelineChoice(rawValue: call.argument) else {
        state.complain("no such timeline: \(call.argument); \(TimelineChoice.allCases.map(\.rawValue).joined(separator: ", "))")
        return []
      }
      return state.chooseTimeline(choice)
    },
    Command(
      "date-articles", .panes, "every sentence that names the selected date", keys: ["a"],
      when: { $0.selectedDate == nil ? "go to a date in pane 3 first" : nil }
    ) { state, _ in state.openDateArticles() },
    Command(
      "histogram", .panes, "how often the timeline's dates are named, by year, month, week or day", keys: ["H"],
      when: { $0.whyNoArticle }
    ) { state, _ in state.openHistogram() },
    Command(
      "finer", .panes, "in the histogram: the selected bar by months, weeks, days", keys: ["."], reach: .sheets,
      when: { $0.whyNoHistogram }
    ) { state, _ in state.refineHistogram() },
    Command(
      "coarser", .panes, "in the histogram: back to weeks, months, years", keys: [","], reach: .sheets,
      when: { $0.whyNoHistogram }
    ) { state, _ in state.coarsenHistogram() },
  ]
}

extension State {
  fileprivate var whyNoHistogram: String? {
    if case .histogram? = sheets.last?.source {
      nil
    } else {
      "this is for the histogram; open it with \(keyMap.hint(for: "histogram") ?? ":histogram")"
    }
  }
}
