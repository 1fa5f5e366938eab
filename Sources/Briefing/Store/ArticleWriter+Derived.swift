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
    try insertDates(facts.dates, key: key, parties: ids)
  }

  func deleteDerived(_ id: Int64, key: Int64) throws {
    try db.cachedStatement(
      sql: "UPDATE party SET articles = articles - 1 WHERE id IN (SELECT party FROM involvement WHERE list_key = ?)"
    ).execute(arguments: [key])
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
