// Rules for clock times, parts of the day, references to now, past and future, and for what only looks like a time.

let clockRules: [TimeRule] = [
  TimeRule(
    "clock", .clock, "[clock] [zone]?", "[clock] [halfDay] [zone]?", "[hour] [halfDay] [zone]?", "[clockHalf] [zone]?",
    "[military] [zone]", "[pointClock] [zone]", "[pointClock] [halfDay] [zone]?"
  ) { m in
    clockPhrase(m)
  },
  TimeRule(
    "clock-local", .clock, "[clock] local time", "[clock] [halfDay] local time", "[hour] [halfDay] local time",
    "[clockHalf] local time",
    "[clock] [halfDay] eastern|central|pacific|mountain|moscow|london|beijing time?",
    "[hour] [halfDay] eastern|central|pacific|mountain|moscow time?",
    "[clock] hours?", "[military] hours"
  ) { m in clockPhrase(m) },
  TimeRule("clock-zone", .clock, "[clock] ( [zone] )", "[clock] [halfDay] ( [zone] )", "[hour] [halfDay] ( [zone] )") { m in
    clockPhrase(m)
  },
  TimeRule("clock-word", .clock, "12? noon|midday", "12? midnight") { m in
    Phrase(.clock(m.has("midnight") ? 86_400 : 43_200, zone: nil, on: nil))
  },
  TimeRule(
    "clock-oclock", .clock, "[hour+small] o'clock", "[hour+small] o'clock in|that|this the? [part]", "[hour+small] in the [part]",
    "[clock] in the [part]"
  ) {
    m in
    let part = m.word(.part)?.code ?? ""
    let seconds = m.number(.clock) ?? (m.number([.hourNumber, .small]) ?? 0) * 3600
    guard (3600..<46_800).contains(seconds) else { return nil }
    return Phrase(.clock(seconds % 43_200 + (part == "AF" || part == "EV" ? 43_200 : 0), zone: nil, on: nil))
  },

  TimeRule("clock", .timex, "<clock>", "[approx] <clock>") { m in
    guard var phrase = m.phrase(.clock) else { return nil }
    phrase.mod = m.word(.approx)?.code
    return phrase
  },
  TimeRule(
    "clock-date", .timex, "<clock> ,? on? <date>", "<clock> , <date>", "[approx] <clock> ,? on? <date>", "<date> at <clock>",
    "<date> , <clock>", "<date> <clock>", "<date> at [approx] <clock>"
  ) { m in
    guard case .clock(let seconds, let zone, _)? = m.phrase(.clock)?.meaning, let date = m.phrase(.date)?.when, isDayLike(date)
    else {
      return nil
    }
    return Phrase(.clock(seconds, zone: zone, on: date), mod: m.word(.approx)?.code)
  },
  TimeRule("iso-instant", .timex, "[year] - [monthNumber] - [isoTail]") { m in
    guard m.isTight, let year = m.number(.year), let month = m.number(.monthNumber), let tail = m.word(.isoTail) else {
      return nil
    }
    let date = CivilDate(year, month, tail.number)
    var clock = TimeWord.unknown
    readDigits(tail.code, into: &clock)
    guard date.isValid else { return nil }
    let isUTC = m.token(.isoTail)?.text.hasSuffix("Z") ?? false
    return Phrase(.clock(clock.number, zone: isUTC ? "utc" : nil, on: .at(.day(date))))
  },

  TimeRule(
    "part-of-date", .timex, "<date> [part]", "<date> 's [part]", "[edge] <date> [part]", "[edge] on <date> [part]",
    "<date> , in the [part]"
  ) { m in
    part(m, on: m.phrase(.date)?.when)
  },
  TimeRule(
    "date-part", .timex, "the? [edge]? [part] of <date>", "the [edge]? [part] hours of <date>", "[edge]? -? [part] <date>",
    "the? [part] before? <date>", "[part] on <date>"
  ) { m in
    if m.has("before") { return nil }
    return part(m, on: m.phrase(.date)?.when)
  },
  TimeRule(
    "part-deictic", .timex, "this [part]", "last night|evening", "[edge] this [part]", "[edge] last night", "tonight",
    "tomorrow night"
  ) { m in
    if m.has("tonight") { return Phrase(.part("NI", on: .fromPublication(0, .day))) }
    if m.has("last") {
      return Phrase(.part(m.has("night") ? "NI" : "EV", on: .fromPublication(-1, .day)), mod: m.word(.edge)?.code)
    }
    return part(m, on: .fromPublication(0, .day))
  },
  TimeRule("overnight", .timex, "overnight") { m in
    guard ["a", "an", "the", "his", "her", "their"].contains(m.previous?.lower ?? "") == false, m.previous?.text != "-" else {
      return nil
    }
    return Phrase(.part("NI", on: .fromPublication(0, .day)))
  },
  TimeRule(
    "part-text", .timex, "that [part]", "the [anaphor] [part]", "the next [part]", "[edge] the next [part]", "that same [part]"
  ) { m in
    part(m, on: .fromText(m.has("next") ? 1 : m.number(.anaphor) ?? 0, .day))
  },
  TimeRule("part-any", .timex, "night|daytime") { m in
    guard ["at", "by"].contains(m.previous?.lower ?? ""), m.following?.lower != "of" else { return nil }
    return Phrase(.fixed(.time, "XXXX-XX-XXT" + (m.has("night") ? "NI" : "DT")))
  },
  TimeRule("part-alone", .timex, "the? [edge] -? [part]", "the [part]") { m in
    guard ["in", "during", "by", "on", "until", "of", "since"].contains(m.previous?.lower ?? ""), let word = m.word(.part) else {
      return nil
    }
    return Phrase(.part(word.code, on: nil), mod: m.word(.edge)?.code)
  },

  TimeRule("date", .timex, "<date>") { m in m.phrase(.date) },
  TimeRule("date-onward", .timex, "<date> and beyond", "<date> or later", "<date> or so") { m in
    guard var phrase = m.phrase(.date) else { return nil }
    phrase.mod = m.has("so") ? "APPROX" : "ON_OR_AFTER"
    return phrase
  },

  TimeRule(
    "now", .timex, "now", "right|just|until now", "currently", "at present", "presently", "nowadays", "these days", "the present",
    "the time being", "at the moment", "the present time|day", "present - day"
  ) { m in
    if m.has("at") || m.has("until") || m.has("just") { return nil }
    if m.has("now"), m.following?.text == "-" || m.previous?.text == "-" { return nil }
    return Phrase(.fixed(.date, "PRESENT_REF"))
  },
  TimeRule("present", .timex, "current") { m in
    guard m.token(.deictic) == nil, m.following?.casing == .lower || m.following?.kind != .word else { return nil }
    return Phrase(.fixed(.date, "PRESENT_REF"))
  },
  TimeRule(
    "past", .timex, "recently", "recent", "more recently", "lately", "the past", "the recent past",
    "recent years|months|weeks|days|times|quarters|decades", "recent weeks and months",
    "the past|last few years|months|weeks|days"
  ) { m in
    if m.tokens.count == 1, ["most", "as"].contains(m.previous?.lower ?? "") { return nil }
    if m.tokens.count == 1 || m.tokens.count == 2 && !m.has("the") || m.has("few") { return Phrase(.fixed(.date, "PAST_REF")) }
    guard
      m.following?.kind != .word
        || ["when", "and", "that", "he", "but", "have", "has", "been"].contains(m.following?.lower ?? "")
    else { return nil }
    return Phrase(.fixed(.date, "PAST_REF"))
  },
  // News is full of former ministers; a history puts things into an earlier or a later time with these words.
  TimeRule("former", .timex, "former|future") { m in
    guard m.following?.kind == .word, m.following?.lower != "of", m.previous?.lower != "the" || m.has("former") else {
      return nil
    }
    return Phrase(.fixed(.date, m.has("former") ? "PAST_REF" : "FUTURE_REF"), isOfHistories: true)
  },
  TimeRule(
    "future", .timex, "the? near|foreseeable|immediate|distant future", "the future", "the near|short|long term",
    "the? years|months|weeks|days to come", "as soon as possible", "in future"
  ) { m in
    if m.has("in") { return nil }
    if m.has("future"), m.tokens.count == 2, m.following?.lower == "of" { return nil }
    return Phrase(.fixed(.date, "FUTURE_REF"))
  },
]

private func clockPhrase(_ m: PatternMatch) -> Phrase? {
  guard let word = m.word([.clock, .clockHalf, .militaryClock, .pointClock]) ?? m.word(.hourNumber) else { return nil }
  var seconds = word.number
  let isTwelve = m.word(.halfDay) != nil
  let isDigital = !word.classes.isDisjoint(with: [.clock, .clockHalf, .pointClock])
  if word.classes.contains(.militaryClock), !word.classes.contains(.clock) {
    seconds = word.number / 100 * 3600 + word.number % 100 * 60
  } else if !isDigital {
    seconds *= 3600
  }
  if let half = m.number(.halfDay) {
    guard isTwelve, seconds < 46_800 else { return nil }
    seconds = seconds % 43_200 + half
  }
  guard seconds <= 86_400 else { return nil }
  // A bare "10:30" may be a verse or a score: it needs "at" or the like before it, or a zone.
  if !isTwelve, word.classes.isDisjoint(with: .clockHalf), m.word(.zone) == nil, !m.has("time"), !m.has("hours") {
    guard
      ["at", "by", "around", "about", "until", "from", "before", "after", "to", "since", "and", "on"].contains(
        m.previous?.lower ?? "")
        || word.number >= 46_800 && m.token(.clock)?.text.count ?? 0 >= 5
    else { return nil }
  }
  return Phrase(.clock(seconds, zone: m.token(.zone)?.lower, on: nil))
}

private func part(_ m: PatternMatch, on date: When?) -> Phrase? {
  guard let word = m.word(.part), let date, isDayLike(date) else { return nil }
  return Phrase(.part(word.code, on: date), mod: m.word(.edge)?.code)
}

/// Whether a date is one that has hours: a day.
func isDayLike(_ when: When) -> Bool {
  switch when {
  case .at(.day), .monthDay, .weekday, .holiday, .dayOfMonth: true
  case .fromPublication(_, let unit), .fromText(_, let unit), .beside(_, _, let unit), .nth(_, let unit, _): unit == .day
  case .moved(_, let unit, _), .ago(_, let unit), .ahead(_, let unit): unit == .day
  case .within(let inner, _): isDayLike(inner)
  default: false
  }
}
