// The timeline of one article: its resolved dates in calendar order, each with the words that carry it.

/// The rows of an article's timeline: resolved ones in calendar order (a vague one at its period's start), unresolved ones
/// last. Now, recently, durations and sets make no row, nor do related headlines, promos and credits.
public func timeline(of document: Document, timexes: [Timex], published: DateStamp?) -> [TimelineRow] {
  []
}
