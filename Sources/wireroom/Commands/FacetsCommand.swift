// `wireroom facets`: what articles have in common, for a pipe.
import ArgumentParser
import Briefing

struct FacetsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "facets", abstract: "Print what the articles of a query have in common, with counts.",
    discussion: "Parties, publishers, months, tags and stories. The newest \(Facets.most) articles are looked at.")

  @OptionGroup var options: ArchiveOptions
  @OptionGroup var format: JSONOption
  @Argument(help: "A query; all articles without one.")
  var query: [String] = []
  @Option(name: .long, help: "At most so many values of each kind; 0 for all.")
  var limit = 12

  func validate() throws { try checkLimit(limit) }

  func run() throws {
    let scope = try checkedScope(query.joined(separator: " "))
    let facets = try options.open().facets(scope, limit: limit == 0 ? .max : limit)
    var output = Output()
    for kind in Facets.Kind.allCases {
      for value in facets.values[kind] ?? [] {
        if format.json {
          var json = JSONText()
          json.beginObject()
          json.member("kind", kind.rawValue)
          json.member("name", value.name)
          json.member("query", value.query)
          json.member("articles", value.articles)
          json.endObject()
          output.json(json)
        } else {
          output.line("\(padded(kind.rawValue, 8)) \(padded(String(value.articles), 7)) \(value.name)")
        }
      }
    }
    output.flush()
  }
}
