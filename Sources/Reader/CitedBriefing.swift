// What was collected as a Markdown text with numbered citations: no clock and no chance in it, so that it comes out alike
// to the byte until something else is collected.
import Briefing

public enum CitedBriefing {
  /// The briefing as Markdown: each sentence quoted with its number and its note, then the sources by number. Sentences of one
  /// paragraph, speaker and article share a number. `articles` are the rows of the articles that are cited.
  public static func markdown(_ items: [CollectedItem], articles: [Int64: ArticleRow], addresses: [Int64: String]) -> String {
    var numbers: [Source: Int] = [:]
    var sources: [Source] = []
    var lines = ["# Briefing", ""]
    for item in items {
      if let quotation = item.quotation {
        let source = Source(article: quotation.article, speaker: quotation.speaker, paragraph: quotation.paragraph)
        let number = numbers[source] ?? sources.count + 1
        if numbers[source] == nil {
          numbers[source] = number
          sources.append(source)
        }
        // A claim is never without the one who makes it.
        let voice = quotation.speaker.map { " (\(escaped($0)))" } ?? ""
        lines += ["> \(escaped(quotation.sentence))\(voice) [\(number)]", ""]
      }
      if !item.note.isEmpty { lines += [escaped(item.note), ""] }
    }
    if !sources.isEmpty { lines += ["## Sources", ""] }
    for (index, source) in sources.enumerated() {
      var parts: [String] = []
      if let row = articles[source.article] {
        parts.append(row.isLede ? "\u{201C}\(escaped(row.headline))\u{2026}\u{201D} (no headline)" : "*\(escaped(row.headline))*")
        parts.append(escaped(row.source ?? "publisher unknown"))
        parts.append(
          row.published.map { longDate($0.stamp) + ($0.origin == .user ? " (set by the reader)" : "") } ?? "no publication date")
      } else {
        parts.append("an article that is no longer in the archive")
      }
      if let paragraph = source.paragraph { parts.append("paragraph \(paragraph)") }
      if let speaker = source.speaker { parts.append(escaped(speaker)) }
      if let address = addresses[source.article] { parts.append("<\(address.filter { $0 != "<" && $0 != ">" && $0 != " " })>") }
      lines.append("\(index + 1). \(parts.joined(separator: ", "))")
    }
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What a number of the sources stands for.
  private struct Source: Hashable {
    var article: Int64
    var speaker: String?
    var paragraph: Int?
  }

  /// Text whose signs Markdown must not read, on one line.
  private static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result.append(" ")
      case "\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "~":
        result.append("\\")
        result.append(scalar)
      default: result.append(scalar)
      }
    }
    return Sanitize.line(String(result))
  }
}
