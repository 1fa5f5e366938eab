// Text as it stands in a page, into characters: entities (HTML 5, 13.5) and runs of white space.

enum HTMLText {
  /// Appends the text of a range of the source; with `collapsing`, runs of white space become one space (also across calls).
  /// Ends with the character by which `out` has `limit` bytes.
  static func append(
    _ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, to out: inout [UInt8], collapsing: Bool, limit: Int = .max
  ) {
    var i = range.lowerBound
    while i < range.upperBound {
      let byte = source[i]
      if out.count >= limit, byte & 0xC0 != 0x80 { return }
      if byte == 0x26 {
        i = appendEntity(source, i, range.upperBound, to: &out, collapsing: collapsing)
      } else if collapsing, byte <= 0x20 {
        if let last = out.last, last != 0x20 { out.append(0x20) }
        i += 1
      } else {
        out.append(byte)
        i += 1
      }
    }
  }

  /// The characters of a string in which markup was escaped: "Q&amp;A" is "Q&A".
  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(0x26) else { return text }
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    bytes.withUnsafeBufferPointer { append($0, 0..<bytes.count, to: &out, collapsing: false) }
    return String(decoding: out, as: UTF8.self)
  }

  /// Appends what "&..." at `start` stands for, or the ampersand itself; returns where it ends.
  private static func appendEntity(
    _ source: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int, to out: inout [UInt8], collapsing: Bool
  ) -> Int {
    var i = start + 1
    if i < limit, source[i] == 0x23 {
      i += 1
      let isHex = i < limit && source[i] | 0x20 == 0x78
      if isHex { i += 1 }
      var value: UInt32 = 0
      let first = i
      while i < limit, let digit = digit(source[i], isHex), i - first < 10 {
        value = value &* (isHex ? 16 : 10) &+ digit
        if value > 0x11_0000 { value = 0x11_0000 }
        i += 1
      }
      if i > first {
        if i < limit, source[i] == 0x3B { i += 1 }
        append(scalar(value), to: &out, collapsing)
        return i
      }
    } else {
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      while i < limit, i - start <= 24, isNameByte(source[i]) {
        hash = (hash ^ UInt64(source[i])) &* 0x100_0000_01b3
        i += 1
      }
      if i > start + 1, let value = HTMLEntities.named[hash] {
        // Without its semicolon only the old names are entities, and not inside a word: "&copy2" is, "&notit" is not.
        let isEnded = i < limit && source[i] == 0x3B
        if isEnded || value.value <= 0xFF || [0x22, 0x26, 0x3C, 0x3E].contains(value.value) {
          append(value, to: &out, collapsing)
          return isEnded ? i + 1 : i
        }
      }
    }
    out.append(0x26)
    return start + 1
  }

  private static func append(_ scalar: Unicode.Scalar, to out: inout [UInt8], _ collapsing: Bool) {
    if collapsing, scalar.value <= 0x20 {
      if let last = out.last, last != 0x20 { out.append(0x20) }
      return
    }
    out.append(contentsOf: UTF8.encode(scalar)!)
  }

  private static func digit(_ byte: UInt8, _ isHex: Bool) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46 where isHex: UInt32(byte - 0x41 + 10)
    case 0x61...0x66 where isHex: UInt32(byte - 0x61 + 10)
    default: nil
    }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  /// A number's character; 0x80 to 0x9F are read as Windows-1252, as browsers do.
  private static func scalar(_ value: UInt32) -> Unicode.Scalar {
    if (0x80...0x9F).contains(value) { return Decode.windows1252Upper[Int(value) - 0x80] }
    return value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}"
  }
}
