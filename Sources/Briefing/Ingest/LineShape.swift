// How a line looks: its words, its letters, how it begins and ends. What a line is (prose, headline, promo) is decided from
// its looks and its wording alone, so only short lines are looked at closely.

/// A line of text, measured.
struct LineShape {
  struct Word {
    /// In upper case, quotes straight, without signs at either end: `“Never,` is NEVER.
    var core: String
    var uppers: Int
    var lowers: Int
    var digits: Int
    var letters: Int
    /// Whether a clause ends behind it: a comma, colon, semicolon, dash.
    var endsClause: Bool
    /// Whether a sentence could end behind it: a period, question or exclamation mark (and quotes, brackets).
    var endsSentence: Bool

    /// Letters with periods between them, or one letter: U.S, P.M, J.
    var isAcronym: Bool {
      core.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { $0.utf8.count == 1 } && digits == 0
    }
  }

  /// Longer lines are prose, whatever they hold; their words are not kept.
  static let longest = 420

  let count: Int
  private(set) var words: [Word] = []
  private(set) var uppers = 0
  private(set) var lowers = 0
  /// Letters of scripts without case.
  private(set) var uncased = 0
  let first: Unicode.Scalar
  let last: Unicode.Scalar
  /// The last sign that is no quote or bracket.
  let lastInside: Unicode.Scalar
  let isLong: Bool

  /// The shape of a trimmed, non-empty stretch of scalars.
  init(_ scalars: ArraySlice<Unicode.Scalar>) {
    count = scalars.count
    first = scalars.first.map(normalised) ?? " "
    last = scalars.last.map(normalised) ?? " "
    isLong = count > LineShape.longest
    lastInside = LineShape.lastInside(scalars)
    guard !isLong else { return }
    var start = scalars.startIndex
    while start < scalars.endIndex {
      guard !isSpace(scalars[start]) else {
        start += 1
        continue
      }
      var end = start + 1
      while end < scalars.endIndex, !isSpace(scalars[end]) { end += 1 }
      add(scalars[start..<end])
      start = end
    }
  }

  /// The last sign that is no quote or bracket; a space where there is none.
  static func lastInside(_ scalars: ArraySlice<Unicode.Scalar>) -> Unicode.Scalar {
    for scalar in scalars.reversed() {
      let plain = normalised(scalar)
      switch plain {
      case "\"", "'", ")", "]", "}", "*", "_": continue
      default: if !isSpace(plain) { return plain }
      }
    }
    return " "
  }

  private mutating func add(_ slice: ArraySlice<Unicode.Scalar>) {
    var word = Word(core: "", uppers: 0, lowers: 0, digits: 0, letters: 0, endsClause: false, endsSentence: false)
    var first = -1
    var last = -1
    var isASCII = true
    for i in slice.indices {
      let plain = normalised(slice[i])
      if plain.value >= 0x80 { isASCII = false }
      guard isLetterOrDigit(plain) else { continue }
      if first < 0 { first = i }
      last = i
      if isDigit(plain) { word.digits += 1 } else { count(plain, in: &word) }
    }
    // A sign alone ("-", "&") is no word.
    guard first >= 0 else { return }
    for i in (last + 1)..<slice.endIndex {
      switch slice[i] {
      case ".", "!", "?", "…": word.endsSentence = true
      case ",", ":", ";", "-", "–", "—": word.endsClause = true
      default: break
      }
    }
    uppers += word.uppers
    lowers += word.lowers
    word.core = isASCII ? upperASCII(slice[first...last]) : upper(slice[first...last])
    words.append(word)
  }

  private mutating func count(_ letter: Unicode.Scalar, in word: inout Word) {
    word.letters += 1
    if letter.value < 0x80 {
      if letter.value < 0x61 { word.uppers += 1 } else { word.lowers += 1 }
    } else if letter.properties.isLowercase {
      word.lowers += 1
    } else if letter.properties.isUppercase || letter.properties.generalCategory == .titlecaseLetter {
      word.uppers += 1
    } else {
      uncased += 1
    }
  }

  /// Built in place: the words of every short line of an archive pass through here.
  private func upperASCII(_ slice: ArraySlice<Unicode.Scalar>) -> String {
    String(unsafeUninitializedCapacity: slice.count) { buffer in
      var n = 0
      for scalar in slice {
        let byte = UInt8(truncatingIfNeeded: normalised(scalar).value)
        buffer[n] = (0x61...0x7A).contains(byte) ? byte - 0x20 : byte
        n += 1
      }
      return n
    }
  }

  private func upper(_ slice: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    for scalar in slice { view.append(normalised(scalar)) }
    return String(view).uppercased()
  }

  /// Neither letters nor digits: a rule, three asterisks.
  var isOrnament: Bool { !isLong && words.isEmpty }

  /// Whether the line is written in capitals, a small letter here and there notwithstanding: AMAs, McCAIN, iPHONE.
  var isCaps: Bool {
    guard !isLong, uppers >= 2, uncased <= uppers else { return false }
    guard lowers * 100 <= (uppers + lowers) * 15 else { return false }
    var shouted = 0
    var other = 0
    for word in words where word.letters > 0 {
      if word.lowers == 0 {
        if word.letters > 1 { shouted += 1 }
      } else if word.uppers >= 2, word.lowers <= word.uppers {
        shouted += 1
      } else {
        other += 1
      }
    }
    return shouted > 0 && other <= (words.count >= 5 ? max(1, words.count / 6) : 0)
  }

  /// Whether the line ends as a sentence does; the period of an acronym ("IN THE U.S.") ends none.
  var endsSentence: Bool {
    switch lastInside {
    case "!", "?", "…", "。", "！", "？", "۔", "؟": return true
    case ".":
      guard let word = words.last else { return true }
      return !(word.isAcronym || word.core == "INC" || word.core == "JR")
    default: return false
    }
  }

  /// Whether the words begin with these, given in upper case.
  func begins(_ phrase: [String]) -> Bool {
    guard words.count >= phrase.count else { return false }
    for (word, wanted) in zip(words, phrase) where word.core != wanted { return false }
    return true
  }

  /// Where the phrase stands first, or nil.
  func index(of phrase: [String]) -> Int? {
    guard let head = phrase.first, words.count >= phrase.count else { return nil }
    for i in 0...(words.count - phrase.count) where words[i].core == head {
      if phrase.indices.allSatisfy({ words[i + $0].core == phrase[$0] }) { return i }
    }
    return nil
  }

  func contains(_ phrase: [String]) -> Bool { index(of: phrase) != nil }
}
