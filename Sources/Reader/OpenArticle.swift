// The article on the screen, with the rows of its side panes worked out once when it is opened.
import Briefing

/// An article ready to be shown: its text as scalars, and a row for each thing that its panes show.
public struct OpenArticle: Equatable, Sendable {
  public var detail: ArticleDetail
  /// `detail.article.text` as scalars: spans index into it.
  public var scalars: [Unicode.Scalar]
  public var sentences: [Sentence]
  public var timeline: [TimelineRow]
  public var parties: [PartyRow]
  /// Who says what a sentence says, in words, by the sentence's index.
  public var voices: [Int: String]
  /// Set where the analysers read only English and this article is in another language.
  public var abstains: Bool

  public var id: Int64 { detail.row.id }
  public var article: Article { detail.article }

  /// Works the rows out; pure, and meant to run off the main thread.
  public init(_ detail: ArticleDetail) {
    let document = Document(detail.article)
    self.detail = detail
    self.detail.related.similar = OpenArticle.worthShowing(detail.related.similar)
    scalars = Array(detail.article.text.unicodeScalars)
    sentences = document.sentences
    abstains = !detail.article.isReadInEnglish
    timeline = Briefing.timeline(
      of: document, timexes: detail.analysis.timexes, published: detail.article.published?.stamp)
    let printed = PrintedText(
      detail.article, Analysis(sentences: document.sentences.map { .init(span: $0.span, block: $0.block) }))
    parties = roster(of: printed, who: detail.analysis.who, title: detail.article.title?.text)
    voices = Briefing.voices(detail.analysis.who, in: document)
  }

  /// The similar articles that a reader would call so: a handful, none much weaker than the best.
  static func worthShowing(_ links: [SimilarLink]) -> [SimilarLink] {
    let best = links.first?.score ?? 0
    return Array(links.filter { $0.score >= 0.07 && $0.score >= 0.6 * best }.prefix(8))
  }

  /// The text of a span as printed, with line breaks as spaces.
  public func string(_ span: Span) -> String {
    let range = max(0, span.start)..<max(max(0, span.start), min(span.end, scalars.count))
    guard range.upperBound <= scalars.count else { return "" }
    var view = String.UnicodeScalarView()
    for scalar in scalars[range] { view.append(scalar == "\n" ? " " : scalar) }
    return String(view)
  }

  /// The sentence that holds the offset, or the last one before it; nil in an article without sentences.
  public func sentence(at offset: Int) -> Int? {
    var found: Int?
    for (index, sentence) in sentences.enumerated() {
      if sentence.span.start > offset { break }
      found = index
    }
    return found ?? (sentences.isEmpty ? nil : 0)
  }

  /// The number of the paragraph that a sentence stands in; nil for a headline or promo between paragraphs.
  public func paragraph(ofSentence index: Int) -> Int? {
    guard sentences.indices.contains(index) else { return nil }
    let block = sentences[index].block
    return article.blocks.indices.contains(block) ? article.blocks[block].paragraph : nil
  }

  /// The headline link that stands at the offset, as an index into `detail.related.headlines`.
  public func headlineLink(at offset: Int) -> Int? {
    detail.related.headlines.firstIndex { $0.span.contains(offset) }
  }

  /// How many paragraphs the article has.
  public var paragraphCount: Int { article.blocks.reduce(0) { max($0, $1.paragraph ?? 0) } }
}
