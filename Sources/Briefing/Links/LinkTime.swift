// The time an article is of: its own day, and the years that its text names. Two storms of one coast, two elections of one
// state are told in the same words; the year is what tells them apart, and what an article without a date still says.

/// The time an article is of.
struct LinkTime: Hashable, Sendable {
  /// Days since 1970-01-01, or nil.
  var day: Int?
  /// The years that the text names, rising, each once; at most `mostYears`.
  private(set) var years: [Int16] = []

  private static let mostYears = 12
  private static let noted = 1900...2099
  /// Two articles within so many days are of one time, whatever their years.
  private static let sameTime: Float = 30
  /// How far the agreement of two dated articles falls in a year. They are of two times, but one may look back at the other.
  private static let datedSpan: Float = 1.5
  /// Years of their own that touch: the new year lies between an event and its aftermath.
  private static let nextYear: Float = 0.5

  init(day: Int?) { self.day = day }

  /// Takes a number of the text for a year if it is one: four digits, without a comma.
  mutating func note(_ digits: Slice<UnsafeBufferPointer<UInt8>>) {
    guard digits.count == 4, years.count < LinkTime.mostYears, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return }
    let year = digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
    guard LinkTime.noted.contains(year) else { return }
    let place = years.firstIndex { $0 >= year } ?? years.count
    if place < years.count, years[place] == year { return }
    years.insert(Int16(year), at: place)
  }

  /// How far two articles are of one time: 1 where they are, down to -1 where a year or more lies between them, 0 where
  /// one of them does not say.
  func agreement(_ other: LinkTime) -> Float {
    if years.contains(where: other.years.contains) { return 1 }
    if let day, let second = other.day {
      let gap = abs(Float(day) - Float(second)) - LinkTime.sameTime
      return 1 - LinkTime.datedSpan * min(1, max(0, gap) / 335)
    }
    guard let gap = gap(other) else { return 0 }
    return gap == 0 ? 1 : gap == 1 ? LinkTime.nextYear : -1
  }

  /// The years between the two, their own counted.
  private func gap(_ other: LinkTime) -> Int? {
    var least: Int?
    for one in allYears {
      for second in other.allYears { least = min(least ?? .max, abs(one - second)) }
    }
    return least
  }

  private var allYears: [Int] {
    years.map(Int.init) + (day.map { [1970 + Int((Double($0) / 365.2425).rounded(.down))] } ?? [])
  }
}
