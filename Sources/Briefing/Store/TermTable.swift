// In how many articles each word stands: what the last word of a search is completed to while it is typed.
//
// An import counts every word of every article, so the table is of bytes: words lie in one array, and a hash table holds of each
// what tells it from nearly all others, so that a word that is known costs one look into memory and no allocation.

import Foundation

struct TermTable {
  private struct Entry {
    /// The first eight bytes of the word as a number that sorts as they do, zeros behind a shorter one.
    var head: UInt64 = 0
    /// The word, in `bytes`.
    var start: UInt32 = 0
    /// The last article that has it.
    var article: UInt32 = 0
    var count: Int32 = 0
    /// Of the word in bytes; 0 for a free place.
    var length: UInt8 = 0

    /// The word's place in the bytes of all.
    var place: Range<Int> { Int(start)..<Int(start) + Int(length) }
  }

  /// A word of the article that is being counted.
  private struct Word {
    var head: UInt64
    var hash: UInt64
    /// What follows the first eight bytes, in `tails`.
    var tail: Range<Int>
    var length: UInt8
  }

  private var words: [Word] = []
  private var tails: [UInt8] = []
  private var touched: UInt32 = 0
  private var bytes: [UInt8] = []
  /// By hash, with linear probing. The size is a power of two.
  private var entries = [Entry](repeating: Entry(), count: 1 << 10)
  private var taken = 0
  private var article: UInt32 = 0

  /// Counts the words of an article, each once; -1 takes them away again.
  mutating func add(title: String, body: String, by step: Int = 1) {
    article += 1
    words.removeAll(keepingCapacity: true)
    tails.removeAll(keepingCapacity: true)
    for var text in [title, body] {
      text.withUTF8 { bytes in
        SearchTokens.eachUnkept(in: bytes) { token, _ in
          // Longer words are no words, and one letter needs no completion.
          guard token.count >= 2, token.count <= 40 else { return true }
          let head = TermTable.head(of: token)
          let start = tails.count
          if token.count > 8 { tails.append(contentsOf: token[8...]) }
          words.append(
            Word(head: head, hash: TermTable.hash(token, head), tail: start..<tails.count, length: UInt8(token.count)))
          return true
        }
      }
    }
    // The table is too large for the processor's caches. Looked up one by one the words would wait for memory one by one; looked
    // at all before, they wait together.
    for word in words { touched &+= entries[Int(truncatingIfNeeded: word.hash) & (entries.count - 1)].article }
    for word in words {
      let index = index(of: word)
      guard entries[index].article != article else { continue }
      entries[index].article = article
      entries[index].count += Int32(step)
    }
  }

  /// Adds the counts to the table, in the order of its keys.
  mutating func save(_ statement: BulkStatement) throws {
    try bytes.withUnsafeBufferPointer { bytes in
      var terms = entries.filter { $0.count != 0 }
      terms.sort { a, b in
        a.head != b.head ? a.head < b.head : bytes[a.place].lexicographicallyPrecedes(bytes[b.place])
      }
      for term in terms {
        statement.bind(utf8: UnsafeBufferPointer(rebasing: bytes[term.place]))
        statement.bind(Int(term.count))
        try statement.run()
      }
    }
    self = TermTable()
  }

  /// The place of a word, made where it is new.
  private mutating func index(of word: Word) -> Int {
    var index = Int(truncatingIfNeeded: word.hash) & (entries.count - 1)
    while entries[index].length != 0 {
      if entries[index].head == word.head, isWord(entries[index], word) { return index }
      index = (index + 1) & (entries.count - 1)
    }
    if taken * 2 >= entries.count {
      grow()
      return self.index(of: word)
    }
    taken += 1
    entries[index] = Entry(head: word.head, start: UInt32(bytes.count), length: word.length)
    withUnsafeBytes(of: word.head.bigEndian) { bytes.append(contentsOf: $0.prefix(Int(word.length))) }
    bytes.append(contentsOf: tails[word.tail])
    return index
  }

  private static func head(of token: UnsafeBufferPointer<UInt8>) -> UInt64 {
    if token.count >= 8 {
      return UInt64(bigEndian: UnsafeRawBufferPointer(token).loadUnaligned(as: UInt64.self))
    }
    var head: UInt64 = 0
    for byte in token { head = head << 8 | UInt64(byte) }
    return head << (8 * UInt64(8 - token.count))
  }

  /// Eight bytes at a time, each mixed by a multiplication and its high half (as Wyhash does).
  private static func hash(_ token: UnsafeBufferPointer<UInt8>, _ head: UInt64) -> UInt64 {
    var hash = mixed(UInt64(token.count) &* 0x9E37_79B9_7F4A_7C15 ^ head)
    var at = 8
    while at < token.count {
      hash = mixed(hash ^ TermTable.head(of: UnsafeBufferPointer(rebasing: token[at...])))
      at += 8
    }
    return hash
  }

  private static func mixed(_ number: UInt64) -> UInt64 {
    let (high, low) = number.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return high ^ low
  }

  /// Whether the entry, whose head is the word's, is of the word.
  private func isWord(_ entry: Entry, _ word: Word) -> Bool {
    guard entry.length == word.length else { return false }
    guard word.length > 8 else { return true }
    return bytes.withUnsafeBytes { bytes in
      tails.withUnsafeBytes { tails in
        memcmp(bytes.baseAddress! + Int(entry.start) + 8, tails.baseAddress! + word.tail.lowerBound, word.tail.count) == 0
      }
    }
  }

  private mutating func grow() {
    var larger = [Entry](repeating: Entry(), count: entries.count * 4)
    bytes.withUnsafeBufferPointer { bytes in
      for entry in entries where entry.length != 0 {
        let hash = TermTable.hash(UnsafeBufferPointer(rebasing: bytes[entry.place]), entry.head)
        var index = Int(truncatingIfNeeded: hash) & (larger.count - 1)
        while larger[index].length != 0 { index = (index + 1) & (larger.count - 1) }
        larger[index] = entry
      }
    }
    entries = larger
  }
}
