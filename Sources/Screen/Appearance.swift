// How a cell looks: what a theme makes of a style, and what the terminal is told.

/// How many colours the terminal shows.
public enum ColourDepth: Int, Hashable, Sendable, CaseIterable, Comparable {
  case mono, eight, sixteen, full

  /// The depth for a terminal of `colours` colours; `noColour` is the value of NO_COLOR, which counts where it is not empty
  /// (no-color.org).
  public init(colours: Int, noColour: String?) {
    if let noColour, !noColour.isEmpty {
      self = .mono
      return
    }
    self = colours >= 256 ? .full : colours >= 16 ? .sixteen : colours >= 8 ? .eight : .mono
  }

  public static func < (a: ColourDepth, b: ColourDepth) -> Bool { a.rawValue < b.rawValue }
}

/// Colours and attributes of a cell.
public struct Appearance: Hashable, Sendable {
  /// A colour number of the terminal's palette; nil is the terminal's own.
  public var foreground: Int?
  public var background: Int?
  public var bold = false
  public var dim = false
  public var italic = false
  public var underline = false
  public var reverse = false

  public init(foreground: Int? = nil, background: Int? = nil, bold: Bool = false, dim: Bool = false) {
    self.foreground = foreground
    self.background = background
    self.bold = bold
    self.dim = dim
  }
}
