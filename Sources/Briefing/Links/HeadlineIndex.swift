// Headlines and the articles that they may mean, whichever comes first: a headline looks for articles among the last ones,
// an arriving article looks for headlines that still wait. Both look by telling words, to a bounded depth.

/// The last articles as targets, and the headlines that stand in them.
struct HeadlineIndex: Sendable {
  private struct Waiting: Sendable {
    var reading: HeadlineReading
    var candidates: [HeadlineResolution.Candidate] = []
    /// The first candidate is taken for its article, which has this key.
    var isFoundByWords = false
    var foundKey = ""
    /// It is found for certain, or its article has a later version.
    var isClosed = false
    /// Only its words are known, and not whom they name: what fits is read in full before anything is said.
    var isCold = false
  }

  private static let headlineWindow = 30_000
  private static let candidatesKept = 3
  /// Of two articles that a headline may mean, one is found only where it fits by so much better.
  private static let margin = 0.06
  private static let termsPosted = 40
  private let window: Int
  private var targets: [HeadlineTarget] = []
  private var targetTerms: RecentPostings
  private var targetKeys: RecentPostings
  private var waiting: [Waiting] = []
  private var nextWaiting = 0
  private var waitingTerms: RecentPostings
  private var waitingKeys: RecentPostings
  private var placesOf: [Int64: [Int]] = [:]

  init(window: Int) {
    self.window = window
    targetTerms = RecentPostings(capacity: window * Self.termsPosted, bits: 18)
    targetKeys = RecentPostings(capacity: window * 5, bits: 16)
    waitingTerms = RecentPostings(capacity: Self.headlineWindow * 16, bits: 18)
    waitingKeys = RecentPostings(capacity: Self.headlineWindow * 5, bits: 16)
  }

  /// Takes in an article: resolves its headlines against the articles before it, then older headlines against it.
  ///
  /// - Parameters:
  ///   - isCurrent: whether an ordinal's article is kept and has no later version.
  ///   - weight: how much a term tells.
  mutating func arrive(
    _ item: LinkItem, _ ordinal: Int, isCurrent: (Int) -> Bool, weight: @escaping (UInt32) -> Float
  ) -> (own: [HeadlineResolution], older: [HeadlineResolution], cold: [Int64]) {
    let matcher = HeadlineMatcher(weight: weight)
    let target = HeadlineTarget(item)
    forget(headlinesOf: item.id)
    var own: [HeadlineResolution] = []
    for headline in item.headlines {
      let reading = HeadlineReading(headline, in: item)
      let (outcome, foundKey) = resolve(reading, matcher, isCurrent)
      own.append(HeadlineResolution(article: item.id, span: reading.span, outcome: outcome))
      wait(reading, outcome, foundKey, weight)
    }
    let (older, cold) = resolveWaiting(target, matcher)
    keep(target, ordinal, weight)
    return (own, older, cold)
  }

  /// Lets headlines wait that nothing was found for in an earlier run: of such an item nothing is read but they.
  mutating func remember(_ item: LinkItem, weight: @escaping (UInt32) -> Float) {
    for headline in item.headlines {
      wait(HeadlineReading(headline, in: item), .missing, "", weight, isCold: true)
    }
  }

  /// Resolves the headlines of an article that were only remembered, against the last articles; it is read in full by now.
  mutating func recall(
    _ item: LinkItem, isCurrent: (Int) -> Bool, weight: @escaping (UInt32) -> Float
  ) -> [HeadlineResolution] {
    let matcher = HeadlineMatcher(weight: weight)
    forget(headlinesOf: item.id)
    return item.headlines.map { headline in
      let reading = HeadlineReading(headline, in: item)
      let (outcome, foundKey) = resolve(reading, matcher, isCurrent)
      wait(reading, outcome, foundKey, weight)
      return HeadlineResolution(article: item.id, span: reading.span, outcome: outcome)
    }
  }

  private func resolve(
    _ reading: HeadlineReading, _ matcher: HeadlineMatcher, _ isCurrent: (Int) -> Bool
  ) -> (outcome: HeadlineResolution.Outcome, foundKey: String) {
    guard !reading.isPinned else { return (.missing, "") }
    var places: [UInt32: Float] = [:]
    for key in keys(reading) { targetKeys.visit(key, limit: 64) { places[$0, default: 0] += 1000 } }
    for (term, weight) in asked(reading, matcher.weight) {
      targetTerms.visit(term, limit: 160) { places[$0, default: 0] += weight }
    }
    var found: [(target: HeadlineTarget, reason: String)] = []
    var possible: [(candidate: HeadlineResolution.Candidate, isFound: Bool, key: String)] = []
    for place in best(places, 48) where isCurrent(place) {
      let target = targets[place % window]
      switch matcher.compare(reading, target) {
      case .found(let reason): found.append((target, reason))
      case .possible(let candidate, let isFound): possible.append((candidate, isFound, target.key))
      case nil: break
      }
    }
    if let nearest = found.min(by: { distance(reading, $0.target) < distance(reading, $1.target) }) {
      let reason = found.count == 1 ? nearest.reason : nearest.reason + "; \(found.count) articles have it, this is nearest"
      return (.found(nearest.target.id, reason: reason), "")
    }
    possible.sort { ($1.candidate.score, $0.candidate.id) < ($0.candidate.score, $1.candidate.id) }
    let kept = Array(possible.prefix(Self.candidatesKept).map(\.candidate))
    guard let first = possible.first, first.isFound else { return (outcome(kept), "") }
    // Copies of one text under one title are no rivals.
    let rival = possible.dropFirst().first { $0.key.isEmpty || $0.key != first.key }
    if let rival, first.candidate.score - rival.candidate.score < Self.margin { return (outcome(kept), "") }
    return (.foundByWords(kept), first.key)
  }

  private mutating func resolveWaiting(
    _ target: HeadlineTarget, _ matcher: HeadlineMatcher
  ) -> (changed: [HeadlineResolution], cold: [Int64]) {
    var places: [UInt32: Float] = [:]
    for key in keys(target) { waitingKeys.visit(key, limit: 64) { places[$0, default: 0] += 1000 } }
    for (term, weight) in posted(target, matcher.weight).prefix(32) {
      waitingTerms.visit(term, limit: 64) { places[$0, default: 0] += weight }
    }
    var changed: [HeadlineResolution] = []
    var cold: [Int64] = []
    for place in best(places, 64) where nextWaiting - place <= waiting.count {
      let slot = place % Self.headlineWindow
      let entry = waiting[slot]
      guard !entry.isClosed, entry.reading.article != target.id else { continue }
      if entry.isCold {
        let article = entry.reading.article
        guard !cold.contains(article) else { continue }
        if matcher.compare(entry.reading, target, least: HeadlineMatcher.leastColdScore) != nil { cold.append(article) }
        continue
      }
      var candidates = entry.candidates.filter { $0.id != target.id }
      let wasFound = entry.isFoundByWords && entry.candidates.first?.id != target.id
      var isFound = wasFound
      switch matcher.compare(entry.reading, target) {
      case .found(let reason):
        waiting[slot].isClosed = true
        changed.append(resolution(entry.reading, .found(target.id, reason: reason)))
        continue
      case .possible(let candidate, let fits):
        let best = candidates.first?.score ?? 0
        // A copy of what was found, under its title, is no rival; anything else as near leaves open which is meant.
        if wasFound, candidate.score < best + Self.margin,
          candidate.score <= best - Self.margin || target.key == entry.foundKey
        {
          candidates.insert(candidate, at: 1)
        } else {
          isFound = fits && candidate.score >= best + Self.margin
          if isFound { waiting[slot].foundKey = target.key }
          candidates = ranked(candidates + [candidate])
        }
      case nil: break
      }
      candidates = Array(candidates.prefix(Self.candidatesKept))
      guard candidates != entry.candidates || isFound != entry.isFoundByWords else { continue }
      waiting[slot].candidates = candidates
      waiting[slot].isFoundByWords = isFound
      changed.append(resolution(entry.reading, isFound ? .foundByWords(candidates) : outcome(candidates)))
    }
    return (changed.sorted { ($0.article, $0.span) < ($1.article, $1.span) }, cold.sorted())
  }

  /// Drops the headlines of an article that a later version replaces.
  mutating func forget(headlinesOf id: Int64) {
    for place in placesOf.removeValue(forKey: id) ?? [] where nextWaiting - place <= waiting.count {
      waiting[place % Self.headlineWindow].isClosed = true
    }
  }
}

// MARK: - Keeping and ranking

extension HeadlineIndex {
  private mutating func keep(_ target: HeadlineTarget, _ ordinal: Int, _ weight: (UInt32) -> Float) {
    let slot = ordinal % window
    if slot < targets.count { targets[slot] = target } else { targets.append(target) }
    for key in keys(target) { targetKeys.insert(key, UInt32(ordinal)) }
    for (term, _) in posted(target, weight) { targetTerms.insert(term, UInt32(ordinal)) }
  }

  private mutating func wait(
    _ reading: HeadlineReading, _ outcome: HeadlineResolution.Outcome, _ foundKey: String, _ weight: (UInt32) -> Float,
    isCold: Bool = false
  ) {
    guard !reading.isPinned else { return }
    var entry = Waiting(reading: reading)
    entry.isCold = isCold
    switch outcome {
    case .found: return
    case .foundByWords(let candidates):
      entry.candidates = candidates
      entry.isFoundByWords = true
      entry.foundKey = foundKey
    case .possible(let candidates): entry.candidates = candidates
    case .missing: break
    }
    let slot = nextWaiting % Self.headlineWindow
    if slot < waiting.count {
      placesOf[waiting[slot].reading.article] = nil
      waiting[slot] = entry
    } else {
      waiting.append(entry)
    }
    for key in keys(reading) { waitingKeys.insert(key, UInt32(nextWaiting)) }
    for (term, _) in asked(reading, weight) { waitingTerms.insert(term, UInt32(nextWaiting)) }
    placesOf[reading.article, default: []].append(nextWaiting)
    nextWaiting += 1
  }

  private func keys(_ headline: HeadlineReading) -> [UInt32] {
    keys(headline.key, headline.url, headline.address)
  }

  private func keys(_ target: HeadlineTarget) -> [UInt32] { keys(target.key, target.url, target.address) }

  private func keys(_ key: String, _ url: String?, _ address: HeadlineAddress?) -> [UInt32] {
    var keys: [UInt32] = []
    if !key.isEmpty { keys.append(wordHash(key.utf8, key.utf8.count)) }
    if let url { keys.append(~wordHash(url.utf8, url.utf8.count)) }
    for name in address?.keys.prefix(3) ?? [] { keys.append(~wordHash(name.utf8, name.utf8.count)) }
    return keys
  }

  private typealias Weighed = [(term: UInt32, weight: Float)]
  /// What a shared idea or party adds where no word is shared.
  private static let ideaWeight: Float = 2
  private static let partyWeight: Float = 3

  /// What an article is looked up by: its title's words, whom it names first, and the telling words of its opening; ideas
  /// too, since its headline may put another word for each.
  private func posted(_ target: HeadlineTarget, _ weight: (UInt32) -> Float) -> Weighed {
    let opening = target.lede.terms.filter { !target.title.has($0) }
    return telling(target.title.terms, 14, weight)
      + target.leading.sorted().prefix(4).map { (partyTerm($0), Self.partyWeight) }
      + target.title.ideas.filter { !target.title.has($0) }.prefix(6).map { ($0, Self.ideaWeight) }
      + telling(opening, 16, weight)
  }

  /// What a headline is looked up by.
  private func asked(_ reading: HeadlineReading, _ weight: (UInt32) -> Float) -> Weighed {
    let slug = reading.slug?.terms.filter { !reading.text.has($0) } ?? []
    return telling(reading.text.terms, 9, weight) + telling(slug, 4, weight)
      + Set(reading.names.values).sorted().prefix(3).map { (partyTerm($0), Self.partyWeight) }
      + reading.text.ideas.filter { !reading.text.has($0) }.prefix(4).map { ($0, Self.ideaWeight) }
  }

  /// The terms that tell most.
  private func telling(_ terms: [UInt32], _ count: Int, _ weight: (UInt32) -> Float) -> Weighed {
    let weighed: Weighed = terms.map { ($0, weight($0)) }
    return Array(weighed.sorted { ($1.weight, $0.term) < ($0.weight, $1.term) }.prefix(count))
  }

  private func best(_ places: [UInt32: Float], _ count: Int) -> [Int] {
    places.sorted { ($0.value, $0.key) > ($1.value, $1.key) }.prefix(count).map { Int($0.key) }
  }

  private func distance(_ reading: HeadlineReading, _ target: HeadlineTarget) -> Int {
    guard let a = reading.day, let b = target.day else { return 1 << 40 }
    return abs(a.subtractingReportingOverflow(b).partialValue)
  }

  private func ranked(_ candidates: [HeadlineResolution.Candidate]) -> [HeadlineResolution.Candidate] {
    Array(candidates.sorted { ($1.score, $0.id) < ($0.score, $1.id) }.prefix(Self.candidatesKept))
  }

  private func outcome(_ candidates: [HeadlineResolution.Candidate]) -> HeadlineResolution.Outcome {
    candidates.isEmpty ? .missing : .possible(ranked(candidates))
  }

  private func resolution(_ reading: HeadlineReading, _ outcome: HeadlineResolution.Outcome) -> HeadlineResolution {
    HeadlineResolution(article: reading.article, span: reading.span, outcome: outcome)
  }
}
