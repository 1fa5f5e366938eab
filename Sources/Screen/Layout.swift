// Where everything stands on a screen of a given size.
//
// A function of the size and of what is focused, and nothing else, so that a resize or a key can never leave two panes on
// the same cells. Wide screens show all five panes; from 80 columns two stand side by side, the article sliding in from
// the right as the focus moves that way; below, one pane at a time.

/// The rectangles of a screen: top line, panes, rules, status line.
public struct Layout: Hashable, Sendable {
  /// What the layout depends on beside the size.
  public struct Choice: Hashable, Sendable {
    public var focus: PaneID
    /// The pane beside the list where only one fits: the last one that was focused there.
    public var tab: PaneID
    /// The focused pane alone, whatever the size.
    public var zoom: Bool
    /// Columns by which the reader made the list or the side panes wider (or narrower, below 0).
    public var listDelta: Int
    public var sideDelta: Int

    public init(focus: PaneID = .list, tab: PaneID = .text, zoom: Bool = false, listDelta: Int = 0, sideDelta: Int = 0) {
      self.focus = focus
      self.tab = tab
      self.zoom = zoom
      self.listDelta = listDelta
      self.sideDelta = sideDelta
    }
  }

  /// A pane on the screen.
  public struct Pane: Hashable, Sendable {
    public var id: PaneID
    /// One row: the title, or the tabs where there are any.
    public var title: Rect
    public var body: Rect
    /// The panes that take turns in this place, itself among them; empty where it has the place to itself.
    public var tabs: [PaneID] = []

    /// Title and body together.
    public var frame: Rect { Rect(x: title.x, y: title.y, width: title.width, height: title.height + body.height) }
  }

  /// A line of one cell's thickness between the parts of the screen.
  public struct Rule: Hashable, Sendable {
    public var rect: Rect
    public var isVertical: Bool
  }

  /// The kinds of arrangement.
  public enum Mode: Hashable, Sendable {
    /// Nothing but a message fits.
    case tooSmall
    /// One pane at a time.
    case single
    /// Two panes side by side, of which one takes turns.
    case double
    /// List, article and side panes at once.
    case triple
  }

  public let width: Int
  public let height: Int
  public internal(set) var mode: Mode
  /// The program's line at the top; nil where the screen is too low for it.
  public internal(set) var top: Rect?
  /// The line that explains the selected row; nil only where the screen is too small.
  public internal(set) var status: Rect?
  public internal(set) var panes: [Pane] = []
  public internal(set) var rules: [Rule] = []

  /// The widest an article is set, in columns: longer lines are hard to follow.
  public static let widestMeasure = 100
  /// Below this, only a message is shown.
  public static let smallest = (width: 20, height: 5)

  /// The pane, where it is on the screen.
  public func pane(_ id: PaneID) -> Pane? { panes.first { $0.id == id } }

  /// The pane at a cell, for the mouse.
  public func pane(atX x: Int, y: Int) -> PaneID? { panes.first { $0.frame.contains(x: x, y: y) }?.id }

  /// Draws the rules, joined where they meet.
  /// The same without what parts the panes: for a list or a text over all of them.
  public var undivided: Layout {
    var whole = self
    whole.panes = []
    whole.rules = rules.filter { !$0.isVertical && $0.rect.width >= width }
    return whole
  }

  public func drawRules(into grid: inout Grid, symbols: Symbols) {
    let style = Style(.rule)
    for rule in rules {
      for y in rule.rect.y..<rule.rect.maxY {
        for x in rule.rect.x..<rule.rect.maxX {
          let sign = symbols.line(
            up: hasRule(x, y - 1, vertical: true), right: hasRule(x + 1, y, vertical: false),
            down: hasRule(x, y + 1, vertical: true), left: hasRule(x - 1, y, vertical: false))
          // A rule of one cell has no neighbours to take its direction from.
          grid.write([sign == " " ? straight(rule, symbols) : sign], x: x, y: y, style: style)
        }
      }
    }
  }

  private func straight(_ rule: Rule, _ symbols: Symbols) -> Unicode.Scalar {
    rule.isVertical ? symbols.vertical : symbols.horizontal
  }

  /// Whether a rule reaches the cell from the side asked for: a vertical one from above or below, and a horizontal one from
  /// left or right. Where the neighbour is a rule of the other direction, it ends there and still touches.
  private func hasRule(_ x: Int, _ y: Int, vertical: Bool) -> Bool {
    rules.contains { $0.isVertical == vertical && $0.rect.contains(x: x, y: y) }
  }
}
