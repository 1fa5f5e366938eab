// `wireroom reindex`, `check` and `stats`: looking after the archive.
import ArgumentParser
import Briefing
import Foundation

struct Reindex: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reindex",
    abstract: "Derive who, when and related anew where the analysers have changed.",
    discussion: "What was stored, read, starred, tagged or set by hand stays. It can be stopped, and goes on where it was.")

  @OptionGroup var options: ArchiveOptions
  @OptionGroup var format: JSONOption
  @Flag(name: .long, help: "Every article, also those that are up to date.")
  var all = false

  func run() throws {
    let archive = try options.openForWriting()
    if all { try archive.markAllOutdated() }
    let analyser = try Analysers(environment: ProcessInfo.processInfo.environment).analyser()
    let total = try archive.outdatedCount()
    var progress = ProgressBar(what: "reindexing", total: total)
    let done = try AnalysisRun(archive: archive, analyser: analyser).all { progress.show($0) }
    progress.finish()
    if all { try archive.unlinkAll() }
    var linked = ProgressBar(what: "linking", total: total)
    let relinked = try LinkRun(archive: archive, environment: ProcessInfo.processInfo.environment).run { linked.show($0) }
    linked.finish()
    var output = Output()
    if format.json {
      var json = JSONText()
      json.beginObject()
      json.member("reindexed", done)
      json.member("linked", relinked)
      json.endObject()
      output.json(json)
    } else {
      output.line(done + relinked == 0 ? "everything is up to date" : "\(done) articles read again, \(relinked) linked")
    }
    output.flush()
  }
}

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Look for damage in the archive, or for mistakes in the gazetteer (check gazetteer).")

  enum What: String, ExpressibleByArgument, CaseIterable { case archive, gazetteer }

  @OptionGroup var options: ArchiveOptions
  @OptionGroup var format: JSONOption
  @Argument(help: "What to check.")
  var what: What = .archive

  func run() throws {
    let findings: [String]
    var isPartial = false
    switch what {
    case .archive: (findings, isPartial) = try checkArchive()
    case .gazetteer: findings = try Gazetteer.load(folder: DataFolder.find() + "/gazetteer").check()
    }
    var output = Output()
    if format.json {
      var json = JSONText()
      json.beginObject()
      json.member("ok", findings.isEmpty)
      json.member("partial", isPartial)
      json.member("findings", findings)
      json.endObject()
      output.json(json)
    } else {
      for finding in findings { output.line(finding) }
      if findings.isEmpty { output.line("no damage found") }
      if isPartial { output.line("the archive is read-only: its full-text indexes were not looked at") }
    }
    output.flush()
    if !findings.isEmpty { throw ExitCode(1) }
  }

  /// What is found, and whether a part could not be looked at.
  private func checkArchive() throws -> ([String], Bool) {
    do {
      let archive = try options.open()
      return (try archive.check(), archive.isReadOnly)
    } catch StoreError.damaged(let path, let detail) {
      // The usual words of this error send to `check`, and we are there.
      return (["\(path) cannot be opened: \(detail). Restore a backup, or import the articles into a new archive."], false)
    }
  }
}

struct Stats: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "stats", abstract: "Print how much the archive holds.")

  @OptionGroup var options: ArchiveOptions
  @OptionGroup var format: JSONOption

  func run() throws {
    let archive = try options.open()
    let totals = try archive.totals()
    let size = (try? FileManager.default.attributesOfItem(atPath: archive.path)[.size] as? Int).flatMap { $0 } ?? 0
    let rows = [
      ("articles", totals.articles), ("unread", totals.unread), ("starred", totals.starred), ("undated", totals.undated),
      ("missing_links", totals.missingLinks), ("bytes", size),
    ]
    var output = Output()
    if format.json {
      var json = JSONText()
      json.beginObject()
      json.member("archive", archive.path)
      for (name, number) in rows { json.member(name, number) }
      json.endObject()
      output.json(json)
    } else {
      output.line("archive        \(archive.path)")
      for (name, number) in rows { output.line("\(padded(name.replacingOccurrences(of: "_", with: " "), 14)) \(number)") }
    }
    output.flush()
  }
}
