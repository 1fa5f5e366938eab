// The mouse, where the terminal has one: nothing needs it.
import Briefing
import Screen

extension State {
  mutating func pointed(_ mouse: Mouse) -> [Effect] {
    guard sheets.isEmpty else { return pointedInSheet(mouse) }
    guard case .normal = mode, let pane = layout.pane(atX: mouse.x, y: mouse.y), let frame = layout.pane(pane) else { return [] }
    message = nil
    switch mouse.action {
    case .wheelUp: return wheel(pane, -3)
    case .wheelDown: return wheel(pane, 3)
    case .press:
      if mouse.y == frame.title.y, let tab = tab(atX: mouse.x, of: frame) { return focus(tab) }
      // A press on the row that is selected already goes in.
      let isSecond = panes.focus == pane && pane != .text
      var effects = panes.focus == pane ? [] : focus(pane)
      if pane == .text {
        let before = text.sentence
        markSentence(atX: mouse.x, y: mouse.y, in: frame.body)
        if let sentence = text.sentence, sentence == before, let open, open.sentences.indices.contains(sentence),
          open.headlineLink(at: open.sentences[sentence].span.start) != nil
        {
          return effects + followInText()
        }
        return effects
      }
      let content = content(of: pane)
      guard let row = content.index(atLine: mouse.y - frame.body.y, top: self[pane].top), mouse.y >= frame.body.y,
        rowsBody(of: pane)?.contains(x: mouse.x, y: mouse.y) ?? false
      else {
        return effects
      }
      if isSecond, row == self[pane].row { return effects + goIn() }
      effects += move(.rows(row - self[pane].row))
      return effects
    case .rightPress: return goOut()
    case .middlePress: return []
    }
  }

  private mutating func pointedInSheet(_ mouse: Mouse) -> [Effect] {
    guard case .normal = mode, let body = sheetRects?.body, let sheet = sheets.last else { return [] }
    message = nil
    switch mouse.action {
    case .wheelUp: return moveInSheet(.rows(-3))
    case .wheelDown: return moveInSheet(.rows(3))
    case .press:
      let content = sheet.paneContent(width: body.width)
      guard mouse.y >= body.y, let row = content.index(atLine: mouse.y - body.y, top: sheet.cursor.top) else { return [] }
      return row == sheet.cursor.row ? goInFromSheet() : moveInSheet(.rows(row - sheet.cursor.row))
    case .rightPress: return closeSheet()
    case .middlePress: return []
    }
  }

  private mutating func wheel(_ pane: PaneID, _ rows: Int) -> [Effect] {
    guard pane != panes.focus else { return move(.rows(rows)) }
    guard pane == .text || pane == .list else {
      self[pane].move(by: rows, count: rowCount(of: pane))
      keepCursorsVisible()
      return loadEvents()
    }
    let before = panes.focus
    panes.focus = pane
    let effects = move(.rows(rows))
    panes.focus = before
    return effects
  }

  private mutating func markSentence(atX x: Int, y: Int, in rect: Rect) {
    let index = text.top + y - rect.y
    guard let open, y >= rect.y, text.layout.lines.indices.contains(index) else { return }
    let line = text.layout.lines[index]
    guard case .text = line.kind else { return }
    var column = rect.x + text.layout.gutter
    var offset = line.range.lowerBound
    while offset + 1 < line.range.upperBound, column < x {
      column += max(0, Width.of(open.scalars[offset]))
      offset += 1
    }
    text.sentence = open.sentence(at: offset)
  }
}
