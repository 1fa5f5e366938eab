// A timeline as a table (RFC 4180): a line of names, lines ended by CRLF, cells quoted where they must be.

/// Writes events as CSV.
public enum TimelineCSV {
  public static let header = CSVText.line([
    "date", "end", "granularity", "when", "printed", "sentence", "said_by", "parties", "title", "source", "published",
    "paragraphs",
    "url", "article", "copies", "resolved", "vague", "doubt", "rule", "reason", "anchor", "other_articles_say", "other_evidence",
  ])

  /// The line of an event, without its end.
  public static func line(_ exported: ExportedEvent) -> String {
    let event = exported.event
    let row = event.row
    return CSVText.line([
      row.value ?? "", row.rangeEnd ?? "", row.granularity.rawValue, event.when, event.printed, event.sentence, event.voice ?? "",
      event.parties.map(\.name).joined(separator: "; "), event.article.headline, event.article.source ?? "",
      event.article.published?.stamp.iso ?? "", event.paragraphWords, event.url ?? "",
      event.externalID.map(plain) ?? String(event.article.id), String(exported.copies.count), row.isResolved ? "yes" : "no",
      row.isVague ? "yes" : "no", row.doubt ? "yes" : "no", event.rule, row.reason, event.anchor ?? "",
      event.otherDays.map { CivilDate(dayNumber: $0.day).iso }.joined(separator: "; "), event.otherDays.first?.sentence ?? "",
    ])
  }

  /// An id as JSON text, without quotation marks around it.
  private static func plain(_ json: String) -> String {
    json.hasPrefix("\"") && json.hasSuffix("\"") && json.count > 1 ? String(json.dropFirst().dropLast()) : json
  }
}
