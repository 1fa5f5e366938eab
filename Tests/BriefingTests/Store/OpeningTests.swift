// Files that are no archive, are damaged, forbidden or newer: a sentence that names the file, and the file left as it is.

import Foundation
import GRDB
import Testing

@testable import Briefing

@Suite struct OpeningTests {
  private func failure(_ path: String) -> StoreError? {
    do {
      let archive = try Archive.open(path: path)
      _ = try archive.page(ListScope(), limit: 10)
      return nil
    } catch {
      return error
    }
  }

  @Test func whatIsNoArchiveIsLeftAlone() throws {
    let fixture = try ArchiveFixture()
    let path = fixture.folder + "/other"
    for bytes in [Array("<html>".utf8), [UInt8](repeating: 7, count: 5000), Array("SQLite format 3\0".utf8)] {
      _ = FileManager.default.createFile(atPath: path, contents: Data(bytes))
      #expect(failure(path) == .notADatabase(path: path))
      #expect(FileManager.default.contents(atPath: path) == Data(bytes))
    }
    try FileManager.default.removeItem(atPath: path)
    try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE bookmarks(x)") }
    let before = FileManager.default.contents(atPath: path)
    #expect(failure(path) == .notAnArchive(path: path))
    #expect(FileManager.default.contents(atPath: path) == before)
    if case .cannotOpen = failure(fixture.folder) {} else { Issue.record("a folder is no archive") }
  }

  @Test func anEmptyFileBecomesAnArchive() throws {
    let fixture = try ArchiveFixture()
    let path = fixture.folder + "/deep/er/empty.sqlite"
    #expect(failure(path) == nil)
    let empty = fixture.folder + "/empty"
    _ = FileManager.default.createFile(atPath: empty, contents: Data())
    #expect(failure(empty) == nil)
    #expect(throws: StoreError.self) { try Archive.open(path: fixture.folder + "/none", readOnly: true) }
  }

  @Test func aNewerLayoutIsRefused() throws {
    let fixture = try ArchiveFixture()
    try DatabaseQueue(path: fixture.path).write { try $0.execute(sql: "PRAGMA user_version = 99") }
    #expect(failure(fixture.path) == .newerSchema(path: fixture.path, found: 99, known: Schema.version))
  }

  @Test func anOlderLayoutIsBroughtUpToDate() throws {
    let fixture = try ArchiveFixture()
    let path = fixture.folder + "/first.sqlite"
    try DatabaseQueue(path: path).write { db in
      try db.execute(sql: Schema.steps[0])
      try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = 1")
    }
    let archive = try Archive.open(path: path)
    let id = try archive.store([IncomingArticle(article: sample("Truce", "It held."))])[0].id
    _ = try archive.setRead([id], true)
    #expect(try archive.page(ListScope(query: "is:read"), limit: 5).rows.map(\.id) == [id])
    #expect(try archive.check() == [])
  }

  @Test func readOnlyReadsAndKeepsNothing() throws {
    let fixture = try ArchiveFixture()
    let ids = try fixture.add(sample("Truce", "It held."))
    let reader = try Archive.open(path: fixture.path, readOnly: true)
    #expect(try reader.page(ListScope(query: "held"), limit: 5).rows.map(\.headline) == ["Truce"])
    #expect(reader.isReadOnly)
    #expect(throws: StoreError.readOnly(path: fixture.path)) { try reader.setRead(ids, true) }
    #expect(try reader.check() == [])
  }

  @Test func damageIsNoticed() throws {
    let fixture = try ArchiveFixture()
    try fixture.add(sample("Truce holds at dawn", "The guns were silent along the river for a third day."))
    try fixture.archive.write { try $0.execute(sql: "INSERT INTO search(search) VALUES ('optimize')") }
    try DatabaseQueue(path: fixture.path).writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
    var bytes = [UInt8](try #require(FileManager.default.contents(atPath: fixture.path)))
    let word = Array("silent along".utf8)
    let place = try #require(bytes.indices.first { bytes[$0...].starts(with: word) })
    bytes[place] ^= 0x01
    let path = fixture.folder + "/flipped.sqlite"
    _ = FileManager.default.createFile(atPath: path, contents: Data(bytes))
    let findings = try Archive.open(path: path).check()
    #expect(findings.contains { $0.contains("Article 1 is not what was imported") })
    #expect(findings.contains { $0.contains("full-text index") })
  }

  /// Wherever bytes are flipped or the file is cut, there is an answer or an error in words.
  @Test func noDamageTraps() throws {
    let fixture = try ArchiveFixture()
    for part in 0..<5 {
      try fixture.add(
        sample(
          "Report \(part)", "Talks in Geneva went on, day \(part).", "TALKS BEGIN IN GENEVA AT LAST", date: day(2024, 1, part + 1)
        ))
    }
    try fixture.archive.storeAnalyses(
      (1...5).map { ($0, Analysis(sentences: [Analysis.SentenceRow(span: Span(0, 5), block: 0)])) })
    try DatabaseQueue(path: fixture.path).writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
    let good = [UInt8](try #require(FileManager.default.contents(atPath: fixture.path)))
    var dice = Dice(state: 11)
    for round in 0..<60 {
      var bytes = good
      if round % 5 == 0 {
        bytes.removeLast(Int.random(in: 1..<bytes.count, using: &dice))
      } else {
        for _ in 0..<(1 << (round % 8)) {
          bytes[Int.random(in: 0..<bytes.count, using: &dice)] = UInt8.random(in: 0...255, using: &dice)
        }
      }
      let path = fixture.folder + "/round\(round).sqlite"
      _ = FileManager.default.createFile(atPath: path, contents: Data(bytes))
      do {
        let archive = try Archive.open(path: path)
        let rows = try archive.page(ListScope(), limit: 10).rows
        for row in rows { _ = try archive.detail(row.id) }
        _ = try archive.page(ListScope(query: "geneva OR party:x is:unread", order: .rank), limit: 10)
        _ = try archive.store([IncomingArticle(article: sample("New", "New text."))])
        _ = try archive.check()
      } catch {
        #expect(!"\(error)".isEmpty)
      }
    }
  }

  @Test func defaultPath() {
    #expect(Archive.defaultPath(environment: ["XDG_DATA_HOME": "/d", "HOME": "/h"]) == "/d/wireroom/archive.sqlite")
    #expect(Archive.defaultPath(environment: ["XDG_DATA_HOME": "d", "HOME": "/h"]) == "/h/.local/share/wireroom/archive.sqlite")
    #expect(Archive.defaultPath(environment: ["XDG_DATA_HOME": "", "HOME": "/h"]) == "/h/.local/share/wireroom/archive.sqlite")
    #expect(Archive.defaultPath(environment: [:]) == nil)
  }
}
