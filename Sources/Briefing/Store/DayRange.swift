// Days that a calendar value covers: "2023", "2023-10", "2023-W40", "2023-Q4", "2023-10-05". One reading for the dates that
// a text names and those that a query asks for.

enum DayRange {
  /// Days since 1970-01-01, both ends included; nil where the value names no period of the calendar.
  static func days(of value: String) -> ClosedRange<Int>? {
    guard let period = Period(value: value) ?? Period(value: filled(value)) else { return nil }
    return period.first.dayNumber...period.last.dayNumber
  }

  /// A query may leave out leading zeros: "2023-1", "2023-10-5".
  private static func filled(_ value: String) -> String {
    value.split(separator: "-", omittingEmptySubsequences: false)
      .map { $0.count == 1 && $0.first?.isASCIIDigit == true ? "0" + $0 : String($0) }.joined(separator: "-")
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
