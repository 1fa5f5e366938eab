// Pane 1: the articles, newest first, those without a date at the end.
import Briefing
import Screen

extension State {
  /// The rows of the list, for a pane `width` columns wide.
  func listContent(width: Int) -> PaneContent {
    PaneContent(count: list.rows.count, emptyWords: emptyListWords) { index in listRow(index, width: width) }
  }

  private var emptyListWords: [String] {
    guard list.isLoaded else { return ["reading the archive"] }
    if list.isLoading, list.rows.isEmpty { return ["searching"] }
    if !list.scope.query.isEmpty {
      if list.problem != nil { return ["the query cannot be read; the line below says why"] }
      return ["nothing matches \(list.label)"] + (list.suggestions.isEmpty ? [] : ["what would, and how often:"])
        + list.suggestions + ["\(keyMap.hint(for: "step-back") ?? ":step-back") steps back"]
    }
    return []
  }

  private func listRow(_ index: Int, width: Int) -> PaneRow {
    let row = list.rows[index]
    var lines: [PaneLine] = []
    if list.scope.order == .newest, let heading = heading(before: index, width: width) { lines.append(heading) }
    let isGrouped = list.grouping == .stories && list.scope.order == .newest
    let mark: Segment =
      list.selection.contains(row.id)
      ? Segment("x", .key)
      : row.isUnread
        ? Segment(String(symbols.unread), .unread)
        : row.isStarred ? Segment(String(symbols.starred), .starred) : Segment(" ")
    // A starred unread article shows both.
    let star = row.isStarred && row.isUnread ? Segment(String(symbols.starred), .starred) : Segment(" ")
    // A ranked list mixes the years; where it is narrow, the year alone leaves room for the headline.
    // So does a story; its days tell more than its years.
    let isRanked = list.scope.order == .rank || isGrouped && width >= 34
    let dateWidth = !isRanked ? 6 : width < 34 ? 4 : 9
    let date =
      row.published.map {
        !isRanked ? shortDate($0.stamp) : width < 34 ? String($0.stamp.date.year) : dayAndYear($0.stamp)
      } ?? String(symbols.enDash)
    let indent = dateWidth + 4
    let headline = headlineText(of: row, symbols)
    let role: Style.Role = row.isUnread ? .headline : .text
    var parts = wrapped(headline, width: max(4, width - indent - 1))
    if parts.count > 2 { parts = [parts[0], cut(parts[1...].joined(separator: " "), to: max(4, width - indent - 1), symbols)] }
    let hits = row.snippet.map { $0.place == .title ? $0.hits : [] } ?? []
    var offset = 0
    for (number, part) in parts.enumerated() {
      let prefix: [Segment] =
        number == 0
        ? [
          Segment(" "), mark, star,
          Segment(String(repeating: " ", count: max(0, dateWidth - Width.of(date))) + date + " ", .date),
        ]
        : [Segment(String(repeating: " ", count: indent))]
      lines.append(PaneLine(prefix + marked(part, from: offset - (row.isLede ? 1 : 0), hits: hits, role: role)))
      offset += part.unicodeScalars.count + 1
    }
    if let source = row.source, let last = lines.indices.last {
      let used = lines[last].left.reduce(0) { $0 + Width.of($1.text) }
      let short = " " + cut(source, to: max(6, width / 3), symbols) + " "
      if used + Width.of(short) + 2 <= width { lines[last].right = [Segment(short, .dim)] }
    }
    if let snippet = row.snippet, snippet.place != .title {
      let room = width - indent
      let place = snippet.place != .linkedHeadline ? "" : room < 50 ? "linked: " : "in a linked headline: "
      let shown = inSight(snippet, columns: room - Width.of(place))
      lines.append(
        PaneLine(
          [Segment(String(repeating: " ", count: indent) + place, .dim)]
            + marked(shown.text, from: 0, hits: shown.hits, role: .dim)))
    }
    if let fold = row.fold { lines.append(foldLine(fold, indent: indent, width: width)) }
    if isGrouped, let story = row.story, story.hidden > 0, isLast(index) {
      lines.append(
        PaneLine([
          Segment(
            String(repeating: " ", count: indent) + "\(story.hidden) more; \(keyMap.hint(for: "story") ?? ":story") shows all",
            .dim)
        ]))
    }
    return PaneRow(lines: lines)
  }

  /// The snippet from that word on from which its first match is in sight.
  private func inSight(_ snippet: Snippet, columns: Int) -> Snippet {
    guard let hit = snippet.hits.first else { return snippet }
    let scalars = Array(snippet.text.unicodeScalars)
    guard hit.start >= 0, hit.start <= hit.end, hit.end <= scalars.count else { return snippet }
    func text(from start: Int, to end: Int) -> String { String(String.UnicodeScalarView(scalars[start..<end])) }
    var start = 0
    // The last column tells that the line goes on.
    while start < hit.start, Width.of(text(from: start, to: hit.end)) >= columns {
      start = scalars[start..<hit.start].firstIndex(of: " ").map { $0 + 1 } ?? hit.start
    }
    guard start > 0 else { return snippet }
    return Snippet(
      text: text(from: start, to: scalars.count), hits: snippet.hits.map { Span($0.start - start, $0.end - start) },
      place: snippet.place)
  }

  /// Whether the rows of a story end here.
  private func isLast(_ index: Int) -> Bool {
    index + 1 >= list.rows.count || list.rows[index + 1].story?.id != list.rows[index].story?.id
  }

  /// "2 copies, 1 unread: 3 outlets / 1 independent (AP ×3)"; in a narrow pane the sources alone.
  private func foldLine(_ fold: Fold, indent: Int, width: Int) -> PaneLine {
    let count = counted(fold.copies.count, "copy", "copies") + (fold.unread > 0 ? ", \(fold.unread) unread" : "")
    let credits = fold.credits
    let sources = credits.words(symbols)
    let room = max(4, width - indent - 1)
    let variants = ["\(count): \(sources)", sources, credits.words(symbols, namesOrigin: false), credits.shortWords]
    let words = variants.first { Width.of($0) <= room } ?? credits.shortWords
    return PaneLine([Segment(String(repeating: " ", count: indent)), Segment(cut(words, to: room, symbols), .source)])
  }

  /// The year, or that there is none, where it changes.
  private func heading(before index: Int, width: Int) -> PaneLine? {
    let row = list.rows[index]
    let isGrouped = list.grouping == .stories
    let before = index > 0 ? list.rows[index - 1] : nil
    if isGrouped {
      if let before, before.story?.id == row.story?.id { return nil }
    } else if let before, groupName(before) == groupName(row) {
      return nil
    }
    let name = !isGrouped ? groupName(row) : row.story.map { storyHead($0, width: width) } ?? "Single briefings"
    let rule = String(repeating: String(symbols.horizontal), count: max(0, width - Width.of(name) - 3))
    var line = PaneLine([Segment(" \(name) ", isGrouped && row.story != nil ? .paneTitle : .dim), Segment(rule, .rule)])
    line.isHeading = true
    return line
  }

  /// "Syria, Turkey: drone · 5 articles · 4 Oct 2023–2 Nov 2023 · 2 new": first the days give way, then the name.
  private func storyHead(_ story: StoryGroup, width: Int) -> String {
    let ends = [story.firstDay, story.lastDay].compactMap { $0 }.map {
      longDate(DateStamp(CivilDate(dayNumber: $0)), withClock: false)
    }
    let days = ends.count < 2 || ends[0] == ends[1] ? ends.first : "\(ends[0])\(symbols.enDash)\(ends[1])"
    let new = story.gained.flatMap { $0 > 0 ? "\($0) new" : nil }
    let dot = " \(symbols.dot) "
    let variants = [
      [counted(story.articles, "article", "articles"), days, new], [String(story.articles), days, new],
      [String(story.articles), new],
    ].map { parts in dot + parts.compactMap { $0 }.joined(separator: dot) }
    let room = width - 3
    let end = variants.first { Width.of(story.name) + Width.of($0) <= room } ?? variants[2]
    return cut(story.name, to: max(6, room - Width.of(end)), symbols) + end
  }

  private func groupName(_ row: ArticleRow) -> String {
    row.published.map { String($0.stamp.date.year) } ?? "Undated"
  }

  private func dayAndYear(_ stamp: DateStamp) -> String {
    let year = stamp.date.year % 100
    return stamp.precision == .year ? shortDate(stamp) : "\(shortDate(stamp)) \(year < 10 ? "0" : "")\(year)"
  }
}

/// A text in one role, with those of its scalars marked as hits that lie in `hits` when counted from `from`.
func marked(_ text: String, from start: Int, hits: [Span], role: Style.Role) -> [Segment] {
  guard !hits.isEmpty else { return [Segment(text, role)] }
  var segments: [Segment] = []
  var run = String.UnicodeScalarView()
  var isHit = false
  for (index, scalar) in text.unicodeScalars.enumerated() {
    let inside = hits.contains { $0.contains(start + index) }
    if inside != isHit, !run.isEmpty {
      segments.append(Segment(String(run), style: Style(role, hit: isHit)))
      run = String.UnicodeScalarView()
    }
    isHit = inside
    run.append(scalar)
  }
  if !run.isEmpty { segments.append(Segment(String(run), style: Style(role, hit: isHit))) }
  return segments
}
