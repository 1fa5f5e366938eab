// How common words are before the first article arrives. Without it a young archive takes every word for telling, and its
// first stories come out torn.

/// Document frequencies that ship with the program.
public struct BackgroundCounts: Hashable, Sendable {
  /// By the stem's hash.
  let counts: [UInt32: UInt32]
  let articles: Int

  /// No background at all.
  public static let none = BackgroundCounts(counts: [:], articles: 0)

  /// Reads the table: lines "stem<tab>count"; among the head lines, which begin with "#", one is "# articles<tab>N".
  /// Lines of another form are passed over.
  public init(table: String) {
    var counts: [UInt32: UInt32] = [:]
    var articles = 0
    for line in table.utf8.split(separator: 0x0A) {
      let fields = line.split(separator: 0x09, maxSplits: 1)
      guard fields.count == 2, let count = UInt32(Substring(fields[1])) else { continue }
      if line.first == 0x23 {
        if Substring(fields[0]) == "# articles" { articles = Int(count) }
      } else {
        counts[wordHash(fields[0], fields[0].count)] = count
      }
    }
    self.init(counts: counts, articles: articles)
  }

  private init(counts: [UInt32: UInt32], articles: Int) {
    self.counts = counts
    self.articles = articles
  }
}
