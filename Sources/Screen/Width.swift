// How many columns a scalar takes on a terminal.

/// Column widths of Unicode scalars, from a table of our own: the C library's differ by version and locale.
public enum Width {
  /// -1 for controls (never shown), 0 for marks that join the cell before, else 1 or 2 columns.
  public static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x20 || (value >= 0x7F && value < 0xA0) { return -1 }
    return 1
  }

  /// The columns that `text` takes.
  public static func of(_ text: some Sequence<Unicode.Scalar>) -> Int {
    var total = 0
    for scalar in text { total += max(0, of(scalar)) }
    return total
  }

  /// The columns that `text` takes.
  public static func of(_ text: String) -> Int { of(text.unicodeScalars) }
}
