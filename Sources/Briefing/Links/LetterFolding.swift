// Letters without case and accents, so that "Erdoğan" and "ERDOGAN" are one word. A table of our own: the standard library
// offers no decomposition, and Foundation's is too slow for every word of an archive.

enum Folding {
  /// Latin letters from U+00C0 to U+017F without accent and case; "?" stands for what is no letter.
  private static let latin = Array(
    ("aaaaaaaceeeeiiiidnooooo?ouuuuytsaaaaaaaceeeeiiiidnooooo?ouuuuyty"
      + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
      + "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8)

  /// Whether the scalar is a mark that belongs to the letter before it.
  static func isMark(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x300 && scalar.value <= 0x36F }

  /// The scalar's plain ASCII letter where it has one, as a byte; nil for every other non-ASCII scalar.
  static func plain(_ scalar: Unicode.Scalar) -> UInt8? {
    guard scalar.value >= 0xC0, scalar.value < 0xC0 + UInt32(latin.count) else { return nil }
    let byte = latin[Int(scalar.value) - 0xC0]
    return byte == 0x3F ? nil : byte
  }

  /// Appends the letter or digit without case and accent.
  static func append(_ scalar: Unicode.Scalar, to word: inout String.UnicodeScalarView) {
    if scalar.value < 0x80 {
      word.append(scalar.value >= 0x41 && scalar.value <= 0x5A ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar)
    } else if let byte = plain(scalar) {
      word.append(Unicode.Scalar(byte))
      // ss, ae, oe, th: the letter's first half stands for it.
    } else {
      word.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
    }
  }
}
