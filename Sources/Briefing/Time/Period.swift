// A stretch of the calendar at one of the grains that news speaks in, its TIMEX3 value, and steps from one to the next.

/// A calendar period.
enum Period: Hashable, Sendable {
  case day(CivilDate)
  /// ISO 8601 year and week.
  case week(Int, Int)
  case weekend(Int, Int)
  case month(Int, Int)
  case quarter(Int, Int)
  case half(Int, Int)
  case season(Int, Season)
  case year(Int)
  /// The years 10 n to 10 n + 9.
  case decade(Int)
  /// The years 100 n to 100 n + 99, as TIMEX3 counts them: 19 for the 20th century.
  case century(Int)

  /// A season of the northern year, by its TIMEX3 code; the winter is counted to the year in which it ends or begins, as
  /// the text names it.
  enum Season: String, Hashable, Sendable, CaseIterable {
    case spring = "SP", summer = "SU", autumn = "FA", winter = "WI"

    /// The months it spans: 12 of the year before, for the winter, reads as 0.
    var months: ClosedRange<Int> {
      switch self {
      case .winter: 0...2
      case .spring: 3...5
      case .summer: 6...8
      case .autumn: 9...11
      }
    }
  }

  var unit: TimeUnit {
    switch self {
    case .day: .day
    case .week: .week
    case .weekend: .weekend
    case .month: .month
    case .quarter: .quarter
    case .half: .half
    case .season: .season
    case .year: .year
    case .decade: .decade
    case .century: .century
    }
  }

  /// The TIMEX3 value: "2023-10-05", "2023-W40", "2023-W40-WE", "2023-10", "1989-Q3", "1990-H1", "1997-FA", "2016", "197", "19";
  /// "BC0480" before our era.
  var value: String {
    switch self {
    case .day(let date): yearText(date.year) + "-\(pad(date.month, 2))-\(pad(date.day, 2))"
    case .week(let year, let week): "\(yearText(year))-W\(pad(week, 2))"
    case .weekend(let year, let week): "\(yearText(year))-W\(pad(week, 2))-WE"
    case .month(let year, let month): "\(yearText(year))-\(pad(month, 2))"
    case .quarter(let year, let quarter): "\(yearText(year))-Q\(quarter)"
    case .half(let year, let half): "\(yearText(year))-H\(half)"
    case .season(let year, let season): "\(yearText(year))-\(season.rawValue)"
    case .year(let year): yearText(year)
    case .decade(let decade): decade < 0 ? "BC" + pad(-decade, 3) : pad(decade, 3)
    case .century(let century): century < 0 ? "BC" + pad(-century, 2) : pad(century, 2)
    }
  }

  /// The first day; years before our era count from -1 down.
  var first: CivilDate {
    switch self {
    case .day(let date): date
    case .week(let year, let week): Period.monday(ofWeek: week, in: year)
    case .weekend(let year, let week): Period.monday(ofWeek: week, in: year).adding(days: 5)
    case .month(let year, let month): CivilDate(year, month, 1)
    case .quarter(let year, let quarter): CivilDate(year, quarter * 3 - 2, 1)
    case .half(let year, let half): CivilDate(year, half * 6 - 5, 1)
    case .season(let year, let season): CivilDate(year, 1, 1).adding(months: season.months.lowerBound - 1)
    case .year(let year): CivilDate(year, 1, 1)
    case .decade(let decade): CivilDate(Period.firstYear(decade, of: 10), 1, 1)
    case .century(let century): CivilDate(Period.firstYear(century, of: 100), 1, 1)
    }
  }

  /// The last day.
  var last: CivilDate {
    switch self {
    case .day(let date): date
    case .week: first.adding(days: 6)
    case .weekend: first.adding(days: 1)
    case .month: first.adding(months: 1).adding(days: -1)
    case .quarter, .season: first.adding(months: 3).adding(days: -1)
    case .half: first.adding(months: 6).adding(days: -1)
    case .year(let year): CivilDate(year, 12, 31)
    case .decade(let decade): CivilDate(Period.firstYear(decade, of: 10) + 9, 12, 31)
    case .century(let century): CivilDate(Period.firstYear(century, of: 100) + 99, 12, 31)
    }
  }

  /// The year it is counted to; for a decade or a century its first.
  var year: Int {
    switch self {
    case .day(let date): date.year
    case .week(let year, _), .weekend(let year, _), .month(let year, _), .quarter(let year, _), .half(let year, _),
      .season(let year, _), .year(let year):
      year
    case .decade(let decade): Period.firstYear(decade, of: 10)
    case .century(let century): Period.firstYear(century, of: 100)
    }
  }

  /// The period of the given unit that holds a day, or nil for units finer than a day.
  static func holding(_ date: CivilDate, unit: TimeUnit) -> Period? {
    switch unit {
    case .second, .minute, .hour: nil
    case .day: .day(date)
    case .week, .fortnight: .week(date.isoWeek.year, date.isoWeek.week)
    case .weekend: .weekend(date.isoWeek.year, date.isoWeek.week)
    case .month: .month(date.year, date.month)
    case .quarter: .quarter(date.year, (date.month + 2) / 3)
    case .half: .half(date.year, date.month <= 6 ? 1 : 2)
    case .season: .season(date.month == 12 ? date.year + 1 : date.year, season(ofMonth: date.month))
    case .year: .year(date.year)
    // The 470s BC hold 479 BC: before our era too the digits before the last name the decade.
    case .decade: .decade(date.year / 10)
    case .century, .millennium: .century(date.year / 100)
    }
  }

  /// The period of `unit` that lies `count` units after the one that holds this period's first day.
  func shifted(_ count: Int, _ unit: TimeUnit) -> Period? {
    guard abs(count) < 100_000 else { return nil }
    let start = first
    switch unit {
    case .second, .minute, .hour: return nil
    case .day: return .day(start.adding(days: count))
    case .week, .weekend: return Period.holding(start.adding(days: 7 * count), unit: unit)
    case .fortnight: return Period.holding(start.adding(days: 14 * count), unit: .week)
    case .month: return Period.holding(start.adding(months: count), unit: unit)
    case .quarter, .season: return Period.holding(start.adding(months: 3 * count), unit: unit)
    case .half: return Period.holding(start.adding(months: 6 * count), unit: unit)
    case .year: return .year(start.year + count)
    case .decade: return .decade(start.year / 10 + count)
    case .century: return .century(start.year / 100 + count)
    case .millennium: return .century(start.year / 100 + 10 * count)
    }
  }

  static func season(ofMonth month: Int) -> Season {
    switch month {
    case 3...5: .spring
    case 6...8: .summer
    case 9...11: .autumn
    default: .winter
    }
  }

  /// The Monday of an ISO week (ISO 8601: week 1 holds 4 January).
  static func monday(ofWeek week: Int, in year: Int) -> CivilDate {
    let fourth = CivilDate(year, 1, 4)
    return fourth.adding(days: 1 - fourth.weekday + 7 * (week - 1))
  }

  /// The quotient rounded down, also below zero.
  static func floorDivide(_ a: Int, _ b: Int) -> Int { a >= 0 ? a / b : (a - b + 1) / b }

  /// The first year of a decade or a century: of the 470s BC it is 479 BC.
  private static func firstYear(_ number: Int, of years: Int) -> Int { number * years - (number < 0 ? years - 1 : 0) }
}

/// Four digits, or "BC" and four digits.
private func yearText(_ year: Int) -> String { year < 0 ? "BC" + pad(-year, 4) : pad(year, 4) }
