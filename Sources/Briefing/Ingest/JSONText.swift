// Writes JSON, the one way for every command. Slashes stay as they are; whatever a terminal could act on or would hide is
// escaped, so that a line is safe to look at and still holds every scalar.

/// Builds one JSON text; commas come by themselves.
public struct JSONText: Sendable {
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false

  public init() {}

  /// The JSON as a string.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  public mutating func beginObject() { open(0x7B) }
  public mutating func endObject() { close(0x7D) }
  public mutating func beginArray() { open(0x5B) }
  public mutating func endArray() { close(0x5D) }

  /// A member's name; its value comes next.
  public mutating func key(_ name: String) {
    comma()
    quote(name)
    bytes.append(0x3A)
    needsComma = false
  }

  public mutating func value(_ string: String) {
    comma()
    quote(string)
    needsComma = true
  }

  public mutating func value(_ number: Int) { raw(String(number)) }
  public mutating func value(_ flag: Bool) { raw(flag ? "true" : "false") }
  public mutating func null() { raw("null") }

  /// A number with at most `digits` decimals; null where JSON has none for it (infinities, NaN).
  public mutating func value(_ number: Double, digits: Int = 6) {
    guard number.isFinite, abs(number) < 1e15 else { return null() }
    var scale = 1.0
    for _ in 0..<max(0, min(digits, 9)) { scale *= 10 }
    let rounded = (number * scale).rounded() / scale
    raw(rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded))
  }

  /// A value that is JSON already, as an id kept from its source.
  public mutating func raw(_ json: String) {
    comma()
    bytes.append(contentsOf: json.utf8)
    needsComma = true
  }

  // A member in one call.

  /// A string, or null for nil.
  public mutating func member(_ name: String, _ string: String?) {
    key(name)
    if let string { value(string) } else { null() }
  }

  public mutating func member(_ name: String, _ number: Int) {
    key(name)
    value(number)
  }

  public mutating func member(_ name: String, _ flag: Bool) {
    key(name)
    value(flag)
  }

  public mutating func member(_ name: String, _ strings: [String]) {
    key(name)
    beginArray()
    for string in strings { value(string) }
    endArray()
  }

  /// An array, each element written by `each`.
  public mutating func array<Element>(_ name: String, _ elements: [Element], _ each: (inout JSONText, Element) -> Void) {
    key(name)
    beginArray()
    for element in elements { each(&self, element) }
    endArray()
  }

  /// The string as JSON, with its quotes.
  public static func quoted(_ string: String) -> String {
    var json = JSONText()
    json.value(string)
    return json.text
  }

  private mutating func comma() {
    if needsComma { bytes.append(0x2C) }
  }

  private mutating func open(_ bracket: UInt8) {
    comma()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func quote(_ string: String) {
    bytes.append(0x22)
    for scalar in string.unicodeScalars {
      switch scalar.value {
      case 0x22, 0x5C:
        bytes.append(0x5C)
        bytes.append(UInt8(scalar.value))
      case 0x0A:
        bytes.append(0x5C)
        bytes.append(0x6E)
      case 0x09:
        bytes.append(0x5C)
        bytes.append(0x74)
      case 0x0D:
        bytes.append(0x5C)
        bytes.append(0x72)
      case 0x20..<0x7F: bytes.append(UInt8(scalar.value))
      default:
        if Sanitize.isForbidden(scalar) { escape(scalar) } else { bytes.append(contentsOf: UTF8.encode(scalar)!) }
      }
    }
    bytes.append(0x22)
  }

  private mutating func escape(_ scalar: Unicode.Scalar) {
    for unit in UTF16.encode(scalar)! {
      bytes.append(0x5C)
      bytes.append(0x75)
      for shift in stride(from: 12, through: 0, by: -4) {
        let digit = UInt8(unit >> UInt16(shift) & 0xF)
        bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
      }
    }
  }
}

extension JSONText {
  /// A text that is JSON already.
  public init(raw json: String) {
    self.init()
    raw(json)
  }
}
