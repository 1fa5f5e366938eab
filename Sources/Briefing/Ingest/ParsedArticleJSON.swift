// An article as `wireroom parse --json` prints it: one line, with the names of the measuring interface.

public enum ParsedArticleJSON {
  /// The line of an article read from `file`; `id` is JSON text and is echoed as it came. With `notes` it also says what the
  /// source stated of itself and what was left out.
  public static func parseLine(_ article: Article, file: String, id: String? = nil, notes: SourceNotes? = nil) -> String {
    let scalars = Array(article.text.unicodeScalars)
    func words(_ block: Block) -> String {
      guard block.span.start >= 0, block.span.start < block.span.end, block.span.end <= scalars.count else { return "" }
      return string(scalars[block.span.start..<block.span.end])
    }
    let paragraphs = article.blocks.filter { $0.kind != .related && $0.kind != .promo }.map(words)
    var json = JSONText()
    json.beginObject()
    if let id {
      json.key("id")
      json.raw(id)
    }
    json.member("file", file)
    json.member("title", article.title?.text)
    json.member("authors", article.authors)
    json.member("published", article.published?.stamp.iso)
    json.member("date", article.published.flatMap { day($0.stamp) })
    json.member("site", article.source)
    json.member("url", article.url)
    json.member("lang", article.language)
    json.member("tags", article.tags)
    json.member("text", paragraphs.joined(separator: "\n"))
    json.member("paragraphs", paragraphs)
    json.key("related")
    json.beginArray()
    var after = 0
    for block in article.blocks {
      if let number = block.paragraph { after = number }
      guard block.kind == .related else { continue }
      json.beginObject()
      json.member("text", words(block))
      if let href = block.href { json.member("href", href) }
      json.member("after", after)
      json.endObject()
    }
    json.endArray()
    json.member("promo", article.blocks.filter { $0.kind == .promo }.map(words))
    json.member("issues", article.issues)
    if let notes { write(notes, to: &json) }
    json.endObject()
    return json.text
  }

  private static func write(_ notes: SourceNotes, to json: inout JSONText) {
    json.array("fields", notes.fields) { json, field in
      json.beginObject()
      json.member("name", field.name)
      json.member("value", field.value)
      json.member("place", field.place)
      json.member("taken", field.isTaken)
      json.endObject()
    }
    json.array("left_out", notes.leftOut) { json, piece in
      json.beginObject()
      json.member("text", piece.text)
      json.member("reason", piece.reason.rawValue)
      json.member("after", piece.after)
      json.endObject()
    }
  }

  /// The line of a file that gave no article.
  public static func errorLine(_ error: IngestError, file: String, id: String? = nil) -> String {
    var json = JSONText()
    json.beginObject()
    if let id {
      json.key("id")
      json.raw(id)
    }
    json.member("file", file)
    json.member("error", error.words)
    json.endObject()
    return json.text
  }

  /// The calendar date to the precision that the source gives.
  private static func day(_ stamp: DateStamp) -> String? {
    switch stamp.precision {
    case .year, .month: stamp.iso
    default: stamp.date.iso
    }
  }
}
