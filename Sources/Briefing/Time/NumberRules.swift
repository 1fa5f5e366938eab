// Rules for numbers and years, which other rules build on.

let numberRules: [TimeRule] = [
  TimeRule("cardinal", .cardinal, "[int]", "[small]", "[tens]") { m in
    m.number([.integer, .small, .tens]).map { Phrase(.amount(.exactly($0))) }
  },
  TimeRule("cardinal-tens", .cardinal, "[tens] -? [small]") { m in
    guard let tens = m.number(.tens), let small = m.number(.small), small < 10 else { return nil }
    return Phrase(.amount(.exactly(tens + small)))
  },
  TimeRule("cardinal-power", .cardinal, "a|one [power]", "[small+int+tens] [power]") { m in
    guard let power = m.number(.power) else { return nil }
    let count = m.number([.small, .integer, .tens]) ?? 1
    return count <= 1000 ? Phrase(.amount(.exactly(count * power))) : nil
  },
  TimeRule("number", .number, "<cardinal>") { m in m.phrase(.cardinal) },
  TimeRule("number-half", .number, "[decimal]") { m in m.number(.decimal).map { Phrase(.amount(Amount(halves: $0))) } },
  TimeRule(
    "number-half", .number, "<cardinal> and a half", "<cardinal> and one - half", "<cardinal> - and - a - half",
    "<cardinal> and half"
  ) { m in
    m.phrase(.cardinal)?.amount?.whole.map { Phrase(.amount(Amount(halves: $0 * 2 + 1))) }
  },
  TimeRule("number-half", .number, "[int] [int] / [int]") { m in
    guard let whole = m.number(.integer), m.number(.integer, 1) == 1, m.number(.integer, 2) == 2, whole < 10_000 else {
      return nil
    }
    return Phrase(.amount(Amount(halves: whole * 2 + 1)))
  },
  TimeRule("number-couple", .number, "a couple of?", "a couple more", "couple of") { _ in
    Phrase(.amount(.exactly(2)), mod: "APPROX")
  },
  TimeRule("number-dozen", .number, "a dozen") { _ in Phrase(.amount(.exactly(12))) },
  TimeRule(
    "number-vague", .number, "[vague]", "a few", "a good? many", "a number of", "dozens|hundreds|scores|thousands of",
    "a handful of", "quite a few", "the? many"
  ) { _ in Phrase(.amount(.unknown)) },
  TimeRule("number-choice", .number, "<cardinal> or|to|- <cardinal>") { m in
    guard let low = m.phrase(.cardinal)?.amount?.whole, let high = m.phrase(.cardinal, 1)?.amount?.whole, low < high,
      high < 1000
    else { return nil }
    return Phrase(.amount(.unknown))
  },

  TimeRule("year", .year, "[year]") { m in m.number(.year).map { Phrase(.at(.year($0))) } },
  TimeRule("year-short", .year, "' [shortYear]") { m in
    guard let number = m.number(.shortYear), m.isTight, m.previous?.text != "'" else { return nil }
    return Phrase(.at(.year(m.fullYear(number))))
  },
  TimeRule("year-words", .year, "[small] [tens] -? [small]?", "twenty [tens] -? [small]?", "twenty [small]") { m in
    let numbers = [m.number([.small, .tens], 0), m.number([.small, .tens], 1), m.number([.small, .tens], 2)]
    let words = numbers.compactMap { $0 }
    if m.has("twenty") {
      guard words.count == 1, (10...19).contains(words[0]), m.previous?.lower == "in" else { return nil }
      return Phrase(.at(.year(2000 + words[0])))
    }
    guard let century = words.first, (15...19).contains(century), words.count >= 2 else { return nil }
    let rest = words.dropFirst().reduce(0, +)
    return rest < 100 ? Phrase(.at(.year(century * 100 + rest))) : nil
  },
  TimeRule("year-thousand", .year, "two thousand and? [small]?") { m in
    guard ["in", "by", "year", "since"].contains(m.previous?.lower ?? "") else { return nil }
    return Phrase(.at(.year(2000 + (m.number(.small) ?? 0))))
  },
  TimeRule("year-era", .year, "[eraYear] [era]", "ad [eraYear]") { m in
    guard let number = m.number(.eraYear), number <= 9999 else { return nil }
    let sign = m.number(.era) ?? 1
    return Phrase(.at(.year(number * (sign < 0 ? -1 : 1))))
  },

  TimeRule("yearish", .yearish, "<year>", "the year <year>", "fiscal <year>") { m in m.phrase(.year) },
  TimeRule("yearish-deictic", .yearish, "[deictic] year", "the current|coming|past year") { m in
    Phrase(.fromPublication(m.number(.deictic) ?? (m.has("coming") ? 1 : m.has("past") ? -1 : 0), .year))
  },
  TimeRule("yearish-text", .yearish, "the? [anaphor] year") { m in m.number(.anaphor).map { Phrase(.fromText($0, .year)) } },
]

extension PatternMatch {
  /// A year of two digits as a text of its time writes it: the latest that is not more than five years ahead of the
  /// publication. In 2023 '82 is 1982, '09 is 2009 and '29 is 1929; in 1912 '98 is 1898.
  func fullYear(_ short: Int) -> Int {
    let latest = writtenIn + 5
    return latest - ((latest - short) % 100 + 100) % 100
  }
}
