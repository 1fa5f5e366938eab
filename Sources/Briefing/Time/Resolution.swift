// What an expression was resolved to, against what, and why.

/// The outcome of resolving one meaning.
struct Resolution: Hashable, Sendable {
  var period: Period?
  /// Set where the value is no calendar period.
  var value: String?
  var anchor: String?
  /// Stable short name.
  var rule: String
  /// In words.
  var reason: String
  var doubt = false

  static func found(_ period: Period?, _ rule: String, _ reason: String, anchor: String? = nil, doubt: Bool = false) -> Resolution
  {
    Resolution(period: period, value: period?.value, anchor: anchor, rule: rule, reason: reason, doubt: doubt)
  }

  static func reference(_ value: String, _ rule: String, _ reason: String) -> Resolution {
    Resolution(value: value, rule: rule, reason: reason)
  }

  static func unresolved(_ rule: String, _ reason: String) -> Resolution {
    Resolution(rule: rule, reason: reason)
  }
}

enum CalendarWords {
  static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
  ]

  static func name(_ unit: TimeUnit) -> String {
    switch unit {
    case .second: "second"
    case .minute: "minute"
    case .hour: "hour"
    case .day: "day"
    case .weekend: "weekend"
    case .week: "week"
    case .fortnight: "fortnight"
    case .month: "month"
    case .quarter: "quarter"
    case .season: "season"
    case .half: "half year"
    case .year: "year"
    case .decade: "decade"
    case .century: "century"
    case .millennium: "millennium"
    }
  }
}
