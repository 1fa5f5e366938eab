// Reads a date as sources write it: ISO 8601, mail and feed dates, and the ways of newspapers. It is strict where a guess
// would be needed: a slash date that can be read two ways, an unknown word, a day that is in no calendar are no dates.

extension DateStamp {
  /// The date that the whole string names, to the precision it names, or nil. A bare number of seconds is no date.
  ///
  /// Read are ISO 8601 (extended and basic, week and ordinal dates), RFC 822 and 2822, "18 March 2014", "Mar. 18, 2014 4:30
  /// p.m. EST", "18.03.2014" (days first), and "18/03/2014" only where no other reading is possible.
  public init?(parsing string: String) {
    guard string.utf8.count <= 128, var reader = DateReader(string), let stamp = reader.read() else { return nil }
    self = stamp
  }
}

private struct DateReader {
  private var parts: [DatePart]
  private var clock: (seconds: Int, precision: DateStamp.Precision)?
  private var offset: Int?
  private var zone: String?

  init?(_ string: String) {
    guard let parts = DatePart.cut(string), !parts.isEmpty else { return nil }
    self.parts = parts
  }

  mutating func read() -> DateStamp? {
    guard takeClock(), takeFillers(), let (date, precision) = date(), date.isValid else { return nil }
    guard precision == .day || clock == nil else { return nil }
    if offset == nil, let zone, let seasonal = seasonalZones[zone] {
      offset = (isAmericanSummer(date) ? seasonal.summer : seasonal.standard) * 60
    }
    guard let clock else { return DateStamp(date, offset: nil, precision: precision) }
    return DateStamp(date, secondOfDay: clock.seconds, offset: offset, precision: clock.precision)
  }

  // MARK: clock and zone

  /// Takes "16:30:05.2 +03:00", "4:30 p.m. EST", "T163000Z", "4 pm" out of the parts; false where it cannot be.
  private mutating func takeClock() -> Bool {
    guard let start = clockStart() else { return true }
    var i = start
    guard case .number(var hour, let digits) = parts[i].kind else { return false }
    var minute = 0
    var second = 0
    var precision = DateStamp.Precision.minute
    i += 1
    if digits == 6 {
      (hour, minute, second) = (hour / 10000, hour / 100 % 100, hour % 100)
      precision = .second
    } else if digits == 4 {
      (hour, minute) = (hour / 100, hour % 100)
    } else if sign(i) == ":" || word(i) == "H", let m = number(i + 1), m.digits == 2 {
      minute = m.value
      i += 2
      if sign(i) == ":", let s = number(i + 1), s.digits == 2 {
        second = s.value
        precision = .second
        i += 2
        if sign(i) == "." || sign(i) == ",", number(i + 1) != nil, !parts[i + 1].spaceBefore { i += 2 }
      }
    }
    if let half = half(at: &i) {
      guard (1...12).contains(hour) || (half == "P" && hour < 24) else { return false }
      if half == "A", hour == 12 { hour = 0 }
      if half == "P", hour < 12 { hour += 12 }
    }
    guard hour < 24 || (hour == 24 && minute == 0 && second == 0), minute < 60, second <= 60 else { return false }
    let seconds = hour * 3600 + minute * 60 + min(second, 59)
    clock = (min(seconds, 86_399), precision)
    guard takeZone(from: &i) else { return false }
    let first = start > 0 && word(start - 1) == "T" ? start - 1 : start
    parts.removeSubrange(first..<i)
    return true
  }

  /// Where the clock time begins: at digits before a colon, before "pm", or after the T of ISO 8601.
  private func clockStart() -> Int? {
    for i in parts.indices {
      guard let n = number(i) else { continue }
      if n.digits <= 2, sign(i + 1) == ":" || (word(i + 1) == "H" && number(i + 2) != nil) { return i }
      if i > 0, word(i - 1) == "T", !parts[i].spaceBefore, [2, 4, 6].contains(n.digits) { return i }
      var next = i + 1
      if n.digits <= 2, half(at: &next) != nil { return i }
    }
    return nil
  }

  /// "A" or "P" for am and pm in all spellings, and the index after it.
  private func half(at i: inout Int) -> String? {
    switch word(i) {
    case "AM", "PM":
      defer { i += sign(i + 1) == "." ? 2 : 1 }
      return word(i) == "AM" ? "A" : "P"
    case "A", "P":
      guard sign(i + 1) == ".", word(i + 2) == "M" else { return nil }
      defer { i += sign(i + 3) == "." ? 4 : 3 }
      return word(i)
    default: return nil
    }
  }

  private mutating func takeZone(from i: inout Int) -> Bool {
    while let name = word(i), ["HRS", "HOURS", "LOCAL", "TIME", "H"].contains(name) { i += 1 }
    if sign(i) == "(", zoneName(i + 1) != nil { i += 1 }
    if let name = zoneName(i) {
      zone = name
      if let minutes = zoneOffsets[name] { offset = minutes * 60 }
      i += 1
      while let name = word(i), ["STANDARD", "DAYLIGHT", "TIME"].contains(name) { i += 1 }
      if sign(i) == ")" { i += 1 }
    }
    if let mark = sign(i), mark == "+" || mark == "-", let n = number(i + 1), !parts[i + 1].spaceBefore, n.digits <= 4 {
      var hours = n.value
      var minutes = 0
      var end = i + 2
      if n.digits >= 3 {
        (hours, minutes) = (n.value / 100, n.value % 100)
      } else if sign(end) == ":", let m = number(end + 1), m.digits == 2 {
        minutes = m.value
        end += 2
      }
      guard hours <= 18, minutes < 60 else { return false }
      offset = (mark == "-" ? -1 : 1) * (hours * 3600 + minutes * 60)
      i = end
    }
    // The comment of a mail date names the zone again.
    if sign(i) == "(", let close = parts[i...].firstIndex(where: { $0.kind == .sign(")") }) { i = close + 1 }
    return true
  }

  private func zoneName(_ i: Int) -> String? {
    guard let name = word(i) else { return nil }
    switch name {
    case "EASTERN": return "ET"
    case "CENTRAL": return "CT"
    case "MOUNTAIN": return "MT"
    case "PACIFIC": return "PT"
    default: return zoneOffsets[name] != nil || seasonalZones[name] != nil ? name : nil
    }
  }

  // MARK: the day

  /// Drops weekday, commas and the small words around a date; false where a word is left that is none of a date's.
  private mutating func takeFillers() -> Bool {
    var kept: [DatePart] = []
    for (i, part) in parts.enumerated() {
      switch part.kind {
      case .number: kept.append(part)
      case .sign(let mark):
        if mark == "-" || mark == "/" || mark == "." {
          // Only between digits or names it is part of the date: "18-Mar-2014", not "Mar. 18" or "2014 - ".
          let inner = i > 0 && i + 1 < parts.count && !part.spaceBefore && !parts[i + 1].spaceBefore
          if inner { kept.append(part) }
        } else if !",|()·".contains(mark) {
          return false
        }
      case .word(let word):
        if DatePart.month(word) != nil || (word == "W" && kept.count == 2) {
          kept.append(part)
        } else if ["ST", "ND", "RD", "TH"].contains(word) {
          guard i > 0, case .number = parts[i - 1].kind else { return false }
        } else if !DatePart.isWeekday(word), !["AT", "ON", "OF", "THE", "T", "TIME"].contains(word) {
          return false
        }
      }
    }
    parts = kept
    return true
  }

  private func date() -> (CivilDate, DateStamp.Precision)? {
    let kinds = parts.map(\.kind)
    switch kinds.count {
    case 1:
      guard let n = number(0) else { return nil }
      if n.digits == 4, (1000...2999).contains(n.value) { return (CivilDate(n.value, 1, 1), .year) }
      if n.digits == 8, (1000...2999).contains(n.value / 10_000) {
        return (CivilDate(n.value / 10_000, n.value / 100 % 100, n.value % 100), .day)
      }
      return nil
    case 2:
      // March 2014
      guard let month = month(0), let year = number(1), year.digits == 4 else { return nil }
      return (CivilDate(year.value, month, 1), .month)
    case 3:
      if let month = month(0), let day = number(1), let year = year(2) { return (CivilDate(year, month, day.value), .day) }
      if let day = number(0), let month = month(1), let year = year(2) { return (CivilDate(year, month, day.value), .day) }
      if let year = number(0), year.digits == 4, let month = month(1), let day = number(2) {
        return (CivilDate(year.value, month, day.value), .day)
      }
      guard let year = number(0), year.digits == 4, year.value > 0, let joint = sign(1), let n = number(2) else { return nil }
      if n.digits == 3, joint == "-" {
        guard (1...(CivilDate.isLeap(year.value) ? 366 : 365)).contains(n.value) else { return nil }
        return (CivilDate(year.value, 1, 1).adding(days: n.value - 1), .day)
      }
      guard n.digits <= 2, joint != "." else { return nil }
      return (CivilDate(year.value, n.value, 1), .month)
    case 5: return joined()
    case 6: return isoWeek()
    default: return nil
    }
  }

  /// 2014-03-18, 18.03.2014, 18/03/2014, 18-Mar-2014, 2014-Mar-18.
  private func joined() -> (CivilDate, DateStamp.Precision)? {
    guard let joint = sign(1), sign(3) == joint, let last = number(4) else { return nil }
    if let month = month(2), let first = number(0) {
      if first.digits == 4 { return (CivilDate(first.value, month, last.value), .day) }
      guard let year = year(4) else { return nil }
      return (CivilDate(year, month, first.value), .day)
    }
    guard let first = number(0), let second = number(2), second.digits <= 2 else { return nil }
    if first.digits == 4, first.value > 0, last.digits <= 2 { return (CivilDate(first.value, second.value, last.value), .day) }
    guard first.digits <= 2, last.digits == 4, last.value > 0 else { return nil }
    let dayFirst = CivilDate(last.value, second.value, first.value)
    if joint == "." { return (dayFirst, .day) }
    let monthFirst = CivilDate(last.value, first.value, second.value)
    if dayFirst.isValid, monthFirst.isValid, dayFirst != monthFirst { return nil }
    return (dayFirst.isValid ? dayFirst : monthFirst, .day)
  }

  /// 2014-W12-2.
  private func isoWeek() -> (CivilDate, DateStamp.Precision)? {
    guard let year = number(0), year.digits == 4, sign(1) == "-", word(2) == "W", let week = number(3), sign(4) == "-",
      let day = number(5)
    else { return nil }
    return weekDate(year.value, week.value, day.value)
  }

  private func weekDate(_ year: Int, _ week: Int, _ day: Int) -> (CivilDate, DateStamp.Precision)? {
    guard (1...7).contains(day), (1...53).contains(week) else { return nil }
    let fourth = CivilDate(year, 1, 4)
    let date = fourth.adding(days: (week - 1) * 7 + day - fourth.weekday)
    return date.isoWeek.week == week ? (date, .day) : nil
  }

  // MARK: parts

  private func number(_ i: Int) -> (value: Int, digits: Int)? {
    guard parts.indices.contains(i), case .number(let value, let digits) = parts[i].kind else { return nil }
    return (value, digits)
  }

  /// Four digits, or two as mail of the last century wrote them (RFC 2822 4.3).
  private func year(_ i: Int) -> Int? {
    guard let n = number(i) else { return nil }
    if n.digits == 4, n.value > 0 { return n.value }
    guard n.digits == 2 else { return nil }
    return n.value < 50 ? 2000 + n.value : 1900 + n.value
  }

  private func word(_ i: Int) -> String? {
    guard parts.indices.contains(i), case .word(let word) = parts[i].kind else { return nil }
    return word
  }

  private func sign(_ i: Int) -> Character? {
    guard parts.indices.contains(i), case .sign(let sign) = parts[i].kind else { return nil }
    return sign
  }

  private func month(_ i: Int) -> Int? { word(i).flatMap(DatePart.month) }
}

/// Summer time in the United States, by the rule of its year.
func isAmericanSummer(_ date: CivilDate) -> Bool {
  func sunday(_ n: Int, of month: Int) -> CivilDate {
    let first = CivilDate(date.year, month, 1)
    return first.adding(days: 7 - first.weekday + (n - 1) * 7)
  }
  if date.year >= 2007 { return date >= sunday(2, of: 3) && date < sunday(1, of: 11) }
  let lastOfOctober = sunday(1, of: 11).adding(days: -7)
  return date >= sunday(1, of: 4) && date < lastOfOctober
}
