// Kinds of organisations by the word that heads the name, for names that the gazetteer does not know.

/// Kinds by the word that heads a name.
let organisationKinds: [String: EntityKind] = [
  "ministry": .government, "government": .government, "cabinet": .government, "parliament": .government,
  "senate": .government, "congress": .government, "assembly": .government, "administration": .government,
  "department": .government, "treasury": .government, "embassy": .government, "consulate": .government,
  "army": .military, "navy": .military, "corps": .military, "fleet": .military, "forces": .military, "guard": .military,
  "guards": .military, "battalion": .military, "division": .military, "regiment": .military, "command": .military,
  "brigade": .armedGroup, "brigades": .armedGroup, "militia": .armedGroup, "front": .armedGroup, "resistance": .armedGroup,
  "alliance": .alliance, "coalition": .alliance, "agency": .agency, "police": .agency, "bureau": .agency,
  "service": .agency, "court": .court, "tribunal": .court, "party": .politicalParty, "inc": .company, "corp": .company,
  "ltd": .company, "company": .company, "corporation": .company, "airlines": .company, "bank": .company, "group": .organisation,
  "news": .media, "times": .media, "post": .media, "television": .media, "tribune": .media, "herald": .media,
  "journal": .media, "gazette": .media, "radio": .media,
]
