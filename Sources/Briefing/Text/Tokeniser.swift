// Cuts scalars into tokens. The cuts serve names and dates alike: "U.S." is one token, "Turkey's" two, "58-year-old" five.

/// The tokens of the given spans, in order. Scalars outside the spans make none.
func tokenise(_ scalars: [Unicode.Scalar], in spans: [Span]) -> [Token] {
  var tokens: [Token] = []
  tokens.reserveCapacity(scalars.count / 5 + 8)
  for span in spans {
    var cutter = TokenCutter(scalars: scalars, end: min(span.end, scalars.count), at: max(0, span.start))
    while let token = cutter.next() { tokens.append(token) }
  }
  return tokens
}

private struct TokenCutter {
  let scalars: [Unicode.Scalar]
  let end: Int
  var at: Int
  var spaceBefore = true

  init(scalars: [Unicode.Scalar], end: Int, at: Int) {
    self.scalars = scalars
    self.end = end
    self.at = at
  }

  mutating func next() -> Token? {
    while at < end, isSpace(scalars[at]) {
      at += 1
      spaceBefore = true
    }
    guard at < end else { return nil }
    let start = at
    let kind: Token.Kind
    if isDigit(scalars[at]) {
      at = numberEnd(from: at)
      kind = .number
    } else if isLetter(scalars[at]) {
      at = wordEnd(from: at)
      kind = .word
    } else if scalars[at] == "'", at + 1 < end, scalars[at + 1] == "s" || scalars[at + 1] == "S", start > 0,
      isLetterOrDigit(scalars[start - 1]) || scalars[start - 1] == ".", at + 2 >= end || !isLetterOrDigit(scalars[at + 2])
    {
      // The possessive is a token of its own, so that a name ends where it ends.
      at += 2
      kind = .sign
    } else {
      at += 1
      kind = .sign
    }
    let text = string(start, at)
    let casing = kind == .word ? casing(of: scalars[start..<at]) : .none
    let token = Token(
      span: Span(start, at), kind: kind, casing: casing, spaceBefore: spaceBefore, text: text,
      lower: casing == .lower || kind == .sign ? text : text.lowercased())
    spaceBefore = false
    return token
  }

  /// Digits with their inner separators (2,011  3.5  10:30) and the letters stuck to them (1970s, 5th, 3pm).
  private func numberEnd(from start: Int) -> Int {
    var i = start
    while i < end {
      if isLetterOrDigit(scalars[i]) {
        i += 1
      } else if i + 1 < end, isDigit(scalars[i + 1]), isDigit(scalars[i - 1]), isNumberJoint(at: i) {
        i += 1
      } else {
        break
      }
    }
    return i
  }

  private func isNumberJoint(at i: Int) -> Bool {
    switch scalars[i] {
    case ".", ":": return true
    case ",":
      // A thousands separator has three digits behind it, and no fourth.
      guard i + 3 < scalars.count, i + 3 < end else { return false }
      return isDigit(scalars[i + 2]) && isDigit(scalars[i + 3]) && (i + 4 >= end || !isDigit(scalars[i + 4]))
    default: return false
    }
  }

  /// Letters, inner apostrophes (O'Brien, N'Djamena, don't), and the periods of acronyms and known abbreviations.
  private func wordEnd(from start: Int) -> Int {
    var i = start
    // An acronym with periods: letters and periods in turn, at least two of each (U.S., a.m., D.C.), or one initial (J.).
    while i + 1 < end, isLetter(scalars[i]), scalars[i + 1] == "." { i += 2 }
    if i - start >= 4 {
      // "U.S.-led" and "U.S." end here; "e.g.something" was no acronym.
      if i >= end || !isLetter(scalars[i]) { return i }
      if i + 1 >= end || !isLetter(scalars[i + 1]) { return i + 1 }  // U.S.A without its last period
      return i
    }
    if i - start == 2, scalars[start].properties.isUppercase, i >= end || !isLetterOrDigit(scalars[i]) {
      // One capital and a period is an initial only where a name goes on after it.
      var j = i
      while j < end, isSpace(scalars[j]) { j += 1 }
      if j < end, j > i || scalars[i] == "'", scalars[j].properties.isUppercase || scalars[i] == "'" { return i }
    }
    i = start
    while i < end {
      let scalar = scalars[i]
      if isLetterOrDigit(scalar) || (scalar.value >= 0x300 && scalar.properties.isDiacriticMark) {
        i += 1
      } else if scalar == "'", i + 1 < end, isLetter(scalars[i + 1]), !isPossessive(at: i) {
        i += 1
      } else {
        break
      }
    }
    if i < end, scalars[i] == ".", i - start <= 5, Abbreviations.all.contains(string(start, i).lowercased()) {
      // "May." and "no." end sentences more often than they abbreviate, unless a number follows.
      return i + 1
    }
    return i
  }

  private func isPossessive(at i: Int) -> Bool {
    guard scalars[i + 1] == "s" || scalars[i + 1] == "S" else { return false }
    return i + 2 >= end || !isLetterOrDigit(scalars[i + 2])
  }

  private func string(_ from: Int, _ to: Int) -> String {
    let slice = scalars[from..<to]
    if slice.allSatisfy({ $0.value < 0x80 }) {
      return String(unsafeUninitializedCapacity: to - from) { buffer in
        var n = 0
        for scalar in slice {
          buffer[n] = UInt8(truncatingIfNeeded: scalar.value)
          n += 1
        }
        return n
      }
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: slice)
    return String(view)
  }
}

extension Unicode.Scalar.Properties {
  /// A nonspacing or spacing mark, which belongs to the letter before it.
  fileprivate var isDiacriticMark: Bool {
    switch generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }
}

func isSpace(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.value < 0x80 { return scalar.value == 0x20 || scalar.value &- 0x09 < 5 }
  switch scalar.value {
  case 0x85, 0xA0, 0x2028, 0x2029: return true
  default: return scalar.value >= 0x1680 && scalar.properties.isWhitespace
  }
}

func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x30 && scalar.value <= 0x39 }

func isLetter(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x41...0x5A, 0x61...0x7A: true
  case 0..<0xAA: false
  default: scalar.properties.isAlphabetic
  }
}

func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool { isDigit(scalar) || isLetter(scalar) }
