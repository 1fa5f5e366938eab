// A dossier as rows: who it is in a few lines, then names, words and company, then every article. What somebody claims stands
// in quotation marks beside who claims it, never by itself.
import Briefing
import Screen

extension SheetContent {
  /// The rows of a dossier. Long lists show their newest rows and lead to a sheet of their own.
  public static func dossier(_ dossier: Dossier, symbols: Symbols) -> SheetContent {
    let rows = DossierRows(dossier: dossier, symbols: symbols)
    return SheetContent(
      title: dossier.party.name, note: rows.note, hints: "M merges  D splits", rows: rows.all,
      emptyWords: "no article names it")
  }

  /// Sentences one after another, each with its speaker and source; of `total` that there are.
  public static func sentences(
    _ quotes: [PartyQuote], of total: Int? = nil, title: String, symbols: Symbols
  ) -> SheetContent {
    let count = "\(quotes.count) \(quotes.count == 1 ? "sentence" : "sentences")"
    return SheetContent(
      title: title, note: total.map { $0 > quotes.count ? "the newest \(quotes.count) of \($0) sentences" : count } ?? count,
      rows: quotes.enumerated().map { SheetRow(quote: $1, key: "quote \($0)", symbols: symbols) },
      emptyWords: "no sentence of the articles that were read")
  }

  /// Whom a bare name may mean: the reader says, for this article.
  public static func candidates(
    surface: String, _ parties: [(party: PartyIdentity, articles: Int, title: String?)]
  ) -> SheetContent {
    var rows = [SheetRow.heading("In this article “\(surface)” is")]
    for scope in ["", "-everywhere"] {
      if !scope.isEmpty { rows.append(.heading("Wherever nothing else decides, “\(surface)” is")) }
      for one in parties {
        let title = one.title.map { "  “\($0)”" } ?? ""
        rows.append(
          SheetRow(
            key: one.party.entity + scope, lead: [Segment("  "), Segment(one.party.name, .party)], title, .dim,
            right: [Segment("\(one.articles) \(one.articles == 1 ? "article" : "articles") ", .dim)],
            evidence: "nothing in the text decides; Enter keeps your word, U takes it back",
            action: .command("choose-party\(scope) \(one.party.entity)")))
      }
    }
    return SheetContent(title: "Who is “\(surface)”?", note: "not linked", rows: rows)
  }
}

extension SheetContent {
  /// The parties that a typed name may mean; Enter opens the dossier of one.
  public static func choices(
    name: String, _ parties: [(party: PartyIdentity, articles: Int, title: String?)]
  ) -> SheetContent {
    SheetContent(
      title: "Who is “\(name)”?", note: "\(parties.count) parties",
      rows: parties.map { one in
        let what =
          one.title.map { "“\($0)”" } ?? [one.party.kind.rawValue, one.party.iso3].compactMap { $0 }.joined(separator: " ")
        return SheetRow(
          key: one.party.entity, lead: [Segment("  "), Segment(one.party.name, .party)], "  " + what, .dim,
          right: [Segment("\(one.articles) \(one.articles == 1 ? "article" : "articles") ", .dim)],
          evidence: one.party.entity, action: .sheet(.party(.dossier(one.party))))
      })
  }
}

extension SheetRow {
  /// A quoted sentence: when and where at its ends, its speaker behind it.
  init(quote: PartyQuote, key: String, symbols: Symbols) {
    let day = quote.article.published.map { longDate($0.stamp, withClock: false) } ?? "undated"
    let sentence = quoted(quote.sentence, symbols)
    self.init(
      key: key, lead: [Segment("  " + padded(day, to: 11, symbols) + " ", .date)],
      sentence + (quote.voice.map { "  \($0)" } ?? ""),
      wraps: true, evidence: quote.sourceWords(symbols), action: .jump(article: quote.article.id, offset: quote.offset),
      citation: quote.citation)
  }
}

extension PartyQuote {
  /// "Headline - source, ¶5": where the sentence stands.
  func sourceWords(_ symbols: Symbols) -> String {
    let headline = article.isLede ? quoted(lede: article.headline, symbols) : article.headline
    let parts = [headline, article.source ?? "publisher unknown", paragraph.map { "\(symbols.paragraph)\($0)" }, voice]
    return parts.compactMap { $0 }.joined(separator: " \(symbols.dot) ")
  }

  /// "sentence" - speaker, source, date, paragraph: what is unknown is said to be.
  public var citation: String {
    citationText(
      sentence, voice: voice, source: article.source, published: article.published, paragraph: paragraph, url: url)
  }
}

/// A citation that can stand in a memo by itself.
func citationText(
  _ sentence: String, voice: String?, source: String?, published: PublicationDate?, paragraph: Int?, url: String?
) -> String {
  let parts = [
    voice, source ?? "publisher unknown", published.map { longDate($0.stamp) } ?? "no publication date",
    paragraph.map { "paragraph \($0)" }, url,
  ]
  return "\(quoted(sentence)) - \(parts.compactMap { $0 }.joined(separator: ", "))"
}
