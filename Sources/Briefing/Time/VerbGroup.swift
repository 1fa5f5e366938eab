// Where the verbs of a sentence stand and which way they point: enough of grammar to tell a past Thursday from a coming one.

/// Which way a verb points in time.
enum Tense: Hashable, Sendable {
  case past, present, future
  /// "would leave", "may meet", "ministers meet": ahead more often than not.
  case likelyFuture
}

/// A verb with its helpers: "was shot", "will be released", "accused".
struct VerbGroup: Hashable, Sendable {
  /// Indices into the document's tokens.
  var tokens: Range<Int>
  var tense: Tense
}

enum Verbs {
  static let be: Set<String> = ["is", "are", "was", "were", "be", "been", "being", "'s", "am"]
  static let pastHelpers: Set<String> = ["was", "were", "had", "did"]
  static let presentHelpers: Set<String> = ["is", "are", "has", "have", "do", "does", "am"]
  static let futureHelpers: Set<String> = ["will", "wo", "shall", "'ll"]
  static let modals: Set<String> = ["would", "could", "should", "may", "might", "must", "can", "cannot", "ca"]
  /// After a form of "be" (or alone): what comes next is still to come.
  static let awaiting: Set<String> = [
    "scheduled", "expected", "due", "set", "slated", "planned", "supposed", "poised", "likely", "expects", "plans", "hopes",
    "intends", "planning", "preparing", "upcoming", "payable",
  ]
  static let adverbs: Set<String> = [
    "also", "already", "still", "not", "n't", "now", "later", "then", "just", "only", "reportedly", "apparently", "recently",
    "again",
    "even", "never", "formally", "first", "finally", "immediately", "quickly", "soon", "officially", "jointly", "probably",
    "likely",
  ]
  /// Past forms and participles without -ed.
  static let irregular: Set<String> = Set(
    """
    ate beat became began begun bent bet bit bled blew born bought broke broken brought built came cast caught chose chosen \
    clung cut dealt did done drank drew drawn drove driven dug fell fallen felt fled flew flown forced forgot fought found froze frozen gave \
    given gone got gotten grew grown had heard held hid hit hung hurt kept killed knew known laid lay led left lent lit lost \
    made meant met overthrew overthrown paid put quit ran rang read rose risen said sang sank sat saw seen seized sent set shook \
    shaken shot shut slept slid sold sought spent split spoke spoken spread stole stolen stood struck stuck stung swept swore sworn \
    swung taken taught thought threw thrown told took tore torn understood undertook undertaken upheld went withdrew withdrawn woke won wore \
    worn wrote written wound
    """.split(separator: " ").map(String.init))
  /// Words in -ed that are no verbs where they stand before a noun, or never.
  static let notVerbs: Set<String> = [
    "united", "armed", "indeed", "need", "speed", "seed", "feed", "red", "bed", "hundred", "sacred", "wounded", "led", "embed",
    "unprecedented", "occupied", "alleged", "proposed", "increased", "so-called", "exceed", "proceed", "succeed", "agreed-upon",
    "used", "based", "limited", "unidentified", "hooded", "masked", "uniformed", "unsaid",
  ]
  /// Plain present forms that news uses.
  static let present: Set<String> = [
    "says", "plans", "rejects", "accuses", "claims", "denies", "warns", "calls", "wants", "expects", "remains", "continues",
    "meets",
    "comes", "begins", "ends", "starts", "opens", "hopes", "intends", "seeks", "faces", "marks", "visits", "leaves", "goes",
    "holds",
  ]

  /// Simple present forms that with a day mean a plan: "which opens Sunday".
  static let planned: Set<String> = [
    "begins", "ends", "starts", "opens", "meets", "leaves", "visits", "holds", "travels", "arrives", "returns", "closes", "votes",
    "expires", "resumes", "convenes", "departs", "flies", "takes", "faces", "heads", "hosts",
  ]

  /// Past forms after which "to" and a verb are still to come: "vowed to return on Saturday".
  static let promising: Set<String> = [
    "vowed", "pledged", "promised", "agreed", "threatened", "planned", "urged", "ordered", "asked", "wanted", "hoped", "invited",
    "decided", "offered", "told", "warned", "intended", "voted", "sworn", "instructed", "summoned", "committed",
  ]

  /// What moves something to a later day: "postponed to Monday".
  static let putOff: Set<String> = [
    "adjourned", "postponed", "delayed", "extended", "rescheduled", "deferred", "moved", "pushed", "back", "off", "brought",
    "forward",
  ]

  /// The same of several: "ministers meet Monday", where a word before it can be their plural.
  static let plannedPlural: Set<String> = [
    "begin", "end", "start", "open", "meet", "leave", "visit", "hold", "travel", "arrive", "return", "close", "vote", "expire",
    "resume", "convene", "depart", "fly", "face", "head", "host", "go", "gather", "take",
  ]

  /// Whether a word can be the subject of a plural verb: "ministers", "they", "who".
  static func takesPlural(_ token: Token) -> Bool {
    ["they", "we", "who", "which", "people"].contains(token.lower)
      || token.kind == .word && token.lower.utf8.count > 3 && token.lower.hasSuffix("s") && !token.lower.hasSuffix("ss")
  }

  static func isPastForm(_ token: Token) -> Bool {
    guard token.kind == .word, token.casing == .lower else { return false }
    if irregular.contains(token.lower) { return true }
    return token.lower.utf8.count > 3 && token.lower.hasSuffix("ed") && !notVerbs.contains(token.lower)
  }
}

/// The verb groups of a range of tokens, in order.
func verbGroups(_ tokens: [Token], in range: Range<Int>) -> [VerbGroup] {
  var groups: [VerbGroup] = []
  var i = range.lowerBound
  while i < range.upperBound {
    if let group = verbGroup(tokens, at: i, limit: range.upperBound, from: range.lowerBound) {
      groups.append(group)
      i = group.tokens.upperBound
    } else {
      i += 1
    }
  }
  return groups
}

private func verbGroup(_ tokens: [Token], at start: Int, limit: Int, from: Int) -> VerbGroup? {
  let first = tokens[start]
  guard first.kind == .word || first.lower == "'s", first.casing == .lower || first.kind == .sign else { return nil }
  let isHelper =
    Verbs.pastHelpers.contains(first.lower) || Verbs.presentHelpers.contains(first.lower)
    || Verbs.futureHelpers.contains(first.lower)
    || Verbs.modals.contains(first.lower)
  if isHelper { return helperGroup(tokens, at: start, limit: limit) }
  if Verbs.awaiting.contains(first.lower),
    first.lower != "set" || start + 1 < limit && ["to", "for"].contains(tokens[start + 1].lower)
  {
    return VerbGroup(tokens: start..<start + 1, tense: .future)
  }
  if Verbs.isPastForm(first) {
    // "the accused men", "a failed coup": between an article and a noun it modifies.
    if start > from, ["the", "a", "an", "his", "her", "its", "their", "two", "of", "-"].contains(tokens[start - 1].lower),
      first.lower != "said",
      first.lower.hasSuffix("ed")
    {
      return nil
    }
    return VerbGroup(tokens: start..<start + 1, tense: .past)
  }
  if Verbs.plannedPlural.contains(first.lower), start > from, Verbs.takesPlural(tokens[start - 1]) {
    return VerbGroup(tokens: start..<start + 1, tense: .likelyFuture)
  }
  if Verbs.planned.contains(first.lower) { return VerbGroup(tokens: start..<start + 1, tense: .future) }
  if Verbs.present.contains(first.lower) { return VerbGroup(tokens: start..<start + 1, tense: .present) }
  return nil
}

private func helperGroup(_ tokens: [Token], at start: Int, limit: Int) -> VerbGroup {
  var end = start + 1
  var tense: Tense =
    Verbs.futureHelpers.contains(tokens[start].lower)
    ? .future : Verbs.pastHelpers.contains(tokens[start].lower) ? .past : .present
  let isPerfect = ["has", "have", "had"].contains(tokens[start].lower)
  if Verbs.modals.contains(tokens[start].lower) {
    // "could have left Saturday" and "could not be reached Saturday" look back, "would be travelling Thursday" ahead;
    // "would leave" most often too.
    var next = start + 1
    while next < limit, Verbs.adverbs.contains(tokens[next].lower) { next += 1 }
    let isBe = next < limit && tokens[next].lower == "be"
    let isProgress = isBe && next + 1 < limit && tokens[next + 1].lower.hasSuffix("ing")
    let isPast = next < limit && tokens[next].lower == "have" || isBe && tokens[start].lower == "could"
    tense = isPast ? .past : isProgress ? .future : .likelyFuture
  }
  while end < limit, end < start + 6 {
    let word = tokens[end].lower
    if Verbs.awaiting.contains(word) {
      // "is scheduled to", "were expected to": seen from then on, it lies ahead.
      // "had been due to expire" lies behind.
      if tokens[start].lower != "had" { tense = .future }
      end += 1
    } else if Verbs.be.contains(word) || Verbs.adverbs.contains(word) || word.hasSuffix("ly") && tokens[end].casing == .lower {
      end += 1
    } else if Verbs.isPastForm(tokens[end]) {
      if isPerfect, tense == .present { tense = .past }
      end += 1
      break
    } else if word == "to", Verbs.be.contains(tokens[start].lower) {
      // "is to meet"
      if tense != .past || end == start + 1 { tense = .future }
      end += min(2, limit - end)
      break
    } else if tokens[end].casing == .lower,
      tense == .future || Verbs.modals.contains(tokens[start].lower) || word.hasSuffix("ing")
    {
      end += 1
      break
    } else {
      break
    }
  }
  return VerbGroup(tokens: start..<end, tense: tense)
}
