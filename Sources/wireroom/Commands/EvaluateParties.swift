// `wireroom evaluate parties`: names and who is meant by them, scored on texts that a person has labelled.
import ArgumentParser
import Briefing
import Foundation

struct EvaluateParties: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parties", abstract: "Score the names of labelled texts, and who is meant by them.",
    discussion: """
      Each line of FILE is {"id", "text", "dct"?, "title"?, "entities": [{"start", "end", "type", "cluster"?, "link"?, "conf"?}]},
      with scalar offsets and the types PER, ORG, LOC and MISC. Strict wants equal spans and types, overlap equal types; B-cubed is
      counted over the labelled names that a found one overlaps, where the labels say who is meant.
      """)

  @OptionGroup var options: ArchiveOptions
  @Argument(help: "JSON Lines, or - for standard input.")
  var file: String
  @Flag(name: .long, help: "Leave a leading the, a, an and a possessive ending out of labels and names.")
  var norm = false
  @Option(name: .long, help: ArgumentHelp("Count these types alone.", valueName: "PER,ORG,LOC"))
  var types: String?
  @Option(name: .long, help: "Leave out labels with a \"conf\" below this.")
  var minConf = 0.0
  @Flag(name: .long, help: "Print JSON.")
  var json = false
  @Option(name: .long, help: "List so many differences.")
  var errors = 0

  func run() throws {
    let tagger = PartyTagger(gazetteer: try Gazetteer.load(folder: DataFolder.find() + "/gazetteer"))
    let wanted = Set((types ?? "").split(separator: ",").map { $0.filter { $0 != " " }.uppercased() })
    var score = NameScore(.init(types: wanted, isNormalised: norm, leastConfidence: minConf))
    let failed = try eachLabelled(file) { (line: [UInt8]) throws(LabelledTimes.Malformed) in
      let document = try LabelledNames(line: line)
      return (document.id, { score.add(document, found: document.found(by: tagger)) })
    }
    var output = Output()
    if json { output.json(score.json) } else { table(score, &output) }
    output.flush()
    if failed { throw ExitCode(1) }
  }

  private func table(_ score: NameScore, _ output: inout Output) {
    let strict = score.tally(.strict)
    output.line("documents \(score.documents)  labelled \(strict.labelled)  found \(strict.found)")
    for measure in NameScore.Measure.allCases {
      output.line(figures(measure.rawValue, score.tally(measure)))
    }
    for type in score.types {
      output.line(figures("\(type.name) strict", type.strict) + "  of \(type.strict.labelled)")
      output.line(figures("\(type.name) overlap", type.overlap) + "  of \(type.overlap.labelled)")
    }
    let clusters = score.clusters
    if clusters.labelled > 0 {
      output.line(
        String(
          format: "%@ P %6.2f  R %6.2f  F1 %6.2f", padded("B-cubed", 14), 100 * clusters.precision, 100 * clusters.recall,
          100 * clusters.f1) + "  over \(clusters.found) of \(clusters.labelled) names")
      output.line(figures("pairs", clusters.pairs))
    }
    for difference in score.differences.prefix(max(0, errors)) {
      let what = difference.isMissing ? "labelled, not found" : "found, not labelled"
      output.line("\(difference.id) \(difference.type) “\(difference.text)”: \(what)")
    }
  }

  private func figures(_ name: String, _ tally: Tally) -> String {
    String(
      format: "%@ P %6.2f  R %6.2f  F1 %6.2f", padded(name, 14), 100 * tally.precision, 100 * tally.recall, 100 * tally.f1)
  }
}

extension NameScore {
  /// The figures as one line of JSON; shares are 0 to 1.
  fileprivate var json: JSONText {
    var json = JSONText()
    json.beginObject()
    json.member("documents", documents)
    json.member("gold", tally(.strict).labelled)
    json.member("pred", tally(.strict).found)
    for measure in Measure.allCases { json.figures(measure.rawValue, tally(measure)) }
    json.array("types", types) { json, type in
      json.beginObject()
      json.member("type", type.name)
      json.member("gold", type.strict.labelled)
      json.member("pred", type.strict.found)
      json.figures("strict", type.strict)
      json.figures("overlap", type.overlap)
      json.endObject()
    }
    if clusters.labelled > 0 {
      json.key("clusters")
      json.beginObject()
      json.member("mentions", clusters.found)
      json.member("of", clusters.labelled)
      json.shares("b3", clusters.precision, clusters.recall, clusters.f1)
      json.figures("pairwise", clusters.pairs)
      json.endObject()
    }
    json.endObject()
    return json
  }
}

extension JSONText {
  fileprivate mutating func figures(_ name: String, _ tally: Tally) {
    shares(name, tally.precision, tally.recall, tally.f1)
  }

  fileprivate mutating func shares(_ name: String, _ precision: Double, _ recall: Double, _ f1: Double) {
    key(name)
    beginObject()
    for (name, share) in [("P", precision), ("R", recall), ("F1", f1)] {
      key(name)
      raw("\(share)")
    }
    endObject()
  }
}
