// How the timeline writes a date: as short as its grain allows, and "≈" where the text is vaguer than the value.

private let shortMonths = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
private let shortDays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
private let partWords = [
  "MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime", "24:00": "midnight",
]

/// "2016", "Oct 2023", "Thu 5 Oct", "3–7 Oct", "≈ that week", "early 1990".
func timelineWords(_ timex: Timex, _ period: Period, printed: String, published: DateStamp?) -> String {
  let isNear = published.map { abs($0.date.dayNumber - period.first.dayNumber) < 300 } ?? false
  let first = words(period, isNear: isNear)
  if let end = timex.rangeEnd.flatMap(Period.init(value:)) { return rangeWords(period, end, isNear: isNear) }
  if timex.kind == .time, let value = timex.value, let t = value.firstIndex(of: "T") {
    let suffix = String(value[value.index(after: t)...])
    return "\(first) \(partWords[suffix] ?? suffix)"
  }
  guard isVagueDate(timex), let mod = timex.mod else { return first }
  let opening = printed.prefix { $0 != " " && $0 != "-" }.lowercased()
  if opening == "earlier" || opening == "later" || period.unit == .week { return "≈ that \(CalendarWords.name(period.unit))" }
  switch mod {
  case "START": return "early \(first)"
  case "MID": return "mid-\(first)"
  case "END": return "late \(first)"
  case "ON_OR_AFTER": return "\(first) or later"
  default: return "≈ \(first)"
  }
}

private func words(_ period: Period, isNear: Bool) -> String {
  switch period {
  case .day(let date):
    let day = "\(date.day) \(shortMonths[date.month - 1])"
    return isNear ? "\(shortDays[date.weekday - 1]) \(day)" : "\(day) \(year(date.year))"
  case .week: return "week of \(dayWords(period.first, isNear: isNear))"
  case .weekend: return "weekend of \(dayWords(period.first, isNear: isNear))"
  case .month(let number, let month): return "\(shortMonths[month - 1]) \(year(number))"
  case .quarter(let number, let quarter): return "Q\(quarter) \(year(number))"
  case .half(let number, let half): return "\(half == 1 ? "1st" : "2nd") half \(year(number))"
  case .season(let number, let season):
    let name =
      switch season {
      case .spring: "spring"
      case .summer: "summer"
      case .autumn: "autumn"
      case .winter: "winter"
      }
    return "\(name) \(year(number))"
  case .year(let number): return year(number)
  case .decade(let decade): return decade < 0 ? "\(-decade * 10)s BC" : "\(decade * 10)s"
  case .century(let century): return century < 0 ? "\(ordinal(1 - century)) c. BC" : "\(ordinal(century + 1)) century"
  }
}

private func rangeWords(_ start: Period, _ end: Period, isNear: Bool) -> String {
  if case .day(let from) = start, case .day(let to) = end {
    if from.year == to.year, from.month == to.month { return "\(from.day)–\(dayWords(to, isNear: isNear))" }
    if from.year == to.year { return "\(dayWords(from, isNear: true))–\(dayWords(to, isNear: isNear))" }
  }
  if case .month(let from, let month) = start, case .month(let to, _) = end, from == to {
    return "\(shortMonths[month - 1])–\(words(end, isNear: isNear))"
  }
  return "\(words(start, isNear: isNear))–\(words(end, isNear: isNear))"
}

private func dayWords(_ date: CivilDate, isNear: Bool) -> String {
  "\(date.day) \(shortMonths[date.month - 1])" + (isNear ? "" : " \(year(date.year))")
}

private func year(_ number: Int) -> String { number < 0 ? "\(-number) BC" : String(number) }

private func ordinal(_ n: Int) -> String {
  let suffix =
    switch (n % 10, n % 100) {
    case (_, 11...13): "th"
    case (1, _): "st"
    case (2, _): "nd"
    case (3, _): "rd"
    default: "th"
    }
  return "\(n)\(suffix)"
}

/// The date with its year and, for a day, its weekday, for words that stand apart from their article: "Thu 5 Oct 2023",
/// "≈ week of 2 Oct 2023", "3–7 Oct 2023".
func fullWords(_ timex: Timex, _ period: Period, printed: String) -> String {
  let short = timelineWords(timex, period, printed: printed, published: nil)
  guard timex.rangeEnd == nil else { return short }
  if short.hasPrefix("≈ that ") { return "≈ " + words(period, isNear: false) }
  guard case .day(let date) = period else { return short }
  return short.replacing(words(period, isNear: false), with: dayWords(date.dayNumber))
}

extension DateKey {
  /// The days in words where nothing is known of the text that names them: "Thu 5 Oct 2023", "Oct 2023", "2016".
  public var words: String {
    guard let days else { return "not resolved" }
    let first = CivilDate(dayNumber: days.lowerBound)
    let about = isVague ? "≈ " : ""
    for unit in [TimeUnit.year, .month, .quarter, .week] {
      guard let period = Period.holding(first, unit: unit), period.first == first else { continue }
      if period.last.dayNumber == days.upperBound { return about + Briefing.words(period, isNear: false) }
    }
    if days.count == 1 { return about + Briefing.dayWords(days.lowerBound) }
    return about + rangeWords(.day(first), .day(CivilDate(dayNumber: days.upperBound)), isNear: false)
  }
}

/// "Sun 1 Oct 2023": a day by its number, for words that stand apart from their year.
func dayWords(_ dayNumber: Int) -> String {
  let date = CivilDate(dayNumber: dayNumber)
  return "\(shortDays[date.weekday - 1]) \(date.day) \(shortMonths[date.month - 1]) \(year(date.year))"
}

/// "5 Oct 2023", "Oct 2023", "2023": a publication date as exactly as it is known, without the clock.
func publicationWords(_ stamp: DateStamp) -> String {
  let month = shortMonths[min(max(stamp.date.month, 1), 12) - 1]
  switch stamp.precision {
  case .year: return year(stamp.date.year)
  case .month: return "\(month) \(year(stamp.date.year))"
  case .day, .minute, .second: return "\(stamp.date.day) \(month) \(year(stamp.date.year))"
  }
}
