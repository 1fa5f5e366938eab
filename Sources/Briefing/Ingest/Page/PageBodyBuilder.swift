// Lines in, body out. What a line is shows in its markup first, in its target next, and in its wording last.

struct PageBodyBuilder {
  private var lines: [PageLine] = []
  /// Left-out lines, with how many lines stood before each.
  private var left: [(text: String, reason: SourceNotes.Reason, before: Int)] = []

  /// Takes a line in; lines without a letter or a digit are none.
  mutating func add(_ line: PageLine) {
    guard line.scalars.contains(where: isLetterOrDigit) else { return }
    lines.append(line)
  }

  mutating func leaveOut(_ line: PageLine, _ reason: SourceNotes.Reason) { leaveOut(string(line.scalars[...]), reason) }

  mutating func leaveOut(_ text: String, _ reason: SourceNotes.Reason) {
    guard left.count < 4 * SourceNotes.pieceLimit, text.unicodeScalars.contains(where: isLetterOrDigit) else { return }
    left.append((text, reason, lines.count))
  }

  func finish() -> PageBody {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(lines.reduce(0) { $0 + $1.scalars.count + 1 })
    var spans: [Span] = []
    for line in lines {
      spans.append(Span(scalars.count, scalars.count + line.scalars.count))
      scalars.append(contentsOf: line.scalars)
      scalars.append("\n")
    }
    let verdicts = LineClassifier.verdicts(scalars, spans)
    // Where the headings of sections lead somewhere, most of them do: a list of films, each linked.
    let headings = lines.filter { $0.form == .heading }
    let hasLinkedHeadings = headings.count >= 3 && headings.filter { $0.wholeLink != nil }.count * 4 >= headings.count * 3
    var body = PageBody()
    var out: [Unicode.Scalar] = []
    out.reserveCapacity(scalars.count)
    var blocks: [Block] = []
    var number = 0
    var left = left[...]
    func flushLeft(upTo line: Int) {
      while let first = left.first, first.before <= line {
        body.leftOut.append(SourceNotes.LeftOut(first.text, reason: first.reason, after: number))
        left.removeFirst()
      }
    }
    for (i, line) in lines.enumerated() {
      flushLeft(upTo: i)
      let verdict = verdict(line, verdicts[i], hasLinkedHeadings: hasLinkedHeadings)
      if verdict.kind == .caption {
        body.leftOut.append(SourceNotes.LeftOut(string(line.scalars[...]), reason: .caption, after: number))
        continue
      }
      let kept = line.scalars[verdict.label...]
      if !out.isEmpty { out.append("\n") }
      let start = out.count
      out.append(contentsOf: kept)
      let isLinked = verdict.kind == .related || verdict.kind == .promo
      if !isLinked { number += 1 }
      blocks.append(
        Block(
          span: Span(start, out.count), kind: verdict.kind,
          href: verdict.kind == .related ? line.wholeLink.flatMap { WebAddress.resolve($0, base: nil) } : nil,
          paragraph: isLinked ? nil : number))
      if !isLinked {
        for link in line.links where link.span.start >= verdict.label && WebAddress.resolve(link.href, base: nil) != nil {
          let shift = start - verdict.label
          body.links.append(PageBody.Link(span: Span(link.span.start + shift, link.span.end + shift), href: link.href))
        }
      }
    }
    flushLeft(upTo: .max)
    body.text = string(out[...])
    body.blocks = blocks
    return body
  }

  /// What a line is, given what its wording alone says.
  private func verdict(_ line: PageLine, _ worded: LineVerdict, hasLinkedHeadings: Bool) -> LineVerdict {
    if worded.kind == .promo || worded.kind == .caption { return worded }
    if let target = line.wholeLink {
      let shape = LineShape(line.scalars[worded.label...])
      if LinkPurpose.isPromo(target) { return LineVerdict(kind: .promo) }
      if worded.kind == .related { return worded }
      if line.form == .heading, hasLinkedHeadings { return LineVerdict(kind: .heading) }
      // A headline has some words; "Kyiv" or "Read" alone is a link in a list.
      let isHeadline = shape.isLong == false && (shape.words.count >= 4 || shape.uncased >= 8) && line.form != .cell
      if isHeadline, line.form != .item || line.isStrong { return LineVerdict(kind: .related) }
      return LineVerdict(kind: line.form == .heading ? .heading : .prose)
    }
    switch worded.kind {
    case .related where worded.label == 0: return LineVerdict(kind: line.form == .heading || line.isStrong ? .heading : .prose)
    case .prose, .heading: return LineVerdict(kind: line.form == .heading ? .heading : worded.kind)
    default: return worded
    }
  }
}

/// What an address is for, by the words of its path.
enum LinkPurpose {
  /// Whether it leads to an app, a newsletter, a shop or an account, and to no article.
  static func isPromo(_ address: String) -> Bool {
    let path = (address.contains("://") ? WebAddress.path(of: address) : address[...]).lowercased()
    let words = path.split { !$0.isLetter && !$0.isNumber }
    guard words.count <= 6 else { return false }
    return words.contains { promoWords.contains(String($0)) }
  }

  private static let promoWords: Set<String> = [
    "app", "apps", "download", "newsletter", "newsletters", "subscribe", "subscription", "subscriptions", "signup", "register",
    "login",
    "account", "donate", "donation", "shop", "store", "membership", "offers", "alerts", "unsubscribe", "preferences", "podcasts",
  ]
}
