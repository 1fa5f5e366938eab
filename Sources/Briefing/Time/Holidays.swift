// Named days: how they are written, and the day they fall on in a year. Movable ones are computed, not listed.

/// How a year is turned into a day.
private enum HolidayDay: Sendable {
  case fixed(Int, Int)
  /// Days from Easter Sunday of the Western churches.
  case easter(Int)
  /// Days from Easter Sunday of the Eastern churches.
  case orthodoxEaster(Int)
  /// The n-th such weekday of a month, -1 the last, and days after it.
  case nth(Int, weekday: Int, month: Int, plus: Int = 0)
}

private let holidayTable: [(code: String, patterns: [String], day: HolidayDay)] = [
  ("christmas", ["christmas day?", "xmas"], .fixed(12, 25)),
  ("christmas-eve", ["christmas eve"], .fixed(12, 24)),
  ("boxing-day", ["boxing day"], .fixed(12, 26)),
  ("new-year", ["new year 's day?", "the new year", "new years day"], .fixed(1, 1)),
  ("new-year-eve", ["new year 's eve", "new years eve"], .fixed(12, 31)),
  ("epiphany", ["epiphany"], .fixed(1, 6)),
  ("valentine", ["valentine 's day"], .fixed(2, 14)),
  ("patrick", ["st. patrick 's day"], .fixed(3, 17)),
  ("april-fools", ["april fools|fool day", "april fool 's day"], .fixed(4, 1)),
  ("may-day", ["may day"], .fixed(5, 1)),
  ("victory-day", ["victory day"], .fixed(5, 9)),
  ("ve-day", ["ve|v-e day"], .fixed(5, 8)),
  ("juneteenth", ["juneteenth"], .fixed(6, 19)),
  ("independence-day", ["the? fourth of july"], .fixed(7, 4)),
  ("bastille", ["bastille day"], .fixed(7, 14)),
  ("halloween", ["halloween"], .fixed(10, 31)),
  ("all-saints", ["all saints ' day"], .fixed(11, 1)),
  ("armistice", ["armistice|remembrance|veterans day"], .fixed(11, 11)),
  ("nowruz", ["nowruz"], .fixed(3, 21)),
  ("easter", ["easter sunday?"], .easter(0)),
  ("good-friday", ["good friday"], .easter(-2)),
  ("easter-monday", ["easter monday"], .easter(1)),
  ("palm-sunday", ["palm sunday"], .easter(-7)),
  ("ash-wednesday", ["ash wednesday"], .easter(-46)),
  ("ascension", ["ascension day"], .easter(39)),
  ("whit-sunday", ["pentecost", "whit sunday"], .easter(49)),
  ("orthodox-easter", ["orthodox easter"], .orthodoxEaster(0)),
  ("king-day", ["martin luther king jr. day", "martin luther king day"], .nth(3, weekday: 1, month: 1)),
  ("presidents", ["presidents ' day", "presidents day", "president 's day"], .nth(3, weekday: 1, month: 2)),
  ("memorial", ["memorial day"], .nth(-1, weekday: 1, month: 5)),
  ("labor", ["labor day"], .nth(1, weekday: 1, month: 9)),
  ("columbus", ["columbus day"], .nth(2, weekday: 1, month: 10)),
  ("election", ["election day"], .nth(1, weekday: 1, month: 11, plus: 1)),
  ("thanksgiving", ["thanksgiving day?"], .nth(4, weekday: 4, month: 11)),
]

/// The rules of the table, and two patterns that all of them share: with a year, and with "last" or "this".
let holidayRules: [TimeRule] =
  holidayTable.flatMap { row -> [TimeRule] in
    let code = row.code
    return row.patterns.flatMap { pattern -> [TimeRule] in
      [
        TimeRule("holiday", .date, pattern) { m in standsAsHoliday(m) ? Phrase(.holiday(code, .bare)) : nil },
        TimeRule("holiday-year", .date, pattern + " ,? of? <yearish>") { m in
          guard let year = m.phrase(.yearish)?.when else { return nil }
          if case .at(.year(let number)) = year, let day = holiday(code, in: number) { return Phrase(.at(.day(day))) }
          return Phrase(.within(.holiday(code, .bare), year))
        },
        TimeRule("holiday-deictic", .date, "[deictic] " + pattern) { m in Phrase(.holiday(code, pick(m))) },
      ]
    }
  } + [
    TimeRule("holiday-week", .date, "easter week|weekend") { m in
      Phrase(.around(.holiday("easter", .bare), m.has("week") ? .week : .weekend))
    },
    // The attacks of 2001 are named by their day.
    TimeRule("named-day", .date, "9 / 11", "sept.|september 11 terror|terrorist? attacks") { m in
      m.has("9") && !m.isTight ? nil : Phrase(.at(.day(CivilDate(2001, 9, 11))))
    },
  ]

/// The day of a holiday in a year; nil for an unknown code.
func holiday(_ code: String, in year: Int) -> CivilDate? {
  guard let row = holidayTable.first(where: { $0.code == code }) else { return nil }
  switch row.day {
  case .fixed(let month, let day): return CivilDate(year, month, day)
  case .easter(let days): return easterSunday(year).adding(days: days)
  case .orthodoxEaster(let days): return orthodoxEaster(year).adding(days: days)
  case .nth(let n, let weekday, let month, let plus):
    if n > 0 {
      let first = CivilDate(year, month, 1)
      return first.adding(days: (weekday - first.weekday + 7) % 7 + 7 * (n - 1) + plus)
    }
    let last = CivilDate(year, month, CivilDate.days(inMonth: month, of: year))
    return last.adding(days: -((last.weekday - weekday + 7) % 7) + plus)
  }
}

/// Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876, "Nature", Meeus chapter 8).
func easterSunday(_ year: Int) -> CivilDate {
  let a = year % 19
  let b = year / 100
  let c = year % 100
  let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
  let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
  let m = (a + 11 * h + 22 * l) / 451
  let index = h + l - 7 * m + 114
  return CivilDate(year, index / 31, index % 31 + 1)
}

/// Easter Sunday of the Julian calendar (Meeus chapter 8), as a Gregorian day; right from 1900 to 2099.
func orthodoxEaster(_ year: Int) -> CivilDate {
  let d = (19 * (year % 19) + 15) % 30
  let e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
  let index = d + e + 114
  return CivilDate(year, index / 31, index % 31 + 1).adding(days: 13)
}

/// "Easter Island", "Christmas tree", "New Year's resolution": a holiday that names a thing is still its day; a name is not.
private func standsAsHoliday(_ m: PatternMatch) -> Bool {
  m.following?.casing != .capitalised || m.following?.kind != .word
}
