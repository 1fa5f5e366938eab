// Who is named where: names as annotated corpora have them, and the parties that names and descriptions stand for.

/// The stable id of an entity: "state:USA", "group:pkk", "person:tayyip-erdogan", "place:SYR/hasakah", or "name:…" for one
/// that only the text knows.
public typealias EntityID = String

/// What an entity is. The raw value is the word that readers see.
public enum EntityKind: String, Hashable, Sendable, Codable, CaseIterable {
  case person, state, government, military, alliance, organisation, agency, company, media, court, place
  case armedGroup = "armed group"
  case politicalParty = "political party"
  case people
  case other
}

/// An entity as another one points at it: who else may be meant, or whom someone speaks for.
public struct EntityReference: Hashable, Sendable, Codable {
  public var entity: EntityID
  /// Its canonical name.
  public var name: String

  public init(entity: EntityID, name: String) {
    self.entity = entity
    self.name = name
  }
}

/// A span that names something: a proper name or a demonym, flat, its title outside.
public struct Mention: Hashable, Sendable, Codable {
  /// What the surface is in itself: a state or city LOC, a government or group ORG, a person PER, a demonym MISC.
  public enum NameType: String, Hashable, Sendable, Codable {
    case person = "PER", organisation = "ORG", place = "LOC", other = "MISC"
  }

  public var span: Span
  public var type: NameType
  public var kind: EntityKind
  /// The entity it stands for ("Ankara" the government), or nil where none or several fit.
  public var entity: EntityID?
  /// The entity's canonical name, or the surface.
  public var name: String
  public var iso3: String?
  /// Why it was linked, in words: "dictionary", "the short form in “(PKK)”", "surname of Hakan Fidan".
  public var why: String
  /// A demonym that modifies ("Turkish officials"): counted apart.
  public var isModifier: Bool
  /// Whom the surface may mean, where several fit and nothing decides; empty where it is linked or nobody is known.
  public var candidates: [EntityReference]

  public init(
    span: Span, type: NameType, kind: EntityKind, entity: EntityID?, name: String, iso3: String? = nil, why: String,
    isModifier: Bool = false, candidates: [EntityReference] = []
  ) {
    self.span = span
    self.type = type
    self.kind = kind
    self.entity = entity
    self.name = name
    self.iso3 = iso3
    self.why = why
    self.isModifier = isModifier
    self.candidates = candidates
  }
}

/// A span that stands for a party: a name, a composite ("U.S. military") or a description ("the wire service").
public struct PartyMention: Hashable, Sendable, Codable {
  public var span: Span
  public var kind: EntityKind
  public var entity: EntityID
  public var name: String
  public var iso3: String?
  /// Words that say what the party is, exactly as printed: "Turkish Foreign Minister".
  public var title: Span?
  /// The state or organisation that the title names: whom the person speaks or acts for.
  public var affiliation: EntityReference?
  /// "source" for one who reports or is quoted, else nil.
  public var role: String?
  public var why: String
  /// What the gazetteer adds: "affiliated with the PKK".
  public var note: String?

  public init(
    span: Span, kind: EntityKind, entity: EntityID, name: String, iso3: String? = nil, title: Span? = nil,
    affiliation: EntityReference? = nil, role: String? = nil, why: String, note: String? = nil
  ) {
    self.span = span
    self.kind = kind
    self.entity = entity
    self.name = name
    self.iso3 = iso3
    self.title = title
    self.affiliation = affiliation
    self.role = role
    self.why = why
    self.note = note
  }
}

/// Who says what a sentence says.
public struct Attribution: Hashable, Sendable, Codable {
  public enum Kind: String, Hashable, Sendable, Codable {
    case named
    /// "two U.S. officials"
    case unnamed
    /// "a report", "a statement"
    case document
    /// "reportedly", "allegedly": nobody is named
    case hearsay
  }

  /// Index into the document's sentences.
  public var sentence: Int
  public var kind: Kind
  /// The speaker as printed; empty for hearsay.
  public var speaker: Span?
  public var entity: EntityID?
  /// The words that attribute: "said", "according to", "reportedly".
  public var cue: Span

  public init(sentence: Int, kind: Kind, speaker: Span?, entity: EntityID?, cue: Span) {
    self.sentence = sentence
    self.kind = kind
    self.speaker = speaker
    self.entity = entity
    self.cue = cue
  }
}

/// Everything that the parties room derives from one document.
public struct PartyAnnotation: Hashable, Sendable, Codable {
  public var entities: [Mention]
  public var parties: [PartyMention]
  public var attributions: [Attribution]

  public init(entities: [Mention] = [], parties: [PartyMention] = [], attributions: [Attribution] = []) {
    self.entities = entities
    self.parties = parties
    self.attributions = attributions
  }
}
