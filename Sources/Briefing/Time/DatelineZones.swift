// Where a story was written tells which day it was there: a feed dates a Washington evening "01:30 GMT" of the next day, and
// its "today" is the day before. Source of the offsets: the zone rules of the tz database in 2024, in our own words.

extension Article {
  /// The publication date as it was where the story was written: a clock time in UTC moved to the zone of the dateline's place.
  ///
  /// Any other date is left as it is: a source that gives an offset of its own speaks of its own day.
  public var localPublished: PublicationDate? {
    guard let published, let seconds = published.stamp.secondOfDay, published.stamp.offset == 0, let place = dateline?.place,
      let zone = datelineZone(Document.words(text, place))
    else { return published }
    let minutes = zone.minutes + (zone.summer.contains(published.stamp.date) ? 60 : 0)
    let local = published.stamp.date.dayNumber * 86_400 + seconds + minutes * 60
    let day = Period.floorDivide(local, 86_400)
    return PublicationDate(
      DateStamp(
        CivilDate(dayNumber: day), secondOfDay: local - day * 86_400, offset: minutes * 60, precision: published.stamp.precision),
      origin: published.origin)
  }
}

extension Document {
  /// The words of a stretch of a text in small letters, up to a comma: "washington" of "WASHINGTON, D.C.".
  fileprivate static func words(_ text: String, _ span: Span) -> String {
    let scalars = text.unicodeScalars.dropFirst(span.start).prefix(span.end - span.start)
    return String(String.UnicodeScalarView(scalars.prefix { $0 != "," })).lowercased()
  }
}

/// When clocks go forward.
private enum SummerTime {
  case none, america, europe

  func contains(_ date: CivilDate) -> Bool {
    switch self {
    case .none: false
    case .america: isAmericanSummer(date)
    case .europe: isEuropeanSummer(date)
    }
  }
}

private func datelineZone(_ place: String) -> (minutes: Int, summer: SummerTime)? {
  zoneTable.first { $0.places.contains(place) }.map { ($0.minutes, $0.summer) }
}

private let zoneTable: [(minutes: Int, summer: SummerTime, places: Set<String>)] = [
  (-480, .america, ["los angeles", "san francisco", "seattle", "sacramento", "vancouver", "san diego", "portland", "las vegas"]),
  (-420, .america, ["denver", "salt lake city", "albuquerque", "calgary"]), (-420, .none, ["phoenix"]),
  (-360, .america, ["chicago", "houston", "dallas", "austin", "minneapolis", "st. louis", "new orleans"]),
  (-360, .none, ["mexico city", "guatemala city", "san salvador", "tegucigalpa", "managua"]),
  (
    -300, .america,
    [
      "washington", "new york", "boston", "atlanta", "miami", "philadelphia", "detroit", "ottawa", "toronto", "montreal",
      "united nations", "port-au-prince", "havana", "baltimore", "cleveland", "pittsburgh",
    ]
  ),
  (-300, .none, ["bogota", "lima", "quito", "kingston", "panama city"]), (-240, .none, ["caracas", "la paz", "san juan"]),
  (-180, .none, ["buenos aires", "brasilia", "sao paulo", "rio de janeiro", "montevideo"]),
  (0, .europe, ["london", "dublin", "belfast", "edinburgh", "lisbon"]),
  (0, .none, ["accra", "dakar", "bamako", "monrovia", "freetown", "reykjavik", "ouagadougou", "abidjan"]),
  (
    60, .europe,
    [
      "paris", "berlin", "brussels", "rome", "madrid", "vienna", "geneva", "the hague", "amsterdam", "warsaw", "prague",
      "budapest", "belgrade", "oslo", "stockholm", "copenhagen", "zurich", "sarajevo", "pristina", "skopje", "vatican city",
      "milan", "munich", "frankfurt", "strasbourg", "zagreb", "ljubljana", "bratislava", "barcelona", "tirana", "valletta",
    ]
  ),
  (60, .none, ["lagos", "abuja", "algiers", "tunis", "kinshasa", "niamey", "n'djamena", "bangui", "yaounde", "luanda"]),
  (
    120, .europe,
    [
      "athens", "kyiv", "kiev", "bucharest", "sofia", "helsinki", "vilnius", "riga", "tallinn", "nicosia", "chisinau", "beirut",
      "jerusalem", "tel aviv", "gaza city", "ramallah", "odesa", "lviv", "kharkiv",
    ]
  ),
  (120, .none, ["johannesburg", "pretoria", "cape town", "harare", "tripoli", "kigali", "lusaka", "khartoum", "maputo", "goma"]),
  (
    180, .none,
    [
      "moscow", "istanbul", "ankara", "minsk", "baghdad", "riyadh", "jeddah", "doha", "kuwait city", "manama", "sanaa", "aden",
      "nairobi", "mogadishu", "addis ababa", "djibouti", "kampala", "damascus", "amman", "aleppo", "mosul", "erbil", "diyarbakir",
    ]
  ),
  (210, .none, ["tehran"]), (240, .none, ["dubai", "abu dhabi", "muscat", "baku", "tbilisi", "yerevan", "stepanakert"]),
  (270, .none, ["kabul", "kandahar", "herat"]),
  (300, .none, ["islamabad", "karachi", "peshawar", "lahore", "quetta", "tashkent", "dushanbe", "ashgabat"]),
  (330, .none, ["new delhi", "mumbai", "srinagar", "kolkata", "chennai", "colombo"]), (345, .none, ["kathmandu"]),
  (360, .none, ["dhaka", "bishkek", "thimphu"]), (390, .none, ["yangon", "rangoon", "naypyitaw"]),
  (420, .none, ["bangkok", "hanoi", "jakarta", "phnom penh", "vientiane", "ho chi minh city"]),
  (480, .none, ["beijing", "shanghai", "hong kong", "taipei", "singapore", "manila", "kuala lumpur", "ulaanbaatar", "perth"]),
  (540, .none, ["tokyo", "seoul", "pyongyang", "osaka"]), (600, .none, ["sydney", "melbourne", "canberra", "brisbane"]),
  (720, .none, ["wellington", "auckland", "suva"]),
]

/// Summer time in Europe since 1996: from the last Sunday of March to the last of October.
func isEuropeanSummer(_ date: CivilDate) -> Bool {
  func lastSunday(of month: Int) -> CivilDate {
    let last = CivilDate(date.year, month, 31)
    return last.adding(days: -(last.weekday % 7))
  }
  return date >= lastSunday(of: 3) && date < lastSunday(of: 10)
}
