// Shows a grid: rows that changed are handed to ncurses, which finds the shortest way to write them.
import CNcurses
import Screen

extension Display {
  /// Shows `grid`, clipped to the terminal, and the cursor at a cell, or hides it.
  ///
  /// Rows below a grid that is lower than the terminal are left blank.
  public func present(_ grid: Grid, cursor: (x: Int, y: Int)? = nil) {
    let window = nc_stdscr()
    if shownRows.count != height { shownRows = Array(repeating: nil, count: height) }
    for y in 0..<height {
      let row = y < grid.height ? grid.rows[y] : []
      guard shownRows[y] != row else { continue }
      shownRows[y] = row
      let cells = painter.paint(clipped(row))
      cells.withUnsafeBufferPointer { buffer in
        _ = mvwadd_wchnstr(window, Int32(y), 0, buffer.baseAddress, Int32(buffer.count))
      }
    }
    if let cursor, cursor.x >= 0, cursor.x < width, cursor.y >= 0, cursor.y < height {
      curs_set(1)
      wmove(window, Int32(cursor.y), Int32(cursor.x))
    } else {
      curs_set(0)
    }
    wrefresh(window)
  }

  /// A row in exactly the terminal's width; a wide scalar that does not fit becomes a blank.
  private func clipped(_ row: [Cell]) -> ArraySlice<Cell> {
    if row.count == width { return row[...] }
    var cells = Array(row.prefix(width))
    if row.count > width, let last = cells.last, last.width == 2 { cells[width - 1] = Cell(style: last.style) }
    while cells.count < width { cells.append(.blank) }
    return cells[...]
  }
}
