// State to cells: the whole screen, drawn anew for each frame.
import Briefing
import Screen

/// A drawn screen.
public struct Frame: Hashable, Sendable {
  public var grid: Grid
  /// Where the terminal's cursor stands while a line is typed; nil hides it.
  public var cursor: (x: Int, y: Int)? {
    get { cursorX >= 0 ? (cursorX, cursorY) : nil }
    set {
      cursorX = newValue?.x ?? -1
      cursorY = newValue?.y ?? -1
    }
  }
  private var cursorX = -1
  private var cursorY = -1

  init(grid: Grid) { self.grid = grid }
}

extension Layout {
  /// The rows of a pane below its title.
  func body(of pane: PaneID) -> Rect? { self.pane(pane)?.body }
}

extension State {
  /// Where everything stands at the present size and focus.
  public var layout: Layout {
    Layout(
      width: width, height: height,
      choice: Layout.Choice(
        focus: panes.focus, tab: panes.sideTab, zoom: panes.isZoomed, listDelta: 0, sideDelta: panes.sideShift))
  }

  func rowCount(of pane: PaneID) -> Int { content(of: pane).count }

  /// The rows of a pane at its present width.
  func content(of pane: PaneID) -> PaneContent {
    let width = layout.body(of: pane)?.width ?? 40
    switch pane {
    case .list: return listContent(width: width)
    case .time: return dates.map { datesContent($0, width: width) } ?? timelineContent(width: width)
    case .parties: return partiesContent(width: width)
    case .related: return relatedContent(width: width)
    case .text: return PaneContent(count: 0) { _ in PaneRow(lines: []) }
    }
  }
}

/// Draws the state.
public func render(_ state: State) -> Frame {
  var frame = drawn(state)
  frame.grid.markLookalikes()
  return frame
}

private func drawn(_ state: State) -> Frame {
  var frame = Frame(grid: Grid(width: state.width, height: state.height))
  let layout = state.layout
  guard layout.mode != .tooSmall else {
    frame.grid.write("too small", x: 0, y: 0)
    return frame
  }
  if let top = layout.top { state.drawTop(into: &frame.grid, in: top) }
  let isCovered = if case .help = state.mode { true } else { !state.sheets.isEmpty }
  if !state.isEmptyArchive || isCovered {
    (isCovered ? layout.undivided : layout).drawRules(into: &frame.grid, symbols: state.symbols)
  }
  if case .help(let help) = state.mode {
    let y = layout.top == nil ? 0 : 2
    let end = layout.status?.y ?? state.height
    state.drawHelp(help, into: &frame.grid, in: Rect(x: 0, y: y, width: state.width, height: end - y))
    state.drawStatus(into: &frame, layout: layout)
    return frame
  }
  if let sheet = state.sheets.last {
    state.drawSheet(sheet, into: &frame.grid)
    state.drawStatus(into: &frame, layout: layout)
    return frame
  }
  if state.isEmptyArchive {
    let y = layout.top == nil ? 0 : 2
    let end = (layout.rules.first { !$0.isVertical && $0.rect.y > y }?.rect.y ?? layout.status?.y) ?? state.height
    state.drawWelcome(into: &frame.grid, in: Rect(x: 0, y: y, width: state.width, height: end - y))
    state.drawStatus(into: &frame, layout: layout)
    return frame
  }
  for pane in layout.panes {
    state.drawTitle(of: pane, into: &frame.grid)
    if pane.id == .text {
      state.drawArticle(into: &frame.grid, in: pane.body)
    } else {
      frame.grid.draw(
        state.content(of: pane.id), in: state.rowsBody(of: pane.id) ?? pane.body, cursor: state[pane.id],
        focused: state.panes.focus == pane.id, symbols: state.symbols)
      if pane.id == .time { state.drawTimelineFoot(into: &frame.grid) }
    }
  }
  state.drawStatus(into: &frame, layout: layout)
  return frame
}

extension State {
  // MARK: The top line

  func drawTop(into grid: inout Grid, in rect: Rect) {
    var crumbs = ["all briefings"]
    crumbs += list.trail.map(\.label).filter { !$0.isEmpty }
    if !list.label.isEmpty { crumbs.append(list.label) }
    let left: [Segment] = [
      Segment(" Wireroom", .brand), Segment("  " + crumbs.joined(separator: " \(symbols.cursor) "), .text),
    ]
    let leftWidth = left.reduce(0) { $0 + Width.of($1.text) }
    // The hints go first where the line is short, the help's last; then the numbers.
    var right: [String] = []
    var room = rect.width - leftWidth - 3
    func add(_ text: String?, first: Bool = false) {
      guard let text, Width.of(text) + 2 <= room else { return }
      room -= Width.of(text) + 2
      if first { right.insert(text, at: 0) } else { right.append(text) }
    }
    var numbers: [String] = []
    if let totals {
      numbers.append(
        list.scope.query.isEmpty
          ? counted(totals.articles, "briefing", "briefings") : "\(matches ?? "?") of \(grouped(totals.articles))")
      numbers.append("\(grouped(totals.unread)) unread")
      if totals.missingLinks > 0 { numbers.append(counted(totals.missingLinks, "missing link", "missing links")) }
    }
    let help = keyMap.hint(for: "help").map { "\($0) help" }
    add(help)
    for number in numbers.reversed() { add(number, first: true) }
    let hints = [("search", "search"), ("command", "command")].compactMap { name, word in
      keyMap.hint(for: name).map { "\($0) \(word)" }
    }
    for hint in hints where Width.of(hint) + 2 <= room {
      right.insert(hint, at: right.count - (help == nil ? 0 : 1))
      room -= Width.of(hint) + 2
    }
    var line = PaneLine(left, right: [Segment(right.joined(separator: "  ") + " ", .hint)])
    line.rightEnd = .always
    grid.draw(line, in: rect, symbols: symbols)
  }

  // MARK: Pane titles

  private static let paneNames: [PaneID: (long: String, short: String)] = [
    .list: ("Briefings", "List"), .text: ("Article", "Text"),
    .parties: ("Involved parties", "Parties"), .related: ("Related", "Related"),
  ]

  func drawTitle(of pane: Layout.Pane, into grid: inout Grid) {
    var left: [Segment] = []
    if pane.tabs.count > 1 {
      for (id, name) in tabNames(of: pane) {
        let role: Style.Role = id != pane.id ? .dim : panes.focus == id ? .focusedTitle : .paneTitle
        left += [Segment(left.isEmpty ? " " : "  "), Segment(name, role)]
      }
    } else {
      left = [
        Segment(" \(digit(pane.id)) \(paneName(pane.id).long)", panes.focus == pane.id ? .focusedTitle : .paneTitle)
      ]
    }
    let note = titleNote(of: pane)
    var line = PaneLine(left, right: note.isEmpty ? [] : [Segment(note + " ", .dim)])
    line.rightEnd = .onlyIfBothFit
    grid.draw(line, in: pane.title, symbols: symbols)
  }

  private func paneName(_ id: PaneID) -> (long: String, short: String) {
    id == .time ? timelineName : State.paneNames[id] ?? ("", "")
  }

  private func digit(_ id: PaneID) -> Int { (PaneID.allCases.firstIndex(of: id) ?? 0) + 1 }

  /// The tabs of a pane with their names. Where those do not fit, the others keep their digits: those are the keys.
  private func tabNames(of pane: Layout.Pane) -> [(id: PaneID, name: String)] {
    let names = pane.tabs.map { "\(digit($0)) \(paneName($0).short)" }
    let fits = names.reduce(0) { $0 + 2 + Width.of($1) } <= pane.title.width
    return zip(pane.tabs, names).map { id, name in (id, fits || id == pane.id ? name : String(digit(id))) }
  }

  /// The tab that stands at a column of a pane's title, or nil.
  func tab(atX x: Int, of pane: Layout.Pane) -> PaneID? {
    var start = pane.title.x + 1
    for (id, name) in tabNames(of: pane) {
      let end = start + Width.of(name)
      if x >= start, x < end { return id }
      start = end + 2
    }
    return nil
  }

  private func titleNote(of pane: Layout.Pane) -> String {
    switch pane.id {
    case .list:
      if list.isLoading, list.rows.isEmpty { return "reading" }
      if !list.selection.isEmpty { return "\(list.selection.count) selected" }
      if list.scope.order == .rank { return "best first" }
      return list.grouping == .stories ? "by story" : list.grouping == .none ? "newest first, copies too" : "newest first"
    case .text:
      guard let open else { return "" }
      if !text.hits.isEmpty {
        return text.hit.map { "match \($0 + 1) of \(text.hits.count)" } ?? counted(text.hits.count, "match", "matches")
      }
      return "\(open.paragraphCount) \(symbols.paragraph)"
    case .time: return timelineNote
    case .parties:
      guard let open, !open.parties.isEmpty else { return "" }
      return rangeNote(.parties, count: open.parties.count, height: pane.body.height)
    case .related:
      guard let open else { return "" }
      var found = 0
      var possible = 0
      var missing = 0
      for link in open.detail.related.headlines {
        switch link.state {
        case .found: found += 1
        case .possible: possible += 1
        case .missing: missing += 1
        }
      }
      let parts = [(found, "found"), (possible, "possible"), (missing, "missing")].filter { $0.0 > 0 }
      return parts.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    }
  }

  /// "1 match", "7 matches".
  func counted(_ count: Int, _ one: String, _ many: String) -> String { "\(grouped(count)) \(count == 1 ? one : many)" }

  /// How many articles the search finds, "100,000+" where more were not counted; nil until they are.
  var matches: String? { list.count.map { grouped($0) + ($0 >= State.mostCounted ? "+" : "") } }

  private func rangeNote(_ pane: PaneID, count: Int, height: Int) -> String {
    let content = content(of: pane)
    let first = self[pane].top
    var last = first
    var room = height
    while last < count {
      room -= content.row(last).lines.count
      if room < 0 { break }
      last += 1
    }
    if first == 0, last >= count { return "\(count)" }
    return "\(first + 1)\(symbols.enDash)\(max(first + 1, last)) of \(count)" + (last < count ? " \(symbols.down)" : "")
  }
}
