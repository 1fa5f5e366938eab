// Most lines of a news text are prose beyond doubt: long, mostly in small letters, and beginning with none of the words that
// promos, credits and captions begin with. One look at their letters tells, without cutting them into words, which for the lines
// of an import would be most of the work. Whatever is the least doubtful is left to `LineRules`, which says the same of these.

enum PlainProse {
  /// The last sign that is no quote or bracket, where the line is prose beyond doubt; else nil. `linesAfter` lines follow it.
  static func lastInside(_ line: ArraySlice<Unicode.Scalar>, linesAfter: Int) -> Unicode.Scalar? {
    guard (50...LineShape.longest).contains(line.count), let letters = Letters(line) else { return nil }
    // Eleven words are too many for a heading and "SOURCE: ...".
    guard letters.words >= 11, letters.isMostlySmall else { return nil }
    // "... by clicking here"
    guard letters.words >= 17 || !endsInHere(line) else { return nil }
    // "Jane Doe is a reporter for ..." closes a text.
    guard linesAfter > 2 || letters.words > 45 || letters.isSecondWordSmall else { return nil }
    // "(AP Photo/Jane Doe)", "REUTERS/Jane Doe"; "RELATED: ..."
    guard line.last != ")", line.dropLast().last != ")", !line.suffix(60).contains("/"), !line.prefix(40).contains(":") else {
      return nil
    }
    guard !suspectOpenings.contains(letters.firstWord) else { return nil }
    return LineShape.lastInside(line)
  }

  /// The first words of every phrase that opens something else than prose, in upper case.
  private static let suspectOpenings: Set<String> = Set(
    (Phrases.promoOpenings + Phrases.creditOpenings + Phrases.captionOpenings).compactMap(\.first)
      + Phrases.captionLabels + ["FILE", "GET", "DOWNLOAD", "SUBSCRIBE", "TRY", "BY", "C"])

  private static func endsInHere(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    let end = line.reversed().drop { !isLetterOrDigit($0) }.prefix(4)
    return end.count == 4 && zip(end, "ereh".unicodeScalars).allSatisfy { $0.value | 0x20 == $1.value }
  }

  /// What one look at a line's letters tells.
  private struct Letters {
    /// Stretches between spaces that hold a letter or digit, as `LineShape` counts words.
    var words = 0
    var firstWord = ""
    /// Whether the second word is in small letters and not "and": names of people go on with neither.
    private(set) var isSecondWordSmall = false
    private var uppers = 0
    private var lowers = 0
    private var others = 0
    /// How many letters that may be large stood before the second word.
    private var largeBefore = 0

    /// Nil where a line opens with a sign of its own or holds a word that credits hold.
    init?(_ line: ArraySlice<Unicode.Scalar>) {
      switch line.first {
      case nil, "#", "©": return nil
      default: break
      }
      var start = line.startIndex
      var isInWord = false
      var at = line.startIndex
      while at < line.endIndex {
        let scalar = line[at]
        let value = scalar.value
        if value < 0x80 {
          if (value | 0x20) &- 0x61 < 26 {
            if !isInWord {
              isInWord = true
              begin(scalar)
              if value | 0x20 == 0x63, Letters.isContributed(line[at...]) { return nil }
            }
            if value < 0x61 { uppers += 1 } else { lowers += 1 }
          } else if isSpace(scalar) {
            if isInWord { end(line[start..<at]) }
            isInWord = false
            start = at + 1
          } else if !isInWord, isDigit(scalar) {
            isInWord = true
            begin(scalar)
          }
        } else if isSpace(scalar) {
          if isInWord { end(line[start..<at]) }
          isInWord = false
          start = at + 1
        } else {
          // In upper case these two become letters of ASCII.
          if value == 0x131 || value == 0x17F { return nil }
          others += 1
          if !isInWord, isLetterOrDigit(scalar) {
            isInWord = true
            begin(scalar)
          }
        }
        at += 1
      }
    }

    private mutating func begin(_ scalar: Unicode.Scalar) {
      words += 1
      guard words == 2 else { return }
      largeBefore = uppers + others
      isSecondWordSmall = isSmall(scalar) && scalar != "a"
    }

    private mutating func end(_ word: ArraySlice<Unicode.Scalar>) {
      if words == 1 { firstWord = LineShape(word).words.first?.core ?? "" }
      if words == 2, uppers + others > largeBefore { isSecondWordSmall = false }
    }

    private func isSmall(_ scalar: Unicode.Scalar) -> Bool { (0x61...0x7A).contains(scalar.value) }

    /// So many small letters that the line is not in capitals, whatever is beyond ASCII.
    var isMostlySmall: Bool { lowers * 100 > (uppers + lowers + others) * 15 }

    private static let contributed = Array("contributed".unicodeScalars)

    private static func isContributed(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
      rest.count >= contributed.count && zip(rest, contributed).allSatisfy { $0.value | 0x20 == $1.value }
    }
  }
}
