// Links what waits for it: headlines to articles, articles to similar ones and to stories. It follows an import or a
// reindex, does nothing where nothing waits, and goes on where it was stopped.
import Briefing
import Foundation

/// A run of linking over an archive.
struct LinkRun: Sendable {
  let archive: Archive
  let environment: [String: String]

  /// Links everything that waits; `progress` gets how many are done. Returns their number.
  func run(progress: (Int) -> Void = { _ in }) throws -> Int {
    guard try !archive.unlinked(version: LinkEngine.version, limit: 1).isEmpty else { return 0 }
    let table = try DataFolder.find(environment: environment) + "/idf.tsv"
    // Without the table links are a little coarser, and still links.
    let background = (try? String(contentsOfFile: table, encoding: .utf8)).map(BackgroundCounts.init(table:)) ?? .none
    var linking = Linking(archive, background: background)
    return try linking.run(progress: progress)
  }
}
