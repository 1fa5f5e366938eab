// A sentence as proof on the last line: as much of it as there is room for, in whole words, with who says so.
import Briefing
import Screen

extension State {
  /// ¶1 “… was shot down Thursday by the U.S. military …”  said by: officials (unnamed): as much of the sentence as there is
  /// room for beside `other`; its place alone where that is next to nothing.
  ///
  /// - Parameters:
  ///   - span: what has to be seen of it, in scalars of the sentence.
  ///   - place: where it stands: "¶1 ".
  func proofWords(
    _ sentence: [Unicode.Scalar], around span: Span?, after place: String, voice: String?, beside other: String
  ) -> String {
    let whole = Span(0, sentence.count)
    var shown = whole
    let voice = voice.map { "  \($0)" } ?? ""
    let line = width - Width.of(other) - Width.of(place) - Width.of(voice) - 8
    // Signs for what is left out take two columns at each end.
    let room = whole.count <= line ? whole.count : line - 4
    guard room >= 16 || whole.count <= line || other.isEmpty else { return place.trimmingSpaces }
    if whole.count > room, let span {
      let before = max(0, room - span.count) / 2
      shown.start = max(whole.start, min(span.start - before, whole.end - room))
      shown.end = min(whole.end, max(span.end, shown.start + room))
      // Whole words only.
      while shown.start > whole.start, shown.start < span.start, sentence[shown.start - 1] != " " { shown.start += 1 }
      while shown.end < whole.end, shown.end > span.end, sentence[shown.end] != " " { shown.end -= 1 }
    } else if whole.count > room {
      shown.end = whole.start + max(0, room)
      while shown.end > whole.start, sentence[shown.end] != " " { shown.end -= 1 }
    }
    let ellipsis = String(symbols.ellipsis)
    var words = String.UnicodeScalarView()
    words.append(contentsOf: sentence[max(0, shown.start)..<min(sentence.count, max(shown.start, shown.end))])
    let text = (shown.start > whole.start ? ellipsis + " " : "") + String(words) + (shown.end < whole.end ? " " + ellipsis : "")
    return place + quoted(text, symbols) + voice
  }

  /// The last line for a date of many articles.
  func dateWords() -> (left: String, right: String) {
    guard let date = dates?.current else { return ("", "") }
    let list = keyMap.hint(for: "date-articles").map { "\($0) lists them" } ?? ""
    guard let event = dates?.currentEvent else {
      return ("\(date.key.words): \(counted(date.articles, "article names it", "articles name it"))", list)
    }
    let doubt = event.row.doubt ? " (direction guessed)" : ""
    let source = "  \(symbols.enDash) \(sourceWords(event.article))"
    let rule = "  \(event.meaning(symbols)): \(event.row.reason)\(doubt)"
    let others = otherWords(event.otherDays, articles: date.articles)
    let hint = keyMap.hint(for: "copy").map { "\($0) cite" } ?? ""
    let place = event.row.paragraphs.first.map { "\(symbols.paragraph)\($0) " } ?? ""
    let mark = Span(event.span.start - event.sentenceSpan.start, event.span.end - event.sentenceSpan.start)
    let proof = proofWords(
      Array(event.sentence.unicodeScalars), around: mark, after: place, voice: event.voice, beside: source + rule + others + hint)
    return (proof + source + rule + others, hint)
  }

  /// What other articles have to say of a date: the day, where the row is vague, and how many name it.
  func otherWords(_ days: [OtherDay], articles: Int) -> String {
    var words = ""
    if let day = days.first {
      words +=
        "  other articles say: \(day.when): \(quoted(day.sentence, symbols)) \(symbols.enDash) \(sourceWords(day.article))"
    }
    if articles > 1 {
      words += "  in \(articles) articles" + (keyMap.hint(for: "date-articles").map { " (\($0) lists them)" } ?? "")
    }
    return words
  }
}
