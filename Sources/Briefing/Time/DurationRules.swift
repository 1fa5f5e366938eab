// Rules for lengths of time and for what recurs.

let durationRules: [TimeRule] = [
  TimeRule(
    "length", .length, "<number> [units+unit]", "<number> - [unit]",
    "<number> more|additional|straight|consecutive|full|whole [units]"
  ) { m in
    guard let number = m.phrase(.number), let amount = number.amount, let unit = m.unit else { return nil }
    if unit == .second, m.token([.unit, .units])?.lower == "second" { return nil }
    // "at 0300 hours"
    if unit == .hour, m.first.text.hasPrefix("0"), m.first.text.utf8.count == 4 { return nil }
    if unit == .quarter,
      m.following?.lower == "of" && !m.has("consecutive") && !m.has("straight") || amount.whole.map({ $0 > 100 }) ?? true
    {
      return nil
    }
    if let token = m.token([.unit, .units]), token.lower.hasSuffix("s") == false, m.tokens.count == 2, amount.halves == nil {
      return nil
    }
    return Phrase(.duration(amount, unit), mod: number.mod)
  },
  TimeRule("length-trading", .length, "<number> trading|business|working days") { m in
    m.phrase(.number)?.amount.map { Phrase(.duration($0, .day)) }
  },
  TimeRule(
    "length-one", .length, "a|an|one|another [unit]", "a full|whole|single [unit]", "single - [unit]",
    "an additional|entire|extra [unit]"
  ) { m in
    guard let unit = m.unit, unit != .second || m.has("one"), unit != .quarter else { return nil }
    return Phrase(.duration(.exactly(1), unit))
  },
  TimeRule("length-half", .length, "half a|an [unit]", "a half - [unit]", "half - [unit]") { m in
    guard let unit = m.unit, unit != .second, unit != .quarter else { return nil }
    return Phrase(.duration(Amount(halves: 1), unit))
  },
  TimeRule("length-and-half", .length, "a|an|one [unit] and a half") { m in
    m.unit.map { Phrase(.duration(Amount(halves: 3), $0)) }
  },
  TimeRule(
    "length-bounded", .length, "more than <length>", "less|fewer than <length>", "at least <length>", "at most <length>",
    "up to <length>", "no|not more than <length>", "as long|much as <length>", "well over <length>", "just over|under <length>",
    "under <length>", "[approx] <length>", "close to <length>", "a little more than <length>"
  ) { m in
    guard var phrase = m.phrase(.length) else { return nil }
    if m.has("under"), m.tokens.count > 2, m.previous?.lower == "from" { return nil }
    phrase.mod =
      m.has("least")
      ? "EQUAL_OR_MORE"
      : m.has("no") || m.has("not") || m.has("up") || m.has("most") || m.has("as")
        ? "EQUAL_OR_LESS"
        : m.has("more") || m.has("over")
          ? "MORE_THAN"
          : m.has("less") || m.has("fewer") || m.has("under")
            ? "LESS_THAN"
            : m.has("close") ? "APPROX" : m.word(.approx)?.code ?? phrase.mod
    return phrase
  },

  TimeRule("duration", .timex, "<length>", "<length> or so|more", "the <length>") { m in
    guard var phrase = m.phrase(.length), case .duration(_, let unit) = phrase.meaning else { return nil }
    if m.has("the"), let range = m.range(.length), isArticle(m, at: range) || !endsPhrase(m) { return nil }
    if m.has("so") { phrase.mod = "APPROX" }
    guard standsAsLength(m, unit: unit), !(m.first.lower == "a" && m.tokens.count == 2 && isRate(m)) else { return nil }
    return phrase
  },
  TimeRule("duration-long", .timex, "<length> - long", "[unit+units] - long", "<length> long") { m in
    // "a month-long siege": the article is the siege's.
    if let range = m.range(.length) { return isArticle(m, at: range) ? nil : m.phrase(.length) }
    guard let unit = m.unit else { return nil }
    let plural = m.token([.unit, .units])?.lower.hasSuffix("s") ?? false
    return Phrase(.duration(plural ? .unknown : .exactly(1), unit))
  },
  TimeRule(
    "duration-relative", .timex, "the? [deictic] <number> [units]", "the? [deictic] <number> trading|business [units]",
    "the? [anaphor] <number> [units]", "the? first|final|opening|closing <number> [units]", "<number> [deictic+anaphor] [units]",
    "the [deictic+anaphor] <length>"
  ) { m in
    if let phrase = m.phrase(.length) { return isArticle(m, at: m.range(.length) ?? m.tokens) ? nil : phrase }
    guard let amount = m.phrase(.number)?.amount, let unit = m.unit else { return nil }
    // "said that four days were enough"
    if m.number(.anaphor) == 0, m.token(.anaphor)?.lower == "that" { return nil }
    return Phrase(.duration(amount, unit), mod: m.phrase(.number)?.mod)
  },
  TimeRule(
    "duration-plural", .timex, "[units]", "the? past|following|coming|next [units]", "the [units] ahead", "[units] and [units]",
    "[units] or [units]", "the [units]"
  ) { m in
    guard let unit = m.unit else { return nil }
    // "over the years"; in "the weeks before the vote" the article is not part of the length.
    if m.tokens.count == 2, m.has("the"), !m.has("ahead") {
      guard ["over", "through", "throughout"].contains(m.previous?.lower ?? ""), m.following?.lower != "of" else { return nil }
    }
    if m.tokens.count == 1, !standsAsPlural(m, unit: unit) { return nil }
    if unit == .second { return nil }
    return Phrase(.duration(.unknown, unit))
  },
  TimeRule("duration-ended", .timex, "the fiscal? year") { m in
    guard ["ended", "ending"].contains(m.following?.lower ?? ""), let unit = unitNamed(m) else { return nil }
    return Phrase(.duration(.exactly(1), unit))
  },
  TimeRule("duration-all", .timex, "all day|night|week|month|year", "the entire|whole|full day|week|month|decade|century") { m in
    let unit = unitNamed(m) ?? (m.has("night") ? nil : m.has("decade") ? .decade : .century)
    return unit.map { Phrase(.duration(.exactly(1), $0)) }
  },

  TimeRule(
    "set-each", .timex, "[each] [unit]", "[each] single [unit]", "[each] <number> [units]", "[each] other [unit]", "per [unit]"
  ) { m in
    guard let unit = m.unit, unit != .second || m.has("per") else { return nil }
    let amount = m.phrase(.number)?.amount ?? .exactly(m.has("other") ? 2 : 1)
    return Phrase(.fixed(.set, amount.duration(of: unit)))
  },
  TimeRule(
    "set-weekday", .timex, "[each] [weekday]", "[weekdays]", "[each] [weekday] [part]", "[weekday] [parts]"
  ) {
    m in
    guard let day = m.number([.weekday, .weekdays]) else { return nil }
    let part = m.word([.part, .parts])?.code ?? ""
    return Phrase(.fixed(.set, "XXXX-WXX-\(day)" + (part.isEmpty ? "" : "T" + part)))
  },
  TimeRule("set-month", .timex, "[each] [month]") { m in m.number(.month).map { Phrase(.fixed(.set, "XXXX-\(pad($0, 2))")) } },
  TimeRule("set-season", .timex, "[each] [season]") { m in m.word(.season).map { Phrase(.fixed(.set, "XXXX-\($0.code)")) } },
  TimeRule("set-part", .timex, "[each] [part]") { m in m.word(.part).map { Phrase(.fixed(.set, "XXXX-XX-XXT\($0.code)")) } },
  TimeRule("set-adverb", .timex, "[adverb]") { m in
    guard let word = m.word(.adverb), m.following?.casing != .capitalised || m.token(.adverb)?.casing == .lower,
      m.token(.adverb)?.casing == .lower || m.previous == nil
    else { return nil }
    return Phrase(.fixed(.set, word.code))
  },
  TimeRule("set-rate", .timex, "a day|week|month|year|hour|minute") { m in
    guard isRate(m), let unit = unitNamed(m) ?? (m.has("hour") ? .hour : m.has("minute") ? .minute : nil) else { return nil }
    return Phrase(.fixed(.set, Amount.exactly(1).duration(of: unit)))
  },
]

/// "the nine months": but in "the two days of talks", "the two-day rally", "the Seven Days Battles" the article is the noun's.
private func endsPhrase(_ m: PatternMatch) -> Bool {
  guard let last = m.last, last.classes.contains(.units) else { return false }
  guard let next = m.following else { return true }
  return next.casing != .capitalised && !["of", "'s", "'", "-"].contains(next.lower)
}

private func isArticle(_ m: PatternMatch, at range: Range<Int>) -> Bool { m.startsWithArticle(range) }

/// "15 a year", "$3 a barrel a day", "three times a week", "20 ships a year": a rate, not a length.
private func isRate(_ m: PatternMatch) -> Bool {
  guard let before = m.previous else { return false }
  if before.kind == .number || m.before(2)?.kind == .number && before.kind == .word && before.lower.hasSuffix("s") { return true }
  return [
    "times", "once", "twice", "days", "weeks", "months", "million", "billion", "barrels", "percent", "%", "hours", "pounds",
    "euros", "dollars", "people",
  ]
  .contains(before.lower)
}
