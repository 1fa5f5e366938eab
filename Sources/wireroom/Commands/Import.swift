// `wireroom import`: files, folders and JSON Lines into the archive.
import ArgumentParser
import Briefing
import Foundation

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Import texts, feeds, mails and JSON Lines, and folders of all of these.",
    discussion: """
      What a file is, is told by its content: plain text, a feed (RSS, Atom, JSON Feed), a mail, a mailbox, or JSON Lines. A
      folder is walked in the order of names; with --follow, what is written into it later comes in by itself.
      JSON Lines hold one article a line: {"id", "title", "date", "body" or "text", "source"?, "url"?}; "-" reads such
      lines from standard input. Importing again changes nothing; a changed article becomes a new version of itself.
      """)

  @OptionGroup var options: ArchiveOptions
  @OptionGroup var network: NetworkOptions
  @OptionGroup var format: JSONOption
  @Argument(help: ArgumentHelp("Files, folders, web addresses, or - for standard input.", valueName: "path"))
  var paths: [String]
  @Flag(name: .long, help: "Leave who, when and related to a later reindex.")
  var noAnalysis = false
  @Flag(name: .long, help: "Print READY, then \"ACK id\" for every article that is safely stored.")
  var ack = false
  @Flag(name: .long, help: "Go on importing what is written into the folders, until Ctrl-C.")
  var follow = false
  @Flag(name: .long, help: "With --follow, look through the folders every second: for disks that other machines write to.")
  var poll = false

  func validate() throws {
    guard follow else { return }
    for path in paths {
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue { continue }
      throw ValidationError("--follow is for folders; \(path) is none")
    }
  }

  func run() throws {
    // Watched before they are read, so that nothing falls between the two.
    let interruption = follow ? try Interruption() : nil
    let watch = interruption.map { FolderWatch(paths, stop: $0.descriptor, usesKernel: !poll) }
    let archive = try options.openForWriting()
    let analyser = noAnalysis ? nil : try Analysers(environment: ProcessInfo.processInfo.environment).analyser()
    var output = Output(isImmediate: ack)
    if ack { output.line("READY") }
    var bar = ProgressBar(what: "importing", total: 0)
    let run = ImportRun(archive: archive, analyser: analyser, fetcher: try network.fetcher())
    let summary = try run.importPaths(paths) { ids in
      if ack { acknowledge(ids) }
    } progress: { done, total in
      bar.show(done, of: total)
    }
    bar.finish()
    if !noAnalysis {
      var linked = ProgressBar(what: "linking", total: summary.new + summary.changed)
      _ = try LinkRun(archive: archive, environment: ProcessInfo.processInfo.environment).run { linked.show($0) }
      linked.finish()
    }
    if format.json { output.json(json(summary)) } else if !ack { output.line(summary.words) }
    output.flush()
    tellProblems(of: summary)
    var isRefused = !summary.refused.isEmpty
    if let watch, let interruption {
      if try keepFollowing(watch, until: interruption, run, &output) { isRefused = true }
    }
    if isRefused { throw ExitCode(1) }
  }

  func tellProblems(of summary: ImportSummary) {
    for (name, why) in summary.notes { complain("\(name): \(why)") }
    for (name, why) in summary.refused { complain(why.contains(name) ? why : "\(name): \(why)") }
  }

  private func acknowledge(_ ids: [String]) {
    var output = Output()
    for id in ids {
      // As it was given: a string without its quotes.
      output.line("ACK " + Sanitize.line(id.hasPrefix("\"") ? String(id.dropFirst().dropLast()) : id))
    }
    output.flush()
  }

  private func json(_ summary: ImportSummary) -> JSONText {
    var json = JSONText()
    json.beginObject()
    json.member("new", summary.new)
    json.member("changed", summary.changed)
    json.member("same", summary.same)
    json.member("passed_over", summary.passedOver)
    json.member("notes", summary.notes.map { "\($0.name): \($0.why)" })
    json.array("refused", summary.refused) { json, refusal in
      json.beginObject()
      json.member("file", refusal.name)
      json.member("why", refusal.why)
      json.endObject()
    }
    json.endObject()
    return json
  }
}
