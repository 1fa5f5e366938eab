// Bars by year, month, week and day: what lies inside one, and what is counted apart.

import Testing

@testable import Briefing

@Suite struct HistogramTests {
  private func dates(_ values: (String, Int)...) -> [DateCount] {
    values.map { value, count in
      let days = DayRange.days(of: value)!
      return DateCount(key: DateKey(firstDay: days.lowerBound, lastDay: days.upperBound), articles: count)
    }.sorted { $0.key < $1.key }
  }

  private func bars(_ histogram: Histogram) -> [String] { histogram.bars.map { "\($0.words) \($0.value) \($0.count)" } }

  private var sample: [DateCount] {
    dates(("2016", 3), ("2023-09-30", 1), ("2023-10", 2), ("2023-10-01", 1), ("2023-10-05", 4), ("2023-W40", 1), ("202", 1))
  }

  @Test func everyUnit() {
    #expect(bars(Histogram(sample, by: .year)) == ["2016 2016 3", "2023 2023 9"])
    #expect(Histogram(sample, by: .year).coarser == 1)
    #expect(bars(Histogram(sample, by: .month)) == ["Sep 2023 2023-09 1", "Oct 2023 2023-10 8"])
    #expect(Histogram(sample, by: .month).coarser == 4)
    #expect(bars(Histogram(sample, by: .week)) == ["week of 25 Sep 2023 2023-W39 2", "week of 2 Oct 2023 2023-W40 5"])
    #expect(
      bars(Histogram(sample, by: .day)) == [
        "Sat 30 Sep 2023 2023-09-30 1", "Sun 1 Oct 2023 2023-10-01 1", "Thu 5 Oct 2023 2023-10-05 4",
      ])
  }

  @Test func nothingIsLostOrCountedTwice() {
    let all = sample.reduce(0) { $0 + $1.articles }
    for unit in HistogramUnit.allCases {
      let histogram = Histogram(sample, by: unit)
      #expect(histogram.bars.reduce(histogram.coarser) { $0 + $1.count } == all)
    }
  }

  @Test func insideOnePeriod() throws {
    let october = try #require(DayRange.days(of: "2023-10"))
    let histogram = Histogram(sample, by: .week, within: october)
    #expect(bars(histogram) == ["week of 25 Sep 2023 2023-W39 1", "week of 2 Oct 2023 2023-W40 5"])
  }

  @Test func theStripShowsWhereNearlyAllDatesLie() throws {
    var many = (0..<200).map { DateCount(key: DateKey(firstDay: 19_000 + $0, lastDay: 19_000 + $0), articles: 2) }
    many.insert(DateCount(key: DateKey(firstDay: -300_000, lastDay: -300_000), articles: 1), at: 0)
    many.append(DateCount(key: .unresolved, articles: 9))
    let strip = try #require(HistogramStrip(many, columns: 40))
    #expect(strip.unit == .week)
    #expect(strip.cells.count <= 40 && strip.cells.count >= 27)
    #expect(strip.cell(of: -300_000) == 0)
    #expect(strip.cell(of: 99_999) == strip.cells.count - 1)
    #expect(HistogramStrip(Array(many.prefix(2)), columns: 40) == nil)
    #expect(HistogramStrip([], columns: 40) == nil)
  }

  @Test func moreYearsThanCellsShowTheLast() throws {
    let years = (1900...2023).map { year in
      DateCount(
        key: DateKey(firstDay: CivilDate(year, 3, 1).dayNumber, lastDay: CivilDate(year, 3, 1).dayNumber), articles: 1)
    }
    let strip = try #require(HistogramStrip(years, columns: 10))
    #expect(strip.unit == .year && strip.cells.count == 10)
    let last = try #require(strip.starts.last)
    #expect(CivilDate(dayNumber: last).year >= 2020)
    #expect(strip.cells.last == 1)
  }

  @Test func aPlaceIsFoundByDay() {
    let index = TimelineIndex(scope: .all, name: "", dates: sample + [DateCount(key: .unresolved, articles: 1)])
    func words(_ day: CivilDate) -> String { index.dates[index.row(near: day.dayNumber)].key.words }
    #expect(words(CivilDate(2023, 10, 3)) == "Thu 5 Oct 2023")
    #expect(words(CivilDate(1000, 1, 1)) == "2016")
    #expect(words(CivilDate(2090, 1, 1)) == "Thu 5 Oct 2023")
  }
}
