// What an expression borrows from its neighbour: "in March and April 2009" is one year, "9 p.m. (1900 GMT) on Wednesday" one day.

/// Completes names without a year and clock times without a day from the date that stands right after them.
func borrow(_ findings: inout [Finding], _ tokens: [Token]) {
  guard findings.count > 1 else { return }
  for i in findings.indices.dropLast().reversed() where findings[i].sentence == findings[i + 1].sentence {
    let gap = tokens[findings[i].tokens.upperBound..<max(findings[i].tokens.upperBound, findings[i + 1].tokens.lowerBound)]
    switch findings[i].phrase.meaning {
    case .when(let when) where when.isYearless:
      guard case .when(.at(let period))? = Optional(findings[i + 1].phrase.meaning),
        joinsNames(gap) && period.unit < .year || joinsNoun(gap) && period.unit == .year
      else { continue }
      // "November and January 2005" begin in the year before.
      let year = when.firstMonth.map { $0 > period.last.month } ?? false ? period.year - 1 : period.year
      findings[i].phrase.meaning = .when(.within(when, .at(.year(year))))
    case .clock(let seconds, let zone, nil):
      if let day = day(of: findings[i + 1].phrase.meaning), joinsClock(gap) {
        findings[i].phrase.meaning = .clock(seconds, zone: zone, on: day)
      }
    case .part(let code, nil):
      if let day = day(of: findings[i + 1].phrase.meaning), joinsClock(gap) { findings[i].phrase.meaning = .part(code, on: day) }
    default: continue
    }
  }
}

/// Two names of one list or range: "and", "to", "(".
private func joinsNames(_ gap: ArraySlice<Token>) -> Bool {
  (1...3).contains(gap.count)
    && gap.allSatisfy {
      ["and", "or", "to", "through", "until", "the", "-", "–", "—", ",", "(", "early", "late", "mid"].contains($0.lower)
    }
}

/// "the Spring Offensive of 1918": a word or two that the name goes with, and "of".
private func joinsNoun(_ gap: ArraySlice<Token>) -> Bool {
  (2...3).contains(gap.count) && gap.last?.lower == "of" && gap.dropLast().allSatisfy { $0.kind == .word }
}

/// What may stand between a clock time and its day: "local time on", "in Baghdad on".
private func joinsClock(_ gap: ArraySlice<Token>) -> Bool {
  gap.count <= 6
    && gap.allSatisfy {
      $0.casing == .capitalised || ["on", "of", "local", "time", "in", "the", "(", ")", ",", "/"].contains($0.lower)
    }
}

private func day(of meaning: Meaning) -> When? {
  switch meaning {
  case .when(let when) where isDayLike(when): when
  case .clock(_, _, let on?): on
  default: nil
  }
}

extension When {
  /// Whether it is a name that comes back every year, alone.
  fileprivate var isYearless: Bool {
    switch self {
    case .month(_, .bare), .monthDay, .season(_, .bare), .holiday(_, .bare): true
    default: false
    }
  }

  /// The month of a yearless name, where it has one.
  fileprivate var firstMonth: Int? {
    switch self {
    case .month(let month, _), .monthDay(let month, _): month
    default: nil
    }
  }
}
