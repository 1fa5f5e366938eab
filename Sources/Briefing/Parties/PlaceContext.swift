// What stands around a place's name: whether its government is meant, and whether a U.S. state follows ("Lebanon, Pa.").

/// The neighbourhood of a place's name.
struct PlaceContext {
  let scan: Scan
  let tokens: Range<Int>

  private static let locative: Set<String> = [
    "in", "at", "near", "from", "outside", "around", "inside", "across", "throughout", "through", "over", "into", "via",
    "to", "towards", "toward", "off", "of",
  ]
  private static let relational: Set<String> = [
    "between", "against", "with", "by", "urge", "urged", "tell", "told", "press", "pressed",
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
    return ["in", "at", "near", "from", "outside", "around", "to"].contains(before) || scan.opens(tokens.lowerBound)
  }

  /// Whether a U.S. state follows a comma: "Lebanon, Pa.", "Moscow, Idaho", "Athens, Georgia".
  var isInAmericanState: Bool {
    guard scan.text(tokens.upperBound) == ",", scan.isCapital(tokens.upperBound + 1) else { return false }
    let word = scan.fold(tokens.upperBound + 1)
    if word == "georgia" { return !isKnownIn("GEO") && !isInList }
    if americanStates.contains(word) { return true }
    return americanStates.contains(word + " " + scan.fold(tokens.upperBound + 2)) && scan.isCapital(tokens.upperBound + 2)
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
    guard words.count == 1, ["georgia", "washington"].contains(words[0]) else { return false }
    let next = scan.lower(tokens.upperBound)
    if americanOffices.contains(next), !scan.isPossessive(tokens.upperBound) { return true }
    let before = scan.lower(tokens.lowerBound - 1)
    if ["of", "from", "in"].contains(before), americanOffices.contains(scan.lower(tokens.lowerBound - 2)) { return true }
    // "Athens, Georgia": what makes the town American makes the state so.
    if before == ",", scan.isCapital(tokens.lowerBound - 2),
      PlaceContext(scan: scan, tokens: (tokens.lowerBound - 2)..<(tokens.lowerBound - 1)).isInAmericanState
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
