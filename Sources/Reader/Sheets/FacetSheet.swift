// The facets of a list: each value with its count and a bar, and Enter to narrow the list to it.
import Briefing
import Screen

extension SheetContent {
  /// The facets with bars in proportion to the largest value of their kind.
  public static func facets(_ facets: Facets, symbols: Symbols, width: Int) -> SheetContent {
    let nameWidth = min(44, max(12, width / 2))
    let barWidth = min(30, max(0, width - nameWidth - 14))
    var rows: [SheetRow] = []
    for kind in Facets.Kind.allCases {
      guard let values = facets.values[kind], let most = values.map(\.articles).max() else { continue }
      rows.append(.heading(name(of: kind)))
      for value in values {
        let bar = String(repeating: String(symbols.barFull), count: max(1, barWidth * value.articles / max(1, most)))
        let count = String(repeating: " ", count: max(0, 6 - String(value.articles).count)) + String(value.articles)
        rows.append(
          SheetRow(
            key: value.query,
            lead: [Segment(" " + padded(value.name, to: nameWidth, symbols)), Segment(count + "  ", .text)],
            barWidth > 0 ? bar : "", .progress,
            evidence: "\(value.articles) of \(facets.articles)\(facets.isPartial ? " newest" : "") briefings: \(value.query)",
            action: .narrow(query: value.query, label: value.query)))
      }
    }
    return SheetContent(
      title: "Facets", note: (facets.isPartial ? "the newest " : "") + "\(facets.articles) briefings", rows: rows,
      emptyWords: "this list is empty")
  }

  private static func name(of kind: Facets.Kind) -> String {
    switch kind {
    case .parties: "Involved parties"
    case .sources: "Publishers"
    case .months: "Months"
    case .tags: "Tags"
    case .stories: "Stories"
    }
  }
}
