// `wireroom timeline` and `related`: what the side panes show, for a pipe.
import ArgumentParser
import Briefing
import Foundation
import Reader

struct TimelineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline", abstract: "Print the dates that articles name, in order, each with its sentence.")

  @OptionGroup var options: ArchiveOptions
  @OptionGroup var format: JSONOption
  @Argument(help: "An article's id, or a query; all articles without one.")
  var what: [String] = []
  @Option(name: .long, help: "Look at so many articles at most; 0 for all.")
  var limit = 200

  func validate() throws { try checkLimit(limit) }

  func run() throws {
    let archive = try options.open()
    var rows: [(key: String, open: OpenArticle, row: TimelineRow)] = []
    for id in try archive.articles(named: what.joined(separator: " "), limit: limit == 0 ? .max : limit) {
      guard let detail = try archive.detail(id) else { continue }
      let open = OpenArticle(detail)
      // Unresolved rows come last, in the order of the text.
      rows += open.timeline.map { ($0.isResolved ? ($0.value ?? "~") : "~", open, $0) }
    }
    let sorted = rows.enumerated().sorted { ($0.element.key, $0.offset) < ($1.element.key, $1.offset) }.map(\.element)
    var output = Output()
    for (_, open, row) in sorted {
      if format.json {
        output.json(json(row, open))
      } else {
        let doubt = row.doubt ? " ?" : ""
        let paragraphs = row.paragraphs.map { "¶\($0)" }.joined(separator: ",")
        output.line("\(padded(row.when + doubt, 16)) “\(open.string(row.label))” \(paragraphs)  \(row.reason)")
        if open.sentences.indices.contains(row.sentence) {
          let voice = open.voices[row.sentence].map { "  \($0)" } ?? ""
          output.line("                 \(open.string(open.sentences[row.sentence].span))\(voice)")
        }
        output.line("                 \(open.citation)")
      }
    }
    output.flush()
  }

  private func json(_ row: TimelineRow, _ open: OpenArticle) -> JSONText {
    var json = JSONText()
    json.beginObject()
    json.key("article")
    json.raw(open.jsonID)
    json.member("value", row.value)
    if let end = row.rangeEnd { json.member("end", end) }
    json.member("granularity", row.granularity.rawValue)
    json.member("when", row.when)
    json.member("label", open.string(row.label))
    json.member("resolved", row.isResolved)
    json.member("vague", row.isVague)
    json.member("doubt", row.doubt)
    json.member("reason", row.reason)
    json.key("paragraphs")
    json.beginArray()
    for paragraph in row.paragraphs { json.value(paragraph) }
    json.endArray()
    if open.sentences.indices.contains(row.sentence) {
      let span = open.sentences[row.sentence].span
      json.member("start", span.start)
      json.member("end_offset", span.end)
      json.member("sentence", open.string(span))
      json.member("said_by", open.voices[row.sentence])
    }
    json.endObject()
    return json
  }
}

struct Related: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print what articles are related to: their headlines, who links to them, what is similar.")

  @OptionGroup var options: ArchiveOptions
  @OptionGroup var format: JSONOption
  @Flag(name: .long, help: "Every article, in the order of import.")
  var all = false
  @Argument(help: "An article's id; every article without one.")
  var id: String?

  func validate() throws {
    if all, id != nil { throw ValidationError("give an id, or --all for every article") }
  }

  func run() throws {
    let archive = try options.open()
    var output = Output()
    let ids: [Int64]
    if let id {
      guard let number = try archive.article(named: id) else {
        throw Failure(words: "there is no article \(id) in \(archive.path); list shows the ids")
      }
      ids = [number]
    } else {
      ids = try archive.idsInOrderOfImport()
    }
    for start in stride(from: 0, to: ids.count, by: 500) {
      let part = Array(ids[start..<min(start + 500, ids.count)])
      if format.json {
        try print(part, of: archive, &output)
      } else {
        for id in part { if let detail = try archive.detail(id) { print(detail, &output) } }
      }
    }
    output.flush()
  }

  private func print(_ ids: [Int64], of archive: Archive, _ output: inout Output) throws {
    let relations = try archive.relations(of: ids)
    let named = try archive.externalIDs(of: Array(Set(relations.flatMap { [$0.id] + $0.related + $0.same })))
    func id(_ number: Int64) -> String { named[number] ?? String(number) }
    for relation in relations {
      var json = JSONText()
      json.beginObject()
      json.key("id")
      json.raw(id(relation.id))
      json.array("related", relation.related) { json, other in json.raw(id(other)) }
      json.member("cluster", Int(relation.story ?? relation.id))
      json.array("same", relation.same) { json, other in json.raw(id(other)) }
      json.endObject()
      output.json(json)
    }
  }

  private func print(_ detail: ArticleDetail, _ output: inout Output) {
    output.line("\(detail.row.id)  \(detail.row.headline)")
    for link in detail.related.headlines {
      switch link.state {
      case .found(let target, let reason): output.line("  found     \(link.text)  -> \(target.id) \(target.headline) (\(reason))")
      case .possible(let candidates):
        output.line("  possible  \(link.text)")
        for one in candidates {
          output.line("            -> \(one.target.id) \(one.target.headline) (\(one.reasons.joined(separator: "; ")))")
        }
      case .missing: output.line("  missing   \(link.text)")
      }
    }
    for target in detail.related.backlinks { output.line("  links here  \(target.id) \(target.headline)") }
    for link in detail.related.similar {
      output.line("  similar   \(link.target.id) \(link.target.headline) (\(link.reasons.joined(separator: "; ")))")
    }
  }
}

extension OpenArticle {
  /// The id as an import gave it, or as the archive numbers it, as JSON.
  var jsonID: String { article.externalID ?? String(id) }

  /// Headline, source and date, for a line of its own.
  var citation: String {
    let source = article.source ?? "publisher unknown"
    let date = article.published?.stamp.iso ?? "no publication date"
    return "\(jsonID) \(detail.row.headline) - \(source), \(date)"
  }
}
