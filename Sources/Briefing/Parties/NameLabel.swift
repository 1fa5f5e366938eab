// The labels that the sequence model gives to tokens: outside, or begin, inside, last or only ("unit") of a name of one type.

/// One of 17 labels: 0 is outside; 1 + 4 × type + position are the others.
package enum NameLabel {
  /// Types in the order of the labels.
  package static let types: [Mention.NameType] = [.person, .organisation, .place, .other]
  /// Number of labels, "outside" included.
  package static let count = 17

  static let begin = 0
  static let inside = 1
  static let last = 2
  static let unit = 3

  /// The label of token `at` of a name of `count` tokens.
  package static func of(type: Int, at: Int, count: Int) -> Int {
    let position = count == 1 ? unit : at == 0 ? begin : at == count - 1 ? last : inside
    return 1 + 4 * type + position
  }

  /// Whether a name is still open behind this label.
  static func isOpen(_ label: Int) -> Bool { label > 0 && (label - 1) & 3 <= inside }
  /// Whether this label goes on with a name.
  static func goesOn(_ label: Int) -> Bool { label > 0 && ((label - 1) & 3 == inside || (label - 1) & 3 == last) }
  /// Index of the type of a label that is not "outside".
  static func type(_ label: Int) -> Int { (label - 1) >> 2 }

  /// Whether `next` may follow `label`.
  package static func follows(_ label: Int, _ next: Int) -> Bool {
    isOpen(label) ? goesOn(next) && type(label) == type(next) : !goesOn(next)
  }

  /// The names in a run of labels, as ranges of its indices.
  package static func names(_ labels: [Int]) -> [(range: Range<Int>, type: Mention.NameType)] {
    var found: [(range: Range<Int>, type: Mention.NameType)] = []
    var start = 0
    for (at, label) in labels.enumerated() where label > 0 {
      if !goesOn(label) { start = at }
      if !isOpen(label) { found.append((start..<(at + 1), types[type(label)])) }
    }
    return found
  }
}
