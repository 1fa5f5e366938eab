// What the reader collects, and the briefing that is written of it.
import Briefing
import Foundation
import Reader

extension Runtime {
  /// Carries out an effect on the collection and says what came of it.
  func collecting(_ effect: Effect) throws -> Event {
    switch effect {
    case .collect(let quotation):
      let isNew = try archive.collect(quotation)
      return .decided(isNew ? "collected; C shows all" : "that sentence is collected already", ids: [], isMoved: false)
    case .note(let text, let position):
      try archive.note(text, at: position)
      return .decided("noted", ids: [], isMoved: false)
    case .dropCollected(let position):
      let wasThere = try archive.removeCollected(position)
      return .decided(wasThere ? "taken out of the collection" : "it is gone already", ids: [], isMoved: false)
    case .writeBriefing(let path):
      let place = expandingHome(path)
      try writeBriefing(archive.citedBriefing(), to: place)
      return .said("written to \(place)")
    default: return .said("")
    }
  }

  func citedArticles(_ items: [CollectedItem]) throws -> [Int64: ArticleRow] { try archive.citedArticles(items) }
}

extension Archive {
  /// The rows of the articles that are cited, by id.
  func citedArticles(_ items: [CollectedItem]) throws -> [Int64: ArticleRow] {
    var rows: [Int64: ArticleRow] = [:]
    for id in Set(items.compactMap(\.quotation?.article)) { rows[id] = try row(id) }
    return rows
  }

  /// The collection as Markdown with numbered citations.
  func citedBriefing() throws -> String {
    let items = try collected()
    let rows = try citedArticles(items)
    var addresses: [Int64: String] = [:]
    for id in rows.keys { addresses[id] = try article(id)?.url }
    return CitedBriefing.markdown(items, articles: rows, addresses: addresses)
  }
}

/// Writes a text into a file that is not there yet: what a user has written is never overwritten.
func writeBriefing(_ text: String, to path: String) throws {
  let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
  guard descriptor >= 0 else {
    let why = errno == EEXIST ? "it is there already; name another file" : String(cString: strerror(errno))
    throw Failure(words: "\(path) was not written: \(why)")
  }
  defer { close(descriptor) }
  let problem = send(Array(text.utf8), to: descriptor)
  guard problem == 0 else { throw Failure(words: "\(path) was not written whole: \(String(cString: strerror(problem)))") }
}
