// Calendar arithmetic under the tagger.

import Testing

@testable import Briefing

@Suite("Periods")
struct PeriodTests {
  @Test(
    "a value reads back as its period",
    arguments: [
      "2023-10-05", "2023-W40", "2023-W40-WE", "2023-10", "1989-Q3", "1990-H1", "1997-FA", "2016", "197", "19", "BC0480", "BC048",
    ])
  func roundTrip(_ value: String) { #expect(Period(value: value)?.value == value) }

  @Test(
    "what is no period", arguments: ["PRESENT_REF", "P3D", "XXXX-WXX-4", "", "2023-13", "2023-02-30", "2023-W54", "abc", "20231"])
  func rejected(_ value: String) { #expect(Period(value: value) == nil) }

  @Test("a clock time belongs to its day")
  func clock() { #expect(Period(value: "2023-10-05T16:08Z") == .day(CivilDate(2023, 10, 5))) }

  @Test("steps")
  func steps() {
    #expect(Period.week(2020, 53).shifted(1, .week) == .week(2021, 1))
    #expect(Period.month(2023, 1).shifted(-1, .month) == .month(2022, 12))
    #expect(Period.quarter(2023, 1).shifted(-1, .quarter) == .quarter(2022, 4))
    #expect(Period.decade(199).shifted(1, .decade) == .decade(200))
    #expect(Period.weekend(2023, 40).first == CivilDate(2023, 10, 7))
    #expect(Period.season(2023, .winter).first == CivilDate(2022, 12, 1))
  }

  @Test(
    "Easter", arguments: [(2024, 3, 31), (2023, 4, 9), (2000, 4, 23), (1961, 4, 2), (2038, 4, 25)])
  func easter(_ year: Int, _ month: Int, _ day: Int) { #expect(easterSunday(year) == CivilDate(year, month, day)) }

  @Test("Orthodox Easter", arguments: [(2024, 5, 5), (2023, 4, 16), (2021, 5, 2)])
  func orthodox(_ year: Int, _ month: Int, _ day: Int) { #expect(orthodoxEaster(year) == CivilDate(year, month, day)) }

  @Test("movable feasts")
  func movable() {
    #expect(holiday("thanksgiving", in: 2023) == CivilDate(2023, 11, 23))
    #expect(holiday("election", in: 2016) == CivilDate(2016, 11, 8))
    #expect(holiday("memorial", in: 2024) == CivilDate(2024, 5, 27))
    #expect(holiday("nothing", in: 2024) == nil)
  }
}
