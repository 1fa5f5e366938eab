// Character references, "&auml;" and "&#228;", in text and in attribute values.

/// Appends text with its character references read; what is no reference stays as it stands.
///
/// `entities` are names of the document's own, with the text they stand for, which is not read again.
func appendDecoded(
  _ range: Range<Int>, of bytes: [UInt8], to out: inout [UInt8], entities: [String: [UInt8]] = [:]
) {
  var i = range.lowerBound
  let end = range.upperBound
  while i < end {
    guard let mark = ByteSearch.first(Byte.ampersand, in: bytes, i..<end) else {
      out += bytes[i..<end]
      return
    }
    out += bytes[i..<mark]
    i = mark + 1
    if let (scalar, next) = reference(at: i, before: end, in: bytes) {
      appendScalar(scalar, to: &out)
      i = next
    } else if !entities.isEmpty, let (text, next) = ownEntity(at: i, before: end, in: bytes, entities) {
      out += text
      i = next
    } else {
      out.append(Byte.ampersand)
    }
  }
}

private func ownEntity(at start: Int, before end: Int, in bytes: [UInt8], _ entities: [String: [UInt8]]) -> ([UInt8], Int)? {
  guard let close = bytes[start..<min(end, start + 65)].firstIndex(of: Byte.semicolon) else { return nil }
  return entities[String(decoding: bytes[start..<close], as: UTF8.self)].map { ($0, close + 1) }
}

/// The character that "#228;", "#xE4" or "auml;" (what stands behind the "&") names, and the place behind it.
private func reference(at start: Int, before end: Int, in bytes: [UInt8]) -> (UInt32, Int)? {
  guard start < end else { return nil }
  var i = start
  if bytes[i] == Byte.hash {
    i += 1
    let isHex = i < end && bytes[i] | 0x20 == UInt8(ascii: "x")
    if isHex { i += 1 }
    let first = i
    var value: UInt32 = 0
    while i < end, let digit = hexDigit(bytes[i]), isHex || digit < 10 {
      value = min(0x20_0000, value * (isHex ? 16 : 10) + digit)
      i += 1
    }
    guard i > first else { return nil }
    if i < end, bytes[i] == Byte.semicolon { i += 1 }
    return (CharacterNames.scalar(number: value), i)
  }
  while i < end, i - start < 12, isLetter(bytes[i]) || isDigit(bytes[i]) { i += 1 }
  guard i > start, i < end, bytes[i] == Byte.semicolon, let scalar = CharacterNames.scalar(bytes[start..<i]) else { return nil }
  return (scalar, i + 1)
}

func hexDigit(_ byte: UInt8) -> UInt32? {
  switch byte {
  case 0x30...0x39: UInt32(byte - 0x30)
  case 0x41...0x46, 0x61...0x66: UInt32((byte | 0x20) - 0x57)
  default: nil
  }
}

func appendScalar(_ value: UInt32, to out: inout [UInt8]) {
  guard let scalar = Unicode.Scalar(value) else { return }
  if value < 0x80 { out.append(UInt8(value)) } else { out.append(contentsOf: UTF8.encode(scalar)!) }
}
