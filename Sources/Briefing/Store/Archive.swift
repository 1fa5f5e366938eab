// The archive: every article, what was derived from it and what its reader decided, in one SQLite file.
//
// One writer, snapshot readers (WAL). Searches run on a connection of their own, so that a newer search can interrupt an
// older one without touching an import that goes on meanwhile.

import GRDB
import Synchronization

/// The articles on disk. All calls block, and may come from any thread.
public final class Archive: Sendable {
  /// The file.
  public let path: String
  /// Nothing can be kept: the file or its disk is read-only, or it was opened so.
  public let isReadOnly: Bool
  let database: any DatabaseWriter
  private let searches: Mutex<DatabaseQueue?>
  private let openSearches: @Sendable () throws -> DatabaseQueue

  init(
    path: String, isReadOnly: Bool, database: any DatabaseWriter, openSearches: @escaping @Sendable () throws -> DatabaseQueue
  ) {
    self.path = path
    self.isReadOnly = isReadOnly
    self.database = database
    self.openSearches = openSearches
    searches = Mutex(nil)
  }

  /// `$XDG_DATA_HOME/wireroom/archive.sqlite`, else `~/.local/share/wireroom/archive.sqlite`.
  public static func defaultPath(environment: [String: String]) -> String {
    // XDG Base Directory Specification: a relative path is invalid and ignored.
    if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") { return data + "/wireroom/archive.sqlite" }
    return (environment["HOME"] ?? ".") + "/.local/share/wireroom/archive.sqlite"
  }

  /// Stops the search that runs now; it ends with `StoreError.interrupted`. An import goes on.
  public func interrupt() { searches.withLock { $0?.interrupt() } }

  func read<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
    do {
      return try database.read(body)
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// One transaction: all of it or nothing.
  func write<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
    guard !isReadOnly else { throw .readOnly(path: path) }
    do {
      return try database.write(body)
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// A read that `interrupt` stops.
  func search<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
    do {
      let queue = try searches.withLock { (queue) throws -> DatabaseQueue in
        if let queue { return queue }
        let opened = try openSearches()
        queue = opened
        return opened
      }
      return try queue.read(body)
    } catch {
      throw StoreError(error, path: path)
    }
  }
}
