// Layouts at many sizes: nothing overlaps, nothing lies outside, and the picture is the one aimed at.
import Testing

@testable import Screen

@Suite struct LayoutTests {
  private static let sizes = [
    (0, 0), (1, 1), (2, 5), (1, 200), (200, 1), (19, 4), (20, 5), (19, 5), (20, 4), (40, 10), (79, 24), (80, 24), (80, 5),
    (119, 40),
    (120, 40), (120, 8), (120, 14), (160, 45), (240, 60), (500, 1000), (1000, 500), (-4, -4),
  ]

  @Test(arguments: sizes)
  func rectanglesAreDisjointAndInside(width: Int, height: Int) {
    let bounds = Rect(x: 0, y: 0, width: width, height: height)
    for focus in PaneID.allCases {
      for tab in PaneID.allCases {
        for zoom in [false, true] {
          for delta in [-1000, -3, 0, 5, 1000, .min, .max] {
            let choice = Layout.Choice(focus: focus, tab: tab, zoom: zoom, listDelta: delta, sideDelta: delta)
            let layout = Layout(width: width, height: height, choice: choice)
            var rects = layout.panes.flatMap { [$0.title, $0.body] } + layout.rules.map(\.rect)
            rects += [layout.top, layout.status].compactMap { $0 }
            var cells = 0
            for (index, rect) in rects.enumerated() {
              #expect(rect.intersection(bounds) == rect)
              #expect(rects[..<index].allSatisfy { $0.intersection(rect).isEmpty })
              cells += rect.width * rect.height
            }
            let fits = width >= 20 && height >= 5
            #expect(cells == (fits ? width * height : 0))
            #expect((layout.mode == .tooSmall) == !fits)
            #expect(layout.panes.allSatisfy { $0.title.height == 1 && $0.body.height > 0 && $0.body.width >= 15 })
            #expect(!fits || layout.pane(focus) != nil)
            #expect(Set(layout.panes.map(\.id)).count == layout.panes.count)
          }
        }
      }
    }
  }

  @Test func thePictureAimedAt() {
    let layout = Layout(width: 160, height: 45)
    #expect(layout.panes.map(\.title.width) == [36, 74, 48, 48, 48])
    #expect(layout.panes.map(\.id) == PaneID.allCases)
    #expect(layout.pane(atX: 37, y: 10) == .text)
    #expect(layout.pane(atX: 36, y: 10) == nil)
    let narrow = Layout(width: 80, height: 24, choice: .init(focus: .list, tab: .parties))
    #expect(narrow.panes.map(\.id) == [.list, .parties])
    #expect(narrow.panes.map(\.title.width) == [34, 45])
    #expect(narrow.panes[1].tabs == [.text, .time, .parties, .related])
    #expect(Layout(width: 80, height: 24, choice: .init(focus: .text)).panes.map(\.title.width) == [80])
    #expect(Layout(width: 80, height: 24, choice: .init(focus: .time)).panes.map(\.id) == [.text, .time])
    #expect(Layout(width: 40, height: 10, choice: .init(focus: .related)).panes.map(\.id) == [.related])
    #expect(Layout(width: 120, height: 12, choice: .init(focus: .parties)).panes.map(\.id) == [.list, .text, .parties])
    #expect(Layout(width: 40, height: 5).top == nil)
    #expect(Layout(width: 40, height: 5).status == Rect(x: 0, y: 4, width: 40, height: 1))
  }

  @Test func rulesMeet() {
    let layout = Layout(width: 120, height: 20)
    var grid = Grid(width: 120, height: 20)
    layout.drawRules(into: &grid, symbols: .unicode)
    let rows = grid.plainText.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0) }
    let first = layout.rules.filter(\.isVertical).map(\.rect.x)
    #expect(first.count == 2)
    #expect(first.allSatisfy { rows[1][$0] == "┬" && rows[2][$0] == "│" && rows[18][$0] == "┴" })
    let between = layout.rules.filter { !$0.isVertical && $0.rect.x > 0 }.map(\.rect.y)
    #expect(between.count == 2)
    #expect(between.allSatisfy { rows[$0][first[1]] == "├" && rows[$0][119] == "─" })
    var plain = Grid(width: 120, height: 20)
    layout.drawRules(into: &plain, symbols: .ascii)
    #expect(plain.plainText.unicodeScalars.allSatisfy { $0.isASCII })
  }
}
