// Keys as they are written in a key map.
import Testing

@testable import Screen

@Suite struct KeyTests {
  @Test(
    arguments: [
      ("j", .char("j")), ("G", .char("G")), ("?", .char("?")), ("<", .char("<")), ("é", .char("é")), ("-", .char("-")),
      ("ctrl-d", .ctrl("d")), ("Ctrl-D", .ctrl("d")), ("C-d", .ctrl("d")), ("<c-d>", .ctrl("d")), ("ctrl-]", .ctrl("]")),
      ("ctrl-i", .tab), ("ctrl-m", .enter), ("ctrl-[", .escape), ("ctrl-h", .backspace),
      ("alt-x", .alt("x")), ("alt-X", .alt("X")), ("<m-x>", .alt("x")), ("alt--", .alt("-")),
      ("<enter>", .enter), ("<CR>", .enter), ("<esc>", .escape), ("<Space>", .char(" ")), (" ", .char(" ")),
      ("<pgdn>", .pageDown), ("<PageUp>", .pageUp), ("<s-tab>", .backTab), ("<f5>", .function(5)), ("<F24>", .function(24)),
    ] as [(String, Key)])
  func reads(_ written: String, key: Key) {
    #expect(Key(written) == key)
  }

  @Test(arguments: [
    "", "ab", "<>", "<nothing>", "<f0>", "<f25>", "<fx>", "ctrl-", "ctrl-é", "ctrl-dd", "alt-", "\u{1B}", "\u{301}",
  ])
  func refuses(_ written: String) {
    #expect(Key(written) == nil)
  }

  @Test func writesWhatItReads() {
    let keys: [Key] =
      [
        .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .enter, .escape, .tab, .backTab, .backspace, .delete,
        .insert, .char(" "), .char("<"), .alt("-"), .alt("日"), .ctrl("@"), .ctrl("\\"),
      ] + (1...24).map { .function($0) }
      + (UInt8(ascii: "a")...UInt8(ascii: "z")).compactMap { Key("ctrl-\(Unicode.Scalar($0))") }
    for key in keys { #expect(Key(key.description) == key, "\(key)") }
    #expect(Key.ctrl("d").label == "Ctrl-D")
    #expect(Key.enter.label == "Enter")
    #expect(Key.char("j").label == "j")
  }

  @Test func controlBytes() {
    let expected: [(UInt8, Key?)] = [
      (0, .ctrl("@")), (4, .ctrl("d")), (8, .backspace), (9, .tab), (10, .enter), (13, .enter), (26, .ctrl("z")), (27, .escape),
      (29, .ctrl("]")), (127, .backspace), (65, nil), (200, nil),
    ]
    for (byte, key) in expected { #expect(Key(controlByte: byte) == key) }
  }
}
