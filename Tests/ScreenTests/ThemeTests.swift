// Themes: what means different things looks different, with colours and without.
import Testing

@testable import Screen

@Suite struct ThemeTests {
  private static let meanings: [(String, Style)] = [
    ("text", .text), ("selected", Style(selected: true)), ("marked", Style(marked: true)), ("hit", Style(hit: true)),
    ("unread", Style(.unread)), ("focused title", Style(.focusedTitle)), ("current", Style(current: true)),
    ("marked and selected", Style(selected: true, marked: true)),
    ("hit and selected", Style(selected: true, hit: true)), ("unread and selected", Style(.unread, selected: true)),
  ]

  @Test(arguments: ColourDepth.allCases)
  func meaningsStayApart(_ depth: ColourDepth) {
    let theme = Theme(depth: depth)
    let rows = ThemeTests.meanings.filter { $0.0 != "focused title" }
    for (index, one) in rows.enumerated() {
      for other in rows[..<index] {
        #expect(theme.appearance(one.1) != theme.appearance(other.1), "\(depth): \(one.0) and \(other.0)")
      }
    }
    let title = theme.appearance(Style(.focusedTitle))
    for (name, style) in ThemeTests.meanings.prefix(5) { #expect(theme.appearance(style) != title, "\(depth): \(name)") }
    #expect(theme.appearance(Style(.paneTitle)) != title)
  }

  @Test func monoHasNoColours() {
    let theme = Theme(depth: .mono)
    for role in Style.Role.allCases {
      for flags in 0..<16 {
        let style = Style(
          role, selected: flags & 1 != 0, current: flags & 2 != 0, marked: flags & 4 != 0, hit: flags & 8 != 0)
        let look = theme.appearance(style)
        #expect(look.foreground == nil && look.background == nil)
      }
    }
  }

  @Test(arguments: ColourDepth.allCases)
  func backgroundsComeWithTheirForegroundAndColoursExist(_ depth: ColourDepth) {
    let theme = Theme(depth: depth)
    let most = [ColourDepth.mono: 0, .eight: 8, .sixteen: 16, .full: 256][depth, default: 0]
    for role in Style.Role.allCases {
      for flags in 0..<16 {
        let style = Style(
          role, selected: flags & 1 != 0, current: flags & 2 != 0, marked: flags & 4 != 0, hit: flags & 8 != 0)
        let look = theme.appearance(style)
        #expect(look.background == nil || look.foreground != nil)
        #expect([look.foreground, look.background].allSatisfy { $0 == nil || (0..<most).contains($0!) })
      }
    }
  }

  @Test(
    arguments: [
      (256, nil, .full), (88, nil, .sixteen), (16, nil, .sixteen), (8, nil, .eight), (2, nil, .mono), (0, nil, .mono),
      (256, "", .full), (256, "1", .mono), (16_777_216, nil, .full), (-1, nil, .mono),
    ] as [(Int, String?, ColourDepth)])
  func depth(_ colours: Int, noColour: String?, expected: ColourDepth) {
    #expect(ColourDepth(colours: colours, noColour: noColour) == expected)
  }

  @Test func signsTakeOneColumnAndHaveStandIns() {
    for path in Symbols.marks {
      #expect(Width.of(Symbols.unicode[keyPath: path]) == 1)
      let ascii = Symbols.ascii[keyPath: path]
      #expect(ascii.isASCII && ascii.value > 0x20)
      let sign = Symbols.unicode[keyPath: path]
      #expect(sign.isASCII || Symbols.asciiStandIn(sign) == ascii)
    }
    let related: [KeyPath<Symbols, Unicode.Scalar>] = [\.found, \.possible, \.missing, \.backlink, \.similar]
    for set in [Symbols.unicode, .ascii] {
      #expect(Set(related.map { set[keyPath: $0] }).count == related.count)
      #expect(set.unread != set.starred)
    }
    #expect(Symbols.unicode.line(up: true, right: false, down: true, left: true) == "┤")
    #expect(Symbols.asciiStandIn("日") == nil)
  }
}
