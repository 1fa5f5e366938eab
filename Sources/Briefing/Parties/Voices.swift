// Who says what: the attributions of a sentence in words, for the last line, the citations and the exports.

/// "said by: officials (unnamed)", by the sentence's index; several that say one sentence are joined. A person who is printed by
/// the surname alone is given by the whole name: out of the article nobody knows which Smith spoke.
public func voices(_ who: PartyAnnotation, in document: Document) -> [Int: String] {
  var voices: [Int: String] = [:]
  var names: [EntityID: String] = [:]
  for mention in who.entities where mention.kind == .person {
    if let id = mention.entity { names[id] = mention.name }
  }
  for attribution in who.attributions {
    var words = attributionText(attribution, in: document)
    if attribution.kind == .named, let printed = attribution.speaker.map(document.string),
      let name = attribution.entity.flatMap({ names[$0] }), name.hasSuffix(" " + printed), words.hasSuffix(printed)
    {
      words = words.dropLast(printed.count) + name
    }
    if let before = voices[attribution.sentence], before != words {
      voices[attribution.sentence] = before + "; " + words
    } else {
      voices[attribution.sentence] = words
    }
  }
  return voices
}
