// One scalar at a time out of bytes that may be anything.

/// Reads UTF-8 strictly: no overlong forms, no surrogates, nothing above U+10FFFF.
enum UTF8Reader {
  /// The first scalar and its length; nil with the bytes to skip where they are invalid, nil and 0 where more are needed.
  static func first(in bytes: ArraySlice<UInt8>) -> (scalar: Unicode.Scalar?, length: Int) {
    guard let lead = bytes.first else { return (nil, 0) }
    if lead < 0x80 { return (Unicode.Scalar(lead), 1) }
    let count: Int
    var value: UInt32
    switch lead {
    case 0xC2...0xDF: (count, value) = (2, UInt32(lead & 0x1F))
    case 0xE0...0xEF: (count, value) = (3, UInt32(lead & 0x0F))
    case 0xF0...0xF4: (count, value) = (4, UInt32(lead & 0x07))
    default: return (nil, 1)
    }
    for index in 1..<count {
      guard index < bytes.count else { return (nil, 0) }
      let byte = bytes[bytes.startIndex + index]
      guard byte & 0xC0 == 0x80 else { return (nil, index) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    let least: UInt32 = count == 2 ? 0x80 : count == 3 ? 0x800 : 0x10000
    guard value >= least, let scalar = Unicode.Scalar(value) else { return (nil, count) }
    return (scalar, count)
  }
}
