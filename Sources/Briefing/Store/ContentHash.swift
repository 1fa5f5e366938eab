// A fingerprint of what a source gave: by it an article without any name is recognised, an unchanged one passed over, and
// a damaged one found out. SipHash-2-4 with 128 bits of output (Aumasson and Bernstein, 2012), its key fixed.

/// SipHash-2-4-128 over bytes.
struct ContentHash {
  private var v0: UInt64 = 0x736f_6d65_7073_6575
  private var v1: UInt64 = 0x646f_7261_6e64_6f6d ^ 0xEE
  private var v2: UInt64 = 0x6c79_6765_6e65_7261
  private var v3: UInt64 = 0x7465_6462_7974_6573
  private var tail: UInt64 = 0
  private var tailBits: UInt64 = 0
  private var length: UInt64 = 0

  /// The fingerprint of everything that a source gave of an article: 16 bytes. What only our parser says of it (kinds of
  /// blocks, issues) does not count, so that a better parser makes no new versions.
  static func of(_ article: Article) -> [UInt8] {
    var hash = ContentHash()
    hash.add(article.title?.text)
    hash.add(article.published.map { "\($0.stamp.iso) \($0.origin.rawValue)" })
    hash.add(article.otherDate?.stamp.iso)
    hash.add(article.source)
    hash.add(article.url)
    hash.add(article.externalID)
    hash.add(article.language)
    for author in article.authors { hash.add(author) }
    hash.add(nil)
    for tag in article.tags { hash.add(tag) }
    hash.add(nil)
    for block in article.blocks where block.href != nil { hash.add(block.href) }
    hash.add(nil)
    hash.add(article.text)
    return hash.finish()
  }

  /// The fingerprint of bytes: 16 bytes.
  static func of(_ bytes: [UInt8]) -> [UInt8] {
    var hash = ContentHash()
    bytes.withUnsafeBytes { hash.add($0) }
    return hash.finish()
  }

  /// The first half of a string's fingerprint, for tables that look strings up by number.
  static func number(of text: String) -> Int64 {
    var hash = ContentHash()
    hash.add(text)
    return hash.finish().prefix(8).enumerated().reduce(0) { $0 | Int64($1.element) << (8 * Int64($1.offset)) }
  }

  /// Adds a string with a mark at its end, so that two never run together; nil differs from empty.
  mutating func add(_ text: String?) {
    guard var bytes = text else { return add(byte: 0xFE) }
    bytes.withUTF8 { add(UnsafeRawBufferPointer($0)) }
    add(byte: 0xFF)
  }

  mutating func finish() -> [UInt8] {
    let last = tail | (length & 0xFF) << 56
    v3 ^= last
    round()
    round()
    v0 ^= last
    v2 ^= 0xEE
    for _ in 0..<4 { round() }
    let first = v0 ^ v1 ^ v2 ^ v3
    v1 ^= 0xDD
    for _ in 0..<4 { round() }
    let second = v0 ^ v1 ^ v2 ^ v3
    return [first, second].flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) } }
  }

  private mutating func add(byte: UInt8) {
    tail |= UInt64(byte) << tailBits
    tailBits += 8
    length &+= 1
    guard tailBits == 64 else { return }
    mix(tail)
    tail = 0
    tailBits = 0
  }

  /// Eight bytes at a time, behind those that wait already.
  private mutating func add(_ bytes: UnsafeRawBufferPointer) {
    var at = 0
    while at + 8 <= bytes.count {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      mix(tail | word << tailBits)
      tail = tailBits == 0 ? 0 : word >> (64 - tailBits)
      length &+= 8
      at += 8
    }
    while at < bytes.count {
      add(byte: bytes[at])
      at += 1
    }
  }

  private mutating func mix(_ word: UInt64) {
    v3 ^= word
    round()
    round()
    v0 ^= word
  }

  private mutating func round() {
    v0 &+= v1
    v1 = v1 << 13 | v1 >> 51
    v1 ^= v0
    v0 = v0 << 32 | v0 >> 32
    v2 &+= v3
    v3 = v3 << 16 | v3 >> 48
    v3 ^= v2
    v0 &+= v3
    v3 = v3 << 21 | v3 >> 43
    v3 ^= v0
    v2 &+= v1
    v1 = v1 << 17 | v1 >> 47
    v1 ^= v2
    v2 = v2 << 32 | v2 >> 32
  }
}
