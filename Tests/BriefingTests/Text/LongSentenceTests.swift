// A text without full stops: its sentences are cut, so that what reads a whole sentence for each word stays linear.

import Testing

@testable import Briefing

@Suite struct LongSentenceTests {
  @Test(
    arguments: ["he said ", "word, ", "“No” Smith said ", "(", "Turkey and ", "called "], [Block.Kind.prose, .related, .promo])
  func everySentenceIsBounded(_ piece: String, _ kind: Block.Kind) {
    let text = String(repeating: piece, count: 5_000)
    let document = Document(text: text, blocks: [Block(span: Span(0, text.unicodeScalars.count), kind: kind)])
    #expect(document.sentences.allSatisfy { (1...longestSentence).contains($0.tokens.count) })
    // Nothing is left out, and nothing stands in two.
    #expect(
      document.sentences.first?.tokens.lowerBound == 0 && document.sentences.last?.tokens.upperBound == document.tokens.count)
    #expect(zip(document.sentences, document.sentences.dropFirst()).allSatisfy { $0.tokens.upperBound == $1.tokens.lowerBound })
  }

  @Test func aSentenceIsCutAtASign() {
    let text = String(repeating: "one two three four five six seven eight nine, ", count: 60)
    let document = Document(text: text, blocks: [Block(span: Span(0, text.unicodeScalars.count), kind: .prose)])
    #expect(document.sentences.map(\.tokens.count) == [500, 100])
    #expect(document.tokens[document.sentences[0].tokens.upperBound - 1].text == ",")
  }
}
