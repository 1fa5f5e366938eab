// Breaks text into lines of so many columns: at spaces, between ideographs, inside a word only when it is longer than a line.

/// Wraps `scalars` to `width` columns and returns the lines as scalar ranges counted from `offset`.
///
/// A newline ends its line; spaces at the end of a line belong to no line; empty text has no lines, and an empty line of the
/// text is an empty range. A width under 1 counts as 1, and a wide scalar in one column stands alone on its line. Linear in
/// the length of the text.
public func wrap(_ scalars: some RandomAccessCollection<Unicode.Scalar>, offset: Int = 0, width: Int) -> [Range<Int>] {
  var lines: [Range<Int>] = []
  var line = OpenLine(start: 0)
  let limit = max(1, width)
  var position = 0
  for scalar in scalars {
    if scalar == "\n" {
      lines.append(line.start + offset..<line.inkEnd + offset)
      line = OpenLine(start: position + 1)
    } else {
      line.add(scalar, at: position, limit: limit, offset: offset, to: &lines)
    }
    position += 1
  }
  if line.start < position { lines.append(line.start + offset..<line.inkEnd + offset) }
  return lines
}

/// A line while it is being filled.
private struct OpenLine {
  var start: Int
  /// Columns from `start` to here, spaces included.
  var columns = 0
  /// After the last scalar that is no space.
  var inkEnd: Int
  /// Where the line may end, before spaces, and where the next one would then begin; nil before the first such place.
  var breakEnd: Int?
  var breakNext = 0
  /// Columns from `start` to `breakNext`.
  var breakColumns = 0
  /// Columns of the spaces that the line begins with, and where its ink begins.
  var indent = 0
  var inkStart: Int
  var afterSpace = false
  var afterWide = false
  var afterDash = false
  var afterOpening = false

  init(start: Int) {
    self.start = start
    inkStart = start
    inkEnd = start
  }

  mutating func add(
    _ scalar: Unicode.Scalar, at position: Int, limit: Int, offset: Int, to lines: inout [Range<Int>]
  ) {
    let size = max(0, Width.of(scalar))
    // A no-break space is ink.
    if scalar == " " || scalar == "\t" {
      afterSpace = true
      columns += 1
      return
    }
    if size == 0 {
      // Marks stay with what they stand on.
      if !afterSpace || position == start { inkEnd = position + 1 }
      return
    }
    // Spaces at the start of a line are an indent, not a place to break.
    let canBreak = inkEnd > start && (afterSpace || afterDash || mayPart(scalar, size: size))
    if canBreak {
      breakEnd = inkEnd
      breakNext = position
      breakColumns = columns
    }
    while columns + size > limit, inkEnd > start || columns > 0 {
      cut(at: position, offset: offset, to: &lines)
    }
    if inkEnd == start {
      inkStart = position
      indent = columns
    }
    columns += size
    inkEnd = position + 1
    afterSpace = false
    afterWide = size == 2
    afterDash = scalar == "\u{2014}"
    afterOpening = "([{“‘「『【〈《（".unicodeScalars.contains(scalar)
  }

  /// Ideographs part from their neighbours, but no line begins with a closing sign or ends with an opening one.
  private func mayPart(_ scalar: Unicode.Scalar, size: Int) -> Bool {
    guard !afterOpening, afterWide || (size == 2 && inkEnd > start) else { return false }
    switch scalar {
    case "、", "。", "，", "．", "：", "；", "！", "？", "）", "」", "』", "】", "〉", "》", "ー", "”", "’", ",", ".", ")", ":", ";", "!", "?":
      return false
    default: return true
    }
  }

  /// Ends the line at its last good place, or before `position` where there is none.
  private mutating func cut(at position: Int, offset: Int, to lines: inout [Range<Int>]) {
    if let end = breakEnd {
      lines.append(start + offset..<end + offset)
      columns -= breakColumns
      start = breakNext
    } else if inkEnd > start, inkStart > start {
      // The first word fits without the indent before it, or at least more of it does.
      start = inkStart
      columns -= indent
    } else {
      // A word longer than the line, or blanks alone: nothing better than to cut here.
      if inkEnd > start { lines.append(start + offset..<position + offset) }
      columns = 0
      start = position
    }
    inkStart = start
    indent = 0
    inkEnd = max(start, inkEnd)
    breakEnd = nil
  }
}
