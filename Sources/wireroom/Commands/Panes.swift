// `wireroom related`: what its pane shows, for a pipe.
import ArgumentParser
import Briefing
import Foundation
import Reader

struct Related: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "related",
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
