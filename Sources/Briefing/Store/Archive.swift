// The archive: every article, what was derived from it and what its reader decided, in one SQLite file.
//
// One writer, snapshot readers (WAL): a connection for reading, which is all that a start opens; one for writing, opened by
// the first thing that is written; and one for searches, so that a newer search can interrupt an older one without touching
// an import that goes on meanwhile. GRDB's pool would do the same with less code, but it writes to the file whenever it is
// opened (it makes and drops a table to have a log), which costs a start more than everything else here.

import GRDB
import Synchronization

/// The articles on disk. All calls block, and may come from any thread.
public final class Archive: Sendable {
  /// The file.
  public let path: String
  /// Nothing can be kept: the file or its disk is read-only, or it was opened so.
  public let isReadOnly: Bool
  private let reader: DatabaseQueue
  private let writer: Connection
  private let searcher = Mutex<DatabaseQueue?>(nil)
  private let openReader: @Sendable () throws -> DatabaseQueue

  init(
    path: String, isReadOnly: Bool, reader: DatabaseQueue, writer: DatabaseQueue? = nil,
    openReader: @escaping @Sendable () throws -> DatabaseQueue
  ) {
    self.path = path
    self.isReadOnly = isReadOnly
    self.reader = reader
    self.writer = Connection(writer)
    self.openReader = openReader
  }

  private init(_ other: Archive, reader: DatabaseQueue) {
    path = other.path
    isReadOnly = other.isReadOnly
    self.reader = reader
    writer = other.writer
    openReader = other.openReader
  }

  /// The same archive with a connection of its own for reading: long work through it keeps nobody waiting who reads.
  public func forLongWork() throws(StoreError) -> Archive {
    do {
      return Archive(self, reader: try openReader())
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// `$XDG_DATA_HOME/wireroom/archive.sqlite`, else `$HOME/.local/share/wireroom/archive.sqlite`; nil where neither is set.
  public static func defaultPath(environment: [String: String]) -> String? {
    // XDG Base Directory Specification: a relative path is invalid and ignored.
    if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") { return data + "/wireroom/archive.sqlite" }
    guard let home = environment["HOME"], !home.isEmpty else { return nil }
    return home + "/.local/share/wireroom/archive.sqlite"
  }

  /// Stops the search that runs now; it ends with `StoreError.interrupted`. An import goes on.
  public func interrupt() { searcher.withLock { $0?.interrupt() } }

  func read<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
    do {
      return try reader.read(body)
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// One transaction: all of it or nothing.
  func write<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
    guard !isReadOnly else { throw .readOnly(path: path) }
    do {
      return try opened(writer.queue) { try Archive.openWriter(path) }.write(body)
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// A read that `interrupt` stops.
  func search<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
    do {
      return try opened(searcher, openReader).read(body)
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// The one connection for writing, which all that work on the archive share.
  private final class Connection: Sendable {
    let queue: Mutex<DatabaseQueue?>

    init(_ opened: DatabaseQueue?) { queue = Mutex(opened) }
  }

  /// The connection, opened on first use.
  private func opened(_ queue: borrowing Mutex<DatabaseQueue?>, _ open: () throws -> DatabaseQueue) throws -> DatabaseQueue {
    try queue.withLock { (queue) throws -> DatabaseQueue in
      if let queue { return queue }
      let opened = try open()
      queue = opened
      return opened
    }
  }
}
