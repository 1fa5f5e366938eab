// What a word can be in an expression of time. A word may be several things ("second", "fall"); its context decides.

/// A set of roles that one token can play.
struct WordClass: OptionSet, Hashable, Sendable {
  let rawValue: UInt64

  static let month = WordClass(rawValue: 1 << 0)
  static let weekday = WordClass(rawValue: 1 << 1)
  /// "year"
  static let unit = WordClass(rawValue: 1 << 2)
  /// "years"
  static let units = WordClass(rawValue: 1 << 3)
  /// one ... nineteen
  static let small = WordClass(rawValue: 1 << 4)
  /// twenty ... ninety
  static let tens = WordClass(rawValue: 1 << 5)
  /// hundred, thousand
  static let power = WordClass(rawValue: 1 << 6)
  /// several, few, many: a number nobody gives
  static let vague = WordClass(rawValue: 1 << 7)
  static let ordinal = WordClass(rawValue: 1 << 8)
  static let season = WordClass(rawValue: 1 << 9)
  /// morning, afternoon, evening, night
  static let part = WordClass(rawValue: 1 << 10)
  static let parts = WordClass(rawValue: 1 << 11)
  /// twenties ... nineties
  static let decadeWord = WordClass(rawValue: 1 << 12)
  /// last, this, next: against the publication date
  static let deictic = WordClass(rawValue: 1 << 13)
  /// previous, same, following: against a date of the text
  static let anaphor = WordClass(rawValue: 1 << 14)
  /// early, mid, late
  static let edge = WordClass(rawValue: 1 << 15)
  /// about, nearly, almost
  static let approx = WordClass(rawValue: 1 << 16)
  static let holiday = WordClass(rawValue: 1 << 17)
  static let zone = WordClass(rawValue: 1 << 18)
  /// every, each
  static let each = WordClass(rawValue: 1 << 19)
  /// a.m., p.m.
  static let halfDay = WordClass(rawValue: 1 << 20)
  /// daily, weekly
  static let adverb = WordClass(rawValue: 1 << 21)
  /// Mondays
  static let weekdays = WordClass(rawValue: 1 << 22)
  /// beginning, middle, end (of)
  static let stretch = WordClass(rawValue: 1 << 23)
  /// BC, AD
  static let era = WordClass(rawValue: 1 << 24)
  /// the marks that may stand between the two ends of a range: - – — to through
  static let rangeMark = WordClass(rawValue: 1 << 25)
  /// a stretch of money matters without a fixed length: "period", "quarter"
  static let period = WordClass(rawValue: 1 << 26)

  // What digits can be.
  /// digits, with or without thousands separators
  static let integer = WordClass(rawValue: 1 << 32)
  /// 1...31, one or two digits
  static let dayNumber = WordClass(rawValue: 1 << 33)
  /// 1...12, one or two digits
  static let monthNumber = WordClass(rawValue: 1 << 34)
  /// four digits, 1000...2199
  static let year = WordClass(rawValue: 1 << 35)
  /// two digits
  static let shortYear = WordClass(rawValue: 1 << 36)
  /// 1970s, 70s
  static let decade = WordClass(rawValue: 1 << 37)
  /// 10:30, 10:30:15
  static let clock = WordClass(rawValue: 1 << 38)
  /// 3pm, 3:30pm
  static let clockHalf = WordClass(rawValue: 1 << 39)
  /// four digits of a clock: 0800
  static let militaryClock = WordClass(rawValue: 1 << 40)
  /// 0...24, one or two digits
  static let hourNumber = WordClass(rawValue: 1 << 41)
  /// 5.5: a half
  static let decimal = WordClass(rawValue: 1 << 42)
  /// the day and the clock of an ISO instant: 05T16:30Z
  static let isoTail = WordClass(rawValue: 1 << 43)
  /// 1st ... 31st in digits
  static let dayOrdinal = WordClass(rawValue: 1 << 44)
  /// any four digits or fewer before BC
  static let eraYear = WordClass(rawValue: 1 << 45)
}

/// A token as the rules read it.
struct TimeWord: Hashable, Sendable {
  /// Its number in the vocabulary; 0 for a word that no rule knows.
  var id: Int
  var classes: WordClass
  /// The month, weekday, number, ordinal, offset ... that it stands for; for clock times seconds since midnight.
  var number: Int
  /// The unit it names, where it is one.
  var unit: TimeUnit?
  /// A second code: the TIMEX3 modifier, the part of the day, the holiday.
  var code: String

  static let unknown = TimeWord(id: 0, classes: [], number: 0, unit: nil, code: "")
}
