// Who says what: the attributions of a sentence in words, for the last line, the citations and the exports.

/// "said by: officials (unnamed)", by the sentence's index; several that say one sentence are joined.
public func voices(_ attributions: [Attribution], in document: Document) -> [Int: String] {
  var voices: [Int: String] = [:]
  for attribution in attributions {
    let words = attributionText(attribution, in: document)
    if let before = voices[attribution.sentence], before != words {
      voices[attribution.sentence] = before + "; " + words
    } else {
      voices[attribution.sentence] = words
    }
  }
  return voices
}
