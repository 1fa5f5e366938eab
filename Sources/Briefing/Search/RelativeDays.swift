// Dates that a query counts from the day it is asked on: "yesterday", "last-week", "7d". A saved search keeps the words, so
// that it means another day each day.

import Foundation

enum RelativeDays {
  /// What may be written, for help and errors.
  static let examples = ["today", "yesterday", "this-week", "last-week", "last-month", "last-7-days", "30d"]

  /// Days since 1970-01-01, both ends included; nil where the words are none of these. Weeks begin on Monday (ISO 8601).
  static func days(of value: String, today: CivilDate) -> ClosedRange<Int>? {
    let words = value.lowercased().split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "-" || $0 == "_" || $0 == " " }
    ).map(String.init)
    let day = today.dayNumber
    switch words.count {
    case 1:
      if let days = ["today": 0, "yesterday": -1, "tomorrow": 1][words[0]] { return (day + days)...(day + days) }
      if let weekday = weekday(words[0]) {
        // The latest such day, today included.
        let back = (today.weekday - weekday + 7) % 7
        return (day - back)...(day - back)
      }
      // "7d", "2w", "3m", "1y": so far back from today.
      guard let unit = words[0].last.flatMap({ units[String($0)] }), let count = count(String(words[0].dropLast())) else {
        return nil
      }
      return back(count, unit, from: today)
    case 2:
      guard let unit = units[words[1]], let step = ["this": 0, "last": -1, "past": -1, "next": 1][words[0]] else { return nil }
      return whole(unit, step, around: today)
    case 3:
      if words[2] == "ago", let count = count(words[0]), let unit = units[words[1]] {
        let then = moved(today, -count, unit)
        return whole(unit, 0, around: then)
      }
      guard words[0] == "last" || words[0] == "past", let count = count(words[1]), let unit = units[words[2]] else { return nil }
      return back(count, unit, from: today)
    default: return nil
    }
  }

  private enum Unit { case day, week, month, quarter, year }

  private static let units: [String: Unit] = [
    "d": .day, "day": .day, "days": .day, "w": .week, "week": .week, "weeks": .week, "m": .month, "month": .month,
    "months": .month, "quarter": .quarter, "quarters": .quarter, "y": .year, "year": .year, "years": .year,
  ]

  private static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

  private static func weekday(_ word: String) -> Int? {
    weekdays.firstIndex { $0 == word || (word.count == 3 && $0.hasPrefix(word)) }.map { $0 + 1 }
  }

  /// A count that a reader may mean; a thousand years hold every news archive.
  private static func count(_ text: String) -> Int? { Int(text).flatMap { (1...365_000).contains($0) ? $0 : nil } }

  private static func moved(_ date: CivilDate, _ count: Int, _ unit: Unit) -> CivilDate {
    switch unit {
    case .day: date.adding(days: count)
    case .week: date.adding(days: 7 * count)
    case .month: date.adding(months: count)
    case .quarter: date.adding(months: 3 * count)
    case .year: date.adding(months: 12 * count)
    }
  }

  /// The last `count` units up to today: "7d" is today and the six days before.
  private static func back(_ count: Int, _ unit: Unit, from today: CivilDate) -> ClosedRange<Int> {
    (moved(today, -count, unit).dayNumber + 1)...today.dayNumber
  }

  /// The whole unit that lies `step` units from the one that holds `date`.
  private static func whole(_ unit: Unit, _ step: Int, around date: CivilDate) -> ClosedRange<Int> {
    let first: CivilDate
    switch unit {
    case .day: first = date
    case .week: first = date.adding(days: 1 - date.weekday)
    case .month: first = CivilDate(date.year, date.month, 1)
    case .quarter: first = CivilDate(date.year, (date.month - 1) / 3 * 3 + 1, 1)
    case .year: first = CivilDate(date.year, 1, 1)
    }
    return moved(first, step, unit).dayNumber...(moved(first, step + 1, unit).dayNumber - 1)
  }
}

/// The instant from which on something is new.
public enum Arrivals {
  /// Seconds since 1970 for "90m", "6h", a relative date or a date, from its first moment here; nil for anything else.
  public static func second(since text: String) -> Int? {
    let units: [Character: Int] = ["m": 60, "h": 3600]
    if let unit = text.last.flatMap({ units[$0] }), let count = Int(text.dropLast()), (1...1_000_000).contains(count) {
      return Int(time(nil)) - count * unit
    }
    guard let days = DateRangeQuery.days(of: text, today: .today) else { return nil }
    let date = CivilDate(dayNumber: days.lowerBound)
    var local = tm()
    local.tm_year = Int32(clamping: date.year - 1900)
    local.tm_mon = Int32(date.month - 1)
    local.tm_mday = Int32(date.day)
    local.tm_isdst = -1
    return Int(mktime(&local))
  }
}

extension CivilDate {
  /// The day that it is here and now, by the clock and the time zone of the machine.
  static var today: CivilDate {
    var now = time(nil)
    var local = tm()
    localtime_r(&now, &local)
    return CivilDate(Int(local.tm_year) + 1900, Int(local.tm_mon) + 1, Int(local.tm_mday))
  }
}
