// `wireroom parties`: who takes part in the articles of a query, with counts and names; read article by article, so that the
// archive may be of any size, and sorted by what stays the same, so that two runs print the same bytes.
import ArgumentParser
import Briefing
import Foundation
import Reader

struct Parties: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parties",
    abstract: "Print the parties of articles, with their names and counts.",
    discussion: """
      Those involved come first, then those that only report or are quoted, then those that stand in linked headlines only;
      within each those with most articles. Demonyms ("Turkish") are counted apart.
      """)

  @OptionGroup var options: ArchiveOptions
  @OptionGroup var format: JSONOption
  @Flag(name: .long, help: "Print a table for a spreadsheet.")
  var csv = false
  @Argument(help: "An article's id, or a query; all articles without one.")
  var what: [String] = []
  @Option(name: .long, help: "Look at so many of the newest articles at most; 0 for all.")
  var limit = 0

  func validate() throws {
    try checkLimit(limit)
    if csv, format.json { throw ValidationError("--json and --csv exclude each other") }
  }

  func run() throws {
    let archive = try options.open()
    let ids = try archive.articles(named: what.joined(separator: " "), limit: limit == 0 ? .max : limit)
    var totals: [EntityID: PartyTotal] = [:]
    var bar = ProgressBar(what: "reading", total: ids.count)
    var done = 0
    try archive.each(ids) { row, article, analysis in
      done += 1
      bar.show(done)
      for party in roster(of: PrintedText(article, analysis), who: analysis.who, title: article.title?.text)
      where party.candidates.isEmpty {
        totals[party.entity, default: PartyTotal(party)].add(party, published: row.published?.stamp)
      }
    }
    bar.finish()
    let sorted = totals.values.sorted { $0.rank < $1.rank }
    var output = Output()
    if csv { output.csv(PartyTotal.columns) }
    for total in sorted {
      if format.json {
        output.json(total.json)
      } else if csv {
        output.csv(total.cells)
      } else {
        output.line(total.line)
      }
    }
    output.flush()
  }
}

/// A party over all articles that were looked at.
private struct PartyTotal {
  private var row: PartyRow
  private var band: PartyRow.Band
  private var articles = 0
  private var count = 0
  private var modifiers = 0
  private var headlines = 0
  private var first: DateStamp?
  private var last: DateStamp?
  private var surfaces: [String: Int] = [:]
  /// Why each surface was linked, as the newest article has it.
  private var reasons: [String: String] = [:]
  /// The date of the article that prints the titles.
  private var stated: DateStamp?

  init(_ row: PartyRow) {
    self.row = row
    band = row.band
  }

  mutating func add(_ party: PartyRow, published: DateStamp?) {
    articles += 1
    count += party.count
    modifiers += party.modifierCount
    headlines += party.isInHeadline ? 1 : 0
    for alias in party.aliases {
      surfaces[alias.surface, default: 0] += alias.count
      if reasons[alias.surface] == nil { reasons[alias.surface] = alias.why }
    }
    if PartyTotal.order(party.band) < PartyTotal.order(band) { band = party.band }
    // The newest article comes first: what it prints is what is shown, with its date.
    if row.titles.isEmpty { row.titles = party.titles }
    if stated == nil, row.title != nil, row.titles == party.titles { stated = published }
    row.note = row.note ?? party.note
    guard let published else { return }
    if first.map({ published.instant < $0.instant }) ?? true { first = published }
    if last.map({ published.instant > $0.instant }) ?? true { last = published }
  }

  private static func order(_ band: PartyRow.Band) -> Int { PartyRow.Band.allCases.firstIndex(of: band) ?? 0 }

  var rank: (Int, Int, Int, String, EntityID) { (PartyTotal.order(band), -articles, -count, row.name, row.entity) }

  private var names: [(surface: String, count: Int)] {
    surfaces.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
  }

  var line: String {
    let band = band == .involved ? "" : band == .source ? "source" : "linked headlines only"
    let names = names.map { "\($0.surface) \($0.count)" }.joined(separator: ", ")
    let number = String(repeating: " ", count: max(0, 6 - String(articles).count)) + String(articles)
    return
      "\(padded(row.name, 32)) \(padded(row.kind.rawValue, 16)) \(padded(row.iso3 ?? "", 4)) \(number) \(padded(band, 22)) \(names)"
  }

  static let columns = [
    "entity", "name", "kind", "code", "band", "articles", "count", "demonyms", "in_headlines", "first", "last", "title",
    "title_date", "names",
  ]

  var cells: [String] {
    [
      row.entity, row.name, row.kind.rawValue, row.iso3 ?? "", band.rawValue, String(articles), String(count), String(modifiers),
      String(headlines), first?.iso ?? "", last?.iso ?? "", row.title ?? "", stated?.iso ?? "",
      names.map { "\($0.surface) \($0.count)" }.joined(separator: "; "),
    ]
  }

  var json: JSONText {
    var json = JSONText()
    json.beginObject()
    json.member("entity", row.entity)
    json.member("name", row.name)
    json.member("kind", row.kind.rawValue)
    json.member("iso3", row.iso3)
    json.member("band", band.rawValue)
    json.member("articles", articles)
    json.member("count", count)
    json.member("modifiers", modifiers)
    json.member("in_headlines", headlines)
    json.member("first", first?.iso)
    json.member("last", last?.iso)
    json.member("title", row.title)
    json.member("title_date", stated?.iso)
    json.member("affiliation", row.affiliation?.name)
    json.member("note", row.note)
    json.array("aliases", names) { json, name in
      json.beginObject()
      json.member("surface", name.surface)
      json.member("count", name.count)
      json.member("why", reasons[name.surface])
      json.endObject()
    }
    json.endObject()
    return json
  }
}
