// A statement that an import runs for every article, bound and stepped by SQLite's own calls. To look a statement up by its
// text, box its arguments and check them takes as long again as what SQLite does with it, and there are a dozen an article.

import GRDB
import GRDBSQLite

/// A prepared statement of one transaction; the connection outlives it.
final class BulkStatement {
  private let statement: OpaquePointer
  private let connection: OpaquePointer
  private let sql: String
  /// Values bound since the last run.
  private var bound: Int32 = 0
  private var failure = SQLITE_OK

  init(_ db: Database, _ sql: String) throws {
    guard let connection = db.sqliteConnection else { throw DatabaseError(resultCode: .SQLITE_MISUSE) }
    var statement: OpaquePointer?
    let code = sqlite3_prepare_v2(connection, sql, -1, &statement, nil)
    guard code == SQLITE_OK, let statement else { throw BulkStatement.error(code, connection, sql) }
    self.statement = statement
    self.connection = connection
    self.sql = sql
  }

  deinit { sqlite3_finalize(statement) }

  // Each value goes to the next place of the statement.

  func bind(_ number: Int64) {
    bound += 1
    note(sqlite3_bind_int64(statement, bound, number))
  }

  func bind(_ number: Int?) {
    guard let number else { return bindNull() }
    bind(Int64(number))
  }

  func bind(_ text: String?) {
    guard var text else { return bindNull() }
    text.withUTF8(bind(utf8:))
  }

  func bind(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    bound += 1
    // An empty buffer has no address, and without one SQLite takes the text for none.
    guard let start = bytes.baseAddress else { return note(sqlite3_bind_text(statement, bound, "", 0, nil)) }
    let code = start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
      sqlite3_bind_text(statement, bound, $0, Int32(clamping: bytes.count), BulkStatement.copying)
    }
    note(code)
  }

  func bind(_ bytes: [UInt8]) {
    bound += 1
    let code = bytes.withUnsafeBytes {
      sqlite3_bind_blob(statement, bound, $0.baseAddress, Int32(clamping: $0.count), BulkStatement.copying)
    }
    note(code)
  }

  private func bindNull() {
    bound += 1
    note(sqlite3_bind_null(statement, bound))
  }

  /// Runs the statement to its end with what was bound.
  func run() throws { _ = try first() }

  /// The number in the first column of the first row, nil where there is none.
  func first() throws -> Int64? {
    defer { sqlite3_reset(statement) }
    let code = failure == SQLITE_OK ? sqlite3_step(statement) : failure
    bound = 0
    failure = SQLITE_OK
    switch code {
    case SQLITE_DONE: return nil
    case SQLITE_ROW: return sqlite3_column_int64(statement, 0)
    default: throw BulkStatement.error(code, connection, sql)
    }
  }

  private func note(_ code: Int32) {
    if failure == SQLITE_OK { failure = code }
  }

  private static func error(_ code: Int32, _ connection: OpaquePointer, _ sql: String) -> DatabaseError {
    let extended = sqlite3_extended_errcode(connection)
    let told = extended & 0xFF == code & 0xFF ? extended : code
    return DatabaseError(resultCode: ResultCode(rawValue: told), message: String(cString: sqlite3_errmsg(connection)), sql: sql)
  }

  /// SQLite copies what it is given.
  private static var copying: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
}

/// The statements that write an article, each prepared when it is first asked for.
final class ArticleStatements {
  enum Kind: Int, CaseIterable {
    case article, given, text, search, titleSearch, known, name, fileName, place, titlePlace, headlineKey, headlineAddress, term

    fileprivate var sql: String {
      switch self {
      case .article:
        """
        INSERT INTO article(id, list_key, headline, is_lede, source, day, second, offset, precision, date_origin, last_day,
          tags, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
      case .given: "INSERT INTO given(article, head) VALUES (?, ?)"
      case .text: "INSERT INTO article_text(list_key, title, body) VALUES (?, ?, ?)"
      case .search: "INSERT INTO search(rowid, title, body) VALUES (?, ?, ?)"
      case .titleSearch: "INSERT INTO title_search(rowid, title) VALUES (?, ?)"
      case .known: "SELECT article FROM identity WHERE kind = ? AND key = ?"
      case .name: "INSERT OR IGNORE INTO identity(kind, key, article) VALUES (?, ?, ?)"
      case .fileName: "INSERT OR REPLACE INTO identity(kind, key, article) VALUES (?, ?, ?)"
      case .place: "SELECT 1 FROM article WHERE list_key = ?"
      case .titlePlace: "INSERT OR IGNORE INTO title_place(hash, list_key, article) VALUES (?, ?, ?)"
      case .headlineKey: "SELECT 1 FROM headline_ref WHERE key = ? LIMIT 1"
      case .headlineAddress: "SELECT 1 FROM headline_ref WHERE address = ? LIMIT 1"
      case .term:
        """
        INSERT INTO term(term, articles) VALUES (?, ?) ON CONFLICT(term) DO UPDATE SET articles = articles + excluded.articles
        """
      }
    }
  }

  private let db: Database
  private var prepared = [BulkStatement?](repeating: nil, count: Kind.allCases.count)

  init(_ db: Database) { self.db = db }

  subscript(kind: Kind) -> BulkStatement {
    get throws {
      if let statement = prepared[kind.rawValue] { return statement }
      let statement = try BulkStatement(db, kind.sql)
      prepared[kind.rawValue] = statement
      return statement
    }
  }
}
