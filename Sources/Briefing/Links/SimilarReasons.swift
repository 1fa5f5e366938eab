// Why two articles are alike, in words: the parties both name, the telling words both use as they are printed, and how many
// days lie between them.

extension LinkReading {
  /// A term as the article prints it; a name with the rest of it. Nil for parties and terms that it does not have.
  func printed(_ term: UInt32) -> String? {
    guard let place = place(of: term) else { return nil }
    return words(place)
  }

  func place(of term: UInt32) -> Place? {
    var low = 0
    var high = terms.count
    while low < high {
      let middle = (low + high) / 2
      if terms[middle].hash < term { low = middle + 1 } else { high = middle }
    }
    return low < terms.count && terms[low].hash == term ? places[low] : nil
  }

  /// The reasons for a likeness to an older article.
  ///
  /// - Parameters:
  ///   - shared: the terms that both have, the most telling first.
  ///   - day: the older article's day.
  ///   - weight: how much a term tells.
  func reasons(shared: [UInt32], day: Int?, weight: (UInt32) -> Float) -> [String] {
    var reasons: [String] = []
    let sharedSet = Set(shared)
    let parties = zip(item.parties, partyTerms).filter { sharedSet.contains($0.1) }
    var names: [String] = []
    for term in shared where names.count < 3 && !parties.isEmpty {
      for (party, own) in parties where own == term && names.count < 3 && !names.contains(party.name) {
        names.append(party.name)
      }
    }
    if !names.isEmpty { reasons.append(names.joined(separator: ", ")) }
    // "Minister" and "talks" tell nothing where there is better.
    let most = shared.lazy.filter { place(of: $0) != nil }.map(weight).max() ?? 0
    let words = sharedWords(
      shared.filter { weight($0) >= 0.6 * most }, besides: Set(parties.flatMap { HeadlineKey.words(of: $0.0.name) }))
    if !words.isEmpty { reasons.append(words.joined(separator: ", ")) }
    if let distance = dayDistance(item.day, day) { reasons.append(distance) }
    return reasons
  }

  private func sharedWords(_ shared: [UInt32], besides names: Set<String>) -> [String] {
    let sharedSet = Set(shared)
    var used: Set<UInt32> = []
    var words: [String] = []
    // The first half of a name ("Tara" before "Reid") stands for both.
    var leads: [UInt32: UInt32] = [:]
    for (term, place) in zip(terms, places) {
      guard let place, place.isName, place.next != 0, sharedSet.contains(term.hash), sharedSet.contains(place.next) else {
        continue
      }
      leads[place.next] = term.hash
    }
    for term in shared where words.count < 4 && !used.contains(term) {
      guard let place = place(of: term) else { continue }
      var parts = [self.words(place)]
      used.insert(term)
      if place.isName, place.next != 0, sharedSet.contains(place.next), let next = printed(place.next) {
        parts.append(next)
        used.insert(place.next)
      } else if let lead = leads[term], let first = printed(lead) {
        parts.insert(first, at: 0)
        used.insert(lead)
      }
      let text = parts.joined(separator: " ")
      if !HeadlineKey.words(of: text).allSatisfy({ names.contains($0) }) { words.append(text) }
    }
    return words
  }
}

/// "same day", "1 day apart", "3 weeks apart"; nil where one of the days is not known.
func dayDistance(_ a: Int?, _ b: Int?) -> String? {
  guard let a, let b else { return nil }
  let days = abs(a.subtractingReportingOverflow(b).partialValue)
  switch days {
  case 0: return "same day"
  case 1: return "1 day apart"
  case 2..<21: return "\(days) days apart"
  case 21..<60: return "\((days + 3) / 7) weeks apart"
  case 60..<730: return "\((days + 15) / 30) months apart"
  default: return "\(days / 365) years apart"
  }
}
