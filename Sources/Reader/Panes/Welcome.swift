// The first screen of an empty archive: what to press, and nothing else.
import Briefing
import Screen

extension State {
  /// Nothing was ever imported.
  var isEmptyArchive: Bool { list.isLoaded && list.rows.isEmpty && list.trail.isEmpty && list.scope.query.isEmpty }

  func drawWelcome(into grid: inout Grid, in rect: Rect) {
    let command = keyMap.hint(for: "command") ?? ":"
    var lines: [(key: String, text: String)] = [
      ("", "There are no briefings here yet."), ("", ""),
      ("Enter", "opens the starter briefings that come with Wireroom"),
      (command + "import PATH", "reads your own: a text file, a folder of them, JSON Lines"),
      (keyMap.hint(for: "help") ?? ":help", "shows every key"), (keyMap.hint(for: "quit") ?? ":quit", "leaves"),
    ]
    // Where there are few rows, what to press comes before anything else.
    if rect.height < lines.count + 3 { lines = lines.filter { !$0.key.isEmpty } }
    let wide = rect.width >= 76
    let column = wide ? 14 : 0
    let blockWidth = min(rect.width - 2, column + 60)
    let x = rect.x + max(1, (rect.width - blockWidth) / 2)
    var y = rect.y + (rect.height > lines.count + 3 ? (rect.height - lines.count) / 3 : 0)
    for line in lines {
      let text = wide || line.key.isEmpty ? line.text : line.key + " " + line.text
      if wide { grid.write(line.key, x: x, y: y, style: Style(.key)) }
      let indent = line.key.isEmpty ? 0 : column
      for part in wrapped(text, width: max(1, rect.maxX - x - indent - 1)) where y < rect.maxY {
        grid.write(part, x: x + indent, y: y, style: Style(line.key.isEmpty ? .headline : .text))
        y += 1
      }
    }
  }
}
