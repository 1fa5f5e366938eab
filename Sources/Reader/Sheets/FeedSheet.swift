// The subscriptions with how they fare, and what changed between versions of an article.
import Briefing
import Screen

extension SheetContent {
  /// The feeds; Enter narrows the list to one. `now` is in seconds since 1970.
  public static func feeds(_ feeds: [Subscription], now: Int, width: Int, symbols: Symbols) -> SheetContent {
    var rows: [SheetRow] = []
    var folder = ""
    for feed in feeds {
      if feed.folder != folder {
        folder = feed.folder
        rows.append(.heading(folder))
      }
      rows.append(row(feed, now: now, width: width, symbols: symbols))
      // What is wrong stands on the feed, with what to do.
      for words in [feed.failure, feed.failure == nil ? feed.note : nil].compactMap({ $0 }) {
        var line = SheetRow(
          key: String(feed.id), lead: [Segment("      ")], words, feed.failure == nil ? .dim : .error, wraps: true,
          evidence: "r fetches it again now", action: narrow(feed))
        line.citation = feed.shownURL
        rows.append(line)
      }
    }
    let failed = feeds.count { $0.failure != nil }
    let note = "\(feeds.count) \(feeds.count == 1 ? "feed" : "feeds")" + (failed > 0 ? ", \(failed) failed" : "")
    return SheetContent(
      title: "Feeds", note: note, hints: "r fetches  :feed-set  :unsubscribe", rows: rows,
      emptyWords: "no feeds yet: :subscribe URL adds one, a feed's or a page's")
  }

  private static func narrow(_ feed: Subscription) -> SheetRow.Action {
    .narrow(query: "feed:\(feed.id)", label: feed.name)
  }

  private static func row(_ feed: Subscription, now: Int, width: Int, symbols: Symbols) -> SheetRow {
    let mark =
      feed.failure != nil ? Segment("! ", .error) : feed.unread > 0 ? Segment("\(symbols.unread) ", .unread) : Segment("  ")
    let last = feed.succeeded.map { Subscription.span(max(0, now - $0)) + " ago" } ?? "never read"
    let counts = width < 60 ? "\(feed.unread)" : "\(feed.unread) of \(feed.articles)"
    let settings = [
      feed.settings.interval.map { "every \(Subscription.span($0 * 60))" },
      feed.settings.tags.isEmpty ? nil : "tags " + feed.settings.tags.joined(separator: ", "),
      feed.settings.keep.map { "keeps \($0)" }, feed.settings.isFullText ? "full text from the pages" : nil,
    ].compactMap { $0 }
    let right = width < 60 ? [Segment(counts + " ", .dim)] : [Segment("\(counts)  \(padded(last, to: 12, symbols)) ", .dim)]
    return SheetRow(
      key: String(feed.id), lead: [Segment("  "), mark], feed.name, right: right,
      evidence: ([feed.shownURL] + settings).joined(separator: "; "), action: narrow(feed), citation: feed.shownURL)
  }

  /// What changed from each version to the next, the newest first.
  public static func versions(_ versions: [ArticleVersion], symbols: Symbols) -> SheetContent {
    var rows: [SheetRow] = []
    for (old, new) in zip(versions, versions.dropFirst()).reversed() {
      let diff = VersionDiff(from: old.article, to: new.article)
      rows.append(.heading("Version \(old.number) to \(new.number)"))
      rows += comparisonRows(diff, symbols)
    }
    return SheetContent(
      title: "Versions", note: "\(versions.count) versions", rows: rows, emptyWords: "there is one version of this article")
  }
  /// What differs between two texts: fields, then paragraphs with their words marked.
  static func comparisonRows(_ diff: VersionDiff, _ symbols: Symbols) -> [SheetRow] {
    diff.fields.map { field in
      SheetRow(
        lead: [Segment("  " + padded(field.name, to: 10, symbols) + " ", .dim)],
        "[-\(field.old ?? "none")-] {+\(field.new ?? "none")+}", wraps: true, evidence: "\(field.name), as each has it")
    }
      + diff.paragraphs.map { paragraph in
        SheetRow(
          lead: [Segment("  " + padded("line \(paragraph.line)", to: 10, symbols) + " ", .dim)], paragraph.marked, wraps: true,
          evidence: "[-words that went-]  {+words that came+}", citation: paragraph.marked)
      }
  }
}
