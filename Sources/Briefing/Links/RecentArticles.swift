// The articles that are still in the window, by ordinal of arrival and by id, each with its list of similar articles.

/// A ring of the last articles.
struct RecentArticles: Sendable {
  struct Kept: Sendable {
    var id: Int64
    var day: Int?
    /// Its similar articles, best first.
    var list: [SimilarIndex.Neighbour] = []
  }

  private let window: Int
  private var ring: [Kept] = []
  private var ordinals: [Int64: Int] = [:]
  /// The next article's ordinal.
  private(set) var next = 0

  init(window: Int) { self.window = window }

  /// The article of an ordinal, or nil where it left the window or has a later version.
  subscript(ordinal: Int) -> Kept? {
    guard ordinal >= 0, ordinal < next, next - ordinal <= window else { return nil }
    let found = ring[ordinal % window]
    return ordinals[found.id] == ordinal ? found : nil
  }

  /// The ordinal of an article that is still in the window.
  func ordinal(of id: Int64) -> Int? { ordinals[id] }

  /// Takes in an article under the next ordinal.
  mutating func append(_ article: Kept) {
    let slot = next % window
    if slot < ring.count {
      if ordinals[ring[slot].id] == next - window { ordinals[ring[slot].id] = nil }
      ring[slot] = article
    } else {
      ring.append(article)
    }
    ordinals[article.id] = next
    next += 1
  }

  mutating func remove(_ id: Int64) { ordinals[id] = nil }

  /// Puts an entry into an article's list.
  ///
  /// - Returns: whether it found a place, and the entry that fell out for it.
  mutating func enter(
    _ entry: SimilarIndex.Neighbour, of ordinal: Int, length: Int
  ) -> (entered: Bool, dropped: SimilarIndex.Neighbour?) {
    guard self[ordinal] != nil else { return (false, nil) }
    let slot = ordinal % window
    let place = ring[slot].list.firstIndex { $0.score < entry.score } ?? ring[slot].list.count
    guard place < length else { return (false, nil) }
    ring[slot].list.insert(entry, at: place)
    return (true, ring[slot].list.count > length ? ring[slot].list.removeLast() : nil)
  }
}
