// Finds the built program and gives it a small archive to read.
import Foundation

/// The program under test and what it needs around it.
enum Program {
  /// The built `wireroom`, which stands beside the test bundle.
  static let wireroom: String? = {
    let bundle = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    let path = bundle.appendingPathComponent("wireroom").path
    guard FileManager.default.isExecutableFile(atPath: path) else {
      print("skipped: no built wireroom at \(path)")
      return nil
    }
    return path
  }()

  /// A folder of its own for one run, with an archive of two briefings in it.
  static func archive() throws -> (folder: String, file: String) {
    let folder = try temporaryFolder()
    try FileManager.default.copyItem(atPath: imported.get(), toPath: folder + "/archive.sqlite")
    return (folder, folder + "/archive.sqlite")
  }

  /// The archive that every run gets a copy of, imported once.
  private static let imported = Result<String, any Error> {
    let folder = try temporaryFolder()
    let source = folder + "/briefings"
    try FileManager.default.createDirectory(atPath: source, withIntermediateDirectories: true)
    try first.write(toFile: source + "/first.txt", atomically: true, encoding: .utf8)
    try second.write(toFile: source + "/second.txt", atomically: true, encoding: .utf8)
    let file = folder + "/archive.sqlite"
    let importing = Process()
    importing.executableURL = URL(fileURLWithPath: wireroom ?? "")
    importing.arguments = ["import", "--archive", file, source]
    importing.environment = environment(folder)
    importing.standardOutput = FileHandle.nullDevice
    importing.standardError = FileHandle.nullDevice
    try importing.run()
    importing.waitUntilExit()
    return file
  }

  static func temporaryFolder() throws -> String {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("wireroom-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    return url.path
  }

  /// What a login gives a program, and nothing of the tests' own.
  static func environment(_ folder: String, _ extra: [String: String] = [:]) -> [String: String] {
    [
      "HOME": folder, "XDG_DATA_HOME": folder + "/data", "XDG_CONFIG_HOME": folder + "/config", "PATH": "/usr/bin:/bin",
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no",
    ].merging(extra) { $1 }
  }

  private static let first = """
    Title: Ferry company stops sailings to Novara
    Date: 2021-03-04
    Source: Harbour Wire

    The ferry company stopped all sailings to the port of Novara on Tuesday after Italy closed its harbour.

    GREEK MINISTER VISITS ROME TO DISCUSS FERRIES

    A spokesman for Greece said talks with Italy would begin next week. The crews waited — “for days”, one said.
    """

  private static let second = """
    Title: Greek minister visits Rome to discuss ferries
    Date: 2021-03-08
    Source: Harbour Wire

    The minister arrived in Rome on Monday. Officials in Greece and Italy spoke of a quick agreement.
    """
}
