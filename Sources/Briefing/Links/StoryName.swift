// What a story is called: who and what, as its titles say it. "Turkey, Syria: drone, Hasakah": at most two parties, and words
// that its titles share, in their printed form. Words that stand together in the titles stay together: "ceasefire deal".
// Where titles share too little, the one that says most of what the others say lends its words.

/// The name of a story, made of its articles' titles.
struct StoryName {
  private struct Count {
    var count = 0
    /// Where it first stands in a title.
    var order: Int
    var words: String
    /// In how many titles' articles it is printed without a capital.
    var lower = 0
    var lowerWords = ""

    /// Most articles say whether its capital was a title's or a sentence's.
    var printed: String { lower * 2 > count ? lowerWords : words }
  }

  private let titles: [StoryTitle]
  private let weight: (UInt32) -> Float
  private var parties: [EntityID: Count] = [:]
  private var terms: [UInt32: Count] = [:]
  /// How often a title has one term right before another, by both.
  private var pairs: [UInt64: Int] = [:]
  /// So many words, a party's not counted, say what a story is about.
  private static let enough = 2

  /// - Parameter weight: how much a term tells.
  init(_ titles: [StoryTitle], weight: @escaping (UInt32) -> Float) {
    self.titles = titles
    self.weight = weight
    for title in titles { add(title) }
  }

  private mutating func add(_ title: StoryTitle) {
    for (order, party) in title.parties.enumerated() {
      parties[party.id, default: Count(order: order, words: party.name)].count += 1
    }
    for (order, word) in title.words.enumerated() {
      var count = terms[word.term] ?? Count(order: order, words: word.printed)
      count.count += 1
      if !word.printed.contains(where: \.isUppercase) {
        count.lower += 1
        count.lowerWords = word.printed
      }
      if StoryName.isPlainer(word.printed, than: count.words) { count.words = word.printed }
      terms[word.term] = count
      if word.leads { pairs[StoryName.key(word.term, title.words[order + 1].term), default: 0] += 1 }
    }
  }

  /// The name; a title as it is where nothing is shared, and for an article alone. Empty where no article has a title.
  var words: String {
    let given = titles.filter { !$0.title.isEmpty }
    guard given.count > 1 else { return given.first?.title ?? "" }
    let least = given.count < 8 ? 2 : (given.count + 3) / 4
    let named = who(least)
    let firstNames = firstNames(of: named)
    let roots = Set(named.flatMap { HeadlineKey.words(of: $0) }.map(StoryName.root))
    var telling = terms.filter { entry in
      entry.value.count >= (given.count < 10 ? 2 : given.count / 5) && !StoryName.isOf(roots, entry.value.words)
        && !firstNames.contains(entry.key)
    }
    .map { (score: Float($0.value.count) * weight($0.key), term: $0.key, count: $0.value) }
    .sorted { ($1.score, $0.count.order, $0.count.words) < ($0.score, $1.count.order, $1.count.words) }
    .map(\.term)
    if telling.count < StoryName.enough { telling += lent(besides: telling, roots, StoryName.enough - telling.count) }
    let phrases = phrases(telling, count: named.isEmpty ? 3 : 2)
    if phrases.isEmpty { return named.count > 1 ? named.joined(separator: ", ") : given[0].title }
    return named.isEmpty
      ? phrases.joined(separator: ", ") : named.joined(separator: ", ") + ": " + phrases.joined(separator: ", ")
  }

  /// At most two parties that most titles name; the longer of two names that are one.
  private func who(_ least: Int) -> [String] {
    var named: [(words: String, set: Set<String>)] = []
    let often = parties.filter { $0.value.count >= least }
      .sorted { ($1.value.count, $0.value.order, $0.key) < ($0.value.count, $1.value.order, $1.key) }
    for (_, party) in often {
      let set = Set(HeadlineKey.words(of: party.words))
      if let same = named.firstIndex(where: { $0.set.isSubset(of: set) || set.isSubset(of: $0.set) }) {
        if named[same].set.count < set.count { named[same] = (party.words, set) }
      } else if named.count < 2 {
        named.append((party.words, set))
      }
    }
    return named.map(\.words)
  }

  /// "Sarah", where the titles say "Sarah Palin" and the party is called "Palin".
  private func firstNames(of named: [String]) -> Set<UInt32> {
    let last = Set(named.compactMap { ShortText($0).words.first?.stem })
    return Set(
      pairs.compactMap { pair, count in
        let first = UInt32(truncatingIfNeeded: pair >> 32)
        return last.contains(UInt32(truncatingIfNeeded: pair)) && count * 2 >= terms[first]?.count ?? 0 ? first : nil
      })
  }

  /// The most telling words of the title that says most of what the others say, in its order.
  private func lent(besides shared: [UInt32], _ roots: Set<Substring>, _ count: Int) -> [UInt32] {
    func common(_ title: StoryTitle) -> Float {
      title.words.reduce(0) { $0 + weight($1.term) * Float((terms[$1.term]?.count ?? 1) - 1) } / Float(title.words.count + 4)
    }
    func free(_ title: StoryTitle) -> [StoryTitle.Word] {
      title.words.filter { word in
        !shared.contains(word.term) && !StoryName.isOf(roots, word.printed) && word.printed.contains(where: \.isLetter)
      }
    }
    guard let best = titles.filter({ !free($0).isEmpty }).max(by: { common($0) < common($1) }) else { return [] }
    let free = free(best)
    let kept = Set(free.sorted { weight($0.term) > weight($1.term) }.prefix(count).map(\.term))
    return free.filter { kept.contains($0.term) }.map(\.term)
  }

  /// The first terms, each with those that stand beside it in most titles that have them.
  private func phrases(_ telling: [UInt32], count: Int) -> [String] {
    var used: Set<UInt32> = []
    var roots: Set<Substring> = []
    var phrases: [String] = []
    for term in telling where phrases.count < count && used.insert(term).inserted {
      // "Saudi writer, Saudis" says one thing twice.
      guard !StoryName.isOf(roots, terms[term]?.words ?? "") else { continue }
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
      roots.formUnion(phrase.flatMap { HeadlineKey.words(of: terms[$0]?.words ?? "") }.map(StoryName.root))
    }
    return phrases
  }

  private func isPair(_ one: UInt32, _ next: UInt32, _ most: Int) -> Bool {
    let together = pairs[StoryName.key(one, next)] ?? 0
    return together > 0 && together * 3 >= most * 2
  }

  private static func key(_ one: UInt32, _ next: UInt32) -> UInt64 { UInt64(one) << 32 | UInt64(next) }

  /// "iran" of Iran and Iranian.
  private static func root(_ word: String) -> Substring { word.prefix(4) }

  /// A name's own words and those made of them say nothing beside it, nor does a word without letters.
  private static func isOf(_ roots: Set<Substring>, _ words: String) -> Bool {
    let words = HeadlineKey.words(of: words)
    return words.isEmpty || words.contains { roots.contains(root($0)) }
  }

  /// Capitals throughout are a headline's, unless all print it so.
  private static func isPlainer(_ words: String, than other: String) -> Bool {
    guard !words.isEmpty, words != other else { return false }
    if !other.contains(where: \.isUppercase) { return true }
    return other.count > 4 && !other.contains(where: \.isLowercase) && words.contains(where: \.isLowercase)
  }
}
