// The terminal while the reader is on it: taken over at the start, given back at the end, on Ctrl-Z and on a crash.
//
// Drawing goes through ncurses; keys do not, because an escape sequence that curses does not know would come through as
// the keys it consists of, and so as actions.
import CNcurses
import CTerminal
import Glibc
import Screen

/// The terminal on standard input and output. One at a time, and used by one thread.
public final class Display {
  /// How many colours are used: what the terminal has, or none where NO_COLOR is set.
  public let depth: ColourDepth
  /// Whether the locale is UTF-8; where not, signs and typography are shown by ASCII stand-ins.
  public let isUnicode: Bool
  public private(set) var width = 80
  public private(set) var height = 24

  let modes: TerminalModes
  let signals: Int32
  var painter: Painter
  var decoder = KeyDecoder()
  /// What is on the screen, row by row; nil where it must be written again.
  var shownRows: [[Cell]?] = []
  private var screen: OpaquePointer?
  private var isOn = false

  /// The terminal's file descriptor for reading.
  static let input: Int32 = 0
  /// The terminal's file descriptor for writing.
  static let output: Int32 = 1

  /// Takes the terminal over: alternate screen, raw keys, bracketed paste, and the mouse if wanted and known.
  public init(mouse: Bool = true) throws(TerminalError) {
    guard isatty(Display.input) == 1, isatty(Display.output) == 1 else { throw .notATerminal }
    let name = getenv("TERM").map { String(cString: $0) } ?? ""
    guard !name.isEmpty else { throw .unknown("") }
    isUnicode = nc_set_locale() == 1
    guard ct_remember(Display.output) == 0 else { throw .notATerminal }
    guard let screen = nc_newterm() else { throw name == "dumb" ? .cannotDraw(name) : .unknown(name) }
    guard nc_string("cup") != nil else {
      endwin()
      delscreen(screen)
      throw .cannotDraw(name)
    }
    self.screen = screen
    modes = TerminalModes(terminal: name, mouse: mouse)
    depth = Painter.startColours()
    painter = Painter(theme: Theme(depth: depth), isUnicode: isUnicode)
    signals = ct_watch()
    modes.giveToCrashHandler()
    ct_guard()
    raw()
    noecho()
    nonl()
    ct_hold_errors()
    turnOn()
    readSize()
  }

  /// The signs that this terminal can show.
  public var symbols: Symbols { isUnicode ? .unicode : .ascii }

  /// Gives the terminal back as it was found. Called again it does nothing.
  public func end() {
    guard let screen else { return }
    turnOff()
    delscreen(screen)
    self.screen = nil
    ct_release_errors()
  }

  /// Gives the terminal back, stops the program as Ctrl-Z does, and takes the terminal over again when it is continued.
  public func suspend() {
    guard screen != nil else { return }
    turnOff()
    ct_stop()
    resume()
  }

  /// Takes the terminal over again after someone else had it, and forgets what was on the screen.
  public func resume() {
    guard screen != nil else { return }
    turnOn()
    readSize()
    redrawAll()
  }

  /// Lets the next `present` write every cell again.
  public func redrawAll() {
    shownRows = []
    clearok(nc_curscr(), true)
  }

  /// Lets `body` have the terminal in its ordinary state, for a pager or an editor.
  public func released<Result>(_ body: () -> Result) -> Result {
    turnOff()
    defer { resume() }
    return body()
  }

  private func turnOn() {
    guard !isOn else {
      // Stopped by a signal that cannot be caught: the shell has set its own modes meanwhile.
      reset_prog_mode()
      writeAll(modes.on)
      return
    }
    isOn = true
    ct_set_shown(1)
    // After endwin this enters the alternate screen again, with the program's modes. The first time that is done, and the
    // first frame need not wait for an empty one.
    if isendwin() { wrefresh(nc_stdscr()) }
    curs_set(0)
    writeAll(modes.on)
  }

  private func turnOff() {
    guard isOn else { return }
    isOn = false
    writeAll(modes.off)
    curs_set(1)
    endwin()
    ct_set_shown(0)
  }

  /// Follows the size of the terminal; a terminal that does not say keeps what it had.
  func readSize() {
    var columns: Int32 = 0
    var rows: Int32 = 0
    ct_size(Display.output, &columns, &rows)
    let known = nc_stdscr()
    let wanted = (columns > 0 ? columns : getmaxx(known), rows > 0 ? rows : getmaxy(known))
    if wanted != (getmaxx(known), getmaxy(known)) {
      resizeterm(wanted.1, wanted.0)
    }
    width = Int(wanted.0)
    height = Int(wanted.1)
  }

  func writeAll(_ bytes: [UInt8]) {
    var start = 0
    while start < bytes.count {
      let written = bytes[start...].withUnsafeBytes { write(Display.output, $0.baseAddress, $0.count) }
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else { return }
      start += written
    }
  }

  deinit { end() }
}
