// Whatever is typed and however the window changes, cursors stay in their rows and every row fills the grid.
import Briefing
import Screen
import Testing

@testable import Reader

@Suite struct RandomKeysTests {
  /// A small generator with a seed, so that a failure can be had again.
  struct Random: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  @Test(arguments: 1...20) func nothingLeavesItsBounds(seed: Int) {
    var random = Random(state: UInt64(seed))
    var desk = Desk(Articles.all, width: 100, height: 30)
    let keys: [Key] =
      [.up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .enter, .escape, .tab, .backTab, .backspace, .delete]
      + "jkhlgGnN/?:zu*xy12345[]()<>JKPXU\" abcdé世🇹".unicodeScalars.map { Key.char($0) }
      + "abdefnopruwz".unicodeScalars.map { Key.ctrl($0) }
    for _ in 0..<400 {
      switch Int.random(in: 0..<20, using: &random) {
      case 0:
        desk.send(.resize(width: Int.random(in: 0...200, using: &random), height: Int.random(in: 0...60, using: &random)))
      case 1:
        let mouse = Mouse(.press, x: Int.random(in: 0...200, using: &random), y: Int.random(in: 0...60, using: &random))
        desk.send(.mouse(mouse))
      default: desk.send(.key(keys.randomElement(using: &random)!))
      }
      check(desk)
    }
  }

  private func check(_ desk: Desk) {
    let state = desk.state
    #expect(state.list.cursor.row >= 0 && state.list.cursor.row <= max(0, state.list.rows.count - 1))
    for pane in [PaneID.time, .parties, .related] {
      #expect(state[pane].row >= 0 && state[pane].row <= max(0, state.rowCount(of: pane) - 1))
      #expect(state[pane].top >= 0 && state[pane].top <= state[pane].row)
    }
    #expect(state.text.top >= 0 && state.text.top <= max(0, state.text.layout.lines.count))
    let grid = desk.frame.grid
    #expect(grid.rows.count == max(0, state.height))
    for row in grid.rows { #expect(row.reduce(0) { $0 + Int($1.width) } == max(0, state.width)) }
  }
}
