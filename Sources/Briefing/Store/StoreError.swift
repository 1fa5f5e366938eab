// What can go wrong with the archive. Each sentence names the file and the way out; none is SQLite's own.

import GRDB

/// Why the archive could not do what was asked.
public enum StoreError: Error, Hashable, Sendable {
  case notADatabase(path: String)
  case notAnArchive(path: String)
  case damaged(path: String, detail: String)
  case diskFull(path: String)
  case noPermission(path: String)
  case readOnly(path: String)
  case locked(path: String)
  case newerSchema(path: String, found: Int, known: Int)
  case cannotOpen(path: String, detail: String)
  case noSuchArticle(Int64)
  /// A name that is all signs: nothing can be told by it.
  case emptyName
  /// The search was stopped because a newer one took its place.
  case interrupted
  case failed(path: String, detail: String)

  init(_ error: any Error, path: String) {
    if let known = error as? StoreError {
      self = known
      return
    }
    if error is PackingDamage {
      self = .damaged(path: path, detail: "what it holds of an article cannot be read")
      return
    }
    guard let error = error as? DatabaseError else {
      self = .failed(path: path, detail: String(describing: error))
      return
    }
    switch error.resultCode {
    case .SQLITE_NOTADB: self = .notADatabase(path: path)
    case .SQLITE_CORRUPT, .SQLITE_MISMATCH:
      self = .damaged(path: path, detail: error.message ?? "its pages contradict one another")
    case .SQLITE_FULL: self = .diskFull(path: path)
    case .SQLITE_READONLY: self = .readOnly(path: path)
    case .SQLITE_PERM, .SQLITE_AUTH: self = .noPermission(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(path: path)
    case .SQLITE_INTERRUPT, .SQLITE_ABORT: self = .interrupted
    case .SQLITE_CANTOPEN: self = .cannotOpen(path: path, detail: error.message ?? "")
    // The log's index could not grow: it is mapped into memory, and so meets a full disk before anything is written.
    case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_SHMSIZE: self = .diskFull(path: path)
    case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_WRITE:
      self = .failed(
        path: path, detail: "it could not be written: the disk fails, or a limit on the size of files (ulimit -f) was reached")
    case .SQLITE_IOERR:
      self = .failed(path: path, detail: "the disk failed to read or to write it (code \(error.extendedResultCode.rawValue))")
    default: self = .failed(path: path, detail: error.message ?? "SQLite's code \(error.resultCode.rawValue)")
    }
  }
}

extension StoreError: CustomStringConvertible {
  /// What failed, on what, and what to do.
  public var description: String {
    switch self {
    case .notADatabase(let path):
      "\(path) is not an archive: it is some other kind of file, or its first page is destroyed. It was left as it is; "
        + "move it away, or name another with --archive."
    case .notAnArchive(let path):
      "\(path) is a database of another program. It was left as it is; name another file with --archive."
    case .damaged(let path, let detail):
      "\(path) is damaged (\(detail)). It was left as it is: copy it first, see what `wireroom check` says, then restore a "
        + "backup or import the articles into a new archive with --archive."
    case .diskFull(let path):
      "No space is left for \(path), and nothing of this step was written. Free some space and run it again."
    case .noPermission(let path):
      "No permission for \(path). Change its owner or mode, or name another file with --archive."
    case .readOnly(let path):
      "\(path) was opened for reading only, or lies on a read-only disk: this cannot be kept there."
    case .locked(let path):
      "\(path) is being written by another program. Wait until it has finished, then try again."
    case .newerSchema(let path, let found, let known):
      "\(path) was made by a newer Wireroom (layout \(found); this one knows up to \(known)). Update Wireroom, or name "
        + "another file with --archive."
    case .cannotOpen(let path, let detail):
      "\(path) cannot be opened\(detail.isEmpty ? "" : " (\(detail))"). See that its folder exists and is yours, or name "
        + "another file with --archive."
    case .noSuchArticle(let id):
      "There is no article \(id) in the archive."
    case .emptyName:
      "A name needs a letter or a digit."
    case .interrupted:
      "The search was stopped by a newer one."
    case .failed(let path, let detail):
      "\(path): \(detail). Nothing of this step was kept; `wireroom check` looks for damage."
    }
  }
}
