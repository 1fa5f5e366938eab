// Scalars back into strings, encoded in one go: texts are taken apart and put together on every import.

/// The scalars as a string.
func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
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

private func utf8Length(_ scalar: Unicode.Scalar) -> Int {
  scalar.value < 0x80 ? 1 : scalar.value < 0x800 ? 2 : scalar.value < 0x10000 ? 3 : 4
}
