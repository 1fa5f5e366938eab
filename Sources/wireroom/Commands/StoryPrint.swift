// A story for a pipe: lines or JSON. Parties and dates stand with the sentence that proves them, and who says so.
import Briefing
import Foundation
import Reader
import Screen

struct StoryPrint {
  private let story: StoryView
  private let ids: [Int64: String]

  init(_ story: StoryView, _ archive: Archive) throws {
    self.story = story
    let gained = story.gains?.articles.map(\.id) ?? []
    let proofs = (story.parties + (story.gains?.parties ?? [])).compactMap(\.proof?.article.id)
    let dates = (story.dates + (story.gains?.dates ?? [])).map(\.event.article.id)
    ids = try archive.externalIDs(of: Set(story.groups.flatMap { $0.rows.map(\.id) } + gained + proofs + dates).sorted())
  }

  func write(json isJSON: Bool, to output: inout Output) throws {
    if isJSON { return output.json(json) }
    output.line(story.name)
    output.line()
    output.line("\(counted(story.articles, "article")); \(story.sourceWords)")
    if let gains = story.gains {
      output.line(
        gains.count == 0 ? "nothing new since it was looked at" : "new since it was looked at: \(counted(gains.count, "article"))"
      )
      section("New articles", gains.articles.map(line), &output)
      section("New parties", gains.parties.map(line), &output)
      section("New dates", gains.dates.map(line), &output)
    }
    let more = story.dateCount > story.dates.count ? ["\(story.dates.count) of \(story.dateCount); timeline --story has all"] : []
    section("Timeline", story.dates.map(line) + more, &output)
    section("Parties", story.parties.map(line), &output)
    section("Articles, newest first", story.groups.flatMap(lines), &output)
  }

  private func section(_ title: String, _ lines: [String], _ output: inout Output) {
    guard !lines.isEmpty else { return }
    output.line()
    output.line(title)
    for text in lines { output.line("  " + text) }
  }

  private func counted(_ count: Int, _ word: String) -> String { "\(count) \(word)\(count == 1 ? "" : "s")" }

  private func id(_ article: Int64) -> String { ids[article] ?? String(article) }

  private func line(_ row: ArticleRow) -> String {
    let headline = row.isLede ? "\u{201C}\(row.headline)\u{2026}\u{201D}" : row.headline
    return "\(id(row.id)) \(row.published?.stamp.iso ?? "undated") \(headline) (\(row.source ?? "publisher unknown"))"
  }

  /// The first of the copies, the others below it.
  private func lines(_ group: StoryView.Group) -> [String] {
    guard let first = group.first else { return [] }
    let rows = [first] + group.rows.reversed().filter { $0.id != first.id }
    guard rows.count > 1 else { return [line(first)] }
    let origins = group.origins.map { "\($0.name ?? "no publisher named") \($0.articles)" }.joined(separator: ", ")
    return [
      line(first), "  one text in \(rows.count) articles, \(group.credits.words(.unicode, namesOrigin: false)): \(origins)",
    ]
      + rows.dropFirst().map { "  copy: " + line($0) }
  }

  private func line(_ party: StoryView.Party) -> String {
    "\(party.party.name) (\(party.party.kind.rawValue)): \(party.articles). \(party.proof?.citation ?? "")"
  }

  private func line(_ date: ProvedDate) -> String {
    "\(date.event.when)\(date.event.row.doubt ? " (direction guessed)" : ""): \(date.event.citation)"
  }

  // MARK: JSON

  private var json: JSONText {
    var json = JSONText()
    json.beginObject()
    json.member("story", Int(story.id))
    json.member("name", story.name)
    json.member("articles", story.articles)
    json.member("outlets", story.outlets)
    json.member("independent", story.independent)
    json.member("independent_is_exact", story.isCertain)
    json.array("groups", story.groups) { json, group in
      json.beginObject()
      json.array("articles", group.copies.reversed()) { $0.raw(id($1)) }
      json.credits(group.credits)
      json.array("origins", group.origins) { json, origin in
        json.beginObject()
        json.member("name", origin.name)
        json.member("articles", origin.articles)
        json.endObject()
      }
      json.endObject()
    }
    json.array("parties", story.parties, write)
    json.member("dates", story.dateCount)
    json.array("timeline", story.dates, write)
    json.key("new")
    if let gains = story.gains {
      json.beginObject()
      json.member("count", gains.count)
      json.array("articles", gains.articles) { $0.raw(id($1.id)) }
      json.array("parties", gains.parties, write)
      json.array("dates", gains.dates, write)
      json.endObject()
    } else {
      json.null()
    }
    json.endObject()
    return json
  }

  private func write(_ json: inout JSONText, _ party: StoryView.Party) {
    json.beginObject()
    json.member("entity", party.party.entity)
    json.member("name", party.party.name)
    json.member("kind", party.party.kind.rawValue)
    json.member("articles", party.articles)
    proof(&json, party.proof)
    json.endObject()
  }

  private func write(_ json: inout JSONText, _ date: ProvedDate) {
    let event = date.event
    json.beginObject()
    json.member("date", event.row.value)
    json.member("end", event.row.rangeEnd)
    json.member("when", event.when)
    json.member("articles", date.count.articles)
    json.member("vague", event.row.isVague)
    json.member("doubt", event.row.doubt)
    json.member("reason", event.row.reason)
    proof(
      &json,
      PartyQuote(
        article: event.article, url: event.url, sentence: event.sentence, offset: event.sentenceSpan.start,
        paragraph: event.row.paragraphs.first, voice: event.voice))
    json.endObject()
  }

  private func proof(_ json: inout JSONText, _ quote: PartyQuote?) {
    json.key("proof")
    guard let quote else { return json.null() }
    json.beginObject()
    json.key("article")
    json.raw(id(quote.article.id))
    json.key("paragraph")
    if let paragraph = quote.paragraph { json.value(paragraph) } else { json.null() }
    json.member("start", quote.offset)
    json.member("sentence", quote.sentence)
    json.member("said_by", quote.voice)
    json.endObject()
  }
}
