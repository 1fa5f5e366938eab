// The bytes of a page into UTF-8. In the order of trust: a byte order mark, what the server said, what the page says (WHATWG
// 13.2.3), and a look at the bytes. Encodings of old are converted by the system's iconv.

import Foundation

enum HTMLEncoding {
  /// The page in UTF-8, and in `note` what was doubtful, in words.
  static func utf8(_ bytes: [UInt8], stated: String? = nil) -> (bytes: [UInt8], note: String?) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return mended(Array(bytes.dropFirst(3))) }
    if bytes.starts(with: [0xFF, 0xFE]) { return converted(Array(bytes.dropFirst(2)), from: "UTF-16LE") ?? mended(bytes) }
    if bytes.starts(with: [0xFE, 0xFF]) { return converted(Array(bytes.dropFirst(2)), from: "UTF-16BE") ?? mended(bytes) }
    let isUTF8 = isValidUTF8(bytes)
    // Valid UTF-8 with letters beyond ASCII is nothing else, whatever a page of another time says of itself.
    if isUTF8, bytes.contains(where: { $0 >= 0x80 }) || !bytes.contains(0x1B) { return (bytes, nil) }
    for label in [stated, declared(in: bytes)] {
      guard let label, let name = known(label) else { continue }
      if name == "UTF-8" { return mended(bytes) }
      if let found = converted(bytes, from: name) { return found }
    }
    if isUTF8 { return (bytes, nil) }
    if let text = Decode.string(bytes) { return (Array(text.text.utf8), text.note) }
    return mended(bytes)
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

  /// What iconv calls the encoding of a label (WHATWG Encoding, 4.2); nil for labels that are none.
  private static func known(_ label: String) -> String? {
    let name = label.lowercased().trimmed
    if let found = labels[name] { return found }
    let isPlain = name.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F }
    return isPlain && name.utf8.count <= 20
      && (name.hasPrefix("iso-8859") || name.hasPrefix("windows-") || name.hasPrefix("koi8"))
      ? name : nil
  }

  private static let labels: [String: String] = {
    let table = [
      "UTF-8": "utf-8 utf8 unicode-1-1-utf-8 utf8mb4",
      "WINDOWS-1252": "iso-8859-1 iso8859-1 latin1 latin-1 ascii us-ascii windows-1252 cp1252 iso_8859-1 ansi",
      "WINDOWS-1254": "iso-8859-9 latin5 windows-1254", "CP874": "tis-620 windows-874 iso-8859-11",
      "GB18030": "gb2312 gbk gb18030 x-gbk gb_2312-80", "BIG5-HKSCS": "big5 big5-hkscs x-x-big5",
      "CP932": "shift_jis shift-jis sjis x-sjis ms_kanji windows-31j", "EUC-JP": "euc-jp x-euc-jp", "ISO-2022-JP": "iso-2022-jp",
      "UHC": "euc-kr ks_c_5601-1987 korean ksc5601 windows-949", "MACINTOSH": "macintosh x-mac-roman",
      "UTF-16LE": "utf-16le utf-16 unicode", "UTF-16BE": "utf-16be", "CP866": "ibm866 cp866",
    ]
    var labels: [String: String] = [:]
    for (name, list) in table {
      for label in list.split(separator: " ") { labels[String(label)] = name }
    }
    return labels
  }()

  private static func converted(_ bytes: [UInt8], from name: String) -> (bytes: [UInt8], note: String?)? {
    // A page that was read cannot say UTF-16 of itself in ASCII.
    if name.hasPrefix("UTF-16"), bytes.starts(with: "<".utf8), bytes.count > 1, bytes[1] != 0 { return nil }
    guard let converter = Iconv(from: name) else { return nil }
    let (out, broken) = converter.convert(bytes)
    guard broken == 0 || broken * 20 < out.count else { return nil }
    let places = broken == 1 ? "one place" : "\(broken) places"
    return (out, broken == 0 ? nil : "The page is damaged: \(places) could not be read and are shown as \u{FFFD}.")
  }

  private static func isValidUTF8(_ bytes: [UInt8]) -> Bool { String(validating: bytes, as: UTF8.self) != nil }

  private static func mended(_ bytes: [UInt8]) -> (bytes: [UInt8], note: String?) {
    if isValidUTF8(bytes) { return (bytes, nil) }
    return (
      Array(String(decoding: bytes, as: UTF8.self).utf8), "The page is damaged: what could not be read is shown as \u{FFFD}."
    )
  }
}

/// The system's converter of encodings.
private struct Iconv {
  private let name: String

  /// nil where the system does not know the encoding.
  init?(from name: String) {
    guard let handle = Iconv.open(name) else { return nil }
    iconv_close(handle)
    self.name = name
  }

  private static func open(_ name: String) -> iconv_t? {
    let handle = iconv_open("UTF-8", name)
    return handle == iconv_t(bitPattern: -1) ? nil : handle
  }

  /// The bytes in UTF-8, U+FFFD for each that could not be read, and how many those were.
  func convert(_ bytes: [UInt8]) -> (bytes: [UInt8], broken: Int) {
    guard let handle = Iconv.open(name) else { return ([], 0) }
    defer { iconv_close(handle) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count * 3 / 2)
    var broken = 0
    var chunk = [CChar](repeating: 0, count: 1 << 16)
    input.withUnsafeMutableBufferPointer { source in
      var next = source.baseAddress
      var left = source.count
      while left > 0 {
        let (result, code, made) = chunk.withUnsafeMutableBufferPointer { target in
          var to = target.baseAddress
          var room = target.count
          let result = iconv(handle, &next, &left, &to, &room)
          return (result, errno, target.count - room)
        }
        out.append(contentsOf: chunk[..<made].lazy.map { UInt8(bitPattern: $0) })
        guard result == Int(bitPattern: UInt.max) || result == -1 else { continue }
        if code == E2BIG { continue }
        // An unreadable byte, or a sequence cut at the end.
        broken += 1
        out.append(contentsOf: [0xEF, 0xBF, 0xBD])
        next = next.map { $0 + 1 }
        left -= 1
      }
    }
    return (out, broken)
  }
}
