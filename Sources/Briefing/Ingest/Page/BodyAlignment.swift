// Some pages give their article a second time, as plain text in JSON-LD. Where that text and the page agree, it tells which
// blocks are the article's; where the page shows no more than a beginning, it is the article.

struct BodyAlignment {
  /// Letters and digits of the text that JSON-LD gives, in lower case.
  private let body: [UInt8]

  /// nil where there is no such text, or one too short to tell anything.
  init?(_ text: String?) {
    guard let text else { return nil }
    let plain = text.utf8.contains(0x3C) ? PageBody.line(text) : HTMLText.decoded(text)
    body = BodyAlignment.key(plain)
    guard body.count >= 300 else { return nil }
  }

  /// A long article on a page of a thousand blocks stays below it.
  private static let stepLimit = 100_000_000

  /// Letters and digits in lower case, in UTF-8.
  static func key(_ text: String) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if scalar.value < 0x80 {
        let byte = UInt8(scalar.value)
        if (0x41...0x5A).contains(byte) { out.append(byte | 0x20) }
        if (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) { out.append(byte) }
      } else if isLetterOrDigit(scalar) {
        out.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      }
    }
    return out
  }

  /// Corrects the verdicts on a page's blocks by the text.
  ///
  /// Looks at `stepLimit` bytes of the text at most; where that is not enough, nothing is changed.
  func apply(to verdicts: inout [ArticleFinder.Verdict], in tree: HTMLTree, sparing decks: Set<Int>) {
    var found = [Bool](repeating: false, count: verdicts.count)
    var sizes = [Int](repeating: 0, count: verdicts.count)
    var at = 0
    var steps = BodyAlignment.stepLimit
    var taken = 0
    var takenAndFound = 0
    var endsAlike = false
    for i in verdicts.indices {
      let block = verdicts[i].block
      guard block.words >= 4, verdicts[i].reason == nil || block.words >= 8 else { continue }
      let key = BodyAlignment.key(tree.text(block, limit: .max))
      sizes[i] = key.count
      steps -= 2 * body.count
      guard steps > 0 else { return }
      if let place = place(of: key, from: at) {
        found[i] = true
        at = place
      }
      if verdicts[i].reason == nil {
        taken += key.count
        if found[i] { takenAndFound += key.count }
        if key.count >= 20, body.suffix(40).elementsEqual(key.suffix(40)) { endsAlike = true }
      }
    }
    guard taken > 0 else { return }
    // The two agree, or the text is a whole of its own in a longer page: what it does not have is none of the article.
    let isWhole = body.count >= 1_200 && endsAlike
    if takenAndFound * 10 >= body.count * 7, takenAndFound * 4 >= taken * 3 || isWhole {
      for i in verdicts.indices
      where verdicts[i].reason == nil && !found[i] && verdicts[i].block.kind != .heading && !decks.contains(i) {
        if sizes[i] > 0 || verdicts[i].block.kind == .loose { verdicts[i].reason = .outside }
      }
    }
    // The text has more than was taken: what else of it stands in the page is the article's too.
    if takenAndFound * 20 < body.count * 19 {
      for i in verdicts.indices where verdicts[i].reason != nil && found[i] && sizes[i] >= 40 {
        if BodyAlignment.returnable.contains(verdicts[i].reason!) { verdicts[i].reason = nil }
      }
    }
  }

  /// Reasons that a text may overrule: a guess by names or by place.
  private static let returnable: Set<SourceNotes.Reason> = [
    .outside, .sidebar, .header, .promo, .media, .links, .byline, .newsletter, .form, .related, .navigation, .footer, .tags,
    .biography,
    .share, .hidden,
  ]

  /// Whether a page shows so little that the text is the article.
  func replaces(_ text: String) -> Bool { BodyAlignment.key(text).count * 5 < body.count * 2 }

  /// Where a key ends in the text: at or behind `start`, else anywhere; nil where it is not there. The ends of long ones may
  /// differ, as where a link was taken out.
  private func place(of key: [UInt8], from start: Int) -> Int? {
    guard key.count >= 12 else { return nil }
    let part = key.count > 80 ? Array(key[..<60]) : key
    return find(part, from: start, to: body.count) ?? find(part, from: 0, to: min(body.count, start + part.count))
      ?? (key.count > 120 ? find(Array(key.suffix(60)), from: 0, to: body.count) : nil)
  }

  private func find(_ part: [UInt8], from start: Int, to end: Int) -> Int? {
    guard let first = part.first, end - start >= part.count else { return nil }
    return body.withUnsafeBufferPointer { body in
      part.withUnsafeBufferPointer { part in
        var i = start
        while i <= end - part.count {
          if body[i] == first {
            var n = 1
            while n < part.count, body[i + n] == part[n] { n += 1 }
            if n == part.count { return i + n }
          }
          i += 1
        }
        return nil
      }
    }
  }
}
