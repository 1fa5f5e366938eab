// A page cut into the pieces of text that stand on lines of their own: what is judged as a whole, and what becomes a paragraph.

/// A run of text between two breaks of the page.
struct TextBlock {
  enum Kind { case paragraph, heading, item, quote, cell, caption, code, loose }

  /// The nodes whose text it is, in the order of the page.
  var nodes: Range<Int>
  /// The nearest element around it that makes a block.
  var element: Int
  var kind: Kind
  /// Words, by runs of letters; two characters of a script without spaces count as one word.
  var words = 0
  /// Those of them that stand in links.
  var linkWords = 0
  /// Marks that end sentences: . ! ? and those of other scripts.
  var sentenceEnds = 0
  /// Commas and their like, of any script.
  var commas = 0
  /// Bytes of text, entities and white space as they stand.
  var bytes = 0
  /// Bytes of text inside strong or b.
  var strongBytes = 0

  /// Share of the words that stand in links, 0...1.
  var linkShare: Double { words == 0 ? 0 : Double(linkWords) / Double(words) }
  var isWholeLink: Bool { words > 0 && linkWords == words }
}

/// Counts the words and marks of a text.
struct WordCounter {
  private(set) var words = 0
  private(set) var sentenceEnds = 0
  private(set) var commas = 0
  private var wide = 0

  /// Counts a range of the source.
  mutating func count(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var i = range.lowerBound
    var isInWord = false
    wide = 0
    while i < range.upperBound {
      let byte = source[i]
      switch byte {
      case 0x61...0x7A, 0x41...0x5A, 0x30...0x39:
        if !isInWord { words += 1 }
        isInWord = true
      case 0x2E, 0x21, 0x3F:
        sentenceEnds += 1
        isInWord = false
      case 0x2C, 0x3B:
        commas += 1
        isInWord = false
      case 0x27, 0x2D: break
      case 0x26:
        // An entity is a sign or a letter; its name is no word.
        var end = i + 1
        while end < range.upperBound, end - i < 10, source[end] != 0x3B, source[end] > 0x20 { end += 1 }
        if end < range.upperBound, source[end] == 0x3B { i = end }
      case 0xE2 where i + 2 < range.upperBound && source[i + 1] == 0x80:
        // Dashes, quotes, ellipsis.
        if source[i + 2] == 0xA6 { sentenceEnds += 1 }
        if source[i + 2] != 0x99 { isInWord = false }
        i += 2
      case 0xE3 where i + 2 < range.upperBound && source[i + 1] == 0x80:
        if source[i + 2] == 0x82 { sentenceEnds += 1 }
        if source[i + 2] == 0x81 { commas += 1 }
        isInWord = false
        i += 2
      case 0xE3...0xE9 where i + 2 < range.upperBound:
        wide += 1
        isInWord = false
        i += 2
      case 0xEF where i + 2 < range.upperBound && source[i + 1] == 0xBC:
        if source[i + 2] == 0x8C { commas += 1 } else { sentenceEnds += 1 }
        isInWord = false
        i += 2
      case 0xE0 where i + 2 < range.upperBound && source[i + 1] == 0xA5 && source[i + 2] == 0xA4:
        sentenceEnds += 1
        isInWord = false
        i += 2
      case 0xD8 where i + 1 < range.upperBound && source[i + 1] == 0x8C:
        commas += 1
        isInWord = false
        i += 1
      case 0xD8 where i + 1 < range.upperBound && source[i + 1] == 0x9F,
        0xDB where i + 1 < range.upperBound && source[i + 1] == 0x94:
        sentenceEnds += 1
        isInWord = false
        i += 1
      case 0x80...0xFF:
        if !isInWord { words += 1 }
        isInWord = true
      default: isInWord = false
      }
      i += 1
    }
    words += (wide + 1) / 2
  }
}
