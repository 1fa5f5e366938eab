// Runs a program under a pseudo-terminal as a user would: types, resizes, sends signals, closes the window, and reads what
// it shows.
import CVterm
import Foundation
import Glibc

/// A program on a terminal of its own.
final class PTY {
  /// How a program ended.
  enum Ending: Equatable {
    case exit(Int32)
    case signal(Int32)
    case running
  }

  let screen: TerminalInMemory
  let process: pid_t
  /// Everything the program wrote.
  private(set) var output: [UInt8] = []
  private var master: Int32
  private let before: termios

  /// Starts `program` with exactly this environment, and the terminal's size as given (0 is told to it as 0).
  init(_ program: String, _ arguments: [String] = [], environment: [String: String], columns: Int = 80, rows: Int = 24) throws {
    var path = [CChar](repeating: 0, count: 4096)
    master = cv_open_terminal(&path)
    guard master >= 0 else { throw PTYError.noTerminal }
    screen = TerminalInMemory(columns: columns == 0 ? 80 : columns, rows: rows == 0 ? 24 : rows)
    PTY.setSize(master, columns, rows)
    var modes = termios()
    tcgetattr(master, &modes)
    before = modes
    process = try PTY.spawn(program, arguments, environment, terminal: path)
  }

  deinit {
    if master >= 0 { close(master) }
    if wait(seconds: 0) == .running {
      kill(process, SIGKILL)
      _ = wait(seconds: 2)
    }
  }

  /// POSIX_SPAWN_SETSID of <spawn.h>, which is not imported.
  private static let newSession: Int32 = 0x80

  private static func spawn(
    _ program: String, _ arguments: [String], _ environment: [String: String], terminal: [CChar]
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The first terminal that a session leader opens becomes its controlling one.
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(PTY.newSession | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigdefault(&attributes, &all)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    var argv: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
    var envp: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (argv + envp).forEach { free($0) } }
    var process: pid_t = 0
    guard posix_spawn(&process, program, &actions, &attributes, &argv, &envp) == 0 else { throw PTYError.cannotStart(program) }
    return process
  }

  private static func setSize(_ master: Int32, _ columns: Int, _ rows: Int) {
    var size = winsize(ws_row: UInt16(clamping: rows), ws_col: UInt16(clamping: columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  func resize(columns: Int, rows: Int) {
    // What was written for the old size is read at the old size.
    read(milliseconds: 0)
    screen.resize(columns: columns == 0 ? 80 : columns, rows: rows == 0 ? 24 : rows)
    PTY.setSize(master, columns, rows)
  }

  func type(_ text: String) { type(Array(text.utf8)) }

  func type(_ bytes: [UInt8]) {
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes { write(master, $0.baseAddress, min($0.count, 1024)) }
      if count > 0 { start += count } else if errno != EAGAIN { return }
      read(milliseconds: count > 0 ? 0 : 5)
    }
  }

  /// Reads what comes within the time; false once the terminal is closed from the other side.
  @discardableResult
  func read(milliseconds: Int32) -> Bool {
    var limit = milliseconds
    while true {
      var polled = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      guard poll(&polled, 1, limit) > 0 else { return true }
      limit = 0
      var bytes = [UInt8](repeating: 0, count: 65536)
      let count = bytes.withUnsafeMutableBytes { Glibc.read(master, $0.baseAddress, $0.count) }
      guard count > 0 else { return false }
      output += bytes.prefix(count)
      screen.write(Array(bytes.prefix(count)))
    }
  }

  /// Reads until `condition` holds for the screen; false where it does not within the time.
  func wait(seconds: Double = 8, until condition: (TerminalInMemory) -> Bool) -> Bool {
    let end = Date().addingTimeInterval(seconds)
    while true {
      if condition(screen) { return true }
      if Date() > end { return false }
      if !read(milliseconds: 20) {
        // A program that has gone closes its side at once; polling on would be busy waiting.
        usleep(20_000)
      }
    }
  }

  /// Reads until `text` is on the screen.
  func sees(_ text: String, seconds: Double = 8) -> Bool {
    wait(seconds: seconds) { screen in screen.text.contains { $0.contains(text) } }
  }

  /// Reads until nothing has come for a while.
  func settle(milliseconds: Int32 = 250) {
    var count = -1
    var rounds = 0
    while output.count != count, rounds < 50 {
      count = output.count
      rounds += 1
      if !read(milliseconds: milliseconds) { return }
    }
  }

  /// How the program ended, reading what it writes meanwhile.
  func wait(seconds: Double) -> Ending {
    let end = Date().addingTimeInterval(seconds)
    repeat {
      var status: Int32 = 0
      if waitpid(process, &status, WNOHANG) == process {
        let ending = PTY.ending(status)
        ended = ending
        if master >= 0 { read(milliseconds: 20) }
        return ending
      }
      if let ended { return ended }
      if master >= 0 { read(milliseconds: 10) }
      usleep(10_000)
    } while Date() < end
    return .running
  }

  private var ended: Ending?

  private static func ending(_ status: Int32) -> Ending {
    let signal = status & 0x7F
    return signal == 0 ? .exit((status >> 8) & 0xFF) : .signal(signal)
  }

  func send(_ signal: Int32) { kill(process, signal) }

  /// Waits until the program is stopped (or, with false, runs).
  func isStopped(_ wanted: Bool = true, seconds: Double = 4) -> Bool {
    let end = Date().addingTimeInterval(seconds)
    while Date() < end {
      read(milliseconds: 10)
      let line = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
      let state = line.split(separator: ")").last?.split(separator: " ").first
      if (state == "T") == wanted { return true }
    }
    return false
  }

  /// Closes the window.
  func hangUp() {
    close(master)
    master = -1
  }

  /// Whether line editing and echo are as they were before the program started.
  var isCooked: Bool {
    var modes = termios()
    tcgetattr(master, &modes)
    return modes.c_lflag == before.c_lflag && modes.c_iflag == before.c_iflag && modes.c_oflag == before.c_oflag
  }

  /// Whether the program has left nothing switched on.
  var isRestored: Bool {
    read(milliseconds: 20)
    return isCooked && !screen.isAlternate && screen.isCursorVisible && !screen.hasMouse && lastPasteMode == "l"
  }

  /// `h` or `l`: the last time bracketed paste was switched, it was on or off.
  private var lastPasteMode: Character {
    let text = String(decoding: output, as: UTF8.self)
    guard let found = text.range(of: "\u{1B}[?2004", options: .backwards) else { return "l" }
    return text[found.upperBound...].first ?? "l"
  }
}

enum PTYError: Error {
  case noTerminal
  case cannotStart(String)
}
