// An event as far as a text tells it: a sentence, the date in it, and who is in it.

/// A sentence of prose that tells something of somebody.
public struct EventRow: Hashable, Sendable {
  /// Index into the document's sentences.
  public var sentence: Int
  /// TIMEX3 value of the first calendar date in the sentence, or nil.
  public var date: String?
  public var parties: [EntityID]
  /// Who says so, in words; nil where the article itself does.
  public var speaker: String?
}

/// The events of a document: every sentence of prose that names a party or a calendar date.
public func events(of document: Document, timexes: [Timex], who: PartyAnnotation) -> [EventRow] {
  var rows: [EventRow] = []
  var voices: [Int: String] = [:]
  for attribution in who.attributions where voices[attribution.sentence] == nil {
    voices[attribution.sentence] = attribution.speaker.map(document.string) ?? attributionText(attribution, in: document)
  }
  var nextTimex = 0
  var nextParty = 0
  let parties = who.parties.sorted { $0.span < $1.span }
  for (index, sentence) in document.sentences.enumerated() {
    var date: String?
    while nextTimex < timexes.count, timexes[nextTimex].span.start < sentence.span.end {
      let timex = timexes[nextTimex]
      if date == nil, timex.kind == .date || timex.kind == .time, let value = timex.value, value.first?.isNumber == true {
        date = value
      }
      nextTimex += 1
    }
    var named: [EntityID] = []
    while nextParty < parties.count, parties[nextParty].span.start < sentence.span.end {
      let entity = parties[nextParty].entity
      if !named.contains(entity) { named.append(entity) }
      nextParty += 1
    }
    guard document.kind(ofSentence: index) == .prose, date != nil || !named.isEmpty else { continue }
    rows.append(EventRow(sentence: index, date: date, parties: named, speaker: voices[index]))
  }
  return rows
}
