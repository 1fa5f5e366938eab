// The value of date: and about: as days: a period, or two periods with two points between, either of which may be open.

enum DateRangeQuery {
  /// Days since 1970-01-01, both ends included; nil where the value is no date.
  static func days(of value: String) -> ClosedRange<Int>? {
    let open = CivilDate(1, 1, 1).dayNumber...CivilDate(9999, 12, 31).dayNumber
    guard let points = value.firstRange(of: "..") else {
      let days = DayRange.days(of: value)
      // Three and two digits are decades and centuries in TIMEX3, but a year half typed in a query.
      return value.prefix(while: \.isNumber).count >= 4 ? days : nil
    }
    let head = String(value[..<points.lowerBound])
    let tail = String(value[points.upperBound...])
    if head.isEmpty, tail.isEmpty { return nil }
    guard let first = head.isEmpty ? open : days(of: head), let last = tail.isEmpty ? open : days(of: tail) else { return nil }
    guard first.lowerBound <= last.upperBound else { return nil }
    return first.lowerBound...last.upperBound
  }
}
