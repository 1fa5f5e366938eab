// Short forms that end in a period, and what a period after them means for the sentence.

enum Abbreviations {
  /// Before a name; a sentence never ends after one.
  static let titles: Set<String> = [
    "mr", "mrs", "ms", "dr", "gen", "brig", "lt", "col", "maj", "capt", "cmdr", "sgt", "cpl", "pvt", "adm", "sen", "rep",
    "gov", "rev", "prof", "pres", "hon", "st", "supt", "insp", "det", "amb", "sec", "msgr", "fr", "sr", "spc", "mt", "ft",
  ]
  /// Months and weekdays as wires shorten them.
  static let calendar: Set<String> = [
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue", "tues", "wed",
    "thu", "thur", "thurs", "fri",
  ]
  /// After a name; a sentence may end there.
  static let suffixes: Set<String> = ["jr", "inc", "corp", "ltd", "co", "bros", "plc", "etc", "al"]
  /// Before a number or a name of a place; a sentence hardly ends there.
  static let other: Set<String> = ["vs", "nos", "approx", "est", "dept", "univ", "ave", "blvd"]
  /// Words that are cut from their period, and abbreviate only where a number follows: "No. 5", "Art. 5", "c. 1950".
  static let beforeNumbers: Set<String> = [
    "No", "Nos", "Art", "Arts", "art", "Sec", "sec", "Ch", "ch", "Vol", "vol", "Fig", "fig", "p", "pp", "c", "ca", "Ver",
  ]
  /// U.S. states as wires shorten them ("Lebanon, Pa.").
  static let states: Set<String> = [
    "ala", "ariz", "ark", "calif", "colo", "conn", "del", "fla", "ga", "ill", "ind", "kan", "ky", "la", "md", "mass",
    "mich", "minn", "miss", "mo", "mont", "neb", "nev", "okla", "ore", "pa", "tenn", "vt", "va", "wash", "wis", "wyo",
  ]

  static let all = titles.union(calendar).union(suffixes).union(other).union(states).subtracting([
    "ill", "ind", "miss", "mass", "wash", "la", "mo", "del", "ark", "sec", "al", "est", "sun", "sat",
  ])
}
