// The signs the reader draws with, and what stands for them where the locale is not UTF-8.

/// One set of signs; each takes one column.
public struct Symbols: Hashable, Sendable {
  public var unread: Unicode.Scalar
  /// Before a party that the headline names.
  public var headline: Unicode.Scalar
  public var starred: Unicode.Scalar
  public var found: Unicode.Scalar
  public var possible: Unicode.Scalar
  public var missing: Unicode.Scalar
  public var backlink: Unicode.Scalar
  public var similar: Unicode.Scalar
  /// Before a vague time.
  public var about: Unicode.Scalar
  /// Before the selected row.
  public var cursor: Unicode.Scalar
  public var markOpen: Unicode.Scalar
  public var markClose: Unicode.Scalar
  public var ellipsis: Unicode.Scalar
  public var paragraph: Unicode.Scalar
  public var enDash: Unicode.Scalar
  public var dot: Unicode.Scalar
  public var times: Unicode.Scalar
  public var right: Unicode.Scalar
  public var up: Unicode.Scalar
  public var down: Unicode.Scalar
  public var quoteOpen: Unicode.Scalar
  public var quoteClose: Unicode.Scalar
  public var barFull: Unicode.Scalar
  public var barEmpty: Unicode.Scalar
  public var horizontal: Unicode.Scalar
  public var vertical: Unicode.Scalar
  /// Bars of a histogram in one line, the lowest first.
  public var levels: [Unicode.Scalar]
  /// Junctions by the arms they have: 1 up, 2 right, 4 down, 8 left, added up.
  private var junctions: [Unicode.Scalar]

  /// For UTF-8 terminals.
  public static let unicode = Symbols(
    unread: "●", headline: "▴", starred: "★", found: "↗", possible: "?", missing: "○", backlink: "↙", similar: "~", about: "≈",
    cursor: "▸", markOpen: "»", markClose: "«", ellipsis: "…", paragraph: "¶", enDash: "–", dot: "·", times: "×",
    right: "→", up: "↑", down: "↓", quoteOpen: "“", quoteClose: "”", barFull: "█", barEmpty: "░",
    horizontal: "─", vertical: "│", levels: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
    junctions: [" ", "│", "─", "└", "│", "│", "┌", "├", "─", "┘", "─", "┴", "┐", "┤", "┬", "┼"])

  /// For `LANG=C` and poor terminals.
  public static let ascii = Symbols(
    unread: "*", headline: "^", starred: "+", found: "^", possible: "?", missing: "o", backlink: "<", similar: "~", about: "~",
    cursor: ">", markOpen: ">", markClose: "<", ellipsis: ".", paragraph: "#", enDash: "-", dot: "-", times: "x",
    right: ">", up: "^", down: "v", quoteOpen: "\"", quoteClose: "\"", barFull: "#", barEmpty: ".",
    horizontal: "-", vertical: "|", levels: [".", ",", ":", "-", "=", "+", "*", "#"],
    junctions: [" ", "|", "-", "+", "|", "|", "+", "+", "-", "+", "-", "+", "+", "+", "+", "+"])

  /// The line that has arms to these sides.
  public func line(up: Bool, right: Bool, down: Bool, left: Bool) -> Unicode.Scalar {
    junctions[(up ? 1 : 0) + (right ? 2 : 0) + (down ? 4 : 0) + (left ? 8 : 0)]
  }

  /// What stands for `scalar` on a terminal that shows ASCII only: a sign of one column for our own signs and for the
  /// typography of articles, nil where there is none.
  public static func asciiStandIn(_ scalar: Unicode.Scalar) -> Unicode.Scalar? { standIns[scalar] }

  private static let standIns: [Unicode.Scalar: Unicode.Scalar] = {
    var table: [Unicode.Scalar: Unicode.Scalar] = [
      "‘": "'", "’": "'", "‚": "'", "„": "\"", "—": "-", "‑": "-", "‐": "-", "•": "*", "\u{A0}": " ", "\u{202F}": " ",
      "−": "-", "←": "<", "‹": "<", "›": ">",
    ]
    for path in marks { table[unicode[keyPath: path]] = ascii[keyPath: path] }
    for (level, standIn) in zip(unicode.levels, ascii.levels) { table[level] = standIn }
    for (line, standIn) in zip(unicode.junctions, ascii.junctions) where line != " " { table[line] = standIn }
    return table
  }()

  /// Every sign of a set, for the table above and the tests.
  static var marks: [KeyPath<Symbols, Unicode.Scalar>] {
    [
      \.unread, \.headline, \.starred, \.found, \.possible, \.missing, \.backlink, \.similar, \.about, \.cursor, \.markOpen,
      \.markClose,
      \.ellipsis, \.paragraph, \.enDash, \.dot, \.times, \.right, \.up, \.down, \.quoteOpen, \.quoteClose, \.barFull,
      \.barEmpty, \.horizontal, \.vertical,
    ]
  }
}
