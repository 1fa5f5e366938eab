// Bytes of feeds and mails into UTF-8. In the order of trust: a byte order mark, bytes that are plainly UTF-8, what the carrier
// says, what the document says, and a look at the bytes. Encodings of old are converted by the system's iconv.

import Foundation

enum Charset {
  /// The document in UTF-8, and in `note` what was doubtful, in words.
  ///
  /// `carried` is the charset of a Content-Type line. A wrong label is passed over where the bytes say so.
  static func utf8(_ bytes: [UInt8], carried: String? = nil) -> (bytes: [UInt8], note: String?) {
    if let (name, length) = mark(bytes) {
      let rest = Array(bytes.dropFirst(length))
      if name == "UTF-8" { return mended(rest) }
      return converted(rest, from: name) ?? mended(rest)
    }
    let declared = declaration(bytes)
    let isUTF8 = String(validating: bytes, as: UTF8.self) != nil
    if isUTF8, ByteSearch.first(0x1B, in: bytes, 0..<bytes.count) == nil, !bytes.starts(with: [0x4C, 0x6F, 0xA7, 0x94]),
      !isShortOfProof(bytes)
    {
      return (bytes, nil)
    }
    for label in [carried, declared].compactMap({ $0 }) {
      guard let name = iconvName(label) else { continue }
      if name == "UTF-8" || name == "US-ASCII" { continue }
      if let found = converted(bytes, from: name) { return found }
    }
    if isUTF8 { return (bytes, nil) }
    if let (found, note) = guessed(bytes) { return (found, note) }
    return mended(bytes)
  }

  /// Converts text of a known encoding; what cannot be read becomes U+FFFD.
  static func utf8(_ bytes: [UInt8], from label: String?) -> [UInt8] {
    // Bytes that are plainly UTF-8 are nothing else, whatever is said of them; escape codes may be ISO 2022.
    if String(validating: bytes, as: UTF8.self) != nil, ByteSearch.first(0x1B, in: bytes, 0..<bytes.count) == nil, isProof(bytes)
    {
      return bytes
    }
    if let label, let name = iconvName(label), name != "UTF-8", name != "US-ASCII", let (found, _) = converted(bytes, from: name)
    {
      return found
    }
    if String(validating: bytes, as: UTF8.self) != nil { return bytes }
    if let found = guessed(bytes) { return found.bytes }
    return mended(bytes).bytes
  }

  /// The charset parameter of a Content-Type line.
  static func parameter(ofContentType value: String) -> String? {
    let lower = value.lowercased()
    guard let found = lower.range(of: "charset") else { return nil }
    let rest = lower[found.upperBound...].drop { $0 == " " }
    guard rest.first == "=" else { return nil }
    let name = rest.dropFirst().drop { " \"'".contains($0) }.prefix { !" \"';,".contains($0) }
    return name.isEmpty ? nil : String(name)
  }

  // MARK: what the bytes show

  /// A byte order mark, or the zero bytes around a first "<" (XML 1.0, F.1).
  private static func mark(_ bytes: [UInt8]) -> (name: String, length: Int)? {
    func starts(_ mark: UInt8...) -> Bool { bytes.starts(with: mark) }
    if starts(0xEF, 0xBB, 0xBF) { return ("UTF-8", 3) }
    if starts(0xFF, 0xFE, 0, 0) { return ("UTF-32LE", 4) }
    if starts(0, 0, 0xFE, 0xFF) { return ("UTF-32BE", 4) }
    if starts(0xFF, 0xFE) { return ("UTF-16LE", 2) }
    if starts(0xFE, 0xFF) { return ("UTF-16BE", 2) }
    if starts(0, 0, 0, 0x3C) { return ("UTF-32BE", 0) }
    if starts(0x3C, 0, 0, 0) { return ("UTF-32LE", 0) }
    if starts(0, 0x3C, 0) { return ("UTF-16BE", 0) }
    if starts(0x3C, 0) { return ("UTF-16LE", 0) }
    if starts(0x4C, 0x6F, 0xA7, 0x94) { return ("CP037", 0) }
    return nil
  }

  /// Valid UTF-8 with so few letters beyond ASCII that it may be chance: then a label is believed.
  private static func isShortOfProof(_ bytes: [UInt8]) -> Bool {
    var letters = 0
    var i = 0
    while let found = ByteSearch.firstBeyondASCII(in: bytes, from: i) {
      i = found + 1
      guard bytes[found] >= 0xC2 else { continue }
      if bytes[found] >= 0xE0 { return false }
      letters += 1
      if letters >= 4 { return false }
    }
    return letters > 0
  }

  /// Valid UTF-8 with letters beyond ASCII, and enough of them.
  private static func isProof(_ bytes: [UInt8]) -> Bool {
    ByteSearch.firstBeyondASCII(in: bytes, from: 0) != nil && !isShortOfProof(bytes)
  }

  /// The encoding of an XML declaration.
  private static func declaration(_ bytes: [UInt8]) -> String? {
    let head = bytes.prefix(400).drop(while: isWhite)
    guard head.starts(with: "<?xml".utf8) else { return nil }
    let text = String(decoding: head.prefix { $0 != Byte.greater }, as: UTF8.self)
    guard let found = text.range(of: "encoding") else { return nil }
    let rest = text[found.upperBound...].drop { $0 == " " || $0 == "=" || $0 == "\"" || $0 == "'" }
    let name = rest.prefix { $0 != "\"" && $0 != "'" && $0 != "?" && $0 != " " }
    return name.isEmpty ? nil : String(name)
  }

  // MARK: names

  /// What iconv calls the encoding of a label (WHATWG Encoding, 4.2, and older habits); nil for what is no label.
  static func iconvName(_ label: String) -> String? {
    let name = label.lowercased().trimmed
    if let found = labels[name] { return found }
    guard !name.isEmpty, name.utf8.count <= 30,
      name.utf8.allSatisfy({ isLetter($0) || isDigit($0) || "-_.:+()".utf8.contains($0) })
    else { return nil }
    let plain = name.replacing("_", with: "-")
    if let found = labels[plain] { return found }
    if name.utf8.allSatisfy(isDigit) { return "CP" + name }
    if plain.hasPrefix("windows-") { return "CP" + plain.dropFirst(8) }
    return plain.uppercased()
  }

  private static let labels: [String: String] = {
    let table = [
      "UTF-8": "utf-8 utf8 unicode-1-1-utf-8 utf8mb4 u8 utf", "US-ASCII": "us-ascii ascii ansi_x3.4-1968 646",
      "WINDOWS-1252": "iso-8859-1 iso8859-1 iso_8859-1 latin1 latin-1 l1 windows-1252 cp1252 x-cp1252 ansi 8bit",
      "WINDOWS-1254": "iso-8859-9 iso8859-9 latin5 windows-1254", "CP874": "tis-620 windows-874 iso-8859-11",
      "GB18030": "gb2312 gbk gb18030 x-gbk gb-2312-80 gb_2312-80 euc-cn euccn cp936 936 ms936 chinese",
      "BIG5-HKSCS": "big5 big5-hkscs big5hkscs x-x-big5 cn-big5 csbig5",
      "CP932": "shift_jis shift-jis sjis x-sjis ms-kanji ms_kanji windows-31j csshiftjis shiftjis",
      "EUC-JP": "euc-jp x-euc-jp eucjp ujis",
      "UHC": "euc-kr euckr ks_c_5601-1987 ks-c-5601-1987 korean ksc5601 ksc-5601 windows-949 cp949 949 uhc ms949",
      "MACINTOSH": "macintosh mac x-mac-roman macroman", "UTF-16": "utf-16 utf16 utf_16 unicode ucs-2",
      "UTF-32": "utf-32 utf32 utf_32 ucs-4",
      "KOI8-R": "koi8-r koi8r koi", "KOI8-U": "koi8-u",
      "CP1255": "iso-8859-8 iso-8859-8-i iso-8859-8-e logical windows-1255 csiso88598i",
    ]
    var labels: [String: String] = [:]
    for (name, list) in table {
      for label in list.split(separator: " ") { labels[String(label)] = name }
    }
    return labels
  }()

  // MARK: conversion

  /// The bytes in UTF-8, or nil where the encoding is unknown or the bytes are plainly not in it.
  static func converted(_ bytes: [UInt8], from name: String) -> (bytes: [UInt8], note: String?)? {
    // What could be read so far as to find this name is not made of pairs of bytes.
    if name.hasPrefix("UTF-16") || name.hasPrefix("UTF-32"), !bytes.prefix(64).contains(0) { return nil }
    guard let converter = CharsetConverter(from: name) else { return nil }
    let (out, broken) = converter.convert(bytes)
    guard broken == 0 || broken * 20 < out.count else { return nil }
    let places = broken == 1 ? "one place" : "\(broken) places"
    return (out, broken == 0 ? nil : "The text is damaged: \(places) could not be read and are shown as \u{FFFD}.")
  }

  /// Bytes that are UTF-8 but for some damage.
  static func mended(_ bytes: [UInt8]) -> (bytes: [UInt8], note: String?) {
    if String(validating: bytes, as: UTF8.self) != nil { return (bytes, nil) }
    return (
      Array(String(decoding: bytes, as: UTF8.self).utf8), "The text is damaged: what could not be read is shown as \u{FFFD}."
    )
  }

  /// A look at bytes that nothing is said of and that are no UTF-8.
  private static func guessed(_ bytes: [UInt8]) -> (bytes: [UInt8], note: String)? {
    let damaged = Decode.string(bytes)
    // Damaged UTF-8 is still UTF-8.
    if let damaged, damaged.text.unicodeScalars.contains("\u{FFFD}") { return (Array(damaged.text.utf8), damaged.note ?? "") }
    let name = CharsetGuess.name(bytes)
    if let (found, note) = converted(bytes, from: name) {
      return (found, note ?? "The encoding is not stated; the text was read as \(CharsetGuess.words[name] ?? name).")
    }
    return damaged.map { (Array($0.text.utf8), $0.note ?? "") }
  }
}

/// The system's converter of encodings, into UTF-8.
struct CharsetConverter {
  private let name: String

  /// nil where the system does not know the encoding. `name` must be made of letters, digits and "-_.:+()" alone.
  init?(from name: String) {
    guard let handle = CharsetConverter.open(name) else { return nil }
    iconv_close(handle)
    self.name = name
  }

  private static func open(_ name: String) -> iconv_t? {
    let handle = iconv_open("UTF-8", name)
    return handle == iconv_t(bitPattern: -1) ? nil : handle
  }

  /// The bytes in UTF-8, U+FFFD for each that could not be read, and how many those were.
  func convert(_ bytes: [UInt8]) -> (bytes: [UInt8], broken: Int) {
    guard !bytes.isEmpty, let handle = CharsetConverter.open(name) else { return ([], 0) }
    defer { iconv_close(handle) }
    var broken = 0
    var input = bytes.map { CChar(bitPattern: $0) }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count * 3 / 2)
    var chunk = [CChar](repeating: 0, count: 1 << 14)
    input.withUnsafeMutableBufferPointer { source in
      var next = source.baseAddress
      var left = source.count
      // Once more at the end: some converters keep a letter back, as a mark may follow it.
      var isFlushed = false
      while left > 0 || !isFlushed {
        isFlushed = left == 0
        let (result, code, made) = chunk.withUnsafeMutableBufferPointer { target in
          var to = target.baseAddress
          var room = target.count
          let result = isFlushed ? iconv(handle, nil, nil, &to, &room) : iconv(handle, &next, &left, &to, &room)
          return (result, errno, target.count - room)
        }
        out.append(contentsOf: chunk[..<made].lazy.map { UInt8(bitPattern: $0) })
        if isFlushed { continue }
        guard result == Int.max || result == -1 || result == Int(bitPattern: UInt.max), code != E2BIG else { continue }
        // An unreadable byte, or a sequence cut at the end.
        broken += 1
        out += [0xEF, 0xBF, 0xBD]
        next = next.map { $0 + 1 }
        left -= 1
      }
    }
    return (out, broken)
  }
}
