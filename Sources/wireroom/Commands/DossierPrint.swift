// A dossier for a pipe: lines, Markdown or JSON. Sentences stand in quotation marks with who says so, where and when.
import Briefing
import Foundation
import Reader

struct DossierPrint {
  private let dossier: Dossier
  private let ids: [Int64: String]

  /// `ids` are those that imports gave to the dossier's articles, as JSON text.
  init(_ dossier: Dossier, ids: [Int64: String]) {
    self.dossier = dossier
    self.ids = ids
  }

  // MARK: Lines

  func lines(markdown: Bool) -> [String] {
    var lines = [(markdown ? "# " : "") + dossier.party.name, "", about]
    for (title, entries) in sections where !entries.isEmpty {
      lines += ["", (markdown ? "## " : "") + title, ""]
      lines += entries.map { (markdown ? "- " : "  ") + (markdown ? DossierPrint.escaped($0) : $0) }
    }
    return lines
  }

  private var about: String {
    let party = dossier.party
    var parts = [party.kind.rawValue]
    if let code = party.iso3 { parts.append(code) }
    parts.append(counted(dossier.articleCount, "article"))
    if let span = dossier.trend.span { parts.append("\(day(span.lowerBound)) to \(day(span.upperBound))") }
    if dossier.trend.undated > 0 { parts.append("\(dossier.trend.undated) undated") }
    if dossier.linkedOnlyCount > 0 { parts.append("in linked headlines only: \(dossier.linkedOnlyCount) more") }
    if let note = dossier.note { parts.append(note) }
    if dossier.appearances.count < dossier.articleCount {
      parts.append("names and sentences of the newest \(dossier.appearances.count)")
    }
    return parts.joined(separator: "; ")
  }

  private var sections: [(title: String, entries: [String])] {
    [
      ("Said to be", dossier.titles.map(titleLine)),
      (
        "Names, and why they are linked",
        dossier.aliases.map { alias in
          "\(alias.surface): \(alias.count) in \(counted(alias.articles, "article")); \(alias.why)"
            + (alias.isModifier ? ", counted apart" : "")
        }
      ),
      (
        "Timeline",
        dossier.dates.map(dateLine) + rest(dossier.dates.count, of: dossier.dateCount, "dates, those around its newest article")
      ),
      (
        "Said by it",
        dossier.sayings.map(\.citation) + rest(dossier.sayings.count, of: dossier.sayingCount, "sentences, the newest")
      ),
      (
        "Reported of it",
        dossier.reports.map(\.citation) + rest(dossier.reports.count, of: dossier.reportCount, "sentences, the newest")
      ),
      (
        "In the same articles",
        dossier.companions.map { "\($0.party.name) (\($0.party.kind.rawValue)): \(counted($0.articles, "article"))" }
      ),
      ("Decided by you", dossier.decisions.map(\.words)),
      ("Articles, newest first", dossier.appearances.map(articleLine)),
    ]
  }

  private func titleLine(_ title: Dossier.Title) -> String {
    let whose = title.affiliation.map { ", for \($0.name)" } ?? ""
    let dates = [title.oldest, title.newest].map { $0.article.published?.stamp.iso ?? "undated" }
    let when = dates[0] == dates[1] ? dates[1] : "\(dates[0]) to \(dates[1])"
    return "“\(title.text)”\(whose): \(when), \(counted(title.articles, "article")). \(title.newest.citation)"
  }

  private func dateLine(_ date: ProvedDate) -> String {
    let event = date.event
    let doubt = event.row.doubt ? " (direction guessed)" : ""
    let more = date.count.articles > 1 ? " (\(counted(date.count.articles, "article")) name it)" : ""
    return "\(event.when)\(doubt)\(more): \(event.citation)"
  }

  /// What is not printed is said, and how to have it.
  private func rest(_ shown: Int, of total: Int, _ what: String) -> [String] {
    shown < total ? ["\(shown) of \(total) \(what); --sentences 0 prints all"] : []
  }

  private func articleLine(_ appearance: Dossier.Appearance) -> String {
    let article = appearance.article
    let headline = article.isLede ? "“\(article.headline)…”" : article.headline
    let parts = [
      article.published?.stamp.iso ?? "undated", headline, article.source ?? "publisher unknown",
      counted(appearance.mentions, "mention") + (appearance.isInHeadline ? ", in the headline" : ""),
    ]
    return parts.joined(separator: "; ")
  }

  private func counted(_ count: Int, _ word: String) -> String { "\(count) \(word)\(count == 1 ? "" : "s")" }
  private func day(_ number: Int) -> String { CivilDate(dayNumber: number).iso }

  /// Text from articles must not become markup.
  private static func escaped(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if "\\`*_[]<>#|".unicodeScalars.contains(scalar) { view.append("\\") }
      view.append(scalar)
    }
    return String(view)
  }

  // MARK: JSON

  var json: JSONText {
    var json = JSONText()
    json.beginObject()
    json.member("entity", dossier.party.entity)
    json.member("name", dossier.party.name)
    json.member("kind", dossier.party.kind.rawValue)
    json.member("iso3", dossier.party.iso3)
    json.member("note", dossier.note)
    json.member("articles", dossier.articleCount)
    json.member("linked_only", dossier.linkedOnlyCount)
    json.member("read", dossier.appearances.count)
    json.member("first", dossier.trend.span.map { day($0.lowerBound) })
    json.member("last", dossier.trend.span.map { day($0.upperBound) })
    json.member("undated", dossier.trend.undated)
    json.array("trend", dossier.trend.days) { json, one in
      json.beginObject()
      json.member("date", day(one.day))
      json.member("articles", one.articles)
      json.endObject()
    }
    json.array("titles", dossier.titles) { json, title in
      json.beginObject()
      json.member("title", title.text)
      json.member("affiliation", title.affiliation?.name)
      json.member("articles", title.articles)
      json.member("first", title.oldest.article.published?.stamp.iso)
      json.member("last", title.newest.article.published?.stamp.iso)
      json.key("proof")
      write(title.newest, &json)
      json.endObject()
    }
    json.array("aliases", dossier.aliases) { json, alias in
      json.beginObject()
      json.member("surface", alias.surface)
      json.member("count", alias.count)
      json.member("articles", alias.articles)
      json.member("why", alias.why)
      json.member("modifier", alias.isModifier)
      json.endObject()
    }
    json.member("dates", dossier.dateCount)
    json.array("timeline", dossier.dates) { json, date in
      json.beginObject()
      json.member("date", date.event.row.value)
      json.member("end", date.event.row.rangeEnd)
      json.member("when", date.event.when)
      json.member("articles", date.count.articles)
      json.member("vague", date.event.row.isVague)
      json.member("doubt", date.event.row.doubt)
      json.member("reason", date.event.row.reason)
      json.key("proof")
      write(
        PartyQuote(
          article: date.event.article, url: date.event.url, sentence: date.event.sentence,
          offset: date.event.sentenceSpan.start, paragraph: date.event.row.paragraphs.first, voice: date.event.voice), &json)
      json.endObject()
    }
    json.member("said_in_all", dossier.sayingCount)
    json.array("said", dossier.sayings) { json, quote in write(quote, &json) }
    json.member("reported_in_all", dossier.reportCount)
    json.array("reported", dossier.reports) { json, quote in write(quote, &json) }
    json.array("with", dossier.companions) { json, company in
      json.beginObject()
      json.member("entity", company.party.entity)
      json.member("name", company.party.name)
      json.member("kind", company.party.kind.rawValue)
      json.member("articles", company.articles)
      json.endObject()
    }
    json.array("decisions", dossier.decisions) { json, decision in
      json.beginObject()
      json.member("words", decision.words)
      json.key("article")
      if let id = decision.subject.article { json.raw(ids[id] ?? String(id)) } else { json.null() }
      json.member("entity", decision.subject.entity)
      json.member("surface", decision.subject.surface)
      json.member("target", decision.target.entity)
      json.endObject()
    }
    json.array("appearances", dossier.appearances) { json, appearance in
      json.beginObject()
      writeArticle(appearance.article, &json)
      json.member("mentions", appearance.mentions)
      json.member("in_headline", appearance.isInHeadline)
      json.key("proof")
      if let first = appearance.first { write(first, &json) } else { json.null() }
      json.endObject()
    }
    json.endObject()
    return json
  }

  private func writeArticle(_ article: LinkTarget, _ json: inout JSONText) {
    json.key("article")
    json.raw(ids[article.id] ?? String(article.id))
    json.member("title", article.headline)
    json.member("source", article.source)
    json.member("date", article.published?.stamp.iso)
  }

  private func write(_ quote: PartyQuote, _ json: inout JSONText) {
    json.beginObject()
    writeArticle(quote.article, &json)
    json.member("url", quote.url)
    json.key("paragraph")
    if let paragraph = quote.paragraph { json.value(paragraph) } else { json.null() }
    json.member("start", quote.offset)
    json.member("sentence", quote.sentence)
    json.member("said_by", quote.voice)
    json.endObject()
  }
}

extension Dossier {
  /// The articles that it names, by id.
  var articles: [Int64] {
    Array(Set(appearances.map(\.article.id) + dates.map(\.event.article.id) + decisions.compactMap(\.subject.article))).sorted()
  }
}
