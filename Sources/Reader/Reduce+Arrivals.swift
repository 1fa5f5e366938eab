// Articles that another program brings while one reads: they show in the list, and nothing that is looked at moves.
import Briefing

extension State {
  /// Says how many came and reads the list anew around its cursor; the open article stays as it is.
  mutating func arrived(_ count: Int) -> [Effect] {
    guard count > 0 else { return [] }
    // A word about something that failed stays until it was seen.
    if message?.isError != true { say(count == 1 ? "1 new briefing" : "\(count) new briefings") }
    // A ranked list is an answer to a question; it is asked again by the reader alone.
    guard list.scope.order != .rank else { return [.totals] }
    return [load(list.current.map { .around($0.id) } ?? .newest), .totals]
  }
}
