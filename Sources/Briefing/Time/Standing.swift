// When a word that can be a date is one: "May" and "may", "march", "the fall of", "2000 soldiers". The words around it decide.

private let datePrepositions: Set<String> = [
  "in", "since", "by", "until", "till", "during", "from", "to", "before", "after", "of", "through", "between", "and", "or",
  "late",
  "early", "mid", "around", "about", "for", "as", "back", "than", "both", "circa", "beyond", "around", "every", "each", "on",
]
private let articles: Set<String> = ["the", "a", "an", "this", "that", "its", "their", "his", "her", "our"]
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
  guard let token = m.token(.season), token.casing != .upper, !titlesOfPersons.contains(m.previous?.lower ?? "") else {
    return false
  }
  let before = m.previous?.lower ?? ""
  let after = m.following?.lower ?? ""
  // "Donna Summer sang"
  if token.casing == .capitalised, let previous = m.previous, previous.casing == .capitalised, m.tokens.count == 1,
    !datePrepositions.contains(before), !articles.contains(before), m.following?.casing != .capitalised
  {
    return false
  }
  // "the spring of the clock"
  if after == "of", let next = m.followingNext, next.kind == .word, !["this", "that", "last", "next"].contains(next.lower) {
    return false
  }
  // "the winter quarters": the article is the noun's.
  if m.has("the"), let next = m.following, next.kind == .word, next.casing != .lower || !afterSeasons.contains(next.lower) {
    return false
  }
  switch token.lower {
  case "fall":
    if m.has("the") {
      return ["in", "during", "by", "through", "throughout", "until", "over", "for", "since"].contains(before) && after != "of"
    }
    return seasonalThings.contains(after)
      || ["in", "by", "until", "since", "during", "through"].contains(before) && !["to", "of", "from", "into"].contains(after)
  case "spring":
    if m.has("the") { return token.casing == .lower }
    return !beforeVerbs.contains(before)
      && !["up", "back", "from", "into", "to", "forth", "out", "water", "roll", "rolls"].contains(after)
      && (seasonalThings.contains(after) || before != "" && (m.previous?.kind != .word || datePrepositions.contains(before)))
  default: return m.previous != nil || m.following?.casing != .upper
  }
}

private let beforeVerbs: Set<String> = [
  "to", "will", "would", "can", "could", "may", "might", "they", "we", "you", "i", "who", "that", "hot", "mineral", "'ll",
]

/// What a season before it tells the time of.
private let seasonalThings: Set<String> = [
  "offensive", "offensives", "campaign", "campaigns", "fighting", "fighters", "election", "elections", "meeting", "meetings",
  "session",
  "semester", "term", "season", "harvest", "break", "holiday", "holidays", "festival", "exercises", "collection", "sales",
]

/// Small words that may follow "the summer" without being what the summer describes.
private let afterSeasons: Set<String> = [
  "and", "or", "of", "in", "at", "when", "but", "as", "by", "to", "with", "after", "before", "the", "was", "were", "is", "had",
  "that",
  "on", "for", "from", "it", "they", "he", "she", "a", "an", "while", "until", "months", "will", "would", "has", "have",
  "because",
  "saw", "which", "because", "since", "through",
]

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
  "order", "unit", "bus", "train", "page", "case", "channel", "interstate", "office", "resolutions", "flights", "articles",
  "pages", "rooms", "docket", "invoice", "regiment", "suite",
]

/// What a year with a hyphen behind it is still a year before: "the 1930s-era house", "a 1978-present list".
private let afterYearHyphen: Set<String> = [
  "era", "present", "style", "vintage", "built", "born", "model", "dated", "today", "now", "based", "set", "founded",
]

/// Whether four digits are a year: not an amount of money, a number of people, a model or a house.
func standsAsYear(_ m: PatternMatch) -> Bool {
  let before = m.previous?.lower ?? ""
  let after = m.following?.lower ?? ""
  if ["$", "£", "€", "¥", "#", "no.", "no", "number", "nos.", "%", "+", "="].contains(before) { return false }
  guard m.tokens.count == 1 else { return true }
  if countedThings.contains(after) || isNumbered(m) { return false }
  // "a 2000-strong force"
  if after == "-", m.following?.spaceBefore == false, let next = m.followingNext, next.kind == .word, !next.spaceBefore,
    !afterYearHyphen.contains(next.lower)
  {
    return false
  }
  // Stuck to something: "F-2000", "Airbus-1998", "1998.5"; a range of years is cut by its own rule.
  if let previous = m.previous, !m.hasSpaceBefore, ["-", "/", ".", ":"].contains(previous.text) {
    return m.tokens.lowerBound >= 2 && ["mid", "post", "pre", "early", "late", "since"].contains(m.beforePrevious?.lower ?? "")
  }
  // "2005: Elections" heads a section; elsewhere a colon makes it a verse or a score.
  if let next = m.following, !next.spaceBefore, ["/", "%"].contains(next.text) || next.text == ":" && m.previous != nil {
    return false
  }
  // "the Russell 2000 Index": a year in the middle of a name is part of it.
  if let next = m.following, next.casing == .capitalised, next.spaceBefore, let previous = m.previous, previous.kind == .word,
    previous.casing != .lower, !datePrepositions.contains(before), !articles.contains(before)
  {
    return false
  }
  guard case .at(.year(let year))? = m.phrase(.year)?.when else { return true }
  if (1700...2100).contains(year) {
    return !["some", "about", "nearly", "almost", "over", "than", "another", "least"].contains(before) || !isNoun(m.following)
  }
  // "about 1200 prisoners": far years stand after a preposition and before the end of a phrase.
  let opens: Set<String> = [
    "in", "since", "by", "from", "until", "of", "to", "between", "after", "before", "and", "(", ",", "during", "circa", "ca.",
  ]
  return (opens.contains(before) || before == "." && ["c", "ca"].contains(m.before(2)?.lower ?? "")) && !isNoun(m.following)
}

/// "Resolution 1973", "resolutions 1970 and 1973", "No. 2005".
private func isNumbered(_ m: PatternMatch) -> Bool {
  let before = m.previous?.lower ?? ""
  if numberedThings.contains(before) || before == "." && m.before(2)?.lower == "no" { return true }
  return ["and", "or", ",", "&"].contains(before) && m.before(2)?.kind == .number
    && numberedThings.contains(m.before(3)?.lower ?? "")
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
  // "Sunday Oliseh scored": a sentence does not open with a day and go on with a name, unless there is "On" or a comma.
  if m.previous == nil, m.tokens.count == 1, let next = m.following, next.kind == .word, next.casing == .capitalised,
    m.followingNext?.casing == .lower
  {
    return false
  }
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
    ["old", "ago", "earlier", "long"].contains(m.followingNext?.lower ?? "")
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
