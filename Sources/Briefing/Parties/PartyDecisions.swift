// All decisions together, and what they make of an article's names. The analysis that is stored stays as it was found:
// decisions are laid over it whenever it is read, so that taking one back needs no new analysis.

/// The decisions of a reader, ready to be asked.
public struct PartyDecisions: Sendable {
  private let decisions: [PartyDecision]
  private var index: [PartyDecision.Subject: Int] = [:]
  private var entities: Set<EntityID> = []
  /// Entities of which single surfaces were decided, so that surfaces are folded for those alone.
  private var entitiesBySurface: Set<EntityID> = []
  private var hasUnlinked = false
  /// Ids that were made of a name in a text, by that name: another version of the analysers may give its bearer another id,
  /// and what was decided holds all the same.
  private var named: [String: EntityID] = [:]

  public init(_ decisions: [PartyDecision]) {
    self.decisions = decisions
    for (at, decision) in decisions.enumerated() {
      index[decision.subject] = at
      for entity in [decision.subject.entity, decision.target.entity] {
        if let entity, let name = PartyDecisions.name(in: entity) { named[name] = entity }
      }
      if let entity = decision.subject.entity {
        entities.insert(entity)
        if decision.subject.surface != nil { entitiesBySurface.insert(entity) }
      } else {
        hasUnlinked = true
      }
    }
  }

  public var isEmpty: Bool { decisions.isEmpty }

  /// Whether a decision may bear on these names; false spares reading the text.
  public func mayTouch(_ who: PartyAnnotation) -> Bool {
    guard !isEmpty else { return false }
    for mention in who.entities {
      if mention.entity.map(entities.contains) ?? hasUnlinked { return true }
      if let entity = mention.entity, sameNamed(entity, mention.name) != nil { return true }
    }
    return who.parties.contains { entities.contains($0.entity) }
      || who.attributions.contains { $0.entity.map(entities.contains) ?? false }
  }
}

// MARK: Ids made of names

extension PartyDecisions {
  /// "pat ryder" for "name:pat-ryder", folded; nil for an id that does not come from a text.
  static func name(in entity: EntityID) -> String? {
    guard entity.hasPrefix("name:") else { return nil }
    let folded = foldedSurface(String(entity.dropFirst(5)).replacing("-", with: " "))
    return folded.isEmpty ? nil : folded
  }

  /// Whether an id of a text means a party of another id: by its full name. One word alone is too little to tell the bearer
  /// of a surname from a state.
  static func isSame(_ textID: EntityID, as party: PartyIdentity) -> Bool {
    guard let name = name(in: textID) else { return false }
    return (name.contains(" ") || party.entity.hasPrefix("name:")) && name == foldedSurface(party.name)
  }

  /// The id that decisions know a party of this name by, where that is not its own.
  fileprivate func sameNamed(_ entity: EntityID, _ name: String) -> EntityID? {
    guard !named.isEmpty, let known = named[foldedSurface(name)], known != entity, !entities.contains(entity),
      PartyDecisions.isSame(known, as: PartyIdentity(entity: entity, name: name, kind: .other))
    else { return nil }
    return known
  }

  /// A decision whose target has this id.
  fileprivate func decision(for target: EntityID) -> PartyDecision? { decisions.first { $0.target.entity == target } }
}

extension PartyDecisions {
  /// The names of an article as the reader decided, and the subjects of the decisions that had a part in it. `text` is the
  /// article's; spans that do not lie in it are left alone.
  public func applied(
    to who: PartyAnnotation, of article: Int64, text: String
  ) -> (who: PartyAnnotation, used: Set<PartyDecision.Subject>) {
    guard mayTouch(who) else { return (who, []) }
    var run = Application(decisions: self, article: article, scalars: Array(text.unicodeScalars), who: who)
    return (run.result(), run.used)
  }

  /// The rule for mentions of an entity with one of these surfaces: of the article before that of the archive, of the surface
  /// before that of the whole party.
  fileprivate func rule(for entity: EntityID?, surfaces: [String], in article: Int64) -> PartyDecision? {
    for scope in [article, nil] {
      for surface in surfaces {
        if let at = index[.init(article: scope, entity: entity, surface: surface)] { return decisions[at] }
      }
      if let entity, let at = index[.init(article: scope, entity: entity, surface: nil)] { return decisions[at] }
    }
    return nil
  }

  private struct Application {
    let decisions: PartyDecisions
    let article: Int64
    let scalars: [Unicode.Scalar]
    let who: PartyAnnotation
    /// Every span of an entity that is decided about, sorted: the surfaces of one that overlap are one name
    /// ("Brig. Gen. Pat Ryder" and "Pat Ryder").
    private var spans: [EntityID: [Span]] = [:]
    private var changes: [(span: Span, from: EntityID?, to: PartyIdentity)] = []
    private(set) var used: Set<PartyDecision.Subject> = []

    init(decisions: PartyDecisions, article: Int64, scalars: [Unicode.Scalar], who: PartyAnnotation) {
      self.decisions = decisions
      self.article = article
      self.scalars = scalars
      self.who = who
      guard !decisions.entitiesBySurface.isEmpty else { return }
      for mention in who.entities { if let entity = mention.entity { note(entity, mention.span) } }
      for party in who.parties { note(party.entity, party.span) }
      for entity in spans.keys { spans[entity]?.sort() }
    }

    private mutating func note(_ entity: EntityID, _ span: Span) {
      if decisions.entities.contains(entity) { spans[entity, default: []].append(span) }
    }

    mutating func result() -> PartyAnnotation {
      var new = who
      for at in new.entities.indices {
        let mention = new.entities[at]
        guard let (target, why) = target(of: mention.entity, mention.name, at: mention.span, why: mention.why) else { continue }
        new.entities[at].entity = target.entity
        new.entities[at].name = target.name
        new.entities[at].kind = target.kind
        new.entities[at].iso3 = target.iso3
        new.entities[at].why = why
        new.entities[at].candidates = []
        // An unlinked name has no party of its own yet.
        if mention.entity == nil, !mention.isModifier {
          new.parties.append(
            PartyMention(
              span: mention.span, kind: target.kind, entity: target.entity, name: target.name, iso3: target.iso3,
              role: who.attributions.contains { $0.speaker?.overlaps(mention.span) ?? false } ? "source" : nil, why: why))
        }
      }
      for at in who.parties.indices {
        let party = who.parties[at]
        guard let (target, why) = target(of: party.entity, party.name, at: party.span, why: party.why) else { continue }
        new.parties[at].entity = target.entity
        new.parties[at].name = target.name
        new.parties[at].kind = target.kind
        new.parties[at].iso3 = target.iso3
        new.parties[at].note = nil
        new.parties[at].why = why
      }
      new.parties.sort { $0.span < $1.span }
      changes.sort { $0.span < $1.span }
      for at in new.attributions.indices { reattribute(&new.attributions[at]) }
      return new
    }

    private mutating func target(
      of entity: EntityID?, _ name: String, at span: Span, why: String
    ) -> (PartyIdentity, String)? {
      guard let rule = resolve(entity, name, surfaces: surfaces(of: entity, at: span)) else { return nil }
      changes.append((span, entity, rule.target))
      let verb = entity == nil ? "chosen" : rule.subject.surface == nil ? "merged" : "split"
      return (rule.target, entity == nil ? "chosen by you" : "\(why); \(verb) by you")
    }

    /// The last rule of those that follow one another from an entity; nil where none holds or they lead back.
    private mutating func resolve(_ entity: EntityID?, _ name: String, surfaces: [String]) -> PartyDecision? {
      var here = entity
      var last: PartyDecision?
      if let entity, let known = decisions.sameNamed(entity, name) {
        here = known
        last = decisions.decision(for: known)
        if let last { used.insert(last.subject) }
      }
      var seen: Set<EntityID> = here.map { [$0] } ?? []
      while let rule = decisions.rule(for: here, surfaces: surfaces, in: article) {
        used.insert(rule.subject)
        last = rule
        here = rule.target.entity
        if !seen.insert(rule.target.entity).inserted { break }
      }
      return last?.target.entity == entity ? nil : last
    }

    private func surfaces(of entity: EntityID?, at span: Span) -> [String] {
      guard let entity else { return decisions.hasUnlinked ? [folded(span)] : [] }
      guard !decisions.entitiesBySurface.isEmpty else { return [] }
      guard let all = spans[entity] else { return [folded(span)] }
      var low = 0
      var high = all.count
      while low < high {
        let middle = (low + high) / 2
        if all[middle].end <= span.start { low = middle + 1 } else { high = middle }
      }
      // A longer name that began before; names nest two or three deep at most.
      return all[max(0, low - 2)..<min(all.count, low + 6)].filter { $0.overlaps(span) }.map(folded)
    }

    private func folded(_ span: Span) -> String {
      guard span.start >= 0, span.start < span.end, span.end <= scalars.count else { return "" }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[span.start..<span.end])
      return foldedSurface(String(view))
    }

    private mutating func reattribute(_ attribution: inout Attribution) {
      if let speaker = attribution.speaker {
        var low = 0
        var high = changes.count
        while low < high {
          let middle = (low + high) / 2
          if changes[middle].span.end <= speaker.start { low = middle + 1 } else { high = middle }
        }
        let near = changes[max(0, low - 2)..<min(changes.count, low + 6)]
        if let change = near.first(where: { $0.span.overlaps(speaker) && $0.from == attribution.entity }) {
          attribution.entity = change.to.entity
          return
        }
      }
      if let entity = attribution.entity, let rule = resolve(entity, "", surfaces: []) { attribution.entity = rule.target.entity }
    }
  }
}
