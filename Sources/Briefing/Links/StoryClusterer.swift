// Stories, as articles arrive: an article joins the story whose articles it resembles most on the mean, or begins one. It may
// tip a balance: two stories turn out to be one, or an article nearby belongs where the new one went. So the neighbourhood of
// every arrival is looked at once more, and what moves is told.

/// The stories of the last articles.
struct StoryClusterer: Sendable {
  struct Story: Sendable {
    var id: Int64
    var size = 0
    /// The last members, as ordinals of arrival, rising.
    var members: [Int] = []
    var firstDay: Int?
    var lastDay: Int?
    var name = ""
    /// How large it was when it got its name.
    var namedAt = 0
  }

  /// An article in a story.
  private struct Member: Sendable {
    var id: Int64
    var story: Int64
    var day: Int?
    var title: StoryTitle
  }

  private let settings: LinkSettings
  private var stories: [Int64: Story] = [:]
  /// By ordinal modulo the window.
  private var kept: [Member] = []

  init(settings: LinkSettings) { self.settings = settings }

  subscript(id: Int64) -> Story? { stories[id] }

  /// Puts the article into a story.
  ///
  /// - Parameters:
  ///   - near: the articles it resembles.
  ///   - similar: them and it among them.
  /// - Returns: the story as it stands then, and what else moved.
  mutating func arrive(
    _ reading: LinkReading, _ ordinal: Int, near: [SimilarIndex.Neighbour], _ similar: SimilarIndex
  ) -> (story: Story, shifts: [StoryShift]) {
    let day = reading.item.day
    var asked: [Int64] = []
    for neighbour in near {
      let story = kept[neighbour.ordinal % settings.window].story
      if asked.count < settings.storiesAsked, !asked.contains(story) { asked.append(story) }
    }
    let rivals = asked.compactMap { id in stories[id].map { (id: id, score: likeness(ordinal, day, $0, similar)) } }
      .sorted { ($1.score, $0.id) < ($0.score, $1.id) }
    let best = rivals.first.flatMap { $0.score >= settings.storyScore ? $0.id : nil }
    join(best ?? freshID(reading.item.id), reading, ordinal)
    var shifts: [StoryShift] = []
    let home = kept[ordinal % settings.window].story
    let others = rivals.filter { $0.id != home && $0.score >= settings.rivalScore }.map(\.id)
    if !others.isEmpty {
      lookAgain(ordinal, near, rivals: Array(others.prefix(settings.rivals)), similar, &shifts)
    }
    let story = named(kept[ordinal % settings.window].story, similar)
    return (story, shifts)
  }

  /// Puts the article into a story that is known already.
  ///
  /// - Parameter name: what the story is called; nil where that is to be seen.
  mutating func join(_ id: Int64, _ reading: LinkReading, _ ordinal: Int, name: String? = nil) {
    keep(Member(id: reading.item.id, story: id, day: reading.item.day, title: StoryTitle(reading)), ordinal)
    add(ordinal, to: id)
    if let name, var story = stories[id] {
      story.name = name
      story.namedAt = story.size
      stories[id] = story
    }
  }

  /// Takes an article out of its story; an empty story ends.
  mutating func forget(_ ordinal: Int) { remove(ordinal) }

  // MARK: The second look

  /// Looks once more at what stands around an arrival: stories that are as near to each other as an article must be to its
  /// story become one, and articles that resemble the arrival go where they are nearer now.
  private mutating func lookAgain(
    _ ordinal: Int, _ near: [SimilarIndex.Neighbour], rivals: [Int64], _ similar: SimilarIndex, _ shifts: inout [StoryShift]
  ) {
    for rival in rivals {
      let home = kept[ordinal % settings.window].story
      guard let one = stories[home], let other = stories[rival], likeness(one, other, similar) >= settings.mergeScore else {
        continue
      }
      // The larger keeps its number; of two as large, the older.
      let isKept = (other.size, one.id.magnitude) < (one.size, other.id.magnitude)
      merge(isKept ? rival : home, into: isKept ? home : rival)
      shifts.append(StoryShift(.story, from: isKept ? rival : home, to: isKept ? home : rival))
    }
    for neighbour in near.prefix(settings.lookedAt) {
      let home = kept[ordinal % settings.window].story
      let member = kept[neighbour.ordinal % settings.window]
      guard let own = stories[member.story], own.members.contains(neighbour.ordinal) else { continue }
      let targets = member.story == home ? rivals.filter { $0 != home } : [home]
      let now = likeness(neighbour.ordinal, member.day, own, similar)
      var best: (id: Int64, score: Float)?
      for target in targets {
        guard let story = stories[target] else { continue }
        let score = likeness(neighbour.ordinal, member.day, story, similar)
        if score >= settings.storyScore, score > now * settings.moveFactor, score > best?.score ?? 0 { best = (target, score) }
      }
      guard let best else { continue }
      remove(neighbour.ordinal)
      kept[neighbour.ordinal % settings.window].story = best.id
      add(neighbour.ordinal, to: best.id)
      shifts.append(StoryShift(.article(member.id), from: member.story, to: best.id))
    }
  }

  /// The mean score of an article and a story's other articles, less for a story that rested.
  private func likeness(_ ordinal: Int, _ day: Int?, _ story: Story, _ similar: SimilarIndex) -> Float {
    similar.mean(ordinal, story.members.filter { $0 != ordinal }) / rest(story, from: day, to: day)
  }

  /// The mean score of the articles of two stories, some of each.
  private func likeness(_ one: Story, _ other: Story, _ similar: SimilarIndex) -> Float {
    let first = sample(one.members)
    let second = sample(other.members)
    let sum = first.reduce(Float(0)) { $0 + similar.mean($1, second) }
    return sum / Float(max(1, first.count)) / rest(one, from: other.firstDay, to: other.lastDay)
  }

  /// The last of them, and of the rest as many, evenly.
  private func sample(_ members: [Int]) -> [Int] {
    guard members.count > settings.sampled else { return members }
    return (0..<settings.sampled).map { members[$0 * members.count / settings.sampled] }
  }

  /// How much more alike must be what goes on with a story that has rested: 1 within `storyDays`, rising over a year. What
  /// is undated lies within the days of every story.
  private func rest(_ story: Story, from start: Int?, to end: Int?) -> Float {
    guard let start, let end, let first = story.firstDay, let last = story.lastDay else { return 1 }
    let gap = max(Float(first) - Float(end), Float(start) - Float(last)) - Float(settings.storyDays)
    return 1 + settings.restedStory * min(1, max(0, gap) / 335)
  }

  // MARK: Members

  private mutating func add(_ ordinal: Int, to id: Int64) {
    var story = stories[id] ?? Story(id: id)
    story.size += 1
    let place = story.members.lastIndex { $0 < ordinal }.map { $0 + 1 } ?? 0
    story.members.insert(ordinal, at: place)
    if story.members.count > settings.storyMembers { story.members.removeFirst() }
    widen(&story, to: kept[ordinal % settings.window].day)
    stories[id] = story
  }

  private mutating func remove(_ ordinal: Int) {
    guard var story = stories[kept[ordinal % settings.window].story] else { return }
    story.members.removeAll { $0 == ordinal }
    story.size -= 1
    stories[story.id] = story.members.isEmpty ? nil : story
  }

  private mutating func merge(_ gone: Int64, into id: Int64) {
    guard let old = stories.removeValue(forKey: gone), var story = stories[id] else { return }
    story.size += old.size
    story.members = Array((story.members + old.members).sorted().suffix(settings.storyMembers))
    for day in [old.firstDay, old.lastDay] { widen(&story, to: day) }
    stories[id] = story
    for slot in kept.indices where kept[slot].story == gone { kept[slot].story = id }
  }

  private func widen(_ story: inout Story, to day: Int?) {
    guard let day else { return }
    story.firstDay = min(story.firstDay ?? day, day)
    story.lastDay = max(story.lastDay ?? day, day)
  }

  /// A story is numbered by its first article; where a story goes on that the same article began, by its negative.
  private func freshID(_ article: Int64) -> Int64 { stories[article] == nil ? article : -article }

  private mutating func keep(_ member: Member, _ ordinal: Int) {
    let slot = ordinal % settings.window
    guard slot < kept.count else { return kept.append(member) }
    // The article that leaves the window here may be its story's last.
    let leaving = kept[slot].story
    if let story = stories[leaving], story.members.last.map({ $0 <= ordinal - settings.window }) ?? true {
      stories[leaving] = nil
    }
    kept[slot] = member
  }

  // MARK: Names

  /// The story with its name: a young one is called anew with every article, a grown one each time it is half as large
  /// again.
  private mutating func named(_ id: Int64, _ similar: SimilarIndex) -> Story {
    guard var story = stories[id] else { return Story(id: id) }
    if story.size < 4 || story.size * 2 >= story.namedAt * 3 || story.name.isEmpty {
      let titles = story.members.filter(similar.isKept).map { kept[$0 % settings.window].title }
      story.name = StoryName(titles) { similar.counts.weight($0) }.words
      story.namedAt = story.size
      stories[id] = story
    }
    return story
  }
}
