// When a word that can be a date is one: "May" and "may", "march", "the fall of", "2000 soldiers". The words around it decide.

private let datePrepositions: Set<String> = [
  "in", "since", "by", "until", "till", "during", "from", "to", "before", "after", "of", "through", "between", "and", "or",
  "late",
  "early", "mid", "around", "about", "for", "as", "back", "than", "both", "circa", "beyond", "around", "every", "each", "on",
]
private let titlesOfPersons: Set<String> = [
  "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "sir", "lady", "lord", "theresa",
]
/// After "May" these say that a person did it.
private let verbsOfPersons: Set<String> = [
  "said", "says", "told", "has", "had", "was", "is", "will", "would", "also", "added", "insisted", "faced", "met", "'s",
]

/// Whether the matched month is written as one: "may" and "march" in small letters are verbs.
func isMonthName(_ m: PatternMatch) -> Bool {
  guard let token = m.token(.month) else { return false }
  switch token.lower {
  case "may", "march", "august", "mar": return token.casing != .lower
  case "dec", "jan", "jun", "sep", "oct", "nov", "feb", "apr", "jul", "aug", "sept":
    // Without their period they are months only beside a number.
    return token.casing != .lower && m.tokens.count > 1
  default: return true
  }
}

/// Whether a month that stands alone means the month.
func standsAsMonth(_ m: PatternMatch) -> Bool {
  guard let token = m.token(.month) else { return false }
  let before = m.previous?.lower ?? ""
  let after = m.following
  switch token.lower {
  case "may", "march", "april", "june", "august":
    if titlesOfPersons.contains(before) { return false }
    if token.lower == "march", before == "'s" { return false }
    // "Women's March", "Justin August": a capitalised word before makes it a name, at least for those that are names.
    if let previous = m.previous, previous.casing != .lower, previous.kind == .word, !datePrepositions.contains(before) {
      return false
    }
    if after?.kind == .word, after?.casing == .capitalised, !datePrepositions.contains(before) { return false }
    // "the March on Rome", "his March to the Sea": a march.
    if token.lower == "march", !datePrepositions.contains(before), ["on", "to", "for", "of"].contains(after?.lower ?? "") {
      return false
    }
    if token.lower == "may" {
      if let after, verbsOfPersons.contains(after.lower), !["in", "since", "by", "until"].contains(before) { return false }
      return datePrepositions.contains(before) || before == "'s" || before == "-" || m.previous?.kind == .sign && before != "\""
    }
    return true
  default: return true
  }
}

/// Whether a season that stands alone, or with "the", means the season: "fall" and "spring" are verbs too.
func standsAsSeason(_ m: PatternMatch) -> Bool {
  guard let token = m.token(.season), token.casing == .lower || m.previous != nil else { return false }
  if token.casing == .upper { return false }
  let before = m.previous?.lower ?? ""
  let after = m.following?.lower ?? ""
  if m.has("the") {
    if ["in", "during", "by", "through", "until", "over", "for", "since", "of"].contains(before) {
      return after != "of" || token.lower != "fall"
    }
    return token.lower != "fall" && token.lower != "spring" && m.following?.kind != .word && m.following?.lower != "-"
  }
  switch token.lower {
  case "fall", "spring":
    return ["in", "by", "until", "since", "during", "through"].contains(before) && !["to", "of", "from", "into"].contains(after)
  default:
    return ["in", "by", "until", "since", "during", "through", "of", "and", "or", "this", "each", "every"].contains(before)
      && (m.following?.kind != .word || m.following?.casing == .lower) && after != "'s"
  }
}

private let countedThings: Set<String> = [
  "people", "men", "women", "children", "troops", "soldiers", "policemen", "police", "dollars", "pounds", "euros", "miles",
  "kilometers", "kilometres", "km", "meters", "metres", "feet", "tons", "tonnes", "points", "percent", "per", "%", "shares",
  "employees", "workers", "jobs", "votes", "copies", "units", "barrels", "hours", "days", "years", "residents", "civilians",
  "refugees", "migrants", "delegates", "members", "students", "protesters", "demonstrators", "fighters", "tanks", "aircraft",
  "ships", "houses", "homes", "islands", "companies", "francs", "marks", "yen", "rubles", "more", "other", "prisoners",
  "casualties", "deaths", "killed", "wounded", "dead", "cubic", "square", "times", "acres", "hectares", "yards", "guns",
]

/// What has a number after it that is no year: "Resolution 1483".
private let numberedThings: Set<String> = [
  "resolution", "flight", "route", "highway", "room", "decree", "law", "article", "boeing", "airbus", "windows", "section",
  "order",
  "unit", "bus", "train", "page", "case", "channel", "interstate",
]

/// Whether four digits are a year: not an amount of money, a number of people, a model or a house.
func standsAsYear(_ m: PatternMatch) -> Bool {
  let before = m.previous?.lower ?? ""
  let after = m.following?.lower ?? ""
  if ["$", "£", "€", "¥", "#", "no.", "no", "number", "nos.", "%", "+", "="].contains(before) { return false }
  if countedThings.contains(after) || numberedThings.contains(before) { return false }
  guard m.tokens.count == 1 else { return true }
  // Stuck to something: "F-2000", "Airbus-1998", "1998.5"; a range of years is cut by its own rule.
  if let previous = m.previous, let token = m.token(.year), !token.spaceBefore, ["-", "/", ".", ":"].contains(previous.text) {
    return m.tokens.lowerBound >= 2 && ["mid", "post", "pre", "early", "late", "since"].contains(m.beforePrevious?.lower ?? "")
  }
  // "2005: Elections" heads a section; elsewhere a colon makes it a verse or a score.
  if let next = m.following, !next.spaceBefore, ["/", "%"].contains(next.text) || next.text == ":" && m.previous != nil {
    return false
  }
  // "the Russell 2000 Index": a year in the middle of a name is part of it.
  if let next = m.following, next.casing == .capitalised, next.spaceBefore, let previous = m.previous, previous.kind == .word,
    previous.casing != .lower, !datePrepositions.contains(before)
  {
    return false
  }
  let isOrdinary = m.number(.year).map { (1700...2100).contains($0) } ?? true
  if isOrdinary {
    return !["some", "about", "nearly", "almost", "over", "than", "another", "least"].contains(before) || !isNoun(m.following)
  }
  // "about 1200 prisoners": far years stand after a preposition and before the end of a phrase.
  return ["in", "since", "by", "from", "until", "of", "to", "between", "after", "before", "and", "("].contains(before)
    && !isNoun(m.following)
}

/// A plain word that may be what a number counts.
private func isNoun(_ token: Token?) -> Bool {
  guard let token, token.kind == .word, token.casing == .lower else { return false }
  return ![
    "and", "in", "to", "the", "by", "when", "that", "as", "but", "or", "for", "with", "on", "at", "was", "were", "after",
    "before",
  ]
  .contains(token.lower)
}

/// Whether a matched weekday is one: "sunday" in small letters is none of "sun".
func standsAsWeekday(_ m: PatternMatch) -> Bool {
  guard let token = m.token(.weekday) else { return false }
  return token.lower.utf8.count > 5 || token.lower.hasSuffix(".")
}

/// Whether "the week", "the year", "the quarter" point at a period of the calendar.
func standsAsPeriod(_ m: PatternMatch) -> Bool {
  let before = m.previous?.lower ?? ""
  let after = m.following?.lower ?? ""
  if m.following?.text == "-" || after == "of" { return false }
  if m.has("day") {
    return ["for", "in", "end", "ended", "ending", "finish", "finished", "finishing", "closed"].contains(before)
      && m.following?.kind != .word
      || before == "in" || ["end", "ended", "ending"].contains(before)
  }
  // "the year ended March 31" is a length; its end is the date.
  if m.has("year"), after == "ended" || after == "ending" { return false }
  return m.has("weekend") || m.has("quarter")
    || ["in", "for", "of", "during", "over", "this", "earlier", "later", "early", "late", "on"].contains(before)
    || ["before", "earlier", "ago"].contains(after)
}

/// Whether a length is one, and not half of something else.
func standsAsLength(_ m: PatternMatch, unit: TimeUnit) -> Bool {
  if let next = m.following, next.text == "-", !next.spaceBefore,
    ["old", "ago", "earlier"].contains(m.followingNext?.lower ?? "")
  {
    return false
  }
  return true
}

/// Whether a bare plural ("weeks") is an amount of time.
func standsAsPlural(_ m: PatternMatch, unit: TimeUnit) -> Bool {
  guard m.token(.units)?.casing != .upper else { return false }
  let before = m.previous?.lower ?? ""
  let after = m.following?.lower ?? ""
  if unit == .quarter || unit == .weekend || unit == .minute && after == "of" { return false }
  if before == "the" {
    return ["before", "after", "that", "following"].contains(after) && m.beforePrevious?.lower == "in"
      || m.beforePrevious?.lower == "over"
  }
  return ["for", "in", "within", "of", "after", "over", "last", "take", "takes", "took", "lasted", "spent", "through", "until"]
    .contains(before)
    || ["of", "before", "after"].contains(after) && m.previous?.kind != .number && before != "'s"
}
