// The sections of a dossier, each a list of rows; a table of them makes the sheet.
import Briefing
import Screen

struct DossierRows {
  let dossier: Dossier
  let symbols: Symbols
  /// Rows of a list before it leads to a sheet of its own.
  private let shown = PartySheet.quotesShown

  private var party: PartyIdentity { dossier.party }
  private var isPartial: Bool { dossier.appearances.count < dossier.articleCount }

  /// What the title says at its right end.
  var note: String {
    let kind = [party.kind.rawValue, party.iso3].compactMap { $0 }.joined(separator: " \(symbols.dot) ")
    return "\(kind) \(symbols.dot) \(articles(dossier.articleCount))"
  }

  var all: [SheetRow] {
    let sections: [(title: String, rows: [SheetRow])] = [
      ("Over time", overTime), ("Said to be", titles), ("Names, and why they are linked", aliases),
      ("Timeline", dates), ("Said by it", quotes(dossier.sayings, said: true)),
      ("Reported of it", quotes(dossier.reports, said: false)),
      ("In the same articles", companions), ("Decided by you", decisions), ("Articles, newest first", appearances),
    ]
    return sections.flatMap { title, rows in rows.isEmpty ? [] : [.heading(title)] + rows }
  }

  private func articles(_ count: Int) -> String { "\(count) \(count == 1 ? "article" : "articles")" }

  private func day(_ number: Int) -> String { longDate(DateStamp(CivilDate(dayNumber: number)), withClock: false) }

  private func jump(_ quote: PartyQuote) -> SheetRow.Action { .jump(article: quote.article.id, offset: quote.offset) }

  private var query: String { party.query }

  private var overTime: [SheetRow] {
    var rows: [SheetRow] = []
    if let span = dossier.trend.span, let whole = dossier.trend.archive {
      rows.append(
        SheetRow(
          key: "trend", lead: [Segment("  "), Segment(sparkline(dossier.trend.bins(32), symbols), .progress)],
          "  \(day(span.lowerBound)) \(symbols.enDash) \(day(span.upperBound))",
          evidence: "its articles from \(day(whole.lowerBound)) to \(day(whole.upperBound)), the time of the whole archive",
          action: .narrow(query: query, label: "party:" + party.name)))
    }
    var words = [articles(dossier.articleCount)]
    if dossier.trend.undated > 0 { words.append("\(dossier.trend.undated) without a date") }
    if dossier.linkedOnlyCount > 0 { words.append("in linked headlines only: \(dossier.linkedOnlyCount) more") }
    if let note = dossier.note { words.append(note) }
    rows.append(
      SheetRow(
        key: "articles", lead: [Segment("  ")], words.joined(separator: " \(symbols.dot) "),
        evidence: "the search \(query) finds them", action: .narrow(query: query, label: "party:" + party.name)))
    if isPartial {
      let more = min(dossier.articleCount, dossier.appearances.count * 10)
      rows.append(
        SheetRow(
          key: "more", lead: [Segment("  ")],
          "names and sentences below are of the newest \(dossier.appearances.count); Enter reads \(more)", .dim,
          evidence: "every article is read for its names and sentences; more take longer",
          action: .sheet(.party(.dossier(party, limit: more)))))
    }
    return rows
  }

  private var titles: [SheetRow] {
    dossier.titles.map { title in
      let newest = title.newest.article.published.map { longDate($0.stamp, withClock: false) } ?? "undated"
      let oldest = title.oldest.article.published.map { longDate($0.stamp, withClock: false) } ?? "undated"
      let when = newest == oldest ? newest : "\(oldest) \(symbols.enDash) \(newest)"
      return SheetRow(
        key: "title " + title.text, lead: [Segment("  ")],
        String(symbols.quoteOpen) + title.text + String(symbols.quoteClose)
          + (title.affiliation.map { ", for \($0.name)" } ?? ""),
        right: [Segment("\(when) \(symbols.dot) \(articles(title.articles)) ", .dim)],
        evidence: "\(quoted(title.newest.sentence, symbols)) \(title.newest.sourceWords(symbols))",
        action: jump(title.newest), citation: title.newest.citation)
    }
  }

  private var aliases: [SheetRow] {
    dossier.aliases.map { alias in
      let apart = alias.isModifier ? ", counted apart" : ""
      return SheetRow(
        key: "alias " + alias.surface, lead: [Segment("  " + padded(alias.surface, to: 32, symbols), .party)],
        "\(alias.why)\(apart)", .dim,
        right: [Segment("\(alias.count)\(symbols.times) in \(articles(alias.articles)) ", .dim)],
        evidence: alias.proof.map { "\(quoted($0.sentence, symbols)) \($0.sourceWords(symbols))" } ?? "",
        action: alias.proof.map(jump), citation: alias.proof?.citation)
    }
  }

  /// The dates around its newest article, and the way to all of them.
  private var dates: [SheetRow] {
    var rows = dossier.dates.map { SheetRow(date: $0.count, $0.event, symbols: symbols) }
    if dossier.dateCount > rows.count {
      rows.append(
        SheetRow(
          key: "all dates", lead: [Segment("  ")], "all \(dossier.dateCount) dates", .dim,
          evidence: "every date that a sentence about \(party.name) names",
          action: .sheet(.timeline(.party(party.entity), named: party.name))))
    }
    return rows
  }

  private func quotes(_ quotes: [PartyQuote], said: Bool) -> [SheetRow] {
    let total = said ? dossier.sayingCount : dossier.reportCount
    var rows = quotes.prefix(shown).enumerated().map { index, quote in
      SheetRow(quote: quote, key: "\(said ? "said" : "told") \(index)", symbols: symbols)
    }
    if quotes.count > shown {
      let all = total > quotes.count ? "the newest \(quotes.count) of \(total) sentences" : "all \(total) sentences"
      rows.append(
        SheetRow(
          key: "all \(said)", lead: [Segment("  ")], all, .dim,
          action: .sheet(.party(.sentences(party, said: said, limit: dossier.appearances.count)))))
    }
    return rows
  }

  private var companions: [SheetRow] {
    dossier.companions.map { company in
      let among = dossier.articleCount > dossier.companionsAmong ? " of the newest \(dossier.companionsAmong)" : ""
      return SheetRow(
        key: "with " + company.party.entity, lead: [Segment("  " + padded(company.party.name, to: 32, symbols), .party)],
        company.party.kind.rawValue, .dim, right: [Segment("\(articles(company.articles))\(among) ", .dim)],
        evidence: "both take part in \(articles(company.articles))\(among); Enter shows the sentences they share",
        action: .sheet(.party(.company(party, company.party))))
    }
  }

  private var decisions: [SheetRow] {
    dossier.decisions.map { decision in
      SheetRow(
        key: "decided \(decision.subject.article ?? 0) \(decision.words)", lead: [Segment("  ")], decision.words,
        right: [Segment(decision.subject.article == nil ? "everywhere " : "one article ", .dim)],
        evidence: "no import and no reindex touches it", action: .command("take-back " + decision.words))
    }
  }

  /// The article that the row of a decision in these words is about; nil for other rows, and for what holds everywhere.
  static func article(ofDecisionRow key: String, _ words: String) -> Int64? {
    let parts = key.split(separator: " ", maxSplits: 2)
    guard parts.count == 3, parts[0] == "decided", parts[2] == words, let id = Int64(parts[1]), id > 0 else { return nil }
    return id
  }

  private var appearances: [SheetRow] {
    var rows = dossier.appearances.map { appearance in
      let article = appearance.article
      let when = article.published.map { longDate($0.stamp, withClock: false) } ?? "undated"
      return SheetRow(
        key: "article \(article.id)", lead: [Segment("  " + padded(when, to: 11, symbols) + " ", .date)],
        article.isLede ? quoted(lede: article.headline, symbols) : article.headline,
        right: [
          Segment((appearance.isInHeadline ? "in the headline  " : "") + "\(appearance.mentions)\(symbols.times) ", .dim)
        ],
        evidence: appearance.first.map { "\(quoted($0.sentence, symbols)) \($0.sourceWords(symbols))" }
          ?? "", action: .jump(article: article.id, offset: appearance.first?.offset), citation: appearance.first?.citation)
    }
    if isPartial {
      rows.append(
        SheetRow(
          key: "rest", lead: [Segment("  ")], "\(dossier.articleCount - dossier.appearances.count) older", .dim,
          action: .narrow(query: query, label: "party:" + party.name)))
    }
    return rows
  }
}

/// Counts as bars in one line; nothing is an empty column, so that one article can be told from none.
func sparkline(_ bins: [Int], _ symbols: Symbols) -> String {
  let most = max(1, bins.max() ?? 1)
  var view = String.UnicodeScalarView()
  for count in bins {
    view.append(count == 0 ? " " : symbols.levels[min(symbols.levels.count - 1, count * symbols.levels.count / (most + 1))])
  }
  return String(view)
}
