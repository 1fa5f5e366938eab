// What every command that reads the archive has in common.
import ArgumentParser
import Briefing
import Foundation

struct ArchiveOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("The archive's file, instead of the one in XDG_DATA_HOME.", valueName: "file"))
  var archive: String?

  var path: String { archive ?? Archive.defaultPath(environment: ProcessInfo.processInfo.environment) }

  /// Opens the archive, making it where it is not there yet.
  func open() throws -> Archive { try Archive.open(path: path) }

  /// Opens the archive to write into; a read-only one is an error that says so.
  func openForWriting() throws -> Archive {
    let archive = try open()
    if archive.isReadOnly { throw StoreError.readOnly(path: path) }
    return archive
  }
}

/// `--json`, with the same words everywhere.
struct JSONOption: ParsableArguments {
  @Flag(name: .long, help: "Print JSON, one object a line.")
  var json = false
}

extension Archive {
  /// The articles that an argument names: an id as an import gave it, an id of the archive, or a query.
  func articles(named argument: String, limit: Int) throws -> [Int64] {
    if let id = try article(named: argument) { return [id] }
    if argument.allSatisfy(\.isNumber) { throw Failure(words: "there is no article \(argument) in \(path); list shows the ids") }
    return try search(argument, order: .newest, limit: limit).map(\.id)
  }

  /// The article with this id, as an import gave it or as the archive numbers it.
  func article(named argument: String) throws -> Int64? {
    for json in [argument, JSONText.quoted(argument)] {
      if let id = try id(externalIDOfAnySource: json) { return id }
    }
    guard let id = Int64(argument), try row(id) != nil else { return nil }
    return id
  }

  /// The rows of a query; a query that cannot be read is a usage error that points at the place.
  func search(_ query: String, order: ListScope.Order, limit: Int) throws -> [ArticleRow] {
    if let problem = Query.parse(query).errors.first {
      let caret = String(repeating: " ", count: problem.offset) + String(repeating: "^", count: max(1, problem.length))
      throw ValidationError("\(problem.message)\n  \(Sanitize.line(query))\n  \(caret)")
    }
    var rows: [ArticleRow] = []
    let scope = ListScope(query: query, order: order)
    var last: Int64?
    while rows.count < limit {
      let page = try page(scope, olderThan: last, limit: min(500, limit - rows.count))
      rows += page.rows
      guard page.hasOlder, order == .newest, let key = page.rows.last?.listKey else { break }
      last = key
    }
    return rows
  }
}
