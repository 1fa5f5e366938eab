// What panes are made of: rows of a few styled lines each. Drawing, scrolling and the mouse know only these.
import Screen

/// A piece of a line in one style.
struct Segment: Hashable, Sendable {
  var text: String
  var style: Style

  init(_ text: String, _ role: Style.Role = .text) {
    self.text = text
    style = Style(role)
  }

  init(_ text: String, style: Style) {
    self.text = text
    self.style = style
  }
}

/// A line with what stands at its left and at its right end.
struct PaneLine: Hashable, Sendable {
  var left: [Segment]
  var right: [Segment] = []
  /// A heading between rows: never under the cursor.
  var isHeading = false
  var rightEnd = RightEnd.upToHalf

  /// When the right end is shown where there is not room for both.
  enum RightEnd {
    case upToHalf
    case always
    case onlyIfBothFit
  }

  init(_ left: [Segment], right: [Segment] = []) {
    self.left = left
    self.right = right
  }

  static func heading(_ text: String) -> PaneLine {
    var line = PaneLine([Segment(text, .dim)])
    line.isHeading = true
    return line
  }
}

/// A row of a pane: one to four lines that are selected together. The first column is left to the sign of the cursor.
struct PaneRow: Hashable, Sendable {
  var lines: [PaneLine]
}

/// The rows of a pane, made one at a time: a list of a thousand rows draws only those on the screen.
struct PaneContent {
  var count: Int
  /// What to say where there are no rows.
  var emptyWords: [String] = []
  var row: (Int) -> PaneRow

  /// The first row to show so that row `index` is wholly inside `height` lines, as near to `top` as can be.
  func top(keeping index: Int, from top: Int, height: Int) -> Int {
    guard count > 0 else { return 0 }
    let index = min(max(0, index), count - 1)
    if index <= top { return index }
    var room = height - row(index).lines.count
    var lowest = index
    while lowest > 0 {
      room -= row(lowest - 1).lines.count
      guard room >= 0 else { break }
      lowest -= 1
    }
    return max(min(top, count - 1), lowest)
  }

  /// The row that is shown at a line of the pane, or nil below the last.
  func index(atLine line: Int, top: Int) -> Int? {
    var y = 0
    var index = top
    while index < count {
      y += row(index).lines.count
      if line < y { return index }
      index += 1
    }
    return nil
  }
}

extension Grid {
  /// Draws a line into a row of the grid: the right end keeps its place, the left one is cut where it must be.
  mutating func draw(
    _ line: PaneLine, in rect: Rect, symbols: Symbols, selected: Bool = false, current: Bool = false
  ) {
    guard !rect.isEmpty else { return }
    var style = Style.text
    if !line.isHeading {
      style.selected = selected
      style.current = current
    }
    fill(rect, style: style)
    let rightWidth = line.right.reduce(0) { $0 + Width.of($1.text) }
    let showsRight: Bool
    switch line.rightEnd {
    case .always: showsRight = rightWidth > 0 && rightWidth <= rect.width
    case .upToHalf: showsRight = rightWidth > 0 && rightWidth * 2 <= rect.width
    case .onlyIfBothFit:
      let leftWidth = line.left.reduce(0) { $0 + Width.of($1.text) }
      showsRight = rightWidth > 0 && leftWidth + 2 + rightWidth <= rect.width
    }
    let room = rect.width - (showsRight ? rightWidth + 1 : 0)
    var x = rect.x
    for segment in line.left {
      let left = rect.x + room - x
      guard left > 0 else { break }
      var own = segment.style
      own.selected = style.selected
      own.current = style.current
      x += write(cut(segment.text, to: left, symbols), x: x, y: rect.y, limit: left, style: own)
    }
    guard showsRight else { return }
    x = rect.maxX - rightWidth
    for segment in line.right {
      var own = segment.style
      own.selected = style.selected
      own.current = style.current
      x += write(segment.text, x: x, y: rect.y, limit: rect.maxX - x, style: own)
    }
  }

  /// Draws the rows of a pane from `cursor.top` on.
  mutating func draw(
    _ content: PaneContent, in rect: Rect, cursor: Cursor, focused: Bool, symbols: Symbols
  ) {
    fill(rect)
    if content.count == 0 {
      var y = rect.y
      for words in content.emptyWords {
        for line in wrapped(words, width: max(1, rect.width - 4)) where y < rect.maxY {
          write(line, x: rect.x + 2, y: y, limit: rect.width - 2, style: .dim)
          y += 1
        }
      }
      return
    }
    var y = rect.y
    var index = cursor.top
    while y < rect.maxY, index < content.count {
      let isHere = index == cursor.row
      // Without colours, and where dim and reversed look alike, a sign in the first column tells the row.
      var needsSign = isHere && focused
      for line in content.row(index).lines where y < rect.maxY {
        draw(
          line, in: Rect(x: rect.x, y: y, width: rect.width, height: 1), symbols: symbols, selected: isHere && focused,
          current: isHere && !focused)
        if needsSign, !line.isHeading {
          write(CollectionOfOne(symbols.cursor), x: rect.x, y: y, style: Style(.key, selected: true))
          needsSign = false
        }
        y += 1
      }
      index += 1
    }
  }
}

/// `text` in at most `columns` columns, with an ellipsis where it was cut.
func cut(_ text: String, to columns: Int, _ symbols: Symbols) -> String {
  guard Width.of(text) > columns else { return text }
  guard columns > 0 else { return "" }
  var view = String.UnicodeScalarView()
  var used = 0
  for scalar in text.unicodeScalars {
    let width = max(0, Width.of(scalar))
    if used + width > columns - 1 { break }
    view.append(scalar)
    used += width
  }
  while view.last == " " { view.removeLast() }
  view.append(symbols.ellipsis)
  return String(view)
}

/// `text` padded with spaces to `columns` columns, or cut to them.
func padded(_ text: String, to columns: Int, _ symbols: Symbols) -> String {
  let short = cut(text, to: columns, symbols)
  return short + String(repeating: " ", count: max(0, columns - Width.of(short)))
}
