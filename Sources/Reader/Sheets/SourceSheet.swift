// The source of an article: what it says of itself and where, what was left out of it and why, and how each line was read.
import Briefing
import Screen

extension SheetContent {
  /// `notes` are nil for an article whose source is all text: then its lines alone are shown, each with what it was taken for.
  public static func source(_ article: Article, id: Int64, notes: SourceNotes?, symbols: Symbols) -> SheetContent {
    var rows: [SheetRow] = []
    if let notes, !notes.fields.isEmpty {
      rows.append(.heading("What the \(notes.form) says of itself"))
      rows += notes.fields.map { field in
        SheetRow(
          lead: [Segment(" \(field.isTaken ? "*" : " ") " + padded(field.name, to: 12, symbols), .dim)], field.value,
          field.isTaken ? .text : .dim, right: [Segment(field.place, .dim)], wraps: true,
          evidence: "\(field.isTaken ? "taken" : "not taken"), from \(field.place)")
      }
    }
    let starts = Dictionary(
      article.blocks.compactMap { block in block.paragraph.map { ($0, block.span.start) } },
      uniquingKeysWith: { first, _ in first })
    let feeds = notes?.leftOut.filter { $0.reason == .feed } ?? []
    if !feeds.isEmpty {
      rows.append(.heading("What the feed gave, before the text of the page"))
      rows += feeds.map { SheetRow(lead: [Segment("   ")], $0.text, wraps: true, evidence: "the feed's own text") }
    }
    if let notes {
      let leftOut = notes.leftOut.filter { $0.reason != .feed }
      rows.append(.heading("Left out of the \(notes.form)"))
      rows += leftOut.map { piece in
        SheetRow(
          lead: [Segment("   " + padded(piece.after > 0 ? "¶\(piece.after)" : "", to: 5, symbols), .dim)], piece.text,
          right: [Segment(piece.reason.words, .dim)], wraps: true,
          evidence: piece.after > 0
            ? "left out as \(piece.reason.words), after paragraph \(piece.after)"
            : "left out as \(piece.reason.words), before the text",
          action: starts[piece.after].map { .jump(article: id, offset: $0) })
      }
      if leftOut.isEmpty { rows.append(SheetRow(lead: [Segment("   ")], "nothing", .dim)) }
      if notes.omitted > 0 {
        rows.append(SheetRow(lead: [Segment("   ")], "and \(notes.omitted) pieces more, which were not kept", .dim))
      }
    }
    rows.append(.heading(notes == nil ? "The lines of the source, as they were read" : "Taken in, as it was read"))
    let scalars = Array(article.text.unicodeScalars)
    for block in article.blocks
    where block.span.start >= 0 && block.span.start < block.span.end && block.span.end <= scalars.count {
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars[block.span.start..<block.span.end])
      rows.append(
        SheetRow(
          lead: [Segment("   " + padded(block.paragraph.map { "¶\($0)" } ?? "", to: 5, symbols), .dim)], String(text),
          right: [Segment(words(block.kind), .dim)], evidence: block.href ?? "read as \(words(block.kind))",
          action: .jump(article: id, offset: block.span.start)))
    }
    return SheetContent(
      title: "Source", note: article.url ?? article.source ?? "", rows: rows, emptyWords: "this article has no text")
  }

  private static func words(_ kind: Block.Kind) -> String {
    switch kind {
    case .prose: "paragraph"
    case .heading: "heading"
    case .credit: "credit"
    case .caption: "caption"
    case .related: "related headline"
    case .promo: "promo"
    }
  }
}
