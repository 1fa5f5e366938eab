// An event with everything that proves it: what a timeline over many articles shows, and what every export writes.

/// A date at its own grain, the sentence that carries it, who says so, and the article that the sentence stands in.
public struct DatedEvent: Hashable, Sendable {
  public var article: LinkTarget
  /// The article's id as its source gave it, as JSON text; nil where it gave none.
  public var externalID: String?
  public var url: String?
  /// The date; its `sentence` counts among the sentences of the article's analysis, its spans over the article's text.
  public var row: TimelineRow
  /// The date with its year: "Thu 5 Oct 2023", "≈ week of 2 Oct 2023"; for one that could not be resolved, "Thursday (no publication date)".
  public var when: String
  /// The expression as printed, and its place.
  public var printed: String
  public var span: Span
  /// TIMEX3 value that it was resolved against; nil if it needed none.
  public var anchor: String?
  /// The rule's short name.
  public var rule: String
  /// The sentence as printed, and its place.
  public var sentence: String
  public var sentenceSpan: Span
  /// Words of the sentence that say what happened.
  public var label: String
  /// "said by: officials (unnamed)"; nil where the article itself says so.
  public var voice: String?
  /// Who the sentence names, in its order; who is only quoted is in `voice`.
  public var parties: [Party]
  /// Where the words are vague: the days that other articles of the story give for it.
  public var otherDays: [OtherDay] = []

  /// A party as an event names it.
  public struct Party: Hashable, Sendable {
    public var entity: EntityID
    public var name: String
  }

  /// "Thursday → 2023-10-05": the expression and what it means; as printed where there is nothing to add.
  public var meaning: String {
    guard let value = row.value else { return printed }
    let whole = row.rangeEnd.map { "\(value) to \($0)" } ?? value
    return printed == whole ? printed : "\(printed) → \(whole)"
  }
}

/// A day that another article gives for an event which this one dates vaguely.
public struct OtherDay: Hashable, Sendable {
  /// The day, by its number since 1970-01-01.
  public var day: Int
  /// "Sun 1 Oct 2023".
  public var when: String
  /// How many articles give it.
  public var articles: Int
  /// The sentence that says so, as printed, and its place in the article that says so best.
  public var sentence: String
  public var span: Span
  public var paragraph: Int?
  public var article: LinkTarget

  public init(
    day: Int, articles: Int, sentence: String, span: Span, paragraph: Int?, article: LinkTarget
  ) {
    self.day = day
    when = dayWords(day)
    self.articles = articles
    self.sentence = sentence
    self.span = span
    self.paragraph = paragraph
    self.article = article
  }
}

/// The dates of one article among those of all.
public struct DateNeighbours: Hashable, Sendable {
  /// How many articles name each date, this one among them.
  public var articles: [DateKey: Int]
  /// Where the article is vague, the days that others of its story give.
  public var otherDays: [DateKey: [OtherDay]]

  public init(articles: [DateKey: Int] = [:], otherDays: [DateKey: [OtherDay]] = [:]) {
    self.articles = articles
    self.otherDays = otherDays
  }
}
