// What moved between stories by itself, told in the story's sheet: what came since the reader looked stands on top, what is
// older below the articles.
import Briefing
import Screen

extension StoryNote {
  /// What it was, in words.
  public func sentence(_ symbols: Symbols) -> String {
    func quoted(_ words: String) -> String {
      words.isEmpty ? "a story without a name" : "\(symbols.quoteOpen)\(words)\(symbols.quoteClose)"
    }
    return switch kind {
    case .storyCame: "\(quoted(words)) is part of this story now"
    case .articleCame: "\(quoted(moved)) came from \(quoted(words))"
    case .articleWent: "\(quoted(moved)) went to \(quoted(words))"
    case .renamed: "called \(quoted(words)) before"
    }
  }
}

extension StoryRows {
  func moved(sinceLook: Bool) -> [SheetRow] {
    let notes = story.notes.filter { note in (story.lastLook.map { note.article > $0 } ?? false) == sinceLook }
    guard !notes.isEmpty else { return [] }
    return [.heading(sinceLook ? "Moved since you looked" : "Moved earlier")]
      + notes.enumerated().map { index, note in
        SheetRow(
          key: "moved \(sinceLook) \(index)", lead: [Segment("  ")], note.sentence(symbols), .dim, wraps: true,
          evidence: "since this article came: \(note.headline)", action: .jump(article: note.article, offset: nil))
      }
  }
}
