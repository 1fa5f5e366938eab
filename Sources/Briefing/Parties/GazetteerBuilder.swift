// Turns the gazetteer's files into entries and surfaces. A bad row is left out and said; only states.tsv must be there.

/// Collects entries and surfaces from the files of one folder.
struct GazetteerBuilder {
  let folder: String
  private var gazetteer = Gazetteer()

  init(folder: String) {
    self.folder = folder
  }

  mutating func build() throws(GazetteerError) -> Gazetteer {
    guard let states = read("states.tsv") else { throw .unreadable(file: folder + "/states.tsv") }
    gazetteer.folder = folder
    gazetteer.surfaces.reserve(32_768)
    gazetteer.classes.reserveCapacity(16_384)
    for row in states.rows { addState(row) }
    for row in read("parties.tsv")?.rows ?? [] { addParty(row) }
    for row in read("peoples.tsv")?.rows ?? [] { addPeople(row) }
    // Before the persons, whose offices name bodies by them: "Pentagon Press Secretary".
    for row in read("metonyms.tsv")?.rows ?? [] { addMetonym(row) }
    if let persons = read("persons.tsv") {
      for row in persons.rows { addPerson(row) }
      if let until = persons.heads["Known until"].flatMap(gazetteerDays) { gazetteer.terms.knownUntil = until.upperBound }
    }
    for row in read("places.tsv")?.rows ?? [] { addPlace(row) }
    for row in read("titles.tsv")?.rows ?? [] { addTitle(row) }
    for row in read("ambiguous.tsv")?.rows ?? [] {
      let key = foldedWords(row["surface"]).joined(separator: " ")
      gazetteer.ambiguous[key] = row["reason"]
      for part in row.list("near") {
        let codes = part.split(whereSeparator: { $0 == ":" || $0 == " " }).map(String.init)
        if let code = codes.first { gazetteer.near[key, default: [:]][code] = Array(codes.dropFirst()) }
      }
    }
    for row in read("words.tsv")?.rows ?? [] {
      guard let kind = NameWordClass(named: row["class"]) else {
        refuse("words.tsv", row, "unknown class \(row["class"])")
        continue
      }
      for word in row.list("words") {
        let words = foldedWords(word)
        if words.count == 1 { gazetteer.classes[words[0], default: []].insert(kind) }
      }
    }
    gazetteer.model = NameModel(path: folder + "/names.weights")
    return gazetteer
  }

  private mutating func read(_ name: String) -> GazetteerFile? {
    let file = GazetteerFile(path: folder + "/" + name)
    gazetteer.refusals += file?.refusals ?? []
    return file
  }

  private mutating func refuse(_ file: String, _ row: GazetteerFile.Row, _ why: String) {
    gazetteer.refusals.append("\(file):\(row.line): \(why)")
  }

  // MARK: Files

  private mutating func addState(_ row: GazetteerFile.Row) {
    let id = row["id"]
    let iso3 = row["iso3"]
    guard id.hasPrefix("state:"), !iso3.isEmpty, !row["name"].isEmpty else {
      return refuse("states.tsv", row, "a state needs id, iso3 and name")
    }
    let past = !row["to"].isEmpty
    let state = add(
      .init(
        id: id, kind: .state, name: row["name"], iso3: iso3, note: nil, parent: nil, source: row["source"], isPast: past))
    let adjectives = row.list("adjectives")
    // "U.S. military" is how it is written, not "American military".
    let adjective = adjectives.first { $0.contains(".") } ?? adjectives.first
    gazetteer.adjectives[iso3] = adjective
    let government = add(
      .init(
        id: "gov:" + iso3, kind: .government, name: adjective.map { $0 + " government" } ?? "government of " + row["name"],
        iso3: iso3, note: nil, parent: id,
        source: row["source"], isPast: past))
    insert([row["name"]], state, .name)
    let names = [row["name"], row["long_name"]] + row.list("aliases")
    insert(names, state, .alias)
    insert(adjectives.filter { !names.contains($0) }, state, .adjective)
    insert(row.list("demonyms").filter { !names.contains($0) }, state, .demonym)
    insert(row.list("government"), government, .metonym)
    let capitals = row.list("capital")
    for capital in capitals {
      // The first is the city's name and the others are other spellings, unless they are known for cities of their own.
      let name = secondCapitals.contains(capital) ? capital : capitals[0]
      let place = add(
        .init(
          id: "place:" + iso3 + "/" + slug(name), kind: .place, name: name, iso3: iso3, note: nil, parent: id,
          source: row["source"], isPast: past))
      insert([capital], place, .place)
      insert([capital], government, .capital)
    }
  }

  private mutating func addParty(_ row: GazetteerFile.Row) {
    guard let kind = entityKind(row["kind"]), !row["id"].isEmpty, !row["name"].isEmpty else {
      return refuse("parties.tsv", row, "a party needs id, name and a known kind, not “\(row["kind"])”")
    }
    let party = add(
      .init(
        id: row["id"], kind: kind, name: row["name"], iso3: code(row), note: row["note"].nonEmpty,
        parent: row["parent"].nonEmpty, source: row["source"], isPast: !row["to"].isEmpty))
    insert([row["name"]], party, .name)
    insert(row.list("aliases"), party, .alias)
  }

  private mutating func addPeople(_ row: GazetteerFile.Row) {
    guard row["id"].hasPrefix("people:"), !row["name"].isEmpty else {
      return refuse("peoples.tsv", row, "a people needs id and name")
    }
    let people = add(
      .init(
        id: row["id"], kind: .people, name: row["name"], iso3: nil, note: nil, parent: nil, source: row["source"],
        isPast: false))
    insert(row.list("adjectives"), people, .adjective)
    insert(row.list("demonyms"), people, .demonym)
  }

  private mutating func addPerson(_ row: GazetteerFile.Row) {
    guard !row["id"].isEmpty, !row["name"].isEmpty else { return refuse("persons.tsv", row, "a person needs id and name") }
    let person = add(
      .init(
        id: row["id"], kind: .person, name: row["name"], iso3: code(row), note: nil, parent: nil,
        source: row["source"], isPast: false))
    insert([row["name"]], person, .name)
    insert(row.list("aliases"), person, .alias)
    insert(row.list("surname"), person, .surname)
    addTerm(row, of: person)
  }

  private mutating func addTerm(_ row: GazetteerFile.Row, of person: Int) {
    guard !row["office"].isEmpty, let from = gazetteerDays(row["from"]) else { return }
    let (office, named) = officeAndBody(row["office"])
    guard let body = named ?? code(row) else { return }
    gazetteer.terms.add(
      OfficeTerm(person: person, body: body, office: officeClass(office), from: from, to: gazetteerDays(row["to"])))
  }

  /// "Secretary General of NATO", "Pentagon Press Secretary": the office without the body that it names, and that body.
  private func officeAndBody(_ cell: String) -> (office: [String], body: String?) {
    let words = foldedWords(cell)
    if let of = words.firstIndex(of: "of"), of > 0 {
      var rest = Array(words[(of + 1)...])
      if rest.first == "the" { rest.removeFirst() }
      if let body = body(rest) { return (Array(words[..<of]), body) }
    }
    for count in stride(from: min(3, words.count - 1), to: 0, by: -1) {
      if let body = body(Array(words[..<count])) { return (Array(words[count...]), body) }
    }
    return (words, nil)
  }

  private func body(_ words: [String]) -> String? {
    gazetteer.surfaces.candidates(of: words).lazy.map { gazetteer.entries[Int($0.entry)] }
      .first { $0.kind != .person && $0.kind != .place }.map(\.body)
  }

  private mutating func addPlace(_ row: GazetteerFile.Row) {
    guard !row["id"].isEmpty, !row["name"].isEmpty else { return refuse("places.tsv", row, "a place needs id and name") }
    let place = add(
      .init(
        id: row["id"], kind: .place, name: row["name"], iso3: code(row), note: nil, parent: nil,
        source: row["source"], isPast: false))
    insert([row["name"]] + row.list("aliases"), place, .place)
    if row["ambiguous"].hasPrefix("yes") {
      let other = row["ambiguous"].dropFirst(3).drop { $0 == ":" || $0 == " " }
      gazetteer.ambiguous[foldedWords(row["name"]).joined(separator: " ")] = row["name"] + " the place, or " + other
    }
  }

  private mutating func addMetonym(_ row: GazetteerFile.Row) {
    guard !row["surface"].isEmpty, !row["target"].isEmpty else {
      return refuse("metonyms.tsv", row, "a metonym needs surface and target")
    }
    guard let at = gazetteer.indexOfID[row["target"]] else {
      return refuse("metonyms.tsv", row, "\(row["surface"]) points at \(row["target"]), which is no entry")
    }
    insert([row["surface"]], at, .metonym)
  }

  private mutating func addTitle(_ row: GazetteerFile.Row) {
    let isRank = row["kind"] == "rank" || row["kind"] == "military" || row["kind"] == "honorific"
    for surface in [row["title"]] + row.list("short") {
      gazetteer.titles.insert(
        foldedWords(surface), .init(entry: isRank ? 1 : 0, role: .title, isAcronym: false, lowerWords: .max))
    }
  }

  // MARK: Entries and surfaces

  /// The first code of a row; places of no one state have "INT".
  private func code(_ row: GazetteerFile.Row) -> String? {
    row.list("iso3").first.flatMap { $0 == "INT" ? nil : $0 }
  }

  /// Adds an entry, or finds the one with this id; the later row fills what the earlier left open.
  private mutating func add(_ entry: Gazetteer.Entry) -> Int {
    if let at = gazetteer.indexOfID[entry.id] {
      if gazetteer.entries[at].iso3 == nil { gazetteer.entries[at].iso3 = entry.iso3 }
      return at
    }
    gazetteer.indexOfID[entry.id] = gazetteer.entries.count
    gazetteer.entries.append(entry)
    return gazetteer.entries.count - 1
  }

  private mutating func insert(_ surfaces: [String], _ entry: Int, _ role: SurfaceIndex.Role) {
    for surface in surfaces where !surface.isEmpty {
      var words = surfaceWords(surface)
      if words.count > 1, words[0].folded == "the" { words.removeFirst() }
      var mask: UInt32 = 0
      for (at, word) in words.prefix(32).enumerated() where word.isLower { mask |= 1 << UInt32(at) }
      let isAcronym = words.count == 1 && words[0].isUpper
      gazetteer.surfaces.insert(
        words.map(\.folded), .init(entry: Int32(entry), role: role, isAcronym: isAcronym, lowerWords: mask))
    }
  }
}

/// The kind that a cell names, in the words of `EntityKind` or the gazetteer's own.
private func entityKind(_ cell: String) -> EntityKind? {
  if let kind = EntityKind(rawValue: cell.replacingUnderscores) { return kind }
  switch cell {
  case "organization", "ngo", "bank": return .organisation
  case "armed", "armedGroup", "militia", "rebel": return .armedGroup
  case "party", "politicalParty": return .politicalParty
  case "ministry": return .government
  case "police": return .agency
  default: return nil
  }
}

extension Gazetteer.Entry {
  /// What an office belongs to: the state's code for a state and its government, else the id.
  var body: String {
    if kind == .state || kind == .government && id.hasPrefix("gov:") && !id.contains("/"), let iso3 { return iso3 }
    return id
  }
}

/// A name as the last part of an id: folded words joined by hyphens.
func slug(_ name: String) -> String { foldedWords(name).joined(separator: "-") }

extension String {
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
  fileprivate var replacingUnderscores: String {
    String(map { $0 == "_" || $0 == "-" ? " " : $0 })
  }
}

/// Seats of government that are another city than the one which stands first in their state's row.
private let secondCapitals: Set<String> = [
  "Sucre", "Bujumbura", "Abidjan", "Delhi", "Amsterdam", "Koror", "Cape Town", "Sri Jayawardenepura Kotte",
]
