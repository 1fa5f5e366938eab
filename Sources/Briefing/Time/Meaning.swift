// What an expression says before anybody knows when it was said: the rules build meanings, the resolver gives them values.

/// Which of several equal names: "Thursday", "last Thursday", "this Thursday", "next Thursday".
enum Pick: Int, Hashable, Sendable {
  case last = -1
  case this = 0
  case next = 1
  case bare = 2
}

/// A place in the calendar, complete or not.
indirect enum When: Hashable, Sendable {
  /// As written: 2016, 5 October 2023, the 1970s.
  case at(Period)
  case month(Int, Pick)
  case monthDay(Int, Int)
  case season(Period.Season, Pick)
  case quarter(Int, Pick)
  case half(Int, Pick)
  case holiday(String, Pick)
  case weekday(Int, Pick)
  /// "the 20th", in a month that the text named before.
  case dayOfMonth(Int)
  /// So many units from the publication date: "last week", "tomorrow".
  case fromPublication(Int, TimeUnit)
  /// So many units from a date that the text named before: "that year", "the following month".
  case fromText(Int, TimeUnit)
  /// "the year", "the quarter", "the weekend": the one that is meant here.
  case here(TimeUnit)
  /// "three weeks ago" (before publication).
  case ago(Amount, TimeUnit)
  /// "three weeks from now".
  case ahead(Amount, TimeUnit)
  /// "three weeks earlier", "two days later": from the date that the text speaks of.
  case moved(Amount, TimeUnit, forward: Bool)
  /// "the year-ago period", "a year earlier": the same stretch of the year before.
  case yearAgo
  /// "the 1988 period": the stretch that is reported on, in that year.
  case samePeriod(When)
  /// "the day after Christmas".
  case beside(When, Int, TimeUnit)
  /// "March of that year", "the third quarter of 1990": the first, in the year or month of the second.
  case within(When, When)
  /// "the week of March 6".
  case around(When, TimeUnit)
  /// The n-th unit of a month or a year, -1 the last: "the last week of March".
  case nth(Int, TimeUnit, When)
}

extension When {
  /// Whether it is a month's name alone.
  var isBareMonth: Bool { if case .month(_, .bare) = self { true } else { false } }

  /// Whether its year stands in the text.
  var isWritten: Bool {
    switch self {
    case .at, .within(_, .at): true
    default: false
    }
  }

  /// Whether a history does not go on from it: it is counted from the publication date, or too vague.
  var isLoose: Bool {
    switch self {
    case .fromPublication, .ago, .ahead, .weekday, .season(_, .bare): true
    default: false
    }
  }

  /// Whether it is counted from a date that the text named.
  var leansOnText: Bool {
    switch self {
    case .fromText, .moved, .here: true
    case .within(_, let outer), .beside(let outer, _, _): outer.leansOnText
    default: false
    }
  }

  /// Whether it looks back from such a date: "the year before", "two days earlier".
  var looksBack: Bool {
    switch self {
    case .fromText(let count, _): count < 0
    case .moved(_, _, let forward): !forward
    case .within(.month(_, .last), .fromText): true
    default: false
    }
  }

  /// Whether it is a year-ago date that something of now is compared with.
  var isComparison: Bool {
    switch self {
    case .moved(_, .year, false), .ago(_, .year), .beside(_, -1, .year), .yearAgo: true
    default: false
    }
  }
}

/// What a phrase of the grammar stands for.
indirect enum Meaning: Hashable, Sendable {
  case when(When)
  /// Seconds since midnight, "UTC" or the like, the day it is on.
  case clock(Int, zone: String?, on: When?)
  /// A part of the day by its TIMEX3 code ("MO"), the day it is on.
  case part(String, on: When?)
  case duration(Amount, TimeUnit)
  case amount(Amount)
  /// A value that needs no date: "PRESENT_REF", "P1D", "XXXX-WXX-4".
  case fixed(Timex.Kind, String)
  /// A day that no calendar has: "31 April".
  case impossible
  /// Looks like an expression of time and is none: an age, a name.
  case trap
  /// Two expressions in one pattern: the tokens of each, and what they mean.
  case range(Piece, Piece)

  struct Piece: Hashable, Sendable {
    var tokens: Range<Int>
    var meaning: Meaning
  }
}

/// What a rule made of the tokens it matched.
struct Phrase: Hashable, Sendable {
  var meaning: Meaning
  /// TIMEX3 mod: "START", "APPROX", ...
  var mod: String?
  /// Only in a history an expression of time.
  var isOfHistories = false

  init(_ meaning: Meaning, mod: String? = nil, isOfHistories: Bool = false) {
    self.meaning = meaning
    self.mod = mod
    self.isOfHistories = isOfHistories
  }

  init(_ when: When, mod: String? = nil) {
    self.init(.when(when), mod: mod)
  }

  /// The place in the calendar, if it is one.
  var when: When? { if case .when(let when) = meaning { when } else { nil } }
  var amount: Amount? { if case .amount(let amount) = meaning { amount } else { nil } }
}
