// Reads a TIMEX3 value back into a period, so that rows can be sorted without keeping the period beside the value.

extension Period {
  /// The period that a TIMEX3 value names; a clock time or a part of the day falls away. Nil for durations, sets, vague
  /// references and anything malformed.
  init?(value: String) {
    var text = Substring(value)
    if let t = text.firstIndex(of: "T") { text = text[..<t] }
    var sign = 1
    if text.hasPrefix("BC") {
      text = text.dropFirst(2)
      sign = -1
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let head = parts.first, let number = Period.digits(head) else { return nil }
    switch (parts.count, head.utf8.count) {
    case (1, 4): self = .year(sign * number)
    case (1, 3): self = .decade(sign * number)
    case (1, 2): self = .century(sign * number)
    case (2, 4): self.init(year: sign * number, part: parts[1])
    case (3, 4):
      if parts[2] == "WE", case .week(let year, let week) = Period(year: sign * number, part: parts[1]) {
        self = .weekend(year, week)
        return
      }
      guard parts[1].utf8.count == 2, parts[2].utf8.count == 2, let month = Period.digits(parts[1]),
        let day = Period.digits(parts[2])
      else { return nil }
      let date = CivilDate(sign * number, month, day)
      guard date.isValid else { return nil }
      self = .day(date)
    default: return nil
    }
  }

  private init?(year: Int, part: Substring) {
    let rest = part.dropFirst()
    if let season = Season(rawValue: String(part)) {
      self = .season(year, season)
    } else if part.hasPrefix("W"), let week = Period.digits(rest), (1...53).contains(week) {
      self = .week(year, week)
    } else if part.hasPrefix("Q"), let quarter = Period.digits(rest), (1...4).contains(quarter) {
      self = .quarter(year, quarter)
    } else if part.hasPrefix("H"), let half = Period.digits(rest), (1...2).contains(half) {
      self = .half(year, half)
    } else if part.utf8.count == 2, let month = Period.digits(part), (1...12).contains(month) {
      self = .month(year, month)
    } else {
      return nil
    }
  }

  private static func digits(_ text: Substring) -> Int? {
    guard !text.isEmpty, text.utf8.count <= 4, text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    return Int(text)
  }
}
