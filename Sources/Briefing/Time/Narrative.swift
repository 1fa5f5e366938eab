// Tells whether a text is a history, and which of its written dates carry the story on. "Papers released in 2005 show that
// there was no attack on 4 August": the story stays in 1964, and the year of the papers is only a look aside.

/// Whether a text tells of written past years rather than of the days around its publication.
func tellsHistory(_ findings: [Finding], published: DateStamp?) -> Bool {
  var written = 0
  var near = 0
  for finding in findings {
    switch finding.phrase.when {
    case .at(let period)?:
      if published.map({ period.year < $0.date.year }) ?? true { written += 1 }
    case .weekday?, .fromPublication?, .ago?, .here?: near += 1
    default: break
    }
  }
  return written >= 4 && written > 2 * near
}

/// Indices of the findings whose written date the story leaves again at once.
///
/// The cheapest way through all written dates, where a step costs by how far it goes, back more than on, and a date left
/// out costs one: what the cheapest way leaves out are the asides.
func asides(_ findings: [Finding]) -> Set<Int> {
  var places: [(finding: Int, first: Int, last: Int)] = []
  for (index, finding) in findings.enumerated() {
    guard let period = finding.phrase.writtenPeriod, period.unit <= .year else { continue }
    places.append((index, period.first.dayNumber, period.last.dayNumber))
  }
  guard places.count > 2 else { return [] }
  var cost: [Double] = []
  var previous: [Int?] = []
  for (i, place) in places.enumerated() {
    var best = Double(i)
    var from: Int?
    for j in max(0, i - longestAside - 1)..<i {
      let step = cost[j] + Double(i - j - 1) + stepCost(days: place.first - places[j].last, back: places[j].first - place.last)
      if step < best { (best, from) = (step, j) }
    }
    cost.append(best)
    previous.append(from)
  }
  let end = places.indices.min { cost[$0] + Double(places.count - $0) < cost[$1] + Double(places.count - $1) }
  var left = Set(places.map(\.finding))
  var next = end
  while let i = next {
    left.remove(places[i].finding)
    next = previous[i]
  }
  return left
}

/// An aside has at most so many written dates.
private let longestAside = 12

/// What a step to another date costs: nothing to one that overlaps, little to a later one, more to one before.
private func stepCost(days: Int, back: Int) -> Double {
  if days > 0 { return min(4, 0.15 * Double(days) / 365) }
  if back > 0 { return min(6, 1 + 0.5 * Double(back) / 365) }
  return 0
}

extension Phrase {
  /// The period of a date whose year stands in the text, also as the day of a clock time.
  fileprivate var writtenPeriod: Period? {
    switch meaning {
    case .when(.at(let period)), .clock(_, _, .at(let period)?), .part(_, .at(let period)?): period
    default: nil
    }
  }
}
