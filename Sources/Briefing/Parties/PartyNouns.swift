// Common nouns that make a party out of a state's name ("Turkish officials"), say what a party is, or speak without a name.

/// What a noun behind a state's name makes of it.
enum PartyNoun: Hashable, Sendable {
  /// A part of the state with a row of its own: "military".
  case organ(EntityKind)
  /// The government itself.
  case government
  /// Some of its people, who are no party by themselves: "officials".
  case people(EntityKind)
}

/// Nouns by lower-cased word.
let partyNouns: [String: PartyNoun] = [
  "military": .organ(.military), "army": .organ(.military), "navy": .organ(.military), "air force": .organ(.military),
  "armed forces": .organ(.military), "coast guard": .organ(.military), "special forces": .organ(.military),
  "security forces": .organ(.agency), "police": .organ(.agency), "parliament": .organ(.government),
  "ministry": .organ(.government), "embassy": .organ(.government), "consulate": .organ(.government),
  "central bank": .organ(.organisation), "supreme court": .organ(.court), "constitutional court": .organ(.court),
  "intelligence agency": .organ(.agency), "intelligence service": .organ(.agency),
  "government": .government, "regime": .government, "authorities": .government, "administration": .government,
  "officials": .people(.government), "official": .people(.government), "lawmakers": .people(.government),
  "lawmaker": .people(.government), "diplomats": .people(.government), "diplomat": .people(.government),
  "leaders": .people(.government), "ministers": .people(.government), "negotiators": .people(.government),
  "prosecutors": .people(.government), "delegation": .people(.government), "envoy": .people(.government),
  "troops": .people(.military), "soldiers": .people(.military), "forces": .people(.military),
  "soldier": .people(.military), "commanders": .people(.military), "warplanes": .people(.military),
  "jets": .people(.military), "warships": .people(.military), "marines": .people(.military),
  "rebels": .people(.armedGroup), "militants": .people(.armedGroup), "fighters": .people(.armedGroup),
  "insurgents": .people(.armedGroup), "militias": .people(.armedGroup), "militia": .people(.armedGroup),
  "separatists": .people(.armedGroup), "gunmen": .people(.armedGroup),
  "media": .people(.media), "companies": .people(.company), "company": .people(.company), "firms": .people(.company),
  "opposition": .people(.politicalParty), "citizens": .people(.people), "people": .people(.people),
  "refugees": .people(.people), "voters": .people(.people), "civilians": .people(.people), "protesters": .people(.people),
]

/// Words that may stand between a state's name and the noun.
let partyAdjectives: Set<String> = [
  "military", "senior", "top", "former", "defense", "defence", "foreign", "interior", "finance", "justice", "health",
  "trade", "energy", "security", "intelligence", "government", "state", "federal", "local", "armed", "special", "air",
  "coast", "central", "supreme", "constitutional", "naval", "ground", "border", "administration", "other", "two", "three",
  "several", "many", "unnamed", "high-ranking", "oil", "education", "culture", "transport", "economy", "environment",
]

/// Nouns that stay with a group's name: "Islamic State group".
let groupNouns: Set<String> = ["group", "movement", "militia", "organization", "organisation", "network", "alliance", "rebels"]

/// Nouns that describe a medium named before.
let mediaDescriptions: Set<String> = [
  "wire service", "news agency", "newspaper", "broadcaster", "news outlet", "news service", "news organization", "network",
  "agency", "magazine",
]
