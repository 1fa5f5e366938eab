// Whether another program has written to the archive, told cheaply enough to ask every second.

import GRDB

/// What an archive looked like at a moment; two that are equal hold the same articles.
public struct ArchivePulse: Hashable, Sendable {
  /// SQLite's own count of changes by other connections.
  public var version: Int
  /// The id of the newest arrival; ids rise.
  public var newest: Int64
}

extension Archive {
  /// The archive's present pulse, given an earlier one: where SQLite says that nothing was written, nothing is read.
  public func pulse(since earlier: ArchivePulse? = nil) throws(StoreError) -> ArchivePulse {
    try read { db in
      let version = try Int.fetchOne(db, sql: "PRAGMA data_version") ?? 0
      if let earlier, earlier.version == version { return earlier }
      return ArchivePulse(version: version, newest: try Int64.fetchOne(db, sql: "SELECT max(id) FROM article") ?? 0)
    }
  }

  /// How many articles arrived after the one with this id.
  public func arrivals(after id: Int64) throws(StoreError) -> Int {
    try read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM article WHERE id > ?", arguments: [id]) ?? 0 }
  }
}
