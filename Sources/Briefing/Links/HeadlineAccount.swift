// How much of a headline an article accounts for, and what speaks against it: the numbers behind "possible" and "found".

/// A headline weighed against an article, word by word.
struct HeadlineAccount {
  /// 0...1: the share of the headline's weight that title and opening account for.
  private(set) var covered: Double
  /// 0...1: the share of the title's weight that the headline accounts for.
  private(set) var explained: Double
  /// Words that the article has, and those of them that stand in its title just so.
  private(set) var shared = 0
  private(set) var exact = 0
  /// How many that the headline names, somebody or some place, the article does not.
  private(set) var strayNames: Int
  private(set) var numbersDiffer: Bool
  private let telling: Int

  /// What a word of the headline is worth by where the article has it.
  private enum Worth {
    static let title: Float = 1
    /// The same party under another name, in title or opening.
    static let party: Float = 0.9
    /// Another word of its family in the title.
    static let idea: Float = 0.8
    static let lede: Float = 0.75
    static let ledeIdea: Float = 0.55
    /// A party that is named further down.
    static let further: Float = 0.4
  }

  /// The days that may lie between a headline and an article of other wording that it means: those before, and those after.
  static let foundDays = -21...7

  /// Nil where too little is shared to say anything.
  init?(_ headline: HeadlineReading, _ text: ShortText, _ target: HeadlineTarget, _ weight: (UInt32) -> Float) {
    var all: Float = 0
    var sum: Float = 0
    var seen: Set<UInt32> = []
    var unnamed: Set<EntityID> = []
    var countries = target.countries
    for word in text.words where !word.isStop && seen.insert(word.stem).inserted {
      let weight = weight(word.stem)
      all += weight
      let entity = headline.names[word.stem]
      let worth = HeadlineAccount.worth(word, entity, target)
      sum += weight * worth
      if worth > 0 { shared += 1 }
      if worth == Worth.title { exact += 1 }
      guard let entity, !target.named.isEmpty else { continue }
      if worth > 0 {
        if let country = HeadlineTarget.country(of: entity) { countries.insert(country) }
      } else if !target.named.contains(entity) {
        unnamed.insert(entity)
      }
    }
    telling = seen.count
    // Whoever names the town, or the country's army, need not name the country.
    strayNames =
      unnamed.filter { entity in
        entity.contains("/") || HeadlineTarget.country(of: entity).map { !countries.contains($0) } ?? true
      }.count
    guard shared >= 3 || (shared == 2 && telling <= 4), all > 0 else { return nil }
    covered = Double(sum / all)
    var titleAll: Float = 0
    var titleSum: Float = 0
    seen.removeAll()
    for word in target.title.words where !word.isStop && seen.insert(word.stem).inserted {
      let weight = weight(word.stem)
      titleAll += weight
      if text.has(word.stem) {
        titleSum += weight
      } else if text.says(word.idea) {
        titleSum += weight * Worth.idea
      }
    }
    explained = Double(titleSum / max(titleAll, 0.01))
    let wanted = text.counts
    numbersDiffer =
      !wanted.isEmpty && !target.title.counts.isEmpty
      && !wanted.contains { target.title.has($0.stem) || target.lede.has($0.stem) }
  }

  private static func worth(_ word: ShortText.Word, _ entity: EntityID?, _ target: HeadlineTarget) -> Float {
    if target.title.has(word.stem) { return Worth.title }
    if let entity, target.leading.contains(entity) { return Worth.party }
    if target.title.says(word.idea) { return Worth.idea }
    if target.lede.has(word.stem) { return Worth.lede }
    if target.lede.says(word.idea) { return Worth.ledeIdea }
    if let entity, target.named.contains(entity) { return Worth.further }
    return 0
  }

  /// How well the article fits, 0...0.94.
  ///
  /// - Parameter days: from the headline's article to this one.
  func score(days: Int?) -> Double {
    var score = 0.8 * covered + 0.2 * explained
    score -= 0.2 * Double(min(2, strayNames))
    if numbersDiffer { score -= 0.05 }
    if let days {
      // A headline points back, or to the same days' news; far from it the same words tell less.
      switch days.magnitude {
      case 0...3: score += 0.04
      case 4...14: break
      case 15...45: score -= 0.08
      default: score -= 0.2
      }
    }
    return min(0.94, max(0, score))
  }

  /// Whether nothing else can be meant, as far as these two can tell.
  func isFound(days: Int?) -> Bool {
    guard strayNames == 0, !numbersDiffer, shared >= 4, exact >= 2 else { return false }
    guard let days else { return covered >= 0.92 && explained >= 0.6 }
    return HeadlineAccount.foundDays.contains(days) && covered >= 0.82 && explained >= 0.35
  }
}

extension ShortText {
  /// The numbers that count something: no years, no parts of names such as F-16.
  var counts: [(stem: UInt32, place: Int)] {
    words.indices.compactMap { i in
      let word = words[i]
      guard word.isNumber else { return nil }
      let digits = printed(i...i)
      if digits.count == 4, digits.hasPrefix("19") || digits.hasPrefix("20") { return nil }
      if i > 0, word.start == words[i - 1].end + 1, !printed((i - 1)...i).contains(" ") { return nil }
      return (word.stem, i)
    }
  }
}
