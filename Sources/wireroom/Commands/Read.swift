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
  @OptionGroup var network: NetworkOptions
  @Option(name: .long, help: ArgumentHelp("Fetch feeds that are due by itself, so often.", valueName: "minutes"))
  var refresh: Int?
  @Flag(name: .long, help: "Leave the mouse to the terminal.")
  var noMouse = false

  func run() throws {
    try Read.open(try options.open(), fetcher: try network.fetcher(), refresh: refresh, mouse: !noMouse)
  }

  /// Has the reader read an archive until it is left.
  static func open(_ archive: Archive, fetcher: Fetcher, refresh: Int?, mouse: Bool) throws {
    let environment = ProcessInfo.processInfo.environment
    let (keyMap, problems) = try KeyFile.load(environment: environment)
    if !problems.isEmpty { throw Failure(words: problems.joined(separator: "\n"), status: 2) }
    let display: Display
    do {
      display = try Display(mouse: mouse)
    } catch {
      throw Failure(words: "\(error)")
    }
    defer { display.end() }
    var state = State(width: display.width, height: display.height, symbols: display.symbols, keyMap: keyMap)
    state.panes.sideShift = (try? archive.setting("side-shift")).flatMap { $0 }.flatMap { Int($0) } ?? 0
    let last = (try? archive.setting("last-article")).flatMap { $0 }.flatMap { Int64($0) }
    if archive.isReadOnly { state.say("this archive is read-only: read marks, stars and dates are not kept") }
    let runtime = Runtime(archive: archive, mailbox: Mailbox(), environment: environment, fetcher: fetcher)
    if let refresh { runtime.syncByItself(everyMinutes: max(1, refresh)) }
    runtime.watchArchive()
    var loop = Loop(display: display, runtime: runtime, state: state)
    loop.run(startingAt: last)
  }
}

/// The user's key map.
enum KeyFile {
  /// `$XDG_CONFIG_HOME/wireroom/keys.conf` over the defaults, and what is wrong with it, each with its line.
  static func load(environment: [String: String]) throws -> (KeyMap, [String]) {
    var map = KeyMap.standard
    do {
      guard let (path, text) = try ConfigFile.read("keys.conf", environment: environment) else { return (map, []) }
      let problems = map.add(contentsOf: text, file: path)
      return (map, problems)
    } catch let failure as Failure {
      return (.standard, [failure.words])
    }
  }
}

/// The user's settings files.
enum ConfigFile {
  /// `$XDG_CONFIG_HOME/wireroom/NAME`, or nil where there is none.
  static func read(_ name: String, environment: [String: String]) throws -> (path: String, text: String)? {
    let named = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    // Without a home there is no such file: the folder one happens to be in is not asked.
    guard let folder = named ?? environment["HOME"].map({ $0 + "/.config" }) else { return nil }
    let path = folder + "/wireroom/" + name
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure(words: "\(path): cannot be read; check its permissions", status: 2)
    }
    return (path, String(decoding: data, as: UTF8.self))
  }
}
