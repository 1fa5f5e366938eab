// An article's text as printed, with the sentences that were found in it: enough to quote from, without cutting it again.

/// A text with its blocks and sentences. Unlike a `Document` it has no tokens and changes no scalar.
public struct PrintedText: Sendable {
  public let scalars: [Unicode.Scalar]
  public let blocks: [Block]
  public let sentences: [Analysis.SentenceRow]

  /// The text of an article, and the sentences of its analysis.
  public init(_ article: Article, _ analysis: Analysis) {
    scalars = Array(article.text.unicodeScalars)
    blocks = article.blocks
    sentences = analysis.sentences
  }

  /// A document's text, normalised as it is there.
  public init(_ document: Document) {
    scalars = document.scalars
    blocks = document.blocks
    sentences = document.sentences.map { .init(span: $0.span, block: $0.block) }
  }

  /// The words of a span, line breaks as spaces; empty where the span is not inside the text.
  public func string(_ span: Span) -> String {
    guard span.start >= 0, span.end <= scalars.count, span.start < span.end else { return "" }
    var view = String.UnicodeScalarView()
    for scalar in scalars[span.start..<span.end] { view.append(scalar == "\n" ? " " : scalar) }
    return String(view)
  }

  /// The index of the sentence that holds the offset, or nil between sentences.
  public func sentence(at offset: Int) -> Int? {
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].span.end <= offset { low = middle + 1 } else { high = middle }
    }
    return low < sentences.count && sentences[low].span.contains(offset) ? low : nil
  }

  /// The block that a sentence lies in, or nil where there is no such sentence.
  public func block(ofSentence index: Int) -> Block? {
    guard sentences.indices.contains(index), blocks.indices.contains(sentences[index].block) else { return nil }
    return blocks[sentences[index].block]
  }
}
