// Scores the tagger as TempEval-3 (SemEval-2013 task 1) does: spans strictly and by overlap, and over the overlapping pairs
// whether value and type are right. All texts together, not text by text.

/// The figures of one run over labelled texts.
public struct TimexScore: Sendable {
  public enum Measure: String, CaseIterable, Sendable {
    case strict, relaxed, value, type
    /// Span and value both equal.
    case strictValue = "strict_value"
  }

  /// A class of expressions, and how many of its labelled ones were found and right.
  public struct ClassRow: Hashable, Sendable {
    public var name: String
    public var labelled = 0
    public var found = 0
    public var strict = 0
    public var value = 0
  }

  /// A difference between a label and what was found; one of the two is missing where nothing answers it.
  public struct Difference: Sendable {
    public var id: String
    public var label: LabelledTimes.Mark?
    public var found: LabelledTimes.Mark?
    /// The words of the label, else of what was found.
    public var text: String
  }

  public private(set) var documents = 0
  public private(set) var labelled = 0
  public private(set) var found = 0
  public private(set) var differences: [Difference] = []
  private var right: [Measure: Int] = [:]
  private var rows: [ClassRow] = []
  private var rowAt: [String: Int] = [:]
  private let classifier = TimexClassifier()

  public init() {}

  public func tally(_ measure: Measure) -> Tally {
    Tally(labelled: labelled, found: found, right: right[measure] ?? 0)
  }

  /// The classes by how often they were labelled, the most frequent first.
  public var classes: [ClassRow] {
    rows.enumerated().sorted { ($1.element.labelled, $0.offset) < ($0.element.labelled, $1.offset) }.map(\.element)
  }

  /// Counts one text.
  public mutating func add(_ document: LabelledTimes, found marks: [LabelledTimes.Mark]) {
    documents += 1
    labelled += document.marks.count
    found += marks.count
    let scalars = Array(document.text.unicodeScalars)
    func text(_ mark: LabelledTimes.Mark) -> String {
      String(String.UnicodeScalarView(scalars[mark.span.start..<mark.span.end]))
    }
    var answered: Set<Int> = []
    var answering: Set<Int> = []
    for pair in align(document.marks.map(\.span), marks.map(\.span)) {
      let (label, mark) = (document.marks[pair.labelled], marks[pair.found])
      answered.insert(pair.labelled)
      answering.insert(pair.found)
      let isExact = label.span == mark.span
      let hasValue = label.value == mark.value
      right[.relaxed, default: 0] += 1
      if isExact { right[.strict, default: 0] += 1 }
      if hasValue { right[.value, default: 0] += 1 }
      if label.type == mark.type { right[.type, default: 0] += 1 }
      if isExact, hasValue { right[.strictValue, default: 0] += 1 }
      count(classifier.name(text(label), type: label.type)) { row in
        row.found += 1
        if isExact { row.strict += 1 }
        if hasValue { row.value += 1 }
      }
      if !isExact || !hasValue || label.type != mark.type {
        differences.append(Difference(id: document.id, label: label, found: mark, text: text(label)))
      }
    }
    for (index, label) in document.marks.enumerated() where !answered.contains(index) {
      count(classifier.name(text(label), type: label.type)) { _ in }
      differences.append(Difference(id: document.id, label: label, found: nil, text: text(label)))
    }
    for (index, mark) in marks.enumerated() where !answering.contains(index) {
      differences.append(Difference(id: document.id, label: nil, found: mark, text: text(mark)))
    }
  }

  private mutating func count(_ name: String, _ change: (inout ClassRow) -> Void) {
    let at = rowAt[name] ?? rows.count
    if at == rows.count {
      rows.append(ClassRow(name: name))
      rowAt[name] = at
    }
    rows[at].labelled += 1
    change(&rows[at])
  }
}
