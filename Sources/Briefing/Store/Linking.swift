// Links what an import brought, batch by batch. What it has done is in the archive, so that a stopped run goes on where it
// was; the engine it needs is made of the archive's last articles, and only when there is something to link.

/// A run of linking over an archive.
public struct Linking: Sendable {
  private let archive: Archive
  private let background: BackgroundCounts
  private let replayed: Int
  private var engine: LinkEngine?

  /// - Parameters:
  ///   - background: how common words are before the first article; see `BackgroundCounts`.
  ///   - replayed: how many of the last articles the run goes on from.
  public init(_ archive: Archive, background: BackgroundCounts = .none, replayed: Int = LinkEngine.replayed) {
    self.archive = archive
    self.background = background
    self.replayed = replayed
  }

  /// Links the next articles that wait for it, in one transaction, and returns how many they were; 0 when all are linked.
  public mutating func step(limit: Int = 256) throws(StoreError) -> Int {
    let ids = try archive.unlinked(version: LinkEngine.version, limit: limit)
    guard !ids.isEmpty else { return 0 }
    var engine: LinkEngine
    if let going = self.engine { engine = going } else { engine = try primed() }
    // Held once only, so that it changes in place.
    self.engine = nil
    var arrivals: [(id: Int64, changes: LinkChanges)] = []
    for item in try archive.linkItems(ids) {
      var changes = engine.arrive(item)
      changes.agency = item.agency
      for old in try archive.linkItems(changes.recalled) {
        changes.olderHeadlines += engine.recall(old).filter { $0.outcome != .missing }
      }
      arrivals.append((item.id, changes))
    }
    try archive.storeLinks(arrivals, version: LinkEngine.version)
    self.engine = engine
    return ids.count
  }

  /// Links everything that waits, telling after each batch how many are done; returns the number.
  public mutating func run(progress: (Int) -> Void = { _ in }) throws(StoreError) -> Int {
    var done = 0
    while true {
      let count = try step()
      guard count > 0 else { return done }
      done += count
      progress(done)
    }
  }

  /// An engine that has seen the last linked articles, and knows what the headlines of older ones still look for.
  private func primed() throws(StoreError) -> LinkEngine {
    var engine = LinkEngine(background: background)
    let ids = try archive.lastLinked(version: LinkEngine.version, limit: replayed)
    let first = ids.first ?? .max
    for item in try archive.missingHeadlines(before: first, limit: LinkEngine.remembered) { engine.remember(item) }
    for start in stride(from: 0, to: ids.count, by: 256) {
      let batch = Array(ids[start..<min(ids.count, start + 256)])
      let memory = try archive.linkMemory(batch)
      for item in try archive.linkItems(batch) {
        let known = memory[item.id]
        engine.replay(LinkReading(item), story: known?.story, similar: known?.similar ?? [])
      }
    }
    return engine
  }
}
