// A story: its articles with copies folded into one row, and how many sources there really are.
import Briefing
import Screen

extension SheetContent {
  /// The story; nil says that the article was not linked yet.
  public static func story(_ story: StoryView?, symbols: Symbols) -> SheetContent {
    guard let story else {
      return SheetContent(title: "Story", emptyWords: "this article belongs to no story yet: stories are made when links are")
    }
    let query = "story:\(story.id)"
    var rows: [SheetRow] = [
      SheetRow(
        key: "list", lead: [Segment(" ")], "the whole story as a list", .key,
        evidence: "the search \(query) finds it", action: .narrow(query: query, label: query)),
      SheetRow(
        key: "facets", lead: [Segment(" ")], "its parties, publishers and months", .key,
        evidence: "what the articles of this story have in common", action: .sheet(.facets(ListScope(query: query)))),
      .heading("Articles, newest first"),
    ]
    for group in story.groups {
      guard let row = group.rows.first else { continue }
      let sign = row.isUnread ? String(symbols.unread) : " "
      let count = group.rows.count > 1 ? counts(outlets: group.outlets, group.origins, symbols) : row.source ?? ""
      rows.append(
        SheetRow(
          key: String(row.id), lead: [Segment(" \(sign) ", .unread), Segment(padded(day(row), to: 12, symbols), .dim)],
          headlineText(of: row, symbols), right: [Segment(count + " ", .dim)],
          evidence: words(for: group, symbols),
          action: group.rows.count > 1 ? .sheet(.copies(group.rows.map(\.id))) : .jump(article: row.id, offset: nil)))
    }
    let outlets = "\(story.outlets) \(story.outlets == 1 ? "outlet" : "outlets")"
    return SheetContent(
      title: "Story: \(story.name)",
      note: "\(story.articles) articles \(symbols.dot) \(outlets) / \(story.independent) independent", rows: rows)
  }

  /// The copies of one text, each an article of its own.
  public static func copies(_ rows: [ArticleRow], symbols: Symbols) -> SheetContent {
    SheetContent(
      title: "Copies", note: "\(rows.count)",
      rows: rows.map { row in
        SheetRow(
          key: String(row.id), lead: [Segment("  "), Segment(padded(day(row), to: 12, symbols), .dim)],
          headlineText(of: row, symbols),
          right: [Segment((row.source ?? "publisher unknown") + " ", .dim)],
          evidence: "nearly the same words as the others here", action: .jump(article: row.id, offset: nil))
      })
  }

  private static func day(_ row: ArticleRow) -> String {
    row.published.map { longDate($0.stamp, withClock: false) } ?? "undated"
  }

  /// "7 outlets / 2 independent (AP ×6)"
  private static func counts(outlets: Int, _ origins: [StoryView.Origin], _ symbols: Symbols) -> String {
    let most = origins.first.flatMap { origin in
      origin.name.flatMap { origin.articles > 1 ? " (\($0) \(symbols.times)\(origin.articles))" : nil }
    }
    return "\(outlets) \(outlets == 1 ? "outlet" : "outlets") / \(origins.count) independent" + (most ?? "")
  }

  private static func words(for group: StoryView.Group, _ symbols: Symbols) -> String {
    guard group.rows.count > 1 else { return publicationText(group.rows.first?.published) }
    let origins = group.origins.map { "\($0.name ?? "no publisher named") \(symbols.times)\($0.articles)" }
    return "one text in \(group.rows.count) articles: " + origins.joined(separator: ", ")
  }
}
