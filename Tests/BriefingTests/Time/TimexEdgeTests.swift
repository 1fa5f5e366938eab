// The edges of the calendar and of what is known: year ends, leap days, coarse and missing publication dates, hostile text.

import Testing

@testable import Briefing

@Suite("Timex edges")
struct TimexEdgeTests {
  @Test(
    "year ends and leap days",
    arguments: [
      ("2020-01-02", "He was killed [Thursday|2020-01-02]."), ("2020-01-02", "He was seen [Tuesday|2019-12-31]."),
      ("2024-01-03", "It began on [Dec. 28|2023-12-28]."), ("2023-12-28", "They will meet on [Jan. 5|2024-01-05]."),
      ("2021-01-02", "It happened [this week|2020-W53]."), ("2021-03-10", "They met on [Feb. 29|2020-02-29]."),
      ("2024-03-01", "It fell [yesterday|2024-02-29]."), ("2023-01-15", "Sales fell [last month|2022-12]."),
      ("1968-08-21", "Tanks rolled in [Tuesday|1968-08-20]."), ("1912-04-16", "It sank [yesterday|1912-04-15]."),
      ("2021-01-03", "It fell [this week|2020-W53]."), ("2020-12-31", "It opens [next week|2021-W01]."),
      ("2024-02-29", "It opened [a year ago|2023] and shut [last month|2024-01]."),
      ("2023-03-01", "It fell on [Tuesday|2023-02-28]."),
      ("2023-10-05", "They met on [Feb. 29, 2023|-], and again on [31 April|-]."),
      ("2000-03-01", "It fell [yesterday|2000-02-29]."),
      ("2023-10-05", "The crash of ['29|1929], [the winter of '41|1941-WI] and the class of ['09|2009]."),
      ("1912-04-16", "The war of ['98|1898] was short."), ("1950-06-27", "It began [Sunday|1950-06-25] and in [1945|1945]."),
      ("2023-10-05", "It was in [1066|1066], in [3000 BC|BC3000] and will be in [2150|2150]."),
      ("2023-10-05", "The team of [2011|2011]/[12|2012] and of [2012|2012]-[13|2013]."),
      ("2023-10-05", "The treaty runs until [2099|2099]."), ("2023-03-12", "It snowed in [November|2022-11]."),
    ])
  func calendar(_ published: String, _ marked: String) {
    let time = MarkedTime(marked)
    #expect(time.found(published: published) == time.expected, "\(time.text)")
  }

  @Test("without a publication date only written dates resolve")
  func unanchored() {
    let time = MarkedTime("It fell [Thursday|-], [earlier this week|-] or in [2016|2016]; [now|PRESENT_REF] it is over.")
    #expect(time.found(published: nil) == time.expected)
    let timexes = TimexTagger().tag(timeDocument("It fell Thursday."), published: nil)
    #expect(timexes.first?.reason == "no publication date")
    #expect(timexes.first?.anchor == nil)
  }

  @Test("a coarse publication date anchors what it can")
  func coarse() {
    let document = timeDocument("It fell Thursday. It fell last month. It fell last year.")
    let month = TimexTagger().tag(document, published: timeStamp("2023-10"))
    #expect(month.map(\.value) == [nil, "2023-09", "2022"])
    #expect(month.first?.reason == "publication date is known to the month only")
    let year = TimexTagger().tag(document, published: timeStamp("2023"))
    #expect(year.map(\.value) == [nil, nil, "2022"])
    #expect(year.first?.reason == "publication date is known to the year only")
  }

  @Test("modifiers and doubt are kept")
  func modifiers() {
    let document = timeDocument("It began in early 1990 and ended about 1995. Thursday.")
    let timexes = TimexTagger().tag(document, published: timeStamp("2023-10-04"))
    #expect(timexes.map(\.mod) == ["START", "APPROX", nil])
    #expect(timexes.map(\.doubt) == [false, false, true])
  }

  @Test("expressions are counted from the local date of publication")
  func localDate() {
    // 11.30 p.m. in New York: already Friday in London, still Thursday for the article.
    let stamp = DateStamp(CivilDate(2023, 10, 5), secondOfDay: 84_600, offset: -4 * 3600, precision: .minute)
    let timexes = TimexTagger().tag(timeDocument("It fell today, not yesterday. It fell Thursday."), published: stamp)
    #expect(timexes.map(\.value) == ["2023-10-05", "2023-10-04", "2023-10-05"])
    #expect(timexes.allSatisfy { $0.anchor == "2023-10-05" })
  }

  @Test("the zone of a clock time is told with its reason")
  func zones() {
    let timexes = TimexTagger().tag(
      timeDocument("It fell at 5 p.m. EST Monday, at 16:00 GMT."), published: timeStamp("2023-10-05"))
    #expect(timexes.map(\.value) == ["2023-10-02T17:00", "2023-10-02T16:00Z"])
    #expect(timexes.first?.reason.hasSuffix("EST is UTC-05:00") == true)
  }

  @Test("scalars that are no words leave offsets where they are")
  func oddScalars() {
    let text = "🕰️ e\u{301}t\u{0} \u{202E}fell Thursday\u{2029}in\u{00A0}2016 \u{1F1F9}\u{1F1F7}."
    let document = timeDocument(text)
    let timexes = TimexTagger().tag(document, published: timeStamp("2023-10-05"))
    #expect(timexes.map { document.string($0.span) } == ["Thursday", "2016"])
    #expect(TimexTagger().tag(timeDocument(""), published: nil).isEmpty)
    #expect(TimexTagger().tag(timeDocument("No time is told here."), published: nil).isEmpty)
  }

  @Test("a guessed direction is doubted, a plain one is not")
  func doubt() {
    let text = "Ministers meet Monday. They met Monday. They will meet Monday. He would leave Monday. A Monday."
    let timexes = TimexTagger().tag(timeDocument(text), published: timeStamp("2023-10-05"))
    #expect(timexes.map(\.doubt) == [true, false, false, true, true])
    #expect(timexes.allSatisfy { $0.anchor == "2023-10-05" && !$0.rule.isEmpty && !$0.reason.isEmpty })
  }

  @Test("a range is joined at its first end")
  func joined() {
    let timexes = TimexTagger().tag(timeDocument("The war of 2011-2014 went on."), published: nil)
    #expect(timexes.first?.rangeEnd == "2014")
  }

  @Test("a history keeps to its own years")
  func history() {
    let text = """
      The war began in 1936. In July the army rose.
      By 1937 the north had fallen. In April a town was bombed.
      It went on through 1938. On 1 February 1939 the border was crossed. In March it was over.
      """
    let values = TimexTagger().tag(timeDocument(text), published: timeStamp("2009-12-19")).map(\.value)
    #expect(values == ["1936", "1936-07", "1937", "1937-04", "1938", "1939-02-01", "1939-03"])
  }

  @Test("noise neither traps nor nests")
  func noise() {
    let pieces = [
      "early ", "the end of ", "1998-", "29/02/1900 ", "99:99 ", "31st of ", "'", "in ", "a.m. ", "May ", "Feb. 30 ", "0000 ",
    ]
    var seed: UInt64 = 7
    for _ in 0..<200 {
      var text = ""
      for _ in 0..<40 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(seed >> 33) % pieces.count]
      }
      let document = timeDocument(text)
      let timexes = TimexTagger().tag(document, published: timeStamp("2023-10-05"))
      #expect(timexes.allSatisfy { $0.span.start >= 0 && $0.span.end <= document.scalars.count && !$0.span.isEmpty })
      #expect(zip(timexes, timexes.dropFirst()).allSatisfy { $0.span.end <= $1.span.start })
    }
    let deep = timeDocument(String(repeating: "the end of ", count: 5000) + "1998")
    #expect(!TimexTagger().tag(deep, published: nil).isEmpty)
  }
}
