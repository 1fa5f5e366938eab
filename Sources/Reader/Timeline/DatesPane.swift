// The timeline pane over many articles: a row a date, headings where the year changes and where the future begins, and the
// histogram at its foot.
import Briefing
import Screen

extension State {
  /// The rows of a timeline pane that shows more than the open article.
  func datesContent(_ shown: DatesState, width: Int) -> PaneContent {
    let words = shown.isLoaded ? "no date is named in \(shown.choice.title)" : "reading the dates"
    let column = width < 40 ? 11 : 14
    return PaneContent(count: shown.dates.count, emptyWords: [words]) { index in
      let date = shown.dates[index]
      let event = shown.events[date.key] ?? nil
      let year = date.key.days.map { CivilDate(dayNumber: $0.lowerBound).year }
      var lines = headings(before: index, in: shown, year: year, width: width)
      let when =
        event.map { $0.row.isResolved ? shortened($0.when, year: year) : $0.printed } ?? shortened(date.key.words, year: year)
      let role: Style.Role = !date.key.isResolved ? .unresolved : date.key.isVague ? .vague : .date
      let doubt = event?.row.doubt == true ? "?" : " "
      let label = event.map { String(symbols.quoteOpen) + $0.label + String(symbols.quoteClose) } ?? ""
      let end = rightEnd(date, event, width: width)
      var line = PaneLine(
        [
          Segment("  "), Segment(padded(when, to: column, symbols), role), Segment(doubt + " ", .vague),
          Segment(label, date.key.isResolved ? .text : .dim),
        ], right: end.isEmpty ? [] : [Segment(end + " ", .dim)])
      line.rightEnd = .upToHalf
      lines.append(line)
      if let event, let days = otherDaysLine(event.otherDays, column: column) { lines.append(days) }
      return PaneRow(lines: lines)
    }
  }

  /// The line below a vague date for which other articles give the day.
  func otherDaysLine(_ days: [OtherDay], column: Int) -> PaneLine? {
    guard let first = days.first else { return nil }
    let more = days.count > 1 ? " and \(counted(days.count - 1, "other day", "other days"))" : ""
    return PaneLine([Segment("    other articles say: ", .dim), Segment(first.when + more, .date)])
  }

  private func headings(before index: Int, in shown: DatesState, year: Int?, width: Int) -> [PaneLine] {
    let before = index > 0 ? shown.dates[index - 1].key : nil
    let key = shown.dates[index].key
    guard key.isResolved, let year else { return before?.isResolved == false ? [] : [.heading(" not resolved")] }
    var lines: [PaneLine] = []
    // A row that is the year itself needs no heading over it.
    if before.flatMap({ $0.days }).map({ CivilDate(dayNumber: $0.lowerBound).year }) != year, key.words != String(year) {
      let rule = String(repeating: String(symbols.horizontal), count: max(0, width - 3 - String(year).utf8.count))
      var line = PaneLine([Segment(" \(year) ", .dim), Segment(rule, .rule)])
      line.isHeading = true
      lines.append(line)
    }
    if let today = shown.today, key.firstDay > today, before.map({ $0.firstDay <= today }) ?? true {
      lines.append(.heading(" after today, \(longDate(DateStamp(CivilDate(dayNumber: today))))"))
    }
    return lines
  }

  /// A date under the heading of its year needs no year.
  private func shortened(_ when: String, year: Int?) -> String {
    guard let year, when.hasSuffix(" \(year)") else { return when }
    return String(when.dropLast(String(year).count + 1))
  }

  /// Who tells it, or how many do.
  private func rightEnd(_ date: DateCount, _ event: DatedEvent?, width: Int) -> String {
    if date.articles > 1 { return width < 40 ? "\(date.articles)\(symbols.times)" : "\(date.articles) articles" }
    // In a narrow pane the words are worth more than who printed them, which the last line tells.
    return width < 44 ? "" : event?.article.source.map { cut($0, to: width / 5, symbols) } ?? ""
  }

  // MARK: Title

  /// "Timeline: this story", and the same for a tab.
  var timelineName: (long: String, short: String) {
    guard let dates else { return ("Timeline", "Time") }
    return ("Timeline: \(dates.choice.title)", "Time: \(dates.choice.rawValue)")
  }

  var timelineNote: String {
    guard let shown = dates else { return open.map { publicationText($0.article.published) } ?? "" }
    guard shown.isLoaded else { return "reading" }
    if let newest = shown.newestOnly { return "newest \(newest)" }
    return shown.name.isEmpty ? counted(shown.dates.count, "date", "dates") : shown.name
  }

  // MARK: The foot

  /// The dates that the pane shows, counted.
  private var countedDates: [DateCount] {
    if let dates { return dates.dates }
    var counts: [DateCount] = []
    for row in open?.timeline ?? [] where row.isResolved {
      if counts.last?.key == row.key {
        counts[counts.count - 1].articles += row.timexes.count
      } else {
        counts.append(DateCount(key: row.key, articles: row.timexes.count))
      }
    }
    return counts
  }

  /// Whether the pane has a histogram at its foot: where there is room for it and something to see.
  private func hasFoot(_ body: Rect) -> Bool {
    guard body.height >= 6, body.width >= 30 else { return false }
    if let dates { return dates.dates.count >= 3 && dates.dates[2].key.isResolved }
    return (open?.timeline.count ?? 0) >= 4 && open?.timeline[2].isResolved == true
  }

  /// The rows of the timeline pane, without its foot; nil where it is not on the screen.
  var timelineBody: Rect? {
    guard var body = layout.body(of: .time) else { return nil }
    if hasFoot(body) { body.height -= 1 }
    return body
  }

  /// Draws the histogram below the timeline's rows: the cell of the selected row is bright.
  func drawTimelineFoot(into grid: inout Grid) {
    guard let body = layout.body(of: .time), hasFoot(body) else { return }
    let rect = body.row(body.height - 1)
    grid.fill(rect)
    let isWide = body.width >= 44
    let ends = isWide ? 11 : 6
    let unitWords = isWide ? 10 : 0
    guard let strip = HistogramStrip(countedDates, columns: body.width - 2 * ends - 4 - unitWords), let most = strip.cells.max(),
      most > 0, let first = strip.starts.first, let last = strip.starts.last
    else { return }
    var x = rect.x + grid.write(" \(edge(first, strip.unit, isWide)) ", x: rect.x, y: rect.y, limit: rect.width, style: .dim)
    let here = (dates?.current?.key ?? selectedDate?.key).flatMap { $0.isResolved ? strip.cell(of: $0.firstDay) : nil }
    for (index, count) in strip.cells.enumerated() {
      let level = (count * symbols.levels.count + most - 1) / most - 1
      let sign = count == 0 ? Unicode.Scalar(" ") : symbols.levels[min(max(0, level), symbols.levels.count - 1)]
      x += grid.write(
        CollectionOfOne(count == 0 && index == here ? symbols.dot : sign), x: x, y: rect.y, limit: rect.maxX - x,
        style: index == here ? Style(.key) : Style(.progress))
    }
    let words = " \(edge(last, strip.unit, isWide))" + (isWide ? ", by \(strip.unit.rawValue)" : "")
    grid.write(words, x: x, y: rect.y, limit: rect.maxX - x, style: .dim)
  }

  /// What the first or the last cell is called: as exactly as there is room for.
  private func edge(_ day: Int, _ unit: HistogramUnit, _ isWide: Bool) -> String {
    let date = CivilDate(dayNumber: day)
    switch unit {
    case .year: return longDate(DateStamp(date, precision: .year))
    case .month: return longDate(DateStamp(date, precision: isWide ? .month : .year))
    case .week, .day: return isWide ? longDate(DateStamp(date)) : shortDate(DateStamp(date))
    }
  }
}
