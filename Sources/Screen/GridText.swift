// A grid as text, for snapshots: first what is written, then what it means.

extension Grid {
  /// The rows as lines, blanks at their ends removed; a wide scalar stands once, with its marks.
  public var plainText: String {
    rows.map { row in
      var line = String.UnicodeScalarView()
      for cell in row where cell.width > 0 {
        line.append(cell.scalar)
        line.append(contentsOf: cell.marks)
      }
      while line.last == " " { line.removeLast() }
      return String(line)
    }.joined(separator: "\n")
  }

  /// The styles that are not plain text, one line a row: `3: 0-12 dim, 13-20 text+marked`; columns are closed ranges.
  public var styleRuns: String {
    var lines: [String] = []
    for (y, row) in rows.enumerated() {
      var runs: [String] = []
      var start = 0
      while start < row.count {
        var end = start + 1
        while end < row.count, row[end].style == row[start].style { end += 1 }
        if row[start].style != .text { runs.append("\(start)-\(end - 1) \(row[start].style.name)") }
        start = end
      }
      if !runs.isEmpty { lines.append("\(y): " + runs.joined(separator: ", ")) }
    }
    return lines.joined(separator: "\n")
  }
}

extension Style {
  /// The role and the flags, as snapshots write them: `dim`, `unread+selected`, `text+marked+hit`.
  public var name: String {
    var name = "\(role)"
    if selected { name += "+selected" }
    if current { name += "+current" }
    if marked { name += "+marked" }
    if hit { name += "+hit" }
    if lookalike { name += "+lookalike" }
    return name
  }
}
