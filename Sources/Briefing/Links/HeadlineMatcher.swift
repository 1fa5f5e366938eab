// Whether a headline means an article. The same key or address: found. Enough of its telling words in title and lede:
// possible, and the words, parties, numbers and days say why. Nothing in between is ever called found.

/// Compares a headline with an article.
struct HeadlineMatcher {
  enum Verdict {
    case found(reason: String)
    case possible(HeadlineResolution.Candidate)
  }

  /// How much a term tells.
  let weight: (UInt32) -> Float

  /// The least score of a possible article.
  static let leastScore = 0.45
  /// Articles with one title that lie further apart than this many days may be two.
  static let sameTitleDays = 60

  /// Nil where the headline does not mean the article as far as words can tell.
  func compare(_ headline: HeadlineReading, _ target: HeadlineTarget) -> Verdict? {
    guard headline.article != target.id else { return nil }
    if let url = headline.url, url == target.url { return .found(reason: "same address") }
    let distance = dayDistance(headline.day, target.day)
    if !headline.key.isEmpty, headline.key == target.key {
      let days = days(headline, target) ?? 0
      // "Morning briefing" is the title of many an article.
      let isGeneric = headline.text.terms.count < 3
      if !isGeneric, abs(days) <= Self.sameTitleDays {
        return .found(reason: headline.text.text == target.title.text ? "same title" : "same title, editing aside")
      }
      let reasons = [isGeneric ? "same short title" : "same title", distance].compactMap { $0 }
      return .possible(HeadlineResolution.Candidate(id: target.id, reasons: reasons, score: 0.95))
    }
    guard let score = score(headline, target), score >= Self.leastScore else { return nil }
    return .possible(
      HeadlineResolution.Candidate(id: target.id, reasons: reasons(headline, target, distance), score: score))
  }

  private func days(_ headline: HeadlineReading, _ target: HeadlineTarget) -> Int? {
    guard let a = headline.day, let b = target.day else { return nil }
    return b.subtractingReportingOverflow(a).partialValue
  }

  /// How much of the headline the article accounts for, 0...1; nil where too little is shared to say anything.
  private func score(_ headline: HeadlineReading, _ target: HeadlineTarget) -> Double? {
    var all: Float = 0
    var inTitle: Float = 0
    var inLede: Float = 0
    var shared = 0
    for term in headline.text.terms {
      let weight = weight(term)
      all += weight
      if target.title.has(term) {
        inTitle += weight
        shared += 1
      } else if target.lede.has(term) {
        inLede += weight
        shared += 1
      }
    }
    guard shared >= 3 || (shared == 2 && headline.text.terms.count <= 4), all > 0 else { return nil }
    var titleAll: Float = 0
    for term in target.title.terms { titleAll += weight(term) }
    let covered = Double((inTitle + 0.6 * inLede) / all)
    let explained = Double(inTitle / max(titleAll, 0.01))
    var score = 0.75 * covered + 0.25 * min(1, explained)
    if !headline.parties.isEmpty {
      let ids = Set(target.parties.map(\.id))
      let named = headline.parties.filter { ids.contains($0.id) }.count
      score += 0.1 * (Double(named) / Double(headline.parties.count) - 0.5)
    }
    if numbersDiffer(headline, target) { score -= 0.05 }
    if let days = days(headline, target) {
      // A headline points back, or to the same days' news; far from it the same words tell less.
      switch abs(days) {
      case 0...3: score += 0.05
      case 4...14: break
      case 15...45: score -= 0.08
      default: score -= 0.2
      }
    }
    return min(0.94, max(0, score))
  }

  private func reasons(_ headline: HeadlineReading, _ target: HeadlineTarget, _ distance: String?) -> [String] {
    var reasons: [String] = []
    let wanted = Set(headline.parties.map(\.id))
    var names: [String] = []
    for party in target.parties where wanted.contains(party.id) && !names.contains(party.name) { names.append(party.name) }
    if !names.isEmpty { reasons.append("names " + names.prefix(3).joined(separator: ", ")) }
    let runs = sharedRuns(headline.text, target.title)
    let more = sharedRuns(headline.text, target.lede, besides: target.title)
    if !runs.isEmpty {
      reasons.append("title says " + runs.prefix(3).map { "“\($0)”" }.joined(separator: ", "))
    }
    if !more.isEmpty, runs.count < 3 {
      reasons.append("text says " + more.prefix(2).map { "“\($0)”" }.joined(separator: ", "))
    }
    if let numbers = numberReason(headline, target) { reasons.append(numbers) }
    if let distance { reasons.append(distance) }
    return reasons
  }

  /// The runs of shared words in the target as printed, the most telling first.
  private func sharedRuns(_ headline: ShortText, _ target: ShortText, besides: ShortText? = nil) -> [String] {
    var runs: [(weight: Float, order: Int, text: String)] = []
    var seen: Set<UInt32> = []
    var i = 0
    while i < target.words.count {
      var weight: Float = 0
      var end = i
      while end < target.words.count, isShared(target.words[end], headline, besides), seen.insert(target.words[end].stem).inserted
      {
        weight += self.weight(target.words[end].stem)
        end += 1
      }
      if end > i {
        runs.append((weight, i, target.printed(i...(end - 1))))
        i = end
      } else {
        i += 1
      }
    }
    return runs.sorted { ($1.weight, $0.order) < ($0.weight, $1.order) }.map(\.text)
  }

  private func isShared(_ word: ShortText.Word, _ headline: ShortText, _ besides: ShortText?) -> Bool {
    !word.isStop && !word.isNumber && headline.has(word.stem) && besides?.has(word.stem) != true
  }
}

// MARK: - Numbers

extension HeadlineMatcher {
  private func numbersDiffer(_ headline: HeadlineReading, _ target: HeadlineTarget) -> Bool {
    let wanted = numbers(headline.text)
    guard !wanted.isEmpty, !numbers(target.title).isEmpty else { return false }
    return !wanted.contains { target.title.has($0.stem) || target.lede.has($0.stem) }
  }

  private func numberReason(_ headline: HeadlineReading, _ target: HeadlineTarget) -> String? {
    let wanted = numbers(headline.text)
    guard let first = wanted.first else { return nil }
    if let same = wanted.first(where: { target.title.has($0.stem) || target.lede.has($0.stem) }) {
      return "\(headline.text.printed(same.place...same.place)) in both"
    }
    guard let other = numbers(target.title).first ?? numbers(target.lede).first else { return nil }
    return "headline says \(headline.text.printed(first.place...first.place)), this "
      + (target.title.has(other.stem) ? target.title : target.lede).printed(other.place...other.place)
  }

  /// The numbers that count something: no years, no parts of names such as F-16.
  private func numbers(_ text: ShortText) -> [(stem: UInt32, place: Int)] {
    text.words.indices.compactMap { i in
      let word = text.words[i]
      guard word.isNumber else { return nil }
      let digits = text.printed(i...i)
      if digits.count == 4, digits.hasPrefix("19") || digits.hasPrefix("20") { return nil }
      if i > 0, word.start == text.words[i - 1].end + 1, !text.printed((i - 1)...i).contains(" ") { return nil }
      return (word.stem, i)
    }
  }
}
