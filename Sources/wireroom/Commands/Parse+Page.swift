// How `wireroom parse` shows pages: the article, then what the page said of itself, then what was left out and why.
import Briefing

extension Parse {
  func show(_ page: Page, _ file: String, _ id: String?, _ output: inout Output) {
    if format.json || batch {
      output.json(JSONText(raw: ParsedArticleJSON.parseLine(page.article, file: file, id: id, notes: page.notes)))
    } else {
      show(page.article, file, &output)
      show(page.notes, &output)
    }
  }

  /// The heads of a source and what was left out of it.
  func show(_ notes: SourceNotes, _ output: inout Output) {
    if !notes.fields.isEmpty { output.line("what the \(notes.form) says of itself (* taken)") }
    for field in notes.fields {
      output.line("\(field.isTaken ? "*" : " ") \(padded(field.name, 10)) \(field.value)  [\(field.place)]")
    }
    if !notes.leftOut.isEmpty { output.line("left out") }
    for piece in notes.leftOut {
      output.line("\(padded(piece.after > 0 ? "¶\(piece.after)" : "", 5)) \(padded(piece.reason.words, 22)) \(piece.text)")
    }
    if notes.omitted > 0 { output.line("      and \(notes.omitted) pieces more") }
    output.line()
  }
}
