// A screen as a value: rows of cells. Panes write into it; tests read it; one target shows it.

/// A rectangle of cells. Writing clips at its edges and never traps, whatever the coordinates.
public struct Grid: Hashable, Sendable {
  public let width: Int
  public let height: Int
  public private(set) var rows: [[Cell]]

  public init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
    rows = Array(repeating: Array(repeating: .blank, count: self.width), count: self.height)
  }

  /// No text begins so far to the left of a screen; beyond it, sums of coordinates could overflow.
  private static let farAway = 1 << 30

  public var bounds: Rect { Rect(x: 0, y: 0, width: width, height: height) }

  /// Writes `text` from (x, y) to the right, clipped to `limit` columns and to the grid; returns the columns used.
  ///
  /// Controls, joiners and whatever else `Width.isDropped` names become nothing, a tab becomes a blank, a wide scalar that
  /// would be cut in half becomes a blank, and a wide scalar that is overwritten by halves leaves no half behind.
  @discardableResult
  public mutating func write(
    _ text: some Sequence<Unicode.Scalar>, x: Int, y: Int, limit: Int = .max, style: Style = .text
  ) -> Int {
    guard x < width, x > -Grid.farAway else { return 0 }
    var column = x
    let end = limit >= width - x ? width : x + max(0, limit)
    for scalar in text {
      if Width.isDropped(scalar) { continue }
      let columns = Width.of(scalar)
      if columns == 0 {
        addMark(scalar, before: column, from: x, row: y)
        continue
      }
      if column + columns > end {
        // Half a wide scalar cannot be shown: a blank stands for it, and the text ends here.
        guard column < end else { break }
        set(Cell(style: style), x: column, y: y)
        column += 1
        break
      }
      set(Cell(scalar == "\t" ? " " : scalar, width: UInt8(columns), style: style), x: column, y: y)
      column += columns
    }
    return column - x
  }

  /// Writes a string; see `write(_:x:y:limit:style:)` for scalars.
  @discardableResult
  public mutating func write(_ text: String, x: Int, y: Int, limit: Int = .max, style: Style = .text) -> Int {
    write(text.unicodeScalars, x: x, y: y, limit: limit, style: style)
  }

  /// Fills `rect` with a scalar of one column; any other scalar counts as a blank.
  public mutating func fill(_ rect: Rect, with scalar: Unicode.Scalar = " ", style: Style = .text) {
    let area = rect.intersection(bounds)
    let cell = Cell(Width.of(scalar) == 1 && scalar != "\t" ? scalar : " ", style: style)
    for y in area.y..<area.maxY {
      for x in area.x..<area.maxX { set(cell, x: x, y: y) }
    }
  }

  /// Changes the style of every cell in `rect` and leaves its text.
  public mutating func restyle(_ rect: Rect, _ change: (inout Style) -> Void) {
    let area = rect.intersection(bounds)
    for y in area.y..<area.maxY {
      for x in area.x..<area.maxX { change(&rows[y][x].style) }
    }
  }

  private mutating func set(_ cell: Cell, x: Int, y: Int) {
    guard y >= 0, y < height, x >= 0, x + Int(cell.width) <= width else { return }
    // A wide scalar that loses one half is gone as a whole.
    if rows[y][x].width == 0, x > 0 { rows[y][x - 1] = Cell(style: rows[y][x - 1].style) }
    let last = x + Int(cell.width) - 1
    if rows[y][last].width == 2, last + 1 < width { rows[y][last + 1] = Cell(style: rows[y][last + 1].style) }
    rows[y][x] = cell
    if cell.width == 2 { rows[y][x + 1] = Cell(" ", width: 0, style: cell.style) }
  }

  private mutating func addMark(_ mark: Unicode.Scalar, before column: Int, from start: Int, row y: Int) {
    guard y >= 0, y < height, column > start, column <= width else { return }
    var x = column - 1
    guard x >= 0 else { return }
    if rows[y][x].width == 0, x > 0 { x -= 1 }
    if rows[y][x].marks.count < 4 { rows[y][x].marks.append(mark) }
  }
}
