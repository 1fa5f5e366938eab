// What the archive holds, each number a way into the list.
import Briefing
import Screen

extension SheetContent {
  /// The archive's counts; Enter narrows the list to what is counted.
  public static func overview(_ totals: Totals, path: String, bytes: Int, symbols: Symbols) -> SheetContent {
    let counts: [(name: String, count: Int, query: String)] = [
      ("unread", totals.unread, "is:unread"), ("starred", totals.starred, "is:starred"),
      ("without a publication date", totals.undated, "is:undated"),
      ("with missing links", totals.missingLinks, "is:missing"),
    ]
    func row(_ name: String, _ count: Int, query: String?) -> SheetRow {
      SheetRow(
        key: name, lead: [Segment("  " + padded(name, to: 30, symbols))], "\(count)",
        evidence: query.map { "the search \($0) finds them" } ?? "everything that was taken in",
        action: query.map { .narrow(query: $0, label: $0) })
    }
    return SheetContent(
      title: "Overview", note: path,
      rows: [.heading("Briefings"), row("in all", totals.articles, query: nil)]
        + counts.map { row($0.name, $0.count, query: $0.query) }
        + [
          .heading("Archive"),
          SheetRow(lead: [Segment("  " + padded("file", to: 30, symbols))], path, wraps: true, evidence: "one SQLite file"),
          SheetRow(lead: [Segment("  " + padded("size", to: 30, symbols))], "\((bytes + 512 * 1024) / (1024 * 1024)) MB"),
        ])
  }
}
