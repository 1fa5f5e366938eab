// What the terminal tells the program, as values: the reader's tests send these, and one target makes them from bytes.

/// Something that came in from the terminal.
public enum InputEvent: Hashable, Sendable {
  case key(Key)
  /// A bracketed paste as one text, newlines kept as `\n`, other controls removed; never taken for key presses.
  case paste(String)
  case mouse(Mouse)
  /// The terminal has another size now; ask the display for it.
  case resize
  /// The terminal is gone: the window was closed, the line hung up.
  case eof
}

/// A press or a turn of the wheel, at a cell counted from 0 at the top left.
public struct Mouse: Hashable, Sendable {
  public enum Action: Hashable, Sendable {
    case press, middlePress, rightPress, wheelUp, wheelDown
  }

  public var action: Action
  public var x: Int
  public var y: Int

  public init(_ action: Action, x: Int, y: Int) {
    self.action = action
    self.x = x
    self.y = y
  }
}
