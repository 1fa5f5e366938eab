// The one table of commands: no two fight for a key, each is explained, and what is made from it is not stale.
import Foundation
import Screen
import Testing

@testable import Reader

@Suite struct CommandTests {
  @Test func namesAndKeysAreUnique() {
    #expect(Set(Command.all.map(\.name)).count == Command.all.count)
    let keys = Command.all.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
    for key in keys { #expect(Key(key) != nil, "\(key) is no key") }
  }

  @Test func everyCommandHasHelpAndAName() {
    for command in Command.all {
      #expect(!command.help.isEmpty && command.help.first?.isUppercase == false, "\(command.name)")
      #expect(command.name.allSatisfy { $0.isLowercase || $0 == "-" })
    }
  }

  @Test func theKeyFileOfTheDataFolderIsNotStale() throws {
    let file = root.appendingPathComponent("data/keys.conf")
    #expect(try String(contentsOf: file, encoding: .utf8) == KeyMap.defaultFile)
  }

  @Test func theKeysOfTheReadmeAreNotStale() throws {
    let readme = try String(contentsOf: root.appendingPathComponent("README.md"), encoding: .utf8)
    #expect(readme.contains(KeyMap.readmeSection), "README.md needs:\n\(KeyMap.readmeSection)")
  }

  @Test func aKeyFileChangesKeysAndTellsItsMistakes() {
    var map = KeyMap.standard
    let problems = map.add(
      contentsOf: "# mine\nbind ctrl-x quit\nunbind Q\nbind j\nbind <nokey> quit\nbind p nothing\n", file: "keys.conf")
    #expect(map.command(for: .ctrl("x"))?.name == "quit")
    #expect(map.command(for: .char("Q")) == nil)
    #expect(problems.count == 3)
    #expect(problems.allSatisfy { $0.hasPrefix("keys.conf:") })
    var windows = KeyMap.standard
    #expect(windows.add(contentsOf: "# mine\r\nbind ctrl-x quit\r\nunbind Q\r\n", file: "keys.conf") == [])
    #expect(windows.command(for: .ctrl("x"))?.name == "quit" && windows.command(for: .char("Q")) == nil)
  }

  private var root: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  }
}
