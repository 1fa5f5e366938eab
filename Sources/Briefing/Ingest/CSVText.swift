// Writes CSV (RFC 4180), the one way for every command: cells quoted where they must be, lines ended by CRLF, and nothing
// that a spreadsheet would run.

/// A line of a table.
public enum CSVText {
  /// The cells as a line, without its end.
  public static func line(_ cells: [String]) -> String { cells.map(cell).joined(separator: ",") }

  /// A spreadsheet runs what begins with one of these signs (CWE-1236): an apostrophe makes it text. Sanitised first, so that
  /// nothing invisible stands before the sign, and on one line.
  public static func cell(_ text: String) -> String {
    let text = Sanitize.text(text).replacing("\n", with: " ")
    // Some drop spaces at the beginning.
    let isFormula = text.unicodeScalars.first { $0 != " " }.map { "=+-@＝＋－＠".unicodeScalars.contains($0) } ?? false
    let safe = isFormula ? "'" + text : text
    let isPlain = !safe.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) } && !safe.hasPrefix(" ") && !safe.hasSuffix(" ")
    return isPlain ? safe : "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }
}
