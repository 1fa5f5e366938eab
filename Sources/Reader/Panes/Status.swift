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
    case .filter(let editor):
      let typing = promptRect(layout)
      drawPrompt(keyMap.hint(for: "search") ?? "/", editor, problem: nil, into: &frame, in: typing)
      if typing != rect {
        let count = sheets.last?.visible.count ?? 0
        frame.grid.draw(
          PaneLine([Segment(" \(counted(count, "row", "rows")); Enter keeps them, Esc shows all", .dim)]), in: rect,
          symbols: symbols)
      }
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
    let words = sheets.last.map(sheetWords) ?? evidenceLine()
    let right = words.right.isEmpty ? [] : [Segment(words.right + " ", .hint)]
    var line = PaneLine([Segment(" " + words.left)], right: right)
    // On a narrow screen the words are worth more than the hint beside them.
    if rect.width < 100 { line.rightEnd = .onlyIfBothFit }
    grid.draw(line, in: rect, symbols: symbols)
  }

  private func progressLine(_ progress: ImportProgress, width: Int) -> PaneLine {
    guard progress.total > 0 else {
      return PaneLine([Segment(progress.what == "importing" ? " importing: looking through the files" : " \(progress.what)")])
    }
    let columns = min(24, max(4, width / 4))
    let full = min(columns, columns * max(0, progress.done) / progress.total)
    let bar =
      String(repeating: String(symbols.barFull), count: full) + String(repeating: String(symbols.barEmpty), count: columns - full)
    return PaneLine([
      Segment(" \(progress.what) ", .text), Segment(bar, .progress),
      Segment(" \(grouped(progress.done)) of \(grouped(progress.total))"),
    ])
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
    if let offer, offer.words.count > 1 { return choices(offer.words, chosen: offer.chosen) }
    if let problem = list.problem { return PaneLine([Segment(" " + problem.message, .error)]) }
    if let message { return PaneLine([Segment(" " + message.text, message.isError ? .error : .text)]) }
    if list.scope.query.isEmpty {
      return PaneLine([Segment(" words  \"a phrase\"  -without  party:  date:  source:  is:unread   Tab completes", .dim)])
    }
    if list.rows.isEmpty {
      return PaneLine([
        Segment(list.isLoading ? " searching" : " nothing matches; " + list.suggestions.joined(separator: "; "), .text)
      ])
    }
    let count = matches.map { $0 == "1" ? "1 match" : "\($0) matches" } ?? "\(list.rows.count)\(list.hasOlder ? "+" : "") found"
    return PaneLine([Segment(" \(count); Enter keeps the list, Esc steps back, Tab completes", .dim)])
  }

  /// Words to choose from, the chosen one marked and never out of sight.
  private func choices(_ words: [String], chosen: Int?, isOff: (String) -> Bool = { _ in false }) -> PaneLine {
    var first = 0
    if let chosen {
      while first < chosen, words[first...chosen].reduce(2, { $0 + 2 + Width.of($1) }) > width { first += 1 }
    }
    var segments: [Segment] = [Segment(first > 0 ? String(symbols.ellipsis) : " ", .dim)]
    for index in words.indices.dropFirst(first) {
      let isChosen = index == chosen
      // The sign tells the chosen one where there are no colours.
      let sign = isChosen ? String(symbols.cursor) : " "
      let style = Style(isOff(words[index]) ? .dim : .text, selected: isChosen)
      segments += [Segment(sign, style: Style(.key, selected: isChosen)), Segment(words[index], style: style), Segment(" ")]
    }
    return PaneLine(segments)
  }

  private func commandNote(_ line: CommandLine) -> PaneLine {
    let typed = line.editor.text
    if let name = typed.split(separator: " ").first.map(String.init), typed.contains(" "), let command = Command.named(name) {
      if let message { return PaneLine([Segment(" " + message.text, message.isError ? .error : .text)]) }
      if line.chosen != nil, line.completions.count > 1 {
        return choices(line.completions.map { argument(of: $0)?.argument ?? $0 }, chosen: line.chosen)
      }
      if let reason = command.when(self) { return PaneLine([Segment(" \(name): \(reason)", .error)]) }
      return PaneLine(
        [Segment(" \(command.argument ?? "") ", .key)] + preview(of: command, argument: argument(of: typed)?.argument ?? ""))
    }
    let words = completions(of: typed)
    if words.isEmpty { return PaneLine([Segment(" no command begins so", .error)]) }
    return choices(words, chosen: line.chosen) { Command.named($0)?.when(self) != nil }
  }

  /// What a command would do with the argument so far.
  private func preview(of command: Command, argument: String) -> [Segment] {
    let targets = targets.count
    let whom =
      targets > 1 && ["tag", "untag", "date", "source"].contains(command.name) ? " for \(targets) selected articles" : ""
    guard command.name == "date", !argument.isEmpty else { return [Segment(command.help + whom, .dim)] }
    guard let stamp = DateStamp(parsing: argument) else {
      return [Segment("not a date yet: write 2023-10-05, 2023-10 or 5 Oct 2023", .dim)]
    }
    return [Segment("Enter sets \(longDate(stamp))\(whom)", .text)]
  }
}
