// The tagger, rule by rule, against a publication on Thursday 5 October 2023 unless a table says otherwise.

import Testing

@testable import Briefing

@Suite("Timex tagger")
struct TimexTaggerTests {
  @Test(
    "weekdays point back, unless the verb looks ahead",
    arguments: [
      "The drone was shot down [Thursday|2023-10-05] near the base.",
      "It declared mourning, to begin on [Friday|2023-10-06].",
      "Rebels took the town on [Wednesday|2023-10-04].",
      "Envoys will meet [Monday|2023-10-09] in Geneva.",
      "The court is scheduled to rule on [Friday|2023-10-06].",
      "The truce holds until [Saturday|2023-10-07].",
      "The minister said [Tuesday|2023-10-03] that talks will go on.",
      "On [Friday|2023-10-06], the council will vote.",
      "The talks were broken off [last Thursday|2023-09-28].",
      "Polls open [next Sunday|2023-10-08].",
      "A fair that opens [Saturday|2023-10-07] is full.", "The talks could begin as early as [Tuesday|2023-10-10].",
      "Two shells fell [Sunday night|2023-10-01TNI].",
      "It fell on [Friday, Sept. 29|2023-09-29].",
    ])
  func weekdays(_ marked: String) { check(marked) }

  @Test(
    "a day later in the year that its sentence has named",
    arguments: [
      "Russia invaded on [24 February 2022|2022-02-24], and on [18 May|2022-05-18] the application was in Brussels.",
      "It was signed on [March 3, 2019|2019-03-03], and ratified on [June 9|2019-06-09].",
      // What is near the publication is named without a year; and an earlier day is not "later".
      "Held since [24 February 2022|2022-02-24], they were freed on [2 October|2023-10-02].",
      "It fell on [24 May 2022|2022-05-24]; on [18 May|2023-05-18] a truce ended.",
    ])
  func sentenceYears(_ marked: String) { check(marked) }

  @Test(
    "modal verbs, plural presents and fixed days look ahead",
    arguments: [
      "The president would visit Ankara on [Friday|2023-10-06].", "Ministers meet [Monday|2023-10-09] in Geneva.",
      "Voters go to the polls on [Sunday|2023-10-08].", "She might leave [Wednesday|2023-10-11].",
      "Ahead of [Sunday|2023-10-08]'s vote, troops deployed.", "The deadline is [Friday|2023-10-06].",
      "The trial could start in [May|2024-05].", "He faces a hearing on [Monday|2023-10-09].",
      "It could have begun on [Monday|2023-10-02].", "They could not be reached [Tuesday|2023-10-03].",
      "Protesters vowed to return on [Saturday|2023-10-07].", "The hearing was adjourned to [Monday|2023-10-09].",
      "It will be the first vote since [March|2023-03].", "They managed to escape on [Saturday|2023-09-30].",
      "The deadline was [Friday|2023-09-29].", "They would look into [Wednesday|2023-10-04]'s ruling.",
    ])
  func ahead(_ marked: String) { check(marked) }

  @Test(
    "seasons stand alone and before what they tell the time of",
    arguments: [
      "The [spring|2023-SP] offensive failed.", "It rained through [the summer|2023-SU].", "[Winter|2023-WI] is over.",
      "The [Spring|2018-SP] Offensive of [2018|2018] failed.",
      "It was retaken in [the spring|2019-SP] and [summer of 2019|2019-SU].",
      "The [fall|2023-FA] campaign has begun.",
    ])
  func seasons(_ marked: String) { check(marked) }

  @Test(
    "rates are sets, choices are two lengths",
    arguments: [
      "He works [six days|P6D] [a week|P1W].", "They sold 3 million barrels [a day|P1D].",
      "It takes between [two|P2D] and [six days|P6D].",
      "They were taught for [ten|P10Y] or [fifteen years|P15Y].", "It lasts [two or three weeks|PXW].",
      "For [the nine months|P9M], sales rose.", "The [two days|P2D] of talks ended.", "The [month-long|P1M] siege ended.",
      "Over [the years|PXY] it grew.",
    ])
  func rates(_ marked: String) { check(marked) }

  @Test(
    "what an expression borrows from the one after it",
    arguments: [
      "It rose in [March|2009-03] and [April 2009|2009-04].", "It lasted from [November|2004-11] to [January 2005|2005-01].",
      "It fell between [Oct. 3|2009-10-03] and [Nov. 5, 2009|2009-11-05].",
      "The truce began at [9 p.m.|2023-10-04T21:00] ([1900 GMT|2023-10-04T19:00Z]) on [Wednesday|2023-10-04].",
      "It struck at [5:34 a.m.|2003-03-20T05:34] Baghdad time on [March 20, 2003|2003-03-20].",
    ])
  func borrowed(_ marked: String) { check(marked) }

  @Test(
    "dates as printed",
    arguments: [
      "It began on [24 February 2022|2022-02-24].", "It began on [February 24, 2022|2022-02-24].",
      "It began on [Feb. 24, 2022|2022-02-24].", "It began on [the 24th of February 2022|2022-02-24].",
      "The entry of [2022-02-24|2022-02-24] is short.", "The entry of [2/24/2022|2022-02-24] is short.",
      "They met on [Oct. 3|2023-10-03].", "They met on [3 October|2023-10-03].", "They will meet on [Nov. 11|2023-11-11].",
      "He was born in [May 1961|1961-05].", "Snow fell in [February|2023-02].", "The vote was held [last May|2023-05].",
      "It happened in [1956|1956].", "It ended in [the 1970s|197], he said.", "Ruins of [the 12th century|11] were found.",
      "It was built in [480 BC|BC0480].", "In [the '80s|198] it closed.", "They met in [mid-November 2021|2021-11].",
      "They met on [Mar. 20, 2013|2013-03-20].", "They met on [Sat., Feb. 2, 2013|2013-02-02].",
      "They met on [the first of July 1863|1863-07-01].", "It was built c. [1450|1450], and burnt in [66|0066]-[73 AD|0073].",
      "It fell in [the autumn months of 1916|1916-FA].",
      "Seen at [2023-10-04T16:30Z|2023-10-04T16:30Z] by radar.",
    ])
  func written(_ marked: String) { check(marked) }

  @Test(
    "periods that lean on the publication date",
    arguments: [
      "A bomb went off [earlier this week|2023-W40].", "It fell [yesterday|2023-10-04].", "It will close [tomorrow|2023-10-06].",
      "Exports fell [last month|2023-09].", "They left [three days ago|2023-10-02].", "He died [two years ago|2021].",
      "He left [six months ago|2023-04].", "They will return [next year|2024].", "It shut [last week|2023-W39].",
      "The ban was lifted [the day before yesterday|2023-10-03].", "It ended [a decade ago|2013].",
      "The bill passed in [the third quarter of last year|2022-Q3].", "It rose in [the third quarter|2023-Q3].",
      "They met in [the spring of 2021|2021-SP].", "It rained all [last summer|2023-SU].",
      "It shut at [the end of last year|2022].",
      "Work began in [the first half of 2022|2022-H1].",
    ])
  func relative(_ marked: String) { check(marked) }

  @Test(
    "references to a date of the text",
    arguments: [
      "The army rose on [July 15, 2016|2016-07-15]. [Two days later|2016-07-17] it was over.",
      "The army rose on [July 15, 2016|2016-07-15]. [The next day|2016-07-16] it was over.",
      "The army rose on [July 15, 2016|2016-07-15]. [That year|2016] the lira fell.",
      "The army rose in [July 2016|2016-07]. [The following month|2016-08] trials began.",
      "He was shot [the day after Christmas 2015|2015-12-26].",
      "The war began in [May 2015|2015-05]. [That summer|2015-SU] it spread; [the following spring|2016-SP] it was over.",
      "It was shelled [the month before last|2023-08], and [a week ago|2023-09-28] it fell.",
      "It fell in [December 2012|2012-12]. [The following April|2013-04] it was retaken.",
      "Sales rose in [the third quarter|2023-Q3], against a loss [a year ago|2022-Q3].",
      "He was freed [two days after Oct. 1, 2015|2015-10-03].",
    ])
  func fromText(_ marked: String) { check(marked) }

  @Test(
    "lengths and what recurs",
    arguments: [
      "The siege lasted [three days|P3D].", "It took [more than two years|P2Y].", "The march took [two and a half years|P2Y6M].",
      "It lasted [half an hour|PT30M].", "It has been [several months|PXM].", "A [10-day|P10D] truce held.",
      "They meet [every Thursday|XXXX-WXX-4].", "They pray [every day|P1D].", "It is printed [weekly|P1W].",
      "It was quiet for [the past two weeks|P2W].", "It exports 15 ships [a year|P1Y].",
    ])
  func lengths(_ marked: String) { check(marked) }

  @Test(
    "clock times and parts of the day",
    arguments: [
      "It struck at [10 p.m. Wednesday|2023-10-04T22:00].", "It struck at [16:08 UTC|2023-10-05T16:08Z].",
      "Shots rang out [Tuesday morning|2023-10-03TMO].", "It fell [last night|2023-10-04TNI].",
      "It closed at [noon Monday|2023-10-02T12:00].", "It fell at [5:30pm|2023-10-05T17:30].",
      "They landed on [the morning of 25 April 1915|1915-04-25TMO].", "It fell at [0300 hours|2023-10-05T03:00].",
      "They rose at [4:30 in the morning|2023-10-05T04:30].", "It was [9 o'clock that evening|2023-10-05T21:00].",
      "Posted [Fri 22 Mar 2013 11.47 GMT|2013-03-22T11:47Z].", "It cost 11.47 dollars.",
      "It came on [the night|1938-11-09TNI] of [9|1938-11-09]-[10 November 1938|1938-11-10].",
      "It came at [dawn on Thursday|2023-10-05TMO].",
    ])
  func clock(_ marked: String) { check(marked) }

  @Test(
    "ranges have two ends",
    arguments: [
      "The war of [2011|2011]-[2014|2014] went on.", "They met from [3|2023-10-03] to [7 October|2023-10-07].",
      "They met [Oct. 3|2023-10-03]-[7|2023-10-07].", "It lasted from [June|2011-06] to [August 2011|2011-08].",
      "He ruled between [1975|1975] and [1979|1979].", "It is shut from [Saturday|2023-09-30] to [Wednesday|2023-10-04].",
      "It was shut from [Monday|2023-10-02] to [Sunday|2023-10-08].", "They met on [Oct. 3|2023-10-03] and [4th|2023-10-04].",
    ])
  func ranges(_ marked: String) { check(marked) }

  @Test(
    "holidays, fixed and movable",
    arguments: [
      "They met on [Christmas Day 2021|2021-12-25].", "Fighting stopped for [Easter 2022|2022-04-17].",
      "The strike began on [Labor Day|2023-09-04].", "They met on [Thanksgiving 2020|2020-11-26].",
      "The law dates from before [9/11|2001-09-11].", "Shops shut on [Good Friday 2019|2019-04-19].",
    ])
  func holidays(_ marked: String) { check(marked) }

  @Test(
    "now and then",
    arguments: [
      "They are [now|PRESENT_REF] at war.", "He [recently|PAST_REF] fled.", "The [current|PRESENT_REF] fleet is old.",
      "Prices rose in [recent years|PAST_REF].", "It may join in [the near future|FUTURE_REF].",
    ])
  func references(_ marked: String) { check(marked) }

  @Test(
    "what only looks like a time",
    arguments: [
      "May said the deal was dead.", "Mrs. May left.", "Troops will march on.", "They may go.", "A 58-year-old man died.",
      "He is 58 years old.", "About 2,011 people fled.", "Some 2000 soldiers deserted.", "Dozens of F-16 jets flew.",
      "The final score was 3-2.", "It cost $1999 to build.", "The Sunday Times reported it.", "Prices spring back and fall.",
      "The second man fled.", "Resolution 1701 was passed.", "One in 1-800 calls.", "", "A 2000-strong force landed.",
      "Resolutions 1970 and 1973 were passed.", "Flight 1997 was late.", "Office No. 2005 is shut.",
      "They butchered 1400 victims.",
      "Sunday Oliseh scored.", "Donna Summer sang.", "The Arab Spring began.", "She is in her early 20s.",
      "The spring of the clock broke.", "Call 555-1234.", "The 1500-member unit left.", "April Jones vanished.",
      "Will you march? March on!", "It fell a second later.",
    ])
  func traps(_ text: String) { check(text) }

  private func check(_ marked: String, published: String = "2023-10-05") {
    let time = MarkedTime(marked)
    #expect(time.found(published: published) == time.expected, "\(time.text)")
  }
}
