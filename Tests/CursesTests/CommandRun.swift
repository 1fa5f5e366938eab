// Runs the built program with arguments and standard input, as a script would, and keeps all that it said.
import Foundation
import Glibc
import Testing

/// One run of a command, finished.
struct CommandRun {
  let output: String
  let errors: String
  /// What it exited with; 128 and the signal's number where a signal ended it, as a shell has it.
  let status: Int32

  /// Every line of the output as JSON; a line that is none is nil.
  var json: [[String: Any]?] {
    output.split(separator: "\n").map { try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
  }

  /// The scalars that must not reach a pipe or a log.
  var forbidden: [Unicode.Scalar] { (output + errors).unicodeScalars.filter { !CommandRun.isHarmless($0) } }

  /// False for controls but the newline, for bidi controls, and for what is invisible.
  static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: true
    case 0..<0x20, 0x7F...0x9F, 0xAD, 0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: false
    case 0xE0000...0xE0FFF: false
    default: true
    }
  }
}

/// A folder of one test, with an archive that is made when it is first used.
struct Desk {
  let folder: String
  var archive: String { folder + "/archive.sqlite" }

  init() throws { folder = try Program.temporaryFolder() }

  /// Writes a file below the folder; returns its path.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> String { try write(name, bytes: Array(text.utf8)) }

  @discardableResult
  func write(_ name: String, bytes: [UInt8]) throws -> String {
    let path = folder + "/" + name
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }

  /// `wireroom` with these arguments and the desk's archive.
  func run(
    _ arguments: String..., input: String = "", environment extra: [String: String] = [:]
  ) throws -> CommandRun {
    try start(
      arguments.prefix(1) + ["--archive", archive] + arguments.dropFirst(), input: Array(input.utf8),
      environment: Program.environment(folder, extra))
  }

  /// `wireroom` with exactly these arguments and this environment.
  func start(_ arguments: [String], input: [UInt8] = [], environment: [String: String]) throws -> CommandRun {
    try start(try #require(Program.wireroom), arguments, input: input, environment: environment)
  }

  /// A shell line in which `$0` is the program and `$1` the archive.
  func shell(_ line: String) throws -> CommandRun {
    try start(
      "/bin/bash", ["-c", line, try #require(Program.wireroom), archive], environment: Program.environment(folder))
  }

  private func start(
    _ program: String, _ arguments: [String], input: [UInt8] = [], environment: [String: String]
  ) throws -> CommandRun {
    let name = folder + "/run-\(UUID().uuidString)"
    for (end, bytes) in [(".in", input), (".out", []), (".err", [])] {
      try Data(bytes).write(to: URL(fileURLWithPath: name + end))
    }
    // Not `Process`: waiting for one holds up all the tests that run beside it.
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, name + ".in", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, name + ".out", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, name + ".err", O_WRONLY, 0)
    let line = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder, program] + arguments
    var argv: [UnsafeMutablePointer<CChar>?] = line.map { strdup($0) } + [nil]
    var envp: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (argv + envp).forEach { free($0) } }
    var process: pid_t = 0
    try #require(posix_spawn(&process, line[0], &actions, nil, &argv, &envp) == 0)
    var ended: Int32 = 0
    while waitpid(process, &ended, 0) < 0, errno == EINTR {}
    let signal = ended & 0x7F
    func text(_ end: String) throws -> String {
      String(decoding: try Data(contentsOf: URL(fileURLWithPath: name + end)), as: UTF8.self)
    }
    return CommandRun(
      output: try text(".out"), errors: try text(".err"), status: signal == 0 ? ended >> 8 & 0xFF : 128 + signal)
  }
}
