// Whether names of one party were found to be of one party: B-cubed (Bagga and Baldwin 1998) and pairs of names, over the
// labelled names that something found overlaps. How many of them that is stands beside the figures: who finds little links
// little wrongly.

/// The figures of linking, all texts together.
public struct ClusterScore: Hashable, Sendable {
  /// Labelled names of which somebody says who is meant.
  public private(set) var labelled = 0
  /// Those of them that a found name overlaps; the figures are of these.
  public private(set) var found = 0
  private var precisionSum = 0.0
  private var recallSum = 0.0
  /// Pairs of names in one text: of one party by the labels, by what was found, by both.
  public private(set) var pairs = Tally(labelled: 0, found: 0, right: 0)

  public init() {}

  /// 0...1; 1 where nothing was counted.
  public var precision: Double { found == 0 ? 1 : precisionSum / Double(found) }
  /// 0...1; 1 where nothing was counted.
  public var recall: Double { found == 0 ? 1 : recallSum / Double(found) }
  /// 0...1; the harmonic mean of the two.
  public var f1: Double {
    let sum = precision + recall
    return sum == 0 ? 0 : 2 * precision * recall / sum
  }

  /// Counts one text; marks without a cluster do not count.
  public mutating func add(labelled labels: [LabelledNames.Mark], found marks: [LabelledNames.Mark]) {
    var meant: [Span: String] = [:]
    var order: [Span] = []
    for label in labels {
      guard let cluster = label.cluster else { continue }
      if meant.updateValue(cluster, forKey: label.span) == nil { order.append(label.span) }
    }
    labelled += order.count
    let names = order.compactMap { span in
      ClusterScore.cluster(at: span, of: marks).map { (label: meant[span] ?? "", found: $0) }
    }
    found += names.count
    for (at, one) in names.enumerated() {
      var (same, sameLabel, sameFound) = (0, 0, 0)
      for (other, two) in names.enumerated() {
        let agrees = (one.label == two.label, one.found == two.found)
        if agrees.0 { sameLabel += 1 }
        if agrees.1 { sameFound += 1 }
        if agrees.0, agrees.1 { same += 1 }
        guard other < at else { continue }
        if agrees.0 { pairs.labelled += 1 }
        if agrees.1 { pairs.found += 1 }
        if agrees.0, agrees.1 { pairs.right += 1 }
      }
      precisionSum += Double(same) / Double(sameFound)
      recallSum += Double(same) / Double(sameLabel)
    }
  }

  /// Who is found to be meant at a labelled span: by the name that shares most with it, of those the one that ends nearest to
  /// its end, where a name has its head.
  private static func cluster(at span: Span, of marks: [LabelledNames.Mark]) -> String? {
    var best: (overlap: Int, distance: Int, cluster: String)?
    for mark in marks {
      guard let cluster = mark.cluster else { continue }
      let overlap = min(span.end, mark.span.end) - max(span.start, mark.span.start)
      guard overlap > 0 else { continue }
      let distance = abs(span.end - mark.span.end)
      if let known = best, (known.overlap, -known.distance) >= (overlap, -distance) { continue }
      best = (overlap, distance, cluster)
    }
    return best?.cluster
  }
}
