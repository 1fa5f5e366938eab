// `wireroom evaluate`: how well the analysers do on texts that a person has labelled.
import ArgumentParser
import Briefing
import Foundation

struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Score the analysers on labelled texts.", subcommands: [EvaluateTime.self, EvaluateParties.self])
}

struct EvaluateTime: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "time", abstract: "Score the dates of labelled texts as TempEval-3 does.",
    discussion: """
      Each line of FILE is {"id", "text", "dct"?, "timexes": [{"start", "end", "type", "value"}]}, with scalar offsets and TIMEX3
      values. Strict wants equal spans, relaxed any overlap; value and type are counted over what overlaps.
      """)

  @OptionGroup var options: ArchiveOptions
  @Argument(help: "JSON Lines, or - for standard input.")
  var file: String
  @Flag(name: .long, help: "Print JSON.")
  var json = false
  @Option(name: .long, help: "List so many differences.")
  var errors = 0

  func run() throws {
    let tagger = TimexTagger()
    var score = TimexScore()
    let failed = try eachLabelled(file) { (line: [UInt8]) throws(LabelledTimes.Malformed) in
      let document = try LabelledTimes(line: line)
      return (document.id, { score.add(document, found: document.found(by: tagger)) })
    }
    var output = Output()
    if json { output.json(score.json) } else { table(score, &output) }
    output.flush()
    if failed { throw ExitCode(1) }
  }

  private func table(_ score: TimexScore, _ output: inout Output) {
    output.line("documents \(score.documents)  labelled \(score.labelled)  found \(score.found)")
    for measure in TimexScore.Measure.allCases {
      let tally = score.tally(measure)
      output.line(
        String(
          format: "%@ P %6.2f  R %6.2f  F1 %6.2f", padded(measure.rawValue, 14), 100 * tally.precision, 100 * tally.recall,
          100 * tally.f1))
    }
    output.line("\(padded("class", 42)) label  found strict  value")
    for row in score.classes {
      func share(_ count: Int) -> Double { 100 * Double(count) / Double(row.labelled) }
      output.line(
        String(
          format: "%@ %5d %6.1f %6.1f %6.1f", padded(row.name, 42), row.labelled, share(row.found), share(row.strict),
          share(row.value)))
    }
    for difference in score.differences.prefix(max(0, errors)) {
      func words(_ mark: LabelledTimes.Mark?) -> String {
        mark.map { "\($0.span.start)-\($0.span.end) \($0.type) \($0.value ?? "-")" } ?? "nothing"
      }
      output.line(
        "\(difference.id) “\(difference.text)”: labelled \(words(difference.label)), found \(words(difference.found))")
    }
  }

}

/// Reads a file of labelled texts line by line; says which lines are left out, and returns whether any was.
///
/// - Parameter read: makes a text of a line; returns its id, and what to do with it where that id is new.
func eachLabelled(
  _ file: String, _ read: (_ line: [UInt8]) throws(LabelledTimes.Malformed) -> (id: String, count: () -> Void)
) throws -> Bool {
  var lines = try LineReader(path: file)
  var ids: Set<String> = []
  var number = 0
  var failed = false
  func refuse(_ words: String) {
    complain("\(file):\(number): \(words); the line is left out")
    failed = true
  }
  while let line = try lines.next() {
    number += 1
    switch line {
    case .tooLong(let bytes): refuse("the line is too long (\(bytes) bytes)")
    case .bytes(let bytes):
      if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { continue }
      do throws(LabelledTimes.Malformed) {
        let (id, count) = try read(bytes)
        if ids.insert(id).inserted { count() } else { refuse("the id \(id) came before") }
      } catch {
        refuse(error.words)
      }
    }
  }
  return failed
}

extension TimexScore {
  /// The figures as one line of JSON; shares are 0 to 1.
  fileprivate var json: JSONText {
    var json = JSONText()
    json.beginObject()
    json.member("documents", documents)
    json.member("gold", labelled)
    json.member("pred", found)
    for measure in Measure.allCases {
      let tally = tally(measure)
      json.key(measure.rawValue)
      json.beginObject()
      json.key("P")
      json.raw("\(tally.precision)")
      json.key("R")
      json.raw("\(tally.recall)")
      json.key("F1")
      json.raw("\(tally.f1)")
      json.endObject()
    }
    json.array("classes", classes) { json, row in
      json.beginObject()
      json.member("class", row.name)
      json.member("gold", row.labelled)
      json.member("found", row.found)
      json.member("strict", row.strict)
      json.member("value", row.value)
      json.endObject()
    }
    json.endObject()
    return json
  }
}
