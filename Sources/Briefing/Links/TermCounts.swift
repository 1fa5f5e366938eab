// In how many articles a term was seen: what makes a shared word telling. Counts lie in a table of fixed size under the
// term's hash; two terms that share a place count a little too common, which costs nothing that matters.

/// Document frequencies, counted as articles arrive on top of a background.
struct TermCounts: Sendable {
  private var counts: [UInt32]
  /// Articles seen, the background's among them.
  private(set) var articles: Double
  private var logarithmOfArticles: Float

  init(bits: Int = 20, background: [UInt32: UInt32] = [:], backgroundArticles: Int = 0) {
    counts = Array(repeating: 0, count: 1 << bits)
    articles = Double(backgroundArticles)
    logarithmOfArticles = logarithm(Float(backgroundArticles) + 1)
    for (term, count) in background { counts[Int(term) & (counts.count - 1)] &+= count }
  }

  /// Counts an article's distinct terms.
  mutating func count(_ terms: [LinkTerm]) {
    articles += 1
    logarithmOfArticles = logarithm(Float(articles) + 1)
    for term in terms {
      let place = Int(term.hash) & (counts.count - 1)
      counts[place] &+= 1
    }
  }

  /// How much a term tells: the logarithm of how many articles there are to one that has it, at least a little.
  func weight(_ term: UInt32) -> Float {
    let count = Int(counts[Int(term) & (counts.count - 1)])
    let log = count < Self.logarithms.count ? Self.logarithms[count] : logarithm(Float(count) + 0.5)
    return max(0.05, logarithmOfArticles - log)
  }

  /// The share of articles that have the term.
  func share(_ term: UInt32) -> Double {
    Double(counts[Int(term) & (counts.count - 1)]) / max(1, articles)
  }

  private static let logarithms: [Float] = (0..<8192).map { logarithm(Float($0) + 0.5) }
}
