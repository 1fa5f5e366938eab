// Styles say what a cell means; a theme says how that looks on a terminal of so many colours.

/// What a piece of text is, never how it looks.
public struct Style: Hashable, Sendable {
  /// The part text plays on the screen.
  public enum Role: UInt8, Hashable, Sendable, CaseIterable {
    case text, dim, rule, brand, paneTitle, focusedTitle, hint, key
    case headline, unread, starred, date, vague, unresolved
    case party, source, linked, found, possible, missing
    case prompt, error, progress
  }

  public var role: Role
  /// The row under the cursor of the focused pane.
  public var selected: Bool
  /// The row under the cursor of a pane that has not the focus.
  public var current: Bool
  /// Text that the selected row of some pane points at.
  public var marked: Bool
  /// A word that the search matched.
  public var hit: Bool
  /// A letter of another script that passes for one of those around it.
  public var lookalike = false

  public init(
    _ role: Role = .text, selected: Bool = false, current: Bool = false, marked: Bool = false, hit: Bool = false
  ) {
    self.role = role
    self.selected = selected
    self.current = current
    self.marked = marked
    self.hit = hit
  }

  public static let text = Style(.text)
  public static let dim = Style(.dim)
}
