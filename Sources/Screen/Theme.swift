// What styles look like on a terminal of so many colours.
//
// Quiet: one accent colour, grey for what is secondary, red for errors only. Meaning is never in colour alone: in mono the
// selected row is reversed, marked text underlined, a hit bold and underlined, an unread headline bold. Wherever a
// background is set the foreground is set too, so that light and dark terminals show the same contrast.

/// Turns styles into colours and attributes.
public struct Theme: Hashable, Sendable {
  public let depth: ColourDepth
  private let palette: Palette

  public init(depth: ColourDepth) {
    self.depth = depth
    palette = Palette.of(depth)
  }

  /// How a cell of `style` looks. Selection lies over marks, marks over hits, hits over the role.
  public func appearance(_ style: Style) -> Appearance {
    var look = base(style.role)
    if style.hit {
      look.bold = true
      look.underline = true
      look.dim = false
      look.foreground = palette.accent ?? look.foreground
    }
    if style.marked { paint(&look, palette.marked) { $0.underline = true } }
    if style.current && !style.selected {
      // Marked text keeps its own background in a row that only remembers where the cursor was.
      if !style.marked { paint(&look, palette.current) { $0.dim = true } }
      if depth == .mono { look.reverse = true }
    }
    if style.selected {
      if !style.marked || depth == .mono { paint(&look, palette.selected) { $0.reverse = true } }
      look.dim = false
      if style.marked && depth != .mono { look.bold = true }
    }
    // Over everything else: it is a warning.
    if style.lookalike {
      look.underline = true
      look.reverse = !look.reverse
      look.foreground = palette.error ?? look.foreground
    }
    return look
  }

  /// Puts a pair of colours on `look`, or in mono what stands for them.
  private func paint(_ look: inout Appearance, _ pair: Palette.Pair?, mono: (inout Appearance) -> Void) {
    guard let pair else {
      mono(&look)
      return
    }
    look.foreground = pair.foreground
    look.background = pair.background
    look.dim = false
  }

  private func base(_ role: Style.Role) -> Appearance {
    switch role {
    case .text, .party, .source, .date, .possible: Appearance()
    case .dim, .hint, .paneTitle, .unresolved, .missing: secondary
    case .rule: Appearance(foreground: palette.rule, dim: palette.rule == nil)
    case .vague: italic(secondary)
    case .brand, .key, .starred: Appearance(foreground: palette.accent, bold: true)
    case .focusedTitle: focused
    case .linked, .found, .progress: Appearance(foreground: palette.accent)
    case .headline, .unread, .prompt: Appearance(bold: true)
    case .error: Appearance(foreground: palette.error, bold: true)
    }
  }

  private var secondary: Appearance { Appearance(foreground: palette.secondary, dim: palette.secondary == nil) }

  /// Bright, as the title of the one pane that gets the keys; reversed where there is no colour to tell it by.
  private var focused: Appearance {
    var look = Appearance(foreground: palette.accent, bold: true)
    look.reverse = palette.accent == nil
    return look
  }

  private func italic(_ look: Appearance) -> Appearance {
    var slanted = look
    slanted.italic = true
    return slanted
  }
}

/// The few colours of a theme; nil where the terminal has none fit for it.
private struct Palette: Hashable, Sendable {
  struct Pair: Hashable, Sendable {
    var foreground: Int
    var background: Int
  }

  var accent: Int?
  var secondary: Int?
  var rule: Int?
  var error: Int?
  var selected: Pair?
  var current: Pair?
  var marked: Pair?

  static func of(_ depth: ColourDepth) -> Palette {
    switch depth {
    case .mono: Palette()
    case .eight:
      Palette(
        accent: 6, error: 1, selected: Pair(foreground: 0, background: 6), current: Pair(foreground: 7, background: 4),
        marked: Pair(foreground: 0, background: 3))
    case .sixteen:
      Palette(
        accent: 6, secondary: 8, rule: 8, error: 9, selected: Pair(foreground: 0, background: 6),
        current: Pair(foreground: 15, background: 8), marked: Pair(foreground: 0, background: 3))
    case .full:
      Palette(
        accent: 73, secondary: 245, rule: 240, error: 167, selected: Pair(foreground: 255, background: 24),
        current: Pair(foreground: 252, background: 238), marked: Pair(foreground: 16, background: 180))
    }
  }
}
