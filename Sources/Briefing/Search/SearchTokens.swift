// Cuts text into words exactly as the full-text index does (FTS5's unicode61 with remove_diacritics 2): runs of letters and
// digits, folded in case, Latin letters without their marks. Matches are marked by it, and words counted.

import Foundation

enum SearchTokens {
  /// Calls `body` with the bytes of every word of the text, folded, and its place in scalars, until it returns false. Bytes,
  /// because a string for each word would be most of the work.
  static func each(in text: String, _ body: (_ token: [UInt8], _ span: Span) -> Bool) {
    var text = text
    text.withUTF8 { each(in: $0, body) }
  }

  /// The same for the bytes of a text, in UTF-8.
  static func each(in bytes: UnsafeBufferPointer<UInt8>, _ body: (_ token: [UInt8], _ span: Span) -> Bool) {
    var token: [UInt8] = []
    eachUnkept(in: bytes) { bytes, span in
      token.removeAll(keepingCapacity: true)
      token.append(contentsOf: bytes)
      return body(token, span)
    }
  }

  /// The same with words that may not be kept: what an import counts them with.
  static func eachUnkept(
    in bytes: UnsafeBufferPointer<UInt8>, _ body: (_ token: UnsafeBufferPointer<UInt8>, _ span: Span) -> Bool
  ) {
    // A letter of two bytes may fold to one of three, and a word to no more than the text.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count * 2 + 8) { folded in
      var cutter = Cutter(bytes: bytes, folded: folded)
      while let (start, end) = cutter.next() {
        if !body(UnsafeBufferPointer(rebasing: folded[..<cutter.count]), Span(start, end)) { return }
      }
    }
  }

  /// The words of a text, folded.
  static func words(of text: String) -> [String] {
    var words: [String] = []
    each(in: text) { token, _ in
      words.append(String(decoding: token, as: UTF8.self))
      return true
    }
    return words
  }

  /// Letters, digits and private use: Unicode categories L*, N* and Co.
  static func isTokenScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .letterNumber,
      .otherNumber, .privateUse:
      true
    default: false
    }
  }

  /// The combining marks that the index drops inside a word.
  static func isDiacritic(_ scalar: Unicode.Scalar) -> Bool { (0x0300...0x0331).contains(scalar.value) }

  /// A letter in lower case; a Latin one without its marks.
  static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x00C0...0x024F: latin[Int(scalar.value - 0x00C0)]
    case 0x1E00...0x1EFF: latinAdditional[Int(scalar.value - 0x1E00)]
    default: base(of: lower(scalar))
    }
  }

  private static let latin = (0x00C0...0x024F).map { base(of: lower(Unicode.Scalar($0)!)) }
  private static let latinAdditional = (0x1E00...0x1EFF).map { base(of: lower(Unicode.Scalar($0)!)) }

  private static func lower(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let mapping = scalar.properties.lowercaseMapping.unicodeScalars
    return mapping.first ?? scalar
  }

  /// The ASCII letter under a letter's marks, or the scalar itself.
  private static func base(of scalar: Unicode.Scalar) -> Unicode.Scalar {
    let first = String(Character(scalar)).decomposedStringWithCanonicalMapping.unicodeScalars.first ?? scalar
    return first.isASCII ? first : scalar
  }

  private struct Cutter {
    let bytes: UnsafeBufferPointer<UInt8>
    /// The word that was found last, in its first `count` bytes.
    let folded: UnsafeMutableBufferPointer<UInt8>
    private(set) var count = 0
    private var at = 0
    /// The scalar offset of `at`.
    private var offset = 0

    init(bytes: UnsafeBufferPointer<UInt8>, folded: UnsafeMutableBufferPointer<UInt8>) {
      self.bytes = bytes
      self.folded = folded
    }

    /// The next word's place in scalars.
    mutating func next() -> (start: Int, end: Int)? {
      var (at, offset, count) = (at, offset, 0)
      defer { (self.at, self.offset, self.count) = (at, offset, count) }
      var start = -1
      while at < bytes.count {
        let byte = bytes[at]
        if byte < 0x80 {
          let lower = Cutter.fold(byte)
          if lower == 0 {
            if start >= 0 { return (start, offset) }
          } else {
            if start < 0 { start = offset }
            folded[count] = lower
            count += 1
          }
          at += 1
          offset += 1
          continue
        }
        let (scalar, width) = wideScalar(in: bytes, at: at)
        // Dashes and curly quotes, the commonest of what is not ASCII.
        let isPunctuation = (0x2000...0x206F).contains(scalar.value)
        if !isPunctuation, start >= 0, SearchTokens.isDiacritic(scalar) {
          at += width
          offset += 1
          continue
        }
        if isPunctuation || !SearchTokens.isTokenScalar(scalar) {
          if start >= 0 { return (start, offset) }
        } else {
          if start < 0 { start = offset }
          for byte in UTF8.encode(SearchTokens.fold(scalar))! {
            folded[count] = byte
            count += 1
          }
        }
        at += width
        offset += 1
      }
      return start >= 0 ? (start, offset) : nil
    }

    /// An ASCII letter in lower case, a digit as it is, 0 for all else. Reckoned, as a table is slower to reach.
    @inline(__always)
    private static func fold(_ byte: UInt8) -> UInt8 {
      if (byte | 0x20) &- 0x61 < 26 { return byte | 0x20 }
      return byte &- 0x30 < 10 ? byte : 0
    }
  }
}
