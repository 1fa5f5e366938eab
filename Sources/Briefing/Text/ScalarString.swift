// Strings into scalars and back, each in one go: texts are taken apart and put together on every import.

/// The scalars of a string.
func scalarArray(_ text: String) -> [Unicode.Scalar] {
  var text = text
  return text.withUTF8 { bytes in
    [Unicode.Scalar](unsafeUninitializedCapacity: bytes.count) { buffer, count in
      var at = 0
      var n = 0
      while at < bytes.count {
        if bytes[at] < 0x80 {
          buffer[n] = Unicode.Scalar(bytes[at])
          at += 1
        } else {
          let (scalar, width) = wideScalar(in: bytes, at: at)
          buffer[n] = scalar
          at += width
        }
        n += 1
      }
      count = n
    }
  }
}

/// The scalar beyond ASCII that begins at a byte of a string, and how many bytes it has; a string's bytes are always well formed.
func wideScalar(in bytes: UnsafeBufferPointer<UInt8>, at: Int) -> (scalar: Unicode.Scalar, width: Int) {
  let first = UInt32(bytes[at])
  let width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
  guard at + width <= bytes.count else { return ("\u{FFFD}", bytes.count - at) }
  var value = width == 4 ? first & 0x07 : width == 3 ? first & 0x0F : first & 0x1F
  for i in 1..<width { value = value << 6 | UInt32(bytes[at + i]) & 0x3F }
  return (Unicode.Scalar(value) ?? "\u{FFFD}", width)
}

/// The scalars as a string.
func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
  scalars.withUnsafeBufferPointer { scalars in
    var length = 0
    for scalar in scalars { length += utf8Length(scalar) }
    return String(unsafeUninitializedCapacity: length) { buffer in
      var n = 0
      for scalar in scalars {
        let value = scalar.value
        switch value {
        case 0..<0x80:
          buffer[n] = UInt8(truncatingIfNeeded: value)
          n += 1
        case 0x80..<0x800:
          buffer[n] = UInt8(truncatingIfNeeded: 0xC0 | value >> 6)
          buffer[n + 1] = UInt8(truncatingIfNeeded: 0x80 | value & 0x3F)
          n += 2
        case 0x800..<0x10000:
          buffer[n] = UInt8(truncatingIfNeeded: 0xE0 | value >> 12)
          buffer[n + 1] = UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F)
          buffer[n + 2] = UInt8(truncatingIfNeeded: 0x80 | value & 0x3F)
          n += 3
        default:
          buffer[n] = UInt8(truncatingIfNeeded: 0xF0 | value >> 18)
          buffer[n + 1] = UInt8(truncatingIfNeeded: 0x80 | value >> 12 & 0x3F)
          buffer[n + 2] = UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F)
          buffer[n + 3] = UInt8(truncatingIfNeeded: 0x80 | value & 0x3F)
          n += 4
        }
      }
      return n
    }
  }
}

private func utf8Length(_ scalar: Unicode.Scalar) -> Int {
  scalar.value < 0x80 ? 1 : scalar.value < 0x800 ? 2 : scalar.value < 0x10000 ? 3 : 4
}
