// One line that the user types into: the search and the command line edit with it.

/// A line of text with a cursor and a history.
public struct LineEditor: Hashable, Sendable {
  public private(set) var scalars: [Unicode.Scalar]
  /// Before which scalar the next one goes, 0...scalars.count.
  public private(set) var cursor: Int
  /// Earlier lines, newest last.
  private var history: [String]
  private var historyIndex: Int
  private var draft: [Unicode.Scalar] = []

  public init(_ text: String = "", history: [String] = []) {
    scalars = Array(text.unicodeScalars)
    cursor = scalars.count
    self.history = history
    historyIndex = history.count
  }

  public var text: String {
    get {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars)
      return String(view)
    }
    set {
      scalars = Array(newValue.unicodeScalars)
      cursor = scalars.count
    }
  }

  public var isEmpty: Bool { scalars.isEmpty }

  /// Puts text at the cursor; controls and line breaks become spaces, and a line keeps at most 4,096 scalars.
  public mutating func insert(_ text: some Sequence<Unicode.Scalar>) {
    for scalar in text where scalars.count < 4096 {
      let plain: Unicode.Scalar = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) ? " " : scalar
      scalars.insert(plain, at: cursor)
      cursor += 1
    }
  }

  /// Removes the scalar before the cursor; false where there is none.
  @discardableResult
  public mutating func deleteBackward() -> Bool {
    guard cursor > 0 else { return false }
    cursor -= 1
    scalars.remove(at: cursor)
    return true
  }

  public mutating func deleteForward() {
    if cursor < scalars.count { scalars.remove(at: cursor) }
  }

  public mutating func deleteWord() {
    let end = cursor
    while cursor > 0, scalars[cursor - 1] == " " { cursor -= 1 }
    while cursor > 0, scalars[cursor - 1] != " " { cursor -= 1 }
    scalars.removeSubrange(cursor..<end)
  }

  public mutating func deleteToStart() {
    scalars.removeSubrange(0..<cursor)
    cursor = 0
  }

  public mutating func move(by count: Int) { cursor = min(max(0, cursor + count), scalars.count) }
  public mutating func moveToStart() { cursor = 0 }
  public mutating func moveToEnd() { cursor = scalars.count }

  /// Goes to an earlier (-1) or later (1) line; what was being typed comes back after the newest.
  public mutating func recall(_ step: Int) {
    let target = historyIndex + step
    guard target >= 0, target <= history.count else { return }
    if historyIndex == history.count { draft = scalars }
    historyIndex = target
    scalars = target == history.count ? draft : Array(history[target].unicodeScalars)
    cursor = scalars.count
  }

  /// Replaces what stands from `start` to the cursor.
  public mutating func replace(from start: Int, with words: String) {
    let start = min(max(0, start), cursor)
    let new = Array(words.unicodeScalars)
    scalars.replaceSubrange(start..<cursor, with: new)
    cursor = start + new.count
  }

  /// Where the query's word before the cursor begins: after a space, a parenthesis or a minus that is in no quotation marks.
  public var queryWordStart: Int {
    var start = 0
    var isQuoted = false
    for index in 0..<cursor {
      if scalars[index] == "\"" { isQuoted.toggle() }
      guard !isQuoted else { continue }
      if scalars[index] == " " || scalars[index] == "(" || (scalars[index] == "-" && index == start) { start = index + 1 }
    }
    return start
  }

  /// What stands from `start` to the cursor.
  public func text(from start: Int) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[min(max(0, start), cursor)..<cursor])
    return String(view)
  }
}
