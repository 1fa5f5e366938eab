// `wireroom import --follow`: goes on importing what is written into the folders, until Ctrl-C.
import Briefing
import Dispatch
import Foundation

extension Import {
  /// Watches the folders and imports what is new or changed; returns when it is interrupted.
  func follow(_ run: ImportRun, _ output: inout Output) throws {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw Failure(words: "the folders cannot be followed: no pipe is left") }
    let ring = ends[1]
    // Ctrl-C, a closed terminal and a polite kill end it between two imports.
    let signals = [SIGINT, SIGTERM, SIGHUP].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        var bell: UInt8 = 1
        _ = write(ring, &bell, 1)
      }
      source.resume()
      return source
    }
    defer {
      for source in signals { source.cancel() }
      for end in ends { close(end) }
    }
    let watch = FolderWatch(paths.filter { $0 != "-" }, stop: ends[0])
    // What came between the first import and the watch.
    try take(paths.filter { $0 != "-" }, run, &output)
    output.line("following \(paths.joined(separator: ", ")); Ctrl-C ends it")
    output.flush()
    while let changed = watch.next() { try take(changed, run, &output) }
    output.line("no longer following")
    output.flush()
  }

  /// Imports and links; one line where something came.
  private func take(_ paths: [String], _ run: ImportRun, _ output: inout Output) throws {
    let summary = try run.importPaths(paths.filter { access($0, F_OK) == 0 })
    if !noAnalysis, summary.new + summary.changed > 0 {
      _ = try LinkRun(archive: run.archive, environment: ProcessInfo.processInfo.environment).run()
    }
    if summary.new + summary.changed > 0 {
      output.line(summary.words)
      output.flush()
    }
    for (name, why) in summary.notes { complain("\(name): \(why)") }
    for (name, why) in summary.refused { complain(why.contains(name) ? why : "\(name): \(why)") }
  }
}
