// A date as a source wrote it: to the year, the month, the day or the minute, with its offset where it has one.

/// A publication date: the local calendar date, and the clock time and offset where the source gives them.
///
/// Expressions in the text are resolved against `date`, the local one; lists are sorted by `instant`.
public struct DateStamp: Hashable, Sendable, Codable {
  public enum Precision: String, Hashable, Sendable, Codable, CaseIterable {
    case year, month, day, minute, second
  }

  /// The local date; the first of the period where the precision is a month or a year.
  public var date: CivilDate
  /// Seconds since local midnight, 0..<86400 (86400 for a leap second or 24:00 is clamped); nil without a clock time.
  public var secondOfDay: Int?
  /// Seconds east of UTC; nil where the source has none, which reads as UTC for sorting.
  public var offset: Int?
  public var precision: Precision

  public init(_ date: CivilDate, secondOfDay: Int? = nil, offset: Int? = nil, precision: Precision = .day) {
    self.date = date
    self.secondOfDay = secondOfDay
    self.offset = offset
    self.precision = precision
  }

  /// Seconds since 1970-01-01T00:00Z.
  public var instant: Int { date.dayNumber * 86_400 + (secondOfDay ?? 0) - (offset ?? 0) }

  /// ISO 8601 to the precision it has: "2013", "2013-02", "2013-02-05", "2013-02-05T16:30+03:00".
  public var iso: String {
    switch precision {
    case .year: return pad(date.year, 4)
    case .month: return "\(pad(date.year, 4))-\(pad(date.month, 2))"
    case .day: return date.iso
    case .minute, .second:
      let time = secondOfDay ?? 0
      var text = "\(date.iso)T\(pad(time / 3600, 2)):\(pad(time / 60 % 60, 2))"
      if precision == .second { text += ":\(pad(time % 60, 2))" }
      guard let offset else { return text }
      if offset == 0 { return text + "Z" }
      return text + "\(offset < 0 ? "-" : "+")\(pad(abs(offset) / 3600, 2)):\(pad(abs(offset) / 60 % 60, 2))"
    }
  }
}
