// Waits for the terminal and for the program's own tasks, and reads what came.
import CTerminal
import Glibc
import Screen

extension Display {
  /// What a wait ended for; several may be set, none after a timeout.
  public struct Ready: OptionSet, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Keys, a paste, the mouse, a new size, the end of the terminal: call `drain`.
    public static let input = Ready(rawValue: 1)
    /// The descriptor given as `wake` can be read.
    public static let wake = Ready(rawValue: 2)
  }

  /// How long a sequence that began with Escape may pause before Escape is taken for the key, in milliseconds.
  private static let escapeDelay: Int32 = 25
  /// How long a paste may pause before its end is taken for lost, in milliseconds.
  private static let pasteDelay: Int32 = 1000

  /// Waits until there is input or `wake` can be read, at most `milliseconds` (nil: as long as it takes).
  public func wait(wake: Int32? = nil, milliseconds: Int? = nil) -> Ready {
    var polled = [
      pollfd(fd: Display.input, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
      pollfd(fd: wake ?? -1, events: Int16(POLLIN), revents: 0),
    ]
    let limit = milliseconds.map { Int32(clamping: max(0, $0)) } ?? -1
    // A signal that interrupts is in the pipe, so that the next round sees it.
    while poll(&polled, nfds_t(polled.count), limit) < 0 && errno == EINTR {}
    var ready: Ready = []
    if polled[0].revents != 0 || polled[1].revents != 0 { ready.insert(.input) }
    if polled[2].revents != 0 { ready.insert(.wake) }
    return ready
  }

  /// Everything that has come in, in order, without waiting for more (beyond the 25 ms that tell Escape from a sequence).
  ///
  /// A stop signal is answered here: the call comes back when the program is continued, with a `.resize`.
  public func drain() -> [InputEvent] {
    var events = drainSignals()
    var total = 0
    var patience: Int32 = 0
    while total < Display.mostBytes, isReadable(within: patience) {
      guard let bytes = readSome() else {
        events += decoder.flush()
        events.append(.eof)
        return events
      }
      total += bytes.count
      events += decoder.feed(bytes)
      patience = decoder.isInPaste ? Display.pasteDelay : decoder.isWaiting ? Display.escapeDelay : 0
    }
    if total < Display.mostBytes { events += decoder.flush() }
    return events
  }

  /// A drain stops here, so that endless input cannot keep the screen from being drawn.
  private static let mostBytes = 4 << 20

  private func drainSignals() -> [InputEvent] {
    var changed = false
    while true {
      switch ct_next_signal() {
      case 0: return changed ? [.resize] : []
      case SIGTSTP: suspend()
      case SIGCONT: resume()
      default:
        readSize()
        // Even where the size is the same again: a terminal that shrank and grew has lost what it cut off.
        redrawAll()
      }
      changed = true
    }
  }

  private func isReadable(within milliseconds: Int32) -> Bool {
    var polled = pollfd(fd: Display.input, events: Int16(POLLIN), revents: 0)
    return poll(&polled, 1, milliseconds) > 0
  }

  /// The bytes that are there; nil where the terminal is gone.
  private func readSome() -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: 65536)
    let count = bytes.withUnsafeMutableBytes { read(Display.input, $0.baseAddress, $0.count) }
    if count < 0 && (errno == EINTR || errno == EAGAIN) { return [] }
    guard count > 0 else { return nil }
    return Array(bytes.prefix(count))
  }
}
