// What a user would see: the program's bytes, run through a terminal emulator.
import CVterm

/// A terminal of a given size; bytes in, rows of text out.
final class TerminalInMemory {
  private let terminal: OpaquePointer
  private let state: UnsafeMutablePointer<cv_state>
  private(set) var columns: Int
  private(set) var rows: Int

  init(columns: Int, rows: Int) {
    self.columns = max(1, columns)
    self.rows = max(1, rows)
    state = .allocate(capacity: 1)
    state.initialize(to: cv_state())
    terminal = cv_new(Int32(self.rows), Int32(self.columns), state)
  }

  deinit {
    vterm_free(terminal)
    state.deallocate()
  }

  var isAlternate: Bool { state.pointee.alternate != 0 }
  var isCursorVisible: Bool { state.pointee.cursor_visible != 0 }
  var hasMouse: Bool { state.pointee.mouse != 0 }
  var bells: Int { Int(state.pointee.bells) }

  func write(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { cv_write(terminal, $0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count) }
  }

  func resize(columns: Int, rows: Int) {
    self.columns = max(1, columns)
    self.rows = max(1, rows)
    vterm_set_size(terminal, Int32(self.rows), Int32(self.columns))
  }

  /// The rows, blanks at their ends removed.
  var text: [String] { (0..<rows).map(row) }

  func row(_ y: Int) -> String {
    var line = String.UnicodeScalarView()
    for x in 0..<columns {
      var index: Int32 = 0
      while true {
        let value = cv_scalar(terminal, Int32(y), Int32(x), index)
        guard value != UInt32.max else { break }
        if value == 0 {
          if index == 0 { line.append(" ") }
          break
        }
        if let scalar = Unicode.Scalar(value) { line.append(scalar) }
        index += 1
      }
    }
    while line.last == " " { line.removeLast() }
    return String(line)
  }

  /// Whether the cell is shown in another way than plain text.
  func isEmphasised(x: Int, y: Int) -> Bool { cv_look(terminal, Int32(y), Int32(x)) != 0 }
  func isReversed(x: Int, y: Int) -> Bool { cv_look(terminal, Int32(y), Int32(x)) & 4 != 0 }
}
