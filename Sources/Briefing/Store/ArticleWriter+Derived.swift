// The derived tables: what party:, place:, said: and about: search in, rebuilt with every analysis.

import Foundation
import GRDB

extension ArticleWriter {
  /// Keeps an analysis and what searches must find of it; there must be none.
  mutating func insertDerived(_ id: Int64, key: Int64, packed: [UInt8], facts: DerivedFacts) throws {
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO derived(article, version, analysis) VALUES (?, ?, ?)")
      .execute(arguments: [id, Analysis.version, Data(packed)])
    try db.cachedStatement(sql: "UPDATE article SET analysis_version = ? WHERE id = ?")
      .execute(arguments: [Analysis.version, id])
    var ids: [EntityID: Int64] = [:]
    for fact in facts.parties {
      let party = try partyID(fact)
      ids[fact.entity] = party
      try db.cachedStatement(
        sql: "INSERT OR REPLACE INTO involvement(party, list_key, bands, mentions) VALUES (?, ?, ?, ?)"
      ).execute(arguments: [party, key, fact.bands.rawValue, fact.mentions])
      for name in fact.names {
        try db.cachedStatement(sql: "INSERT OR IGNORE INTO party_name(name, party) VALUES (?, ?)")
          .execute(arguments: [name, party])
      }
    }
    try countDays(key: key, by: 1)
    try insertDates(facts.dates, key: key, parties: ids)
    try countPartyDates(key: key, by: 1)
  }

  /// Keeps the analysis that came with an article, where it is of the article as its reader has it; else the article stays
  /// outdated, since dates resolved against another publication date would be wrong without a word. Nothing may be derived yet.
  mutating func insertAnalysis(of item: PreparedArticle, _ id: Int64) throws {
    guard try isAnalysed(item, id), let analysis = item.analysis, let facts = item.facts else { return }
    let decided = try decided(facts, of: id, item.incoming.article, item.incoming.analysis)
    try insertDerived(id, key: try key(of: id), packed: analysis, facts: decided)
  }

  /// Whether an analysis came with the article, and is of it as its reader has it.
  func isAnalysed(_ item: PreparedArticle, _ id: Int64) throws -> Bool {
    guard item.analysis != nil else { return false }
    var article = item.incoming.article
    article.apply(try Decision.fetch(db, id), tags: [])
    return article.isAnalysed(like: item.incoming.article)
  }

  /// Puts an analysis in the place of what was derived before.
  mutating func replaceDerived(_ id: Int64, key: Int64, _ article: Article, _ analysis: Analysis) throws {
    try deleteDerived(id, key: key)
    let facts = try decided(DerivedFacts(analysis, of: article), of: id, article, analysis)
    try insertDerived(id, key: key, packed: analysis.packed(), facts: facts)
  }

  func deleteDerived(_ id: Int64, key: Int64) throws {
    try db.cachedStatement(
      sql: "UPDATE party SET articles = articles - 1 WHERE id IN (SELECT party FROM involvement WHERE list_key = ?)"
    ).execute(arguments: [key])
    try countDays(key: key, by: -1)
    try countPartyDates(key: key, by: -1)
    try deleteDates(key: key)
    try db.cachedStatement(sql: "DELETE FROM involvement WHERE list_key = ?").execute(arguments: [key])
    try db.cachedStatement(sql: "DELETE FROM derived WHERE article = ?").execute(arguments: [id])
    try db.cachedStatement(sql: "DELETE FROM party_decided WHERE article = ?").execute(arguments: [id])
  }

  /// The row of a party, made where it is new, with one article more.
  private func partyID(_ fact: PartyFact) throws -> Int64 {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO party(entity, name, kind, iso3, articles) VALUES (?, ?, ?, ?, 1)
        ON CONFLICT(entity) DO UPDATE SET articles = articles + 1, name = excluded.name, kind = excluded.kind RETURNING id
        """)
    guard
      let id = try Int64.fetchOne(
        statement, arguments: [fact.entity, fact.name, fact.kind.rawValue, fact.iso3])
    else { throw StoreError.failed(path: fact.entity, detail: "a party got no row") }
    return id
  }
}

extension Article {
  /// Whether an analysis of the other article is one of this: all that the analysers look at is the same.
  func isAnalysed(like other: Article) -> Bool {
    text == other.text && blocks == other.blocks && language == other.language && dateline == other.dateline
      && title?.text == other.title?.text && published?.stamp == other.published?.stamp
  }
}
