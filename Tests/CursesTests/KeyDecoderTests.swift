// Bytes to keys: what terminals send, and what must never become an action.
import Screen
import Testing

@testable import Curses

@Suite struct KeyDecoderTests {
  /// What comes of the bytes in one piece, then after a pause.
  private func events(_ bytes: [UInt8]) -> [InputEvent] {
    var decoder = KeyDecoder()
    return decoder.feed(bytes) + decoder.flush()
  }

  private func events(_ text: String) -> [InputEvent] { events(Array(text.utf8)) }

  @Test(
    arguments: [
      ("j", [.char("j")]), ("é日", [.char("é"), .char("日")]), ("\r", [.enter]), ("\n", [.enter]), ("\t", [.tab]),
      ("\u{1B}", [.escape]), ("\u{1B}\u{1B}", [.escape, .escape]), ("\u{7F}\u{8}", [.backspace, .backspace]),
      ("\u{4}\u{1A}\u{0}", [.ctrl("d"), .ctrl("z"), .ctrl("@")]),
      ("\u{1B}[A\u{1B}OB", [.up, .down]), ("\u{1B}[H\u{1B}OF\u{1B}[1~\u{1B}[8~", [.home, .end, .home, .end]),
      ("\u{1B}[5~\u{1B}[6~\u{1B}[3~\u{1B}[2~", [.pageUp, .pageDown, .delete, .insert]), ("\u{1B}[Z", [.backTab]),
      ("\u{1B}OP\u{1B}[15~\u{1B}[24~\u{1B}[[B", [.function(1), .function(5), .function(12), .function(2)]),
      ("\u{1B}x\u{1B}é\u{1B}[", [.alt("x"), .alt("é"), .alt("[")]), ("\u{1B}O", [.alt("O")]), ("\u{1B}\r", [.escape, .enter]),
    ] as [(String, [Key])])
  func keys(_ text: String, keys: [Key]) {
    #expect(events(text) == keys.map { .key($0) })
  }

  @Test(
    arguments: [
      "\u{1B}[99;3~", "\u{1B}[1;5A", "\u{1B}[27;5;105~", "\u{1B}[12;40R", "\u{1B}[?62;c", "\u{1B}[>1;2c", "\u{1B}[I", "\u{1B}[O",
      "\u{1B}OX",
      "\u{1B}]11;rgb:ffff/ffff/ffff\u{7}", "\u{1B}]52;c;cXFxcQ==\u{1B}\\", "\u{1B}P1+r436f\u{1B}\\", "\u{1B}_Gq\u{1B}\\",
      "\u{1B}[M !!",
      "\u{1B}[<0;5;5m", "\u{1B}[<35;1;1M", "\u{1B}[<0;0;0M", "\u{1B}[<0;5M", "\u{1B}[<;;M", "\u{1B}[<99999999999999999999;1;1M",
      "\u{1B}[97;5u", "\u{1B}[1;", "\u{1B}]0;half", "\u{85}\u{9B}", "\u{202E}\u{200B}", "\u{1B}[[Q", "\u{1B}[200",
    ])
  func unknownSequencesAreNoAction(_ text: String) {
    #expect(events(text) == [])
  }

  @Test func invalidBytesAreNoAction() {
    #expect(events([0xFF, 0xFE, 0xC0, 0xAF, 0xED, 0xA0, 0x80, 0xF5, 0x80, 0x80, 0x80, 0x6A]) == [.key(.char("j"))])
    #expect(events([0xE6, 0x97]) == [])
    #expect(events([0xE6, 0x41]) == [.key(.char("A"))])
  }

  @Test func sequencesMayComeInPieces() {
    let whole = Array("j\u{1B}[A日\u{1B}[200~a\r\nb\u{1B}[201~\u{1B}[<0;3;4Mk\u{1B}[15~".utf8)
    let expected = events(whole)
    #expect(
      expected == [
        .key(.char("j")), .key(.up), .key(.char("日")), .paste("a\nb"), .mouse(Mouse(.press, x: 2, y: 3)), .key(.char("k")),
        .key(.function(5)),
      ])
    for cut in 1..<whole.count {
      var decoder = KeyDecoder()
      let got = decoder.feed(Array(whole[..<cut])) + decoder.feed(Array(whole[cut...]))
      #expect(got == expected, "cut at \(cut)")
    }
    var decoder = KeyDecoder()
    #expect(whole.flatMap { decoder.feed([$0]) } == expected)
    #expect(!decoder.isWaiting)
  }

  @Test(arguments: [
    ("q:!\u{1B}[31mx", "q:![31mx"), ("a\rb\r\nc\nd", "a\nb\nc\nd"), ("", ""), ("\u{1B}[201", "[201"), ("\u{1B}\u{1B}[20", "[20"),
    ("\u{202E}evil\u{9B}\u{0}", "evil"), ("tab\there", "tab\there"),
  ])
  func pastes(_ pasted: String, text: String) {
    #expect(events("\u{1B}[200~\(pasted)\u{1B}[201~j") == [.paste(text), .key(.char("j"))])
  }

  @Test func aPasteWithoutEndEnds() {
    #expect(events("\u{1B}[200~half") == [.paste("half")])
  }

  @Test func aPasteIsCapped() {
    let long = Array(repeating: UInt8(ascii: "x"), count: 3 << 20)
    let got = events(Array("\u{1B}[200~".utf8) + long + Array("\u{1B}[201~j".utf8))
    #expect(got.count == 2)
    #expect(got.first == .paste(String(repeating: "x", count: 1 << 20)))
  }

  @Test func mouse() {
    #expect(events("\u{1B}[<0;1;1M") == [.mouse(Mouse(.press, x: 0, y: 0))])
    #expect(events("\u{1B}[<64;300;200M") == [.mouse(Mouse(.wheelUp, x: 299, y: 199))])
    #expect(events("\u{1B}[<69;3;2M") == [.mouse(Mouse(.wheelDown, x: 2, y: 1))])
  }

  /// Junk gives junk characters at most: whatever the bytes, decoding ends and loses no later key.
  @Test func properties() {
    var state: UInt64 = 99
    func below(_ bound: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % bound
    }
    let likely = Array("\u{1B}\u{1B}[[O]P<;~M0129".utf8)
    for _ in 0..<3000 {
      let bytes = (0..<below(40)).map { _ in below(3) == 0 ? UInt8(below(256)) : likely[Int(below(UInt64(likely.count)))] }
      var decoder = KeyDecoder()
      _ = decoder.feed(bytes) + decoder.flush()
      #expect(!decoder.isWaiting)
      #expect(decoder.feed([0x6A]) == [.key(.char("j"))])
    }
  }
}
