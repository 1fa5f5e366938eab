// What is wrong with the gazetteer, row by row: `wireroom check gazetteer` and a test print it.

extension Gazetteer {
  /// What is wrong with the rows, in words, one a line; empty where all is well: rows that were refused, cells that are
  /// missing or no dates, ids that stand twice or have no row, codes without a state, surfaces that name two things at once
  /// without being listed as ambiguous, and two holders of one office at one time.
  public func check() -> [String] {
    var found = refusals + terms.conflicts(entries)
    for rule in fileRules { found += rule.faults(in: folder) }
    let codes = Set(entries.filter { $0.kind == .state }.compactMap(\.iso3))
    for entry in entries {
      if let parent = entry.parent, indexOfID[parent] == nil { found.append("\(entry.id): its parent \(parent) has no row") }
      if let code = entry.iso3, !codes.contains(code) { found.append("\(entry.id): \(code) is no code of a state") }
      if entry.name.isEmpty { found.append("\(entry.id): no name") }
    }
    for (surface, states) in near {
      for code in states.flatMap({ [$0.key] + $0.value }) where !codes.contains(code) {
        found.append("ambiguous.tsv: \(surface): \(code) is no code of a state")
      }
    }
    for (surface, candidates) in surfaces.all() where ambiguous[surface] == nil {
      let named = candidates.filter { ($0.role == .name || $0.role == .alias) && !entries[Int($0.entry)].isPast }
      let ids = Set(named.map { entries[Int($0.entry)].id })
      if ids.count > 1 { found.append("“\(surface)” names \(ids.sorted().joined(separator: " and "))") }
    }
    return found.sorted()
  }
}

/// What the rows of one file must have.
private struct FileRule {
  var file: String
  /// Columns that must not be empty.
  var required: [Substring]
  /// Whether an id may stand in one row only.
  var hasOwnIDs = true
  /// What the cells of a column may hold.
  var allowed: (column: Substring, values: Set<String>)?
  /// Columns of codes, without those that are no state's.
  var shapes: [(column: Substring, length: Int)] = []

  func faults(in folder: String) -> [String] {
    guard let rows = GazetteerFile(path: folder + "/" + file)?.rows else { return [] }
    var found: [String] = []
    var seen: [String: Int] = [:]
    for row in rows {
      func fault(_ why: String) { found.append("\(file):\(row.line): \(why)") }
      for column in required where row[column].isEmpty { fault("no \(column)") }
      if let allowed, !allowed.values.contains(row[allowed.column]) {
        fault("unknown \(allowed.column) “\(row[allowed.column])”")
      }
      for (column, length) in shapes where !row[column].isEmpty && row[column].utf8.count != length {
        fault("\(column) “\(row[column])” has not \(length) letters")
      }
      let (from, to) = (row["from"], row["to"])
      for cell in [from, to] where !cell.isEmpty && gazetteerDays(cell) == nil { fault("“\(cell)” is no date") }
      if let first = gazetteerDays(from), let last = gazetteerDays(to), first.lowerBound > last.upperBound {
        fault("from \(from) is after to \(to)")
      }
      guard hasOwnIDs, !row["id"].isEmpty else { continue }
      if let before = seen[row["id"]] { fault("\(row["id"]) stands in line \(before) already") }
      seen[row["id"]] = row.line
    }
    return found
  }
}

private let fileRules: [FileRule] = [
  FileRule(file: "states.tsv", required: ["id", "iso3", "name", "long_name", "source"], shapes: [("iso2", 2)]),
  FileRule(file: "parties.tsv", required: ["id", "kind", "name", "source"]),
  FileRule(file: "peoples.tsv", required: ["id", "name", "source"]),
  FileRule(file: "persons.tsv", required: ["id", "name", "source"], hasOwnIDs: false),
  FileRule(
    file: "places.tsv", required: ["id", "name", "source"],
    allowed: (
      "kind",
      [
        "base", "camp", "city", "continent", "crossing", "island", "mountain", "province", "region", "river", "sea", "strait",
        "town",
      ]
    )),
  FileRule(file: "metonyms.tsv", required: ["surface", "target", "why", "source"], hasOwnIDs: false),
  FileRule(
    file: "titles.tsv", required: ["title", "source"], hasOwnIDs: false,
    allowed: (
      "kind",
      [
        "analyst", "diplomat", "head of government", "head of state", "honorific", "journalist", "judge", "legislator",
        "military", "minister", "official", "party leader", "police", "rank", "religious", "royal", "spokesperson",
      ]
    )),
  FileRule(file: "ambiguous.tsv", required: ["surface", "reason"], hasOwnIDs: false),
]
