// Reads events off an article and its analysis. For one event only the paragraphs that name its date are cut into words, so
// that a screen full of events out of fifty articles costs no more than one article.

/// The events of one article.
public struct EventReader {
  private let article: Article
  private let analysis: Analysis
  private let target: LinkTarget
  private let scalars: [Unicode.Scalar]

  public init(_ article: Article, _ analysis: Analysis, as target: LinkTarget) {
    self.article = article
    self.analysis = analysis
    self.target = target
    scalars = Array(article.text.unicodeScalars)
  }

  /// Every event, in the order of the article's timeline.
  public func events() -> [DatedEvent] {
    let document = Document(article)
    return timeline(of: document, timexes: analysis.timexes, published: article.published?.stamp)
      .compactMap { event($0, in: document) }
  }

  /// The first event that stands at a place of the timeline, or nil.
  func event(at key: DateKey) -> DatedEvent? { events(at: key, limit: 1).first }

  /// The events that stand at a place of the timeline; of several the one with the earlier value first, of unresolved ones
  /// the first in the text. Of a party only those are told that name it, each by the sentence that does.
  func events(at key: DateKey, naming party: EntityID? = nil, limit: Int = .max) -> [DatedEvent] {
    var groups = groups().filter { $0.key == key }
    if let party { groups = groups.compactMap { named(party, $0) } }
    guard !groups.isEmpty else { return [] }
    let blocks = Set(groups.map(\.block)).sorted()
    let document = Document(text: article.text, blocks: blocks.map { article.blocks[$0] })
    var writer = TimelineWriter(document: document, timexes: analysis.timexes, published: article.published?.stamp)
    let rows = groups.compactMap { writer.row($0) }.enumerated().sorted {
      ($0.element.value ?? "", $0.offset) < ($1.element.value ?? "", $1.offset)
    }
    return rows.prefix(limit).compactMap { event($0.element, in: document) }
  }

  /// The group as a sentence that names the party has it first; nil where none does.
  private func named(_ party: EntityID, _ group: DateGroup) -> DateGroup? {
    let first = group.timexes.first { timex in
      guard let sentence = analysis.sentence(at: analysis.timexes[timex].span.start) else { return false }
      return parties(in: analysis.sentences[sentence].span).contains { $0.entity == party }
    }
    guard let first, let block = blockIndex(of: analysis.timexes[first].span, in: article.blocks) else { return nil }
    var group = group
    group.timexes = [first] + group.timexes.filter { $0 != first }
    group.block = block
    return group
  }

  private func groups() -> [DateGroup] { dateGroups(analysis.timexes, in: article.blocks, printed: string) }

  private func event(_ row: TimelineRow, in document: Document) -> DatedEvent? {
    guard let first = row.timexes.first else { return nil }
    let timex = analysis.timexes[first]
    let span = document.sentences[row.sentence].span
    var row = row
    row.sentence = analysis.sentence(at: timex.span.start) ?? row.sentence
    let printed = string(timex.span)
    let period = timex.value.flatMap(Period.init(value:))
    return DatedEvent(
      article: target, externalID: article.externalID, url: article.url, row: row,
      when: period.map { fullWords(timex, $0, printed: printed) } ?? "\(printed) (\(timex.reason))", printed: printed,
      span: timex.span, anchor: timex.anchor, rule: timex.rule, sentence: string(span), sentenceSpan: span,
      label: string(row.label), voice: voices(analysis.who, in: document)[row.sentence],
      parties: parties(in: span))
  }

  private func parties(in span: Span) -> [DatedEvent.Party] {
    var parties: [DatedEvent.Party] = []
    for party in analysis.who.parties.sorted(by: { $0.span < $1.span })
    where span.contains(party.span) && party.role != "source" && !parties.contains(where: { $0.entity == party.entity }) {
      parties.append(DatedEvent.Party(entity: party.entity, name: party.name))
    }
    return parties
  }

  /// As printed, with line breaks as spaces.
  private func string(_ span: Span) -> String {
    guard span.start >= 0, span.start <= span.end, span.end <= scalars.count else { return "" }
    var view = String.UnicodeScalarView()
    for scalar in scalars[span.start..<span.end] { view.append(scalar == "\n" ? " " : scalar) }
    return String(view)
  }
}

extension Analysis {
  /// The index of the sentence that holds the offset, or nil between sentences.
  func sentence(at offset: Int) -> Int? {
    let index = Span.firstIndex(endingAfter: offset, of: sentences.count) { sentences[$0].span.end }
    return index < sentences.count && sentences[index].span.contains(offset) ? index : nil
  }
}
