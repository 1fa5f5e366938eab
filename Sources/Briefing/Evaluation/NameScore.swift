// Scores names as the field does: spans strictly (CoNLL) and by overlap, by type; and who is meant by B-cubed (Bagga and
// Baldwin 1998) over the labelled names that something found overlaps. All texts together, not text by text.

/// The figures of one run over labelled texts.
public struct NameScore: Sendable {
  public enum Measure: String, CaseIterable, Sendable {
    /// The same span and type.
    case strict
    /// The same span.
    case span
    /// The same type and at least one scalar in common, one to one, the longest overlap first.
    case overlap
    /// Overlap, whatever the type.
    case loose
  }

  /// What counts, and how.
  public struct Rules: Sendable {
    /// The types that count; empty for all.
    public var types: Set<String>
    /// Leave a leading "the", "a" or "an" and a possessive ending out of both.
    public var isNormalised: Bool
    /// Labels that are less sure do not count.
    public var leastConfidence: Double

    public init(types: Set<String> = [], isNormalised: Bool = false, leastConfidence: Double = 0) {
      self.types = types
      self.isNormalised = isNormalised
      self.leastConfidence = leastConfidence
    }
  }

  /// A label that nothing found equals, or the other way round.
  public struct Difference: Sendable {
    public var id: String
    /// It was labelled and not found; else it was found and not labelled.
    public var isMissing: Bool
    public var type: String
    public var text: String
  }

  public private(set) var documents = 0
  public private(set) var differences: [Difference] = []
  public private(set) var clusters = ClusterScore()
  private let rules: Rules
  private var totals: [Measure: Tally] = [:]
  private var byType: [String: [Measure: Tally]] = [:]

  public init(_ rules: Rules = Rules()) { self.rules = rules }

  public func tally(_ measure: Measure) -> Tally { totals[measure] ?? Tally(labelled: 0, found: 0, right: 0) }

  /// Strict and overlap by type, sorted by the type's name.
  public var types: [(name: String, strict: Tally, overlap: Tally)] {
    let none = Tally(labelled: 0, found: 0, right: 0)
    return byType.sorted { $0.key < $1.key }.map { ($0.key, $0.value[.strict] ?? none, $0.value[.overlap] ?? none) }
  }

  /// Counts one text.
  public mutating func add(_ document: LabelledNames, found marks: [LabelledNames.Mark]) {
    documents += 1
    let scalars = Array(document.text.unicodeScalars)
    let labelled = names(document.marks.filter { $0.confidence >= rules.leastConfidence }, in: scalars)
    let found = names(marks, in: scalars)
    let strict = Set(labelled).intersection(found)
    count(.strict, labelled, found, right: strict.map(\.type))
    count(.overlap, labelled, found, right: NameScore.pairs(labelled, found, sameType: true).map(\.type))
    let loose = NameScore.pairs(labelled, found, sameType: false).count
    var spans: [Span: (labelled: Int, found: Int)] = [:]
    for name in labelled { spans[name.span, default: (0, 0)].labelled += 1 }
    for name in found { spans[name.span, default: (0, 0)].found += 1 }
    let sameSpan = spans.values.reduce(0) { $0 + min($1.labelled, $1.found) }
    for (measure, right) in [(Measure.span, sameSpan), (.loose, loose)] {
      totals[measure] = tally(measure).adding(Tally(labelled: labelled.count, found: found.count, right: right))
    }
    for (names, isMissing) in [(labelled, true), (found, false)] {
      for name in names where !strict.contains(name) {
        let text = String(String.UnicodeScalarView(scalars[name.span.start..<name.span.end]))
        differences.append(Difference(id: document.id, isMissing: isMissing, type: name.type, text: text))
      }
    }
    clusters.add(
      labelled: document.marks.filter { rules.types.isEmpty || rules.types.contains($0.type) }, found: marks)
  }

  private struct Name: Hashable {
    var span: Span
    var type: String
  }

  /// The names that count, each once.
  private func names(_ marks: [LabelledNames.Mark], in scalars: [Unicode.Scalar]) -> [Name] {
    var seen: Set<Name> = []
    var names: [Name] = []
    for mark in marks where rules.types.isEmpty || rules.types.contains(mark.type) {
      let span = rules.isNormalised ? NameScore.trimmed(mark.span, in: scalars) : mark.span
      if seen.insert(Name(span: span, type: mark.type)).inserted { names.append(Name(span: span, type: mark.type)) }
    }
    return names
  }

  private mutating func count(_ measure: Measure, _ labelled: [Name], _ found: [Name], right: [String]) {
    totals[measure] = tally(measure).adding(Tally(labelled: labelled.count, found: found.count, right: right.count))
    func note(_ type: String, _ tally: Tally) {
      let before = byType[type]?[measure] ?? Tally(labelled: 0, found: 0, right: 0)
      byType[type, default: [:]][measure] = before.adding(tally)
    }
    for name in labelled { note(name.type, Tally(labelled: 1, found: 0, right: 0)) }
    for name in found { note(name.type, Tally(labelled: 0, found: 1, right: 0)) }
    for type in right { note(type, Tally(labelled: 0, found: 0, right: 1)) }
  }

  /// The labels that overlap something found, one to one: the longest overlap first, then from left to right.
  private static func pairs(_ labelled: [Name], _ found: [Name], sameType: Bool) -> [Name] {
    var candidates: [(overlap: Int, label: Int, mark: Int)] = []
    for (l, label) in labelled.enumerated() {
      for (m, mark) in found.enumerated() where !sameType || label.type == mark.type {
        let overlap = min(label.span.end, mark.span.end) - max(label.span.start, mark.span.start)
        if overlap > 0 { candidates.append((overlap, l, m)) }
      }
    }
    func order(_ name: Name) -> (Int, Int, String) { (name.span.start, name.span.end, name.type) }
    candidates.sort { a, b in
      if a.overlap != b.overlap { return a.overlap > b.overlap }
      if a.label != b.label { return order(labelled[a.label]) < order(labelled[b.label]) }
      return order(found[a.mark]) < order(found[b.mark])
    }
    var takenLabels: Set<Int> = []
    var takenMarks: Set<Int> = []
    var pairs: [Name] = []
    for one in candidates where !takenLabels.contains(one.label) && !takenMarks.contains(one.mark) {
      takenLabels.insert(one.label)
      takenMarks.insert(one.mark)
      pairs.append(labelled[one.label])
    }
    return pairs
  }

  /// A span without its article and its possessive ending, unless nothing would be left.
  private static func trimmed(_ span: Span, in scalars: [Unicode.Scalar]) -> Span {
    var (start, end) = (span.start, span.end)
    for article in ["the ", "an ", "a "] where end - start > article.unicodeScalars.count {
      let head = String(String.UnicodeScalarView(scalars[start..<start + article.unicodeScalars.count]))
      guard head.lowercased() == article else { continue }
      start += article.unicodeScalars.count
      break
    }
    func isApostrophe(_ at: Int) -> Bool { at > start && (scalars[at] == "'" || scalars[at] == "\u{2019}") }
    if scalars[end - 1] == "s", isApostrophe(end - 2) {
      end -= 2
    } else if isApostrophe(end - 1) {
      end -= 1
    }
    return Span(start, end)
  }
}

extension Tally {
  fileprivate func adding(_ other: Tally) -> Tally {
    Tally(labelled: labelled + other.labelled, found: found + other.found, right: right + other.right)
  }
}
