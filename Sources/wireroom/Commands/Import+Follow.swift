// `wireroom import --follow`: goes on importing what is written into the folders, until Ctrl-C.
import Briefing
import Dispatch
import Foundation

extension Import {
  /// Imports what is new or changed in the watched folders; returns when it is interrupted, with whether anything was refused.
  func keepFollowing(
    _ watch: FolderWatch, until interruption: Interruption, _ run: ImportRun, _ output: inout Output
  ) throws -> Bool {
    var isRefused = false
    interruption.listen()
    output.line("following \(paths.joined(separator: ", ")); Ctrl-C ends it")
    output.flush()
    while let changed = watch.next() {
      if try take(changed, run, &output) { isRefused = true }
    }
    output.line("no longer following")
    output.flush()
    return isRefused
  }

  /// Imports and links; one line where something came. Returns whether anything was refused.
  private func take(_ paths: [String], _ run: ImportRun, _ output: inout Output) throws -> Bool {
    let summary = try run.importPaths(paths.filter { access($0, F_OK) == 0 })
    if !noAnalysis, summary.new + summary.changed > 0 {
      _ = try LinkRun(archive: run.archive, environment: ProcessInfo.processInfo.environment).run()
    }
    if summary.new + summary.changed > 0 {
      output.line(summary.words)
      output.flush()
    }
    tellProblems(of: summary)
    return !summary.refused.isEmpty
  }
}

/// Ctrl-C, a closed terminal and a polite kill, as something that can be waited for.
final class Interruption {
  /// Can be read once it came.
  let descriptor: Int32
  private let ring: Int32
  private var sources: [any DispatchSourceSignal] = []

  init() throws {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw Failure(words: "the folders cannot be followed: no pipe is left") }
    (descriptor, ring) = (ends[0], ends[1])
  }

  deinit {
    for source in sources { source.cancel() }
    close(descriptor)
  }

  /// From now on the signals are told here instead of ending the program.
  func listen() {
    let ring = ring
    sources = [SIGINT, SIGTERM, SIGHUP].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        var bell: UInt8 = 1
        _ = write(ring, &bell, 1)
      }
      source.resume()
      return source
    }
  }
}
