// What a reader says about who is meant: two parties that are one, a name that is not this party's, a surname that could
// be two people's. One rule says all three: mentions of a party (or unlinked ones) with a surface (or any), in an article
// (or everywhere), stand for another party.

/// A party as a decision names it: enough to show it where no text and no table knows it.
public struct PartyIdentity: Hashable, Sendable, Codable {
  public var entity: EntityID
  public var name: String
  public var kind: EntityKind
  public var iso3: String?

  public init(entity: EntityID, name: String, kind: EntityKind, iso3: String? = nil) {
    self.entity = entity
    self.name = name
    self.kind = kind
    self.iso3 = iso3
  }
}

/// One such rule.
public struct PartyDecision: Hashable, Sendable, Codable {
  /// Which mentions a rule is about.
  public struct Subject: Hashable, Sendable, Codable {
    /// In which article; nil in all of them.
    public var article: Int64?
    /// Whose mentions; nil those that are linked to nobody.
    public var entity: EntityID?
    /// Which surface, folded by `foldedSurface`; nil any.
    public var surface: String?

    public init(article: Int64?, entity: EntityID?, surface: String?) {
      self.article = article
      self.entity = entity
      self.surface = surface
    }
  }

  public var subject: Subject
  /// The name of the subject's party, or the surface as printed: what the rule is about, for the reader.
  public var subjectName: String
  public var target: PartyIdentity

  public init(subject: Subject, subjectName: String, target: PartyIdentity) {
    self.subject = subject
    self.subjectName = subjectName
    self.target = target
  }

  /// Two parties become one.
  public static func merge(_ party: PartyIdentity, into target: PartyIdentity, in article: Int64?) -> PartyDecision {
    PartyDecision(
      subject: Subject(article: article, entity: party.entity, surface: nil), subjectName: party.name, target: target)
  }

  /// A surface leaves a party: for `target`, or to be a party of its own.
  public static func split(
    _ surface: String, from party: PartyIdentity, to target: PartyIdentity? = nil, in article: Int64?
  ) -> PartyDecision {
    let folded = foldedSurface(surface)
    // Its own id: the name that a text gives somebody else must not fall in with it.
    let own = "own:" + folded.replacing(" ", with: "-") + (article.map { "/\($0)" } ?? "")
    return PartyDecision(
      subject: Subject(article: article, entity: party.entity, surface: folded), subjectName: surface,
      target: target ?? PartyIdentity(entity: own, name: surface, kind: party.kind))
  }

  /// An unlinked name, and who is meant by it.
  public static func choose(_ surface: String, as target: PartyIdentity, in article: Int64?) -> PartyDecision {
    PartyDecision(
      subject: Subject(article: article, entity: nil, surface: foldedSurface(surface)), subjectName: surface, target: target)
  }

  /// What the reader did, in words.
  public var words: String {
    let place = subject.article == nil ? "" : " in this article"
    if subject.entity == nil { return "\(subjectName) is \(target.name)\(place)" }
    if subject.surface == nil { return "\(subjectName) merged into \(target.name)\(place)" }
    return target.entity.hasPrefix("own:")
      ? "“\(subjectName)” split off\(place)" : "“\(subjectName)” given to \(target.name)\(place)"
  }
}

/// A surface as decisions compare it: words folded as searches fold them.
public func foldedSurface(_ surface: String) -> String { SearchTokens.words(of: surface).joined(separator: " ") }
