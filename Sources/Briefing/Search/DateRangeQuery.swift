// The value of date: and about: as days: a period, written out or counted from today, or two periods with two points
// between, either of which may be open.

enum DateRangeQuery {
  /// Whether the value names days on some day that it is asked on: "2020..today" does, "2024..2023" never.
  static func isReadable(_ value: String) -> Bool {
    [CivilDate(1900, 1, 1), CivilDate(9000, 1, 1)].contains { days(of: value, today: $0) != nil }
  }

  /// Days since 1970-01-01, both ends included; nil where the value is no date.
  static func days(of value: String, today: CivilDate) -> ClosedRange<Int>? {
    let open = CivilDate(1, 1, 1).dayNumber...CivilDate(9999, 12, 31).dayNumber
    guard let points = value.firstRange(of: "..") else {
      if let days = RelativeDays.days(of: value, today: today) { return days }
      let days = DayRange.days(of: value)
      // Three and two digits are decades and centuries in TIMEX3, but a year half typed in a query.
      return value.prefix(while: \.isNumber).count >= 4 ? days : nil
    }
    let head = String(value[..<points.lowerBound])
    let tail = String(value[points.upperBound...])
    if head.isEmpty, tail.isEmpty { return nil }
    guard let first = head.isEmpty ? open : days(of: head, today: today),
      let last = tail.isEmpty ? open : days(of: tail, today: today)
    else { return nil }
    guard first.lowerBound <= last.upperBound else { return nil }
    return first.lowerBound...last.upperBound
  }
}
