// A text as the analysers read it: scalars normalised one to one, so that no offset ever moves, cut into tokens and sentences.

/// A sentence of a document.
public struct Sentence: Hashable, Sendable {
  public var span: Span
  /// Indices into the document's tokens.
  public var tokens: Range<Int>
  /// Index into the document's blocks.
  public var block: Int
}

/// A text cut for analysis.
public struct Document: Sendable {
  /// The text's scalars, each replaced at most by one other (’ by ', “ by ", a no-break
  /// space by a space, a hyphen by -; dashes stay).
  public let scalars: [Unicode.Scalar]
  public let blocks: [Block]
  public let tokens: [Token]
  /// In order. Related headlines and promos are sentences too, each a block of its own.
  public let sentences: [Sentence]

  /// Reads `article.text` with its blocks.
  public init(_ article: Article) {
    self.init(text: article.text, blocks: article.blocks)
  }

  /// Reads raw text whose blocks are known already; spans count into `text`.
  public init(text: String, blocks: [Block]) {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { scalars.append(normalised(scalar)) }
    let tokens = tokenise(scalars, in: blocks.map(\.span))
    self.scalars = scalars
    self.blocks = blocks
    self.tokens = tokens
    sentences = splitSentences(tokens, scalars: scalars, blocks: blocks)
  }

  /// The normalised text of a span, empty where the span is not inside the text.
  public func string(_ span: Span) -> String {
    guard span.start >= 0, span.end <= scalars.count, span.start < span.end else { return "" }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[span.start..<span.end])
    return String(view)
  }

  /// The index of the sentence that holds the offset, or nil between sentences.
  public func sentence(at offset: Int) -> Int? {
    let index = Span.firstIndex(endingAfter: offset, of: sentences.count) { sentences[$0].span.end }
    return index < sentences.count && sentences[index].span.contains(offset) ? index : nil
  }

  /// The kind of the block that a sentence lies in.
  public func kind(ofSentence index: Int) -> Block.Kind { blocks[sentences[index].block].kind }
}

/// One scalar for one: the forms that analysers need not tell apart become one.
func normalised(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  switch scalar.value {
  case 0..<0x80: scalar
  case 0x2018, 0x2019, 0x201A, 0x201B, 0x02BC, 0x2032: "'"
  case 0x201C, 0x201D, 0x201E, 0x201F, 0x2033, 0xAB, 0xBB: "\""
  case 0x00A0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: " "
  case 0x2010...0x2012: "-"
  default: scalar
  }
}
