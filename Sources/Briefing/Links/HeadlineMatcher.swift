// Whether a headline means an article. The same address or title: found. Another wording is weighed word by word, and found
// only where title and opening account for nearly all of it, no name or number speaks against it and the days agree; what
// accounts for less is possible, with reasons. A wrong "found" costs a reader more than a "possible".

/// Compares a headline with an article.
struct HeadlineMatcher {
  enum Verdict {
    case found(reason: String)
    /// `isFound`: by words alone, unless another article is as near.
    case possible(HeadlineResolution.Candidate, isFound: Bool)
  }

  /// How much a term tells.
  let weight: (UInt32) -> Float

  /// The least score of a possible article.
  static let leastScore = 0.45
  /// The same where nobody knows yet whom the headline names.
  static let leastColdScore = 0.3
  /// Articles with one title that lie further apart than this many days may be two.
  static let sameTitleDays = 60

  /// Nil where the headline does not mean the article as far as words can tell.
  ///
  /// - Parameter least: the score from which on an article is possible.
  func compare(_ headline: HeadlineReading, _ target: HeadlineTarget, least: Double = Self.leastScore) -> Verdict? {
    guard headline.article != target.id, !headline.isPinned, !headline.rejected.contains(target.id) else { return nil }
    if let reason = sameAddress(headline, target) { return .found(reason: reason) }
    let days = days(headline, target)
    let distance = dayDistance(headline.day, target.day)
    if let title = sameTitle(headline, target) {
      // "Morning briefing" is the title of many an article.
      let isGeneric = headline.text.terms.count < 3
      if !isGeneric, abs(days ?? 0) <= Self.sameTitleDays { return .found(reason: title) }
      let reasons = [isGeneric ? "same short title" : "same title", distance].compactMap { $0 }
      return .possible(HeadlineResolution.Candidate(id: target.id, reasons: reasons, score: 0.95), isFound: false)
    }
    if let opening = sameOpening(headline, target) {
      let candidate = HeadlineResolution.Candidate(
        id: target.id, reasons: [opening, distance].compactMap { $0 }, score: 0.945)
      return .possible(candidate, isFound: HeadlineAccount.foundDays.contains(days ?? 0))
    }
    let account = HeadlineAccount(headline, headline.text, target, weight)
    let score = account?.score(days: days) ?? 0
    var isFound = account?.isFound(days: days) ?? false
    var best = score
    // The words of the address are a second headline for the same article.
    if let slug = headline.slug, let other = HeadlineAccount(headline, slug, target, weight) {
      best = max(best, other.score(days: days))
      isFound = isFound || other.isFound(days: days)
    }
    guard best >= least else { return nil }
    let candidate = HeadlineResolution.Candidate(id: target.id, reasons: reasons(headline, target, distance), score: best)
    return .possible(candidate, isFound: isFound)
  }

  private func days(_ headline: HeadlineReading, _ target: HeadlineTarget) -> Int? {
    guard let a = headline.day, let b = target.day else { return nil }
    return b.subtractingReportingOverflow(a).partialValue
  }

  private func sameAddress(_ headline: HeadlineReading, _ target: HeadlineTarget) -> String? {
    if let url = headline.url, url == target.url { return "same address" }
    if let one = headline.address, let other = target.address, one.isSame(as: other) { return "another address of it" }
    if let slug = headline.slug, slug.terms.count >= 4, slug.terms == target.title.terms { return "its title in the address" }
    return nil
  }

  /// Why both are one title; nil where they are not.
  private func sameTitle(_ headline: HeadlineReading, _ target: HeadlineTarget) -> String? {
    guard !headline.key.isEmpty, headline.key == target.key else { return nil }
    return headline.text.text == target.title.text ? "same title" : "same title, editing aside"
  }

  /// Why one of the two is the other cut short; nil where it is not.
  private func sameOpening(_ headline: HeadlineReading, _ target: HeadlineTarget) -> String? {
    guard !headline.key.isEmpty, !target.key.isEmpty else { return nil }
    let isShorter = headline.key.utf8.count < target.key.utf8.count
    let (short, long) = isShorter ? (headline.key, target.key) : (target.key, headline.key)
    guard long.hasPrefix(short) else { return nil }
    // "IRAN SAYS IT WILL RES…" may be cut inside a word; a whole headline ends with one, and must say more.
    if isShorter, headline.isCut { return headline.text.terms.count >= 4 ? "its title begins so" : nil }
    let terms = (isShorter ? headline.text : target.title).terms.count
    guard terms >= 5, long.utf8.dropFirst(short.utf8.count).first == 0x20 else { return nil }
    return isShorter ? "its title begins so" : "begins with its title"
  }
}

// MARK: - Reasons

extension HeadlineMatcher {
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
    guard !word.isStop, !word.isNumber, headline.says(word.idea) else { return false }
    return besides?.says(word.idea) != true
  }

  private func numberReason(_ headline: HeadlineReading, _ target: HeadlineTarget) -> String? {
    let wanted = headline.text.counts
    guard let first = wanted.first else { return nil }
    if let same = wanted.first(where: { target.title.has($0.stem) || target.lede.has($0.stem) }) {
      return "\(headline.text.printed(same.place...same.place)) in both"
    }
    guard let other = target.title.counts.first ?? target.lede.counts.first else { return nil }
    return "headline says \(headline.text.printed(first.place...first.place)), this "
      + (target.title.has(other.stem) ? target.title : target.lede).printed(other.place...other.place)
  }
}
