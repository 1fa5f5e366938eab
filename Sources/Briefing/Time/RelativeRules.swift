// Rules for dates that lean on another one: on the publication date ("last week"), or on a date that the text named ("that year").

let relativeRules: [TimeRule] = [
  TimeRule("day-word", .date, "today", "yesterday", "tomorrow") { m in
    Phrase(.fromPublication(m.has("today") ? 0 : m.has("yesterday") ? -1 : 1, .day))
  },
  TimeRule("day-word-far", .date, "the? day after tomorrow", "the? day before yesterday") { m in
    Phrase(.fromPublication(m.has("tomorrow") ? 2 : -2, .day))
  },
  TimeRule("weekday", .date, "[weekday]") { m in standsAsWeekday(m) ? Phrase(.weekday(m.number(.weekday) ?? 1, .bare)) : nil },
  TimeRule("weekday-deictic", .date, "[deictic] [weekday]", "this coming|past [weekday]", "[weekday] last|next") { m in
    guard let day = m.number(.weekday) else { return nil }
    if m.has("last") || m.has("past") { return Phrase(.weekday(day, .last)) }
    if m.has("next") || m.has("coming") { return Phrase(.weekday(day, .next)) }
    return Phrase(.weekday(day, pick(m)))
  },
  TimeRule("weekday-text", .date, "the [anaphor] [weekday]", "that [weekday]", "the next [weekday]") { m in
    guard let day = m.number(.weekday) else { return nil }
    let direction = m.has("next") ? 1 : m.has("that") ? 0 : m.number(.anaphor) ?? 0
    return Phrase(.within(.weekday(day, Pick(rawValue: direction) ?? .this), .fromText(0, .day)))
  },
  TimeRule("weekday-of-week", .date, "[weekday] ,? of? [deictic] week", "[weekday] ,? a week ago") { m in
    m.number(.weekday).map { Phrase(.within(.weekday($0, .bare), .fromPublication(m.number(.deictic) ?? -1, .week))) }
  },

  TimeRule("period-deictic", .date, "[deictic] [unit]", "the current|coming|past|last [unit]", "this past|coming [unit]") { m in
    guard let unit = m.unit, unit >= .day, m.token(.unit)?.casing != .capitalised else { return nil }
    let offset = m.has("current") ? 0 : m.has("coming") ? 1 : m.has("past") || m.has("last") ? -1 : m.number(.deictic) ?? 0
    // "this day", "the last day" mean other things than "this week", "the last week".
    if unit == .day { return nil }
    if unit == .second || unit == .quarter && m.following?.lower == "of" { return nil }
    if unit >= .decade, offset == -1, m.tokens.count == 3 { return Phrase(.duration(.exactly(1), unit)) }
    return Phrase(.fromPublication(offset, unit))
  },
  TimeRule(
    "fiscal-deictic", .date, "[deictic] fiscal|financial|calendar|business [unit]",
    "the current|last|next|latest fiscal|financial year"
  ) {
    m in
    let offset = m.has("current") || m.has("latest") ? 0 : m.has("last") ? -1 : m.has("next") ? 1 : m.number(.deictic) ?? 0
    return Phrase(.fromPublication(offset, m.unit ?? .year))
  },
  TimeRule(
    "period-text", .date, "the? [anaphor] [unit]", "that same [unit]", "the very same|next [unit]", "this day|date",
    "the next day|month|year|week|decade"
  ) { m in
    guard let unit = unitNamed(m), unit >= .day else { return nil }
    let offset = m.has("next") ? 1 : m.number(.anaphor) ?? 0
    if !m.has("the"), !m.has("that"), m.tokens.count == 2, m.word(.anaphor)?.number != 0 || m.token(.anaphor)?.lower != "that" {
      return nil
    }
    // "the next year" from now on is a year to come; after a date it is the year that followed.
    return Phrase(.fromText(offset, unit))
  },
  TimeRule("day-after", .date, "the day after|before", "the day following", "a|one day later|earlier|after|before") { m in
    let back = m.has("before") || m.has("earlier")
    if m.has("after") || m.has("before"), m.following?.kind == .word || m.following?.kind == .number { return nil }
    return Phrase(.fromText(back ? -1 : 1, .day))
  },
  TimeRule("period-before", .date, "the year|month|week before|earlier|previous|after", "the year|month following") { m in
    guard let unit = unitNamed(m), m.following?.kind != .word || m.has("earlier") || m.has("previous") else { return nil }
    return Phrase(.fromText(m.has("after") || m.has("following") ? 1 : -1, unit))
  },
  TimeRule("period-far", .date, "the day|week|weekend|month|year before last", "the week|weekend|month|year after next") { m in
    unitNamed(m).map { Phrase(.fromPublication(m.has("before") ? -2 : 2, $0)) }
  },
  TimeRule("day-beside", .date, "the? day after|before <date>", "the day following <date>", "the eve of <date>") { m in
    guard let date = m.phrase(.date)?.when else { return nil }
    return Phrase(.beside(date, m.has("before") || m.has("eve") ? -1 : 1, .day))
  },
  TimeRule("length-beside", .date, "<length> after|before <date>", "<length> from <date>") { m in
    guard case .duration(let amount, let unit)? = m.phrase(.length)?.meaning, let count = amount.whole, unit >= .day,
      let date = m.phrase(.date)?.when
    else { return nil }
    return Phrase(.beside(date, m.has("before") ? -count : count, unit))
  },

  TimeRule("period-here", .date, "the weekend|quarter|month|week|year|day") { m in
    guard let unit = unitNamed(m), standsAsPeriod(m) else { return nil }
    return Phrase(.here(unit))
  },
  TimeRule("year-here", .date, "the fiscal|financial|full|entire|whole year", "full - year") { m in
    ["ended", "ending"].contains(m.following?.lower ?? "") ? nil : Phrase(.here(.year))
  },
  TimeRule("latest-period", .date, "the latest quarter|period|month|week|year", "the most recent quarter|period|month|week|year")
  {
    m in
    return m.has("period") ? Phrase(.here(.quarter)) : unitNamed(m).map { Phrase(.here($0)) }
  },
  TimeRule(
    "year-ago", .date, "the? comparable? year - ago|earlier quarter|period|month|year?", "comparable? year - ago|earlier",
    "the? year - ago|earlier [ordinal] - quarter",
    "the? same|corresponding|comparable|like period|quarter last year",
    "the? same|corresponding|comparable period a year ago|earlier",
    "the? same|corresponding|comparable quarter a year ago|earlier", "the same|corresponding period of? [deictic] year",
    "the? same month a year ago|earlier", "the? quarter|period|month a year ago|earlier"
  ) { m in
    m.has("month") ? Phrase(.beside(.fromText(0, .month), -1, .year)) : Phrase(.yearAgo)
  },
  TimeRule("same-period", .date, "the? <yearish> 's? period|quarter") { m in
    m.phrase(.yearish)?.when.map { Phrase(.samePeriod($0)) }
  },
  TimeRule("year-ago-quarter", .date, "the? year - ago|earlier fiscal? [ordinal] quarter") { m in
    guard let quarter = m.number(.ordinal), (1...4).contains(quarter) else { return nil }
    return Phrase(.beside(.quarter(quarter, .bare), -1, .year))
  },

  TimeRule("ago", .date, "<length> ago", "<length> or so|more ago", "[units] ago") { m in
    guard case .duration(let amount, let unit)? = m.phrase(.length)?.meaning else {
      return Phrase(.fixed(.date, "PAST_REF"))
    }
    return Phrase(.ago(amount, unit), mod: m.has("so") ? "APPROX" : m.phrase(.length)?.mod)
  },
  TimeRule("ago-this", .date, "<length> ago this|last week|month", "<length> ago today|tomorrow") { m in
    guard case .duration(let amount, let unit)? = m.phrase(.length)?.meaning, unit == .year else { return nil }
    return Phrase(.ago(amount, unit), mod: m.phrase(.length)?.mod)
  },
  TimeRule("long-ago", .date, "long ago", "not? long ago", "some? time ago") { _ in Phrase(.fixed(.date, "PAST_REF")) },
  TimeRule("from-now", .date, "<length> from now|today", "<length> hence") { m in
    guard case .duration(let amount, let unit)? = m.phrase(.length)?.meaning else { return nil }
    return Phrase(.ahead(amount, unit), mod: m.phrase(.length)?.mod)
  },
  TimeRule(
    "moved", .date, "<length> earlier|later|previously|afterwards|afterward|before|after|beforehand|thereafter",
    "[units] later|earlier"
  ) {
    m in
    let back = m.has("earlier") || m.has("previously") || m.has("before") || m.has("beforehand")
    if m.has("before") || m.has("after"), let next = m.following, next.kind != .sign { return nil }
    guard case .duration(let amount, let unit)? = m.phrase(.length)?.meaning else {
      return Phrase(.fixed(.date, back ? "PAST_REF" : "FUTURE_REF"))
    }
    if unit < .day { return nil }
    return Phrase(.moved(amount, unit, forward: !back), mod: m.phrase(.length)?.mod)
  },

  TimeRule("week-of", .date, "the week|weekend|month of <date>", "the week beginning|starting|ending <date>") { m in
    guard let date = m.phrase(.date)?.when, let unit = unitNamed(m) else { return nil }
    return Phrase(.around(date, unit))
  },
  TimeRule("nth-of", .date, "the? [ordinal] day|week|weekend|month of <date>", "the? [ordinal] [weekday] of|in <date>") { m in
    guard let n = m.number(.ordinal), let date = m.phrase(.date)?.when, abs(n) <= 53 else { return nil }
    if let day = m.number(.weekday) { return Phrase(.within(.weekday(day, .bare), .nth(n, .day, date))) }
    return unitNamed(m).map { Phrase(.nth(n, $0, date)) }
  },
  TimeRule(
    "end-of-period", .date, "year|month|week|quarter - end", "year|month|week|quarter end", "the? year|month|week|quarter 's end"
  ) { m in
    unitNamed(m).map { Phrase(.here($0), mod: "END") }
  },

  TimeRule(
    "edge", .date, "[edge] -? <date>", "the [edge] -? <date>", "[edge] in <date>", "[edge] on <date>",
    "the [edge] part|days|hours of <date>"
  ) {
    m in
    guard var phrase = m.phrase(.date), let edge = m.word(.edge) else { return nil }
    if phrase.mod == nil { phrase.mod = edge.code }
    return phrase
  },
  TimeRule("stretch", .date, "the? very? [stretch] of <date>", "the? [edge] to? [stretch]? of <date>", "mid - to - late <date>") {
    m in
    guard var phrase = m.phrase(.date) else { return nil }
    phrase.mod = m.word(.stretch)?.code ?? m.word(.edge)?.code ?? "END"
    return phrase
  },
  TimeRule(
    "approx-date", .date, "[approx] <date>", "sometime|sometimes in? <date>", "some time in? <date>",
    "as early|late|recently as <date>"
  ) { m in
    guard var phrase = m.phrase(.date) else { return nil }
    if m.has("as") { return nil }
    let word = m.token(.approx)?.lower ?? "sometime"
    // "get around Wednesday's ruling"
    if ["over", "some"].contains(word) || word == "around" && m.following?.lower == "'s" { return nil }
    if phrase.mod == nil { phrase.mod = "APPROX" }
    return phrase
  },
]

/// The unit of a literal word of the pattern.
func unitNamed(_ m: PatternMatch) -> TimeUnit? {
  if let unit = m.unit { return unit }
  let names: [(String, TimeUnit)] = [
    ("weekend", .weekend), ("week", .week), ("month", .month), ("quarter", .quarter), ("year", .year), ("day", .day),
    ("date", .day), ("decade", .decade),
  ]
  return names.first { m.has($0.0) }?.1
}
