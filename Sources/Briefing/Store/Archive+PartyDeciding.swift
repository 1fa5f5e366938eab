// Who is meant, decided by the reader: merged, split and chosen parties, with the way back.

import GRDB

extension Archive {
  /// Decides who is meant. Returns how it was before, for `undo`; empty where it was so already.
  ///
  /// Throws for a surface without a letter or a digit. A merge that an older one would lead back from takes that one's place, and the older one comes back with the undo.
  public func decide(_ decision: PartyDecision) throws(StoreError) -> Change {
    // In the rows an empty surface would mean any.
    if decision.subject.surface?.isEmpty ?? false { throw .emptyName }
    var items: [Change.Item] = []
    if decision.subject.surface == nil {
      for older in try decisions(about: decision.target.entity)
      where older.subject.entity == decision.target.entity && older.subject.surface == nil
        && older.target.entity == decision.subject.entity && older.subject.article == decision.subject.article
      {
        items.append(Archive.item(older.subject, older.subjectName, nil))
      }
    }
    items.append(Archive.item(decision.subject, decision.subjectName, decision.target))
    return try decide(parties: items, words: decision.words)
  }

  /// Takes a decision back: the analysers' word holds again.
  public func withdraw(_ decision: PartyDecision) throws(StoreError) -> Change {
    try decide(parties: [Archive.item(decision.subject, decision.subjectName, nil)], words: "taken back: " + decision.words)
  }

  /// What was decided about a party, or in its favour, in the order of deciding.
  public func decisions(about entity: EntityID) throws(StoreError) -> [PartyDecision] {
    try read { db in
      let party = try Archive.party(entity, db)?.identity ?? PartyIdentity(entity: entity, name: entity, kind: .other)
      return try StoredPartyDecisions.about(party, db)
    }
  }

  /// Everything that was decided about parties.
  public func partyDecisions() throws(StoreError) -> [PartyDecision] {
    try read { try StoredPartyDecisions.fetch($0).rows.map(\.decision) }
  }

  private static func item(_ subject: PartyDecision.Subject, _ name: String, _ target: PartyIdentity?) -> Change.Item {
    Change.Item(article: subject.article ?? Change.wholeArchive, value: .party(subject, named: name, target))
  }

  private func decide(parties items: [Change.Item], words: String) throws(StoreError) -> Change {
    try write { db in
      var writer = try DecisionWriter(db)
      var before: [Change.Item] = []
      for item in items {
        if let old = try writer.decide(item) { before.append(Change.Item(article: item.article, value: old)) }
      }
      try writer.finish()
      return Change(what: words, items: before)
    }
  }
}
