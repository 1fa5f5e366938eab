// The program: its subcommands, and what it exits with.
import ArgumentParser
import Briefing
import Foundation

@main
struct Wireroom: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wireroom",
    abstract: "A terminal reader for geopolitical briefings: who, when and related, with the sentence that proves it.",
    discussion: "Without a subcommand it opens the reader. Every command takes --archive FILE; most take --json.",
    version: Release.version,
    subcommands: [
      Read.self, Import.self, List.self, Search.self, Show.self, TimelineCommand.self, Parties.self, Party.self, Related.self,
      Subscribe.self, Unsubscribe.self, FeedsCommand.self, Sync.self,
      Reindex.self, Check.self, Stats.self, Annotate.self, Evaluate.self, Parse.self, FacetsCommand.self, AlertCommand.self,
      New.self, StoryCommand.self,
      Brief.self, Keys.self,
      Bench.self, Rehearsal.self,
    ],
    defaultSubcommand: Read.self)

  /// Exits with 0; 1 where something failed; 2 where the call was wrong; 3 where `alert` and `new` find nothing.
  static func main() {
    // A reader that goes away, or a file limit, is an error to report, not a reason to be killed.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    occupyStandardDescriptors()
    do {
      let arguments = Array(CommandLine.arguments.dropFirst())
      if let start = PlainStart(arguments) { return try start.run() }
      var command = try parseAsRoot(archiveBehindCommand(arguments))
      try command.run()
    } catch let failure as Failure {
      complain(failure.words)
      Foundation.exit(failure.status)
    } catch let missing as DataFolder.Missing {
      complain(missing.description)
      Foundation.exit(2)
    } catch let code as ExitCode {
      // A command's own status says something of its own: that nothing was new.
      Foundation.exit(code == .validationFailure ? 2 : code.rawValue)
    } catch {
      let code = exitCode(for: error)
      let message = fullMessage(for: error)
      if code == .success {
        var output = Output()
        for line in message.split(separator: "\n", omittingEmptySubsequences: false) { output.line(String(line)) }
        output.flush()
        Foundation.exit(0)
      }
      if code == .validationFailure {
        _ = send(Array((Sanitize.text(message) + "\n").utf8), to: STDERR_FILENO)
        Foundation.exit(2)
      }
      complain(words(for: error))
      Foundation.exit(1)
    }
  }

  /// Takes the places of closed standard streams, or the archive itself would be opened there and printed into. The wrong
  /// way round, so that reading and writing them fails as it would on closed ones.
  private static func occupyStandardDescriptors() {
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) < 0 {
      _ = Foundation.open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  /// `--archive FILE` before a subcommand means the same as after it.
  static func archiveBehindCommand(_ arguments: [String]) -> [String] {
    guard let first = arguments.first else { return arguments }
    let taken = first == "--archive" ? 2 : first.hasPrefix("--archive=") ? 1 : 0
    guard taken > 0, arguments.count > taken, !arguments[taken].hasPrefix("-") else { return arguments }
    return [arguments[taken]] + arguments[..<taken] + arguments[(taken + 1)...]
  }
}

/// A failure that was put into words already.
struct Failure: Error {
  var words: String
  /// What the program exits with: 1, or 2 where the call or the configuration is wrong.
  var status: Int32 = 1
}

/// Any error as a sentence for the user.
func words(for error: any Error) -> String {
  switch error {
  case let error as Failure: error.words
  case let error as IngestError: error.words
  case let error as StoreError: error.description
  case let failure as FetchFailure: failure.error.words
  case let error as FetchError: error.words
  case let error as GazetteerError: error.words
  case let error as DataFolder.Missing: error.description
  default: "\(error)"
  }
}

/// Writes "wireroom: ..." on standard error, free of controls.
func complain(_ words: String) {
  _ = send(Array("wireroom: \(Sanitize.text(words))\n".utf8), to: STDERR_FILENO)
}
