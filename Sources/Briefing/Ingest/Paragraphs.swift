// Lines into paragraphs: one a line, or, where the text was broken to a width, the lines between blank ones together.

enum Paragraphs {
  /// The lines of a text as trimmed ranges of scalars; a blank line is an empty range.
  static func lines(of scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    scalars.withUnsafeBufferPointer { buffer in
      var i = 0
      while i <= buffer.count {
        if i == buffer.count || buffer[i] == "\n" || buffer[i] == "\r" {
          lines.append(trim(start..<i, scalars))
          if i + 1 < buffer.count, buffer[i] == "\r", buffer[i + 1] == "\n" { i += 1 }
          start = i + 1
        }
        i += 1
      }
    }
    return lines
  }

  static func trim(_ range: Range<Int>, _ scalars: [Unicode.Scalar]) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isBlank(scalars[start]) { start += 1 }
    while end > start, isBlank(scalars[end - 1]) { end -= 1 }
    return start..<end
  }

  /// White space, or a mark that shows as nothing.
  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    isSpace(scalar) || (scalar.value < 0x20 || scalar.value >= 0x7F) && scalar != "\n" && Sanitize.isForbidden(scalar)
  }

  /// The lines that make each paragraph, as ranges of indices into `lines`, blank ones left out.
  static func group(_ lines: [Range<Int>], from first: Int = 0, in scalars: [Unicode.Scalar]) -> [Range<Int>] {
    let width = wrapWidth(lines[min(first, lines.count)...], scalars)
    let hasBlanks = lines[min(first, lines.count)...].dropLast().contains { $0.isEmpty }
    var groups: [Range<Int>] = []
    var i = first
    while i < lines.count {
      guard !lines[i].isEmpty else {
        i += 1
        continue
      }
      let start = i
      i += 1
      while i < lines.count, !lines[i].isEmpty,
        continues(lines[i - 1], lines[i], width: width, hasBlanks: hasBlanks, scalars)
      {
        i += 1
      }
      groups.append(start..<i)
    }
    return groups
  }

  /// The width the text was broken to, or nil where each line is a paragraph.
  ///
  /// A line that was broken had no room for the next one's first word, and mostly broke off inside a sentence; where most line
  /// ends are so, all were broken.
  private static func wrapWidth(_ lines: ArraySlice<Range<Int>>, _ scalars: [Unicode.Scalar]) -> Int? {
    let width = lines.reduce(0) { max($0, $1.count) }
    guard (40...120).contains(width), lines.count > 1 else { return nil }
    var pairs = 0
    var full = 0
    var inside = 0
    var small = 0
    for i in lines.indices.dropLast() where !lines[i].isEmpty && !lines[i + 1].isEmpty {
      pairs += 1
      if !endsClause(lines[i], scalars), !isCaps(lines[i], scalars), !isCaps(lines[i + 1], scalars) { inside += 1 }
      if scalars[lines[i + 1].lowerBound].properties.isLowercase { small += 1 }
      if isFull(lines[i], before: lines[i + 1], width: width, scalars) { full += 1 }
    }
    return pairs > 0 && full * 10 >= pairs * 6 && inside * 2 >= pairs && small > 0 ? width : nil
  }

  private static func isFull(_ line: Range<Int>, before next: Range<Int>, width: Int, _ scalars: [Unicode.Scalar]) -> Bool {
    let word = scalars[next].firstIndex(where: isSpace).map { $0 - next.lowerBound } ?? next.count
    // Editors that break a little early leave some room.
    return line.count + 1 + word > width - 4
  }

  private static func continues(
    _ line: Range<Int>, _ next: Range<Int>, width: Int?, hasBlanks: Bool, _ scalars: [Unicode.Scalar]
  ) -> Bool {
    guard !startsItem(next, scalars) else { return false }
    if let width, isFull(line, before: next, width: width, scalars) {
      // A headline in capitals that happens to fill its line is still none of the prose below it.
      return isCaps(line, scalars) == isCaps(next, scalars)
    }
    // A text with blank lines between its paragraphs may break inside them anywhere, at clauses say.
    guard hasBlanks || width != nil, line.count <= 120, next.count <= 120, !endsClause(line, scalars) else { return false }
    return scalars[next.lowerBound].properties.isLowercase
  }

  private static func endsClause(_ line: Range<Int>, _ scalars: [Unicode.Scalar]) -> Bool {
    switch scalars[line.upperBound - 1] {
    case ".", "!", "?", ":", ";", "”", "\"": true
    default: false
    }
  }

  private static func isCaps(_ line: Range<Int>, _ scalars: [Unicode.Scalar]) -> Bool {
    var uppers = 0
    var lowers = 0
    for scalar in scalars[line] {
      if scalar.properties.isLowercase { lowers += 1 } else if scalar.properties.isUppercase { uppers += 1 }
    }
    return uppers > lowers
  }

  /// A bullet or a number begins an item of a list, never a continued line.
  private static func startsItem(_ line: Range<Int>, _ scalars: [Unicode.Scalar]) -> Bool {
    let first = scalars[line.lowerBound]
    let second = line.count > 1 ? scalars[line.lowerBound + 1] : " "
    switch first {
    case "•", "*", "#", ">": return true
    case "-" where second == " ": return true
    default: break
    }
    return isDigit(first) && (second == ")" || second == ".") && line.count > 2 && isSpace(scalars[line.lowerBound + 2])
  }
}
