// Archives that cannot be opened or written: what is wrong, on which file, and that it was left as it is.
import Foundation
import Testing

@Suite(.enabled(if: Program.wireroom != nil, "the program is not built"))
struct BadArchiveTests {
  private let commands = [["stats"], ["list"], ["check"], ["search", "ferry"], ["reindex"], ["read"]]

  /// Every command on the desk's archive fails with these words and leaves the file alone.
  private func fails(_ desk: Desk, _ words: String, except: Set<String> = []) throws {
    let before = FileManager.default.contents(atPath: desk.archive)
    for command in commands where !except.contains(command[0]) {
      let run = try desk.start(command + ["--archive", desk.archive], environment: Program.environment(desk.folder))
      #expect(run.status == 1, "\(command)")
      #expect((run.errors + run.output).contains(words), "\(command): \(run.errors)")
    }
    #expect(FileManager.default.contents(atPath: desk.archive) == before)
  }

  private func filled() throws -> Desk {
    let desk = try Desk()
    let lines = (0..<60).map { #"{"id":\#($0),"title":"Ferry \#($0)","body":"The ferry left for port \#($0)."}"# }
    #expect(try desk.run("import", "--no-analysis", "-", input: lines.joined(separator: "\n")).status == 0)
    return desk
  }

  @Test func aFolderIsNoArchive() throws {
    let desk = try Desk()
    try FileManager.default.createDirectory(atPath: desk.archive, withIntermediateDirectories: false)
    try fails(desk, "it is not a file")
  }

  @Test(arguments: ["Just a text.", "SQLite format 3\0 and then something else"])
  func anotherFileIsNoArchive(text: String) throws {
    let desk = try Desk()
    try desk.write("archive.sqlite", text)
    try fails(desk, "is not an archive")
  }

  @Test(arguments: [50, 4096, 100_000])
  func aTruncatedArchiveIsTold(length: Int) throws {
    let desk = try filled()
    truncate(desk.archive, length)
    try fails(desk, length < 100 ? "is not an archive" : desk.archive)
  }

  @Test func aNewerArchiveIsLeftAlone() throws {
    let desk = try filled()
    // The number of the layout (user_version) is at 60 in the header, big-endian.
    var bytes = try #require(FileManager.default.contents(atPath: desk.archive))
    bytes.replaceSubrange(60..<64, with: [0, 0, 0, 99])
    try desk.write("archive.sqlite", bytes: Array(bytes))
    try fails(desk, "made by a newer Wireroom")
  }

  @Test func aFolderThatCannotBeMadeIsTold() throws {
    let desk = try Desk()
    let file = try desk.write("file", "a file")
    for path in [file + "/archive.sqlite", file + "/deep/archive.sqlite", "/proc/nonsuch/archive.sqlite"] {
      let run = try desk.start(["stats", "--archive", path], environment: Program.environment(desk.folder))
      #expect(run.status == 1)
      #expect(run.errors.contains("cannot be opened"))
    }
  }

  @Test func aChangedTextIsFound() throws {
    let desk = try filled()
    #expect(try desk.run("check").output == "no damage found\n")
    var bytes = try #require(FileManager.default.contents(atPath: desk.archive))
    let place = try #require(bytes.range(of: Data("left for port 33".utf8)))
    bytes[place.lowerBound] = UInt8(ascii: "L")
    try desk.write("archive.sqlite", bytes: Array(bytes))
    let run = try desk.run("check", "--json")
    #expect(run.status == 1)
    let found = try #require(run.json.first ?? nil)
    #expect(found["ok"] as? Bool == false)
    #expect((found["findings"] as? [String])?.contains { $0.contains("Article 34 is not what was imported") } == true)
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may write everything"))
  func aReadOnlyArchiveIsReadAndNotWritten() throws {
    let desk = try filled()
    chmod(desk.archive, 0o400)
    #expect(try desk.run("search", "ferry", "--json").json.count == 50)
    #expect(try desk.run("check").output.contains("full-text indexes were not looked at"))
    let run = try desk.run("import", "-", input: #"{"body":"The ferry sank."}"#)
    #expect(run.status == 1)
    #expect(run.errors.contains("opened for reading only"))
  }

  /// Whether a disk of our own can be mounted here.
  private static let mayMount: Bool = {
    guard let desk = try? Desk(), let run = try? desk.shell("unshare -rm mount -t tmpfs tmpfs '\(desk.folder)'") else {
      return false
    }
    return run.status == 0
  }()

  @Test(.enabled(if: mayMount, "no disk can be mounted here")) func aFullDiskLosesNothing() throws {
    let desk = try Desk()
    let lines = (0..<12000).map { #"{"id":\#($0),"title":"Ferry \#($0)","body":"The ferry left for port \#($0)."}"# }
    let path = try desk.write("a.jsonl", lines.joined(separator: "\n"))
    try FileManager.default.createDirectory(atPath: desk.folder + "/disk", withIntermediateDirectories: false)
    let run = try desk.shell(
      """
      unshare -rm bash -c 'mount -t tmpfs -o size=4m tmpfs disk; "$0" import --no-analysis --archive disk/a '\(path)'; echo $?;
      "$0" stats --archive disk/a; "$0" check --archive disk/a; mount -o remount,size=50m disk;
      "$0" import --no-analysis --archive disk/a '\(path)'; "$0" check --archive disk/a' "$0"
      """)
    #expect(run.errors.contains("No space is left for disk/a"))
    #expect(run.errors.contains("articles before it are safe"))
    #expect(run.output.hasPrefix("1\n"))
    #expect(run.output.components(separatedBy: "no damage found").count == 3)
    #expect(run.output.contains("as before"))
  }

  @Test func aLimitOnFilesLosesNothing() throws {
    let desk = try Desk()
    let lines = (0..<12000).map { #"{"id":\#($0),"title":"Ferry \#($0)","body":"The ferry left for port \#($0)."}"# }
    let path = try desk.write("a.jsonl", lines.joined(separator: "\n"))
    let run = try desk.shell("ulimit -f 4000; \"$0\" import --no-analysis --archive \"$1\" '\(path)'")
    #expect(run.status == 1)
    #expect(run.errors.contains("limit on the size of files"))
    #expect(try desk.run("check").output == "no damage found\n")
    #expect(try desk.run("import", "--no-analysis", path).output.contains("as before"))
    #expect(try desk.run("stats").output.contains("articles       12000"))
  }
}
