// In how many articles each word stands: what the last word of a search is completed to while it is typed.
//
// An import counts every word of every article, so the table is of bytes: a hash table over one array, without a string
// or an allocation for a word that is known.

import Foundation
import GRDB

struct TermTable {
  private struct Entry {
    var hash: UInt64
    /// The word, in `bytes`.
    var start: Int32
    var length: Int32
    /// The last article that has it.
    var article: Int32
    var count: Int32
  }

  private var bytes: [UInt8] = []
  private var entries: [Entry] = []
  /// Indices of entries plus one, by hash, with linear probing; 0 is free. The size is a power of two.
  private var slots = [Int32](repeating: 0, count: 1 << 15)
  private var article: Int32 = 0

  /// Counts the words of an article, each once; -1 takes them away again.
  mutating func add(title: String, body: String, by step: Int = 1) {
    article += 1
    for text in [title, body] {
      SearchTokens.each(in: text) { token, _ in
        // Longer words are no words, and one letter needs no completion.
        guard token.count >= 2, token.count <= 40 else { return true }
        let index = index(of: token)
        guard entries[index].article != article else { return true }
        entries[index].article = article
        entries[index].count += Int32(step)
        return true
      }
    }
  }

  /// Adds the counts to the table, in the order of its keys.
  mutating func save(_ db: Database) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO term(term, articles) VALUES (?, ?) ON CONFLICT(term) DO UPDATE SET articles = articles + excluded.articles
        """)
    let terms = bytes.withUnsafeBufferPointer { bytes in
      entries.filter { $0.count != 0 }.map { entry in
        let word = bytes[Int(entry.start)..<Int(entry.start + entry.length)]
        // The first eight bytes as a number sort most words; the rest decides between the others.
        let head = word.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) } << (8 * UInt64(8 - min(8, word.count)))
        return (head: head, word: String(decoding: word, as: UTF8.self), count: Int(entry.count))
      }
    }
    let sorted = terms.sorted { a, b in
      a.head != b.head ? a.head < b.head : a.word.utf8.lexicographicallyPrecedes(b.word.utf8)
    }
    for term in sorted { try statement.execute(arguments: [term.word, term.count]) }
    self = TermTable()
  }

  /// The entry of a word, made where it is new.
  private mutating func index(of token: [UInt8]) -> Int {
    let hash = TermTable.hash(token)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if entries[index].hash == hash, isWord(entries[index], token) { return index }
      slot = (slot + 1) & (slots.count - 1)
    }
    entries.append(
      Entry(hash: hash, start: Int32(truncatingIfNeeded: bytes.count), length: Int32(token.count), article: 0, count: 0))
    bytes.append(contentsOf: token)
    slots[slot] = Int32(entries.count)
    if entries.count * 2 > slots.count { grow() }
    return entries.count - 1
  }

  /// Eight bytes at a time, each mixed by a multiplication and its high half (as Wyhash does).
  private static func hash(_ token: [UInt8]) -> UInt64 {
    token.withUnsafeBytes { bytes in
      var hash = UInt64(bytes.count) &* 0x9E37_79B9_7F4A_7C15
      var at = 0
      while at < bytes.count {
        var part: UInt64 = 0
        if at + 8 <= bytes.count {
          part = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        } else {
          for i in at..<bytes.count { part = part << 8 | UInt64(bytes[i]) }
        }
        let (high, low) = (hash ^ part).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        hash = high ^ low
        at += 8
      }
      return hash
    }
  }

  private func isWord(_ entry: Entry, _ token: [UInt8]) -> Bool {
    guard Int(entry.length) == token.count else { return false }
    return bytes.withUnsafeBytes { bytes in
      token.withUnsafeBytes { memcmp(bytes.baseAddress! + Int(entry.start), $0.baseAddress!, $0.count) == 0 }
    }
  }

  private mutating func grow() {
    var larger = [Int32](repeating: 0, count: slots.count * 2)
    for (index, entry) in entries.enumerated() {
      var slot = Int(truncatingIfNeeded: entry.hash) & (larger.count - 1)
      while larger[slot] != 0 { slot = (slot + 1) & (larger.count - 1) }
      larger[slot] = Int32(index + 1)
    }
    slots = larger
  }
}
