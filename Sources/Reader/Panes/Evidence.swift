// The voice of the program: for the selected row, the words that prove it, who says so, and how it came about.
import Briefing
import Screen

extension State {
  /// The spans of the open article that the selected row of the focused pane points at.
  var evidence: [Span] {
    guard let open else { return [] }
    switch panes.focus {
    case .list: return []
    case .text: return text.sentence.flatMap { open.sentences.indices.contains($0) ? [open.sentences[$0].span] : nil } ?? []
    case .time where dates != nil:
      return dates?.currentEvent.flatMap { $0.article.id == open.id ? [$0.span] : nil } ?? []
    case .time:
      guard open.timeline.indices.contains(timeline.row) else { return [] }
      return open.timeline[timeline.row].timexes.compactMap {
        open.detail.analysis.timexes.indices.contains($0) ? open.detail.analysis.timexes[$0].span : nil
      }
    case .parties:
      return open.parties.indices.contains(parties.row) ? open.parties[parties.row].mentions : []
    case .related:
      guard open.relatedRows.indices.contains(related.row) else { return [] }
      switch open.relatedRows[related.row] {
      case .headline(let index), .candidate(let index, _): return [open.detail.related.headlines[index].span]
      case .backlink, .similar: return []
      }
    }
  }

  /// The sentence that the selected row points at, by its index.
  var evidenceSentence: Int? {
    guard let open else { return nil }
    if panes.focus == .text { return text.sentence }
    return evidence.first.flatMap { open.sentence(at: $0.start) }
  }

  /// The status line for the selected row, and the hint at its right end.
  func evidenceLine() -> (left: String, right: String) {
    guard let open else { return ("", "") }
    let copyHint = keyMap.hint(for: "copy").map { "\($0) cite" } ?? ""
    switch panes.focus {
    case .list: return listEvidence()
    case .text:
      guard let sentence = text.sentence, open.sentences.indices.contains(sentence) else {
        let hint = keyMap.hint(for: "next-sentence") ?? ""
        return ("\(hint) marks a sentence to cite or follow", position(open))
      }
      let link = linkWords(open, sentence: sentence)
      return (proof(open, sentence: sentence, around: nil, beside: link + copyHint) + link, copyHint)
    case .time where dates != nil: return dateWords()
    case .time:
      guard open.timeline.indices.contains(timeline.row), let span = evidence.first else { return ("", "") }
      let row = open.timeline[timeline.row]
      let printed = open.string(span)
      // A year as written is its own value.
      let isSaid = !row.isResolved || printed == valueWords(row)
      let outcome = isSaid ? printed : "\(printed) \(symbols.right) \(valueWords(row))"
      let doubt = row.doubt ? " (direction guessed)" : ""
      let rule = "\(outcome): \(row.reason)\(doubt)"
      let others = otherWords(open.detail.dates.otherDays[row.key] ?? [], articles: open.detail.dates.articles[row.key] ?? 1)
      let proof = proof(open, sentence: row.sentence, around: span, beside: rule + others + copyHint)
      return (proof + "  " + rule + others, copyHint)
    case .parties:
      guard open.parties.indices.contains(parties.row) else { return ("", "") }
      return (partyWords(open.parties[parties.row], in: open), partyHint(open.parties[parties.row]))
    case .related: return (relatedWords(open), relatedHint(open))
    }
  }

  /// ¶1 “… was shot down Thursday by the U.S. military …”  said by: officials (unnamed): as much of the sentence as there
  /// is room for beside `other`; its paragraph alone where that is next to nothing.
  private func proof(_ open: OpenArticle, sentence: Int, around span: Span?, beside other: String) -> String {
    guard open.sentences.indices.contains(sentence) else { return "" }
    let whole = open.sentences[sentence].span
    let place = open.paragraph(ofSentence: sentence).map { "\(symbols.paragraph)\($0) " } ?? ""
    let mark = span.map { Span($0.start - whole.start, $0.end - whole.start) }
    return proofWords(
      Array(open.string(whole).unicodeScalars), around: mark, after: place, voice: open.voices[sentence], beside: other)
  }

  private func valueWords(_ row: TimelineRow) -> String {
    guard let value = row.value else { return row.when }
    return row.rangeEnd.map { "\(value) to \($0)" } ?? value
  }

  private func linkWords(_ open: OpenArticle, sentence: Int) -> String {
    guard let index = open.headlineLink(at: open.sentences[sentence].span.start) else { return "" }
    switch open.detail.related.headlines[index].state {
    case .found(let target, let reason): return "  found: \(target.headline) (\(reason)); Enter goes there"
    case .possible(let candidates): return "  possible: \(candidates.count) articles may be meant; Enter shows why"
    case .missing: return "  missing: kept, and found by itself when the article arrives"
    }
  }

  private func relatedWords(_ open: OpenArticle) -> String {
    guard open.relatedRows.indices.contains(related.row) else { return "" }
    func place(_ index: Int) -> String {
      let offset = open.detail.related.headlines[index].span.start
      let before = open.article.blocks.last { $0.span.end <= offset && $0.paragraph != nil }?.paragraph
      return before.map { "after \(symbols.paragraph)\($0)" } ?? "at the top"
    }
    switch open.relatedRows[related.row] {
    case .headline(let index):
      switch open.detail.related.headlines[index].state {
      case .found(let target, let reason): return "found: \(target.headline), \(reason); linked \(place(index))"
      case .possible: return "possible: the articles below may be meant; linked \(place(index))"
      case .missing: return "missing: linked \(place(index)); kept, and found by itself when the article arrives"
      }
    case .candidate(let headline, let index):
      guard case .possible(let candidates) = open.detail.related.headlines[headline].state, candidates.indices.contains(index)
      else { return "" }
      return "possible: " + candidates[index].reasons.joined(separator: " \(symbols.dot) ")
    case .backlink(let index): return "\(open.detail.related.backlinks[index].headline) names this article in a headline"
    case .similar(let index):
      let link = open.detail.related.similar[index]
      return "similar: " + link.reasons.joined(separator: " \(symbols.dot) ") + " \(symbols.dot) "
        + link.target.headline
    }
  }

  /// What Enter does on the selected row.
  private func relatedHint(_ open: OpenArticle) -> String {
    guard open.relatedRows.indices.contains(related.row) else { return "" }
    let deciding = [("pin", "accepts"), ("reject", "refuses")].compactMap { name, word in
      keyMap.hint(for: name).map { "\($0) \(word)" }
    }
    switch open.relatedRows[related.row] {
    case .candidate: return (deciding + ["Enter goes there"]).joined(separator: "  ")
    case .backlink, .similar: return "Enter goes there"
    case .headline(let index):
      switch open.detail.related.headlines[index].state {
      case .missing: return "Enter shows it in the text"
      case .found: return "Enter goes there"
      case .possible: return (deciding + ["Enter goes to the first"]).joined(separator: "  ")
      }
    }
  }

  private func listEvidence() -> (String, String) {
    if let problem = list.problem { return (problem.message, "\(keyMap.hint(for: "search") ?? ":search") mends it") }
    guard let row = list.current else { return ("", "") }
    var parts = [headlineText(of: row, symbols), row.source ?? "publisher unknown", publicationText(row.published)]
    if !row.tags.isEmpty { parts.append("tags: " + row.tags.joined(separator: ", ")) }
    return (parts.joined(separator: " \(symbols.dot) "), "Enter reads")
  }

  /// How far down the article the screen is.
  private func position(_ open: OpenArticle) -> String {
    let height = layout.body(of: .text)?.height ?? 1
    let lines = text.layout.lines.count
    if lines <= height { return "all" }
    if text.top == 0 { return "top" }
    if text.top + height >= lines { return "end" }
    return "\(text.top * 100 / max(1, lines - height))%"
  }

  // MARK: Citations

  /// Copies the sentence that is pointed at, so that it can stand in a memo by itself.
  mutating func copyCitation() -> [Effect] {
    if panes.focus == .time, let dates {
      guard let citation = dates.currentEvent?.citation else {
        complain("copy: no sentence is known for this row")
        return []
      }
      say("copied: \(citation)")
      return [.copy(citation)]
    }
    guard let open, let sentence = evidenceSentence, open.sentences.indices.contains(sentence) else {
      complain("copy: mark a sentence with \(keyMap.hint(for: "next-sentence") ?? ":next-sentence"), or go to a row of a pane")
      return []
    }
    let citation = open.citation(ofSentence: sentence)
    say("copied: \(citation)")
    return [.copy(citation)]
  }
}

extension OpenArticle {
  /// "sentence" - speaker, source, date, paragraph: what is unknown is said to be.
  public func citation(ofSentence index: Int) -> String {
    citationText(
      string(sentences[index].span), voice: voices[index], source: article.source, published: article.published,
      paragraph: paragraph(ofSentence: index), url: article.url)
  }
}
