// The last line, and the line that is typed into above it.
import Briefing
import Screen

extension State {
  func drawStatus(into frame: inout Frame, layout: Layout) {
    guard let rect = layout.status else { return }
    switch mode {
    case .search(let editor):
      let typing = promptRect(layout)
      drawPrompt(keyMap.hint(for: "search") ?? "/", editor, problem: list.problem, into: &frame, in: typing)
      if typing != rect { frame.grid.draw(searchNote(), in: rect, symbols: symbols) }
    case .command(let line):
      let typing = promptRect(layout)
      drawPrompt(":", line.editor, problem: nil, into: &frame, in: typing)
      if typing != rect { frame.grid.draw(commandNote(line), in: rect, symbols: symbols) }
    case .normal, .help: drawVoice(into: &frame.grid, in: rect)
    }
  }

  /// The line above the last one, so that the last can explain what is typed; the last one on a low screen.
  private func promptRect(_ layout: Layout) -> Rect {
    let status = layout.status ?? Rect(x: 0, y: height - 1, width: width, height: 1)
    let hasRoom = layout.rules.contains { !$0.isVertical && $0.rect.y == status.y - 1 }
    return hasRoom ? Rect(x: status.x, y: status.y - 1, width: status.width, height: 1) : status
  }

  private func drawVoice(into grid: inout Grid, in rect: Rect) {
    if let progress, message == nil {
      grid.draw(progressLine(progress, width: rect.width), in: rect, symbols: symbols)
      return
    }
    if let message {
      grid.draw(PaneLine([Segment(" " + message.text, message.isError ? .error : .text)]), in: rect, symbols: symbols)
      return
    }
    if let pendingCount {
      grid.draw(PaneLine([Segment(" \(pendingCount)", .prompt)]), in: rect, symbols: symbols)
      return
    }
    let words = evidenceLine()
    let right = words.right.isEmpty ? [] : [Segment(words.right + " ", .hint)]
    var line = PaneLine([Segment(" " + words.left)], right: right)
    // On a narrow screen the words are worth more than the hint beside them.
    if rect.width < 100 { line.rightEnd = .onlyIfBothFit }
    grid.draw(line, in: rect, symbols: symbols)
  }

  private func progressLine(_ progress: ImportProgress, width: Int) -> PaneLine {
    let columns = min(24, max(4, width / 4))
    let full = progress.total > 0 ? min(columns, columns * progress.done / progress.total) : 0
    let bar =
      String(repeating: String(symbols.barFull), count: full) + String(repeating: String(symbols.barEmpty), count: columns - full)
    return PaneLine([Segment(" importing ", .text), Segment(bar, .progress), Segment(" \(progress.done) of \(progress.total)")])
  }

  /// Draws the line that is typed into, scrolled so that the cursor is in view, with a wrong part marked.
  private func drawPrompt(
    _ sign: String, _ editor: LineEditor, problem: QueryError?, into frame: inout Frame, in rect: Rect
  ) {
    frame.grid.fill(rect)
    var x = rect.x + frame.grid.write(" \(sign)", x: rect.x, y: rect.y, style: Style(.prompt))
    let room = max(1, rect.maxX - x - 1)
    var first = 0
    while first < editor.cursor, Width.of(editor.scalars[first..<editor.cursor]) > room { first += 1 }
    var cursorX = x
    for index in first..<editor.scalars.count where x < rect.maxX - 1 {
      if index == editor.cursor { cursorX = x }
      let isWrong = problem.map { index >= $0.offset && index < $0.offset + max(1, $0.length) } ?? false
      x += frame.grid.write(
        CollectionOfOne(editor.scalars[index]), x: x, y: rect.y, limit: rect.maxX - x,
        style: Style(isWrong ? .error : .text))
    }
    if editor.cursor == editor.scalars.count { cursorX = x }
    frame.cursor = (min(cursorX, max(0, rect.maxX - 1)), rect.y)
  }

  private func searchNote() -> PaneLine {
    if let problem = list.problem { return PaneLine([Segment(" " + problem.message, .error)]) }
    if let message { return PaneLine([Segment(" " + message.text, message.isError ? .error : .text)]) }
    if list.scope.query.isEmpty {
      return PaneLine([Segment(" words  \"a phrase\"  -without  party:  date:  source:  is:unread   Tab completes", .dim)])
    }
    if list.rows.isEmpty, !list.isLoading {
      return PaneLine([Segment(" nothing matches. " + list.suggestions.joined(separator: "; "), .text)])
    }
    let count = list.count.map { "\($0) match" + ($0 == 1 ? "" : "es") } ?? "\(list.rows.count)\(list.hasOlder ? "+" : "") found"
    return PaneLine([Segment(" \(count); Enter keeps the list, Esc steps back", .dim)])
  }

  private func commandNote(_ line: CommandLine) -> PaneLine {
    let typed = line.editor.text
    if let name = typed.split(separator: " ").first.map(String.init), typed.contains(" "), let command = Command.named(name) {
      let reason = command.when(self)
      return PaneLine([
        Segment(" \(command.argument ?? "") ", .key), Segment(command.help, .dim),
        Segment(reason.map { "  now: \($0)" } ?? "", .error),
      ])
    }
    var segments: [Segment] = [Segment(" ")]
    for (index, name) in completions(of: typed).enumerated() {
      let isOff = Command.named(name)?.when(self) != nil
      segments.append(Segment(name, style: Style(isOff ? .dim : .text, selected: line.chosen == index)))
      segments.append(Segment("  "))
    }
    if segments.count == 1 { segments.append(Segment("no command begins so", .error)) }
    return PaneLine(segments)
  }
}
