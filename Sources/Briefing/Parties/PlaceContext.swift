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

  /// Whether a U.S. state follows a comma: "Lebanon, Pa.", "Moscow, Idaho".
  var isInAmericanState: Bool {
    guard scan.text(tokens.upperBound) == ",", scan.isCapital(tokens.upperBound + 1) else { return false }
    let word = scan.fold(tokens.upperBound + 1)
    if americanStates.contains(word) { return true }
    return americanStates.contains(word + " " + scan.fold(tokens.upperBound + 2)) && scan.isCapital(tokens.upperBound + 2)
  }
}

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
  "tenn", "tex", "vt", "va", "wash", "wis", "wyo",
]
