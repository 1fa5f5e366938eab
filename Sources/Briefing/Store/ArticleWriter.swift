// Writes articles inside a transaction. New ones are kept back and written in the order of their list keys: the full-text
// index is twice as fast with row ids that rise.

import Foundation
import GRDB

struct ArticleWriter {
  let db: Database
  let statements: ArticleStatements
  var places: PlaceFinder
  var terms = TermTable()
  var counters = Counters()
  /// What the reader said of who is meant; it holds for what arrives too.
  var decisions: StoredPartyDecisions
  private var pending: [(id: Int64, key: Int64, item: PreparedArticle)] = []
  private var firstPending: Int64
  private var nextID: Int64
  private let firstNew: Int64

  init(_ db: Database) throws {
    self.db = db
    statements = ArticleStatements(db)
    places = PlaceFinder(db, statements)
    decisions = try StoredPartyDecisions.fetch(db)
    // An id is for life, also that of an article that was let go.
    nextID =
      (try Int64.fetchOne(
        db,
        sql: "SELECT max(ifnull(max(id), 0), ifnull((SELECT value + 0 FROM setting WHERE key = 'highest-id'), 0)) FROM article")
        ?? 0) + 1
    firstPending = nextID
    firstNew = nextID
  }

  /// Takes an article in and says what it is.
  mutating func take(_ item: PreparedArticle) throws -> ImportOutcome {
    guard let id = try recognise(item) else { return .new(try add(item)) }
    if id >= firstPending { try flush() }
    try name(id, item)
    return try replace(id, item)
  }

  /// Takes an article in as a new one, whatever it is called; returns its id.
  mutating func add(_ item: PreparedArticle) throws -> Int64 {
    let id = nextID
    nextID += 1
    try name(id, item)
    pending.append((id, try places.place(for: ListKey.wanted(item.values.published?.stamp)), item))
    return id
  }

  /// Whether an article is kept back still, and cannot be read.
  func isPending(_ id: Int64) -> Bool { id >= firstPending }

  /// Writes what is kept back. To be called before the transaction ends.
  mutating func finish() throws {
    try flush()
    try noteArrival()
    try terms.save(try statements[.term])
    try counters.save(db)
  }

  /// Arrivals within so many seconds are noted as one.
  static let arrivalSpan = 60

  /// Notes when the articles of this transaction came, once a minute: "new since yesterday" asks for it.
  private func noteArrival() throws {
    guard nextID > firstNew else { return }
    let now = Int(time(nil))
    let last = try Int.fetchOne(db, sql: "SELECT second FROM arrival ORDER BY first_article DESC LIMIT 1")
    if let last, now >= last, now - last < ArticleWriter.arrivalSpan { return }
    try db.execute(sql: "INSERT INTO arrival(first_article, second) VALUES (?, ?)", arguments: [firstNew, now])
  }

  // MARK: Recognising

  /// The id of the article under the strongest name that is known, unless a stronger name says that it is another one.
  private mutating func recognise(_ item: PreparedArticle) throws -> Int64? {
    let statement = try statements[.known]
    for (index, name) in item.names.enumerated() {
      statement.bind(name.kind.rawValue)
      statement.bind(name.text)
      guard let id = try statement.first() else { continue }
      if index == 0 || name.kind == .content { return id }
      if id >= firstPending { try flush() }
      let known = try db.cachedStatement(sql: "SELECT head FROM given WHERE article = ?")
      guard let row = try Row.fetchOne(known, arguments: [id]) else { return id }
      let (externalID, url) = try Article.names(packed: RowReading.bytes(row, at: 0))
      let article = item.incoming.article
      if let externalID, let given = article.externalID, externalID != given { continue }
      if name.kind == .file, let url, let given = article.url, url != given { continue }
      return id
    }
    return nil
  }

  /// A file belongs to the article that it held last; other names stay with the article that had them first.
  private func name(_ id: Int64, _ item: PreparedArticle) throws {
    for name in item.names {
      let statement = try statements[name.kind == .file ? .fileName : .name]
      statement.bind(name.kind.rawValue)
      statement.bind(name.text)
      statement.bind(id)
      try statement.run()
    }
  }

  // MARK: New articles

  private mutating func flush() throws {
    pending.sort { $0.key < $1.key }
    for (id, key, item) in pending { try insert(id, key, item) }
    // In the order of their arrival, so that of two with one title the later one is not preferred by chance.
    for (id, key, item) in pending.sorted(by: { $0.id < $1.id }) {
      try connect(id, key: key, headlines: item.headlines, title: item.titleKey, address: item.address)
    }
    pending.removeAll(keepingCapacity: true)
    places.settle()
    firstPending = nextID
  }

  private mutating func insert(_ id: Int64, _ key: Int64, _ item: PreparedArticle) throws {
    let values = item.values
    let stamp = values.published?.stamp
    let row = try statements[.article]
    row.bind(id)
    row.bind(key)
    row.bind(values.headline)
    row.bind(values.isLede ? 1 : 0)
    row.bind(values.source)
    row.bind(stamp?.date.dayNumber)
    row.bind(stamp?.secondOfDay)
    row.bind(stamp?.offset)
    row.bind(stamp?.precision.rawValue)
    row.bind(values.published?.origin.rawValue)
    row.bind(values.lastDay)
    row.bind(values.tags.joined(separator: "\n"))
    row.bind(item.hash)
    try row.run()
    let given = try statements[.given]
    given.bind(id)
    given.bind(item.head)
    try given.run()
    try insertText(key, title: values.title, body: item.incoming.article.text)
    try insertTags(values.tags, key: key)
    if let analysis = item.analysis, let facts = item.facts {
      let facts = try decided(facts, of: id, item.incoming.article, item.incoming.analysis)
      try insertDerived(id, key: key, packed: analysis, facts: facts)
    }
    try storeNotes(id, item)
    counters.add(.articles, 1)
    counters.add(.unread, 1)
    if !ListKey.isDated(key) { counters.add(.undated, 1) }
  }

  /// The text and its place in both indexes.
  mutating func insertText(_ key: Int64, title: String, body: String) throws {
    for kind in [ArticleStatements.Kind.text, .search] {
      let statement = try statements[kind]
      statement.bind(key)
      statement.bind(title)
      statement.bind(body)
      try statement.run()
    }
    // Without a title too: the index checks itself against every row.
    let titles = try statements[.titleSearch]
    titles.bind(key)
    titles.bind(title)
    try titles.run()
    terms.add(title: title, body: body)
  }

  /// An index over outside content must be told what stood there.
  mutating func deleteText(_ key: Int64, title: String, body: String) throws {
    try db.cachedStatement(sql: "INSERT INTO search(search, rowid, title, body) VALUES ('delete', ?, ?, ?)")
      .execute(arguments: [key, title, body])
    try db.cachedStatement(sql: "INSERT INTO title_search(title_search, rowid, title) VALUES ('delete', ?, ?)")
      .execute(arguments: [key, title])
    try db.cachedStatement(sql: "DELETE FROM article_text WHERE list_key = ?").execute(arguments: [key])
    terms.add(title: title, body: body, by: -1)
  }

  func insertTags(_ tags: [String], key: Int64) throws {
    for tag in tags {
      try db.cachedStatement(sql: "INSERT OR IGNORE INTO tagged(tag, list_key) VALUES (?, ?)").execute(arguments: [tag, key])
    }
  }
}
