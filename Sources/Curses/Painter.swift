// From cells to what ncurses writes: attributes, colour pairs, and scalars that this C library counts as we do.
import CNcurses
import Glibc
import Screen

/// Turns rows of cells into rows of `cchar_t`.
struct Painter {
  private struct Colours: Hashable {
    var foreground: Int
    var background: Int
  }

  private let theme: Theme
  private let isUnicode: Bool
  /// Whether the C library takes non-ASCII characters at all.
  private let isWide: Bool
  private var looks: [Style: (attributes: attr_t, pair: Int32)] = [:]
  private var pairs: [Colours: Int32] = [:]

  init(theme: Theme, isUnicode: Bool) {
    self.theme = theme
    self.isUnicode = isUnicode
    isWide = nc_is_utf8() == 1
  }

  /// Switches colours on where there are any and NO_COLOR is not set; returns how many are used.
  static func startColours() -> ColourDepth {
    // Before curses is told of colours, or it would reset them even where none are used.
    let noColour = getenv("NO_COLOR").map { String(cString: $0) }
    guard has_colors(), ColourDepth(colours: 256, noColour: noColour) != .mono else { return .mono }
    guard start_color() == OK, use_default_colors() == OK else { return .mono }
    return ColourDepth(colours: Int(nc_colours()), noColour: noColour)
  }

  /// A row as ncurses takes it: one `cchar_t` a scalar, continuation cells left out.
  mutating func paint(_ row: ArraySlice<Cell>) -> [cchar_t] {
    var result: [cchar_t] = []
    result.reserveCapacity(row.count)
    for cell in row where cell.width > 0 {
      let look = look(of: cell.style)
      append(cell, look, to: &result)
    }
    return result
  }

  private func append(_ cell: Cell, _ look: (attributes: attr_t, pair: Int32), to row: inout [cchar_t]) {
    var scalar = cell.scalar
    var marks = cell.marks
    if !scalar.isASCII {
      let shown = shownForm(of: cell)
      scalar = shown.scalar
      if !shown.keepsMarks { marks = [] }
    }
    row.append(entry(scalar, marks, look))
    // A stand-in takes one column; the second one must be filled, or everything to the right would move.
    if cell.width == 2 && nc_columns(scalar.value) != 2 { row.append(entry(" ", [], look)) }
  }

  /// The scalar itself where the C library counts its columns as our table does; else a stand-in of one column, since a row
  /// on which curses and we disagree would be garbled from there on.
  private func shownForm(of cell: Cell) -> (scalar: Unicode.Scalar, keepsMarks: Bool) {
    if !isUnicode, let standIn = Symbols.asciiStandIn(cell.scalar) { return (standIn, false) }
    if isWide, nc_columns(cell.scalar.value) == Int32(cell.width) { return (cell.scalar, true) }
    return (isWide ? "\u{FFFD}" : "?", false)
  }

  private func entry(
    _ scalar: Unicode.Scalar, _ marks: [Unicode.Scalar], _ look: (attributes: attr_t, pair: Int32)
  ) -> cchar_t {
    var text = [wchar_t(bitPattern: scalar.value)]
    if isWide {
      for mark in marks.prefix(4) where nc_columns(mark.value) == 0 { text.append(wchar_t(bitPattern: mark.value)) }
    }
    text.append(0)
    var cell = cchar_t()
    if nc_cell(&cell, text, look.attributes, look.pair) != OK { nc_cell(&cell, [0x3F, 0], look.attributes, look.pair) }
    return cell
  }

  private mutating func look(of style: Style) -> (attributes: attr_t, pair: Int32) {
    if let known = looks[style] { return known }
    let appearance = theme.appearance(style)
    var attributes: attr_t = 0
    if appearance.bold { attributes |= nc_bold() }
    if appearance.dim { attributes |= nc_dim() }
    if appearance.italic { attributes |= nc_italic() }
    if appearance.underline { attributes |= nc_underline() }
    if appearance.reverse { attributes |= nc_reverse() }
    let look = (attributes, pair(appearance))
    looks[style] = look
    return look
  }

  /// The number of a colour pair, made when first needed; 0, the terminal's own colours, where there are no more.
  private mutating func pair(_ appearance: Appearance) -> Int32 {
    guard appearance.foreground != nil || appearance.background != nil else { return 0 }
    let colours = Colours(foreground: appearance.foreground ?? -1, background: appearance.background ?? -1)
    if let known = pairs[colours] { return known }
    let number = Int32(pairs.count + 1)
    guard number < nc_pairs(), number <= Int32(Int16.max) else { return 0 }
    guard init_extended_pair(number, Int32(colours.foreground), Int32(colours.background)) == OK else { return 0 }
    pairs[colours] = number
    return number
  }
}
