// Rules for dates as written: days, months, seasons, quarters, years, decades, centuries, holidays.

let dateRules: [TimeRule] = [
  TimeRule(
    "month-day", .monthDay, "[month] [day+dayOrdinal]", "[month] the [dayOrdinal+ordinal]", "[month] [ordinal]",
    "the? [day+dayOrdinal] of? [month]", "the? [ordinal] day? of [month]"
  ) { m in
    guard let month = m.number(.month), let day = m.number([.dayNumber, .dayOrdinal, .ordinal]), isMonthName(m) else {
      return nil
    }
    guard day >= 1, day <= 31 else { return nil }
    return day <= CivilDate.days(inMonth: month, of: 2000) ? Phrase(.monthDay(month, day)) : Phrase(.impossible)
  },
  TimeRule(
    "full-date", .monthDay, "[month] [day+dayOrdinal] ,? of? <year>", "the? [day+dayOrdinal] of? [month] ,? of? <year>",
    "[month] the? [ordinal] ,? <year>", "[day] - [month] - <year>", "the? [ordinal] day? of [month] ,? of? <year>"
  ) { m in
    guard let month = m.number(.month), let day = m.number([.dayNumber, .dayOrdinal, .ordinal]),
      case .at(.year(let year)) = m.phrase(.year)?.when
    else { return nil }
    return wholeDay(year, month, day) ?? (1...31 ~= day ? Phrase(.impossible) : nil)
  },
  TimeRule("iso-date", .monthDay, "[year] - [monthNumber] - [day]", "[year] / [monthNumber] / [day]") { m in
    guard m.isTight, let year = m.number(.year), let month = m.number(.monthNumber), let day = m.number(.dayNumber) else {
      return nil
    }
    return wholeDay(year, month, day)
  },
  TimeRule("slash-date", .monthDay, "[day] / [day] / [year+shortYear]") { m in
    guard m.isTight, let first = m.number(.dayNumber), let second = m.number(.dayNumber, 1),
      let last = m.last
    else { return nil }
    let year = last.classes.contains(.year) ? last.number : m.fullYear(last.number)
    // The American order, unless only the other one is a date.
    return first <= 12 ? wholeDay(year, first, second) ?? wholeDay(year, second, first) : wholeDay(year, second, first)
  },
  TimeRule("month-day-of-year", .date, "<monthDay> ,? of? <yearish>") { m in
    guard let day = m.phrase(.monthDay)?.when, let year = m.phrase(.yearish)?.when, case .monthDay = day else { return nil }
    if case .at = year { return nil }
    return Phrase(.within(day, year))
  },
  TimeRule("month-day", .date, "<monthDay>") { m in m.phrase(.monthDay) },
  TimeRule("weekday-date", .date, "[deictic]? [deictic]? [weekday] ,? the? <monthDay>", "sat|sun .? ,? the? <monthDay>") { m in
    m.phrase(.monthDay)
  },
  TimeRule("weekday-of-month", .date, "[weekday] ,? the [dayOrdinal]") { m in
    m.number(.dayOrdinal).map { Phrase(.dayOfMonth($0)) }
  },
  TimeRule("day-of-month", .date, "the [dayOrdinal]") { m in
    guard let day = m.number(.dayOrdinal), ["on", "by", "until", "of", "and", "to", "from"].contains(m.previous?.lower ?? ""),
      m.following.map({ $0.kind == .sign || closers.contains($0.lower) }) ?? true
    else { return nil }
    return Phrase(.dayOfMonth(day))
  },

  TimeRule("month-year", .date, "[month] ,? of? <yearish>", "the? month of [month] ,? of? <yearish>") { m in
    guard let month = m.number(.month), let year = m.phrase(.yearish)?.when else { return nil }
    if case .at(.year(let number)) = year { return Phrase(.at(.month(number, month))) }
    return Phrase(.within(.month(month, .bare), year))
  },
  TimeRule("month-slash-year", .date, "[month] - [year]", "[month] / [year]") { m in
    guard m.isTight, let month = m.number(.month), let year = m.number(.year) else { return nil }
    return Phrase(.at(.month(year, month)))
  },
  TimeRule("month", .date, "[month]", "the month of [month]") { m in
    guard let month = m.number(.month), isMonthName(m), standsAsMonth(m) else { return nil }
    return Phrase(.month(month, .bare))
  },
  TimeRule("month-text", .date, "the? [anaphor] [month]", "the next [month]") { m in
    guard let month = m.number(.month), isMonthName(m) else { return nil }
    let direction = m.has("next") ? 1 : m.number(.anaphor) ?? 0
    if direction != 0, !m.has("the") { return nil }
    return Phrase(.within(.month(month, Pick(rawValue: direction) ?? .this), .fromText(0, .month)))
  },
  TimeRule("last-month-day", .date, "last|next <monthDay>") { m in
    guard case .monthDay(let month, let day)? = m.phrase(.monthDay)?.when else { return nil }
    return Phrase(.beside(.within(.monthDay(month, day), .month(month, m.has("last") ? .last : .next)), 0, .day))
  },
  TimeRule("month-deictic", .date, "[deictic] [month]", "this coming|past [month]") { m in
    guard let month = m.number(.month), isMonthName(m) else { return nil }
    return Phrase(.month(month, m.has("past") ? .last : pick(m)))
  },

  TimeRule("season-year", .date, "the? [season] months? of <yearish>", "[season] ,? <year>", "<year> [season]") { m in
    guard let season = season(m), let year = (m.phrase(.yearish) ?? m.phrase(.year))?.when else { return nil }
    if case .at(.year(let number)) = year { return Phrase(.at(.season(number, season))) }
    return Phrase(.within(.season(season, .bare), year))
  },
  TimeRule("season-deictic", .date, "[deictic] [season]", "this past|coming [season]") { m in
    season(m).map { Phrase(.season($0, m.has("past") ? .last : pick(m))) }
  },
  TimeRule("season-text", .date, "the? [anaphor] [season]", "the|that next|same [season]") { m in
    guard let season = season(m), m.has("the") || m.has("that") || m.first.lower == "that" else { return nil }
    let direction = m.has("next") ? 1 : m.has("same") ? 0 : m.number(.anaphor) ?? 0
    return Phrase(.within(.season(season, Pick(rawValue: direction) ?? .this), .fromText(0, .season)))
  },
  TimeRule("season", .date, "the? [season]", "the [season] months") { m in
    guard let season = season(m), standsAsSeason(m) else { return nil }
    return Phrase(.season(season, .bare))
  },

  TimeRule(
    "quarter-year", .date, "the? [ordinal] fiscal? quarter of fiscal? <yearish>", "the? <yearish> 's? fiscal? [ordinal] quarter",
    "the? [ordinal] - quarter <yearish>", "q1|q2|q3|q4 of? <year>"
  ) { m in
    guard let year = m.phrase(.yearish)?.when ?? m.phrase(.year)?.when else { return nil }
    let quarter = m.has("q1") ? 1 : m.has("q2") ? 2 : m.has("q3") ? 3 : m.has("q4") ? 4 : m.number(.ordinal)
    guard let quarter else { return nil }
    return quarterIn(year, quarter)
  },
  TimeRule(
    "quarter", .date, "the? fiscal? -? [ordinal] fiscal? quarter", "fiscal? [ordinal] - quarter",
    "the? q1|q2|q3|q4"
  ) { m in
    let quarter = m.has("q1") ? 1 : m.has("q2") ? 2 : m.has("q3") ? 3 : m.has("q4") ? 4 : m.number(.ordinal)
    guard let quarter, (1...4).contains(quarter) else { return nil }
    return Phrase(.quarter(quarter, .bare))
  },
  TimeRule("half-year", .date, "the? first|second|last|latter half of fiscal? <yearish>", "the? <yearish> 's? first|second half")
  {
    m in
    guard let year = m.phrase(.yearish)?.when else { return nil }
    let half = m.has("first") ? 1 : 2
    if case .at(.year(let number)) = year { return Phrase(.at(.half(number, half))) }
    return Phrase(.within(.half(half, .bare), year))
  },
  TimeRule("half", .date, "the first|second half of the year", "the first|second half") { m in
    guard m.has("year") || ["in", "for", "during"].contains(m.previous?.lower ?? ""), m.has("year") || m.following?.lower != "of"
    else { return nil }
    return Phrase(.half(m.has("first") ? 1 : 2, .bare))
  },

  TimeRule("year", .date, "<year>") { m in
    guard standsAsYear(m) else { return nil }
    return m.phrase(.year)
  },
  TimeRule("year-named", .date, "the year <year>", "fiscal|calendar year? <year>", "the fiscal year <year>", "fy [year]") { m in
    m.phrase(.year) ?? m.number(.year).map { Phrase(.at(.year($0))) }
  },
  TimeRule("decade", .date, "the? ' [decade]", "the [decade]", "[decade]", "the? [year] 's") { m in
    if let year = m.number(.year) {
      guard year % 10 == 0 else { return nil }
      return m.following?.casing == .lower && !decadeFollowers.contains(m.following?.lower ?? "")
        ? nil : Phrase(.at(.decade(year / 10)))
    }
    guard let number = m.number(.decade) else { return nil }
    if number >= 1000 { return Phrase(.at(.decade(number / 10))) }
    // "in his 40s" is an age; "the 40s" of an unnamed century is not ours to guess before '30.
    guard !ownership.contains(m.previous?.lower ?? ""), !ownership.contains(m.before(2)?.lower ?? ""), (20...99).contains(number)
    else { return nil }
    return Phrase(.at(.decade(190 + number / 10)))
  },
  TimeRule("decade-era", .date, "the? [decade] bc|b.c.|bce") { m in
    m.number(.decade).map { Phrase(.at(.decade(-$0 / 10))) }
  },
  TimeRule("decade-words", .date, "the [decadeWord]", "the nineteen|eighteen [decadeWord]", "nineteen|eighteen - [decadeWord]") {
    m in
    m.number(.decadeWord).map { Phrase(.at(.decade((m.has("eighteen") ? 180 : 190) + $0))) }
  },
  TimeRule("century", .date, "the? [ordinal] -? century", "the? [ordinal] -? century [era]") { m in
    guard let ordinal = m.number(.ordinal), (1...40).contains(ordinal) else { return nil }
    if let era = m.number(.era), era < 0 { return Phrase(.at(.century(1 - ordinal))) }
    return Phrase(.at(.century(ordinal - 1)))
  },
  TimeRule("century-tens", .date, "the? twenty -? first century") { _ in Phrase(.at(.century(20))) },
]

private let closers: Set<String> = ["and", "in", "at", "when", "but", "as", "by", "to", "with", "after", "the"]
private let decadeFollowers: Set<String> = ["and", "in", "at", "when", "but", "as", "to", "with", "after", "was", "were", "the"]
private let ownership: Set<String> = ["his", "her", "their", "my", "your", "our"]

/// A day, if the calendar has it.
private func wholeDay(_ year: Int, _ month: Int, _ day: Int) -> Phrase? {
  let date = CivilDate(year, month, day)
  return date.isValid ? Phrase(.at(.day(date))) : nil
}

private func quarterIn(_ year: When, _ quarter: Int) -> Phrase? {
  let number = quarter == -1 ? 4 : quarter
  guard (1...4).contains(number) else { return nil }
  if case .at(.year(let year)) = year { return Phrase(.at(.quarter(year, number))) }
  return Phrase(.within(.quarter(number, .bare), year))
}

/// The first deictic word's direction.
func pick(_ m: PatternMatch) -> Pick { Pick(rawValue: m.number(.deictic) ?? 2) ?? .bare }

private func season(_ m: PatternMatch) -> Period.Season? { m.word(.season).flatMap { Period.Season(rawValue: $0.code) } }
