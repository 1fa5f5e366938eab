// Ties the links room together: one article arrives, and everything that its arrival changes comes back as a value. The
// engine lives only while an import runs; the reader never loads it.

/// The linking of an archive, article by article, in the order of their arrival.
public struct LinkEngine: Sendable {
  /// What is kept of an article while it is in the window.
  private struct Kept: Sendable {
    var id: Int64
    var day: Int?
    /// Its similar articles, best first.
    var list: [SimilarIndex.Neighbour]
  }

  private let settings: LinkSettings
  private var similar: SimilarIndex
  private var duplicates: NearDuplicateIndex
  private var stories: StoryClusterer
  private var kept: [Kept] = []
  private var ordinals: [Int64: Int] = [:]
  private var next = 0

  public init() { self.init(settings: .standard) }

  package init(settings: LinkSettings) {
    self.settings = settings
    similar = SimilarIndex(settings: settings, counts: TermCounts())
    duplicates = NearDuplicateIndex(settings: settings)
    stories = StoryClusterer(settings: settings)
  }

  /// Takes in an article and returns what changes. An id that arrived before is taken for a new version of it.
  public mutating func arrive(_ item: LinkItem) -> LinkChanges { arrive(LinkReading(item, settings: settings)) }

  /// Takes in an article that was read already.
  public mutating func arrive(_ reading: LinkReading) -> LinkChanges {
    let item = reading.item
    forget(item.id)
    let ordinal = next
    next += 1
    let near = similar.arrive(reading.terms, day: item.day)
    let story = stories.arrive(reading, ordinal, near: near) { similar.score(ordinal, $0) }
    let name = story.words.name(fallback: item.title ?? "") { similar.counts.weight($0) }
    var changes = LinkChanges(story: StoryState(id: story.id, name: name, size: story.size))
    changes.duplicates = duplicates.arrive(reading.sketch, ordinal).compactMap { pair in
      guard let older = self[pair.ordinal]?.id else { return nil }
      return DuplicatePair(newer: item.id, older: older, containment: pair.containment)
    }
    let list = Array(near.prefix(settings.listLength))
    keep(Kept(id: item.id, day: item.day, list: list), ordinal)
    enter(list, reading, ordinal, into: &changes)
    return changes
  }

  /// Leaves an article out of all later answers.
  public mutating func forget(_ id: Int64) {
    guard let ordinal = ordinals.removeValue(forKey: id) else { return }
    similar.forget(ordinal)
    stories.forget(ordinal)
  }

  /// The kept article of an ordinal, or nil where it left the window or was forgotten.
  private subscript(ordinal: Int) -> Kept? {
    guard ordinal >= 0, ordinal < next, next - ordinal <= settings.window else { return nil }
    let found = kept[ordinal % settings.window]
    return ordinals[found.id] == ordinal ? found : nil
  }

  private mutating func keep(_ article: Kept, _ ordinal: Int) {
    let slot = ordinal % settings.window
    if slot < kept.count {
      if ordinals[kept[slot].id] == ordinal - settings.window { ordinals[kept[slot].id] = nil }
      kept[slot] = article
    } else {
      kept.append(article)
    }
    ordinals[article.id] = ordinal
  }

  /// Writes the new list, and the article's entry into the lists of those it resembles.
  private mutating func enter(
    _ list: [SimilarIndex.Neighbour], _ reading: LinkReading, _ ordinal: Int, into changes: inout LinkChanges
  ) {
    let id = reading.item.id
    var back: [SimilarEntry] = []
    for neighbour in list {
      guard let other = self[neighbour.ordinal] else { continue }
      let reasons = reading.reasons(shared: similar.shared(reading.terms, neighbour.ordinal), day: other.day)
      changes.similar.append(SimilarEntry(of: id, to: other.id, score: Double(neighbour.score), reasons: reasons))
      let entry = SimilarIndex.Neighbour(ordinal: ordinal, score: neighbour.score)
      let slot = neighbour.ordinal % settings.window
      let place = kept[slot].list.firstIndex { $0.score < neighbour.score } ?? kept[slot].list.count
      guard place < settings.listLength else { continue }
      kept[slot].list.insert(entry, at: place)
      back.append(SimilarEntry(of: other.id, to: id, score: Double(neighbour.score), reasons: reasons))
      guard kept[slot].list.count > settings.listLength else { continue }
      let last = kept[slot].list.removeLast()
      guard let lost = self[last.ordinal] else { continue }
      changes.dropped.append(SimilarEntry(of: other.id, to: lost.id, score: Double(last.score), reasons: []))
    }
    changes.similar += back
  }
}
