// Panes 3 to 5: when, who and what is related, a row for each thing that the article names.
import Briefing
import Screen

/// What a row of the related pane is about.
public enum RelatedRow: Hashable, Sendable {
  /// A headline in the text, by its index.
  case headline(Int)
  /// An article that a headline may mean: the headline's index and the candidate's.
  case candidate(Int, Int)
  case backlink(Int)
  case similar(Int)
}

extension OpenArticle {
  /// The rows of the related pane: headlines with their candidates, then who links here, then what is similar and not
  /// among those already.
  public var relatedRows: [RelatedRow] {
    var rows: [RelatedRow] = []
    var shown = Set(detail.related.backlinks.map(\.id))
    for (index, link) in detail.related.headlines.enumerated() {
      rows.append(.headline(index))
      switch link.state {
      case .found(let target, _): shown.insert(target.id)
      case .possible(let candidates):
        rows += candidates.indices.map { .candidate(index, $0) }
        shown.formUnion(candidates.map(\.target.id))
      case .missing: break
      }
    }
    rows += detail.related.backlinks.indices.map { .backlink($0) }
    rows += detail.related.similar.indices.filter { !shown.contains(detail.related.similar[$0].target.id) }.map { .similar($0) }
    return rows
  }
}

extension State {
  func timelineContent(width: Int) -> PaneContent {
    guard let open else { return PaneContent(count: 0) { _ in PaneRow(lines: []) } }
    let words = open.abstains ? "who and when are read in English only" : "no date is named in this article"
    let column = min(max(8, open.timeline.reduce(0) { max($0, Width.of($1.when)) }), max(11, width / 3))
    return PaneContent(count: open.timeline.count, emptyWords: [words]) { index in
      let row = open.timeline[index]
      var lines: [PaneLine] = []
      if row.isFuture, index == 0 || !open.timeline[index - 1].isFuture {
        lines.append(.heading(" after publication"))
      }
      if !row.isResolved, index == 0 || open.timeline[index - 1].isResolved {
        lines.append(.heading(" not resolved"))
      }
      let role: Style.Role = !row.isResolved ? .unresolved : row.isVague ? .vague : .date
      let doubt = row.doubt ? "?" : " "
      var right = ""
      if row.timexes.count > 1 { right += "\(row.timexes.count)\(symbols.times) " }
      if !row.paragraphs.isEmpty {
        right += String(symbols.paragraph) + row.paragraphs.prefix(4).map(String.init).joined(separator: ",")
      }
      let label = String(symbols.quoteOpen) + open.string(row.label) + String(symbols.quoteClose)
      lines.append(
        PaneLine(
          [
            Segment("  "), Segment(padded(row.when, to: column, symbols), role), Segment(doubt + " ", .vague),
            Segment(label, row.isResolved ? .text : .dim),
          ], right: right.isEmpty ? [] : [Segment(right + " ", .dim)]))
      if let days = otherDaysLine(open.detail.dates.otherDays[row.key] ?? [], column: column) { lines.append(days) }
      return PaneRow(lines: lines)
    }
  }

  func relatedContent(width: Int) -> PaneContent {
    guard let open else { return PaneContent(count: 0) { _ in PaneRow(lines: []) } }
    let rows = open.relatedRows
    return PaneContent(count: rows.count, emptyWords: ["no headline is linked here, and nothing similar is in the archive"]) {
      index in
      switch rows[index] {
      case .headline(let number):
        let link = open.detail.related.headlines[number]
        switch link.state {
        case .found(let target, let reason):
          return row(symbols.found, .found, link.text, target: target, reasons: [reason])
        case .possible: return row(symbols.possible, .possible, link.text, target: nil, reasons: [])
        case .missing: return row(symbols.missing, .missing, link.text, target: nil, reasons: [])
        }
      case .candidate(let number, let candidate):
        guard case .possible(let candidates) = open.detail.related.headlines[number].state else { return PaneRow(lines: []) }
        let one = candidates[candidate]
        var made = row(" ", .possible, headline(one.target), target: one.target, reasons: one.reasons)
        made.lines = made.lines.map { line in
          var line = line
          line.left.insert(Segment("  "), at: 0)
          return line
        }
        return made
      case .backlink(let number):
        let target = open.detail.related.backlinks[number]
        return row(symbols.backlink, .found, headline(target), target: target, reasons: ["links here"])
      case .similar(let number):
        let link = open.detail.related.similar[number]
        return row(symbols.similar, .text, headline(link.target), target: link.target, reasons: link.reasons)
      }
    }
  }

  private func headline(_ target: LinkTarget) -> String {
    target.isLede ? quoted(lede: target.headline, symbols) : target.headline
  }

  private func row(
    _ mark: Unicode.Scalar, _ role: Style.Role, _ text: String, target: LinkTarget?, reasons: [String]
  ) -> PaneRow {
    var right: [String] = []
    if let published = target?.published { right.append(longDate(published.stamp, withClock: false)) }
    var lines = [
      PaneLine(
        [Segment(" \(mark) ", role), Segment(text, role == .missing ? .missing : .text)],
        right: right.isEmpty ? [] : [Segment(right.joined(separator: " ") + " ", .dim)])
    ]
    if !reasons.isEmpty {
      lines.append(PaneLine([Segment("   " + reasons.joined(separator: " \(symbols.dot) "), .dim)]))
    }
    return PaneRow(lines: lines)
  }
}
