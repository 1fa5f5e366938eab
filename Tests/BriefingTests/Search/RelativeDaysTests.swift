// Dates counted from the day of asking: weeks from Monday, ends of months and years, and what is no date.

import Testing

@testable import Briefing

@Suite struct RelativeDaysTests {
  /// Asked on a Wednesday, the last day of a leap February.
  private let today = CivilDate(2012, 2, 29)

  @Test(arguments: [
    ("today", "2012-02-29..2012-02-29"), ("yesterday", "2012-02-28..2012-02-28"), ("wednesday", "2012-02-29..2012-02-29"),
    ("thu", "2012-02-23..2012-02-23"), ("this-week", "2012-02-27..2012-03-04"), ("last-week", "2012-02-20..2012-02-26"),
    ("this-month", "2012-02-01..2012-02-29"), ("last-month", "2012-01-01..2012-01-31"),
    ("last-quarter", "2011-10-01..2011-12-31"), ("this-year", "2012-01-01..2012-12-31"), ("last-year", "2011-01-01..2011-12-31"),
    ("1d", "2012-02-29..2012-02-29"), ("7d", "2012-02-23..2012-02-29"), ("last-7-days", "2012-02-23..2012-02-29"),
    ("2w", "2012-02-16..2012-02-29"), ("1m", "2012-01-30..2012-02-29"), ("1y", "2011-03-01..2012-02-29"),
    ("3-days-ago", "2012-02-26..2012-02-26"), ("2-weeks-ago", "2012-02-13..2012-02-19"), ("Last_Week", "2012-02-20..2012-02-26"),
    ("last-week..yesterday", "2012-02-20..2012-02-28"), ("2012-02-01..today", "2012-02-01..2012-02-29"),
  ])
  func areDays(_ value: String, _ expected: String) throws {
    let days = try #require(DateRangeQuery.days(of: value, today: today))
    #expect("\(CivilDate(dayNumber: days.lowerBound).iso)..\(CivilDate(dayNumber: days.upperBound).iso)" == expected)
  }

  @Test(arguments: [
    "soon", "last", "last-drone", "0d", "-3d", "99999999d", "week", "ago", "3-ago", "last-x-days", "last--week-", "",
  ])
  func areNone(_ value: String) {
    #expect(DateRangeQuery.days(of: value, today: today) == nil)
  }
}
