// Standard output: lines without controls, and JSON, written in blocks; a reader that goes away ends the program quietly.
import Briefing
import Foundation

/// Collects what a command prints and writes it in blocks.
struct Output: ~Copyable {
  private var bytes: [UInt8] = []
  /// Write after every line, for programs that wait for each answer.
  var isImmediate = false

  init(isImmediate: Bool = false) { self.isImmediate = isImmediate }

  /// How a line ends: as a terminal has it, or as tables and calendars want it.
  enum Ending { case newline, crlf }

  /// Prints a line; controls and invisible characters in it are dropped.
  mutating func line(_ text: String = "", ending: Ending = .newline) {
    // Not `Sanitize.line`, which would close the columns up.
    raw(Sanitize.text(text).utf8.map { $0 == 0x0A ? 0x20 : $0 } + (ending == .crlf ? [0x0D] : []))
  }

  /// Prints a line of JSON, whose writer has escaped what must be.
  mutating func json(_ json: JSONText) { raw(json.bytes) }

  /// Prints a line of a table, without controls.
  mutating func csv(_ cells: [String]) { raw(Array(CSVText.line(cells).utf8) + [0x0D]) }

  /// Says what a decision of the reader's has changed.
  mutating func decided(_ change: Change, asJSON: Bool) {
    guard asJSON else { return line(change.isEmpty ? "nothing to change: it is so already" : change.what) }
    var text = JSONText()
    text.beginObject()
    text.member("decided", change.what)
    text.member("changed", !change.isEmpty)
    text.endObject()
    json(text)
  }

  private mutating func raw(_ line: [UInt8]) {
    bytes += line
    bytes.append(0x0A)
    if isImmediate || bytes.count > 1 << 16 { flush() }
  }

  mutating func flush() {
    let code = send(bytes, to: STDOUT_FILENO)
    bytes.removeAll(keepingCapacity: true)
    guard code != 0 else { return }
    if code != EPIPE { complain("standard output: \(String(cString: strerror(code)))") }
    exit(1)
  }

  /// What was printed before an error is written all the same.
  deinit { _ = send(bytes, to: STDOUT_FILENO) }
}

/// Writes all bytes; returns 0, or the error's number. Not `FileHandle.write`, which traps where nobody reads any more.
func send(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
  var start = 0
  while start < bytes.count {
    let written = bytes[start...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if written < 0, errno == EINTR { continue }
    guard written > 0 else { return errno }
    start += written
  }
  return 0
}
