// The zone names that news and mail use, as offsets. A name that means two zones far apart ("CST" in China, "IST" in
// Ireland or Israel) has the reading of the English-language wires.

/// Hours east of UTC, in minutes, by upper-case name.
let zoneOffsets: [String: Int] = [
  "UTC": 0, "GMT": 0, "Z": 0, "UT": 0, "WET": 0, "BST": 60, "WEST": 60, "CET": 60, "WAT": 60, "CEST": 120, "EET": 120,
  "SAST": 120, "CAT": 120, "EEST": 180, "MSK": 180, "EAT": 180, "TRT": 180, "AST": -240, "GST": 240, "PKT": 300,
  "IST": 330, "NPT": 345, "ICT": 420, "WIB": 420, "HKT": 480, "SGT": 480, "PHT": 480, "AWST": 480, "JST": 540,
  "KST": 540, "AEST": 600, "AEDT": 660, "NZST": 720, "NZDT": 780, "ADT": -180, "EST": -300, "EDT": -240, "CST": -360,
  "CDT": -300, "MST": -420, "MDT": -360, "PST": -480, "PDT": -420, "AKST": -540, "AKDT": -480, "HST": -600,
]

/// Names that stand for one of two offsets, by season; the standard one comes first.
let seasonalZones: [String: (standard: Int, summer: Int)] = [
  "ET": (-300, -240), "CT": (-360, -300), "MT": (-420, -360), "PT": (-480, -420),
]
