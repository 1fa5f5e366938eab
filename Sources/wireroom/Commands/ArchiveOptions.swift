// What every command that reads the archive has in common.
import ArgumentParser
import Briefing
import Foundation
import Screen

struct ArchiveOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("The archive's file, instead of the one in XDG_DATA_HOME.", valueName: "file"))
  var archive: String?

  func validate() throws { if archive == "" { throw ValidationError("--archive names no file") } }

  /// Opens the archive, making it where it is not there yet.
  func open() throws -> Archive { try ArchiveOptions.open(archive) }

  /// The archive in a file, or where it is without one.
  static func open(_ file: String?) throws -> Archive {
    if let file { return try Archive.open(path: file) }
    guard let path = Archive.defaultPath(environment: ProcessInfo.processInfo.environment) else {
      throw Failure(words: "HOME is not set, so there is no place for the archive; name its file with --archive", status: 2)
    }
    return try Archive.open(path: path)
  }

  /// Opens the archive to write into; a read-only one is an error that says so.
  func openForWriting() throws -> Archive {
    let archive = try open()
    if archive.isReadOnly { throw StoreError.readOnly(path: archive.path) }
    return archive
  }
}

/// `--json`, with the same words everywhere.
struct JSONOption: ParsableArguments {
  @Flag(name: .long, help: "Print JSON, one object a line.")
  var json = false
}

/// `--limit`, with the same meaning everywhere.
func checkLimit(_ limit: Int) throws {
  if limit < 0 { throw ValidationError("--limit is 0 (for all) or more") }
}

extension Archive {
  /// The articles that an argument names: an id as an import gave it, an id of the archive, or a query;
  /// all where it is empty.
  func articles(named argument: String, limit: Int) throws -> [Int64] {
    if !argument.isEmpty {
      if let id = try article(named: argument) { return [id] }
      if argument.allSatisfy(\.isNumber) {
        throw Failure(words: "there is no article \(argument) in \(path); list shows the ids")
      }
    }
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

  /// The rows of a query; an unreadable one is an error.
  func search(
    _ query: String, order: ListScope.Order, limit: Int, grouping: ListGrouping = .none
  ) throws -> [ArticleRow] {
    let scope = try checkedScope(query, order: order)
    var rows: [ArticleRow] = []
    var last: Int64?
    while rows.count < limit {
      let page = try page(scope, grouping: grouping, olderThan: last, limit: min(500, limit - rows.count))
      rows += page.rows
      guard page.hasOlder, order == .newest, let key = page.rows.last?.place else { break }
      last = key
    }
    return rows
  }
}

/// The articles that a query finds; a query that cannot be read is a usage error that points at the place.
func checkedScope(_ query: String, order: ListScope.Order = .newest) throws -> ListScope {
  if let problem = Query.parse(query).errors.first { throw Failure(words: marked(problem, in: query), status: 2) }
  return ListScope(query: query, order: order)
}

/// What is wrong with a query, and the query with the place marked below it.
private func marked(_ problem: QueryError, in query: String) -> String {
  // Cleaned scalar for scalar, so that the mark stands where it should.
  let scalars = query.unicodeScalars.map { Sanitize.isForbidden($0) || $0 == "\n" ? " " : $0 }
  let start = min(max(0, problem.offset), scalars.count)
  let end = min(start + max(0, problem.length), scalars.count)
  let caret =
    String(repeating: " ", count: Width.of(scalars[..<start]))
    + String(repeating: "^", count: max(1, Width.of(scalars[start..<end])))
  return "\(problem.message)\n  \(String(String.UnicodeScalarView(scalars)))\n  \(caret)"
}
