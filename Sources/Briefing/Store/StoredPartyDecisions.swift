// The decisions about parties as rows: read whole by a writer, and for one article by a reader.

import GRDB

/// What the reader said of who is meant, with the rows it stands in.
struct StoredPartyDecisions {
  private(set) var all: PartyDecisions
  private(set) var rows: [(id: Int64, decision: PartyDecision)]

  /// Every decision; with `article` those that can bear on it.
  static func fetch(_ db: Database, for article: Int64? = nil) throws -> StoredPartyDecisions {
    let test = article == nil ? "" : " WHERE article IS NULL OR article = ?"
    return try fetch(db, test, arguments: article.map { [$0] } ?? [])
  }

  /// Decisions about a party, or in its favour, in the order of deciding.
  static func about(_ party: PartyIdentity, _ db: Database) throws -> [PartyDecision] {
    try fetch(db, " ORDER BY id", arguments: []).rows.map(\.decision).filter { decision in
      let names = [decision.subject.entity, decision.target.entity]
      return names.contains(party.entity) || names.contains { $0.map { PartyDecisions.isSame($0, as: party) } ?? false }
    }
  }

  private static func fetch(_ db: Database, _ test: String, arguments: StatementArguments) throws -> StoredPartyDecisions {
    let statement = try db.cachedStatement(
      sql: "SELECT id, article, entity, surface, subject_name, target, name, kind, iso3 FROM party_decision" + test)
    let rows = try Row.fetchAll(statement, arguments: arguments).map { row in
      let decision = PartyDecision(
        subject: .init(article: row[1], entity: row[2], surface: row[3]), subjectName: row[4],
        target: PartyIdentity(entity: row[5], name: row[6], kind: EntityKind(rawValue: row[7]) ?? .other, iso3: row[8]))
      return (id: row[0] as Int64, decision: decision)
    }
    return StoredPartyDecisions(all: PartyDecisions(rows.map(\.decision)), rows: rows)
  }

  /// The row of a subject.
  static func row(of subject: PartyDecision.Subject, _ db: Database) throws -> (id: Int64, target: PartyIdentity)? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT id, target, name, kind, iso3 FROM party_decision
        WHERE ifnull(article, 0) = ? AND ifnull(entity, '') = ? AND ifnull(surface, '') = ?
        """)
    let row = try Row.fetchOne(statement, arguments: [subject.article ?? 0, subject.entity ?? "", subject.surface ?? ""])
    return row.map {
      ($0[0], PartyIdentity(entity: $0[1], name: $0[2], kind: EntityKind(rawValue: $0[3]) ?? .other, iso3: $0[4]))
    }
  }
}

extension ArticleWriter {
  /// The facts of an article as the reader decided; notes which decisions had a part in them.
  func decided(_ facts: DerivedFacts, of id: Int64, _ article: Article, _ analysis: Analysis?) throws -> DerivedFacts {
    guard var analysis, decisions.all.mayTouch(analysis.who) else { return facts }
    let (who, used) = decisions.all.applied(to: analysis.who, of: id, text: article.text)
    guard !used.isEmpty else { return facts }
    for row in decisions.rows where used.contains(row.decision.subject) {
      try db.cachedStatement(sql: "INSERT OR IGNORE INTO party_decided(decision, article) VALUES (?, ?)")
        .execute(arguments: [row.id, id])
    }
    analysis.who = who
    let given = facts
    var facts = DerivedFacts(analysis, of: article)
    // Who merges two parties everywhere goes on looking for either name; a merge in one article says nothing of how others call
    // them.
    for row in decisions.rows where used.contains(row.decision.subject) && row.decision.subject.surface == nil {
      guard let at = facts.parties.firstIndex(where: { $0.entity == row.decision.target.entity }) else { continue }
      if row.decision.subject.article == nil {
        facts.parties[at].names.insert(foldedSurface(row.decision.subjectName))
      } else {
        func names(_ entity: EntityID?) -> Set<String> { given.parties.first { $0.entity == entity }?.names ?? [] }
        let own = names(row.decision.target.entity).union([foldedSurface(facts.parties[at].name)])
        facts.parties[at].names.subtract(names(row.decision.subject.entity).subtracting(own))
      }
    }
    return facts
  }

  /// Derives the tables of an article anew from the analysis that is kept of it. One that cannot be read stays
  /// as it is; `check` tells of it.
  mutating func rederive(_ id: Int64) throws {
    guard let row = try Archive.row(id, db), let article = try Archive.article(id, key: row.listKey, db),
      let analysis = try? Archive.derivedAnalysis(id, db)
    else { return }
    let version = try db.cachedStatement(sql: "SELECT analysis_version FROM article WHERE id = ?")
    let before = try Int.fetchOne(version, arguments: [id]) ?? 0
    try replaceDerived(id, key: row.listKey, article, analysis)
    guard before != Analysis.version else { return }
    try db.cachedStatement(sql: "UPDATE article SET analysis_version = ? WHERE id = ?").execute(arguments: [before, id])
    try db.cachedStatement(sql: "UPDATE derived SET version = ? WHERE article = ?").execute(arguments: [before, id])
  }
}
