// In how many articles a term was seen: what makes a shared word telling. Counts lie in a table of fixed size under the
// term's hash; two terms that share a place count a little too common, which costs nothing that matters.

/// Document frequencies, counted as articles arrive on top of a background.
struct TermCounts: Sendable {
  /// In sixteenths of an article, since the background counts for a fixed number of articles only.
  private var counts: [UInt32]
  /// Articles seen, the background's among them.
  private var articles: Float
  private var logarithmOfArticles: Float
  private static let unit: UInt32 = 16

  /// - Parameter backgroundArticles: for how many articles the background counts.
  init(background: BackgroundCounts, backgroundArticles: Int, bits: Int = 20) {
    counts = Array(repeating: 0, count: 1 << bits)
    articles = background.articles > 0 ? Float(backgroundArticles) : 0
    logarithmOfArticles = logarithm(articles + 1)
    for (term, count) in background.counts {
      let scaled = Float(count) * Float(Self.unit) * articles / Float(max(1, background.articles))
      counts[Int(term) & (counts.count - 1)] &+= UInt32(scaled)
    }
  }

  /// Counts an article's distinct terms.
  mutating func count(_ terms: [LinkTerm]) {
    articles += 1
    logarithmOfArticles = logarithm(articles + 1)
    for term in terms {
      let place = Int(term.hash) & (counts.count - 1)
      counts[place] &+= Self.unit
    }
  }

  /// How much a term tells: the logarithm of how many articles there are to one that has it, at least a little.
  func weight(_ term: UInt32) -> Float {
    let count = Int(counts[Int(term) & (counts.count - 1)])
    let log = count < Self.logarithms.count ? Self.logarithms[count] : Self.rarity(count)
    return max(0.05, logarithmOfArticles - log)
  }

  private static func rarity(_ count: Int) -> Float { logarithm(Float(count) / Float(unit) + 0.5) }

  private static let logarithms: [Float] = (0..<32_768).map(rarity)
}
