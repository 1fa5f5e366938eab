// The place of an article in the list: a unique number that rises with the publication instant, and is the row id of the
// full-text index, so that lists, pages and searches stream newest first without sorting.
//
// Thirty-two places a minute: steps small enough that the index grows by a few per cent only (an instant in nanoseconds
// would add half), and 46,080 places for the articles of a day that give no clock time.

enum ListKey {
  static let placesPerMinute: Int64 = 32
  static let placesPerDay: Int64 = 1440 * placesPerMinute
  /// Keys below this one belong to undated articles, in the order of their arrival.
  static let firstDated: Int64 = 1 << 32
  private static let firstDay = CivilDate(1, 1, 1).dayNumber
  private static let lastDay = CivilDate(9999, 12, 31).dayNumber

  /// The first place of a day (days since 1970-01-01, kept between the years 1 and 9999).
  static func start(ofDay day: Int) -> Int64 {
    firstDated + Int64(min(max(day, firstDay), lastDay + 1) - firstDay) * placesPerDay
  }

  /// The place that a publication date asks for: its minute, or the start of its day, month or year. nil if undated.
  static func wanted(_ date: DateStamp?) -> Int64? {
    guard let date else { return nil }
    guard date.secondOfDay != nil else { return start(ofDay: date.date.dayNumber) }
    let minute = date.instant >= 0 ? date.instant / 60 : (date.instant - 59) / 60
    let day = minute >= 0 ? minute / 1440 : (minute - 1439) / 1440
    return start(ofDay: day) + Int64(minute - day * 1440) * placesPerMinute
  }

  static func isDated(_ key: Int64) -> Bool { key >= firstDated }
}

extension ListKey {
  /// The day that the first dated place belongs to.
  static var dayOfFirst: Int { CivilDate(1, 1, 1).dayNumber }

  /// The day (in UTC where the article gives a clock time) of a dated key.
  static func day(of key: Int64) -> Int { dayOfFirst + Int((key - firstDated) / placesPerDay) }
}
