// How many columns a scalar takes on a terminal.
//
// From a table of our own, since the C library's differs by version and locale. Everything counts single scalars, never
// clusters: that is how curses and most terminals count, and whatever would make a cluster-counting terminal come to
// another number (variation selectors, joiners, skin tones) has no column and never reaches a cell.

/// Column widths of Unicode scalars.
public enum Width {
  /// The version of Unicode that the table follows.
  public static var unicodeVersion: String { WidthTable.version }

  /// -1 for controls (never shown), 0 for marks that join the cell before and for what is dropped, else 1 or 2 columns.
  ///
  /// A tab counts as one blank, which is what a grid writes for it.
  public static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x7F { return value < 0x20 && value != 0x09 ? -1 : 1 }
    if value < 0xA0 { return -1 }
    if value < 0x300 { return value == 0xAD ? 0 : 1 }
    // The scripts and signs that briefings are full of, without a search: dashes and quotation marks, Cyrillic, ideographs.
    if value >= 0x2010 && value < 0x2028 { return 1 }
    if value >= 0x370 && value < 0x483 { return 1 }
    if value >= 0x4E00 && value < 0xA000 { return 2 }
    if contains(WidthTable.zero, value) { return 0 }
    return contains(WidthTable.wide, value) ? 2 : 1
  }

  /// The columns that `text` takes.
  public static func of(_ text: some Sequence<Unicode.Scalar>) -> Int {
    var total = 0
    for scalar in text { total += max(0, of(scalar)) }
    return total
  }

  /// The columns that `text` takes.
  public static func of(_ text: String) -> Int { of(text.unicodeScalars) }

  /// True for scalars that never enter a cell: controls (the tab aside), format and bidi controls, joiners, variation selectors, tags,
  /// fillers, line separators, soft hyphens, skin tones.
  public static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09: false
    case ..<0x20, 0x7F..<0xA0, 0xAD: true
    case ..<0x34F: false
    case 0x34F, 0x61C, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F: true
    case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x3164, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0: true
    case 0xFFF0...0xFFFB, 0x13430...0x1343F, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0x1F3FB...0x1F3FF: true
    case 0xE0000...0xE0FFF: true
    default: false
    }
  }

  /// Whether `value` lies in one of the closed ranges of `table`.
  private static func contains(_ table: [UInt32], _ value: UInt32) -> Bool {
    var low = 0
    var high = table.count / 2
    while low < high {
      let middle = (low + high) / 2
      if value > table[middle * 2 + 1] {
        low = middle + 1
      } else if value < table[middle * 2] {
        high = middle
      } else {
        return true
      }
    }
    return false
  }
}
