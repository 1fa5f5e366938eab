// A reader without an archive: keys go in, effects are answered from a few articles in memory, frames come out.
import Briefing
import Foundation
import Screen
import Testing

@testable import Reader

struct Desk {
  var state: State
  var details: [ArticleDetail]
  /// Effects that nothing in memory answers: copying, quitting, decisions and the like.
  var performed: [Effect] = []
  /// The pages of the list that were asked for.
  var pages: [Effect.PageRequest] = []

  init(_ details: [ArticleDetail], width: Int = 120, height: Int = 40) {
    self.details = details
    state = State(width: width, height: height)
    perform(state.start(at: nil))
  }

  /// Types keys, written as in a key map and separated by spaces; `"text"` types each of its scalars.
  mutating func press(_ keys: String) {
    for written in keys.split(separator: " ") {
      if written.hasPrefix("\""), written.hasSuffix("\""), written.count > 1 {
        for scalar in written.dropFirst().dropLast().unicodeScalars { send(.key(.char(scalar == "_" ? " " : scalar))) }
      } else if let key = Key(written) {
        send(.key(key))
      } else {
        Issue.record("no such key: \(written)")
      }
    }
  }

  mutating func send(_ event: Event) { perform(reduce(&state, event)) }

  private mutating func perform(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .load(let request):
        pages.append(request)
        send(.page(page(request), request))
      case .count(let scope, let generation): send(.counted(matching(scope.query).count, generation: generation))
      case .open(let id, let generation):
        if let detail = details.first(where: { $0.row.id == id }) {
          send(.opened(OpenArticle(detail), generation: generation))
        } else {
          send(.gone(id: id, generation: generation))
        }
      case .totals:
        send(.totals(Totals(articles: details.count, unread: details.filter { $0.row.isUnread }.count)))
      case .hits(let id, let scope, let generation): send(.hits(hits(id, scope.query), id: id, generation: generation))
      default: performed.append(effect)
      }
    }
  }

  private func matching(_ query: String) -> [ArticleDetail] {
    let word = query.lowercased().filter { !"()\"*".contains($0) }
    guard !word.isEmpty else { return details }
    if word.hasPrefix("party:") {
      let name = word.dropFirst(6)
      return details.filter { $0.analysis.who.parties.contains { $0.name.lowercased() == name } }
    }
    return details.filter { ($0.row.headline + $0.article.text).lowercased().contains(word) }
  }

  private func page(_ request: Effect.PageRequest) -> ListPage {
    let rows = matching(request.scope.query).map(\.row)
    return ListPage(rows: Array(rows.prefix(request.limit)), hasNewer: false, hasOlder: rows.count > request.limit)
  }

  private func hits(_ id: Int64, _ query: String) -> [Span] {
    guard let detail = details.first(where: { $0.row.id == id }) else { return [] }
    return spans(of: query.lowercased().filter { $0 != "*" }, in: detail.article.text.lowercased())
  }

  var frame: Frame { render(state) }
  var text: String { frame.grid.plainText }
}

/// Every place of `word` in `text`, in scalars.
func spans(of word: String, in text: String) -> [Span] {
  let needle = Array(word.unicodeScalars)
  let hay = Array(text.unicodeScalars)
  guard !needle.isEmpty, hay.count >= needle.count else { return [] }
  return (0...(hay.count - needle.count)).filter { Array(hay[$0..<($0 + needle.count)]) == needle }
    .map { Span($0, $0 + needle.count) }
}

/// Compares a screen with its file in Snapshots; a missing file is recorded, and the test fails that once.
func expectScreen(_ name: String, _ desk: Desk, sourceLocation: SourceLocation = #_sourceLocation) {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Snapshots")
  let file = folder.appendingPathComponent(name + ".screen")
  let grid = desk.frame.grid
  let drawn = grid.plainText + "\n--- styles\n" + grid.styleRuns + "\n"
  guard let wanted = try? String(contentsOf: file, encoding: .utf8) else {
    try? drawn.write(to: file, atomically: true, encoding: .utf8)
    Issue.record("recorded \(name).screen; look at it, and run again", sourceLocation: sourceLocation)
    return
  }
  if wanted != drawn {
    let place = FileManager.default.temporaryDirectory.appendingPathComponent(name + ".screen")
    try? drawn.write(to: place, atomically: true, encoding: .utf8)
    Issue.record("\(name).screen differs; drawn is \(place.path):\n\(grid.plainText)", sourceLocation: sourceLocation)
  }
}
