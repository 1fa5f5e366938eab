// `wireroom parties` and `related`: what the side panes show, for a pipe.
import ArgumentParser
import Briefing
import Foundation
import Reader

struct Parties: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the parties of articles, with their names and counts.")

  @OptionGroup var options: ArchiveOptions
  @OptionGroup var format: JSONOption
  @Argument(help: "An article's id, or a query; all articles without one.")
  var what: [String] = []
  @Option(name: .long, help: "Look at so many articles at most; 0 for all.")
  var limit = 200

  func validate() throws { try checkLimit(limit) }

  /// A party over all articles that were looked at.
  fileprivate struct Total {
    var row: PartyRow
    var band: PartyRow.Band
    var articles = 0
    var count = 0
    var modifiers = 0
    var surfaces: [String: Int] = [:]
  }

  func run() throws {
    let archive = try options.open()
    var totals: [EntityID: Total] = [:]
    var order: [EntityID] = []
    for id in try archive.articles(named: what.joined(separator: " "), limit: limit == 0 ? .max : limit) {
      guard let detail = try archive.detail(id) else { continue }
      for row in OpenArticle(detail).parties {
        if totals[row.entity] == nil {
          totals[row.entity] = Total(row: row, band: row.band)
          order.append(row.entity)
        }
        totals[row.entity]!.add(row)
      }
    }
    let rank = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    let bands = PartyRow.Band.allCases
    let sorted = totals.values.sorted {
      (bands.firstIndex(of: $0.band)!, -$0.articles, -$0.count, rank[$0.row.entity]!)
        < (bands.firstIndex(of: $1.band)!, -$1.articles, -$1.count, rank[$1.row.entity]!)
    }
    var output = Output()
    for total in sorted {
      if format.json { output.json(json(total)) } else { output.line(line(total)) }
    }
    output.flush()
  }

  private func line(_ total: Total) -> String {
    let band = total.band == .involved ? "" : total.band == .source ? "source" : "linked headlines only"
    let names = names(total).map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    return "\(padded(total.row.name, 32)) \(padded(total.row.kind.rawValue, 16)) \(padded(band, 22)) \(names)"
  }

  private func names(_ total: Total) -> [(String, Int)] {
    total.surfaces.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
  }

  private func json(_ total: Total) -> JSONText {
    var json = JSONText()
    json.beginObject()
    json.member("entity", total.row.entity)
    json.member("name", total.row.name)
    json.member("kind", total.row.kind.rawValue)
    json.member("iso3", total.row.iso3)
    json.member("band", total.band.rawValue)
    json.member("articles", total.articles)
    json.member("count", total.count)
    json.member("modifiers", total.modifiers)
    json.member("title", total.row.title)
    json.member("note", total.row.note)
    json.key("aliases")
    json.beginArray()
    for (surface, count) in names(total) {
      json.beginObject()
      json.member("surface", surface)
      json.member("count", count)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    return json
  }
}

extension Parties.Total {
  fileprivate mutating func add(_ row: PartyRow) {
    articles += 1
    count += row.count
    modifiers += row.modifierCount
    for alias in row.aliases { surfaces[alias.surface, default: 0] += alias.count }
    let bands = PartyRow.Band.allCases
    if bands.firstIndex(of: row.band)! < bands.firstIndex(of: band)! { band = row.band }
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
