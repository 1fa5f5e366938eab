// Gives meanings their calendar values: against the publication date, or against the date that the text spoke of last.

struct Resolver {
  let published: DateStamp?
  /// The text tells of a past with written years (a history): a month without a year belongs to the year named before it.
  let isHistory: Bool
  /// The date that the text spoke of last, its sentence, and whether its year was written.
  private(set) var focus: Focus?
  /// The quarter that the text reports on, and its sentence.
  private(set) var quarter: Focus?

  /// Whether the date under way is only a look aside from the story.
  var isAside = false
  /// The date that a history named last, be it one that its story left again at once.
  private var lastNamed: Focus?

  /// The day that the text spoke of last.
  private(set) var day: Focus?

  struct Focus {
    var period: Period
    var sentence: Int
    var isWritten: Bool
    var isAside = false
  }

  init(published: DateStamp?, isHistory: Bool) {
    self.published = published
    self.isHistory = isHistory
  }

  /// Remembers a date for what follows in the text.
  ///
  /// A year ago is only compared with: in news the text goes on about what is now. In a history "today" is a quotation's, and
  /// a look back or aside leaves the story where it was.
  mutating func note(_ period: Period, of when: When, sentence: Int) {
    if period.unit >= .decade || !isHistory && when.isComparison || isHistory && when.isLoose { return }
    let isWritten = when.isWritten
    let looksAside = isHistory && (isAside || when.looksBack || when.leansOnText && base(sentence)?.isAside ?? false)
    let noted = Focus(period: period, sentence: sentence, isWritten: isWritten, isAside: looksAside)
    if case .quarter = period { quarter = noted }
    if case .day = period { day = noted }
    lastNamed = noted
    if !looksAside { focus = noted }
  }

  /// What "that year" and "two days later" lean on: the date named last if it stands close, else where the story is.
  func base(_ sentence: Int) -> Focus? {
    if isHistory, let lastNamed, sentence - lastNamed.sentence <= 1 { return lastNamed }
    return focus
  }

  /// What a place in the calendar is, in a sentence whose verb has this tense.
  func resolve(_ when: When, tense: Tense?, sentence: Int) -> Resolution {
    switch when {
    case .at(let period):
      return .found(period, "written", "\(CalendarWords.name(period.unit)) as written")
    case .month(let month, let pick): return resolveMonth(month, pick, tense)
    case .monthDay(let month, let day): return resolveMonthDay(month, day, tense, sentence)
    case .season(let season, let pick): return resolveSeason(season, pick, tense)
    case .quarter(let number, _): return resolveQuarter(number, tense)
    case .half(let half, _):
      return anchored(.year, "half") { .found(.half($0.year, half), "half", "half of the publication year", anchor: anchorText) }
    case .holiday(let code, let pick): return resolveHoliday(code, pick, tense)
    case .weekday(let day, let pick): return resolveWeekday(day, pick, tense)
    case .dayOfMonth(let day): return resolveDayOfMonth(day, sentence)
    case .fromPublication(let count, let unit): return fromPublication(count, unit, tense)
    case .fromText(let count, let unit): return fromText(count, unit, sentence)
    case .here(let unit): return here(unit, tense, sentence)
    case .ago(let amount, let unit): return shiftedFromPublication(amount, unit, sign: -1, sentence)
    case .ahead(let amount, let unit): return shiftedFromPublication(amount, unit, sign: 1, sentence)
    case .yearAgo: return yearAgo(sentence)
    case .samePeriod(let year): return samePeriod(year, tense, sentence)
    case .moved(let amount, let unit, let forward): return moved(amount, unit, sign: forward ? 1 : -1, sentence)
    case .beside(let other, let count, let unit): return beside(other, count, unit, tense, sentence)
    case .within(let inner, let outer): return within(inner, outer, tense, sentence)
    case .around(let other, let unit):
      return derived(other, tense, sentence, "around", "the \(CalendarWords.name(unit)) of that date") {
        Period.holding($0.first, unit: unit)
      }
    case .nth(let n, let unit, let other):
      return derived(other, tense, sentence, "nth", "counted in that \(CalendarWords.name(unit == .day ? .month : .year))") {
        nth(n, unit, in: $0)
      }
    }
  }

  /// The publication date as an anchor is shown.
  var anchorText: String? { published?.iso.prefix(10).description }

  /// The publication date where it is exact enough for a unit; else the resolution that says why there is none.
  func anchored(_ unit: TimeUnit, _ rule: String, _ body: (CivilDate) -> Resolution) -> Resolution {
    guard let published else { return .unresolved(rule, "no publication date") }
    switch published.precision {
    case .year where unit < .year: return .unresolved(rule, "publication date is known to the year only")
    case .month where unit < .month: return .unresolved(rule, "publication date is known to the month only")
    default: return body(published.date)
    }
  }

  /// A period made from another date, which must be resolved first.
  func derived(
    _ other: When, _ tense: Tense?, _ sentence: Int, _ rule: String, _ reason: String, _ make: (Period) -> Period?
  ) -> Resolution {
    var inner = resolve(other, tense: tense, sentence: sentence)
    guard let period = inner.period else { return inner }
    guard let made = make(period) else { return .unresolved(rule, "no such date") }
    inner.period = made
    inner.value = made.value
    inner.rule = rule
    inner.reason = reason
    return inner
  }

  /// The date the text spoke of, if it is no coarser than the unit.
  func focused(_ unit: TimeUnit, _ sentence: Int) -> Period? {
    guard let period = base(sentence)?.period, period.unit <= unit else { return nil }
    return period
  }

  private func nth(_ n: Int, _ unit: TimeUnit, in period: Period) -> Period? {
    guard period.unit > unit else { return nil }
    // ISO 8601 counts a week to the month and the year of its Thursday.
    if unit == .week {
      let edge = n < 0 ? period.last.adding(days: -3) : period.first.adding(days: 3)
      return Period.holding(edge, unit: .week)?.shifted(n > 0 ? n - 1 : 0, .week)
    }
    if n < 0 { return Period.holding(period.last, unit: unit) }
    guard n > 0 else { return nil }
    switch unit {
    case .day: return .day(period.first.adding(days: n - 1))
    case .month: return .month(period.year, period.first.month).shifted(n - 1, .month)
    default:
      let start = Period.holding(period.first, unit: unit)
      return start?.shifted(n - 1, unit)
    }
  }
}
