// Ties the links room together: one article arrives, and everything that its arrival changes comes back as a value. The
// engine lives only while an import runs; the reader never loads it.

/// The linking of an archive, article by article, in the order of their arrival.
public struct LinkEngine: Sendable {
  private let settings: LinkSettings
  private var recent: RecentArticles
  private var similar: SimilarIndex
  private var duplicates: NearDuplicateIndex
  private var stories: StoryClusterer
  private var headlines: HeadlineIndex

  /// - Parameter background: how common words are before the first article arrives.
  public init(background: BackgroundCounts = .none) { self.init(background: background, settings: .standard) }

  package init(background: BackgroundCounts, settings: LinkSettings) {
    self.settings = settings
    recent = RecentArticles(window: settings.window)
    similar = SimilarIndex(
      settings: settings,
      counts: TermCounts(background: background, backgroundArticles: settings.backgroundArticles))
    duplicates = NearDuplicateIndex(settings: settings)
    stories = StoryClusterer(settings: settings)
    headlines = HeadlineIndex(window: settings.window)
  }

  /// Raised with every change that makes older links worth making anew.
  public static let version = 3
  /// To go on with an archive, replay so many of its last articles: a second or two of work.
  public static let replayed = 4000

  /// So many headlines that nothing was found for are remembered from before, the newest.
  public static let remembered = 20_000

  /// Takes in an article and returns what changes. An id that arrived before is taken for a new version of it.
  public mutating func arrive(_ item: LinkItem) -> LinkChanges { arrive(LinkReading(item, settings: settings)) }

  /// Takes in an article that was read already.
  public mutating func arrive(_ reading: LinkReading) -> LinkChanges {
    let item = reading.item
    forget(item.id)
    let ordinal = recent.next
    let near = similar.arrive(reading)
    let counts = similar.counts
    let (story, shifts) = stories.arrive(reading, ordinal, near: near, similar)
    var changes = LinkChanges(story: StoryState(id: story.id, name: story.name, size: story.size))
    changes.shifts = shifts
    changes.duplicates = duplicates.arrive(reading.sketch, ordinal).compactMap { pair in
      recent[pair.ordinal].map { DuplicatePair(newer: item.id, older: $0.id, containment: pair.containment) }
    }
    resolveHeadlines(item, ordinal, counts, &changes)
    return enter(Array(near.prefix(settings.listLength)), reading, ordinal, changes)
  }

  /// Takes in an article that was linked in an earlier run, with what is kept of it, so that the next ones find it.
  ///
  /// - Parameters:
  ///   - story: the story it belongs to as it stands now, or nil for one of its own.
  ///   - similar: its list, as far as the other articles were replayed before it.
  public mutating func replay(_ reading: LinkReading, story: StoryState?, similar list: [(id: Int64, score: Double)]) {
    let item = reading.item
    forget(item.id)
    let ordinal = recent.next
    similar.replay(reading)
    stories.join(story?.id ?? item.id, reading, ordinal, name: story?.name)
    _ = duplicates.arrive(reading.sketch, ordinal)
    var unused = LinkChanges(story: StoryState(id: item.id, name: "", size: 1))
    resolveHeadlines(item, ordinal, similar.counts, &unused)
    recent.append(RecentArticles.Kept(id: item.id, day: item.day))
    for (id, score) in list {
      guard let other = recent.ordinal(of: id) else { continue }
      let score = Float(score)
      _ = recent.enter(SimilarIndex.Neighbour(ordinal: other, score: score), of: ordinal, length: settings.listLength)
      _ = recent.enter(SimilarIndex.Neighbour(ordinal: ordinal, score: score), of: other, length: settings.listLength)
    }
  }

  /// Lets headlines wait that earlier runs found nothing for; of the item only id, day and headlines are read.
  public mutating func remember(_ item: LinkItem) {
    let counts = similar.counts
    headlines.remember(item) { counts.weight($0) }
  }

  /// What the headlines of an article in `LinkChanges.recalled` mean.
  public mutating func recall(_ item: LinkItem) -> [HeadlineResolution] {
    let kept = recent
    let counts = similar.counts
    return headlines.recall(item, isCurrent: { kept[$0] != nil }) { counts.weight($0) }
  }

  /// Leaves an article out of all later answers.
  public mutating func forget(_ id: Int64) {
    guard let ordinal = recent.ordinal(of: id) else { return }
    recent.remove(id)
    similar.forget(ordinal)
    stories.forget(ordinal)
    headlines.forget(headlinesOf: id)
  }

  private mutating func resolveHeadlines(
    _ item: LinkItem, _ ordinal: Int, _ counts: TermCounts, _ changes: inout LinkChanges
  ) {
    let kept = recent
    let resolved = headlines.arrive(item, ordinal, isCurrent: { kept[$0] != nil }, weight: { counts.weight($0) })
    changes.headlines = resolved.own
    changes.olderHeadlines = resolved.older
    changes.recalled = resolved.cold
  }

  /// Adds the new list, and the article's entry into the lists of those it resembles.
  private mutating func enter(
    _ list: [SimilarIndex.Neighbour], _ reading: LinkReading, _ ordinal: Int, _ changes: LinkChanges
  ) -> LinkChanges {
    let id = reading.item.id
    var changes = changes
    var back: [SimilarEntry] = []
    for neighbour in list {
      guard let other = recent[neighbour.ordinal] else { continue }
      let reasons = reading.reasons(shared: similar.shared(ordinal, neighbour.ordinal), day: other.day) {
        similar.counts.weight($0)
      }
      let score = Double(neighbour.score)
      changes.similar.append(SimilarEntry(of: id, to: other.id, score: score, reasons: reasons))
      let mine = SimilarIndex.Neighbour(ordinal: ordinal, score: neighbour.score)
      let place = recent.enter(mine, of: neighbour.ordinal, length: settings.listLength)
      if place.entered { back.append(SimilarEntry(of: other.id, to: id, score: score, reasons: reasons)) }
      if let dropped = place.dropped, let lost = recent[dropped.ordinal] {
        changes.dropped.append(SimilarEntry(of: other.id, to: lost.id, score: Double(dropped.score), reasons: []))
      }
    }
    changes.similar += back
    recent.append(RecentArticles.Kept(id: id, day: reading.item.day, list: list))
    return changes
  }
}
