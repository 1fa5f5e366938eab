// The modes that terminfo does not speak of: bracketed paste and the mouse, and how a crash switches everything off.
import CNcurses
import CTerminal
import Glibc

/// What is switched on and off around the reader, as bytes.
struct TerminalModes {
  private(set) var on: [UInt8] = []
  private(set) var off: [UInt8] = []
  /// Whether the terminal understands what xterm does; OSC 52 is sent to these only.
  let isXtermLike: Bool

  /// Terminals whose terminfo does not say it, but which understand xterm's private modes all the same.
  private static let families = [
    "xterm", "tmux", "screen", "rxvt", "foot", "kitty", "alacritty", "wezterm", "konsole", "vte", "st-",
  ]

  init(terminal name: String, mouse: Bool) {
    isXtermLike = nc_string("kmous") != nil || TerminalModes.families.contains { name.hasPrefix($0) }
    guard isXtermLike else { return }
    on += Array("\u{1B}[?2004h".utf8)
    off += Array("\u{1B}[?2004l".utf8)
    guard mouse else { return }
    // Presses only, in the SGR form, which has no limit of columns.
    on += Array("\u{1B}[?1000h\u{1B}[?1006h".utf8)
    off += Array("\u{1B}[?1006l\u{1B}[?1000l".utf8)
  }

  /// Hands the crash handler the bytes that leave the screen: our modes, then what terminfo says.
  func giveToCrashHandler() {
    var bytes = off
    for name in ["sgr0", "op", "cnorm", "rmkx", "rmcup"] {
      if let found = nc_string(name) { bytes += TerminalModes.withoutPadding(String(cString: found)) }
    }
    bytes.withUnsafeBytes { ct_set_restore($0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count) }
  }

  /// Terminfo writes pauses as `$<5>`; a handler cannot wait, and no terminal of today needs them.
  static func withoutPadding(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    var bytes = Array(text.utf8)[...]
    while let byte = bytes.first {
      if byte == 0x24, bytes.dropFirst().first == 0x3C, let end = bytes.firstIndex(of: 0x3E) {
        bytes = bytes[(end + 1)...]
      } else {
        result.append(byte)
        bytes = bytes.dropFirst()
      }
    }
    return result
  }
}
