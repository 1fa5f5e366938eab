// A story: what is new in it, its own timeline and parties, and its articles with copies folded into one row.
import Briefing
import Screen

extension SheetContent {
  /// The story of an article; nil says that it was not linked yet.
  public static func story(_ story: StoryView?, of article: Int64 = 0, symbols: Symbols) -> SheetContent {
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
    ]
    let sections = StoryRows(story: story, article: article, symbols: symbols)
    rows += sections.gains + sections.moved(sinceLook: true) + sections.dates + sections.parties + sections.articles
    rows += sections.moved(sinceLook: false)
    var content = SheetContent(
      title: "Story: \(story.name)",
      note:
        "\(story.articles) \(story.articles == 1 ? "article" : "articles") \(symbols.dot) \(story.sourceWords)",
      hints: "W catches up  - takes out  & merges", rows: rows)
    content.catchUp = ListScope(query: query)
    content.leaving = story.newest.map { .lookedAtStory(article: article, upTo: $0) }
    return content
  }

  /// The copies of one text, each an article of its own; the last row is the first of them.
  public static func copies(_ copies: [TextCopy], symbols: Symbols) -> SheetContent {
    let credits = TextCredits(copies)
    return SheetContent(
      title: "Copies", note: "\(copies.count) \(symbols.dot) \(credits.words(symbols))", hints: "= compares with the first",
      rows: copies.enumerated().map { index, copy in
        let row = copy.row
        let sign = row.isUnread ? String(symbols.unread) : " "
        let resembles =
          index == copies.count - 1
          ? "the first of them"
          : copy.repeatsFirst
            ? "nearly the same words as the first" : "nearly the same words as another of them, not as the first"
        return SheetRow(
          key: String(row.id), lead: [Segment(" \(sign) ", .unread), Segment(padded(day(row), to: 12, symbols), .dim)],
          headlineText(of: row, symbols),
          right: [Segment(publisher(of: copy) + " ", .dim)],
          evidence: "\(resembles); \(copy.agency.map { "credits \($0)" } ?? "credits nobody")",
          action: .jump(article: row.id, offset: nil))
      })
  }

  /// "Gazette (AP)"
  private static func publisher(of copy: TextCopy) -> String {
    let name = copy.row.source ?? "publisher unknown"
    return copy.agency.map { $0 == name ? name : "\(name) (\($0))" } ?? name
  }

  /// What differs between a copy and the one before it, to the word.
  public static func comparison(
    _ old: (row: ArticleRow, article: Article), _ new: (row: ArticleRow, article: Article), symbols: Symbols
  ) -> SheetContent {
    func name(_ row: ArticleRow) -> String { "\(row.source ?? "publisher unknown"), \(day(row))" }
    let rows = comparisonRows(VersionDiff(from: old.article, to: new.article), symbols)
    return SheetContent(
      title: "Comparison", note: "\(name(old.row)) to \(name(new.row))", rows: rows,
      emptyWords: "the two say the same, word for word")
  }

  static func day(_ row: ArticleRow) -> String {
    row.published.map { longDate($0.stamp, withClock: false) } ?? "undated"
  }
}

/// The sections of a story.
struct StoryRows {
  let story: StoryView
  let article: Int64
  let symbols: Symbols

  /// What came since the last look; a story that nobody looked at has nothing new in particular.
  var gains: [SheetRow] {
    guard let gains = story.gains else { return [] }
    guard gains.count > 0 else { return [.heading("Nothing new since you looked")] }
    let counts = [
      (gains.count, "article", "articles"), (gains.parties.count, "party", "parties"), (gains.dates.count, "date", "dates"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }
    return [.heading("New since you looked: " + counts.joined(separator: ", "))]
      + gains.articles.map { row in
        SheetRow(
          key: "new \(row.id)", lead: lead(row), headlineText(of: row, symbols), right: [Segment((row.source ?? "") + " ", .dim)],
          evidence: "came after you looked; \(publicationText(row.published))", action: .jump(article: row.id, offset: nil))
      } + gains.parties.map { party($0, key: "new party ") }
      + gains.dates.map { SheetRow(date: $0.count, $0.event, symbols: symbols) }
  }

  var dates: [SheetRow] {
    guard !story.dates.isEmpty else { return [] }
    var rows = [SheetRow.heading("Timeline")] + story.dates.map { SheetRow(date: $0.count, $0.event, symbols: symbols) }
    if story.dateCount > story.dates.count {
      rows.append(
        SheetRow(
          key: "all dates", lead: [Segment("  ")], "all \(story.dateCount) dates", .dim,
          evidence: "every date that an article of this story names",
          action: .sheet(.timeline(.story(article: article), named: story.name))))
    }
    return rows
  }

  var parties: [SheetRow] {
    story.parties.isEmpty ? [] : [.heading("Parties")] + story.parties.map { party($0, key: "party ") }
  }

  /// A party with the sentence that names it: Enter goes there.
  private func party(_ one: StoryView.Party, key: String) -> SheetRow {
    let words = one.proof.map {
      quoted($0.sentence, symbols) + ($0.voice.map { "  \($0)" } ?? "")
    }
    return SheetRow(
      key: key + one.party.entity, lead: [Segment("  " + padded(one.party.name, to: 28, symbols) + " ", .party)],
      words ?? one.party.kind.rawValue, .dim,
      right: [Segment("\(one.articles) \(one.articles == 1 ? "article" : "articles") ", .dim)], wraps: true,
      evidence: one.proof?.sourceWords(symbols) ?? "",
      action: one.proof.map { .jump(article: $0.article.id, offset: $0.offset) } ?? .sheet(.party(.dossier(one.party))),
      citation: one.proof?.citation)
  }

  var articles: [SheetRow] {
    var rows: [SheetRow] = [.heading("Articles, newest first")]
    for group in story.groups {
      // Of copies the first is the row, as in the list.
      guard let row = group.first else { continue }
      let count = group.rows.count > 1 ? group.credits.words(symbols) : row.source ?? ""
      var line = SheetRow(
        key: String(row.id), lead: lead(row), headlineText(of: row, symbols), right: [Segment(count + " ", .dim)],
        evidence: words(for: group),
        action: group.rows.count > 1 ? .sheet(.copies(group.copies)) : .jump(article: row.id, offset: nil))
      line.article = row.id
      line.place = row.listKey
      rows.append(line)
    }
    return rows
  }

  private func lead(_ row: ArticleRow) -> [Segment] {
    let sign = row.isUnread ? String(symbols.unread) : " "
    return [Segment(" \(sign) ", .unread), Segment(padded(SheetContent.day(row), to: 12, symbols), .dim)]
  }

  private func words(for group: StoryView.Group) -> String {
    guard group.rows.count > 1 else { return publicationText(group.rows.first?.published) }
    let origins = group.origins.map { "\($0.name ?? "no publisher named") \(symbols.times)\($0.articles)" }
    return "one text in \(group.rows.count) articles: " + origins.joined(separator: ", ")
  }
}
