// The classes of temporal expressions that an evaluation is broken down by, told by their words. The first that fits wins.

import Foundation

/// Names the class of a labelled expression.
struct TimexClassifier {
  private let classes: [(name: String, pattern: NSRegularExpression)]

  init() {
    classes = TimexClassifier.table.compactMap { row in
      (try? NSRegularExpression(pattern: row.pattern)).map { (row.name, $0) }
    }
  }

  /// The class of an expression of this text and TIMEX3 type; "other" where none fits.
  func name(_ text: String, type: String) -> String {
    if type == "SET" { return TimexClassifier.recurring }
    let words = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let range = NSRange(words.startIndex..., in: words)
    guard let found = classes.first(where: { $0.pattern.firstMatch(in: words, range: range) != nil }) else { return "other" }
    return found.name == TimexClassifier.relative && type == "DURATION" ? TimexClassifier.duration : found.name
  }

  private static let recurring = "set/recurring"
  private static let relative = "relative period (last/next/this week...)"
  private static let duration = "duration"

  private static let shortMonths = "jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec"
  private static let months =
    "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
  private static let periods = "day|week|weekend|month|year|decade|quarter|century"

  private static let table: [(name: String, pattern: String)] = [
    (
      "weekday",
      #"\b(?:mon|tues|wednes|thurs|fri|satur|sun)(?:day)?s?\b\.?|\b(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)\.(?=\s|$)"#
    ),
    (
      "full-date",
      #"\b(?:\#(shortMonths))[a-z]*\.?\s+\d{1,2}(?:st|nd|rd|th)?\s*,?\s+\d{4}"#
        + #"|\b\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:\#(shortMonths))[a-z]*\.?,?\s+\d{4}|\b\d{1,4}[-/]\d{1,2}[-/]\d{1,4}\b"#
    ),
    (
      "month-day",
      #"\b(?:\#(shortMonths))[a-z]*\.?\s+\d{1,2}(?:st|nd|rd|th)?\b(?!\d)"#
        + #"|\b\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:\#(shortMonths))[a-z]*\b"#
    ),
    ("month-year", #"\b(?:\#(months))\b\.?,?\s+(?:of\s+)?(?:\d{4}|last year|this year|next year)"#),
    (
      "fiscal/quarter/half",
      #"\bquarters?\b|\bfiscal\b|\bq[1-4]\b|\bhalf\b(?=.*\b(?:year|19|20))|\b(?:first|second) half\b|\bhalf-?year"#
    ),
    ("bare-month", #"\b(?:\#(months))\b\.?"#),
    (
      "time-of-day",
      #"\b\d{1,2}(?::\d{2})?\s*(?:a\.?m|p\.?m)\b|\b\d{1,2}:\d{2}\b|\b(?:noon|midnight|gmt|hours ago|o'clock)\b"#
    ),
    ("today/yesterday/tomorrow", #"\b(?:today|yesterday|tomorrow|tonight|overnight)\b"#),
    ("part-of-day", #"\b(?:morning|afternoon|evening|night|nights|dawn|dusk|daybreak|midday|lunchtime)\b"#),
    (
      "vague now/past/future",
      #"^(?:now|currently|current|recently|recent|the past|the future|future|past|once|previously|formerly|lately|at present"#
        + #"|present|the present|at the moment|the moment|soon|ago|long ago|earlier|later|then|at the time|so far|to date"#
        + #"|presently|already|the time|that time|this time|the same time|the (?:near|recent) (?:past|future)|near future"#
        + #"|recent (?:years|days|weeks|months|times)|in the future|modern|just|before|the days|the time being|immediately"#
        + #"|these days|nowadays|the coming .*|coming .*|some time|ancient times)$"#
    ),
    (
      recurring,
      #"\b(?:every|each|daily|weekly|monthly|yearly|annual|annually|per|quarterly|nightly|hourly|twice|once a|a year$)\b"#
    ),
    (
      "decade/century/era",
      #"\b(?:\d{2,4}'?s|(?:twen|thir|for|fif|six|seven|eigh|nine)ties|century|centuries|era|millennium|millennia)\b"#
        + #"|\b\d+\s?(?:bc|ad|bce|ce)\b"#
    ),
    (
      "bare-year",
      #"^(?:early |late |mid-?\s?|the year |about |around |year |by |since )*'?(?:1[0-9]{3}|20[0-9]{2}|\d{2})(?:-\d{2,4})?$"#
    ),
    (
      relative,
      #"\b(?:last|next|this|previous|following|same|coming|past|earlier|later|current|first|prior|that)\b"#
        + #".*\b(?:second|minute|hour|\#(periods)|season|spring|summer|fall|autumn|winter)s?\b"#
        + #"|\b(?:year|month|week|day|weekend)s?\s+(?:earlier|later|ago|before|after)\b|\bago\b|\bearlier\b|\blater\b"#
        + #"|year-(?:ago|earlier)"#
    ),
    (
      "season/holiday",
      #"\b(?:spring|summer|autumn|fall|winter|christmas|easter|ramadan|thanksgiving|eve|new year|independence day|holiday"#
        + #"|labor day|memorial day|halloween)\b"#
    ),
    (duration, #"(?:\b|-)(?:second|minute|hour|day|week|weekend|month|year|decade|century|yr|moment|while|time)s?(?:-old)?\b"#),
  ]
}
