// `wireroom`: the reader.
import ArgumentParser
import Briefing
import Curses
import Foundation
import Reader
import Screen

struct Read: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "read", abstract: "Open the reader (the default).")

  @OptionGroup var options: ArchiveOptions
  @Flag(name: .long, help: "Leave the mouse to the terminal.")
  var noMouse = false

  func run() throws {
    let environment = ProcessInfo.processInfo.environment
    let archive = try options.open()
    let (keyMap, problems) = try KeyFile.load(environment: environment)
    if !problems.isEmpty { throw Failure(words: problems.joined(separator: "\n"), status: 2) }
    let display: Display
    do {
      display = try Display(mouse: !noMouse)
    } catch {
      throw Failure(words: "\(error)")
    }
    defer { display.end() }
    var state = State(width: display.width, height: display.height, symbols: display.symbols, keyMap: keyMap)
    state.panes.sideShift = (try? archive.setting("side-shift")).flatMap { $0 }.flatMap { Int($0) } ?? 0
    let last = (try? archive.setting("last-article")).flatMap { $0 }.flatMap { Int64($0) }
    if archive.isReadOnly { state.say("this archive is read-only: read marks, stars and dates are not kept") }
    let runtime = Runtime(archive: archive, mailbox: Mailbox(), environment: environment)
    runtime.watchArchive()
    var loop = Loop(display: display, runtime: runtime, state: state)
    loop.run(startingAt: last)
  }
}

/// The user's key map.
enum KeyFile {
  /// `$XDG_CONFIG_HOME/wireroom/keys.conf` over the defaults, and what is wrong with it, each with its line.
  static func load(environment: [String: String]) throws -> (KeyMap, [String]) {
    let named = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    // Without a home there is no key file: the folder one happens to be in is not asked.
    guard let folder = named ?? environment["HOME"].map({ $0 + "/.config" }) else { return (.standard, []) }
    let path = folder + "/wireroom/keys.conf"
    guard FileManager.default.fileExists(atPath: path) else { return (.standard, []) }
    guard let data = FileManager.default.contents(atPath: path) else {
      return (.standard, ["\(path): cannot be read; check its permissions"])
    }
    var map = KeyMap.standard
    let problems = map.add(contentsOf: String(decoding: data, as: UTF8.self), file: path)
    return (map, problems)
  }
}
