// The searches and alerts that are kept, with what they find; Enter shows it.
import Briefing
import Screen

extension SheetContent {
  public static func searches(_ searches: [SavedSearch], symbols: Symbols) -> SheetContent {
    let rows = searches.map { search in
      let new = search.isAlert ? (search.new > 0 ? "\(search.new) new" : "alert") : ""
      return SheetRow(
        key: search.name,
        lead: [
          Segment(" " + padded(search.name, to: 24, symbols) + " "),
          Segment(padded(new, to: 9, symbols), search.new > 0 ? .focusedTitle : .dim),
          Segment(padded("\(search.unread) unread", to: 13, symbols), search.unread > 0 ? .text : .dim),
        ], search.query, .dim,
        evidence: search.isAlert
          ? "\(search.name): \(search.new) have come since `wireroom alert` last told" : "\(search.name): \(search.query)",
        action: .narrow(query: search.query, label: search.name))
    }
    return SheetContent(
      title: "Saved searches", note: "\(searches.count)", rows: rows,
      emptyWords:
        "No search is kept yet. Search with /, then :save-search NAME keeps it, and :alert NAME makes it tell what is new."
    )
  }
}
