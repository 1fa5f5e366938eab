// A row of the timeline pane: one period that an article names, and the sentence that proves it.

/// A dated line of an article's timeline.
public struct TimelineRow: Hashable, Sendable {
  /// How exact the period is; the raw value is the word that readers see.
  public enum Granularity: String, Hashable, Sendable, Codable, CaseIterable {
    case time, day, weekend, week, month, quarter, season, half, year, decade, century, unknown
  }

  /// TIMEX3 value, or nil where the expression could not be resolved.
  public var value: String?
  /// TIMEX3 value of the other end of a range.
  public var rangeEnd: String?
  public var granularity: Granularity
  /// As the pane shows it: "2016", "Oct 2023", "Thu 5 Oct", "≈ that week"; the printed words where unresolved.
  public var when: String
  /// Indices into the article's timexes: the first and its repeats.
  public var timexes: [Int]
  /// Numbers of the paragraphs that name the period, ascending.
  public var paragraphs: [Int]
  /// Index into the document's sentences: the first that names the period.
  public var sentence: Int
  /// Verbatim words of that sentence, centred on the verb that the date belongs to.
  public var label: Span
  /// How the value came about, in words; or why there is none.
  public var reason: String
  /// The direction or the period was guessed.
  public var doubt: Bool
  /// The words are vaguer than the value: "earlier this week".
  public var isVague: Bool
  public var isResolved: Bool
  /// Begins after the publication date.
  public var isFuture: Bool
  /// Its place among other rows.
  public var key: DateKey

  public init(
    value: String?, rangeEnd: String?, granularity: Granularity, when: String, timexes: [Int], paragraphs: [Int],
    sentence: Int, label: Span, reason: String, doubt: Bool, isVague: Bool, isResolved: Bool, isFuture: Bool,
    key: DateKey
  ) {
    self.value = value
    self.rangeEnd = rangeEnd
    self.granularity = granularity
    self.when = when
    self.timexes = timexes
    self.paragraphs = paragraphs
    self.sentence = sentence
    self.label = label
    self.reason = reason
    self.doubt = doubt
    self.isVague = isVague
    self.isResolved = isResolved
    self.isFuture = isFuture
    self.key = key
  }
}
