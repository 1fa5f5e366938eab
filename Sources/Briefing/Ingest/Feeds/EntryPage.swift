// The full text of a feed's entry from its page. The entry keeps what the feed says of it (headline, date, authors); the feed's own
// text is kept among the notes, so that both can be seen.

/// An entry's article with the text of its page.
public struct EntryPage: Sendable {
  public var article: Article
  public var notes: SourceNotes

  /// nil where the page holds no article, or clearly less of it than the feed: a notice of consent, a locked door.
  public init?(_ page: Page, of entry: Article, notes given: SourceNotes?) {
    let (own, other) = (entry.text.unicodeScalars.count, page.article.text.unicodeScalars.count)
    guard other > 0, other * 5 >= own * 4 else { return nil }
    var head = Head()
    head.title = entry.title?.text ?? page.article.title?.text
    head.source = entry.source ?? page.article.source
    head.authors = entry.authors.isEmpty ? page.article.authors : entry.authors
    head.date = entry.published?.stamp.iso ?? page.article.published?.stamp.iso
    head.url = entry.url ?? page.article.url
    head.tags = entry.tags + page.article.tags
    head.language = page.article.language
    article = ArticleBuilder.article(page.article.text, page.article.blocks, head: head)
    article.externalID = entry.externalID
    // What the feed and the page both say of the day is shown where they disagree.
    if let first = article.published?.stamp, article.otherDate == nil, let other = page.article.published,
      !first.agrees(with: other.stamp)
    {
      article.otherDate = other
      article.issues.append("The feed says \(first.iso), the page \(other.stamp.iso); the feed's was taken.")
    }
    article.issues += page.article.issues
    notes = page.notes
    notes.fields =
      (given?.fields ?? [])
      + page.notes.fields.map { field in
        var field = field
        field.isTaken = false
        return field
      }
    let feeds = EntryPage.pieces(of: entry.text).map { SourceNotes.LeftOut($0, reason: .feed, after: 0) }
    notes.leftOut = Array((feeds + page.notes.leftOut).prefix(SourceNotes.pieceLimit))
    notes.omitted += feeds.count + page.notes.leftOut.count - notes.leftOut.count
  }

  /// The lines of a text, long ones cut where a word ends, so that notes can hold all of them.
  static func pieces(of text: String) -> [String] {
    text.split(separator: "\n").flatMap { line in
      var pieces: [String] = []
      var rest = Substring(line).unicodeScalars
      while rest.count > SourceNotes.textLimit {
        let head = rest.prefix(SourceNotes.textLimit)
        let end = head.lastIndex(of: " ") ?? head.endIndex
        pieces.append(String(rest[..<end]))
        rest = rest[end...].drop { $0 == " " }
      }
      if !rest.isEmpty { pieces.append(String(rest)) }
      return pieces
    }
  }
}
