// Collecting sentences and notes, and what becomes of them.
import Briefing
import Screen

extension Command {
  static let collection: [Command] = [
    Command("collect", .article, "collect the marked sentence for a briefing of your own", keys: ["c"], when: { $0.whyNoArticle })
    {
      state, _ in state.collectSentence()
    },
    Command("collection", .article, "what was collected", keys: ["C"], reach: .anywhere) { state, _ in
      state.openSheet(.collection)
    },
    Command(
      "note", .article, "write a note to the collected sentence under the cursor, or one that stands alone", argument: "TEXT",
      reach: .anywhere
    ) { state, call in
      guard !call.argument.isEmpty else { return state.beginCommand("note ") }
      return [.note(call.argument, position: state.collectedUnderCursor)]
    },
    Command(
      "drop", .article, "take the row under the cursor out of the collection", reach: .sheets,
      when: { $0.collectedUnderCursor == nil ? "go to a row of the collection first" : nil }
    ) { state, _ in state.collectedUnderCursor.map { [.dropCollected($0)] } ?? [] },
    Command("brief", .article, "write the collection as cited Markdown into a new file", argument: "FILE", reach: .anywhere) {
      state, call in
      guard !call.argument.isEmpty else { return state.beginCommand("brief ") }
      return [.writeBriefing(path: call.argument)]
    },
  ]
}

extension State {
  mutating func collectSentence() -> [Effect] {
    guard let open, let index = evidenceSentence, open.sentences.indices.contains(index) else {
      complain(
        "collect: mark a sentence with \(keyMap.hint(for: "next-sentence") ?? ":next-sentence"), or go to a row of a pane")
      return []
    }
    let span = open.sentences[index].span
    return [
      .collect(
        CollectedItem.Quotation(
          article: open.id, start: span.start, sentence: open.string(span), speaker: open.voices[index],
          paragraph: open.paragraph(ofSentence: index)))
    ]
  }

  /// The position of the collected item under the cursor of the collection's sheet.
  var collectedUnderCursor: Int64? {
    guard let sheet = sheets.last, sheet.source == .collection else { return nil }
    return sheet.current.flatMap { Int64($0.key) }
  }
}
