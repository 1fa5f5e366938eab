// Articles of our own about one invented week, with their dates and parties marked by hand, for timelines over many articles.

@testable import Briefing

enum EventSamples {
  /// An article with its analysis: expressions are found by their words, in the order given.
  static func article(
    _ title: String, _ lines: String..., date: DateStamp?, source: String? = nil, id: String? = nil, url: String? = nil,
    times: [(words: String, value: String?)], parties: [(words: String, entity: EntityID)] = [], saying: [String] = [],
    vague: Set<String> = [], doubtful: Set<String> = []
  ) -> IncomingArticle {
    var article = sample(title, date: date, source: source, id: id, url: url)
    let text = lines.joined(separator: "\n")
    var start = 0
    article.text = text
    article.blocks = lines.enumerated().map { index, line in
      defer { start += line.unicodeScalars.count + 1 }
      return Block(span: Span(start, start + line.unicodeScalars.count), kind: .prose, paragraph: index + 1)
    }
    let document = Document(article)
    var analysis = Analysis()
    analysis.sentences = document.sentences.map { Analysis.SentenceRow(span: $0.span, block: $0.block) }
    analysis.timexes = times.compactMap { words, value in
      place(words, text).map {
        Timex(
          span: $0, kind: .date, value: value, mod: vague.contains(words) ? "START" : nil, anchor: value == nil ? nil : date?.iso,
          rule: "test-rule", reason: value == nil ? "no publication date" : "as the test has it",
          doubt: doubtful.contains(words))
      }
    }.sorted { $0.span < $1.span }
    analysis.who.parties = parties.compactMap { words, entity in
      place(words, text).map { PartyMention(span: $0, kind: .state, entity: entity, name: words, why: "dictionary") }
    }
    // A name of its own kind is what the search tables know a party by.
    analysis.who.entities = analysis.who.parties.map {
      Mention(span: $0.span, type: .place, kind: .state, entity: $0.entity, name: $0.name, why: "dictionary")
    }
    analysis.who.attributions = saying.compactMap { words in
      place(words, text).flatMap { span in
        document.sentence(at: span.start).map {
          Attribution(sentence: $0, kind: .unnamed, speaker: span, entity: nil, cue: span)
        }
      }
    }
    return IncomingArticle(article: article, analysis: analysis)
  }

  private static func place(_ words: String, _ text: String) -> Span? {
    guard let range = text.range(of: words) else { return nil }
    let start = text.unicodeScalars.distance(from: text.startIndex, to: range.lowerBound)
    return Span(start, start + words.unicodeScalars.count)
  }

  /// Of the same event as the second of the week, and gives its day.
  static let exact = article(
    "Ferry office", "A bomb wrecked the ferry office at the quay on Tuesday.", date: day(2023, 10, 4), source: "Third",
    id: "\"d\"",
    times: [("Tuesday", "2023-10-03")])

  /// Three articles: a bombing dated to the day, told vaguely by another, and a note without a publication date.
  static let week: [IncomingArticle] = [
    article(
      "Bomb wrecks ferry office in Varna", "A bomb wrecked the ferry office in Varna on Sunday, police officers said.",
      "Bulgaria had closed the line in 2019.", date: day(2023, 10, 2), source: "Desk", id: "\"a\"", url: "https://example.org/a",
      times: [("Sunday", "2023-10-01"), ("2019", "2019")], parties: [("Varna", "place:BGR/varna"), ("Bulgaria", "state:BGR")],
      saying: ["police officers"]),
    article(
      "Bulgaria sends divers", "Bulgaria sent divers to the coast on Thursday.",
      "A bomb wrecked the ferry office earlier this week.", date: day(2023, 10, 5), source: "Wire", id: "\"b\"",
      times: [("Thursday", "2023-10-05"), ("earlier this week", "2023-W40")], parties: [("Bulgaria", "state:BGR")],
      vague: ["earlier this week"], doubtful: ["Thursday"]),
    article(
      "A note", "The line opens again on Thursday.", date: nil, id: "\"c\"", times: [("Thursday", nil)]),
  ]
}

extension ArchiveFixture {
  /// Puts articles into one story.
  func join(_ ids: [Int64]) throws {
    try archive.write { db in
      try db.execute(sql: "INSERT INTO story(id, name, articles) VALUES (1, 'Ferry', ?)", arguments: [ids.count])
      for id in ids {
        try db.execute(
          sql: "INSERT INTO story_member(article, story, list_key) SELECT id, 1, list_key FROM article WHERE id = ?",
          arguments: [id])
      }
    }
  }
}
