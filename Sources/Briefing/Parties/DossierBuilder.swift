// Reads a dossier off articles, the newest first, one at a time: nothing but what it shows is kept of them.

/// Collects what articles tell of one party.
struct DossierBuilder {
  let entity: EntityID
  /// So many sentences of a kind are kept; the rest is counted.
  let mostQuotes: Int

  private(set) var appearances: [Dossier.Appearance] = []
  private(set) var sayings: [PartyQuote] = []
  private(set) var sayingCount = 0
  private(set) var reports: [PartyQuote] = []
  private(set) var reportCount = 0
  private(set) var titles: [Dossier.Title] = []
  private(set) var note: String?
  private var names: [Name: Tally] = [:]
  private var order: [Name] = []

  private struct Name: Hashable {
    var surface: String
    var isModifier: Bool
  }

  private struct Tally {
    var count = 0
    var articles = 0
    var reasons: [String: Int] = [:]
    var proof: PartyQuote?
  }

  init(_ entity: EntityID, mostQuotes: Int) {
    self.entity = entity
    self.mostQuotes = mostQuotes
  }

  /// Takes in the next older article.
  mutating func add(_ article: Article, _ analysis: Analysis, as target: LinkTarget) {
    let text = PrintedText(article, analysis)
    guard let row = rosterRow(of: entity, in: text, who: analysis.who, title: article.title?.text) else { return }
    let source = QuoteSource(article, text, analysis.who.attributions, target)
    let first = source.quote(at: row.mentions.first?.start ?? 0)
    appearances.append(
      .init(article: target, mentions: row.count + row.modifierCount, isInHeadline: row.isInHeadline, first: first))
    note = note ?? row.note
    for alias in row.aliases { tally(alias, in: row, source) }
    for title in row.titles { note(title, source) }
    sayingCount += row.sayings.count
    for index in row.sayings where sayings.count < mostQuotes {
      if let quote = source.quote(ofSentence: index) { sayings.append(quote) }
    }
    let own = Set(row.sayings)
    let told = row.sentences.filter { !own.contains($0) }
    reportCount += told.count
    for index in told where reports.count < mostQuotes {
      if let quote = source.quote(ofSentence: index) { reports.append(quote) }
    }
  }

  private mutating func tally(_ alias: PartyRow.Alias, in row: PartyRow, _ source: QuoteSource) {
    let name = Name(surface: alias.surface, isModifier: alias.isModifier)
    if names[name] == nil {
      order.append(name)
      let place = row.mentions.first { source.text.string($0) == alias.surface }
      names[name] = Tally(proof: place.flatMap { source.quote(at: $0.start) })
    }
    names[name]?.count += alias.count
    names[name]?.articles += 1
    names[name]?.reasons[alias.why, default: 0] += alias.count
  }

  private mutating func note(_ title: PartyRow.PrintedTitle, _ source: QuoteSource) {
    guard let quote = source.quote(at: title.span.start) else { return }
    let folded = foldedSurface(title.text)
    if let at = titles.firstIndex(where: { foldedSurface($0.text) == folded }) {
      if titles[at].oldest.article.id != quote.article.id { titles[at].articles += 1 }
      titles[at].oldest = quote
    } else {
      titles.append(.init(text: title.text, affiliation: title.affiliation, articles: 1, newest: quote, oldest: quote))
    }
  }

  /// The names, the most frequent first, modifiers behind them.
  var aliases: [Dossier.Alias] {
    order.enumerated().map { index, name in
      let tally = names[name] ?? Tally()
      let why = tally.reasons.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ""
      return (
        index,
        Dossier.Alias(
          surface: name.surface, count: tally.count, articles: tally.articles, why: why, isModifier: name.isModifier,
          proof: tally.proof)
      )
    }.sorted { a, b in
      if a.1.isModifier != b.1.isModifier { return !a.1.isModifier }
      return (b.1.count, a.0) < (a.1.count, b.0)
    }.map(\.1)
  }
}

/// Quotes sentences of one article.
struct QuoteSource {
  let text: PrintedText
  private let target: LinkTarget
  private let url: String?
  private var voices: [Int: String] = [:]

  init(_ article: Article, _ text: PrintedText, _ attributions: [Attribution], _ target: LinkTarget) {
    self.text = text
    self.target = target
    url = article.url
    for attribution in attributions {
      let words = attributionText(attribution, in: text)
      if let before = voices[attribution.sentence], before != words {
        voices[attribution.sentence] = before + "; " + words
      } else {
        voices[attribution.sentence] = words
      }
    }
  }

  func quote(at offset: Int) -> PartyQuote? { text.sentence(at: offset).flatMap { quote(ofSentence: $0) } }

  func quote(ofSentence index: Int) -> PartyQuote? {
    guard text.sentences.indices.contains(index) else { return nil }
    let span = text.sentences[index].span
    return PartyQuote(
      article: target, url: url, sentence: text.string(span), offset: span.start,
      paragraph: text.block(ofSentence: index)?.paragraph, voice: voices[index])
  }
}
