// Rules for two dates that share words: "Oct. 3-7", "from 3 to 7 October", "2011-2014", "June-August 2011". Each end becomes
// an expression of its own; ends that share nothing are joined afterwards by what stands between them.

let rangeRules: [TimeRule] = [
  TimeRule("year-range", .timex, "<year> [to] [year]", "<year> [to] [shortYear]", "[year] / [shortYear]") { m in
    if m.range(.year) == nil, let from = m.number(.year), let short = m.number(.shortYear) {
      // "2011/12": only the next year can be meant.
      guard m.isTight, (from + 1) % 100 == short else { return nil }
      let first = m.tokens.lowerBound
      return range(first..<first + 1, .when(.at(.year(from))), first + 2..<first + 3, .when(.at(.year(from + 1))))
    }
    guard case .at(.year(let from))? = m.phrase(.year)?.when, let at = m.place([.year, .shortYear], 0),
      let start = m.range(.year),
      standsAsYear(m)
    else { return nil }
    let word = m.number([.year, .shortYear]) ?? 0
    let to = m.word(.year) == nil ? from / 100 * 100 + word : word
    guard from < to, m.word(.year) != nil || m.tokens.count == 3 && m.isTight else { return nil }
    return range(start, .when(.at(.year(from))), at..<at + 1, .when(.at(.year(to))))
  },
  TimeRule("era-range", .timex, "[eraYear] [to] [eraYear] [era]") { m in
    guard let from = m.number(.eraYear), let to = m.number(.eraYear, 1), let era = m.number(.era), (from - to) * era < 0,
      max(from, to) <= 9999, let first = m.place(.eraYear), let second = m.place(.eraYear, 1)
    else { return nil }
    return range(first..<first + 1, .when(.at(.year(from * era))), second..<second + 2, .when(.at(.year(to * era))))
  },
  TimeRule(
    "day-range", .timex, "[month] [day+dayOrdinal] [to] [day+dayOrdinal]", "[month] [day] [to] [day] ,? <year>",
    "[month] [day+dayOrdinal] and [day+dayOrdinal]", "[month] [day+dayOrdinal] and [day+dayOrdinal] ,? <year>"
  ) { m in
    guard let month = m.number(.month), isMonthName(m), let from = m.number([.dayNumber, .dayOrdinal]),
      let to = m.number([.dayNumber, .dayOrdinal], 1),
      let start = m.place(.month), let at = m.place([.dayNumber, .dayOrdinal], 1), from < to
    else { return nil }
    let end = m.range(.year)?.upperBound ?? at + 1
    return days(month, from, to, m, start..<start + 2, at..<end)
  },
  TimeRule(
    "day-range", .timex, "the? [day+dayOrdinal] [to] the? [day+dayOrdinal] of? [month]",
    "the? [day+dayOrdinal] [to] the? [day+dayOrdinal] of? [month] ,? <year>",
    "the? [day+dayOrdinal] and [day+dayOrdinal] of? [month]", "the? [day+dayOrdinal] and [day+dayOrdinal] of? [month] ,? <year>"
  ) { m in
    guard let month = m.number(.month), isMonthName(m), let from = m.number([.dayNumber, .dayOrdinal]),
      let to = m.number([.dayNumber, .dayOrdinal], 1),
      let first = m.place([.dayNumber, .dayOrdinal]), let second = m.place([.dayNumber, .dayOrdinal], 1), from < to
    else { return nil }
    return days(month, from, to, m, first..<first + 1, second..<m.tokens.upperBound)
  },
  TimeRule("month-range", .timex, "[month] [to] [month] ,? of? <year>", "[month] and [month] ,? of? <year>") { m in
    guard let from = m.number(.month), let to = m.number(.month, 1), from < to || m.word(.rangeMark) != nil && from != to,
      let first = m.place(.month),
      let second = m.place(.month, 1),
      case .at(.year(let year))? = m.phrase(.year)?.when
    else { return nil }
    return range(
      first..<first + 1, .when(.at(.month(from < to ? year : year - 1, from))), second..<m.tokens.upperBound,
      .when(.at(.month(year, to))))
  },
  TimeRule("month-range", .timex, "[month] [to] [month]") { m in
    guard let from = m.number(.month), let to = m.number(.month, 1), from != to, let first = m.place(.month),
      let second = m.place(.month, 1),
      isMonthName(m)
    else { return nil }
    // "from October to March" begins in the year before.
    let start = from < to ? When.month(from, .bare) : .within(.month(from, .last), .month(to, .bare))
    return range(first..<first + 1, .when(start), second..<second + 1, .when(.month(to, .bare)))
  },
  TimeRule("length-range", .timex, "<cardinal> and|or|to <cardinal> [units]") { m in
    guard let low = m.phrase(.cardinal)?.amount, let high = m.phrase(.cardinal, 1)?.amount, let unit = m.unit, unit != .quarter,
      let from = low.whole, let to = high.whole, from < to, let first = m.range(.cardinal), let second = m.range(.cardinal, 1)
    else { return nil }
    // "two or three days" is a way to say "a few"; "ten or fifteen years" are two lengths.
    guard m.previous?.lower == "between" || m.has("or") && to - from > 1 else { return nil }
    return range(
      first, .duration(low, unit), second.lowerBound..<m.tokens.upperBound, .duration(high, unit))
  },
  TimeRule("date-range", .timex, "<monthDay> [to] <monthDay>") { m in
    guard case .monthDay(let month, let day)? = m.phrase(.monthDay)?.when,
      case .at(.day(let end))? = m.phrase(.monthDay, 1)?.when,
      let first = m.range(.monthDay), let second = m.range(.monthDay, 1)
    else { return nil }
    let start = CivilDate(end.year, month, day)
    guard start.isValid, start < end else { return nil }
    return range(first, .when(.at(.day(start))), second, .when(.at(.day(end))))
  },
]

private func range(_ first: Range<Int>, _ from: Meaning, _ second: Range<Int>, _ to: Meaning) -> Phrase {
  Phrase(.range(.init(tokens: first, meaning: from), .init(tokens: second, meaning: to)))
}

private func days(_ month: Int, _ from: Int, _ to: Int, _ m: PatternMatch, _ first: Range<Int>, _ second: Range<Int>) -> Phrase? {
  guard to <= CivilDate.days(inMonth: month, of: 2000) else { return nil }
  if case .at(.year(let year))? = m.phrase(.year)?.when {
    let (start, end) = (CivilDate(year, month, from), CivilDate(year, month, to))
    guard start.isValid, end.isValid else { return nil }
    return range(first, .when(.at(.day(start))), second, .when(.at(.day(end))))
  }
  return range(first, .when(.monthDay(month, from)), second, .when(.monthDay(month, to)))
}
