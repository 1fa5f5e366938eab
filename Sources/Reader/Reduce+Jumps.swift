// Jumps: from a row to the sentence that proves it, from a headline to its article, and the way back.
import Briefing
import Screen

extension State {
  /// Asks for an article; the answer replaces the open one.
  mutating func request(_ id: Int64) -> Effect {
    text.generation = nextGeneration()
    return .open(id: id, generation: text.generation)
  }

  /// Asks for the article under the list's cursor.
  mutating func preview(_ id: Int64) -> [Effect] {
    pending = nil
    return [request(id)]
  }

  /// Shows an article that has arrived.
  mutating func show(_ article: OpenArticle) -> [Effect] {
    let isSame = open?.id == article.id
    let party = open?.party(at: parties.row)?.entity
    open = article
    // Read anew, the article may have other parties: the cursor stays on the one it was on.
    if isSame, let party, let row = article.parties.firstIndex(where: { $0.entity == party }) { parties.row = row }
    if !isSame {
      text.layout = TextLayout()
      text.top = 0
      text.anchor = -1
      text.sentence = nil
      text.hits = []
      text.hit = nil
      timeline = Cursor()
      parties = Cursor()
      related = Cursor()
    }
    text.layout.article = nil
    layOutText()
    if let place = pending, place.article == article.id {
      pending = nil
      restore(place)
    }
    if let index = list.rows.firstIndex(where: { $0.stands(for: article.id) }) { list.cursor.row = index }
    keepCursorsVisible()
    var effects: [Effect] = []
    if !list.scope.query.isEmpty {
      effects.append(.hits(id: article.id, scope: list.scope, generation: text.generation))
    }
    if panes.focus == .text { effects += markRead(article.id) }
    return effects + followStory(to: article.id)
  }

  /// Where the reader is now, to come back to; nil without an article.
  var here: Place? {
    guard let open else { return nil }
    return Place(
      article: open.id, offset: text.anchor, sentence: text.sentence, focus: panes.focus,
      timeline: timeline, parties: parties, related: related, sheets: sheets)
  }

  mutating func restore(_ place: Place) {
    text.sentence = place.sentence
    timeline = place.timeline
    parties = place.parties
    related = place.related
    panes.focus = place.focus
    sheets = place.sheets
    if place.focus != .list, place.focus != .text { panes.sideTab = place.focus }
    layOutText()
    text.anchor = place.offset
    text.top = place.offset < 0 ? 0 : text.layout.line(of: place.offset)
    clampText()
    if let mark = place.mark {
      text.sentence = open?.sentence(at: mark)
      reveal(mark)
    }
    keepCursorsVisible()
    keepSheetCursorVisible()
  }

  /// Goes back (-1) or forward (1) through the jumps.
  mutating func travel(_ direction: Int) -> [Effect] {
    guard let here, let place = direction < 0 ? history.back(from: here) : history.forward(from: here) else { return [] }
    if place.article == open?.id {
      restore(place)
      return []
    }
    pending = place
    return [request(place.article)]
  }

  /// Leaves for another article, or says that this is it.
  mutating func jump(to id: Int64) -> [Effect] {
    if let here { history.leave(here) }
    pending = Place(
      article: id, offset: -1, sentence: nil, focus: .text, timeline: Cursor(), parties: Cursor(), related: Cursor())
    return [request(id)]
  }

  /// Goes to a place in the open article and marks its sentence.
  mutating func jump(toOffset offset: Int) -> [Effect] {
    guard let open else { return [] }
    if let here { history.leave(here) }
    text.sentence = open.sentence(at: offset)
    let effects = focus(.text)
    reveal(offset)
    return effects
  }

  mutating func jumpToTimelineRow() -> [Effect] {
    guard dates == nil else { return jumpToDate() }
    guard let open, open.timeline.indices.contains(timeline.row) else {
      complain("no date is named in this article")
      return []
    }
    let row = open.timeline[timeline.row]
    guard let first = row.timexes.first, open.detail.analysis.timexes.indices.contains(first) else { return [] }
    return jump(toOffset: open.detail.analysis.timexes[first].span.start)
  }

  /// Enter in the article: follows the headline under the mark.
  mutating func followInText() -> [Effect] {
    guard let open, let sentence = text.sentence, open.sentences.indices.contains(sentence),
      let index = open.headlineLink(at: open.sentences[sentence].span.start)
    else {
      say("\(keyMap.hint(for: "next-sentence") ?? "")  marks a sentence; on a headline Enter follows it")
      return []
    }
    return follow(headline: index)
  }

  mutating func followRelated() -> [Effect] {
    guard let open, open.relatedRows.indices.contains(related.row) else {
      complain("no headline is linked here")
      return []
    }
    switch open.relatedRows[related.row] {
    case .headline(let index): return follow(headline: index)
    case .candidate(let headline, let index):
      guard case .possible(let candidates) = open.detail.related.headlines[headline].state else { return [] }
      return jump(to: candidates[index].target.id)
    case .backlink(let index): return jump(to: open.detail.related.backlinks[index].id)
    case .similar(let index): return jump(to: open.detail.related.similar[index].target.id)
    }
  }

  private mutating func follow(headline index: Int) -> [Effect] {
    guard let open else { return [] }
    let link = open.detail.related.headlines[index]
    switch link.state {
    case .found(let target, _): return jump(to: target.id)
    case .possible(let candidates):
      if panes.focus == .related, let first = candidates.first { return jump(to: first.target.id) }
      related.row = open.relatedRows.firstIndex(of: .headline(index)) ?? 0
      say("possible: the rows below it in pane 5 say why; Enter goes there, P accepts, X refuses")
      return focus(.related)
    case .missing:
      let effects = panes.focus == .related ? jump(toOffset: link.span.start) : []
      say("missing: no article here has this headline; it is kept, and found by itself when the article arrives")
      return effects
    }
  }

  /// The possible link under the cursor of the related pane: the headline's text and the article it may mean.
  var possibleLink: (headline: String, target: Int64)? {
    guard panes.focus == .related, let open, open.relatedRows.indices.contains(related.row) else { return nil }
    let headline: Int
    let candidate: Int
    switch open.relatedRows[related.row] {
    case .candidate(let h, let c): (headline, candidate) = (h, c)
    case .headline(let h): (headline, candidate) = (h, 0)
    case .backlink, .similar: return nil
    }
    let link = open.detail.related.headlines[headline]
    guard case .possible(let candidates) = link.state, candidates.indices.contains(candidate) else { return nil }
    return (link.text, candidates[candidate].target.id)
  }

  mutating func decidePossible(_ make: (Int64, String, Int64) -> Decision) -> [Effect] {
    guard let open, let link = possibleLink else { return [] }
    // The candidates go away with the decision: the cursor stays on their headline.
    switch open.relatedRows[related.row] {
    case .candidate(let headline, _): related.row = open.relatedRows.firstIndex(of: .headline(headline)) ?? related.row
    case .headline, .backlink, .similar: break
    }
    return [.decide(make(open.id, link.headline, link.target))]
  }

  // MARK: Matches

  /// The next match in the open article, then in the next article; without a search, the next unread article.
  mutating func goToMatch(by count: Int) -> [Effect] {
    guard !list.scope.query.isEmpty, !text.hits.isEmpty, open != nil else {
      return list.scope.query.isEmpty ? goToUnread(by: count) : stepInList(by: count)
    }
    let count = min(max(count, -text.hits.count), text.hits.count)
    let target = text.hit.map { $0 + count } ?? (count > 0 ? count - 1 : text.hits.count + count)
    guard text.hits.indices.contains(target) else {
      say(count > 0 ? "that was the last match in this article; J goes to the next" : "that was the first match")
      return []
    }
    text.hit = target
    let offset = text.hits[target].start
    text.sentence = open?.sentence(at: offset)
    let effects = focus(.text)
    reveal(offset)
    say("match \(target + 1) of \(text.hits.count)")
    return effects
  }

  private mutating func goToUnread(by count: Int) -> [Effect] {
    let step = count > 0 ? 1 : -1
    var index = list.cursor.row + step
    while list.rows.indices.contains(index), !list.rows[index].isUnread { index += step }
    guard list.rows.indices.contains(index) else {
      say("no unread article " + (step > 0 ? "below" : "above"))
      return loadMore()
    }
    let effects = stepInList(by: index - list.cursor.row)
    if let row = list.current {
      say("\(step > 0 ? "next" : "previous") unread: \(headlineText(of: row, symbols))")
    }
    return effects
  }
}
