// The call that a day begins with, `wireroom` or `wireroom --archive FILE`. Making every command's options ready to be parsed
// is a tenth of the way to the first frame, and this call has nothing to parse.
import Briefing
import Foundation

struct PlainStart {
  private var archive: String?
  /// The benchmark's stand-in, which has no terminal and stops at the first frame.
  private var isRehearsed = false

  /// nil where the call says more than this.
  init?(_ arguments: [String]) {
    var arguments = arguments[...]
    if arguments.starts(with: ["rehearse", "--first-frame"]) {
      isRehearsed = true
      arguments = arguments.dropFirst(2)
    }
    guard let first = arguments.first else { return }
    if arguments.count == 2, first == "--archive", let file = arguments.last, !file.isEmpty, !file.hasPrefix("-") {
      archive = file
    } else if arguments.count == 1, first.hasPrefix("--archive="), first.count > "--archive=".count {
      archive = String(first.dropFirst("--archive=".count))
    } else {
      return nil
    }
  }

  func run() throws {
    let archive = try ArchiveOptions.open(archive)
    if isRehearsed { return Rehearsal.firstFrame(archive) }
    let environment = ProcessInfo.processInfo.environment
    let fetcher = Fetcher(settings: try NetworkFile.load(environment: environment), environment: environment)
    try Read.open(archive, fetcher: fetcher, refresh: nil, mouse: true)
  }
}
