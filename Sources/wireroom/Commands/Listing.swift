// `wireroom list` and `wireroom search`: articles, one a line.
import ArgumentParser
import Briefing
import Foundation
import Reader
import Screen

struct List: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List articles, newest first.")

  @OptionGroup var options: ArchiveOptions
  @OptionGroup var format: JSONOption
  @Argument(help: "A query; all articles without one.")
  var query: [String] = []
  @Option(name: .long, help: "At most so many; 0 for all.")
  var limit = 50
  @Flag(name: .long, help: "Fold copies of one text into the earliest of them, with outlets and independent sources.")
  var folded = false

  func validate() throws { try checkLimit(limit) }

  func run() throws {
    let archive = try options.open()
    let rows = try archive.search(
      query.joined(separator: " "), order: .newest, limit: limit == 0 ? .max : limit, grouping: folded ? .copies : .none)
    var output = Output()
    try printRows(rows, of: archive, json: format.json, to: &output)
    output.flush()
  }
}

struct Search: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Search titles and bodies.",
    discussion: """
      Words must all occur; "a phrase", -without, begin*, OR, (groups); fields: party: source: tag: date:2023-10..2023-12
      is:unread is:starred is:undated is:missing. A query that holds -without goes into quotation marks as a whole, or behind
      --. The exit status is 0 also where nothing was found.
      """)

  enum Sort: String, ExpressibleByArgument, CaseIterable { case date, rank }

  @OptionGroup var options: ArchiveOptions
  @OptionGroup var format: JSONOption
  @Argument(help: "The query; several arguments are joined by spaces.")
  var query: [String]
  @Option(name: .long, help: "By date, newest first, or by rank, best first.")
  var sort: Sort = .rank
  @Option(name: .long, help: "At most so many; 0 for all.")
  var limit = 50

  func validate() throws { try checkLimit(limit) }

  func run() throws {
    let archive = try options.open()
    let rows = try archive.search(
      query.joined(separator: " "), order: sort == .date ? .newest : .rank, limit: limit == 0 ? .max : limit)
    var output = Output()
    try printRows(rows, of: archive, json: format.json, to: &output)
    output.flush()
  }
}

/// Prints rows: id, date, marks, headline and source; or JSON, with the alert that found them.
func printRows(
  _ rows: [ArticleRow], of archive: Archive, json isJSON: Bool, alert: String? = nil, to output: inout Output
) throws {
  let ids = try archive.externalIDs(of: rows.flatMap { [$0.id] + ($0.fold?.copies ?? []) })
  for row in rows {
    let id = ids[row.id] ?? String(row.id)
    if isJSON {
      var json = JSONText()
      json.beginObject()
      if let alert { json.member("alert", alert) }
      json.key("id")
      json.raw(id)
      json.member("title", row.headline)
      json.member("date", row.published?.stamp.iso)
      if row.isLede { json.member("lede", true) }
      json.member("source", row.source)
      json.member("unread", row.isUnread)
      json.member("starred", row.isStarred)
      json.member("tags", row.tags)
      if let snippet = row.snippet { json.member("snippet", snippet.text) }
      if let fold = row.fold {
        json.array("copies", fold.copies) { $0.raw(ids[$1] ?? String($1)) }
        json.credits(fold.credits)
      }
      json.endObject()
      output.json(json)
    } else {
      let marks = (row.isUnread ? "*" : " ") + (row.isStarred ? "+" : " ")
      let date = row.published?.stamp.iso ?? "undated"
      // Guids and message ids are for programs; `show` takes either.
      let shown = id.utf8.count <= 16 ? id : String(row.id)
      let headline = row.isLede ? "\u{201C}\(row.headline)\u{2026}\u{201D}" : row.headline
      output.line(
        "\(padded(shown, 6)) \(marks) \(padded(date.prefix(16).description, 16)) \(headline)"
          + (row.source.map { "  (\($0))" } ?? ""))
      if let fold = row.fold {
        output.line(
          String(repeating: " ", count: 27)
            + "\(fold.copies.count + 1) copies: \(fold.credits.words(.unicode))")
      }
      if let snippet = row.snippet, snippet.place != .title {
        let place = snippet.place == .linkedHeadline ? "in a linked headline: " : ""
        output.line(String(repeating: " ", count: 27) + place + snippet.text)
      }
    }
  }
}

extension JSONText {
  /// Whose text several articles print: `independent` counts every agency that is credited, and all who credit nobody once.
  mutating func credits(_ credits: TextCredits) {
    member("outlets", credits.outlets)
    member("independent", credits.independent)
    member("uncredited", credits.uncredited)
    member("origin", credits.origin?.name)
  }
}

/// At least `width` characters, padded with spaces.
func padded(_ text: String, _ width: Int) -> String {
  text + String(repeating: " ", count: max(0, width - text.count))
}
