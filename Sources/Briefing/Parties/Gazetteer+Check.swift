// What is wrong with the gazetteer, row by row: `wireroom check gazetteer` and a test print it.

extension Gazetteer {
  /// What is wrong with the rows, in words, one a line; empty where all is well: rows that were refused, ids without a row,
  /// codes without a state, and surfaces that name two things at once without being listed as ambiguous.
  public func check() -> [String] {
    var found = refusals
    let codes = Set(entries.filter { $0.kind == .state }.compactMap(\.iso3))
    for entry in entries {
      if let parent = entry.parent, indexOfID[parent] == nil { found.append("\(entry.id): its parent \(parent) has no row") }
      if let code = entry.iso3, !codes.contains(code) { found.append("\(entry.id): \(code) is no code of a state") }
      if entry.name.isEmpty { found.append("\(entry.id): no name") }
    }
    for (surface, candidates) in surfaces.all() where ambiguous[surface] == nil {
      let named = candidates.filter { ($0.role == .name || $0.role == .alias) && !entries[Int($0.entry)].isPast }
      let ids = Set(named.map { entries[Int($0.entry)].id })
      if ids.count > 1 { found.append("“\(surface)” names \(ids.sorted().joined(separator: " and "))") }
    }
    return found.sorted()
  }
}
