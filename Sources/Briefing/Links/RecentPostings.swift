// Which of the last articles have a term. A ring of fixed size: the newest entries push out the oldest, so that neither
// memory nor the cost of an arrival grows with the archive, and nothing needs cleaning up.

/// Terms and the ordinals of the articles that have them, newest first, as far back as the ring reaches.
struct RecentPostings: Sendable {
  private struct Entry {
    var key: UInt32
    var ordinal: UInt32
    /// The sequence number of the next older entry of the same bucket, plus one; 0 for none.
    var previous: UInt32
  }

  private var heads: [UInt32]
  private var ring: [Entry] = []
  private let capacity: Int
  /// The next entry's sequence number; wraps after four thousand million entries.
  private var next: UInt32 = 0

  /// - Parameters:
  ///   - capacity: how many entries are kept.
  ///   - bits: the number of buckets is two to this power.
  init(capacity: Int, bits: Int) {
    self.capacity = capacity
    heads = Array(repeating: 0, count: 1 << bits)
  }

  mutating func insert(_ key: UInt32, _ ordinal: UInt32) {
    let bucket = Int(key) & (heads.count - 1)
    let entry = Entry(key: key, ordinal: ordinal, previous: heads[bucket])
    let slot = Int(next) % capacity
    if slot < ring.count { ring[slot] = entry } else { ring.append(entry) }
    next &+= 1
    heads[bucket] = next
  }

  /// Calls `use` with the articles that have the key, newest first, looking at no more than `limit` entries.
  func visit(_ key: UInt32, limit: Int, use: (UInt32) -> Void) {
    var link = heads[Int(key) & (heads.count - 1)]
    var steps = 0
    while link != 0, steps < limit, next &- link < UInt32(ring.count) {
      let entry = ring[Int(link &- 1) % capacity]
      if entry.key == key { use(entry.ordinal) }
      link = entry.previous
      steps += 1
    }
  }
}
