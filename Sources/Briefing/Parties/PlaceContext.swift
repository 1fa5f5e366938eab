// What stands around a place's name: whether its government is meant, and whether a U.S. state follows ("Lebanon, Pa.").

/// The neighbourhood of a place's name.
struct PlaceContext {
  let scan: Scan
  let tokens: Range<Int>

  static let locative: Set<String> = [
    "in", "at", "near", "from", "outside", "around", "inside", "across", "throughout", "through", "over", "into", "via",
    "to", "towards", "toward", "off", "of",
  ]
  private static let relational: Set<String> = [
    "between", "against", "with", "by", "urge", "urged", "urges", "tell", "told", "press", "pressed", "warn", "warned", "warns",
    "accuse", "accused", "accuses", "accusing", "blame", "blamed", "blames", "blaming", "criticise", "criticised", "criticize",
    "criticized", "want", "wants", "wanted", "ask", "asked", "asks", "angered", "infuriated", "irritated", "alarmed", "surprised",
    "embarrassed", "reassured", "assured", "thanked", "defied", "lobbied", "pressured", "persuade", "persuaded", "warning",
    "urging",
  ]
  /// What a town goes through and a government does not do.
  private static let passive: Set<String> = [
    "been", "fallen", "seen", "hosted", "become", "endured", "suffered", "grown", "changed", "experienced", "expanded",
    "developed", "boomed", "recovered", "no", "a", "the", "more",
  ]
  private static let auxiliary: Set<String> = [
    "has", "have", "had", "is", "was", "will", "would", "also", "does", "did", "could", "may", "might", "again", "later",
    "earlier", "already", "officially", "recently", "repeatedly", "not", "be", "been", "still", "now", "never", "on",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "can", "must", "should",
  ]

  /// Whether a capital stands for its government: it says or does what governments do, or is one side of a dispute.
  var readsAsGovernment: Bool {
    let before = scan.lower(tokens.lowerBound - 1)
    if Self.locative.contains(before) { return false }
    // "Damascus, Syria": but "12 DEAD, KYIV SAYS".
    let says = scan.has(tokens.upperBound, .say)
    if before == ",", scan.isCapital(tokens.lowerBound - 2), !says { return false }
    var i = tokens.upperBound
    var steps = 0
    while Self.auxiliary.contains(scan.fold(i)), steps < 4 {
      i += 1
      steps += 1
    }
    if scan.has(i, .say) || scan.has(i, .act) { return true }
    // "Washington has frozen the aid"
    if steps > 0, ["has", "have", "had"].contains(scan.lower(i - steps)), !Self.passive.contains(scan.lower(i)),
      scan.lower(i).hasSuffix("ed") || scan.lower(i).hasSuffix("en")
    {
      return true
    }
    // "Washington and its allies"
    if scan.lower(tokens.upperBound) == "and", scan.lower(tokens.upperBound + 1) == "its",
      governmentNouns.contains(scan.lower(tokens.upperBound + 2)) || scan.has(tokens.upperBound + 3, .body)
    {
      return true
    }
    // "Riyadh and Doha restored ties"
    if scan.lower(tokens.upperBound) == "and", scan.isCapital(tokens.upperBound + 1), scan.has(tokens.upperBound + 2, .act) {
      return true
    }
    // "called on Washington to"
    if before == "on", ["call", "calls", "called", "calling"].contains(scan.lower(tokens.lowerBound - 2)) { return true }
    if Self.relational.contains(before) { return true }
    // "between Ankara and Washington"
    if before == "and", scan.lower(tokens.lowerBound - 3) == "between" || scan.lower(tokens.lowerBound - 3) == "with" {
      return true
    }
    return scan.isPossessive(tokens.upperBound) && governmentNouns.contains(scan.fold(tokens.upperBound + 1))
  }

  /// Whether the name stands where places stand: behind "in", or as a dateline.
  var isLocated: Bool {
    let before = scan.lower(tokens.lowerBound - 1)
    return ["in", "at", "near", "from", "outside", "around", "to", "downtown", "central", "suburban"].contains(before)
      || scan.opens(tokens.lowerBound)
  }

  /// Whether a U.S. state follows a comma: "Lebanon, Pa.", "Moscow, Idaho", "Athens, Georgia".
  var isInAmericanState: Bool {
    guard scan.text(tokens.upperBound) == ",", scan.isCapital(tokens.upperBound + 1) else { return false }
    let word = scan.fold(tokens.upperBound + 1)
    if word == "georgia" { return !isKnownIn("GEO") && !isInList }
    // "Washington, Oregon and Idaho" are three states.
    if isStateOfBoth(scan.words(tokens)), isListed(tokens.upperBound + 1) { return false }
    if americanStates.contains(word) { return true }
    return americanStates.contains(word + " " + scan.fold(tokens.upperBound + 2)) && scan.isCapital(tokens.upperBound + 2)
  }

  /// Whether a list of states of the union goes on behind the one at `i`.
  private func isListed(_ i: Int) -> Bool {
    let next = scan.text(i + 1) == "," && scan.lower(i + 2) == "and" ? i + 3 : i + 2
    return ["and", "or", ","].contains(scan.lower(i + 1)) && scan.isCapital(next) && americanStates.contains(scan.fold(next))
  }

  /// Whether these words name a state of the union and something else in the world.
  private func isStateOfBoth(_ words: [String]) -> Bool { words == ["georgia"] || words == ["washington"] }

  /// Whether the state of the Caucasus is meant, not that of the union: "Georgia's parliament", "the former Soviet republic of
  /// Georgia".
  func isCountry(_ words: [String]) -> Bool {
    guard words == ["georgia"] else { return false }
    if scan.isPossessive(tokens.upperBound) {
      let next = scan.text(tokens.upperBound) == "'" && scan.fold(tokens.upperBound + 1) == "s" ? 2 : 1
      if nationalNouns.contains(scan.fold(tokens.upperBound + next)) { return true }
    }
    let before = scan.lower(tokens.lowerBound - 1)
    return before == "of" && ["republic", "country", "nation"].contains(scan.lower(tokens.lowerBound - 2))
  }

  private func isKnownIn(_ code: String) -> Bool {
    let candidates = scan.gazetteer.surfaces.candidates(of: scan.words(tokens)).map { scan.gazetteer.entries[Int($0.entry)] }
    return candidates.contains { $0.iso3 == code } || candidates.contains { $0.kind == .state }
  }

  /// Whether the name is one of a list: "Armenia, Azerbaijan and Georgia".
  var isInList: Bool {
    let next = scan.lower(tokens.upperBound)
    if next == "and" || next == "or" { return true }
    let after = scan.text(tokens.upperBound) == "," ? scan.lower(tokens.upperBound + 1) : ""
    let before = scan.lower(tokens.lowerBound - 1)
    return after == "and" || before == "and" || before == "or"
  }

  /// Whether a state of the union is meant that shares its name with a state or a city: "the governor of Georgia",
  /// "Washington state", "voters in Georgia and Arizona".
  func isAmericanState(_ words: [String]) -> Bool {
    // "the Washington state legislature", but "Washington State University".
    if words == ["washington", "state"] { return !scan.isCapital(tokens.upperBound) }
    guard isStateOfBoth(words) else { return false }
    let next = scan.fold(tokens.upperBound).isEmpty ? scan.text(tokens.upperBound) : scan.fold(tokens.upperBound)
    if americanOffices.contains(next), !scan.isPossessive(tokens.upperBound) { return true }
    let before = scan.lower(tokens.lowerBound - 1)
    if ["of", "from", "in"].contains(before), americanOffices.contains(scan.lower(tokens.lowerBound - 2)) { return true }
    // "Athens, Georgia": what makes the town American makes the state so.
    if before == ",", scan.isCapital(tokens.lowerBound - 2),
      PlaceContext(scan: scan, tokens: (tokens.lowerBound - 2)..<(tokens.lowerBound - 1)).isInAmericanState
    {
      return true
    }
    if words == ["washington"], before == "eastern" || before == "western" { return true }
    if next == ",", scan.isCapital(tokens.upperBound + 1), americanStates.contains(scan.fold(tokens.upperBound + 1)),
      isListed(tokens.upperBound + 1)
    {
      return true
    }
    // "Oregon, Washington and Idaho"
    if before == ",", scan.isCapital(tokens.lowerBound - 2), americanStates.contains(scan.fold(tokens.lowerBound - 2)),
      ["and", ","].contains(next)
    {
      return true
    }
    // A list with another state of the union.
    let other = next == "and" ? tokens.upperBound + 1 : before == "and" ? tokens.lowerBound - 2 : -1
    return other >= 0 && scan.isCapital(other) && americanStates.contains(scan.fold(other))
  }
}

/// Who and what the states of the union have, and states of the world mostly have not.
private let americanOffices: Set<String> = [
  "governor", "gov", "senator", "senators", "congressman", "congresswoman", "representative", "republican", "republicans",
  "democrat", "democrats", "gop", "legislature", "legislator", "legislators", "voters", "state", "statehouse", "primary",
  "runoff", "county", "grand", "caucus", "electors",
]

/// What states have and the states of the union have not.
private let nationalNouns: Set<String> = [
  "parliament", "president", "prime", "foreign", "defense", "defence", "army", "military", "central", "ambassador", "embassy",
  "interior", "ruling", "border", "currency", "accession", "membership", "opposition", "breakaway",
]

/// What governments have and places have not.
private let governmentNouns: Set<String> = [
  "demand", "demands", "refusal", "decision", "policy", "policies", "response", "stance", "position", "ally", "allies",
  "support", "ambassador", "claim", "claims", "intentions", "warning", "plan", "plans", "offer", "objections", "concerns",
]

/// The states of the United States and their short forms, except those that are states of the world too.
let americanStates: Set<String> = [
  "alabama", "alaska", "arizona", "arkansas", "california", "colorado", "connecticut", "delaware", "florida", "hawaii",
  "idaho", "illinois", "indiana", "iowa", "kansas", "kentucky", "louisiana", "maine", "maryland", "massachusetts",
  "michigan", "minnesota", "mississippi", "missouri", "montana", "nebraska", "nevada", "new hampshire", "new jersey",
  "new mexico", "new york", "north carolina", "north dakota", "ohio", "oklahoma", "oregon", "pennsylvania",
  "rhode island", "south carolina", "south dakota", "tennessee", "texas", "utah", "vermont", "virginia", "washington",
  "west virginia", "wisconsin", "wyoming", "ala", "ariz", "ark", "calif", "colo", "conn", "del", "fla", "ga", "ill",
  "ind", "kan", "ky", "la", "md", "mass", "mich", "minn", "miss", "mo", "mont", "neb", "nev", "okla", "ore", "pa",
  "tenn", "tex", "vt", "va", "wash", "wis", "wyo", "ny", "nj", "nc", "sc", "nd", "sd", "nh", "nm", "ri", "wva",
]
