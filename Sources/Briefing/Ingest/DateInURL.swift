// The date that many news sites put into the address of an article, and when two dates are the same.

extension DateStamp {
  /// The date in an address: "/2023/10/05/", "/2023-10-05-", "/20231005/", or the month in "/2023/10/"; nil without one.
  static func inURL(_ url: String) -> DateStamp? {
    let bytes = Array(url.utf8.prefix(2_000))
    var month: DateStamp?
    var i = 0
    while i < bytes.count {
      guard isDigit(bytes[i]), i > 0, !isDigit(bytes[i - 1]) else {
        i += 1
        continue
      }
      var end = i
      while end < bytes.count, isDigit(bytes[end]) { end += 1 }
      let digits = number(bytes[i..<end])
      if end - i == 8, let found = day(digits / 10_000, digits / 100 % 100, digits % 100) { return found }
      if end - i == 4, end < bytes.count, bytes[end] == UInt8(ascii: "/") || bytes[end] == UInt8(ascii: "-") {
        let joint = bytes[end]
        let (second, secondEnd) = part(bytes, from: end + 1)
        if let second, secondEnd < bytes.count, bytes[secondEnd] == joint {
          let (third, thirdEnd) = part(bytes, from: secondEnd + 1)
          if let third, thirdEnd == bytes.count || !isDigit(bytes[thirdEnd]), let found = day(digits, second, third) {
            return found
          }
          if joint == UInt8(ascii: "/"), month == nil, (1...12).contains(second), (1990...2099).contains(digits) {
            month = DateStamp(CivilDate(digits, second, 1), precision: .month)
          }
        }
      }
      // "/29-10-2021", where the first can be nothing but a day.
      if end - i == 2, digits > 12, end < bytes.count, bytes[end] == UInt8(ascii: "-") {
        let (second, secondEnd) = part(bytes, from: end + 1)
        if let second, secondEnd + 5 <= bytes.count, bytes[secondEnd] == UInt8(ascii: "-"),
          bytes[(secondEnd + 1)..<(secondEnd + 5)].allSatisfy(isDigit),
          secondEnd + 5 == bytes.count || !isDigit(bytes[secondEnd + 5]),
          let found = day(number(bytes[(secondEnd + 1)..<(secondEnd + 5)]), second, digits)
        {
          return found
        }
      }
      i = end
    }
    return month
  }

  /// Whether both can be the same publication: equal to the coarser precision, or a day apart where a clock and its offset may
  /// be the reason.
  func agrees(with other: DateStamp) -> Bool {
    if precision == .year || other.precision == .year { return date.year == other.date.year }
    if precision == .month || other.precision == .month {
      return date.year == other.date.year && date.month == other.date.month
    }
    let apart = abs(date.dayNumber - other.date.dayNumber)
    return apart == 0 || (apart == 1 && secondOfDay != nil)
  }

  /// Whether the text is a date in figures of which day and month cannot be told apart: "03/04/2013".
  static func isAmbiguous(_ text: String) -> Bool {
    let parts = text.split(whereSeparator: { "/-".contains($0) }).map { String($0).trimmed }
    guard parts.count == 3, let a = Int(parts[0]), let b = Int(parts[1]), Int(parts[2].prefix(4)) != nil else { return false }
    return (1...12).contains(a) && (1...12).contains(b) && a != b
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int {
    digits.prefix(9).reduce(0) { $0 * 10 + Int($1) - 0x30 }
  }

  /// One or two digits, and where they end.
  private static func part(_ bytes: [UInt8], from start: Int) -> (Int?, Int) {
    var end = start
    while end < bytes.count, isDigit(bytes[end]), end - start < 3 { end += 1 }
    return (1...2).contains(end - start) ? (number(bytes[start..<end]), end) : (nil, end)
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> DateStamp? {
    guard (1990...2099).contains(year), CivilDate(year, month, day).isValid else { return nil }
    return DateStamp(CivilDate(year, month, day))
  }
}
