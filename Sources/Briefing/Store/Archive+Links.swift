// What the links room reads and writes: articles as linking sees them, and what their arrival changed.

import Foundation
import GRDB

extension Archive {
  /// Articles that were not linked yet (by linking as of `version`), in the order of their arrival.
  public func unlinked(version: Int = 1, limit: Int) throws(StoreError) -> [Int64] {
    try read { db in
      let statement = try db.cachedStatement(sql: "SELECT id FROM article WHERE link_version < ? ORDER BY id LIMIT ?")
      return try Int64.fetchAll(statement, arguments: [version, limit])
    }
  }

  /// The last `limit` linked articles that arrived, in the order of their arrival: what an engine must have seen to go on.
  public func lastLinked(version: Int = 1, limit: Int) throws(StoreError) -> [Int64] {
    try read { db in
      let statement = try db.cachedStatement(
        sql: "SELECT id FROM article WHERE link_version >= ? ORDER BY id DESC LIMIT ?")
      return try Int64.fetchAll(statement, arguments: [version, limit]).reversed()
    }
  }

  /// Articles as linking sees them, in the order of `ids`; ids that are gone are passed over.
  public func linkItems(_ ids: [Int64]) throws(StoreError) -> [LinkItem] {
    try read { db in
      try ids.compactMap { id in
        guard let row = try Archive.row(id, db), let article = try Archive.article(id, key: row.listKey, db) else { return nil }
        var item = LinkItem(id: id, article: article, analysis: try Archive.analysis(id, db) ?? Analysis())
        try Archive.decide(&item, db)
        return item
      }
    }
  }

  /// The newest headlines that nothing was found for, among the linked articles that arrived before one: items that have
  /// nothing else, the oldest first.
  func missingHeadlines(before id: Int64, limit: Int) throws(StoreError) -> [LinkItem] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT r.article, r.start, r."end", r.text, r.address, a.day FROM headline_ref r JOIN article a ON a.id = r.article
          WHERE r.outcome = 0 AND r.article < ? AND a.link_version > 0 ORDER BY r.article DESC, r.start DESC LIMIT ?
          """, arguments: [id, limit])
      var items: [LinkItem] = []
      for row in rows.reversed() {
        let headline = LinkItem.Headline(span: Span(row[1], row[2]), text: row[3], href: row[4])
        if items.last?.id == row[0] {
          items[items.count - 1].headlines.append(headline)
        } else {
          items.append(LinkItem(id: row[0], title: nil, body: "", day: row[5], headlines: [headline]))
        }
      }
      return items
    }
  }

  /// What the reader said of the article's headlines goes before what they say.
  private static func decide(_ item: inout LinkItem, _ db: Database) throws {
    guard !item.headlines.isEmpty else { return }
    let statement = try db.cachedStatement(sql: "SELECT key, target, is_accepted FROM link_decision WHERE article = ?")
    for row in try Row.fetchAll(statement, arguments: [item.id]) {
      let key: String = row[0]
      for i in item.headlines.indices where HeadlineKey.fold(item.headlines[i].text) == key {
        if row[2] { item.headlines[i].isPinned = true } else { item.headlines[i].rejected.insert(row[1]) }
      }
    }
  }

  /// What an engine must be told of articles that were linked before: their story and their similar articles.
  func linkMemory(_ ids: [Int64]) throws(StoreError) -> [Int64: (story: StoryState?, similar: [(id: Int64, score: Double)])] {
    try read { db in
      var memory: [Int64: (story: StoryState?, similar: [(id: Int64, score: Double)])] = [:]
      let story = try db.cachedStatement(
        sql: "SELECT s.id, s.name, s.articles FROM story_member m JOIN story s ON s.id = m.story WHERE m.article = ?")
      let similar = try db.cachedStatement(sql: "SELECT other, score FROM similar WHERE article = ? ORDER BY score DESC")
      for id in ids {
        let list = try Row.fetchAll(similar, arguments: [id]).map { (id: $0[0] as Int64, score: $0[1] as Double) }
        let state = try Row.fetchOne(story, arguments: [id]).map { StoryState(id: $0[0], name: $0[1], size: $0[2]) }
        memory[id] = (state, list)
      }
      return memory
    }
  }

  /// Forgets all that linking derived, so that every article is linked anew; what title and address told stays.
  public func unlinkAll() throws(StoreError) {
    try write { db in
      try db.execute(
        sql: """
          DELETE FROM similar; DELETE FROM duplicate; DELETE FROM text_copy; DELETE FROM story_member; DELETE FROM story; DELETE FROM story_moved;
          DELETE FROM story_note;
          UPDATE headline_ref AS r SET outcome = 0, target = NULL, reason = NULL WHERE r.outcome = 2 OR EXISTS (
            SELECT 1 FROM headline_candidate c WHERE c.article = r.article AND c.start = r.start);
          DELETE FROM headline_candidate;
          UPDATE article SET link_version = 0 WHERE link_version <> 0;
          """)
      var writer = try ArticleWriter(db)
      let statement = try db.makeStatement(sql: "SELECT DISTINCT article FROM headline_ref")
      for id in try Int64.fetchAll(statement) { try writer.countMissing(id) }
      try writer.finish()
    }
  }

  /// Keeps what the arrivals changed, in one transaction, and takes the articles from `unlinked`.
  public func storeLinks(_ arrivals: [(id: Int64, changes: LinkChanges)], version: Int = 1) throws(StoreError) {
    try write { db in
      var writer = try ArticleWriter(db)
      var links = LinkWriter(db)
      for (id, changes) in arrivals { try links.store(id, changes, version: version, &writer) }
      try links.finish()
      try StoryWriter(db).reapply()
      try writer.finish()
    }
  }

  /// Articles with the same text in the main, both ways.
  public func duplicates(of id: Int64) throws(StoreError) -> [Int64] {
    try read { db in
      let statement = try db.cachedStatement(sql: "SELECT other FROM duplicate WHERE article = ? ORDER BY share DESC, other")
      return try Int64.fetchAll(statement, arguments: [id])
    }
  }

  /// The story that an article belongs to, or nil where it was not linked yet.
  public func story(of id: Int64) throws(StoreError) -> StoryState? {
    try read { db in
      let statement = try db.cachedStatement(
        sql: "SELECT s.id, s.name, s.articles FROM story_member m JOIN story s ON s.id = m.story WHERE m.article = ?")
      return try Row.fetchOne(statement, arguments: [id]).map { StoryState(id: $0[0], name: $0[1], size: $0[2]) }
    }
  }

  /// The articles of a story, the newest first.
  public func articles(inStory id: Int64, limit: Int) throws(StoreError) -> [ArticleRow] {
    try read { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT \(RowReading.columns) FROM story_member m CROSS JOIN article a ON a.id = m.article WHERE m.story = ?
          ORDER BY m.list_key DESC LIMIT ?
          """)
      return try Row.fetchAll(statement, arguments: [id, limit]).map(RowReading.articleRow)
    }
  }
}

extension LinkItem {
  /// An article and its analysis as linking sees them: prose only, and the parties that take part.
  init(id: Int64, article: Article, analysis: Analysis) {
    let facts = DerivedFacts(analysis, of: article)
    let involved = facts.parties.filter { !$0.bands.isDisjoint(with: [.involved, .source]) }
    let scalars = Array(article.text.unicodeScalars)
    var body = String.UnicodeScalarView()
    for block in article.blocks where block.kind != .related && block.kind != .promo {
      guard block.span.start >= 0, block.span.start <= block.span.end, block.span.end <= scalars.count else { continue }
      if !body.isEmpty { body.append("\n") }
      body.append(contentsOf: scalars[block.span.start..<block.span.end])
    }
    let names = Dictionary(facts.parties.map { ($0.entity, $0.name) }, uniquingKeysWith: { a, _ in a })
    let headlines = PreparedArticle.headlines(of: article).map { ref in
      var called: [String: EntityID] = [:]
      for mention in analysis.who.entities where ref.span.contains(mention.span) {
        guard let entity = mention.entity else { continue }
        called[string(scalars[mention.span.start..<mention.span.end])] = entity
      }
      return LinkItem.Headline(
        span: ref.span, text: ref.text, href: ref.address,
        parties: Set(called.values).sorted().map { LinkItem.Party(id: $0, name: names[$0] ?? $0) }, names: called)
    }
    self.init(
      id: id, title: article.title?.text, body: String(body),
      parties: involved.map { LinkItem.Party(id: $0.entity, name: $0.name) },
      day: article.published?.stamp.date.dayNumber, url: article.url, headlines: headlines)
    let own = facts.parties.filter { $0.bands != .linkedHeadline }
    named = Set(own.map(\.entity))
    agency = NewsAgency.credited(in: article) ?? ""
    leading = LinkItem.leading(article, analysis, own)
  }

  /// Whom the title or the first two paragraphs name.
  private static func leading(_ article: Article, _ analysis: Analysis, _ facts: [PartyFact]) -> Set<EntityID> {
    let title = " " + SearchTokens.words(of: article.title?.text ?? "").joined(separator: " ") + " "
    var leading = Set(facts.filter { $0.names.contains { title.contains(" " + $0 + " ") } }.map(\.entity))
    let opening = article.blocks.filter { $0.kind == .prose }.prefix(2).map(\.span)
    for mention in analysis.who.entities {
      guard let entity = mention.entity, opening.contains(where: { $0.contains(mention.span) }) else { continue }
      leading.insert(entity)
    }
    return leading
  }
}
