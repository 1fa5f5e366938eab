// Calls that are wrong end with 2 and say what is wrong; calls that fail end with 1; none ends with 0 after a failure.
import Foundation
import Testing

@Suite(.enabled(if: Program.wireroom != nil, "the program is not built"))
struct UsageTests {
  @Test(arguments: [
    "nonsense", "read --nonsense", "import", "import --nonsense x", "list --nonsense", "list --limit", "list --limit -1",
    "list --limit many", "list --limit=-3", "search", "search x --limit=-3", "search x --sort loudest", "show", "show 1 2",
    "timeline --nonsense",
    "timeline --limit=-1", "parties --nonsense", "parties --limit=-1", "parties --csv --json", "party", "party x --md --json",
    "party x --into y", "party x --merge-into y --split z", "party x --article 1", "party x --split .", "related --all 3",
    "related --nonsense", "reindex x",
    "check something", "stats x", "annotate --only nothing", "annotate x", "parse", "parse --batch x", "parse --as song x",
    "keys --nonsense", "bench --articles many", "story --split", "story 1 --split --take-back", "evaluate parties",
  ])
  func aWrongCallIsSaidToBeOne(line: String) throws {
    let desk = try Desk()
    let run = try desk.start(line.split(separator: " ").map(String.init), environment: Program.environment(desk.folder))
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("wireroom"))
    #expect(!FileManager.default.fileExists(atPath: desk.folder + "/data"))
  }

  @Test func anEmptyNameIsNoArchive() throws {
    let desk = try Desk()
    let run = try desk.start(["stats", "--archive", ""], environment: Program.environment(desk.folder))
    #expect(run.status == 2)
    #expect(run.errors.contains("--archive names no file"))
  }

  @Test func theArchiveCanBeNamedBeforeTheCommand() throws {
    let desk = try Desk()
    let briefing = try desk.write("a.txt", "The ferry left.\n")
    let environment = Program.environment(desk.folder)
    #expect(
      try desk.start(["--archive", desk.archive, "import", "--no-analysis", briefing], environment: environment).status == 0)
    for arguments in [
      ["--archive", desk.archive, "stats"], ["--archive=" + desk.archive, "stats"], ["stats", "--archive", desk.archive],
      ["stats", "--archive=" + desk.archive],
    ] {
      let run = try desk.start(arguments, environment: environment)
      #expect(run.status == 0)
      #expect(run.output.contains("articles       1"))
    }
    #expect(!FileManager.default.fileExists(atPath: desk.folder + "/data"))
  }

  @Test(arguments: [
    ("date:soon", "date:soon\n  ^^^^^^^^^\n"), ("ferry nowhere:rome", "ferry nowhere:rome\n        ^^^^^^^^"),
    ("ferry \"to rome", "ferry \"to rome\n        ^"),
    // A wide character takes two columns, and what a terminal would act on takes one blank.
    ("日本 \u{1B}x date:soon", "日本  x date:soon\n          ^^^^^^^^^"),
  ])
  func aWrongQueryIsMarked(query: String, shown: String) throws {
    let desk = try Desk()
    for command in ["search", "list", "timeline", "parties"] {
      let run = try desk.run(command, query)
      #expect(run.status == 2, "\(command)")
      #expect(run.output.isEmpty)
      #expect(run.errors.contains(shown), "\(command): \(run.errors)")
      #expect(run.forbidden.isEmpty)
    }
  }

  @Test func anArticleThatIsNotThereIsAFailure() throws {
    let desk = try Desk()
    for command in ["show", "timeline", "parties", "related"] {
      let run = try desk.run(command, "77")
      #expect(run.status == 1)
      #expect(run.errors.contains("no article 77"))
    }
  }

  @Test func findingNothingIsNoFailure() throws {
    let desk = try Desk()
    for arguments in [["search", "zeppelin"], ["list"], ["timeline"], ["parties"], ["related", "--all"], ["related"]] {
      let run = try desk.start(arguments + ["--archive", desk.archive, "--json"], environment: Program.environment(desk.folder))
      #expect(run.status == 0)
      #expect(run.output.isEmpty && run.errors.isEmpty)
    }
  }

  @Test func helpAndVersionGoToStandardOutput() throws {
    let desk = try Desk()
    for arguments in [["--help"], ["--version"], ["import", "--help"], ["help", "search"]] {
      let run = try desk.start(arguments, environment: Program.environment(desk.folder))
      #expect(run.status == 0)
      #expect(!run.output.isEmpty && run.errors.isEmpty && run.forbidden.isEmpty)
    }
  }

  @Test func withoutATerminalThereIsNoReader() throws {
    let desk = try Desk()
    let run = try desk.run("read")
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("needs a terminal"))
  }

  @Test func aWrongKeyFileIsShownWithItsLines() throws {
    let desk = try Desk()
    try desk.write("config/wireroom/keys.conf", bytes: Array("# mine\nbind x nonsense\n\u{1B}[31m".utf8) + [0xFF, 0xFE])
    let run = try desk.run("read")
    #expect(run.status == 2)
    #expect(run.errors.contains("keys.conf:2: no such command: nonsense"))
    #expect(run.errors.contains("keys.conf:3:"))
    #expect(run.forbidden.isEmpty)
  }

  @Test func withoutAHomeTheArchiveMustBeNamed() throws {
    let desk = try Desk()
    let bare = ["PATH": "/usr/bin:/bin"]
    let run = try desk.start(["stats"], environment: bare)
    #expect(run.status == 2)
    #expect(run.errors.contains("HOME is not set"))
    #expect(try desk.start(["stats", "--archive", desk.archive], environment: bare).status == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: desk.folder).allSatisfy { !$0.hasPrefix(".") })
  }

  @Test func aWrongDataFolderIsSaid() throws {
    let desk = try Desk()
    let run = try desk.run("import", try desk.write("a.txt", "The ferry left.\n"), environment: ["WIREROOM_DATA": "/nonsuch"])
    #expect(run.status == 2)
    #expect(run.errors.contains("WIREROOM_DATA names /nonsuch"))
  }
}
