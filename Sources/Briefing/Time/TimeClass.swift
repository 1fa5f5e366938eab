// What a word can be in an expression of time. A word may be several things ("second", "fall"); its context decides.

/// A set of roles that one token can play.
struct TimeClass: OptionSet, Hashable, Sendable {
  let rawValue: UInt64

  static let month = TimeClass(rawValue: 1 << 0)
  static let weekday = TimeClass(rawValue: 1 << 1)
  /// "year"
  static let unit = TimeClass(rawValue: 1 << 2)
  /// "years"
  static let units = TimeClass(rawValue: 1 << 3)
  /// one ... nineteen
  static let small = TimeClass(rawValue: 1 << 4)
  /// twenty ... ninety
  static let tens = TimeClass(rawValue: 1 << 5)
  /// hundred, thousand
  static let power = TimeClass(rawValue: 1 << 6)
  /// several, few, many: a number nobody gives
  static let vague = TimeClass(rawValue: 1 << 7)
  static let ordinal = TimeClass(rawValue: 1 << 8)
  static let season = TimeClass(rawValue: 1 << 9)
  /// morning, afternoon, evening, night
  static let part = TimeClass(rawValue: 1 << 10)
  static let parts = TimeClass(rawValue: 1 << 11)
  /// twenties ... nineties
  static let decadeWord = TimeClass(rawValue: 1 << 12)
  /// last, this, next: against the publication date
  static let deictic = TimeClass(rawValue: 1 << 13)
  /// previous, same, following: against a date of the text
  static let anaphor = TimeClass(rawValue: 1 << 14)
  /// early, mid, late
  static let edge = TimeClass(rawValue: 1 << 15)
  /// about, nearly, almost
  static let approx = TimeClass(rawValue: 1 << 16)
  static let zone = TimeClass(rawValue: 1 << 18)
  /// every, each
  static let each = TimeClass(rawValue: 1 << 19)
  /// a.m., p.m.
  static let halfDay = TimeClass(rawValue: 1 << 20)
  /// daily, weekly
  static let adverb = TimeClass(rawValue: 1 << 21)
  /// Mondays
  static let weekdays = TimeClass(rawValue: 1 << 22)
  /// beginning, middle, end (of)
  static let stretch = TimeClass(rawValue: 1 << 23)
  /// BC, AD
  static let era = TimeClass(rawValue: 1 << 24)
  /// the marks that may stand between the two ends of a range: - – — to through
  static let rangeMark = TimeClass(rawValue: 1 << 25)

  // What digits can be.
  /// digits, with or without thousands separators
  static let integer = TimeClass(rawValue: 1 << 32)
  /// 1...31, one or two digits
  static let dayNumber = TimeClass(rawValue: 1 << 33)
  /// 1...12, one or two digits
  static let monthNumber = TimeClass(rawValue: 1 << 34)
  /// four digits, 1000...2199
  static let year = TimeClass(rawValue: 1 << 35)
  /// two digits
  static let shortYear = TimeClass(rawValue: 1 << 36)
  /// 1970s, 70s
  static let decade = TimeClass(rawValue: 1 << 37)
  /// 10:30, 10:30:15
  static let clock = TimeClass(rawValue: 1 << 38)
  /// 11.47, where a zone or "a.m." makes it a clock time
  static let pointClock = TimeClass(rawValue: 1 << 46)
  /// 3pm, 3:30pm
  static let clockHalf = TimeClass(rawValue: 1 << 39)
  /// four digits of a clock: 0800
  static let militaryClock = TimeClass(rawValue: 1 << 40)
  /// 0...24, one or two digits
  static let hourNumber = TimeClass(rawValue: 1 << 41)
  /// 5.5: a half
  static let decimal = TimeClass(rawValue: 1 << 42)
  /// the day and the clock of an ISO instant: 05T16:30Z
  static let isoTail = TimeClass(rawValue: 1 << 43)
  /// 1st ... 31st in digits
  static let dayOrdinal = TimeClass(rawValue: 1 << 44)
  /// any four digits or fewer before BC
  static let eraYear = TimeClass(rawValue: 1 << 45)
}

/// A token as the rules read it.
struct TimeWord: Hashable, Sendable {
  /// Its number in the vocabulary; 0 for a word that no rule knows.
  var id: Int
  var classes: TimeClass
  /// The month, weekday, number, ordinal, offset ... that it stands for; for clock times seconds since midnight.
  var number: Int
  /// The unit it names, where it is one.
  var unit: TimeUnit?
  /// A second code: the TIMEX3 modifier, the part of the day.
  var code: String

  static let unknown = TimeWord(id: 0, classes: [], number: 0, unit: nil, code: "")
}
