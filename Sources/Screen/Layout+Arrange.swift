// How a layout comes about: the rows first, then the columns.

extension Layout {
  /// Arranges a screen of `width` x `height` cells; sizes below 0 count as 0.
  public init(width: Int, height: Int, choice: Choice = Choice()) {
    self.width = max(0, width)
    self.height = max(0, height)
    mode = .tooSmall
    guard self.width >= Layout.smallest.width, self.height >= Layout.smallest.height else { return }
    let area = arrangeRows()
    arrangeColumns(area, choice)
  }

  /// Cuts off the top line, the rules and the status line as far as the height allows, and returns what is left. The status
  /// line goes last.
  private mutating func arrangeRows() -> Rect {
    var area = Rect(x: 0, y: 0, width: width, height: height)
    status = area.row(height - 1)
    area = area.inset(bottom: 1)
    if height >= 8 {
      top = area.row(0)
      rules.append(Rule(rect: area.row(1), isVertical: false))
      area = area.inset(top: 2)
    }
    if height >= 12 {
      rules.append(Rule(rect: area.row(area.height - 1), isVertical: false))
      area = area.inset(bottom: 1)
    }
    return area
  }

  private mutating func arrangeColumns(_ area: Rect, _ choice: Choice) {
    if width < Columns.double || choice.zoom {
      mode = .single
      panes = [Pane(id: choice.focus, frame: area, tabs: PaneID.allCases)]
    } else if width < Columns.triple {
      mode = .double
      arrangeTwo(area, choice)
    } else {
      mode = .triple
      arrangeThree(area, choice)
    }
  }

  /// List and one pane; or the article alone while it is read; or the article and what is beside it.
  private mutating func arrangeTwo(_ area: Rect, _ choice: Choice) {
    switch choice.focus {
    case .text:
      panes = [Pane(id: .text, frame: area, tabs: PaneID.allCases)]
    case .list:
      let tabs = PaneID.allCases.filter { $0 != .list }
      let shown = choice.tab == .list ? .text : choice.tab
      let left = Columns.fit(34, choice.listDelta, in: area.width, keep: 30)
      let (list, rest) = cut(area, left: left)
      panes = [Pane(id: .list, frame: list), Pane(id: shown, frame: rest, tabs: tabs)]
    case .time, .parties, .related:
      let right = Columns.fit(area.width * 2 / 5, choice.sideDelta, in: area.width, keep: 30)
      let (text, side) = cut(area, left: area.width - right - 1)
      panes = [Pane(id: .text, frame: text), Pane(id: choice.focus, frame: side, tabs: PaneID.sides)]
    }
  }

  private mutating func arrangeThree(_ area: Rect, _ choice: Choice) {
    let wished = Columns.share(width, 36, 30...44)
    let list = Columns.fit(wished, choice.listDelta, in: area.width, keep: Columns.share(width, 48, 34...64) + 32)
    let (left, rest) = cut(area, left: list)
    let side = Columns.fit(Columns.share(width, 48, 34...64), choice.sideDelta, in: rest.width, keep: 30)
    let (middle, right) = cut(rest, left: rest.width - side - 1)
    panes = [Pane(id: .list, frame: left), Pane(id: .text, frame: middle)]
    arrangeSides(right, choice)
  }

  /// Three panes of equal height, the first taking the odd rows; or one with tabs where three would be slits.
  private mutating func arrangeSides(_ area: Rect, _ choice: Choice) {
    guard area.height >= 14 else {
      let wished = PaneID.sides.contains(choice.focus) ? choice.focus : choice.tab
      panes.append(Pane(id: PaneID.sides.contains(wished) ? wished : .time, frame: area, tabs: PaneID.sides))
      return
    }
    let each = (area.height - 2) / 3
    var y = area.y
    for (index, id) in PaneID.sides.enumerated() {
      let rows = index == 0 ? area.height - 2 - 2 * each : each
      panes.append(Pane(id: id, frame: Rect(x: area.x, y: y, width: area.width, height: rows)))
      y += rows
      guard index < 2 else { break }
      rules.append(Rule(rect: Rect(x: area.x, y: y, width: area.width, height: 1), isVertical: false))
      y += 1
    }
  }

  /// Cuts `left` columns off, with a rule between.
  private mutating func cut(_ area: Rect, left: Int) -> (Rect, Rect) {
    rules.append(Rule(rect: Rect(x: area.x + left, y: area.y, width: 1, height: area.height), isVertical: true))
    return (
      Rect(x: area.x, y: area.y, width: left, height: area.height), area.inset(left: left + 1)
    )
  }
}

extension Layout.Pane {
  fileprivate init(id: PaneID, frame: Rect, tabs: [PaneID] = []) {
    self.init(id: id, title: frame.row(0), body: frame.inset(top: 1), tabs: tabs)
  }
}

/// The widths at which the arrangement changes, and how columns are shared.
private enum Columns {
  static let double = 80
  static let triple = 120
  static let narrowest = 18

  /// `part` columns of every 160, within `bounds`.
  static func share(_ width: Int, _ part: Int, _ bounds: ClosedRange<Int>) -> Int {
    min(max(width * part / 160, bounds.lowerBound), bounds.upperBound)
  }

  /// `wished` columns and `delta` more, leaving at least `keep` of `total` for the neighbours and the rule.
  static func fit(_ wished: Int, _ delta: Int, in total: Int, keep: Int) -> Int {
    let change = min(max(delta, -total), total)
    return max(narrowest, min(wished + change, total - keep - 1))
  }
}
