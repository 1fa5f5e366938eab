// Steps from a date: so many units before or after the publication, or the date that the text spoke of.

extension Resolver {
  func fromPublication(_ count: Int, _ unit: TimeUnit, _ tense: Tense?) -> Resolution {
    anchored(unit, "from-publication") { date in
      if unit == .weekend { return weekend(count, date, tense) }
      let period = Period.holding(date, unit: unit)?.shifted(count, unit)
      let name = CalendarWords.name(unit)
      let reason: String
      switch (unit, count) {
      case (.day, 0): reason = "the publication date"
      case (.day, -1): reason = "the day before the publication date"
      case (.day, 1): reason = "the day after the publication date"
      case (_, 0): reason = "the \(name) of the publication date"
      case (_, ..<0): reason = "the \(name) before that of the publication date"
      default: reason = "the \(name) after that of the publication date"
      }
      return .found(period, "\(name)-\(count == 0 ? "this" : count < 0 ? "last" : "next")", reason, anchor: anchorText)
    }
  }

  private func weekend(_ count: Int, _ date: CivilDate, _ tense: Tense?) -> Resolution {
    let offset = count != 0 ? count : tense == .past && date.weekday <= 3 ? -1 : 0
    return .found(
      Period.holding(date, unit: .weekend)?.shifted(offset, .weekend), "weekend",
      offset < 0
        ? "the weekend before the publication date" : offset == 0 ? "the weekend of the publication week" : "the weekend after",
      anchor: anchorText)
  }

  /// "the year", "the quarter", "the weekend".
  func here(_ unit: TimeUnit, _ tense: Tense?, _ sentence: Int) -> Resolution {
    switch unit {
    case .weekend:
      return anchored(.day, "weekend") { weekend(tense == .future || $0.weekday >= 6 ? 0 : -1, $0, tense) }
    case .quarter:
      if let quarter = quarter?.period {
        return .found(quarter, "quarter-text", "the quarter named before", anchor: quarter.value)
      }
      return anchored(.month, "quarter") {
        .found(
          Period.holding($0, unit: .quarter)?.shifted(-1, .quarter), "quarter-last",
          "the last quarter over before the publication date",
          anchor: anchorText, doubt: true)
      }
    case .day:
      // "ended the day higher": the day that the text speaks of, else that of the report.
      guard let day else { return fromPublication(0, .day, tense).doubted }
      return .found(day.period, "text-day", "the day named before", anchor: day.period.value)
    default:
      if isHistory || focus?.sentence == sentence && focus?.isWritten == true { return fromText(0, unit, sentence) }
      return fromPublication(0, unit, tense)
    }
  }

  func fromText(_ count: Int, _ unit: TimeUnit, _ sentence: Int) -> Resolution {
    let name = CalendarWords.name(unit)
    guard let base = focused(unit, sentence) else {
      if published != nil, unit != .day, count <= 0 { return fromPublication(count, unit, nil).doubted }
      return .unresolved("text-\(name)", "no \(name) named before it")
    }
    let period = Period.holding(base.first, unit: unit)?.shifted(count, unit)
    let reason = count == 0 ? "the \(name) named before" : "the \(name) \(count < 0 ? "before" : "after") the one named before"
    return .found(period, "text-\(name)", reason, anchor: base.value)
  }

  /// "three days ago", "two years from now".
  func shiftedFromPublication(_ amount: Amount, _ unit: TimeUnit, sign: Int, _ sentence: Int) -> Resolution {
    let rule = sign < 0 ? "ago" : "ahead"
    guard let halves = amount.halves, halves < 400_000 else {
      return .reference(sign < 0 ? "PAST_REF" : "FUTURE_REF", rule, "no number is given")
    }
    if unit < .day { return .reference(sign < 0 ? "PAST_REF" : "FUTURE_REF", rule, "too short to be a date") }
    if unit == .year, halves == 2, sign < 0, let quarter, sentence - quarter.sentence <= 6 { return yearAgo(sentence) }
    let reason = "counted \(sign < 0 ? "back" : "on") from the publication date"
    // "a week ago", "two weeks ago" are said of a day, "six weeks ago" of a week.
    if unit == .week, sign < 0, halves == 2 || halves == 4 {
      return anchored(.day, rule) {
        .found(.day($0.adding(days: -7 * halves / 2)), rule, reason, anchor: anchorText, doubt: true)
      }
    }
    return anchored(halves % 2 == 1 ? .month : unit, rule) { date in
      .found(step(from: .day(date), halves: halves * sign, unit), rule, reason, anchor: anchorText)
    }
  }

  /// "a year ago" beside a quarter's figures means that quarter of the year before.
  func yearAgo(_ sentence: Int) -> Resolution {
    if let quarter, sentence - quarter.sentence <= 6 {
      return .found(
        sameOfYear(quarter.period, -1), "year-ago", "the same quarter, a year before", anchor: quarter.period.value, doubt: true)
    }
    if let focus, focus.sentence == sentence, focus.period.unit >= .month {
      return .found(sameOfYear(focus.period, -1), "year-ago", "a year before the date named before", anchor: focus.period.value)
    }
    return shiftedFromPublication(.exactly(1), .year, sign: -1, sentence)
  }

  /// "the 1988 period": the quarter that is reported on, of that year.
  func samePeriod(_ year: When, _ tense: Tense?, _ sentence: Int) -> Resolution {
    derived(year, tense, sentence, "same-period", "the same stretch of that year") { period in
      if case .quarter(_, let number)? = quarter?.period { return .quarter(period.year, number) }
      return period
    }
  }

  /// "two days later", "a year earlier": from the date in focus, else from the publication date.
  func moved(_ amount: Amount, _ unit: TimeUnit, sign: Int, _ sentence: Int) -> Resolution {
    guard let halves = amount.halves, halves < 400_000 else {
      return .reference(sign < 0 ? "PAST_REF" : "FUTURE_REF", "moved", "no number is given")
    }
    if unit < .day { return .reference(sign < 0 ? "PAST_REF" : "FUTURE_REF", "moved", "too short to be a date") }
    if unit == .year, halves == 2, sign < 0, !isHistory { return yearAgo(sentence) }
    if let focus = base(sentence), focus.period.unit <= unit, isHistory || sentence - focus.sentence <= 3 {
      let period =
        unit == .year && halves % 2 == 0
        ? sameOfYear(focus.period, halves / 2 * sign) : step(from: focus.period, halves: halves * sign, unit)
      return .found(
        period, "moved", "counted \(sign < 0 ? "back" : "on") from the date named before", anchor: focus.period.value,
        doubt: !focus.isWritten)
    }
    if sign > 0 || isHistory { return .unresolved("moved", "no \(CalendarWords.name(unit)) named before it") }
    return shiftedFromPublication(amount, unit, sign: sign, sentence).doubted
  }

  func beside(_ other: When, _ count: Int, _ unit: TimeUnit, _ tense: Tense?, _ sentence: Int) -> Resolution {
    derived(other, tense, sentence, "beside", "counted from the date it names") { period in
      if unit == .year { return sameOfYear(period, count) }
      return Period.day(count < 0 ? period.first : period.last).shifted(count, unit)
    }
  }

  /// The same quarter, month or day of another year; of a day only its year is meant.
  private func sameOfYear(_ period: Period, _ years: Int) -> Period? {
    switch isHistory ? .year(period.year) : period {
    case .quarter(let year, let quarter): .quarter(year + years, quarter)
    case .month(let year, let month): .month(year + years, month)
    default: period.shifted(years, .year)
    }
  }

  private func step(from period: Period, halves: Int, _ unit: TimeUnit) -> Period? {
    if halves % 2 == 0 {
      // Decades ago is a year, not a decade.
      switch unit {
      case .decade: return period.shifted(halves / 2 * 10, .year)
      case .century: return period.shifted(halves / 2 * 100, .year)
      default: return period.shifted(halves / 2, unit)
      }
    }
    switch unit {
    case .year: return period.shifted(halves * 6, .month)
    case .decade: return period.shifted(halves * 5, .year)
    case .century: return period.shifted(halves * 50, .year)
    case .month: return period.shifted(halves * 15, .day)
    case .week: return period.shifted(halves * 7 / 2, .day)
    default: return period.shifted(halves / 2, unit)
    }
  }
}

extension Resolution {
  /// The same, marked as guessed.
  var doubted: Resolution {
    var copy = self
    copy.doubt = value != nil
    return copy
  }
}
