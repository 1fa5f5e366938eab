// Column widths: a table of our own choosing, and the rules of Unicode where the standard library can tell them.
import Testing

@testable import Screen

@Suite struct WidthTests {
  @Test(
    arguments: [
      ("a", 1), (" ", 1), ("~", 1), ("é", 1), ("ß", 1), ("Ж", 1), ("ي", 1), ("ש", 1), ("“", 1), ("—", 1), ("…", 1), ("●", 1),
      ("│", 1), ("≈", 1), ("★", 1), ("☎", 1), ("€", 1), ("\u{FFFD}", 1), ("\u{E000}", 1), ("ｱ", 1), ("\u{303F}", 1),
      ("日", 2), ("語", 2), ("한", 2), ("あ", 2), ("。", 2), ("Ａ", 2), ("￥", 2), ("\u{3000}", 2), ("\u{20000}", 2),
      ("😀", 2), ("🚀", 2), ("⌚", 2), ("⭐", 2), ("🈚", 2), ("\u{1FAE8}", 2), ("\u{1F6DC}", 2), ("\u{1FADF}", 2),
      ("\u{301}", 0), ("\u{20DD}", 0), ("\u{5B0}", 0), ("\u{64E}", 0), ("\u{E31}", 0), ("\u{1160}", 0), ("\u{302A}", 0),
      ("\u{200B}", 0), ("\u{200D}", 0), ("\u{FE0F}", 0), ("\u{202E}", 0), ("\u{2066}", 0), ("\u{FEFF}", 0), ("\u{AD}", 0),
      ("\u{E0041}", 0), ("\u{1F3FD}", 0), ("\u{2028}", 0), ("\u{3164}", 0), ("\u{1F1F9}", 1), ("\u{93F}", 1), ("\t", 1),
      ("\u{0}", -1), ("\u{1B}", -1), ("\n", -1), ("\u{7F}", -1), ("\u{85}", -1), ("\u{9B}", -1),
    ] as [(Unicode.Scalar, Int)])
  func scalar(_ scalar: Unicode.Scalar, columns: Int) {
    #expect(Width.of(scalar) == columns, "U+\(String(scalar.value, radix: 16))")
  }

  @Test(arguments: [
    ("flag", "🇹🇷", 2), ("family", "👨‍👩‍👧", 6), ("skin tone", "👍🏽", 2), ("heart as picture", "❤️", 1), ("keycap", "1️⃣", 1),
    ("combining", "e\u{301}\u{323}", 1), ("mixed", "Xi 习近平", 9), ("control", "a\u{1B}[0m", 4), ("empty", "", 0),
  ])
  func text(_ name: String, text: String, columns: Int) {
    #expect(Width.of(text) == columns, "\(name)")
  }

  @Test func tableIsSortedAndSmall() {
    #expect((WidthTable.wide.count + WidthTable.zero.count) / 2 < 500)
    for table in [WidthTable.wide, WidthTable.zero] {
      #expect(table.count % 2 == 0)
      for pair in stride(from: 0, to: table.count, by: 2) {
        #expect(table[pair] <= table[pair + 1])
        if pair > 0 { #expect(table[pair - 1] < table[pair]) }
      }
    }
  }

  /// The standard library knows categories, not widths; where both speak, they agree.
  @Test func agreesWithTheStandardLibrary() {
    var wrong: [String] = []
    for value in UInt32(0x20)...0xE01FF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let columns = Width.of(scalar)
      let category = scalar.properties.generalCategory
      let isMark = category == .nonspacingMark || category == .enclosingMark
      if isMark && columns != 0 { wrong.append("mark \(String(value, radix: 16)) \(columns)") }
      let isIgnorable = scalar.properties.isDefaultIgnorableCodePoint
      if isIgnorable && columns != 0 { wrong.append("ignorable \(String(value, radix: 16)) \(columns)") }
      if isIgnorable && !Width.isDropped(scalar) && !isMark { wrong.append("kept \(String(value, radix: 16))") }
      if scalar.properties.isEmojiPresentation, columns != 2, !(0x1F1E6...0x1F1FF).contains(value),
        !scalar.properties.isEmojiModifier
      {
        wrong.append("emoji \(String(value, radix: 16)) \(columns)")
      }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(10))")
  }

  @Test func whatIsDroppedHasNoColumn() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), Width.isDropped(scalar) else { continue }
      #expect(Width.of(scalar) <= 0, "U+\(String(value, radix: 16))")
    }
  }
}
