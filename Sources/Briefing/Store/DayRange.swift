// Days that a calendar value covers: "2023", "2023-10", "2023-W40", "2023-Q4", "2023-10-05". One reading for the dates that
// a text names and those that a query asks for.

enum DayRange {
  /// Days since 1970-01-01, both ends included; nil where the value names no period of the calendar.
  static func days(of value: String) -> ClosedRange<Int>? {
    let parts = value.prefix { $0 != "T" }.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, first.allSatisfy(\.isASCIIDigit) else { return nil }
    if parts.count == 1 {
      // TIMEX3 writes a decade with three digits, a century with two.
      let unit = [4: 1, 3: 10, 2: 100][first.count]
      guard let unit, let number = Int(first) else { return nil }
      return CivilDate(number * unit, 1, 1).dayNumber...CivilDate((number + 1) * unit, 1, 1).dayNumber - 1
    }
    guard first.count == 4, let year = Int(first) else { return nil }
    if parts.count == 2 { return part(parts[1], of: year) }
    guard parts.count == 3, let month = Int(parts[1]), let day = Int(parts[2]) else { return nil }
    let date = CivilDate(year, month, day)
    return date.isValid ? date.dayNumber...date.dayNumber : nil
  }

  /// The part of a year: a month, a week, a quarter, a half or a season.
  private static func part(_ part: Substring, of year: Int) -> ClosedRange<Int>? {
    if let month = Int(part) {
      return (1...12).contains(month) ? months(month, 1, of: year) : nil
    }
    let number = Int(part.dropFirst())
    switch part.first {
    case "W":
      guard let number, (1...53).contains(number) else { return nil }
      // ISO 8601: the week with 4 January is the first.
      let fourth = CivilDate(year, 1, 4)
      let monday = fourth.dayNumber - (fourth.weekday - 1) + 7 * (number - 1)
      return monday...monday + 6
    case "Q":
      guard let number, (1...4).contains(number) else { return nil }
      return months(number * 3 - 2, 3, of: year)
    case "H":
      guard let number, (1...2).contains(number) else { return nil }
      return months(number * 6 - 5, 6, of: year)
    default: break
    }
    switch part {
    case "SP": return months(3, 3, of: year)
    case "SU": return months(6, 3, of: year)
    case "FA": return months(9, 3, of: year)
    case "WI": return months(12, 3, of: year)
    default: return nil
    }
  }

  private static func months(_ first: Int, _ count: Int, of year: Int) -> ClosedRange<Int> {
    let start = CivilDate(year, first, 1)
    return start.dayNumber...start.adding(months: count).dayNumber - 1
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
