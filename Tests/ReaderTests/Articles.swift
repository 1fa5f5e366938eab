// A few small articles of our own, with what is derived from them put in by hand: the reader's tests depend on no analyser.
import Briefing

enum Articles {
  /// Three paragraphs, a headline in each of the three states, two dates and two parties.
  static let port: ArticleDetail = detail(
    id: 3, title: "Port workers end strike in Aden after talks", date: CivilDate(2021, 3, 18), source: "Desk",
    lines: [
      ("Dock workers in Aden ended a strike on Thursday, the port’s managers said.", .prose),
      ("STRIKE CLOSES ADEN PORT FOR A THIRD DAY", .related),
      ("The union had stopped work in 2019 as well, over unpaid wages.", .prose),
      ("YEMEN GOVERNMENT RETURNS TO ADEN", .related),
      ("FUEL SHIP WAITS OFF HODEIDAH", .related),
      ("Yemen’s transport ministry did not answer questions.", .prose),
    ],
    timexes: [("Thursday", "2021-03-18", "the last Thursday up to the publication date"), ("2019", "2019", "a year as written")],
    parties: [("Aden", "place:YEM/aden", .place), ("Yemen", "state:YEM", .state)],
    related: RelatedLinks(
      headlines: [
        link(
          "STRIKE CLOSES ADEN PORT FOR A THIRD DAY",
          .found(target(2, "Strike closes Aden port for a third day"), reason: "the same title")),
        link(
          "YEMEN GOVERNMENT RETURNS TO ADEN",
          .possible([
            HeadlineLink.Candidate(
              target: target(1, "Yemen’s government back in Aden after a year"),
              reasons: ["same government and city", "the title differs"])
          ])),
        link("FUEL SHIP WAITS OFF HODEIDAH", .missing),
      ],
      backlinks: [],
      similar: [
        SimilarLink(
          target: target(2, "Strike closes Aden port for a third day"), reasons: ["Yemen", "strike, port", "2 days apart"],
          score: 0.5)
      ]))

  static let strike = detail(
    id: 2, title: "Strike closes Aden port for a third day", date: CivilDate(2021, 3, 16), source: "Desk",
    lines: [("Cranes stood still in Aden for a third day on Tuesday.", .prose), ("Ships waited in the roads.", .prose)],
    timexes: [("Tuesday", "2021-03-16", "the last Tuesday up to the publication date")],
    parties: [("Aden", "place:YEM/aden", .place)])

  static let undated = detail(
    id: 1, title: nil, date: nil, source: nil,
    lines: [("The cabinet came back to Aden on Monday after a year abroad, officials in 亚丁 said.", .prose)],
    timexes: [("Monday", nil, "no publication date")], parties: [])

  static let all = [port, strike, undated]

  static func target(_ id: Int64, _ headline: String) -> LinkTarget {
    LinkTarget(id: id, headline: headline, isLede: false, source: "Desk", published: nil)
  }

  private static func link(_ text: String, _ state: HeadlineLink.State) -> HeadlineLink {
    HeadlineLink(span: Span(0, 0), text: text, state: state)
  }

  static func detail(
    id: Int64, title: String?, date: CivilDate?, source: String?, lines: [(String, Block.Kind)],
    timexes: [(text: String, value: String?, reason: String)] = [], parties: [(String, EntityID, EntityKind)] = [],
    related: RelatedLinks = RelatedLinks()
  ) -> ArticleDetail {
    let text = lines.map(\.0).joined(separator: "\n")
    var blocks: [Block] = []
    var offset = 0
    var number = 0
    for (line, kind) in lines {
      let count = line.unicodeScalars.count
      let isParagraph = kind != .related && kind != .promo
      if isParagraph { number += 1 }
      blocks.append(Block(span: Span(offset, offset + count), kind: kind, paragraph: isParagraph ? number : nil))
      offset += count + 1
    }
    var article = Article(text: text, blocks: blocks)
    article.title = title.map { Title($0, origin: .field) }
    article.published = date.map { PublicationDate(DateStamp($0), origin: .field) }
    article.source = source
    article.url = "https://example.org/\(id)"
    var analysis = Analysis()
    analysis.timexes = timexes.map { words, value, reason in
      Timex(span: spans(of: words, in: text)[0], kind: .date, value: value, rule: "test", reason: reason)
    }
    for (name, entity, kind) in parties {
      for span in spans(of: name, in: text) {
        analysis.who.entities.append(
          Mention(span: span, type: .place, kind: kind, entity: entity, name: name, why: "dictionary"))
        analysis.who.parties.append(PartyMention(span: span, kind: kind, entity: entity, name: name, why: "dictionary"))
      }
    }
    var links = related
    for index in links.headlines.indices { links.headlines[index].span = spans(of: links.headlines[index].text, in: text)[0] }
    let row = ArticleRow(
      id: id, listKey: id, headline: title ?? "The cabinet came back to Aden on Monday after a year abroad", isLede: title == nil,
      source: source, published: article.published, isUnread: true, isStarred: false, tags: [])
    return ArticleDetail(row: row, article: article, analysis: analysis, related: links, versions: 1)
  }
}
