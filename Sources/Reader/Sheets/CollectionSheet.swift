// What was collected: each sentence with its source and its note; Enter goes to where it stands.
import Briefing
import Screen

extension SheetContent {
  /// `articles` are the rows of the articles that are cited.
  public static func collection(_ items: [CollectedItem], articles: [Int64: ArticleRow], symbols: Symbols) -> SheetContent {
    var rows: [SheetRow] = []
    for item in items {
      let note = item.note.isEmpty ? "" : " \(symbols.right) \(item.note)"
      guard let quotation = item.quotation else {
        rows.append(
          SheetRow(
            key: String(item.position), lead: [Segment("  \(symbols.dot) ", .dim)], item.note, wraps: true,
            evidence: "a note of yours; :note changes it, :drop takes it out"))
        continue
      }
      let row = articles[quotation.article]
      let place = [
        quotation.speaker, row?.source ?? "publisher unknown", publicationText(row?.published),
        quotation.paragraph.map { "\(symbols.paragraph)\($0)" },
      ].compactMap { $0 }.joined(separator: " \(symbols.dot) ")
      rows.append(
        SheetRow(
          key: String(item.position), lead: [Segment("  ", .dim)],
          quoted(quotation.sentence, symbols) + note, wraps: true, evidence: place,
          action: .jump(article: quotation.article, offset: quotation.start),
          citation: "\(quoted(quotation.sentence)) - \(place)"))
    }
    return SheetContent(
      title: "Collection", note: "\(items.count)", hints: ":note  :drop  :brief FILE", rows: rows,
      emptyWords: "Nothing is collected yet. In an article ) marks a sentence and c collects it; :note TEXT writes a note.")
  }
}
