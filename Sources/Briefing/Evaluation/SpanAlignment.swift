// Which found span answers which labelled one, and the figures that follow: precision, recall and F1. Dates use it now;
// anything else that is a span with attributes can.

/// What one measure counted: labelled, found, and right.
public struct Tally: Hashable, Sendable {
  public var labelled: Int
  public var found: Int
  public var right: Int

  public init(labelled: Int, found: Int, right: Int) {
    self.labelled = labelled
    self.found = found
    self.right = right
  }

  /// 0...1; 0 where nothing was found.
  public var precision: Double { found == 0 ? 0 : Double(right) / Double(found) }
  /// 0...1; 0 where nothing was labelled.
  public var recall: Double { labelled == 0 ? 0 : Double(right) / Double(labelled) }
  /// 0...1; the harmonic mean of the two.
  public var f1: Double {
    let sum = precision + recall
    return sum == 0 ? 0 : 2 * precision * recall / sum
  }
}

/// Pairs of overlapping spans, one to one, as TempEval-3's normaliser aligns tags: equal spans first, then by overlap, then
/// from left to right. Indices into the two arrays, in the order in which they were paired.
public func align(_ labelled: [Span], _ found: [Span]) -> [(labelled: Int, found: Int)] {
  var candidates: [[Int]] = []
  for (g, a) in labelled.enumerated() {
    for (p, b) in found.enumerated() {
      let overlap = min(a.end, b.end) - max(a.start, b.start)
      if overlap > 0 { candidates.append([a == b ? 0 : 1, -overlap, a.start, b.start, g, p]) }
    }
  }
  candidates.sort { $0.lexicographicallyPrecedes($1) }
  var takenLabels: Set<Int> = []
  var takenFound: Set<Int> = []
  var pairs: [(labelled: Int, found: Int)] = []
  for candidate in candidates where !takenLabels.contains(candidate[4]) && !takenFound.contains(candidate[5]) {
    takenLabels.insert(candidate[4])
    takenFound.insert(candidate[5])
    pairs.append((candidate[4], candidate[5]))
  }
  return pairs
}
