// A headline, and an article that a headline may mean, read for comparing: which telling words and numbers each has.

/// Words and numbers of a short text, and where they stand in it.
struct ShortText: Sendable {
  struct Word: Sendable {
    var stem: UInt32
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

  init(_ text: some StringProtocol) {
    var copy = String(text)
    var words: [Word] = []
    copy.withUTF8 { bytes in
      scanWords(bytes, limit: 600) { word in
        words.append(
          Word(stem: word.stem, isStop: word.isStop, isNumber: word.isNumber, start: word.start, end: word.end))
      }
    }
    self.text = copy
    self.words = words
    terms = Array(Set(words.lazy.filter { !$0.isStop }.map(\.stem))).sorted()
  }

  func has(_ term: UInt32) -> Bool {
    var low = 0
    var high = terms.count
    while low < high {
      let middle = (low + high) / 2
      if terms[middle] < term { low = middle + 1 } else { high = middle }
    }
    return low < terms.count && terms[low] == term
  }

  /// The words from one to another as printed.
  func printed(_ range: ClosedRange<Int>) -> String {
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: words[range.lowerBound].start)
    let end = utf8.index(utf8.startIndex, offsetBy: words[range.upperBound].end)
    return String(decoding: utf8[start..<end], as: UTF8.self)
  }
}

/// An in-text headline read for comparing.
struct HeadlineReading: Sendable {
  let article: Int64
  /// The day of the article that it stands in.
  let day: Int?
  let span: Span
  let key: String
  let url: String?
  let text: ShortText
  let parties: [LinkItem.Party]

  init(_ headline: LinkItem.Headline, in item: LinkItem) {
    article = item.id
    day = item.day
    span = headline.span
    key = HeadlineKey.fold(headline.text)
    url = headline.href.flatMap(HeadlineKey.normaliseURL)
    text = ShortText(headline.text)
    parties = headline.parties
  }
}

/// An article as the target of headlines.
struct HeadlineTarget: Sendable {
  let id: Int64
  let day: Int?
  /// Empty without a title.
  let key: String
  let url: String?
  /// The title, or the first words of the lede in place of one.
  let title: ShortText
  /// What follows the title: the first words of the text.
  let lede: ShortText
  let parties: [LinkItem.Party]

  init(_ item: LinkItem) {
    id = item.id
    day = item.day
    key = HeadlineKey.fold(item.title ?? "")
    url = item.url.flatMap(HeadlineKey.normaliseURL)
    let opening = item.body.utf8.prefix(2400).split(separator: 0x0A, maxSplits: 2).prefix(2)
      .map { String(decoding: $0.prefix(400), as: UTF8.self) }.joined(separator: "\n")
    if let given = item.title, !given.isEmpty {
      title = ShortText(given)
      lede = ShortText(opening)
    } else {
      let words = ShortText(opening)
      let cut = words.words.prefix(18).last?.end ?? 0
      title = ShortText(String(decoding: opening.utf8.prefix(cut), as: UTF8.self))
      lede = words
    }
    parties = item.parties
  }
}
