// A timeline as a calendar (RFC 5545): whole days, since that is what sentences tell. Nothing comes from the clock, so that
// the same archive gives the same bytes: DTSTAMP, which must be there, is when the article was published.

/// Writes events as iCalendar; every line is folded, and has no end of its own.
public enum TimelineCalendar {
  public static let head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Wireroom//Timeline//EN", "CALSCALE:GREGORIAN"]
  public static let foot = ["END:VCALENDAR"]

  /// The lines of an event; nil where it has no day that a calendar can hold (unresolved, or outside the years 1 to 9999).
  public static func lines(_ exported: ExportedEvent) -> [String]? {
    let event = exported.event
    guard let days = event.row.key.days, let first = basic(days.lowerBound), let end = basic(days.upperBound + 1) else {
      return nil
    }
    var lines = ["BEGIN:VEVENT", "UID:\(uid(event))", "DTSTAMP:\(stamp(event))", "DTSTART;VALUE=DATE:\(first)"]
    // The end is the first day after (3.6.1); a single day needs none.
    if days.count > 1 { lines.append("DTEND;VALUE=DATE:\(end)") }
    let doubt = event.row.isVague || event.row.doubt
    let voice = event.voice.map { " (\($0))" } ?? ""
    let about = event.row.isVague ? "≈ " : ""
    lines.append("SUMMARY:" + escaped(about + shortened(event.sentence) + voice))
    lines.append("DESCRIPTION:" + escaped(description(exported)))
    if !event.parties.isEmpty { lines.append("CATEGORIES:" + event.parties.map { escaped($0.name) }.joined(separator: ",")) }
    if let url = event.url, isPlainURL(url) { lines.append("URL:\(url)") }
    lines.append(doubt ? "STATUS:TENTATIVE" : "STATUS:CONFIRMED")
    lines += ["TRANSP:TRANSPARENT", "END:VEVENT"]
    return lines.flatMap(fold)
  }

  private static func description(_ exported: ExportedEvent) -> String {
    let event = exported.event
    var parts = ["\u{201C}\(event.sentence)\u{201D}" + (event.voice.map { " \($0)" } ?? "")]
    let paragraph = event.row.paragraphs.isEmpty ? "" : ", ¶\(event.paragraphWords)"
    parts.append("\(ExportedEvent.headline(of: event.article)) - \(ExportedEvent.source(of: event))\(paragraph)")
    parts.append("\(event.meaning): \(event.row.reason)" + (event.row.doubt ? " (direction guessed)" : ""))
    if let others = ExportedEvent.otherDays(event.otherDays) { parts.append(others) }
    for copy in exported.copies { parts.append("also: " + ExportedEvent.source(of: copy)) }
    return parts.joined(separator: "\n")
  }

  /// The sentence in a line of a calendar: whole words, an ellipsis for the rest.
  private static func shortened(_ sentence: String) -> String {
    guard sentence.count > 100 else { return sentence }
    let words = sentence.prefix(100).split(separator: " ").dropLast()
    return words.joined(separator: " ") + " …"
  }

  /// The same event of the same article has the same name in every archive.
  private static func uid(_ event: DatedEvent) -> String {
    let article = event.externalID ?? event.url ?? event.article.headline
    let text = [
      article, event.article.source ?? "", event.row.value ?? "", event.row.rangeEnd ?? "", event.printed, event.sentence,
    ].joined(separator: "\n")
    let digits = ContentHash.of(Array(text.utf8)).map { byte in
      let hex = String(byte, radix: 16)
      return hex.count == 1 ? "0" + hex : hex
    }
    return digits.joined() + "@wireroom"
  }

  /// The publication instant in UTC; without one the day of the event stands in.
  private static func stamp(_ event: DatedEvent) -> String {
    let instant = event.article.published?.stamp.instant ?? event.row.key.firstDay * 86_400
    let day = instant >= 0 ? instant / 86_400 : (instant - 86_399) / 86_400
    let second = instant - day * 86_400
    return "\(basic(day) ?? "19700101")T\(pad(second / 3600, 2))\(pad(second / 60 % 60, 2))\(pad(second % 60, 2))Z"
  }

  /// "20231005".
  private static func basic(_ day: Int) -> String? {
    let date = CivilDate(dayNumber: day)
    guard (1...9999).contains(date.year) else { return nil }
    return pad(date.year, 4) + pad(date.month, 2) + pad(date.day, 2)
  }

  /// TEXT (3.3.11): backslash, semicolon, comma and line ends are escaped.
  static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing(";", with: "\\;").replacing(",", with: "\\,").replacing("\n", with: "\\n")
  }

  private static func isPlainURL(_ url: String) -> Bool {
    (url.hasPrefix("https://") || url.hasPrefix("http://")) && url.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
  }

  /// Lines of at most 75 octets (3.1); what follows begins with a space. No scalar is cut.
  static func fold(_ line: String) -> [String] {
    var lines: [String] = []
    var current = String.UnicodeScalarView()
    var octets = 0
    for scalar in line.unicodeScalars {
      let size = UTF8.width(scalar)
      if octets + size > 75 {
        lines.append(String(current))
        current = String.UnicodeScalarView(" ".unicodeScalars)
        octets = 1
      }
      current.append(scalar)
      octets += size
    }
    return lines + [String(current)]
  }
}
