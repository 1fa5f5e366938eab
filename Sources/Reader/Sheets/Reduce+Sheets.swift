// Sheets as they are opened, moved in, filtered, gone in from and closed.
import Briefing
import Screen

extension State {
  /// Opens a sheet over what is on the screen and asks for its rows.
  mutating func openSheet(_ source: SheetSource) -> [Effect] {
    // Asked for where it is open already, it is read anew.
    if sheets.last?.source == source { return reloadSheet() }
    sheets.append(Sheet(source, generation: nextGeneration()))
    return [requestSheet(sheets.count - 1)]
  }

  /// Reads the open sheet anew: what it shows may have changed.
  mutating func reloadSheet() -> [Effect] {
    guard !sheets.isEmpty else { return [] }
    sheets[sheets.count - 1].generation = nextGeneration()
    return [requestSheet(sheets.count - 1)]
  }

  private func requestSheet(_ index: Int) -> Effect {
    .sheet(
      SheetRequest(
        source: sheets[index].source, width: width, symbols: symbols, generation: sheets[index].generation))
  }

  mutating func received(_ content: SheetContent, generation: Int) -> [Effect] {
    guard let index = sheets.firstIndex(where: { $0.generation == generation }) else { return [] }
    sheets[index].fill(content)
    keepSheetCursorVisible()
    return []
  }

  /// Closes the last sheet; what lay under it may be out of date, and is read anew.
  mutating func closeSheet() -> [Effect] {
    guard let last = sheets.last else { return [] }
    if !last.filter.isEmpty {
      sheets[sheets.count - 1].filter = LineEditor()
      sheets[sheets.count - 1].sift()
      keepSheetCursorVisible()
      return []
    }
    sheets.removeLast()
    let left = last.content.leaving.map { [Effect.decide($0)] } ?? []
    if case .lookedAtStory(let article, _)? = last.content.leaving { forgetGains(ofStoryOf: article) }
    return left + (sheets.isEmpty ? rearranged() : reloadSheet())
  }

  /// The list says no longer what a story gained: it was seen.
  private mutating func forgetGains(ofStoryOf article: Int64) {
    guard let story = list.rows.first(where: { $0.stands(for: article) })?.story?.id else { return }
    for index in list.rows.indices where list.rows[index].story?.id == story { list.rows[index].story?.gained = 0 }
  }

  // MARK: Moving

  mutating func moveInSheet(_ step: Step) -> [Effect] {
    guard let body = sheetRects?.body, !sheets.isEmpty else { return [] }
    let distance =
      switch step {
      case .rows(let rows): rows
      case .pages(let pages): Int((pages * Double(max(1, body.height))).rounded(.awayFromZero))
      case .start: -1_000_000_000
      case .end: 1_000_000_000
      }
    let before = sheets[sheets.count - 1].cursor.row
    sheets[sheets.count - 1].move(by: distance)
    let cursor = sheets[sheets.count - 1].cursor
    // At the first row a step up shows the heading over it.
    if cursor.row == before, distance < 0 { sheets[sheets.count - 1].cursor.top = 0 }
    keepSheetCursorVisible()
    return []
  }

  mutating func keepSheetCursorVisible() {
    guard let body = sheetRects?.body, let sheet = sheets.last else { return }
    let content = sheet.paneContent(width: body.width)
    sheets[sheets.count - 1].cursor.top = content.top(keeping: sheet.cursor.row, from: sheet.cursor.top, height: body.height)
  }

  // MARK: Going in

  /// Enter: does what the row is for.
  mutating func goInFromSheet() -> [Effect] {
    guard let action = sheets.last?.current?.action else {
      say("this row leads nowhere")
      return []
    }
    switch action {
    case .jump(let article, let offset): return jump(to: article, offset: offset)
    case .narrow(let query, let label):
      if let here { history.leave(here) }
      sheets = []
      return narrow(to: query, label: label)
    case .sheet(let source): return openSheet(source)
    case .command(let line): return runLine(line)
    }
  }

  /// Leaves for a place in an article, the open one or another; going back returns to where it was left from.
  mutating func jump(to id: Int64, offset: Int?) -> [Effect] {
    if let here { history.leave(here) }
    sheets = []
    let place = Place(
      article: id, offset: -1, sentence: nil, focus: .text, timeline: Cursor(), parties: Cursor(), related: Cursor(),
      mark: offset)
    if open?.id == id {
      restore(place)
      return markRead(id)
    }
    pending = place
    return [request(id)]
  }

  mutating func copyFromSheet() -> [Effect] {
    guard let citation = sheets.last?.current?.citation else {
      complain("copy: this row cites nothing")
      return []
    }
    say("copied: \(citation)")
    return [.copy(citation)]
  }

  // MARK: Filtering

  mutating func beginFilter() -> [Effect] {
    guard let sheet = sheets.last else { return [] }
    mode = .filter(sheet.filter)
    return []
  }

  mutating func typed(_ key: Key, intoFilter editor: LineEditor) -> [Effect] {
    var editor = editor
    switch key {
    case .enter:
      mode = .normal
      return []
    case .escape, .ctrl("c"):
      mode = .normal
      editor = LineEditor()
    case .backspace where editor.isEmpty:
      mode = .normal
      return []
    case .down: return moveInSheet(.rows(1))
    case .up: return moveInSheet(.rows(-1))
    case .pageDown: return moveInSheet(.pages(1))
    case .pageUp: return moveInSheet(.pages(-1))
    default:
      guard edit(&editor, with: key) else { return [] }
      mode = .filter(editor)
    }
    return sift(by: editor)
  }

  mutating func sift(by editor: LineEditor) -> [Effect] {
    guard !sheets.isEmpty else { return [] }
    sheets[sheets.count - 1].filter = editor
    sheets[sheets.count - 1].cursor = Cursor()
    sheets[sheets.count - 1].sift()
    keepSheetCursorVisible()
    return []
  }
}
