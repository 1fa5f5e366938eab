// What character references stand for: named ones by the table for pages, numeric ones as browsers read them.

enum CharacterNames {
  /// The scalar of a name, without "&" and ";".
  static func scalar(_ name: some Collection<UInt8>) -> UInt32? {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return HTMLEntities.named[hash]?.value
  }

  /// Browsers read 0x80...0x9F as Windows-1252 (HTML, 13.2.5.80); what is no character becomes U+FFFD.
  static func scalar(number: UInt32) -> UInt32 {
    switch number {
    case 0, 0xD800...0xDFFF, 0x11_0000...: 0xFFFD
    case 0x80...0x9F: windows1252[Int(number - 0x80)]
    default: number
    }
  }

  private static let windows1252: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D, 0x8F,
    0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178,
  ]
}
