// Which encoding a text without a label is in, by its bytes alone: the common pairs of East Asian encodings, the range of letters
// of one-byte alphabets, and Windows-1252 for all that looks Western.

enum CharsetGuess {
  /// An encoding by the name that iconv knows it by.
  static func name(_ bytes: [UInt8]) -> String {
    let high = bytes.reduce(0) { $0 + ($1 >= 0x80 ? 1 : 0) }
    let letters = bytes.reduce(0) { $0 + (isLetter($1) ? 1 : 0) }
    // Western text has a few accents among many plain letters.
    guard high > 3, high * 6 > letters else { return "WINDOWS-1252" }
    let asian = tables.map { ($0.name, score(bytes, $0)) }.max { $0.1 < $1.1 }
    if let (name, score) = asian, score > 0.8 { return name }
    return alphabet(bytes, high: high)
  }

  static let words = [
    "WINDOWS-1252": "Windows-1252", "CP1251": "Windows-1251", "CP1255": "Windows-1255", "CP1256": "Windows-1256",
    "CP1253": "Windows-1253", "BIG5-HKSCS": "Big5", "CP932": "Shift-JIS", "UHC": "EUC-KR",
  ]

  private struct Pairs {
    var name: String
    var lead: [ClosedRange<UInt8>]
    var trail: [ClosedRange<UInt8>]
    /// Leads of the characters that common text is made of.
    var common: [ClosedRange<UInt8>]
  }

  private static let tables = [
    Pairs(name: "EUC-JP", lead: [0xA1...0xFE], trail: [0xA1...0xFE], common: [0xA4...0xA5]),
    Pairs(
      name: "CP932", lead: [0x81...0x9F, 0xE0...0xFC], trail: [0x40...0x7E, 0x80...0xFC], common: [0x82...0x83]),
    Pairs(name: "UHC", lead: [0xA1...0xFE], trail: [0xA1...0xFE], common: [0xB0...0xC8]),
    Pairs(name: "GB18030", lead: [0x81...0xFE], trail: [0x40...0x7E, 0x80...0xFE], common: [0xB0...0xD7]),
    Pairs(name: "BIG5-HKSCS", lead: [0x81...0xFE], trail: [0x40...0x7E, 0xA1...0xFE], common: [0xA4...0xC6]),
  ]

  /// 0 where the bytes break the encoding's rules; above 1 where they are mostly common characters of it.
  private static func score(_ bytes: [UInt8], _ table: Pairs) -> Double {
    var pairs = 0
    var common = 0
    var broken = 0
    var wide = 0
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      if byte < 0x80 {
        i += 1
        continue
      }
      if table.name == "CP932", (0xA1...0xDF).contains(byte) {
        i += 1
        pairs += 1
        continue
      }
      guard i + 1 < bytes.count, table.lead.contains(where: { $0.contains(byte) }),
        table.trail.contains(where: { $0.contains(bytes[i + 1]) })
      else {
        broken += 1
        i += 1
        continue
      }
      pairs += 1
      if table.common.contains(where: { $0.contains(byte) }) { common += 1 }
      if bytes[i + 1] < 0x80 { wide += 1 }
      i += 2
    }
    guard pairs > 0, broken * 50 <= pairs else { return 0 }
    let share = Double(common) / Double(pairs)
    switch table.name {
    // Kana are nowhere else so frequent.
    case "EUC-JP": return share > 0.2 ? 1.5 + share : 0
    case "CP932": return share > 0.2 && wide > 0 ? 1.4 + share : 0
    // Hangul only; Chinese uses leads beyond it.
    case "UHC": return share > 0.85 ? 1.3 + share : 0
    case "BIG5-HKSCS": return wide * 5 > pairs ? 0.9 + share : 0
    default: return share > 0.5 ? 0.8 + share / 2 : 0
    }
  }

  /// Alphabets of one byte a letter, by where their letters lie.
  private static func alphabet(_ bytes: [UInt8], high: Int) -> String {
    func share(_ range: ClosedRange<UInt8>) -> Double {
      Double(bytes.reduce(0) { $0 + (range.contains($1) ? 1 : 0) }) / Double(high)
    }
    let lower = share(0xE0...0xFF)
    // Both alphabets lie in the same places: Hebrew is full of yod, shin, resh and tav, Russian of i, s and t.
    if share(0xE0...0xFA) > 0.9, share(0xE9...0xE9) + share(0xF8...0xFA) > share(0xE8...0xE8) + share(0xF1...0xF2) {
      return "CP1255"
    }
    if lower > 0.6 { return "CP1251" }
    if share(0xC0...0xDF) > 0.6 { return "KOI8-R" }
    return "WINDOWS-1252"
  }
}
