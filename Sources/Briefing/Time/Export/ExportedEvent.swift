// One line of an exported timeline: an event, and the articles that tell it in the same words.

/// An event as exports write it; wire copies of its sentence are one event with several articles.
public struct ExportedEvent: Hashable, Sendable {
  /// As the article told it that was published first.
  public var event: DatedEvent
  /// The others that have the same sentence for the same date, in the order of their publication.
  public var copies: [DatedEvent]

  public init(_ event: DatedEvent, copies: [DatedEvent] = []) {
    self.event = event
    self.copies = copies
  }

  /// The events of one date, given in the order of their publication: by value (a day before its hours), what is said in
  /// the same words once. What could not be resolved is kept apart, since the same "Thursday" is another day elsewhere.
  public static func merge(_ events: [DatedEvent]) -> [ExportedEvent] {
    var merged: [ExportedEvent] = []
    var known: [[String]: Int] = [:]
    for event in events {
      let name = [event.row.value ?? "", event.row.rangeEnd ?? "", event.sentence]
      if event.row.isResolved, let index = known[name] {
        if merged[index].event.article.id != event.article.id { merged[index].copies.append(event) }
        continue
      }
      known[name] = merged.count
      merged.append(ExportedEvent(event))
    }
    return merged.enumerated().sorted {
      ($0.element.event.row.value ?? "", $0.offset) < ($1.element.event.row.value ?? "", $1.offset)
    }.map(\.element)
  }

  /// "Reuters, 5 Oct 2023": where an event stands, with what is unknown said to be.
  static func source(of event: DatedEvent) -> String {
    let published = event.article.published.map { publicationWords($0.stamp) } ?? "no publication date"
    return "\(event.article.source ?? "publisher unknown"), \(published)"
  }

  /// The headline, or the lede's first words in quotation marks.
  static func headline(of target: LinkTarget) -> String {
    target.isLede ? "\u{201C}\(target.headline)\u{2026}\u{201D}" : target.headline
  }

  /// "other articles say: Sun 1 Oct 2023"; nil where they say nothing more exact.
  static func otherDays(_ days: [OtherDay]) -> String? {
    days.isEmpty ? nil : "other articles say: " + days.prefix(3).map(\.when).joined(separator: ", ")
  }
}

extension DatedEvent {
  /// "¶1,5", or nothing.
  var paragraphWords: String { row.paragraphs.map(String.init).joined(separator: ",") }
}
