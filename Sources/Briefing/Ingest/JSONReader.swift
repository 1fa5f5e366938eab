// Reads JSON (RFC 8259) from bytes. Loose where writers are loose (a lone surrogate, a control character in a string),
// bounded in depth, and never a trap.

struct JSONReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var at = 0
  private var depth = 0

  static func read(_ bytes: [UInt8]) throws(JSONFailure) -> JSONValue {
    let result = bytes.withUnsafeBufferPointer { buffer -> Result<JSONValue, JSONFailure> in
      var reader = JSONReader(bytes: buffer)
      do throws(JSONFailure) {
        let value = try reader.value()
        reader.skipSpace()
        guard reader.at == buffer.count else { return .failure(reader.failure("something follows the value")) }
        return .success(value)
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private func failure(_ why: String) -> JSONFailure { JSONFailure(why: why, at: at) }

  private var byte: UInt8? { at < bytes.count ? bytes[at] : nil }

  private mutating func skipSpace() {
    while let byte, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { at += 1 }
  }

  private mutating func value() throws(JSONFailure) -> JSONValue {
    skipSpace()
    switch byte {
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    case nil: throw failure("the text ends where a value should stand")
    case let first? where first == UInt8(ascii: "-") || (0x30...0x39).contains(first): return try number()
    default: throw failure("this is no JSON value")
    }
  }

  private mutating func literal(_ word: StaticString, _ value: JSONValue) throws(JSONFailure) -> JSONValue {
    let count = word.utf8CodeUnitCount
    guard at + count <= bytes.count, (0..<count).allSatisfy({ bytes[at + $0] == word.utf8Start[$0] }) else {
      throw failure("this is no JSON value")
    }
    at += count
    return value
  }

  /// RFC 8259, 6, to the letter: numbers are kept and printed as they came.
  private mutating func number() throws(JSONFailure) -> JSONValue {
    let start = at
    if byte == UInt8(ascii: "-") { at += 1 }
    if byte == UInt8(ascii: "0") {
      at += 1
    } else {
      guard skipDigits() else { throw failure("this is no number") }
    }
    if byte == UInt8(ascii: ".") {
      at += 1
      guard skipDigits() else { throw failure("this is no number") }
    }
    if let sign = byte, sign | 0x20 == UInt8(ascii: "e") {
      at += 1
      if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { at += 1 }
      guard skipDigits() else { throw failure("this is no number") }
    }
    guard at - start <= 64 else { throw failure("this number is too long") }
    return .number(String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<at]), as: UTF8.self))
  }

  private mutating func skipDigits() -> Bool {
    let start = at
    while let byte, (0x30...0x39).contains(byte) { at += 1 }
    return at > start
  }

  private mutating func array() throws(JSONFailure) -> JSONValue {
    try enter()
    var values: [JSONValue] = []
    skipSpace()
    if byte == UInt8(ascii: "]") {
      leave()
      return .array(values)
    }
    while true {
      values.append(try value())
      skipSpace()
      if byte == UInt8(ascii: ",") {
        at += 1
      } else if byte == UInt8(ascii: "]") {
        leave()
        return .array(values)
      } else {
        throw failure("an array has no end")
      }
    }
  }

  private mutating func object() throws(JSONFailure) -> JSONValue {
    try enter()
    var members: [JSONValue.Member] = []
    skipSpace()
    if byte == UInt8(ascii: "}") {
      leave()
      return .object(members)
    }
    while true {
      skipSpace()
      guard byte == UInt8(ascii: "\"") else { throw failure("a member has no name") }
      let name = try string()
      skipSpace()
      guard byte == UInt8(ascii: ":") else { throw failure("a member has no value") }
      at += 1
      members.append(JSONValue.Member(name: name, value: try value()))
      skipSpace()
      if byte == UInt8(ascii: ",") {
        at += 1
      } else if byte == UInt8(ascii: "}") {
        leave()
        return .object(members)
      } else {
        throw failure("an object has no end")
      }
    }
  }

  /// Deep nesting is an attack on the stack, never an article.
  private mutating func enter() throws(JSONFailure) {
    guard depth < 64 else { throw failure("nested too deep") }
    depth += 1
    at += 1
  }

  private mutating func leave() {
    depth -= 1
    at += 1
  }

  private mutating func string() throws(JSONFailure) -> String {
    at += 1
    let start = at
    while at < bytes.count, bytes[at] != 0x22, bytes[at] != 0x5C { at += 1 }
    guard at < bytes.count else { throw failure("a string has no end") }
    if bytes[at] == 0x22 {
      defer { at += 1 }
      return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<at]), as: UTF8.self)
    }
    var out: [UInt8] = Array(bytes[start..<at])
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      if byte == 0x22 { return String(decoding: out, as: UTF8.self) }
      if byte != 0x5C {
        let from = at - 1
        while at < bytes.count, bytes[at] != 0x22, bytes[at] != 0x5C { at += 1 }
        out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[from..<at]))
        continue
      }
      guard at < bytes.count else { break }
      let escape = bytes[at]
      at += 1
      switch escape {
      case UInt8(ascii: "n"): out.append(0x0A)
      case UInt8(ascii: "t"): out.append(0x09)
      case UInt8(ascii: "r"): out.append(0x0D)
      case UInt8(ascii: "b"): out.append(0x08)
      case UInt8(ascii: "f"): out.append(0x0C)
      case 0x22, 0x5C, 0x2F: out.append(escape)
      case UInt8(ascii: "u"): out.append(contentsOf: UTF8.encode(try escapedScalar())!)
      default: throw failure("an unknown escape")
      }
    }
    throw failure("a string has no end")
  }

  /// The scalar of "\uXXXX", or of two that make a pair; a lone surrogate becomes U+FFFD.
  private mutating func escapedScalar() throws(JSONFailure) -> Unicode.Scalar {
    let unit = try hex4()
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard (0xD800...0xDBFF).contains(unit), at + 6 <= bytes.count, bytes[at] == 0x5C, bytes[at + 1] == UInt8(ascii: "u")
    else { return "\u{FFFD}" }
    let back = at
    at += 2
    let low = try hex4()
    guard (0xDC00...0xDFFF).contains(low) else {
      at = back
      return "\u{FFFD}"
    }
    return Unicode.Scalar(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00)) ?? "\u{FFFD}"
  }

  private mutating func hex4() throws(JSONFailure) -> UInt32 {
    guard at + 4 <= bytes.count else { throw failure("an escape is cut short") }
    var value: UInt32 = 0
    for _ in 0..<4 {
      let byte = bytes[at]
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x41...0x46: digit = byte - 0x37
      case 0x61...0x66: digit = byte - 0x57
      default: throw failure("an escape is no hexadecimal number")
      }
      value = value << 4 | UInt32(digit)
      at += 1
    }
    return value
  }
}
