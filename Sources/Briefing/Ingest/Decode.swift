// Bytes into characters. UTF-8 and UTF-16 say what they are; a file that is neither is read as Windows-1252, the habit of
// old newsrooms, and the reader is told.

/// Reads the bytes of a text file.
public enum Decode {
  /// The text, and in `note` what was doubtful about it, in words; nil where the bytes are no text.
  public static func string(_ bytes: [UInt8]) -> (text: String, note: String?)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return utf8(bytes.dropFirst(3)) }
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), littleEndian: true) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), littleEndian: false) }
    return utf8(bytes[...])
  }

  private static func utf8(_ bytes: ArraySlice<UInt8>) -> (text: String, note: String?)? {
    guard !isBinary(bytes) else { return nil }
    if let text = String(validating: bytes, as: UTF8.self) { return (text, nil) }
    // Damaged UTF-8 still has whole characters of several bytes; Windows-1252 hardly ever looks like one.
    var decoder = UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var whole = 0
    var broken = 0
    scan: while true {
      switch decoder.parseScalar(from: &iterator) {
      case .valid(let scalar): if scalar.count > 1 { whole += 1 }
      case .error: broken += 1
      case .emptyInput: break scan
      }
    }
    if whole > 0, broken <= whole || broken <= 2 {
      let places = broken == 1 ? "one place" : "\(broken) places"
      return (
        String(decoding: bytes, as: UTF8.self), "The text is damaged: \(places) could not be read and are shown as \u{FFFD}."
      )
    }
    guard let text = windows1252(bytes) else { return nil }
    return (text, "The encoding is not stated; the text was read as Windows-1252.")
  }

  /// A zero byte, or one control character in twenty, is no text of one byte a character.
  private static func isBinary(_ bytes: ArraySlice<UInt8>) -> Bool {
    var controls = 0
    for byte in bytes {
      if byte == 0 { return true }
      if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D, byte != 0x0C, byte != 0x1B { controls += 1 }
    }
    return controls > 2 && controls * 20 > bytes.count
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, littleEndian: Bool) -> (text: String, note: String?)? {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var i = bytes.startIndex
    while i + 1 < bytes.endIndex {
      let (a, b) = (UInt16(bytes[i]), UInt16(bytes[i + 1]))
      units.append(littleEndian ? b << 8 | a : a << 8 | b)
      i += 2
    }
    let zeros = units.reduce(0) { $0 + ($1 == 0 ? 1 : 0) }
    guard zeros == 0 || zeros * 1000 < units.count else { return nil }
    if let text = String(validating: units, as: UTF16.self), i == bytes.endIndex { return (text, nil) }
    return (
      String(decoding: units, as: UTF16.self), "The text is damaged: some characters could not be read and are shown as \u{FFFD}."
    )
  }

  /// The characters of 0x80...0x9F in Windows-1252; the five that it leaves free are U+FFFD.
  static let windows1252Upper: [Unicode.Scalar] = Array(
    "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ".unicodeScalars)

  private static func windows1252(_ bytes: ArraySlice<UInt8>) -> String? {
    var high = 0
    var free = 0
    var view = String.UnicodeScalarView()
    for byte in bytes {
      if byte >= 0x80 { high += 1 }
      if (0x80...0x9F).contains(byte) {
        let scalar = windows1252Upper[Int(byte) - 0x80]
        if scalar == "\u{FFFD}" { free += 1 }
        view.append(scalar)
      } else {
        view.append(Unicode.Scalar(byte))
      }
    }
    // A text in a Latin alphabet is mostly ASCII; bytes that no character has are a sign of other things.
    guard high * 3 < bytes.count || high < 4, free * 50 <= high || free < 2 else { return nil }
    return String(view)
  }
}
