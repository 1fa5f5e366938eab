// Plain text into articles: a head where there is one, then one paragraph a line or paragraphs between blank lines. The text
// is cleaned once, here, before any span is made.

/// Reads plain text.
public enum PlainText {
  /// The largest file that is read as one article, in bytes.
  public static let sizeLimit = 20_000_000
  /// The most lines of such a file.
  public static let lineLimit = 200_000

  /// The article in a file's bytes. `name` is for messages only: no date and no title is taken from it.
  public static func parse(_ bytes: [UInt8], name: String) throws(IngestError) -> Article {
    if bytes.count > sizeLimit { throw .tooLarge(name, bytes: bytes.count, limit: sizeLimit) }
    let lines = bytes.reduce(0) { $1 == 0x0A ? $0 + 1 : $0 }
    if lines > lineLimit { throw .tooManyLines(name, lines: lines, limit: lineLimit) }
    guard let decoded = Decode.string(bytes) else { throw .binary(name) }
    var article = article(from: decoded.text)
    if article.text.isEmpty { throw .empty(name) }
    if let note = decoded.note { article.issues.insert(note, at: 0) }
    return article
  }

  /// The article in a text; its `text` is empty where there is none.
  public static func article(from text: String) -> Article {
    let scalars = scalarArray(Sanitize.text(text))
    let lines = Paragraphs.lines(of: scalars)
    if let head = Head.read(lines, scalars) {
      return ArticleBuilder(scalars, lines, from: head.bodyLine, head: head).article()
    }
    // "Headline", then "Date: ..." below it.
    if let first = lines.firstIndex(where: { !$0.isEmpty }), lines[first].count <= 180,
      let second = lines[(first + 1)...].firstIndex(where: { !$0.isEmpty }),
      var head = Head.read(blanked(lines, upTo: second), scalars)
    {
      let line = LineShape(scalars[lines[first]])
      if head.title == nil, !line.endsSentence || line.lastInside == "?" {
        head.title = Sanitize.line(string(scalars[lines[first]]))
        var builder = ArticleBuilder(scalars, lines, from: head.bodyLine, head: head)
        builder.titleOrigin = .line
        return builder.article()
      }
    }
    return ArticleBuilder(scalars, lines, from: 0, head: Head()).article()
  }

  /// The article of a line of JSON Lines: the blocks of its body are found as for plain text. A date that is doubtful is an issue.
  public static func article(from record: JSONLines.Record) -> Article {
    var head = Head()
    head.take(.title, [record.title ?? ""])
    head.take(.date, [record.date ?? ""])
    head.take(.source, [record.source ?? ""])
    head.take(.url, [record.url ?? ""])
    head.take(.language, [record.language ?? ""])
    head.authors = record.authors.map(Sanitize.line).filter { !$0.isEmpty }
    head.tags = record.tags.map(Sanitize.line).filter { !$0.isEmpty }
    let scalars = scalarArray(Sanitize.text(record.body))
    var builder = ArticleBuilder(scalars, Paragraphs.lines(of: scalars), from: 0, head: head)
    builder.findsTitleLine = false
    var article = builder.article()
    article.externalID = record.id
    return article
  }

  /// The blocks of a text as it stands: spans count into `raw`, and nothing is cleaned. A headline line and a head are headings.
  public static func blocks(of raw: String) -> [Block] {
    let scalars = Array(raw.unicodeScalars)
    let lines = Paragraphs.lines(of: scalars)
    let bodyLine = Head.read(lines, scalars)?.bodyLine ?? 0
    var blocks = lines[..<bodyLine].filter { !$0.isEmpty }.map { Block(span: Span($0.lowerBound, $0.upperBound), kind: .heading) }
    let spans = joinDatelines(
      Paragraphs.group(lines, from: bodyLine, in: scalars).map {
        Span(lines[$0.lowerBound].lowerBound, lines[$0.upperBound - 1].upperBound)
      },
      scalars
    ).filter { span in scalars[span.start..<span.end].contains(where: isLetterOrDigit) }
    var verdicts = LineClassifier.verdicts(scalars, spans)
    if LineClassifier.opensWithTitle(scalars, spans, verdicts) { verdicts[0] = LineVerdict(kind: .heading) }
    for (span, verdict) in zip(spans, verdicts) {
      blocks.append(Block(span: Span(span.start + verdict.label, span.end), kind: verdict.kind))
    }
    return numbered(blocks)
  }

  /// Counts the paragraphs from 1; related headlines and promos are none.
  static func numbered(_ blocks: [Block]) -> [Block] {
    var blocks = blocks
    var number = 0
    for i in blocks.indices {
      if blocks[i].kind == .related || blocks[i].kind == .promo {
        blocks[i].paragraph = nil
      } else {
        number += 1
        blocks[i].paragraph = number
      }
    }
    return blocks
  }

  /// A dateline that stands alone belongs to the paragraph below it.
  static func joinDatelines(_ spans: [Span], _ scalars: [Unicode.Scalar]) -> [Span] {
    guard spans.count > 1 else { return spans }
    var joined: [Span] = []
    for (i, span) in spans.enumerated() {
      if i > 0, i < 4, let last = joined.last, last.count <= 90, let found = DatelineParser.find(scalars, in: last),
        found.storyStart >= last.end
      {
        joined[joined.count - 1].end = span.end
      } else {
        joined.append(span)
      }
    }
    return joined
  }

  private static func blanked(_ lines: [Range<Int>], upTo second: Int) -> [Range<Int>] {
    lines.enumerated().map { $0.offset < second ? $0.element.lowerBound..<$0.element.lowerBound : $0.element }
  }
}
