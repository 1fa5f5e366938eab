// Names that come back every year or week: which of them is meant.

extension Resolver {
  /// In a history the year that it has come to: that of the last date, or the next where it goes on from an autumn to a
  /// winter month.
  private func textYear(before month: Int) -> Int? {
    guard isHistory, let period = focus?.period else { return nil }
    let hasTurned = period.unit <= .month && period.first.month >= 10 && month <= 3
    return period.year + (hasTurned ? 1 : 0)
  }

  func resolveWeekday(_ day: Int, _ pick: Pick, _ tense: Tense?) -> Resolution {
    let name = CalendarWords.weekdays[day - 1]
    // Far from its publication a history counts weekdays from where it is.
    if isHistory, pick == .bare, let base = focus?.period, case .day(let date) = base,
      published.map({ $0.date.dayNumber - date.dayNumber > 30 }) ?? true
    {
      return .found(
        .day(date.adding(days: -((date.weekday - day + 7) % 7))), "weekday-text", "the last \(name) up to the day named before",
        anchor: base.value, doubt: true)
    }
    return anchored(.day, "weekday") { date in
      let back = (date.weekday - day + 7) % 7
      func found(_ offset: Int, _ rule: String, _ reason: String, doubt: Bool = false) -> Resolution {
        .found(.day(date.adding(days: offset)), rule, reason, anchor: anchorText, doubt: doubt)
      }
      switch pick {
      case .last: return found(back == 0 ? -7 : -back, "weekday-last", "the last \(name) before the publication date")
      case .next: return found(7 - back, "weekday-next", "the first \(name) after the publication date")
      case .this:
        if tense == .past { return found(-back, "weekday-this", "the last \(name) up to the publication date") }
        return found(back == 0 ? 0 : 7 - back, "weekday-this", "the first \(name) from the publication date")
      case .bare:
        if tense == .future, back != 0 {
          return found(7 - back, "weekday-future", "the first \(name) after the publication date: the verb looks ahead")
        }
        if tense == .likelyFuture, back != 0 {
          return found(
            7 - back, "weekday-future", "the first \(name) after the publication date: the verb seems to look ahead", doubt: true)
        }
        return found(
          -back, "weekday-past", "the last \(name) up to the publication date", doubt: tense != .past && back != 0)
      }
    }
  }

  func resolveMonth(_ month: Int, _ pick: Pick, _ tense: Tense?) -> Resolution {
    if pick == .bare, let year = textYear(before: month) {
      return .found(.month(year, month), "month-text", "in \(year), the year named before", anchor: focus?.period.value)
    }
    return anchored(.month, "month") { date in
      let ahead = month - date.month
      func found(_ year: Int, _ reason: String, doubt: Bool = false) -> Resolution {
        .found(.month(year, month), "month", reason, anchor: anchorText, doubt: doubt)
      }
      switch pick {
      case .last: return found(ahead < 0 ? date.year : date.year - 1, "the last one before the publication date")
      case .next: return found(ahead > 0 ? date.year : date.year + 1, "the first one after the publication date")
      case .this: return found(date.year, "in the publication year")
      case .bare:
        if ahead == 0 { return found(date.year, "the month of publication") }
        if ahead < 0 {
          if tense == .future || tense == .likelyFuture && ahead < -3 {
            return found(
              date.year + 1, "the first one after the publication date: the verb looks ahead", doubt: tense == .likelyFuture)
          }
          if ahead < -6, tense == .present { return found(date.year + 1, "the nearest to the publication date", doubt: true) }
          return found(date.year, "the last one before the publication date", doubt: tense == nil || tense == .likelyFuture)
        }
        if tense == .future { return found(date.year, "the first one after the publication date: the verb looks ahead") }
        // News names the months right ahead more often than those of ten months ago, whatever the verb.
        if ahead > 2, tense == .past || ahead > 6 {
          return found(date.year - 1, "the last one before the publication date", doubt: tense != .past)
        }
        return found(date.year, "in the publication year", doubt: true)
      }
    }
  }

  /// A day later in the year of a whole date that the sentence has named: "invaded on 24 February 2022, and on 18 May
  /// applied". Not so near the publication, whose days are named without a year.
  private func dayOfSentence(_ month: Int, _ day: Int, _ sentence: Int) -> Resolution? {
    guard let focus, focus.sentence == sentence, focus.isWritten, case .day(let named) = focus.period else { return nil }
    let candidate = CivilDate(named.year, month, day)
    guard candidate.isValid, candidate > named else { return nil }
    if let published {
      let isNear = [published.date.year - 1, published.date.year, published.date.year + 1].contains {
        let near = CivilDate($0, month, day)
        return near.isValid && abs(near.dayNumber - published.date.dayNumber) <= 60
      }
      guard !isNear else { return nil }
    }
    return .found(
      .day(candidate), "month-day-text", "in \(named.year), the year named before", anchor: focus.period.value, doubt: true)
  }

  func resolveMonthDay(_ month: Int, _ day: Int, _ tense: Tense?, _ sentence: Int) -> Resolution {
    if let year = textYear(before: month), CivilDate(year, month, day).isValid {
      return .found(
        .day(CivilDate(year, month, day)), "month-day-text", "in \(year), the year named before", anchor: focus?.period.value)
    }
    if let found = dayOfSentence(month, day, sentence) { return found }
    return anchored(.month, "month-day") { date in
      func found(_ year: Int, _ reason: String, doubt: Bool = false) -> Resolution {
        let candidate = CivilDate(year, month, day)
        guard candidate.isValid else {
          let leap = [year - 1, year - 2, year - 3, year + 1].first { CivilDate($0, month, day).isValid } ?? year - 4
          return .found(.day(CivilDate(leap, month, day)), "month-day", "the nearest leap year", anchor: anchorText, doubt: true)
        }
        return .found(.day(candidate), "month-day", reason, anchor: anchorText, doubt: doubt)
      }
      let ahead = (month - date.month) * 31 + day - date.day
      if ahead < 0, tense == .future || tense == .likelyFuture && ahead < -120 || ahead < -300 && tense != .past {
        return found(date.year + 1, "the next one after the publication date", doubt: tense != .future)
      }
      if ahead <= 0 { return found(date.year, "the last one up to the publication date") }
      if ahead > 100, tense == .past || ahead > 186, tense != .future {
        return found(date.year - 1, "the last one before the publication date", doubt: tense != .past)
      }
      return found(date.year, "the first one after the publication date", doubt: tense == .past)
    }
  }

  func resolveSeason(_ season: Period.Season, _ pick: Pick, _ tense: Tense?) -> Resolution {
    if pick != .this, isHistory, let period = focus?.period {
      // A winter is counted to the year in which it ends: the one ahead, unless the year is still in its own.
      let isOver =
        season == .winter
        ? period.unit > .season || period.last.month > 5
        : pick == .next && period.unit <= .season && period.last.month >= season.months.lowerBound
      let year = period.year + (isOver ? 1 : 0)
      return .found(.season(year, season), "season-text", "in \(year), the year named before", anchor: focus?.period.value)
    }
    return anchored(.month, "season") { date in
      let start = season.months.lowerBound
      func found(_ year: Int, _ reason: String, doubt: Bool = false) -> Resolution {
        .found(.season(year, season), "season", reason, anchor: anchorText, doubt: doubt)
      }
      switch pick {
      case .last:
        return found(
          date.month > season.months.upperBound ? date.year : date.year - 1, "the last one over before the publication date")
      case .next: return found(date.month < start ? date.year : date.year + 1, "the first one after the publication date")
      case .this: return found(date.year, "in the publication year")
      case .bare:
        if date.month >= start || tense == .future { return found(date.year, "in the publication year", doubt: tense == nil) }
        return found(tense == .past ? date.year - 1 : date.year, "the nearest to the publication date", doubt: true)
      }
    }
  }

  func resolveQuarter(_ number: Int, _ tense: Tense?) -> Resolution {
    if isHistory, let year = focus?.period.year {
      return .found(.quarter(year, number), "quarter-text", "in \(year), the year named before", anchor: focus?.period.value)
    }
    return anchored(.month, "quarter") { date in
      let hasBegun = number * 3 - 2 <= date.month
      let now = (date.month + 2) / 3
      // The quarter right ahead is the one that is meant, whatever the verb. One long over and still ahead is next year's, but the
      // figures of the quarter just over are still "expected".
      let year =
        number < now - 1 && tense == .future
        ? date.year + 1 : hasBegun || tense == .future || number == now + 1 ? date.year : date.year - 1
      return .found(
        .quarter(year, number), "quarter",
        year == date.year ? "in the publication year" : "the last one begun before the publication date",
        anchor: anchorText, doubt: !hasBegun)
    }
  }

  func resolveHoliday(_ code: String, _ pick: Pick, _ tense: Tense?) -> Resolution {
    if isHistory, pick == .bare, let year = focus?.period.year, let day = holiday(code, in: year) {
      return .found(.day(day), "holiday-text", "in \(year), the year named before", anchor: focus?.period.value)
    }
    return anchored(.day, "holiday") { date in
      let days = [date.year - 1, date.year, date.year + 1].compactMap { holiday(code, in: $0) }
      let past = days.last { $0 <= date }
      let coming = days.first { $0 > date }
      let chosen: CivilDate?
      // A feast that is a few days off is the one meant, whatever the verb.
      let isClose = pick == .bare && coming.map { $0.dayNumber - date.dayNumber <= 14 } ?? false
      switch (pick, isClose ? nil : tense) {
      case (.last, _), (_, .past): chosen = past
      case (.next, _), (_, .future): chosen = coming
      default:
        chosen = [past, coming].compactMap { $0 }.min { abs($0.dayNumber - date.dayNumber) < abs($1.dayNumber - date.dayNumber) }
      }
      guard let chosen else { return .unresolved("holiday", "no such day") }
      return .found(
        .day(chosen), "holiday",
        chosen <= date ? "the last one up to the publication date" : "the next one after the publication date",
        anchor: anchorText, doubt: pick == .bare && tense == nil)
    }
  }

  func resolveDayOfMonth(_ day: Int, _ sentence: Int) -> Resolution {
    func find(_ year: Int, _ month: Int, _ reason: String, _ anchor: String?) -> Resolution {
      let date = CivilDate(year, month, day)
      return date.isValid
        ? .found(.day(date), "day-of-month", reason, anchor: anchor) : .unresolved("day-of-month", "no such day")
    }
    if let period = focused(.month, sentence) {
      return find(period.first.year, period.first.month, "in the month named before", period.value)
    }
    return anchored(.day, "day-of-month") { find($0.year, $0.month, "in the month of publication", anchorText) }
  }

  /// A yearless name inside a year, or a weekday inside a week.
  func within(_ inner: When, _ outer: When, _ tense: Tense?, _ sentence: Int) -> Resolution {
    if case .weekday(let day, let pick) = inner { return weekday(day, pick, within: outer, tense, sentence) }
    if case .month(let month, let pick) = inner, case .fromText = outer {
      guard let base = focused(.year, sentence) else { return resolveMonth(month, pick, tense) }
      let offset =
        pick == .next && month <= base.first.month && base.unit < .year ? 1 : pick == .last && month >= base.first.month ? -1 : 0
      let isNextYear = pick == .next && base.unit == .year
      return .found(
        .month(base.year + (isNextYear ? 1 : offset), month), "month-text", "counted from the date named before",
        anchor: base.value)
    }
    if case .season(let season, let pick) = inner, case .fromText = outer {
      guard let base = focused(.year, sentence) else { return resolveSeason(season, .bare, tense).doubted }
      return .found(
        .season(seasonYear(season, pick, base), season), "season-text", "counted from the date named before", anchor: base.value)
    }
    let reason = "in the year it names"
    return derived(outer, tense, sentence, "within", reason) { period in
      let year = period.year
      switch inner {
      case .month(let month, .last): return .month(period.unit <= .month && month >= period.first.month ? year - 1 : year, month)
      case .month(let month, _): return .month(year, month)
      case .monthDay(let month, let day): return CivilDate(year, month, day).isValid ? .day(CivilDate(year, month, day)) : nil
      case .season(let season, _): return .season(year, season)
      case .quarter(let number, _): return .quarter(year, number)
      case .half(let half, _): return .half(year, half)
      case .holiday(let code, _): return holiday(code, in: year).map { .day($0) }
      default: return nil
      }
    }
  }

  /// The year of the season that is at a date, or of the one after or before it.
  private func seasonYear(_ season: Period.Season, _ pick: Pick, _ base: Period) -> Int {
    let winterOn = season == .winter && base.unit < .year && base.first.month >= 10 ? 1 : 0
    switch pick {
    case .next where base.unit == .year || base.last.month > season.months.upperBound: return base.year + 1
    case .last where base.unit == .year || base.first.month <= season.months.upperBound: return base.year - 1
    default: return base.year + winterOn
    }
  }

  private func weekday(_ day: Int, _ pick: Pick, within outer: When, _ tense: Tense?, _ sentence: Int) -> Resolution {
    if case .nth(let n, _, let span) = outer {
      return derived(span, tense, sentence, "nth-weekday", "counted in the period it names") { period in
        let first = period.first
        if n < 0 { return .day(period.last.adding(days: -((period.last.weekday - day + 7) % 7))) }
        return .day(first.adding(days: (day - first.weekday + 7) % 7 + 7 * (n - 1)))
      }
    }
    if case .fromText(0, .day) = outer {
      guard let base = focused(.day, sentence)?.first else { return resolveWeekday(day, pick == .next ? .next : .last, tense) }
      let back = (base.weekday - day + 7) % 7
      let offset = pick == .next ? 7 - back : pick == .this || back > 0 ? -back : -7
      return .found(
        .day(base.adding(days: offset)), "weekday-text", "counted from the day named before", anchor: focus?.period.value)
    }
    return derived(outer, tense, sentence, "weekday-of-week", "in the week it names") { period in
      guard case .week(let year, let week) = period else { return nil }
      return .day(Period.monday(ofWeek: week, in: year).adding(days: day - 1))
    }
  }
}
