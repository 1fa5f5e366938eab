// Stories, as articles arrive: an article joins the story whose articles it resembles most on the mean, or begins one.
// Nothing moves afterwards, so that no list changes under the reader's eyes.

/// The stories of the last articles.
struct StoryClusterer: Sendable {
  struct Story: Sendable {
    var id: Int64
    var size = 0
    /// The last members, as ordinals of arrival.
    var members: [Int] = []
    var firstDay: Int?
    var lastDay: Int?
    var words = StoryWords()
    var links: Float = 0
  }

  private let settings: LinkSettings
  private var stories: [Int64: Story] = [:]
  /// The story of each kept article, by ordinal modulo the window.
  private var storyOf: [Int64] = []

  init(settings: LinkSettings) { self.settings = settings }

  /// Puts the article into a story and returns the story as it stands then.
  ///
  /// - Parameters:
  ///   - near: the articles it resembles, with scores.
  ///   - score: the cosine of the article and an older one that is not in `near`.
  mutating func arrive(
    _ reading: LinkReading, _ ordinal: Int, near: [SimilarIndex.Neighbour], score: (Int) -> Float
  ) -> Story {
    let day = reading.item.day
    var known: [Int: Float] = [:]
    var asked: [Int64] = []
    for neighbour in near {
      known[neighbour.ordinal] = neighbour.score
      let story = storyOf[neighbour.ordinal % settings.window]
      if asked.count < 12, !asked.contains(story) { asked.append(story) }
    }
    var best: (id: Int64, mean: Float)?
    for id in asked {
      guard let story = stories[id], isOpen(story, day) else { continue }
      let members = story.members
      guard !members.isEmpty else { continue }
      let links = members.map { known[$0] ?? score($0) }.sorted(by: >)
      let n = links.count
      var mean: Float
      switch settings.storyMode {
      case 1: let m = max(min(2, n), (n + 1) / 2); mean = links.prefix(m).reduce(0, +) / Float(m)
      case 2: mean = (links.reduce(0) { $0 + $1 * $1 } / Float(n)).squareRoot()
      case 3: mean = links.reduce(0, +) / (Float(n) + 0.5)
      case 4: mean = links.reduce(0, +) / Float(n) * (1 + 0.1 * logarithm(Float(n)))
      case 5: mean = links.reduce(0, +) / Float(n) * 0.7 + links[0] * 0.3
      case 6: let m = max(min(3, n), (2 * n + 2) / 3); mean = links.prefix(m).reduce(0, +) / Float(m)
      default: mean = links.reduce(0, +) / Float(n)
      }
      let coherence = n >= 2 ? story.links / Float(n - 1) : 0
      if settings.storyMode >= 10, n >= 2 {
        mean = links.reduce(0, +) / Float(n); mean *= settings.gamma + (1 - settings.gamma) * min(1, mean / coherence)
      }
      if mean >= settings.storyScore, mean >= settings.beta * coherence, mean > best?.mean ?? 0 { best = (id, mean) }
    }
    let id = best?.id ?? reading.item.id
    var story = stories[id] ?? Story(id: id)
    story.size += 1
    story.links += best?.mean ?? 0
    story.members.append(ordinal)
    if story.members.count > settings.storyMembers { story.members.removeFirst() }
    if let day {
      story.firstDay = min(story.firstDay ?? day, day)
      story.lastDay = max(story.lastDay ?? day, day)
    }
    story.words.add(reading)
    stories[id] = story
    keep(id, ordinal)
    return story
  }

  /// Takes an article out of its story; an empty story ends.
  mutating func forget(_ ordinal: Int) {
    let id = storyOf[ordinal % settings.window]
    guard var story = stories[id], let place = story.members.firstIndex(of: ordinal) else { return }
    story.members.remove(at: place)
    story.size -= 1
    stories[id] = story.members.isEmpty ? nil : story
  }

  private mutating func keep(_ id: Int64, _ ordinal: Int) {
    let slot = ordinal % settings.window
    guard slot < storyOf.count else { return storyOf.append(id) }
    // The article that leaves the window here may be its story's last.
    let leaving = storyOf[slot]
    if let story = stories[leaving], story.members.last.map({ $0 <= ordinal - settings.window }) ?? true {
      stories[leaving] = nil
    }
    storyOf[slot] = id
  }

  /// Whether the day lies near enough to the story's days; no day lies near to all.
  private func isOpen(_ story: Story, _ day: Int?) -> Bool {
    guard let day, let first = story.firstDay, let last = story.lastDay else { return true }
    return day >= first - settings.storyDays && day <= last + settings.storyDays
  }
}
