// The article as lines of a given width: worked out when it opens or the pane changes, not on every frame.
import Briefing
import Screen

/// A line of the article pane.
public struct TextLine: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// A part of the headline, which is no part of the text.
    case headline(String)
    /// Source, date, size and whatever is doubtful about the article.
    case about(String)
    case blank
    /// Scalars of the article's text, in the block with this index.
    case text(block: Int)
  }

  public var kind: Kind
  /// Scalars of the article's text; empty for the other kinds.
  public var range: Range<Int>
  /// The first line of its block.
  public var isFirst: Bool
}

/// The article's lines at one width.
public struct TextLayout: Hashable, Sendable {
  public var article: Int64?
  public var width = 0
  public var gutter = 0
  public var lines: [TextLine] = []

  public init() {}

  /// Lays out an article for a pane `width` columns wide.
  public init(_ open: OpenArticle, width: Int, symbols: Symbols) {
    article = open.id
    self.width = width
    gutter = width >= 44 ? 5 : 1
    let measure = max(1, min(width - gutter - 1, 96))
    for part in wrapped(headlineText(of: open.detail.row, symbols), width: measure) {
      lines.append(TextLine(kind: .headline(part), range: 0..<0, isFirst: lines.isEmpty))
    }
    for about in aboutLines(open, symbols: symbols) {
      for part in wrapped(about, width: measure) {
        lines.append(TextLine(kind: .about(part), range: 0..<0, isFirst: true))
      }
    }
    for (index, block) in open.article.blocks.enumerated() {
      lines.append(TextLine(kind: .blank, range: 0..<0, isFirst: true))
      let span = block.span.start..<min(block.span.end, open.scalars.count)
      // A related headline hangs behind its mark.
      let indent = block.kind == .related ? 2 : 0
      var isFirst = true
      for range in wrap(open.scalars[span], offset: span.lowerBound, width: max(1, measure - indent)) {
        lines.append(TextLine(kind: .text(block: index), range: range, isFirst: isFirst))
        isFirst = false
      }
    }
  }

  /// The line that shows the scalar at `offset`, or the last one before it.
  public func line(of offset: Int) -> Int {
    var found = 0
    for (index, line) in lines.enumerated() {
      guard case .text = line.kind else { continue }
      if line.range.lowerBound > offset { break }
      found = index
    }
    return found
  }

  /// The offset of the first text at or below a line; -1 while the headline is above it.
  public func offset(atLine top: Int) -> Int {
    guard top > 0 else { return -1 }
    for line in lines.dropFirst(top) {
      if case .text = line.kind { return line.range.lowerBound }
    }
    return lines.last?.range.lowerBound ?? -1
  }
}

/// A headline as it is shown: the title, or the lede's first words in quotation marks.
func headlineText(of row: ArticleRow, _ symbols: Symbols) -> String {
  row.isLede ? quoted(lede: row.headline, symbols) : row.headline
}

/// The first words of a lede in quotation marks, with an ellipsis where the sentence goes on.
func quoted(lede: String, _ symbols: Symbols) -> String {
  let isWhole = lede.last.map { ".?!".contains($0) } ?? true
  return String(symbols.quoteOpen) + lede + (isWhole ? "" : String(symbols.ellipsis)) + String(symbols.quoteClose)
}

/// What is known of an article's origin, and what is not: a line or two below the headline.
func aboutLines(_ open: OpenArticle, symbols: Symbols) -> [String] {
  let row = open.detail.row
  let article = open.article
  var parts: [String] = []
  if row.isLede { parts.append("no headline: from the first sentence") }
  if article.title?.origin == .user { parts.append("title set by you") }
  parts.append(article.source.map { $0 + (open.detail.isSourceByUser ? " (set by you)" : "") } ?? "publisher unknown")
  if !article.authors.isEmpty { parts.append("by " + article.authors.joined(separator: ", ")) }
  parts.append(publicationText(article.published))
  parts.append("\(open.paragraphCount) \(symbols.paragraph)")
  var lines = [parts.joined(separator: " \(symbols.dot) ")]
  if let other = article.otherDate {
    lines.append("two dates: the source also says \(longDate(other.stamp))")
  }
  if !row.tags.isEmpty { lines.append("tags: " + row.tags.joined(separator: ", ")) }
  if open.detail.versions > 1 { lines.append("version \(open.detail.versions) of this article") }
  if open.abstains { lines.append("language: \(article.language); who and when are read in English only") }
  for issue in article.issues { lines.append("note: " + issue) }
  return lines
}

/// "published 5 Oct 2023, set by you", or that the date is unknown.
func publicationText(_ published: PublicationDate?) -> String {
  guard let published else { return "no publication date" }
  return "published \(longDate(published.stamp))\(published.origin.remark)"
}

private let monthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

/// "5 Oct 2023", "Oct 2023", "2023", with the clock time where there is one and it is wanted.
func longDate(_ stamp: DateStamp, withClock: Bool = true) -> String {
  let month = monthNames[min(max(stamp.date.month, 1), 12) - 1]
  switch stamp.precision {
  case .year: return "\(stamp.date.year)"
  case .month: return "\(month) \(stamp.date.year)"
  case .minute where withClock, .second where withClock:
    let time = stamp.secondOfDay ?? 0
    let clock = "\(time / 3600 < 10 ? "0" : "")\(time / 3600):\(time / 60 % 60 < 10 ? "0" : "")\(time / 60 % 60)"
    return "\(stamp.date.day) \(month) \(stamp.date.year) \(clock)"
  case .day, .minute, .second: return "\(stamp.date.day) \(month) \(stamp.date.year)"
  }
}

/// "5 Oct", "Oct", or nothing for a year alone: the list shows the year apart.
func shortDate(_ stamp: DateStamp) -> String {
  let month = monthNames[min(max(stamp.date.month, 1), 12) - 1]
  switch stamp.precision {
  case .year: return "\(stamp.date.year)"
  case .month: return month
  default: return "\(stamp.date.day) \(month)"
  }
}

/// A string as lines of at most `width` columns.
func wrapped(_ text: String, width: Int) -> [String] {
  let scalars = Array(text.unicodeScalars)
  let lines = wrap(scalars[...], offset: 0, width: max(1, width)).map { range in
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }
  return lines.isEmpty ? [""] : lines
}
