// A headline, a title or an opening as words: what is compared when one of them may mean another.

/// Words and numbers of a short text, and where they stand in it.
struct ShortText: Sendable {
  struct Word: Sendable {
    var stem: UInt32
    /// What the word says, whichever word of its family says it.
    var idea: UInt32
    var isStop: Bool
    var isNumber: Bool
    /// Byte offsets into the text.
    var start: Int
    var end: Int
  }

  let text: String
  let words: [Word]
  /// The telling words' stems, sorted, without repetition.
  let terms: [UInt32]
  /// Their ideas, in the same way.
  let ideas: [UInt32]

  init(_ text: some StringProtocol) {
    var copy = String(text)
    var words: [Word] = []
    copy.withUTF8 { bytes in
      scanWords(bytes, limit: 1300) { word in
        let letters = bytes[word.start..<word.end].map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
        words.append(
          Word(
            stem: word.stem, idea: word.isNumber ? word.stem : NewsWords.idea(letters) ?? word.stem, isStop: word.isStop,
            isNumber: word.isNumber, start: word.start, end: word.end))
      }
    }
    self.text = copy
    self.words = words
    terms = Array(Set(words.lazy.filter { !$0.isStop }.map(\.stem))).sorted()
    ideas = Array(Set(words.lazy.filter { !$0.isStop }.map(\.idea))).sorted()
  }

  func has(_ term: UInt32) -> Bool { ShortText.holds(terms, term) }

  func says(_ idea: UInt32) -> Bool { ShortText.holds(ideas, idea) }

  private static func holds(_ sorted: [UInt32], _ value: UInt32) -> Bool {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low < sorted.count && sorted[low] == value
  }

  /// The words from one to another as printed.
  func printed(_ range: ClosedRange<Int>) -> String {
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: words[range.lowerBound].start)
    let end = utf8.index(utf8.startIndex, offsetBy: words[range.upperBound].end)
    return String(decoding: utf8[start..<end], as: UTF8.self)
  }
}
