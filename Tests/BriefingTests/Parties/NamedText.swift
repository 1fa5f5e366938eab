// A text with its parties drawn in: "[Kaz|org:kaz] met [Miro Bel|person:bel]" is what analysers would find of it, without any.

import Foundation

@testable import Briefing

/// An article and an analysis made of marked text: `[surface|entity]` is a mention, `[surface|?a,b]` one that may mean a or b,
/// `[title~surface|entity]` one with a title before it, `[surface|entity|says]` the speaker of its sentence.
struct NamedText {
  var article: Article
  var analysis = Analysis()

  init(
    _ title: String?, _ lines: String..., date: DateStamp? = nil, source: String? = nil, id: String? = nil,
    names: [EntityID: String] = [:]
  ) {
    var text = ""
    var blocks: [Block] = []
    var mentions: [(span: Span, entity: String, title: Span?, speaks: Bool)] = []
    for (number, line) in lines.enumerated() {
      if number > 0 { text += "\n" }
      let start = text.unicodeScalars.count
      var rest = Substring(line)
      while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
        text += rest[..<open]
        let parts = rest[rest.index(after: open)..<close].split(separator: "|").map(String.init)
        let words = parts[0].split(separator: "~").map(String.init)
        var printed: Span?
        if words.count > 1 {
          printed = Span(text.unicodeScalars.count, text.unicodeScalars.count + words[0].unicodeScalars.count)
          text += words[0] + " "
        }
        let from = text.unicodeScalars.count
        text += words.last!
        mentions.append((Span(from, text.unicodeScalars.count), parts[1], printed, parts.count > 2))
        rest = rest[rest.index(after: close)...]
      }
      text += rest
      let isRelated = line.hasPrefix("->")
      blocks.append(
        Block(
          span: Span(start, text.unicodeScalars.count), kind: isRelated ? .related : .prose,
          paragraph: isRelated ? nil : number + 1))
    }
    article = Article(text: text, blocks: blocks)
    article.title = title.map { Title($0, origin: .field) }
    article.published = date.map { PublicationDate($0, origin: .field) }
    article.source = source
    article.externalID = id
    let document = Document(article)
    analysis.sentences = document.sentences.map { .init(span: $0.span, block: $0.block) }
    for (span, entity, title, speaks) in mentions {
      let surface = document.string(span)
      let isOpen = entity.hasPrefix("?")
      let kind: EntityKind =
        entity.hasPrefix("person:") || isOpen ? .person : entity.hasPrefix("state:") ? .state : .organisation
      let name = names[entity] ?? surface
      var mention = Mention(
        span: span, type: kind == .person ? .person : .organisation, kind: kind, entity: isOpen ? nil : entity,
        name: name, why: "dictionary")
      if isOpen {
        mention.candidates = entity.dropFirst().split(separator: ",").map {
          EntityReference(entity: String($0), name: names[String($0)] ?? String($0))
        }
      }
      analysis.who.entities.append(mention)
      if !isOpen {
        analysis.who.parties.append(
          PartyMention(span: span, kind: kind, entity: entity, name: name, title: title, why: "dictionary"))
      }
      if speaks, let sentence = document.sentence(at: span.start) {
        analysis.who.attributions.append(
          Attribution(
            sentence: sentence, kind: .named, speaker: span, entity: isOpen ? nil : entity, cue: Span(span.end, span.end)))
      }
    }
  }

  /// The entities of its names, in order; "-" for none.
  var entities: [String] { analysis.who.entities.map { $0.entity ?? "-" } }

  var incoming: IncomingArticle { IncomingArticle(article: article, analysis: analysis) }
}
