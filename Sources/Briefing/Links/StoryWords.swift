// What a story is called: the parties and words that most of its titles share, in the words' printed form.

/// Counts of what a story's articles name.
struct StoryWords: Sendable {
  private struct Count: Sendable {
    var words: String
    var count: Int
    var order: Int
  }

  private var parties: [EntityID: Count] = [:]
  private var terms: [UInt32: Count] = [:]
  private var articles = 0
  private static let kept = 48

  mutating func add(_ reading: LinkReading) {
    articles += 1
    let inTitle = Set(HeadlineKey.words(of: reading.item.title ?? ""))
    var order = 0
    for party in reading.item.parties {
      // A story is called by what its titles say: a party that they do not name is no part of its name.
      guard HeadlineKey.words(of: party.name).allSatisfy({ inTitle.contains($0) }) else { continue }
      guard parties.count < Self.kept || parties[party.id] != nil else { continue }
      parties[party.id, default: Count(words: party.name, count: 0, order: order)].count += 1
      order += 1
    }
    for (order, term) in reading.titleTerms.prefix(16).enumerated()
    where terms.count < Self.kept || terms[term] != nil {
      let words = terms[term]?.words ?? reading.printed(term) ?? ""
      terms[term, default: Count(words: words, count: 0, order: order)].count += 1
    }
  }

  /// "Turkey, Syria: drone, Hasakah"; the fallback where nothing is shared.
  ///
  /// - Parameter weight: how much a term tells.
  func name(fallback: String, weight: (UInt32) -> Float) -> String {
    let least = max(min(2, articles), (articles + 1) / 2)
    let named = parties.filter { $0.value.count >= least }
      .sorted { ($1.value.count, $0.value.order, $0.key) < ($0.value.count, $1.value.order, $1.key) }
      .prefix(2).map(\.value.words)
    let nameWords = Set(named.flatMap { HeadlineKey.words(of: $0) })
    let telling = terms.filter { $0.value.count >= least && !$0.value.words.isEmpty }
      .map { (score: Float($0.value.count) * weight($0.key), count: $0.value) }
      .sorted { ($1.score, $0.count.order, $0.count.words) < ($0.score, $1.count.order, $1.count.words) }
      .map(\.count.words)
      .filter { words in !HeadlineKey.words(of: words).contains { nameWords.contains($0) } }
      .prefix(named.isEmpty ? 3 : 2)
    if named.isEmpty { return telling.isEmpty ? fallback : telling.joined(separator: ", ") }
    return telling.isEmpty
      ? named.joined(separator: ", ") : named.joined(separator: ", ") + ": " + telling.joined(separator: ", ")
  }
}
