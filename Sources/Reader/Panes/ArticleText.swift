// Pane 2: the article's words as they stand, with what the selected row points at marked in them.
import Briefing
import Screen

extension State {
  func drawArticle(into grid: inout Grid, in rect: Rect) {
    grid.fill(rect)
    guard let open else { return }
    let marks = evidence
    for line in 0..<rect.height where text.layout.lines.indices.contains(text.top + line) {
      draw(text.layout.lines[text.top + line], of: open, marks: marks, into: &grid, at: rect.row(line))
    }
  }

  private func draw(_ line: TextLine, of open: OpenArticle, marks: [Span], into grid: inout Grid, at rect: Rect) {
    let gutter = text.layout.gutter
    switch line.kind {
    case .blank: break
    case .headline(let part): grid.write(part, x: rect.x + gutter, y: rect.y, limit: rect.width - gutter, style: Style(.headline))
    case .about(let part): grid.write(part, x: rect.x + gutter, y: rect.y, limit: rect.width - gutter, style: .dim)
    case .text(let index):
      let block = open.article.blocks[index]
      if line.isFirst, gutter > 2, let number = block.paragraph {
        let digits = String(number)
        grid.write(digits, x: rect.x + gutter - 2 - digits.utf8.count, y: rect.y, style: .dim)
      }
      var x = rect.x + gutter
      if block.kind == .related {
        let (sign, style) = look(ofHeadlineAt: block.span.start, in: open)
        if line.isFirst { grid.write(String(sign), x: x, y: rect.y, style: style) }
        x += 2
      }
      let base = role(of: block, in: open)
      for run in runs(of: line.range, marks: marks) {
        var style = Style(base)
        style.marked = run.isMarked
        style.hit = run.isHit
        x += grid.write(open.scalars[run.range], x: x, y: rect.y, limit: rect.maxX - x, style: style)
      }
    }
  }

  private func role(of block: Block, in open: OpenArticle) -> Style.Role {
    switch block.kind {
    case .prose: .text
    case .heading: .headline
    case .credit, .caption, .promo: .dim
    case .related: look(ofHeadlineAt: block.span.start, in: open).style.role
    }
  }

  private func look(ofHeadlineAt offset: Int, in open: OpenArticle) -> (sign: Unicode.Scalar, style: Style) {
    guard let index = open.headlineLink(at: offset) else { return (symbols.missing, Style(.missing)) }
    switch open.detail.related.headlines[index].state {
    case .found: return (symbols.found, Style(.found))
    case .possible: return (symbols.possible, Style(.possible))
    case .missing: return (symbols.missing, Style(.missing))
    }
  }

  private struct Run {
    var range: Range<Int>
    var isMarked: Bool
    var isHit: Bool
  }

  /// A line cut where marks and hits begin and end.
  private func runs(of range: Range<Int>, marks: [Span]) -> [Run] {
    let line = Span(range.lowerBound, range.upperBound)
    let marks = marks.filter { $0.overlaps(line) }
    let hits = text.hits.filter { $0.overlaps(line) }
    var cuts = Set([range.lowerBound, range.upperBound])
    for span in marks + hits {
      cuts.insert(min(max(span.start, range.lowerBound), range.upperBound))
      cuts.insert(min(max(span.end, range.lowerBound), range.upperBound))
    }
    let sorted = cuts.sorted()
    return zip(sorted, sorted.dropFirst()).map { from, to in
      Run(
        range: from..<to, isMarked: marks.contains { $0.contains(from) }, isHit: hits.contains { $0.contains(from) })
    }
  }
}
