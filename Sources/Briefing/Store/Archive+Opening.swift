// How the file is opened: made on first use, refused with words where it is not ours, read-only where it must be.
//
// The first hundred bytes are looked at before SQLite sees the file, so that a database of another program is not even
// switched to another journal mode. What is damaged is left as it is.

import Foundation
import GRDB

extension Archive {
  /// Opens the archive, and makes its folder and file on first use. A file that cannot be written is opened for reading.
  /// A damaged file is never replaced or repaired.
  public static func open(path: String, readOnly: Bool = false) throws(StoreError) -> Archive {
    do {
      switch try state(of: path) {
      case .absent:
        if readOnly { throw StoreError.cannotOpen(path: path, detail: "there is no such file") }
        try makeFolder(of: path)
        return try openForWriting(path)
      case .readable: return try openForReading(path)
      case .writable: return try readOnly ? openForReading(path) : openForWriting(path)
      }
    } catch {
      throw StoreError(error, path: path)
    }
  }

  private enum FileState { case absent, readable, writable }

  private static func state(of path: String) throws -> FileState {
    guard access(path, F_OK) == 0 else {
      // Not to be seen is not the same as not there.
      if errno == EACCES { throw StoreError.noPermission(path: path) }
      return .absent
    }
    var status = stat()
    guard stat(path, &status) == 0, access(path, R_OK) == 0 else { throw StoreError.noPermission(path: path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw StoreError.cannotOpen(path: path, detail: "it is not a file")
    }
    try checkHeader(of: path)
    let folder = (path as NSString).deletingLastPathComponent
    return access(path, W_OK) == 0 && access(folder.isEmpty ? "." : folder, W_OK) == 0 ? .writable : .readable
  }

  /// The database header (SQLite file format, section 1.3): a magic string, the schema cookie at 40, the application id at 68.
  private static func checkHeader(of path: String) throws {
    guard let file = FileHandle(forReadingAtPath: path) else { throw StoreError.noPermission(path: path) }
    defer { try? file.close() }
    let header = [UInt8](try file.read(upToCount: 100) ?? Data())
    guard !header.isEmpty else { return }
    guard header.count == 100, header.starts(with: Array("SQLite format 3\0".utf8)) else {
      throw StoreError.notADatabase(path: path)
    }
    func word(at offset: Int) -> UInt32 { header[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) } }
    let application = word(at: 68)
    let isEmpty = word(at: 40) == 0
    if application != UInt32(Schema.applicationID), application != 0 || !isEmpty { throw StoreError.notAnArchive(path: path) }
  }

  private static func makeFolder(of path: String) throws {
    let folder = (path as NSString).deletingLastPathComponent
    guard !folder.isEmpty, access(folder, F_OK) != 0 else { return }
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      switch errno {
      case EACCES, EPERM: throw StoreError.noPermission(path: folder)
      case ENOSPC, EDQUOT: throw StoreError.diskFull(path: folder)
      case EROFS: throw StoreError.readOnly(path: folder)
      default: throw StoreError.cannotOpen(path: folder, detail: "its folder cannot be made")
      }
    }
  }

  private static func openForWriting(_ path: String) throws -> Archive {
    let openReader = { @Sendable () throws -> DatabaseQueue in
      var configuration = configuration()
      configuration.readonly = true
      return try DatabaseQueue(path: path, configuration: configuration)
    }
    if access(path, F_OK) == 0 {
      let reader = try openReader()
      if try version(of: reader, path) == Schema.version {
        return Archive(path: path, isReadOnly: false, reader: reader, openReader: openReader)
      }
    }
    let writer = try openWriter(path)
    try writer.writeWithoutTransaction { try migrate($0) }
    return Archive(path: path, isReadOnly: false, reader: try openReader(), writer: writer, openReader: openReader)
  }

  private static func openForReading(_ path: String) throws -> Archive {
    let openReader = { @Sendable () throws -> DatabaseQueue in
      var configuration = configuration()
      configuration.readonly = true
      do {
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        _ = try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_schema") }
        return queue
      } catch let error as DatabaseError where [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode) {
        // A folder that cannot be written has no room for the files that readers share: without a writer none is needed.
        let plain = CharacterSet.urlPathAllowed.subtracting(CharacterSet(charactersIn: "?#%"))
        let escaped = path.addingPercentEncoding(withAllowedCharacters: plain) ?? path
        return try DatabaseQueue(path: "file:\(escaped)?immutable=1", configuration: configuration)
      }
    }
    let reader = try openReader()
    if try version(of: reader, path) < Schema.version { throw StoreError.readOnly(path: path) }
    return Archive(path: path, isReadOnly: true, reader: reader, openReader: openReader)
  }

  static func openWriter(_ path: String) throws -> DatabaseQueue {
    var configuration = configuration()
    configuration.busyMode = .timeout(5)
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// The layout of the tables; newer ones than we know are refused.
  private static func version(of queue: DatabaseQueue, _ path: String) throws -> Int {
    let version = try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
    if version > Schema.version { throw StoreError.newerSchema(path: path, found: version, known: Schema.version) }
    return version
  }

  private static func configuration() -> Configuration {
    var configuration = Configuration()
    // An article goes by one way alone (a feed's `keep`), which takes all that refers to it along, and an import checks what it
    // refers to; `check` looks at every reference.
    configuration.foreignKeysEnabled = false
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA cache_size = -8000")
      guard !db.configuration.readonly else {
        try WordTest.register(db)
        return try Ranking.register(db)
      }
      try db.execute(
        sql:
          "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = OFF; PRAGMA wal_autocheckpoint = 4000")
    }
    return configuration
  }

  /// Takes the steps that are missing, each in a transaction of its own with its number.
  private static func migrate(_ db: Database) throws {
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    for (index, step) in Schema.steps.enumerated().dropFirst(version) {
      try db.inTransaction(.immediate) {
        // Another process may have been quicker.
        guard try Int.fetchOne(db, sql: "PRAGMA user_version") == index else { return .rollback }
        try db.execute(sql: step)
        if step == Schema.copies { try CopyWriter.fill(db) }
        try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = \(index + 1)")
        return .commit
      }
    }
    // The header tells whose file it is: it must not wait in the log.
    try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
  }
}
