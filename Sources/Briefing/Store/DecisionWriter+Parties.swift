// Merging and splitting parties: the rule is written, and the articles it bears on are derived anew from what is kept of
// them, so that lists, counts and searches follow in the same transaction.

import GRDB

extension DecisionWriter {
  /// Sets who is meant by a subject's mentions, or with nil forgets it; returns what held before, nil where nothing changes.
  mutating func setParty(
    _ subject: PartyDecision.Subject, _ name: String, _ target: PartyIdentity?
  ) throws -> Change.Value? {
    let before = try StoredPartyDecisions.row(of: subject, db)
    guard before?.target != target, target?.entity != subject.entity || target == nil else { return nil }
    if let article = subject.article {
      let exists = try db.cachedStatement(sql: "SELECT 1 FROM article WHERE id = ?")
      guard try Int.fetchOne(exists, arguments: [article]) != nil else { return nil }
    }
    var affected: Set<Int64> = []
    if let before { affected.formUnion(try decided(by: before.id)) }
    if target != nil { affected.formUnion(try mentioning(subject)) }
    if let before {
      try db.cachedStatement(sql: "DELETE FROM party_decision WHERE id = ?").execute(arguments: [before.id])
    }
    if let target {
      let statement = try db.cachedStatement(
        sql: """
          INSERT INTO party_decision(article, entity, surface, subject_name, target, name, kind, iso3)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """)
      try statement.execute(arguments: [
        subject.article, subject.entity, subject.surface, name, target.entity, target.name, target.kind.rawValue, target.iso3,
      ])
    }
    writer.decisions = try StoredPartyDecisions.fetch(db)
    for id in affected.sorted() { try writer.rederive(id) }
    if let entity = subject.entity, target != nil, let surface = subject.surface { try forget([surface], of: entity) }
    if let before { try forget(try names(of: subject, name), of: before.target.entity) }
    return .party(subject, named: name, before?.target)
  }

  /// In which articles a decision had a part.
  private func decided(by decision: Int64) throws -> [Int64] {
    let statement = try db.cachedStatement(sql: "SELECT article FROM party_decided WHERE decision = ?")
    return try Int64.fetchAll(statement, arguments: [decision])
  }

  /// The articles in which a subject's mentions can stand, as things are now.
  private func mentioning(_ subject: PartyDecision.Subject) throws -> [Int64] {
    if let article = subject.article { return [article] }
    let words = subject.surface.map { "\"\($0)\"" } ?? ""
    if let entity = subject.entity {
      let involved = """
        SELECT a.id FROM party p JOIN involvement i ON i.party = p.id JOIN article a ON a.list_key = i.list_key
        WHERE (p.entity = ? OR p.id IN (SELECT party FROM party_name WHERE name = ?))
        """
      // An id that was made of a name may be another one by now.
      let name = PartyDecisions.name(in: entity) ?? ""
      guard subject.surface != nil else { return try Int64.fetchAll(db, sql: involved, arguments: [entity, name]) }
      return try Int64.fetchAll(
        db, sql: involved + " AND i.list_key IN (SELECT rowid FROM search WHERE search MATCH ?)",
        arguments: [entity, name, "body : " + words])
    }
    guard subject.surface != nil else { return [] }
    return try Int64.fetchAll(
      db,
      sql: "SELECT a.id FROM search CROSS JOIN article a ON a.list_key = search.rowid WHERE search MATCH ?",
      arguments: ["body : " + words])
  }

  /// The folded names under which a subject's mentions were found.
  private func names(of subject: PartyDecision.Subject, _ name: String) throws -> [String] {
    if let surface = subject.surface { return [surface] }
    let statement = try db.cachedStatement(
      sql: "SELECT n.name FROM party p JOIN party_name n ON n.party = p.id WHERE p.entity = ?")
    return try String.fetchAll(statement, arguments: [subject.entity]) + [foldedSurface(name)]
  }

  /// Takes names from a party that no article calls it any more.
  private func forget(_ names: [String], of entity: EntityID) throws {
    let known = try db.cachedStatement(sql: "SELECT id, name FROM party WHERE entity = ?")
    guard let row = try Row.fetchOne(known, arguments: [entity]) else { return }
    let party: Int64 = row[0]
    let own = foldedSurface(row[1])
    for name in names where name != own && !name.isEmpty {
      if try isCalled(party, entity, name) { continue }
      try db.cachedStatement(sql: "DELETE FROM party_name WHERE name = ? AND party = ?").execute(arguments: [name, party])
    }
  }

  /// Whether an article names the party so; looked up in the newest few hundred that have the words.
  private func isCalled(_ party: Int64, _ entity: EntityID, _ name: String) throws -> Bool {
    let statement = try db.cachedStatement(
      sql: """
        SELECT a.id FROM search CROSS JOIN involvement i ON i.party = ? AND i.list_key = search.rowid
        CROSS JOIN article a ON a.list_key = search.rowid WHERE search MATCH ? ORDER BY search.rowid DESC LIMIT 300
        """)
    let cursor = try Int64.fetchCursor(statement, arguments: [party, "body : \"\(name)\""])
    while let id = try cursor.next() {
      guard let analysis = try? Archive.analysis(id, db), let row = try Archive.row(id, db),
        let article = try Archive.article(id, key: row.listKey, db)
      else { continue }
      if DerivedFacts(analysis, of: article).parties.contains(where: { $0.entity == entity && $0.names.contains(name) }) {
        return true
      }
    }
    return false
  }
}
