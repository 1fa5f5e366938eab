// Moving: cursors, scrolling, going in and out, and the focus.
import Briefing
import Screen

/// How far to move.
enum Step {
  case rows(Int)
  /// In heights of the pane; rounded away from zero.
  case pages(Double)
  case start
  case end
}

extension State {
  mutating func move(_ step: Step) -> [Effect] {
    guard sheets.isEmpty else { return moveInSheet(step) }
    switch panes.focus {
    case .list: return moveInList(step)
    case .text:
      scrollText(step)
      return []
    case .time, .parties, .related:
      let count = rowCount(of: panes.focus)
      self[panes.focus].move(by: distance(step, count: count), count: count)
      keepCursorsVisible()
      revealEvidence()
      return panes.focus == .time ? loadEvents() : wantedTrend()
    }
  }

  private func distance(_ step: Step, count: Int) -> Int {
    switch step {
    case .rows(let rows): return rows
    case .pages(let pages):
      let height = Double(max(1, rowsBody(of: panes.focus)?.height ?? 1))
      // A list row takes about two lines.
      let rows = panes.focus == .list ? height / 2 : height
      return Int((pages * rows).rounded(.awayFromZero))
    case .start: return -1_000_000_000
    case .end: return 1_000_000_000
    }
  }

  private mutating func moveInList(_ step: Step) -> [Effect] {
    if case .start = step, list.hasNewer { return [load(.newest)] }
    if case .end = step, list.hasOlder, list.scope.order == .newest { return [load(.oldest)] }
    let before = list.current?.id
    list.cursor.move(by: distance(step, count: list.rows.count), count: list.rows.count)
    keepCursorsVisible()
    var effects = loadMore()
    if let row = list.current, row.id != before || open?.id != row.id { effects += preview(row.id) }
    return effects
  }

  /// Goes to the next or the earlier article of the list without leaving the pane.
  mutating func stepInList(by count: Int) -> [Effect] {
    let before = list.current?.id
    list.cursor.move(by: count, count: list.rows.count)
    keepCursorsVisible()
    guard let row = list.current, row.id != before else {
      complain(count > 0 ? "no older article in this list" : "no newer article in this list")
      return []
    }
    return loadMore() + preview(row.id) + (panes.focus == .text ? markRead(row.id) : [])
  }

  private mutating func scrollText(_ step: Step) {
    let height = layout.body(of: .text)?.height ?? 1
    let last = max(0, text.layout.lines.count - height)
    text.top = min(max(0, text.top + distance(step, count: last)), last)
    text.anchor = text.layout.offset(atLine: text.top)
  }

  /// Marks the sentence `count` further on, from the marked one or the first on the screen.
  mutating func moveSentence(by count: Int) -> [Effect] {
    guard let open, !open.sentences.isEmpty else {
      complain("this article has no sentences")
      return []
    }
    let first = open.sentence(at: max(0, text.layout.offset(atLine: text.top))) ?? 0
    let target = text.sentence.map { $0 + count } ?? (count > 0 ? first : max(0, first - 1))
    text.sentence = min(max(0, target), open.sentences.count - 1)
    panes.focus = .text
    reveal(open.sentences[text.sentence!].span.start)
    return rearranged()
  }

  // MARK: Going in and out

  mutating func goIn() -> [Effect] {
    guard sheets.isEmpty else { return goInFromSheet() }
    switch panes.focus {
    case .list:
      guard let row = list.current else { return [] }
      panes.focus = .text
      return (open?.id == row.id ? rearranged() : preview(row.id)) + markRead(row.id)
    case .text: return followInText()
    case .time: return jumpToTimelineRow()
    case .parties: return openDossier()
    case .related: return followRelated()
    }
  }

  mutating func goOut() -> [Effect] {
    guard sheets.isEmpty else { return closeSheet() }
    switch panes.focus {
    case .list:
      if !list.trail.isEmpty { return stepBack() }
      say("this is the top; \(keyMap.hint(for: "quit") ?? ":quit") leaves Wireroom")
      return []
    case .text: return focus(.list)
    case .time, .parties, .related: return focus(.text)
    }
  }

  mutating func focus(_ pane: PaneID) -> [Effect] {
    sheets = []
    if pane != .list, pane != .text { panes.sideTab = pane }
    panes.focus = pane
    var effects = rearranged() + wantedTrend()
    if pane == .text, let id = open?.id { effects += markRead(id) }
    return effects
  }

  mutating func cycleFocus(by count: Int) -> [Effect] {
    let order: [PaneID] = open == nil ? [.list] : [.list, .text, .time, .parties, .related]
    let index = order.firstIndex(of: panes.focus) ?? 0
    return focus(order[((index + count) % order.count + order.count) % order.count])
  }

  mutating func shiftSide(by columns: Int) -> [Effect] {
    panes.sideShift = min(max(-40, panes.sideShift + columns), 80)
    return rearranged()
  }

  // MARK: Keeping things in view

  /// Scrolls the article so that the scalar at `offset` is on the screen, a third down where it was not.
  mutating func reveal(_ offset: Int) {
    let height = layout.body(of: .text)?.height ?? 1
    let line = text.layout.line(of: offset)
    guard line < text.top || line >= text.top + height else { return }
    text.top = line - height / 3
    clampText()
    text.anchor = text.layout.offset(atLine: text.top)
  }

  /// Shows the first place that the selected row of the focused pane points at.
  mutating func revealEvidence() {
    guard layout.body(of: .text) != nil, let first = evidence.first else { return }
    reveal(first.start)
  }

  mutating func clampText() {
    let height = layout.body(of: .text)?.height ?? 1
    text.top = min(max(0, text.top), max(0, text.layout.lines.count - height))
  }

  /// Lays the article out for the present width; what stood at the top stays there.
  mutating func layOutText() {
    guard let open else {
      text.layout = TextLayout()
      text.top = 0
      return
    }
    let width = layout.body(of: .text)?.width ?? max(1, min(width, 80))
    guard text.layout.width != width || text.layout.article != open.id else {
      text.top = text.anchor < 0 ? 0 : text.layout.line(of: text.anchor)
      clampText()
      return
    }
    text.layout = TextLayout(open, width: width, symbols: symbols)
    text.top = text.anchor < 0 ? 0 : text.layout.line(of: text.anchor)
    clampText()
  }

  /// Keeps each pane's cursor inside its rows and inside its pane.
  mutating func keepCursorsVisible() {
    for pane in [PaneID.list, .time, .parties, .related] {
      let content = content(of: pane)
      self[pane].move(by: 0, count: content.count)
      guard let body = rowsBody(of: pane) else { continue }
      self[pane].top = content.top(keeping: self[pane].row, from: self[pane].top, height: body.height)
    }
  }

  /// Where the rows of a pane stand; nil where it is not on the screen.
  func rowsBody(of pane: PaneID) -> Rect? { pane == .time ? timelineBody : layout.body(of: pane) }

  /// The cursor of a pane of rows.
  subscript(pane: PaneID) -> Cursor {
    get {
      switch pane {
      case .list: list.cursor
      case .time: dates?.cursor ?? timeline
      case .parties: parties
      case .related: related
      case .text: Cursor()
      }
    }
    set {
      switch pane {
      case .list: list.cursor = newValue
      case .time: if dates == nil { timeline = newValue } else { dates!.cursor = newValue }
      case .parties: parties = newValue
      case .related: related = newValue
      case .text: break
      }
    }
  }
}
