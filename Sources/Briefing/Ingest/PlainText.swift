// Plain text into articles: a head where there is one, then one paragraph a line or paragraphs between blank lines.

/// Reads plain text.
public enum PlainText {
  /// The largest file that is read as one article, in bytes.
  public static let sizeLimit = 20_000_000

  /// The article in a file's bytes. `name` is for messages only: no date and no title is taken from it.
  public static func parse(_ bytes: [UInt8], name: String) throws(IngestError) -> Article {
    if bytes.count > sizeLimit { throw .tooLarge(name, bytes: bytes.count, limit: sizeLimit) }
    let article = article(from: String(decoding: bytes, as: UTF8.self))
    if article.text.isEmpty, article.title == nil { throw .empty(name) }
    return article
  }

  /// The article in a text.
  public static func article(from text: String) -> Article {
    let lines = Sanitize.text(text).split(separator: "\n").map { Sanitize.line(String($0)) }.filter { !$0.isEmpty }
    let joined = lines.joined(separator: "\n")
    return Article(text: joined, blocks: blocks(of: joined))
  }

  /// The article of a line of JSON Lines.
  public static func article(from record: JSONLines.Record) -> Article {
    var article = article(from: record.body)
    article.title = record.title.map { Title(Sanitize.line($0), origin: .field) }
    article.published = record.date.flatMap { DateStamp(parsing: $0) }.map { PublicationDate($0, origin: .field) }
    article.source = record.source
    article.url = record.url
    article.externalID = record.id
    article.tags = record.tags
    article.authors = record.authors
    return article
  }

  /// The blocks of a text as it stands: spans count into `raw`, and nothing is cleaned.
  public static func blocks(of raw: String) -> [Block] {
    let scalars = Array(raw.unicodeScalars)
    var blocks: [Block] = []
    var start = 0
    var number = 0
    for end in 0...scalars.count where end == scalars.count || scalars[end] == "\n" {
      defer { start = end + 1 }
      guard start < end, scalars[start..<end].contains(where: { !isSpace($0) }) else { continue }
      let kind: Block.Kind = casing(of: scalars[start..<end]) == .upper ? .related : .prose
      if kind == .prose { number += 1 }
      blocks.append(Block(span: Span(start, end), kind: kind, paragraph: kind == .prose ? number : nil))
    }
    return blocks
  }
}
