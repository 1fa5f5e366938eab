// What a story is called: the parties and words that its titles share, in the words' printed form. Words that stand together
// in the titles stay together: "North Korea", "ceasefire deal".

/// Counts of what a story's articles name.
struct StoryWords: Sendable {
  private struct Count: Sendable {
    var words: String
    var count: Int
    var order: Int
    /// In how many articles it is printed without a capital.
    var lower = 0
    var lowerWords = ""

    /// Most articles say whether its capital was a title's or a sentence's.
    var printed: String { lower * 2 > count ? lowerWords : words }
  }

  private var parties: [EntityID: Count] = [:]
  private var terms: [UInt32: Count] = [:]
  /// How often a title has one term right before another, by both.
  private var pairs: [UInt64: Int] = [:]
  private var articles = 0
  private static let kept = 48
  private static let pairsKept = 96

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
      let words = reading.printed(term) ?? ""
      var count = terms[term] ?? Count(words: words, count: 0, order: order)
      count.count += 1
      if !words.contains(where: \.isUppercase) {
        count.lower += 1
        count.lowerWords = words
      }
      if Self.isPlainer(words, than: count.words) { count.words = words }
      terms[term] = count
    }
    for (one, next) in reading.titlePairs where pairs.count < Self.pairsKept || pairs[Self.key(one, next)] != nil {
      pairs[Self.key(one, next), default: 0] += 1
    }
  }

  /// "Turkey, Syria: drone, Hasakah"; the fallback where nothing is shared, and for an article alone.
  ///
  /// - Parameter weight: how much a term tells.
  func name(fallback: String, weight: (UInt32) -> Float) -> String {
    guard articles > 1 || fallback.isEmpty else { return fallback }
    let least = articles < 6 ? min(2, articles) : (articles + 2) / 3
    let named = parties.filter { $0.value.count >= least }
      .sorted { ($1.value.count, $0.value.order, $0.key) < ($0.value.count, $1.value.order, $1.key) }
      .prefix(2).map(\.value.words)
    let nameWords = Set(named.flatMap { HeadlineKey.words(of: $0) })
    let telling = terms.filter { entry in
      entry.value.count >= least && !entry.value.words.isEmpty
        && !HeadlineKey.words(of: entry.value.words).contains { nameWords.contains($0) }
    }
    .map { (score: Float($0.value.count) * weight($0.key), term: $0.key, count: $0.value) }
    .sorted { ($1.score, $0.count.order, $0.count.words) < ($0.score, $1.count.order, $1.count.words) }
    let phrases = phrases(telling.map(\.term), count: named.isEmpty ? 3 : 2)
    if named.isEmpty { return phrases.isEmpty ? fallback : phrases.joined(separator: ", ") }
    return phrases.isEmpty
      ? named.joined(separator: ", ") : named.joined(separator: ", ") + ": " + phrases.joined(separator: ", ")
  }

  /// The first terms, each with the one that stands beside it in most titles that have the two.
  private func phrases(_ telling: [UInt32], count: Int) -> [String] {
    var used: Set<UInt32> = []
    var phrases: [String] = []
    for term in telling where phrases.count < count && used.insert(term).inserted {
      var phrase = [term]
      for other in telling where !used.contains(other) {
        let most = min(terms[term]?.count ?? 0, terms[other]?.count ?? 0)
        if isPair(other, phrase[0], most) {
          phrase.insert(other, at: 0)
        } else if isPair(phrase[phrase.count - 1], other, most) {
          phrase.append(other)
        } else {
          continue
        }
        used.insert(other)
        if phrase.count == 3 { break }
      }
      phrases.append(phrase.compactMap { terms[$0]?.printed }.joined(separator: " "))
    }
    return phrases
  }

  private func isPair(_ one: UInt32, _ next: UInt32, _ most: Int) -> Bool {
    let together = pairs[Self.key(one, next)] ?? 0
    return together >= 2 && together * 3 >= most * 2
  }

  private static func key(_ one: UInt32, _ next: UInt32) -> UInt64 { UInt64(one) << 32 | UInt64(next) }

  /// Capitals throughout are a headline's, unless all print it so.
  private static func isPlainer(_ words: String, than other: String) -> Bool {
    guard !words.isEmpty, words != other else { return false }
    if !other.contains(where: \.isUppercase) { return true }
    return other.count > 4 && !other.contains(where: \.isLowercase) && words.contains(where: \.isLowercase)
  }
}
