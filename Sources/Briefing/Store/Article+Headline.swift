// What stands for a title where a source has none: the lede's first words, verbatim. Nothing is made up.

extension Article {
  /// The title, or the first words of the lede (`isLede`), to be shown in quotation marks.
  public var headline: (text: String, isLede: Bool) {
    if let title, !title.text.isEmpty { return (title.text, false) }
    let lede = blocks.first { $0.kind == .prose } ?? blocks.first
    guard let lede else { return (Article.firstWords(of: text.unicodeScalars.prefix(200)), true) }
    let scalars = text.unicodeScalars
    return (Article.firstWords(of: scalars.dropFirst(lede.span.start).prefix(min(lede.span.count, 200))), true)
  }

  /// Whole words, up to about 160 scalars.
  private static func firstWords(of scalars: some BidirectionalCollection<Unicode.Scalar>) -> String {
    var words = String.UnicodeScalarView()
    var wordEnd = words.startIndex
    var count = 0
    for scalar in scalars {
      if isSpace(scalar) {
        wordEnd = words.endIndex
        if count >= 150 { break }
      }
      guard count < 160 else { return String(wordEnd > words.startIndex ? words[..<wordEnd] : words[...]) }
      words.append(isSpace(scalar) ? " " : scalar)
      count += 1
    }
    while let last = words.last, isSpace(last) { words.removeLast() }
    return String(words)
  }
}
