// Which of the last articles an arriving one resembles: TF-IDF cosine over words, names and parties, and the time they are
// of. Candidates come from the postings of its most telling terms, read to a bounded depth; the best of them are compared in
// full. A term is worth what it told when its article arrived: so a comparison is one pass over one article's terms.

/// The terms of the last articles, by ordinal of arrival.
struct SimilarIndex: Sendable {
  struct Neighbour: Sendable {
    var ordinal: Int
    /// 0...1, see `score`.
    var score: Float
  }

  private struct Vector: Sendable {
    /// By hash; the weights' squares add up to 1.
    var terms: [LinkTerm]
    var time: LinkTime
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
  mutating func arrive(_ reading: LinkReading) -> [Neighbour] {
    let (terms, telling) = weigh(reading.terms)
    let near = neighbours(of: terms, reading.time, asking: telling)
    keep(terms, reading.time, posting: telling)
    return near
  }

  /// Takes in an article under the next ordinal without asking what it resembles.
  mutating func replay(_ reading: LinkReading) {
    let (terms, telling) = weigh(reading.terms)
    keep(terms, reading.time, posting: telling)
  }

  /// Counts an article's terms, and returns them as weights of length 1: all by hash, and the most telling, best first.
  private mutating func weigh(_ terms: [LinkTerm]) -> (terms: [LinkTerm], telling: [LinkTerm]) {
    counts.count(terms)
    var weighed = terms
    var norm: Float = 0
    for i in weighed.indices {
      weighed[i].weight *= counts.weight(weighed[i].hash)
      norm += weighed[i].weight * weighed[i].weight
    }
    let length = max(norm.squareRoot(), 1e-6)
    for i in weighed.indices { weighed[i].weight /= length }
    let telling = weighed.sorted { ($0.weight, $0.hash) > ($1.weight, $1.hash) }
    return (weighed, Array(telling.prefix(max(settings.termsPosted, settings.termsAsked))))
  }

  private mutating func keep(_ terms: [LinkTerm], _ time: LinkTime, posting: [LinkTerm]) {
    let ordinal = next
    for term in posting.prefix(settings.termsPosted) { postings.insert(term.hash, UInt32(ordinal)) }
    let slot = ordinal % settings.window
    if slot < vectors.count {
      vectors[slot] = Vector(terms: terms, time: time)
    } else {
      vectors.append(Vector(terms: terms, time: time))
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

  /// The mean score of a kept article and others; those that are not kept count as 0, and nothing at all is 0.
  func mean(_ one: Int, _ others: [Int]) -> Float {
    guard isKept(one), !others.isEmpty else { return 0 }
    let vector = vectors[one % settings.window]
    let sum = TermTableau.with(vector.terms) { tableau in
      others.reduce(Float(0)) { sum, other in
        isKept(other) ? sum + score(tableau, vector.time, vectors[other % settings.window]) : sum
      }
    }
    return sum / Float(others.count)
  }

  private mutating func neighbours(of terms: [LinkTerm], _ time: LinkTime, asking: [LinkTerm]) -> [Neighbour] {
    var touched: [Int] = []
    for term in asking.prefix(settings.termsAsked) {
      let part = term.weight * term.weight
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
    var best: [Neighbour] = []
    TermTableau.with(terms) { tableau in
      for candidate in candidates.prefix(settings.candidates) {
        let exact = score(tableau, time, vectors[candidate.ordinal % settings.window])
        if exact >= settings.leastScore { best.append(Neighbour(ordinal: candidate.ordinal, score: exact)) }
      }
    }
    best.sort { ($0.score, $0.ordinal) > ($1.score, $1.ordinal) }
    return best
  }

  /// Cosine, and how far both are of one time: 0...1.
  private func score(_ tableau: TermTableau, _ time: LinkTime, _ other: Vector) -> Float {
    let dot = tableau.dot(other.terms)
    guard dot > 0 else { return 0 }
    let weight = settings.timeWeight
    return min(1, dot) * (1 + weight * time.agreement(other.time)) / (1 + weight)
  }

  /// The terms that two kept articles share, the most telling first.
  func shared(_ a: Int, _ b: Int) -> [UInt32] {
    guard isKept(a), isKept(b) else { return [] }
    var found: [(hash: UInt32, weight: Float)] = []
    let first = vectors[a % settings.window].terms
    var i = 0
    for term in vectors[b % settings.window].terms {
      while i < first.count, first[i].hash < term.hash { i += 1 }
      guard i < first.count, first[i].hash == term.hash else { continue }
      found.append((term.hash, first[i].weight * term.weight))
    }
    return found.sorted { ($0.weight, $0.hash) > ($1.weight, $1.hash) }.map(\.hash)
  }
}

/// The terms of one article laid out for looking up, for as long as others are compared with it.
struct TermTableau {
  private let places: UnsafeMutableBufferPointer<LinkTerm>

  static func with<T>(_ terms: [LinkTerm], _ body: (TermTableau) -> T) -> T {
    var size = 512
    while size < terms.count * 4 { size *= 2 }
    return withUnsafeTemporaryAllocation(of: LinkTerm.self, capacity: size) { places in
      places.initialize(repeating: LinkTerm(hash: 0, weight: 0))
      for term in terms {
        var place = Int(term.hash) & (size - 1)
        while places[place].weight != 0 { place = (place + 1) & (size - 1) }
        places[place] = term
      }
      return body(TermTableau(places: places))
    }
  }

  /// The sum of the products of the weights of what both have.
  func dot(_ terms: [LinkTerm]) -> Float {
    let mask = places.count - 1
    var sum: Float = 0
    for term in terms {
      var place = Int(term.hash) & mask
      while places[place].weight != 0 {
        if places[place].hash == term.hash {
          sum += places[place].weight * term.weight
          break
        }
        place = (place + 1) & mask
      }
    }
    return sum
  }
}
