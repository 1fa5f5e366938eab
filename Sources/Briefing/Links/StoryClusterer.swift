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
    var best: (id: Int64, score: Float)?
    for id in asked {
      guard let story = stories[id], !story.members.isEmpty else { continue }
      let sum = story.members.reduce(Float(0)) { $0 + (known[$1] ?? score($1)) }
      let score = sum / Float(story.members.count) / rest(story, day)
      if score >= settings.storyScore, score > best?.score ?? 0 { best = (id, score) }
    }
    return join(best?.id ?? reading.item.id, reading, ordinal)
  }

  /// Puts the article into a story that is known already.
  @discardableResult
  mutating func join(_ id: Int64, _ reading: LinkReading, _ ordinal: Int) -> Story {
    let day = reading.item.day
    var story = stories[id] ?? Story(id: id)
    story.size += 1
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

  /// How much more alike an article must be to go on with a story that has rested: 1 within `storyDays`, rising over a year.
  /// An undated article lies within the days of every story.
  private func rest(_ story: Story, _ day: Int?) -> Float {
    guard let day, let first = story.firstDay, let last = story.lastDay else { return 1 }
    let gap = max(Float(first) - Float(day), Float(day) - Float(last)) - Float(settings.storyDays)
    return 1 + settings.restedStory * min(1, max(0, gap) / 335)
  }
}
