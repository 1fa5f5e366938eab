// The walk from an article to what is derived from it: sentences, then when, then who.

/// Runs every analyser over an article. A value without state: one serves all threads.
public struct Analyser: Sendable {
  private let times = TimexTagger()
  private let parties: PartyTagger

  public init(gazetteer: Gazetteer) { parties = PartyTagger(gazetteer: gazetteer) }

  /// Everything derived from the article. In languages other than English, when and who are left out: the analysers
  /// read only English, and a guess is worse than none.
  public func analyse(_ article: Article) -> Analysis {
    let document = Document(article)
    var analysis = Analysis()
    analysis.sentences = document.sentences.map { Analysis.SentenceRow(span: $0.span, block: $0.block) }
    guard article.isReadInEnglish else { return analysis }
    let published = article.localPublished?.stamp
    analysis.timexes = times.tag(document, published: published)
    analysis.who = parties.tag(document, title: article.title?.text, published: published)
    return analysis
  }
}

extension Article {
  /// Whether the analysers read this article: English, or too short to tell.
  public var isReadInEnglish: Bool { language == "en" || language == "und" || language.hasPrefix("en-") }
}
