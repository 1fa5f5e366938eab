// A sheet as cells: its title, its rows, and the words of the row under the cursor for the last line.
import Briefing
import Screen

extension Sheet {
  func paneContent(width: Int) -> PaneContent {
    let words = isLoading ? "reading" : filter.isEmpty ? content.emptyWords : "no row has \"\(filter.text)\""
    return PaneContent(count: visible.count, emptyWords: [words]) { index in
      PaneRow(lines: content.rows[visible[index]].lines(width: width))
    }
  }
}

extension State {
  /// Where the open sheet's title and rows stand; nil where the screen is too small.
  var sheetRects: (title: Rect, body: Rect)? {
    let layout = self.layout.undivided
    guard layout.mode != .tooSmall else { return nil }
    let y = layout.top == nil ? 0 : 2
    let end = (layout.rules.first { $0.rect.y > y }?.rect.y ?? layout.status?.y) ?? height
    guard end > y + 1 else { return nil }
    return (Rect(x: 0, y: y, width: width, height: 1), Rect(x: 0, y: y + 1, width: width, height: end - y - 1))
  }

  func drawSheet(_ sheet: Sheet, into grid: inout Grid) {
    guard let rects = sheetRects else { return }
    grid.fill(Rect(x: 0, y: rects.title.y, width: width, height: rects.body.maxY - rects.title.y))
    let under = sheets.dropLast().map { Segment(" \($0.content.title) \(symbols.cursor)", .dim) }
    var left = under + [Segment(" \(sheet.content.title)", .focusedTitle)]
    if !sheet.filter.isEmpty { left.append(Segment("  \(keyMap.hint(for: "search") ?? "/")\(sheet.filter.text)", .prompt)) }
    var line = PaneLine(left, right: [Segment(sheet.content.note + "  Esc closes ", .dim)])
    line.rightEnd = .onlyIfBothFit
    grid.draw(line, in: rects.title, symbols: symbols)
    grid.draw(
      sheet.paneContent(width: width), in: rects.body, cursor: sheet.cursor, focused: true, symbols: symbols)
  }

  /// What the last line says of the row under the cursor, and what Enter does there.
  func sheetWords(_ sheet: Sheet) -> (left: String, right: String) {
    let hint = sheet.current?.action?.hint ?? ""
    let copy = sheet.current?.citation == nil ? "" : keyMap.hint(for: "copy").map { "\($0) cites" } ?? ""
    let hints = [sheet.content.hints, copy, hint].filter { !$0.isEmpty }.joined(separator: "  ")
    return (sheet.current?.evidence ?? "", hints)
  }
}
