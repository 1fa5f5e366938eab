// The bytes of a page into UTF-8. In the order of trust: a byte order mark, what the server said, what the page says (WHATWG
// 13.2.3), and a look at the bytes. Encodings of old are converted by the system's iconv.

import Foundation

enum HTMLEncoding {
  /// The page in UTF-8, and in `note` what was doubtful, in words.
  static func utf8(_ bytes: [UInt8], stated: String? = nil) -> (bytes: [UInt8], note: String?) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return Charset.mended(Array(bytes.dropFirst(3))) }
    if bytes.starts(with: [0xFF, 0xFE]) {
      return Charset.converted(Array(bytes.dropFirst(2)), from: "UTF-16LE") ?? Charset.mended(bytes)
    }
    if bytes.starts(with: [0xFE, 0xFF]) {
      return Charset.converted(Array(bytes.dropFirst(2)), from: "UTF-16BE") ?? Charset.mended(bytes)
    }
    let isUTF8 = String(validating: bytes, as: UTF8.self) != nil
    // Valid UTF-8 with letters beyond ASCII is nothing else, whatever a page of another time says of itself.
    if isUTF8, bytes.contains(where: { $0 >= 0x80 }) || !bytes.contains(0x1B) { return (bytes, nil) }
    for label in [stated, declared(in: bytes)] {
      guard let label, let name = known(label) else { continue }
      if name == "UTF-8" { return Charset.mended(bytes) }
      if let found = Charset.converted(bytes, from: name) { return found }
    }
    if isUTF8 { return (bytes, nil) }
    if let text = Decode.string(bytes) { return (Array(text.text.utf8), text.note) }
    return Charset.mended(bytes)
  }

  /// The charset of a Content-Type line.
  static func charset(inContentType value: String) -> String? {
    let lower = value.lowercased()
    guard let found = lower.range(of: "charset=") else { return nil }
    let name = lower[found.upperBound...].drop { $0 == "\"" || $0 == "'" || $0 == " " }
      .prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "-_:.".contains($0)) }
    return name.isEmpty ? nil : String(name)
  }

  /// What the first kilobytes of a page say: <meta charset>, <meta http-equiv>, or an XML declaration.
  private static func declared(in bytes: [UInt8]) -> String? {
    let head = String(decoding: bytes.prefix(8_192), as: UTF8.self).lowercased()
    if head.hasPrefix("<?xml"), let found = head.range(of: "encoding=") {
      let name = head[found.upperBound...].dropFirst().prefix { $0 != "\"" && $0 != "'" && $0 != "?" }
      if !name.isEmpty, name.count < 30 { return String(name) }
    }
    var rest = head[...]
    while let found = rest.range(of: "<meta") {
      rest = rest[found.upperBound...]
      let tag = rest.prefix { $0 != ">" }
      if let name = charset(inContentType: String(tag)) { return name }
    }
    return nil
  }

  /// What iconv calls the encoding of a label; pages that say ASCII mean what old browsers took it for.
  private static func known(_ label: String) -> String? {
    let name = Charset.iconvName(label)
    return name == "US-ASCII" ? "WINDOWS-1252" : name
  }
}
