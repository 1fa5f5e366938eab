// Which of the last articles an arriving one resembles: TF-IDF cosine over words, names and parties. Candidates come from
// the postings of its most telling terms, read to a bounded depth; the best of them are compared in full.

/// The terms of the last articles, by ordinal of arrival.
struct SimilarIndex: Sendable {
  struct Neighbour: Sendable {
    var ordinal: Int
    /// Cosine, less up to a tenth for a year between the two.
    var score: Float
  }

  private struct Vector: Sendable {
    var terms: [LinkTerm]
    var day: Int?
    /// A later version has taken its place.
    var isGone = false
  }

  private let settings: LinkSettings
  private(set) var counts: TermCounts
  private var postings: RecentPostings
  private var vectors: [Vector] = []
  /// Sums under way, one for each kept article; all zero between arrivals.
  private var sums: [Float] = []
  private var next = 0

  init(settings: LinkSettings, counts: TermCounts) {
    self.settings = settings
    self.counts = counts
    postings = RecentPostings(capacity: settings.window * settings.termsPosted, bits: 20)
  }

  /// Takes in the article under the next ordinal and returns those it resembles, best first.
  mutating func arrive(_ terms: [LinkTerm], day: Int?) -> [Neighbour] {
    counts.count(terms)
    let telling = mostTelling(terms)
    let near = neighbours(of: terms, day: day, asking: telling)
    keep(terms, day: day, posting: telling)
    return near
  }

  /// Takes in an article under the next ordinal without asking what it resembles.
  mutating func replay(_ terms: [LinkTerm], day: Int?) {
    counts.count(terms)
    keep(terms, day: day, posting: mostTelling(terms))
  }

  private func mostTelling(_ terms: [LinkTerm]) -> [(term: LinkTerm, weight: Float)] {
    terms.map { (term: $0, weight: $0.weight * counts.weight($0.hash)) }
      .sorted { ($0.weight, $0.term.hash) > ($1.weight, $1.term.hash) }
  }

  private mutating func keep(_ terms: [LinkTerm], day: Int?, posting: [(term: LinkTerm, weight: Float)]) {
    let ordinal = next
    for (term, _) in posting.prefix(settings.termsPosted) { postings.insert(term.hash, UInt32(ordinal)) }
    let slot = ordinal % settings.window
    if slot < vectors.count {
      vectors[slot] = Vector(terms: terms, day: day)
    } else {
      vectors.append(Vector(terms: terms, day: day))
      sums.append(0)
    }
    next += 1
  }

  /// Leaves the article out of all later answers.
  mutating func forget(_ ordinal: Int) {
    guard isKept(ordinal) else { return }
    vectors[ordinal % settings.window].isGone = true
  }

  func isKept(_ ordinal: Int) -> Bool { ordinal >= 0 && ordinal < next && next - ordinal <= vectors.count }

  /// Cosine of two kept articles, 0 where one is not kept.
  func score(_ a: Int, _ b: Int) -> Float {
    guard isKept(a), isKept(b) else { return 0 }
    let first = vectors[a % settings.window]
    return score(weigh(first.terms), first.day, vectors[b % settings.window])
  }

  private mutating func neighbours(of terms: [LinkTerm], day: Int?, asking: [(term: LinkTerm, weight: Float)]) -> [Neighbour] {
    var touched: [Int] = []
    for (term, weight) in asking.prefix(settings.termsAsked) {
      let part = weight * counts.weight(term.hash)
      postings.visit(term.hash, limit: settings.postingsRead) { ordinal in
        guard next - Int(ordinal) <= vectors.count else { return }
        let slot = Int(ordinal) % settings.window
        if sums[slot] == 0 { touched.append(Int(ordinal)) }
        sums[slot] += part
      }
    }
    var candidates = touched.map { Neighbour(ordinal: $0, score: sums[$0 % settings.window]) }
    for ordinal in touched { sums[ordinal % settings.window] = 0 }
    candidates.removeAll { vectors[$0.ordinal % settings.window].isGone }
    candidates.sort { ($0.score, $0.ordinal) > ($1.score, $1.ordinal) }
    let weighed = weigh(terms)
    var best: [Neighbour] = []
    for candidate in candidates.prefix(settings.candidates) {
      let exact = score(weighed, day, vectors[candidate.ordinal % settings.window])
      if exact >= settings.leastScore { best.append(Neighbour(ordinal: candidate.ordinal, score: exact)) }
    }
    best.sort { ($0.score, $0.ordinal) > ($1.score, $1.ordinal) }
    return best
  }

  private func weigh(_ terms: [LinkTerm]) -> (terms: [LinkTerm], norm: Float) {
    var norm: Float = 0
    let weighed = terms.map { term in
      let weight = term.weight * counts.weight(term.hash)
      norm += weight * weight
      return LinkTerm(hash: term.hash, weight: weight)
    }
    return (weighed, norm.squareRoot())
  }

  private func score(_ a: (terms: [LinkTerm], norm: Float), _ day: Int?, _ b: Vector) -> Float {
    var dot: Float = 0
    var norm: Float = 0
    var i = 0
    for term in b.terms {
      let weight = term.weight * counts.weight(term.hash)
      norm += weight * weight
      while i < a.terms.count, a.terms[i].hash < term.hash { i += 1 }
      if i < a.terms.count, a.terms[i].hash == term.hash { dot += a.terms[i].weight * weight }
    }
    guard dot > 0 else { return 0 }
    let cosine = dot / (a.norm * norm.squareRoot())
    guard let day, let other = b.day else { return cosine }
    return cosine * (1 - settings.yearsDecay * min(1, abs(Float(day) - Float(other)) / 365))
  }

  /// The terms that two articles share, the most telling first; `b` must be kept.
  func shared(_ a: [LinkTerm], _ b: Int) -> [UInt32] {
    guard isKept(b) else { return [] }
    var found: [(hash: UInt32, weight: Float)] = []
    var i = 0
    for term in vectors[b % settings.window].terms {
      while i < a.count, a[i].hash < term.hash { i += 1 }
      guard i < a.count, a[i].hash == term.hash else { continue }
      let weight = counts.weight(term.hash)
      found.append((term.hash, weight * weight * a[i].weight * term.weight))
    }
    return found.sorted { ($0.weight, $0.hash) > ($1.weight, $1.hash) }.map(\.hash)
  }
}
