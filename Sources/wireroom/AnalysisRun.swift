// Derives articles anew from what the archive holds of them, on all cores, in batches of one transaction each, so that it can
// be stopped and goes on where it was.
import Briefing
import Dispatch
import Synchronization

/// Brings analyses up to date.
struct AnalysisRun: Sendable {
  let archive: Archive
  let analyser: Analyser

  private static let batchSize = 256

  /// Derives anew whatever is outdated; returns how many articles were read.
  func all(progress: (Int) -> Void) throws -> Int {
    var done = 0
    while true {
      let ids = try archive.outdated(limit: AnalysisRun.batchSize)
      guard !ids.isEmpty else { return done }
      try derive(ids)
      done += ids.count
      progress(done)
    }
  }

  /// Derives anew what of these is outdated: an import leaves it so where the reader has the article otherwise than its source.
  func outdated(among ids: [Int64]) throws {
    let outdated = try archive.outdated(among: ids)
    for start in stride(from: 0, to: outdated.count, by: AnalysisRun.batchSize) {
      try derive(Array(outdated[start..<min(outdated.count, start + AnalysisRun.batchSize)]))
    }
  }

  private func derive(_ ids: [Int64]) throws {
    try archive.derive(ids) { articles in mappedOnAllCores(articles) { analyser.analyse($0) } }
  }
}

/// `transform` of each element, on all cores, in order.
func mappedOnAllCores<Element: Sendable, Result: Sendable>(
  _ elements: [Element], _ transform: @Sendable (Element) -> Result
) -> [Result] {
  let results = Mutex([Result?](repeating: nil, count: elements.count))
  DispatchQueue.concurrentPerform(iterations: elements.count) { index in
    let result = transform(elements[index])
    results.withLock { $0[index] = result }
  }
  return results.withLock { $0.compactMap { $0 } }
}
