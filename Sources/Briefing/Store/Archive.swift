// The archive: every article, what was derived from it and what its reader decided, in one SQLite file.
//
// One writer, snapshot readers (WAL). Searches run on a connection of their own, so that a newer search can interrupt an
// older one without touching an import that goes on meanwhile.

import GRDB
import Synchronization

/// The articles on disk. All calls block; none needs the main thread.
public final class Archive: Sendable {
  /// The file.
  public let path: String
  /// Nothing can be kept: the file or its disk is read-only, or it was opened so.
  public let isReadOnly: Bool
  let database: any DatabaseWriter
  let searchConnection = Mutex<DatabaseQueue?>(nil)

  init(path: String, isReadOnly: Bool, database: any DatabaseWriter) {
    self.path = path
    self.isReadOnly = isReadOnly
    self.database = database
  }

  /// Opens the archive, and makes its folder and file on first use. A file that cannot be written is opened for reading.
  /// A damaged file is never replaced or repaired.
  public static func open(path: String, readOnly: Bool = false) throws(StoreError) -> Archive {
    do {
      return Archive(path: path, isReadOnly: readOnly, database: try DatabasePool(path: path))
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// `$XDG_DATA_HOME/wireroom/archive.sqlite`, else `~/.local/share/wireroom/archive.sqlite`.
  public static func defaultPath(environment: [String: String]) -> String {
    // XDG Base Directory Specification: a relative path is invalid and ignored.
    if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") { return data + "/wireroom/archive.sqlite" }
    return (environment["HOME"] ?? ".") + "/.local/share/wireroom/archive.sqlite"
  }
}
