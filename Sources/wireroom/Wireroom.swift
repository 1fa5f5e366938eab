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
    version: "0.1.0",
    subcommands: [
      Read.self, Import.self, List.self, Search.self, Show.self, TimelineCommand.self, Parties.self, Related.self,
      Reindex.self, Check.self, Stats.self, Annotate.self, Parse.self, Keys.self, Bench.self, Rehearsal.self,
    ],
    defaultSubcommand: Read.self)

  /// Exits with 0; 1 where something failed; 2 where the call was wrong.
  static func main() {
    // A reader that goes away, or a file limit, is an error to report, not a reason to be killed.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    do {
      var command = try parseAsRoot(archiveBehindCommand(Array(CommandLine.arguments.dropFirst())))
      try command.run()
    } catch let failure as Failure {
      complain(failure.words)
      Foundation.exit(1)
    } catch let code as ExitCode {
      Foundation.exit(code == .success ? 0 : code == .validationFailure ? 2 : 1)
    } catch {
      let code = exitCode(for: error)
      let message = fullMessage(for: error)
      if code == .success {
        print(message)
        Foundation.exit(0)
      }
      if code == .validationFailure {
        FileHandle.standardError.write(Data((Sanitize.text(message) + "\n").utf8))
        Foundation.exit(2)
      }
      complain(words(for: error))
      Foundation.exit(1)
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
}

/// Any error as a sentence for the user.
func words(for error: any Error) -> String {
  switch error {
  case let error as Failure: error.words
  case let error as IngestError: error.words
  case let error as StoreError: error.description
  case let error as GazetteerError: error.words
  case let error as DataFolder.Missing: error.description
  default: "\(error)"
  }
}

/// Writes "wireroom: ..." on standard error, free of controls.
func complain(_ words: String) {
  FileHandle.standardError.write(Data("wireroom: \(Sanitize.text(words))\n".utf8))
}
