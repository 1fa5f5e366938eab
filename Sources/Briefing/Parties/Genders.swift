// Whether "he" or "she" can mean a person: by title, else by given name; where neither tells, by both.

/// What a document and the lists of given names say of its persons.
struct Genders {
  private var women: Set<EntityID> = []
  private var men: Set<EntityID> = []

  init() {}

  /// Reads the titles that stand before or behind names, and the names in full.
  init(scan: Scan, mentions: [Mention], parties: [PartyMention]) {
    var byTitle: [EntityID: Bool] = [:]
    for party in parties where party.kind == .person {
      guard let title = party.title else { continue }
      if let isWoman = scan.words(scan.tokens(in: title)).lazy.compactMap({ titles[$0] }).first {
        byTitle[party.entity] = byTitle[party.entity] ?? isWoman
      }
    }
    for mention in mentions where mention.kind == .person {
      guard let entity = mention.entity else { continue }
      let before = scan.fold(scan.token(endingAfter: mention.span.start) - 1)
      if let isWoman = titles[before], byTitle[entity] == nil { byTitle[entity] = isWoman }
    }
    for mention in mentions where mention.kind == .person {
      guard let entity = mention.entity else { continue }
      let words = foldedWords(mention.name)
      let classes = words.count > 1 ? scan.gazetteer.classes[words[0]] ?? [] : []
      let isWoman = byTitle[entity] ?? (classes.contains(.woman) ? true : classes.contains(.man) ? false : nil)
      if isWoman == true { women.insert(entity) } else if isWoman == false { men.insert(entity) }
    }
  }

  /// Whether the pronoun can mean the person; an unknown one may be meant by both.
  func fit(_ entity: EntityID?, isShe: Bool) -> Bool {
    guard let entity else { return true }
    return isShe ? !men.contains(entity) : !women.contains(entity)
  }
}

/// Words beside a name that tell: true for a woman.
private let titles: [String: Bool] = {
  let women = [
    "mrs", "ms", "miss", "madam", "lady", "dame", "queen", "princess", "duchess", "baroness", "countess", "sister", "spokeswoman",
    "chairwoman", "congresswoman", "businesswoman", "councilwoman", "policewoman", "actress", "mother", "wife", "widow",
    "daughter",
    "aunt", "grandmother", "sheikha", "begum", "empress",
  ]
  let men = [
    "mr", "sir", "lord", "king", "prince", "duke", "baron", "count", "brother", "spokesman", "chairman", "congressman",
    "businessman",
    "councilman", "policeman", "actor", "father", "husband", "widower", "son", "uncle", "grandfather", "sheikh", "pope",
    "emperor",
    "imam", "rabbi", "ayatollah", "cardinal", "archbishop", "sultan", "emir", "mullah",
  ]
  var table: [String: Bool] = [:]
  for word in women { table[word] = true }
  for word in men { table[word] = false }
  return table
}()
