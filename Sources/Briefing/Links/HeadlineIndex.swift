// Headlines and the articles that they may mean, whichever comes first: a headline looks for articles among the last ones,
// an arriving article looks for headlines that still wait. Both look by telling words, to a bounded depth.

/// The last articles as targets, and the headlines that stand in them.
struct HeadlineIndex: Sendable {
  private struct Waiting: Sendable {
    var reading: HeadlineReading
    var candidates: [HeadlineResolution.Candidate] = []
    /// It is found, or its article has a later version.
    var isClosed = false
  }

  private static let headlineWindow = 30_000
  private static let candidatesKept = 3
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
    targetTerms = RecentPostings(capacity: window * 32, bits: 18)
    targetKeys = RecentPostings(capacity: window * 2, bits: 16)
    waitingTerms = RecentPostings(capacity: Self.headlineWindow * 8, bits: 18)
    waitingKeys = RecentPostings(capacity: Self.headlineWindow * 2, bits: 16)
  }

  /// Takes in an article: resolves its headlines against the articles before it, then older headlines against it.
  ///
  /// - Parameters:
  ///   - isCurrent: whether an ordinal's article is kept and has no later version.
  ///   - weight: how much a term tells.
  mutating func arrive(
    _ item: LinkItem, _ ordinal: Int, isCurrent: (Int) -> Bool, weight: @escaping (UInt32) -> Float
  ) -> (own: [HeadlineResolution], older: [HeadlineResolution]) {
    let matcher = HeadlineMatcher(weight: weight)
    let target = HeadlineTarget(item)
    forget(headlinesOf: item.id)
    var own: [HeadlineResolution] = []
    for headline in item.headlines {
      let reading = HeadlineReading(headline, in: item)
      let outcome = resolve(reading, matcher, isCurrent)
      own.append(HeadlineResolution(article: item.id, span: reading.span, outcome: outcome))
      wait(reading, outcome, weight)
    }
    let older = resolveWaiting(target, matcher)
    keep(target, ordinal, weight)
    return (own, older)
  }

  private func resolve(
    _ reading: HeadlineReading, _ matcher: HeadlineMatcher, _ isCurrent: (Int) -> Bool
  ) -> HeadlineResolution.Outcome {
    var places: [UInt32: Float] = [:]
    for key in keys(reading.key, reading.url) { targetKeys.visit(key, limit: 64) { places[$0, default: 0] += 1000 } }
    for term in telling(reading.text.terms, 8, matcher.weight) {
      let weight = matcher.weight(term)
      targetTerms.visit(term, limit: 120) { places[$0, default: 0] += weight }
    }
    var found: [(target: HeadlineTarget, reason: String)] = []
    var possible: [HeadlineResolution.Candidate] = []
    for place in best(places, 32) where isCurrent(place) {
      let target = targets[place % window]
      switch matcher.compare(reading, target) {
      case .found(let reason): found.append((target, reason))
      case .possible(let candidate): possible.append(candidate)
      case nil: break
      }
    }
    if let nearest = found.min(by: { distance(reading, $0.target) < distance(reading, $1.target) }) {
      let reason = found.count == 1 ? nearest.reason : nearest.reason + "; \(found.count) articles have it, this is nearest"
      return .found(nearest.target.id, reason: reason)
    }
    return outcome(possible)
  }

  private mutating func resolveWaiting(_ target: HeadlineTarget, _ matcher: HeadlineMatcher) -> [HeadlineResolution] {
    var places: [UInt32: Float] = [:]
    for key in keys(target.key, target.url) { waitingKeys.visit(key, limit: 64) { places[$0, default: 0] += 1000 } }
    for term in telling(Set(target.title.terms).union(target.lede.terms).sorted(), 24, matcher.weight) {
      let weight = matcher.weight(term)
      waitingTerms.visit(term, limit: 48) { places[$0, default: 0] += weight }
    }
    var changed: [HeadlineResolution] = []
    for place in best(places, 64) where nextWaiting - place <= waiting.count {
      let slot = place % Self.headlineWindow
      let entry = waiting[slot]
      guard !entry.isClosed, entry.reading.article != target.id else { continue }
      var candidates = entry.candidates.filter { $0.id != target.id }
      switch matcher.compare(entry.reading, target) {
      case .found(let reason):
        waiting[slot].isClosed = true
        changed.append(resolution(entry.reading, .found(target.id, reason: reason)))
        continue
      case .possible(let candidate): candidates.append(candidate)
      case nil: break
      }
      candidates = ranked(candidates)
      guard candidates != entry.candidates else { continue }
      waiting[slot].candidates = candidates
      changed.append(resolution(entry.reading, outcome(candidates)))
    }
    return changed.sorted { ($0.article, $0.span) < ($1.article, $1.span) }
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
    for key in keys(target.key, target.url) { targetKeys.insert(key, UInt32(ordinal)) }
    let inTitle = Set(target.title.terms)
    for term in telling(Array(inTitle.union(target.lede.terms)).sorted(), 32, weight) {
      targetTerms.insert(term, UInt32(ordinal))
    }
  }

  private mutating func wait(
    _ reading: HeadlineReading, _ outcome: HeadlineResolution.Outcome, _ weight: (UInt32) -> Float
  ) {
    var entry = Waiting(reading: reading)
    switch outcome {
    case .found: return
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
    for key in keys(reading.key, reading.url) { waitingKeys.insert(key, UInt32(nextWaiting)) }
    for term in telling(reading.text.terms, 8, weight) { waitingTerms.insert(term, UInt32(nextWaiting)) }
    placesOf[reading.article, default: []].append(nextWaiting)
    nextWaiting += 1
  }

  private func keys(_ key: String, _ url: String?) -> [UInt32] {
    var keys: [UInt32] = []
    if !key.isEmpty { keys.append(wordHash(key.utf8, key.utf8.count)) }
    if let url { keys.append(~wordHash(url.utf8, url.utf8.count)) }
    return keys
  }

  /// The terms that tell most.
  private func telling(_ terms: [UInt32], _ count: Int, _ weight: (UInt32) -> Float) -> [UInt32] {
    guard terms.count > count else { return terms }
    return terms.map { (weight($0), $0) }.sorted(by: >).prefix(count).map(\.1)
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
