// Quotations that go on over sentences and paragraphs: each sentence in them has the speaker of the one that names him.

extension SpeakerFinder {
  /// Gives the sentences that lie wholly inside a quotation the speaker of the sentence that opens or closes it, or of the
  /// paragraph before where a quotation fills its own.
  mutating func carryThroughQuotations() {
    var bySentence: [Int: Attribution] = [:]
    for found in attributions where bySentence[found.sentence] == nil { bySentence[found.sentence] = found }
    let sentences = scan.document.sentences
    var open = false
    var carried: [Attribution] = []
    // The run of sentences of one quotation.
    var run: [Int] = []
    func close() {
      guard let first = run.first, let last = run.last else { return }
      defer { run = [] }
      let own = run.first { bySentence[$0].map { $0.kind != .hearsay } ?? false }
      let next = last + 1
      let behind = next < sentences.count && sentences[next].block == sentences[last].block && !isQuoted(next) ? next : nil
      let before = first > 0 && sentences[first - 1].block + 1 >= sentences[first].block ? first - 1 : nil
      let source = own ?? behind.flatMap { bySentence[$0] == nil ? nil : $0 } ?? before
      guard let source, var found = bySentence[source], found.kind != .hearsay else { return }
      for index in run where bySentence[index] == nil {
        found.sentence = index
        bySentence[index] = found
        carried.append(found)
      }
    }
    for (index, sentence) in sentences.enumerated() {
      let isNewBlock = index == 0 || sentences[index - 1].block != sentence.block
      let opensHere = scan.text(sentence.tokens.lowerBound) == "\""
      if isNewBlock {
        // A paragraph that goes on with a quotation opens it anew, though the last one did not close it.
        if !(open && opensHere) { close() }
        open = false
      }
      let began = open
      for i in sentence.tokens where scan.text(i) == "\"" { open.toggle() }
      if began || opensHere { run.append(index) } else { close() }
      if !open, !began || !opensHere, bySentence[index] == nil, !isQuoted(index) { _ = run.popLast() }
    }
    close()
    attributions += carried
  }

  /// Whether a sentence begins or ends with a quotation mark.
  private func isQuoted(_ index: Int) -> Bool {
    let tokens = scan.document.sentences[index].tokens
    return scan.text(tokens.lowerBound) == "\"" || scan.text(tokens.upperBound - 1) == "\""
  }
}
