// Grids: what a write leaves behind, and that nothing it is given can break a row.
import Testing

@testable import Screen

@Suite struct GridTests {
  @Test func writesAndClips() {
    var grid = Grid(width: 10, height: 3)
    #expect(grid.write("hello", x: 2, y: 0) == 5)
    #expect(grid.write("a very long line", x: 4, y: 1, limit: 3) == 3)
    #expect(grid.write("日本語日本語", x: 1, y: 2) == 9)
    #expect(grid.plainText == "  hello\n    a v\n 日本語日")
    #expect(grid.rows[2][9] == Cell.blank)
  }

  @Test func aWideScalarThatLosesAHalfIsGone() {
    var grid = Grid(width: 6, height: 1)
    grid.write("日本語", x: 0, y: 0)
    grid.write("x", x: 1, y: 0)
    grid.write("y", x: 4, y: 0)
    #expect(grid.plainText == " x本y")
    grid.write("語", x: 2, y: 0)
    #expect(grid.plainText == " x語y")
    grid.write("日", x: 1, y: 0)
    #expect(grid.plainText == " 日 y")
  }

  @Test(arguments: [
    ("bidi and zero width", "a\u{202E}b\u{200B}c\u{2066}\u{FEFF}", "abc"), ("escape", "a\u{1B}]0;t\u{07}\u{9B}b", "a]0;tb"),
    ("tags", "x\u{E0041}y", "xy"), ("joined family", "👨‍👩‍👧!", "👨👩👧!"), ("skin tone", "👍🏽!", "👍!"), ("as picture", "❤️!", "❤!"),
    ("tab", "a\tb", "a b"), ("many marks", "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}", "e\u{301}\u{302}\u{303}\u{304}"),
    ("mark first", "\u{301}a", "a"), ("line ends", "a\nb\u{2028}c", "abc"),
  ])
  func cellsHoldOnlyWhatIsSafe(_ name: String, text: String, shown: String) {
    var grid = Grid(width: 20, height: 1)
    grid.write(text, x: 0, y: 0)
    #expect(Array(grid.plainText.unicodeScalars) == Array(shown.unicodeScalars), "\(name)")
  }

  @Test func styleRuns() {
    var grid = Grid(width: 8, height: 2)
    grid.write("ab", x: 1, y: 1, style: .dim)
    grid.restyle(Rect(x: 2, y: 1, width: 2, height: 9)) { $0.marked = true }
    #expect(grid.styleRuns == "1: 1-1 dim, 2-2 dim+marked, 3-3 text+marked")
  }

  @Test func coordinatesFarOutsideAreHarmless() {
    var grid = Grid(width: 4, height: 2)
    let empty = grid
    for x in [Int.min, -1_000_000, Int.max, 4] {
      for y in [Int.min, -1, 2, Int.max] { grid.write("日a\u{301}", x: x, y: y, limit: .max) }
    }
    #expect(grid == empty)
    grid.write("abc", x: -1, y: 0, limit: -5)
    #expect(grid == empty)
    #expect(Grid(width: -3, height: -1).plainText == "")
  }

  /// However it is written over: each row has the grid's width, and each wide scalar both its halves.
  @Test func properties() {
    var random = Seeded(11)
    let alphabet = Array("ab日本👍e\u{301}\u{200D}\t\u{1B}🇹한 ".unicodeScalars)
    for _ in 0..<200 {
      var grid = Grid(width: random.below(12), height: random.below(5))
      for _ in 0..<60 {
        let text = (0..<random.below(9)).map { _ in alphabet[random.below(alphabet.count)] }
        let style = Style(Style.Role.allCases[random.below(Style.Role.allCases.count)])
        let limit = random.below(3) == 0 ? Int.max : random.below(14) - 2
        grid.write(text, x: random.below(18) - 4, y: random.below(8) - 2, limit: limit, style: style)
        if random.below(9) == 0 {
          let rect = Rect(x: random.below(14) - 2, y: random.below(5) - 1, width: random.below(6), height: random.below(4))
          grid.fill(rect, with: ["-", "日", "\u{301}", "\u{1B}"][random.below(4)])
        }
      }
      for row in grid.rows { #expect(isWhole(row, width: grid.width)) }
    }
  }

  private func isWhole(_ row: [Cell], width: Int) -> Bool {
    guard row.count == width else { return false }
    for (x, cell) in row.enumerated() {
      let next = x + 1 < width ? row[x + 1].width : 1
      let previous = x > 0 ? row[x - 1].width : 1
      if cell.width == 2 && next != 0 { return false }
      if cell.width == 0 && previous != 2 { return false }
      if cell.width > 0 && Width.of(cell.scalar) != Int(cell.width) { return false }
    }
    return true
  }
}
