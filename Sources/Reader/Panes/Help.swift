// The help: every command with its keys, filtered as one types.
import Briefing
import Screen

extension State {
  /// The help's lines for a filter, those that have no command for it left out.
  func helpLines(filter: String) -> [PaneLine] {
    let words = filter.lowercased().split(separator: " ")
    var lines: [PaneLine] = []
    for group in Command.Group.allCases {
      let matching = Command.all.filter { command in
        guard command.group == group else { return false }
        let keys = keyMap.keys(for: command.name).map(\.label).joined(separator: " ")
        let text = "\(command.name) \(command.help) \(keys) \(group.rawValue)".lowercased()
        return words.allSatisfy { text.contains($0) }
      }
      guard !matching.isEmpty else { continue }
      lines.append(PaneLine([Segment(" \(group.rawValue)", .focusedTitle)]))
      for command in matching { lines += helpLines(of: command) }
      lines.append(PaneLine([]))
    }
    if lines.isEmpty { lines.append(PaneLine([Segment(" no command has \"\(filter)\" in its name, key or help", .dim)])) }
    if words.isEmpty { lines += queryHelp }
    return lines
  }

  private func helpLines(of command: Command) -> [PaneLine] {
    let keys = keyMap.keys(for: command.name).map(\.label).joined(separator: " ")
    let name = ":" + command.name + (command.argument.map { " " + $0 } ?? "")
    let reason = command.when(self)
    let role: Style.Role = reason == nil ? .text : .dim
    let now = reason.map { "  (now: \($0))" } ?? ""
    guard width < 60 else {
      let column = width < 100 ? 18 : 22
      let indent = String(repeating: " ", count: 2 * column + 4)
      let parts = wrapped(command.help + now, width: max(1, width - indent.utf8.count - 1))
      return parts.enumerated().map { index, part in
        guard index == 0 else { return PaneLine([Segment(indent), Segment(part, role)]) }
        return PaneLine([
          Segment("  " + padded(keys, to: column, symbols) + " ", .key), Segment(padded(name, to: column, symbols) + " ", .dim),
          Segment(part, role),
        ])
      }
    }
    // Where it is narrow, the words go below the keys and are whole.
    let first = PaneLine([Segment("  " + (keys.isEmpty ? "" : keys + "  "), .key), Segment(name, .dim)])
    return [first] + wrapped(command.help + now, width: max(1, width - 5)).map { PaneLine([Segment("    " + $0, role)]) }
  }

  private var queryHelp: [PaneLine] {
    let rows = [
      ("drone ankara", "both words, in title or text"), ("\"suicide attack\"", "these words in this order"),
      ("-nato", "without this word"), ("turk*", "words that begin so"),
      ("party:PKK", "articles that involve a party, by any of its names"),
      ("date:2023-10..2023-12", "published then; also date:2023"), ("source:Reuters tag:x", "of a publisher, with a tag"),
      ("is:unread is:starred", "also is:undated, is:missing"), ("7j 05j", "a count; a leading 0 tells 1 to 5 from the panes"),
    ]
    return [PaneLine([Segment(" Searching", .focusedTitle)])]
      + rows.map { PaneLine([Segment("  " + padded($0.0, to: 24, symbols) + " ", .key), Segment($0.1)]) }
  }

  func drawHelp(_ help: HelpState, into grid: inout Grid, in rect: Rect) {
    grid.fill(rect)
    let title = PaneLine(
      [Segment(" Help ", .focusedTitle), Segment(help.filter.isEmpty ? "type to filter" : help.filter.text, .prompt)],
      right: [Segment("Esc closes ", .dim)])
    grid.draw(title, in: rect.row(0), symbols: symbols)
    let lines = helpLines(filter: help.filter.text)
    for line in 1..<max(1, rect.height) where lines.indices.contains(help.top + line - 1) {
      grid.draw(lines[help.top + line - 1], in: rect.row(line), symbols: symbols)
    }
  }
}
