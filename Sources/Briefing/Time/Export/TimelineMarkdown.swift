// A timeline as Markdown for a memo: a heading a year, and under each date the sentence with who says so, source, date and
// paragraph.

/// Writes events as Markdown, an event after the other in calendar order.
public struct TimelineMarkdown {
  private var heading: String?
  private var isFirst = true

  public init() {}

  /// The lines of an event, with a heading before them where a new year begins.
  public mutating func lines(_ exported: ExportedEvent) -> [String] {
    let event = exported.event
    var lines: [String] = []
    let year = event.row.key.days.map { String(CivilDate(dayNumber: $0.lowerBound).year) } ?? "Not resolved"
    if year != heading {
      heading = year
      lines += (isFirst ? [] : [""]) + ["## \(year)", ""]
      isFirst = false
    }
    let text = TimelineMarkdown.escaped
    let voice = event.voice.map { " (\(text($0)))" } ?? ""
    let paragraph = event.row.paragraphs.isEmpty ? "" : ", ¶\(event.paragraphWords)"
    let headline = TimelineMarkdown.link(ExportedEvent.headline(of: event.article), event.url)
    lines.append(
      "- **\(text(event.when))**: \u{201C}\(text(event.sentence))\u{201D}\(voice) - \(text(ExportedEvent.source(of: event)))\(paragraph), \(headline)"
    )
    let doubt = event.row.doubt ? " (direction guessed)" : ""
    // What is written in full needs no explanation.
    if event.row.isResolved, event.row.doubt || event.row.isVague || event.anchor != nil {
      lines.append("  - \(text("\(event.meaning): \(event.row.reason)\(doubt)"))")
    }
    for day in event.otherDays.prefix(3) {
      let place = day.paragraph.map { ", ¶\($0)" } ?? ""
      let source = day.article.source ?? "publisher unknown"
      lines.append(
        "  - other articles say: **\(day.when)**: \u{201C}\(text(day.sentence))\u{201D} - \(text(source))\(place), \(text(day.article.headline))"
      )
    }
    if !exported.copies.isEmpty {
      lines.append("  - also: " + exported.copies.map { text(ExportedEvent.source(of: $0)) }.joined(separator: "; "))
    }
    return lines
  }

  /// Nothing in a sentence is markup.
  static func escaped(_ text: String) -> String {
    var out = ""
    for character in text {
      if "\\`*_[]<>#|~".contains(character) { out.append("\\") }
      out.append(character)
    }
    return out
  }

  private static func link(_ words: String, _ url: String?) -> String {
    guard let url, url.hasPrefix("https://") || url.hasPrefix("http://"), !url.contains(where: { " <>()".contains($0) }) else {
      return escaped(words)
    }
    return "[\(escaped(words))](\(url))"
  }
}
