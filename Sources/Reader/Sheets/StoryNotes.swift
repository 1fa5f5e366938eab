// What moved between stories by itself, told in the story's sheet: what came since the reader looked stands on top, what is
// older below the articles.
import Briefing
import Screen

extension StoryNote {
  /// What it was, in words; of several that went the same way together, how many.
  public func sentence(of count: Int = 1, _ symbols: Symbols) -> String {
    func quoted(_ words: String) -> String {
      words.isEmpty ? "a story without a name" : "\(symbols.quoteOpen)\(words)\(symbols.quoteClose)"
    }
    let what = count > 1 ? "\(count) articles" : quoted(moved)
    return switch kind {
    case .storyCame: "\(quoted(words)) is part of this story now"
    case .articleCame: "\(what) came from \(quoted(words))"
    case .articleWent: "\(what) went to \(quoted(words))"
    case .renamed: "called \(quoted(words)) before"
    }
  }
}

extension StoryRows {
  func moved(sinceLook: Bool) -> [SheetRow] {
    let notes = story.notes.filter { note in (story.lastLook.map { note.article > $0 } ?? false) == sinceLook }
    guard !notes.isEmpty else { return [] }
    // What one arrival moved to or from one story is one row.
    var groups: [[StoryNote]] = []
    for note in notes {
      if let last = groups.last?.first, last.kind == note.kind, last.article == note.article, last.words == note.words {
        groups[groups.count - 1].append(note)
      } else {
        groups.append([note])
      }
    }
    return [.heading(sinceLook ? "Moved since you looked" : "Moved earlier")]
      + groups.enumerated().map { index, group in
        SheetRow(
          key: "moved \(sinceLook) \(index)", lead: [Segment("  ")], group[0].sentence(of: group.count, symbols), .dim,
          wraps: true, evidence: "since this article came: \(group[0].headline)",
          action: .jump(article: group[0].article, offset: nil))
      }
  }
}
