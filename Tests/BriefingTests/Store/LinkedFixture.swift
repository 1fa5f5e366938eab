// An archive whose copies and stories are put in by hand: the tests of lists and decisions depend on no engine.

@testable import Briefing

extension ArchiveFixture {
  /// Links articles as an engine would: each into a story (by the place of that story's first article in `ids`), and pairs of
  /// places, the later one first, as copies.
  func link(_ ids: [Int64], stories: [Int], copies: [(Int, Int)] = []) throws {
    try archive.storeLinks(
      zip(ids, stories).enumerated().map { place, one in
        var changes = LinkChanges(story: StoryState(id: ids[one.1], name: "Story \(one.1)", size: 1))
        changes.duplicates = copies.filter { $0.0 == place }.map {
          DuplicatePair(newer: ids[$0.0], older: ids[$0.1], containment: 0.9)
        }
        return (one.0, changes)
      })
  }

  /// Every row of a list, read page by page downwards.
  func rows(_ query: String = "", _ grouping: ListGrouping, by limit: Int = 100) throws -> [ArticleRow] {
    let scope = ListScope(query: query)
    var page = try archive.page(scope, grouping: grouping, limit: limit)
    var rows = page.rows
    while page.hasOlder, let last = rows.last {
      page = try archive.page(scope, grouping: grouping, olderThan: last.place, limit: limit)
      rows += page.rows
    }
    return rows
  }

  /// The same, read upwards.
  func rowsFromBelow(_ query: String = "", _ grouping: ListGrouping, by limit: Int) throws -> [ArticleRow] {
    let scope = ListScope(query: query)
    var page = try archive.page(scope, grouping: grouping, newerThan: Int64.min, limit: limit)
    var rows = page.rows
    while page.hasNewer, let first = rows.first {
      page = try archive.page(scope, grouping: grouping, newerThan: first.place, limit: limit)
      rows = page.rows + rows
    }
    return rows
  }
}
