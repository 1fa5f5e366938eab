// The units that expressions of time count in, and how TIMEX3 writes them in a duration.

/// A unit of time; the raw value is its rank, from fine to coarse.
enum TimeUnit: Int, Hashable, Sendable, Comparable, CaseIterable {
  case second, minute, hour, day, weekend, week, fortnight, month, quarter, season, half, year, decade, century, millennium

  static func < (a: TimeUnit, b: TimeUnit) -> Bool { a.rawValue < b.rawValue }

  /// Whether a duration of it stands behind the T: "PT3H".
  var isClock: Bool { self <= .hour }

  /// The letter of a duration, and how many of it one unit has: a fortnight is two W, a decade ten Y.
  var letter: (text: String, factor: Int) {
    switch self {
    case .second: ("S", 1)
    case .minute: ("M", 1)
    case .hour: ("H", 1)
    case .day, .weekend: ("D", self == .weekend ? 2 : 1)
    case .week, .fortnight: ("W", self == .fortnight ? 2 : 1)
    case .month: ("M", 1)
    case .quarter: ("Q", 1)
    case .half: ("M", 6)
    case .season: ("M", 3)
    case .year: ("Y", 1)
    case .decade: ("Y", 10)
    case .century: ("Y", 100)
    case .millennium: ("Y", 1000)
    }
  }
}

/// How many: a number, in halves where it has one, or an unknown number ("several").
struct Amount: Hashable, Sendable {
  /// Twice the number, so that halves stay whole; nil for an unknown number.
  var halves: Int?

  static let unknown = Amount(halves: nil)
  static func exactly(_ n: Int) -> Amount { Amount(halves: n * 2) }

  /// The number where it is whole.
  var whole: Int? { halves.flatMap { $0 % 2 == 0 ? $0 / 2 : nil } }

  /// The TIMEX3 duration: "P3D", "PT5H30M", "P2Y6M", "PXY".
  func duration(of unit: TimeUnit) -> String {
    let (letter, factor) = unit.letter
    let prefix = unit.isClock ? "PT" : "P"
    guard let halves else { return prefix + "X" + unknownLetter(of: unit) }
    let total = halves * factor
    if total % 2 == 0 { return "\(prefix)\(total / 2)\(letter)" }
    switch unit {
    case .hour: return "PT\(total / 2 > 0 ? "\(total / 2)H" : "")30M"
    case .minute: return "PT\(total / 2 > 0 ? "\(total / 2)M" : "")30S"
    case .year: return "P\(total / 2 > 0 ? "\(total / 2)Y" : "")6M"
    case .day: return total == 1 ? "PT12H" : "P\(total / 2).5D"
    default: return "\(prefix)\(total / 2).5\(letter)"
    }
  }

  private func unknownLetter(of unit: TimeUnit) -> String {
    switch unit {
    case .decade: "Y"
    case .century, .millennium: "CE"
    default: unit.letter.text
    }
  }
}
