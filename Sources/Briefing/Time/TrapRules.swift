// What looks like another expression of time than it is, or is none: "one day", ages, names. A trap wins by its length and tags
// nothing.

let trapRules: [TimeRule] = [
  TimeRule("some-day", .timex, "one day") { m in
    let modals: Set<String> = ["will", "would", "could", "might", "may", "can"]
    return modals.contains(m.previous?.lower ?? "") || modals.contains(m.followingNext?.lower ?? "")
      ? Phrase(.fixed(.date, "FUTURE_REF")) : nil
  },
  TimeRule("age", .timex, "<length> - old", "<length> old", "<length> - olds", "<length> of age", "aged <number>", "age <number>")
  {
    _ in
    Phrase(.trap)
  },
  TimeRule(
    "name", .timex, "bloody|black|ash|palm|good|cyber|giving|super [weekday]",
    "[weekday] times|telegraph|mirror|express|herald|mail|world"
  ) { m in
    let token = m.token(.weekday)
    return token?.casing == .lower ? nil : Phrase(.trap)
  },
  TimeRule("name-season", .timex, "arab|prague spring", "winter|summer olympics|olympic|games|palace") { m in
    m.token(.season)?.casing == .capitalised ? Phrase(.trap) : nil
  },
  TimeRule("name-person", .timex, "mr|mr.|mrs|mrs.|ms|ms.|dr|dr. [month+weekday]") { _ in Phrase(.trap) },
  TimeRule(
    "idiom", .timex, "day to day", "day - to - day", "day by day", "year after year", "day after day", "year by year", "24 / 7",
    "some day", "to date", "at one time", "the day of", "d - day", "second - hand", "time and again",
    "second - [ordinal]"
  ) { _ in
    Phrase(.trap)
  },
]
