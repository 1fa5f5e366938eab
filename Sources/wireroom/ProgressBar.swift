// A progress bar on standard error where that is a terminal; silence elsewhere.
import Foundation
import Synchronization

/// Shows how far a long command is.
struct ProgressBar {
  private let what: String
  private let total: Int
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let start = DispatchTime.now()
  private var shown = -1

  init(what: String, total: Int) {
    self.what = what
    self.total = total
  }

  mutating func show(_ done: Int, of newTotal: Int? = nil) {
    let total = newTotal ?? self.total
    guard isTerminal, total > 0, shown < 0 || done * 200 / total != shown * 200 / total || done == total else { return }
    shown = done
    let full = min(24, 24 * done / total)
    let seconds = Double(DispatchTime.now().uptimeNanoseconds - start.uptimeNanoseconds) / 1e9
    let rate = seconds > 0.2 ? "  \(Int(Double(done) / seconds)) a second" : ""
    let bar = String(repeating: "#", count: full) + String(repeating: ".", count: 24 - full)
    _ = send(Array("\r\(what) [\(bar)] \(done) of \(total)\(rate)   ".utf8), to: STDERR_FILENO)
  }

  /// Clears the line.
  func finish() {
    if isTerminal, shown >= 0 { _ = send(Array("\r\u{1B}[K".utf8), to: STDERR_FILENO) }
  }
}

/// A progress bar that several threads show.
final class SharedProgressBar: Sendable {
  private let bar: Mutex<ProgressBar>

  init(what: String, total: Int) { bar = Mutex(ProgressBar(what: what, total: total)) }

  func show(_ done: Int, of total: Int) { bar.withLock { $0.show(done, of: total) } }
  func finish() { bar.withLock { $0.finish() } }
}
