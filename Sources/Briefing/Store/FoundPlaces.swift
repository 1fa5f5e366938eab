// Which of some places of the list a query finds. The words of a query are looked up anew for every place that is asked for;
// what a page needs lies close together, and all that the query finds between is read sooner.

import GRDB

struct FoundPlaces {
  private let compiled: CompiledQuery
  private let db: Database
  /// So many places are asked for one by one.
  private static let mostAsked = 4
  /// So many matches are read between two places.
  private static let mostRead = 60_000
  /// So many places stand in one statement.
  private static let mostBound = 512

  init(_ compiled: CompiledQuery, _ db: Database) {
    self.compiled = compiled
    self.db = db
  }

  /// Those of these list keys whose articles the query finds.
  func among(_ keys: [Int64]) throws -> Set<Int64> {
    if compiled.isAll { return Set(keys) }
    // Undated articles lie below all others: nothing is read between the two.
    let dated = keys.filter(ListKey.isDated)
    return try asked(dated).union(asked(keys.filter { !ListKey.isDated($0) }))
  }

  private func asked(_ keys: [Int64]) throws -> Set<Int64> {
    guard let least = keys.min(), let most = keys.max() else { return [] }
    // What has no words is asked of the rows: a place costs one look.
    let hasWords = compiled.match != nil || compiled.titleMatch != nil
    if hasWords, keys.count > FoundPlaces.mostAsked, let all = try between(least, most) { return all.intersection(keys) }
    return try stride(from: 0, to: keys.count, by: FoundPlaces.mostBound).reduce(into: []) { found, start in
      found.formUnion(try oneByOne(Array(keys[start..<min(keys.count, start + FoundPlaces.mostBound)])))
    }
  }

  /// All that the query finds from one place to another; nil where that is too much to read.
  private func between(_ least: Int64, _ most: Int64) throws -> Set<Int64>? {
    let lower = max(least, compiled.keys.lowerBound)
    let upper = min(most, compiled.keys.upperBound)
    guard lower <= upper else { return [] }
    var narrowed = compiled
    narrowed.keys = lower...upper
    var found: Set<Int64> = []
    for titlesOnly in [false, true] {
      if titlesOnly ? compiled.titleMatch == nil : compiled.match == nil && compiled.titleMatch != nil { continue }
      let (from, key, wheres) = narrowed.source(titlesOnly: titlesOnly, needsRow: false)
      let statement = try db.cachedStatement(sql: "SELECT \(key) FROM \(from)\(wheres.sql) LIMIT ?")
      let keys = try Int64.fetchAll(statement, arguments: wheres.arguments + [FoundPlaces.mostRead + 1])
      if keys.count > FoundPlaces.mostRead { return nil }
      found.formUnion(keys)
    }
    return found
  }

  private func oneByOne(_ keys: [Int64]) throws -> Set<Int64> {
    var narrowed = compiled
    // With bounds beside them all that lies between these places would be read.
    narrowed.keys = Int64.min...Int64.max
    // Filled up to a power of two, so that few statements are prepared and kept.
    var places = 2
    while places < keys.count { places *= 2 }
    let filled = keys + [Int64](repeating: keys[0], count: places - keys.count)
    narrowed.conditions.append(
      Condition(
        sql: "\(Condition.key) IN (\(FilterCompiler.marks(places)))", arguments: StatementArguments(filled), needsRow: false))
    return Set(try Archive.page(narrowed, nil, nil, keys.count, db).rows.map(\.listKey))
  }
}
