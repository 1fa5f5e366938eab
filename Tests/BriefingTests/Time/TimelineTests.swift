// The timeline of one article, on texts of our own and on the founding example where it is at hand.

import Foundation
import Testing

@testable import Briefing

@Suite("Timeline")
struct TimelineTests {
  @Test("the founding example, anchored and not")
  func seed() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = root.appending(path: "../shared/seeds/000_a22d6f9b9dfd110d.txt")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else {
      print("skipped: the founding example is not at hand")
      return
    }
    #expect(
      rows(text, published: "2023-10-05") == [
        "2016 | 2016 | year | ¶13 | accused the U.S. of supporting a failed coup | year as written",
        "≈ that week | 2023-W40 | week | ¶8 | a suicide attack near Turkey's interior ministry building | the week of the publication date",
        "Wed 4 Oct | 2023-10-04 | day | ¶8 | Turkey increased airstrikes in Iraq and Syria | the last Wednesday up to the publication date",
        "Thu 5 Oct | 2023-10-05 | day | ¶1,5 | was shot down | the last Thursday up to the publication date",
      ])
    #expect(
      rows(text, published: nil) == [
        "2016 | 2016 | year | ¶13 | accused the U.S. of supporting a failed coup | year as written",
        "Thursday | - | unknown | ¶1,5 | was shot down | no publication date",
        "Wednesday | - | unknown | ¶8 | Turkey increased airstrikes in Iraq and Syria | no publication date",
        "earlier this week | - | unknown | ¶8 | a suicide attack near Turkey's interior ministry building | no publication date",
      ])
    let vague = timelineRows(text, published: "2023-10-05").filter(\.isVague)
    #expect(vague.map(\.value) == ["2023-W40"])
  }

  @Test("ranges fold into one row, and what lies ahead says so")
  func rangesAndFuture() {
    let text =
      "The war of 2011-2014 cost lives. The two sides will meet in Geneva from 9 to 12 October. Elections are due in 2025."
    let rows = timelineRows(text, published: "2023-10-05")
    #expect(rows.map(\.when) == ["2011–2014", "9–12 Oct", "2025"])
    #expect(rows.map(\.isFuture) == [false, true, true])
    #expect(rows.map(\.rangeEnd) == ["2014", "2023-10-12", nil])
    #expect(rows.map(\.timexes) == [[0, 1], [2, 3], [4]])
  }

  @Test("no rows for now, lengths, what recurs, and linked headlines")
  func left() {
    let text = """
      They now meet every week, and have done so for two years.
      DRONE ATTACK ON ACADEMY IN 2019 LEAVES MANY DEAD
      """
    #expect(timelineRows(text, published: "2023-10-05").isEmpty)
  }

  @Test(
    "dates are written at their grain",
    arguments: [
      ("in March 1999", "Mar 1999"), ("in early 1990", "early 1990"), ("in the third quarter of 2021", "Q3 2021"),
      ("in the 1970s", "1970s"), ("on 5 October 2016", "5 Oct 2016"), ("last week", "week of 25 Sep"),
      ("Tuesday morning", "Tue 3 Oct morning"), ("about 1995", "≈ 1995"), ("in the summer of 2014", "summer 2014"),
    ])
  func words(_ printed: String, _ expected: String) {
    #expect(timelineRows("The base was shelled \(printed).", published: "2023-10-05").map(\.when) == [expected])
  }

  @Test("labels are words of their sentence")
  func labels() {
    let texts = [
      "On Thursday, the court will hear appeals from two ministers.": "will hear appeals from two ministers",
      "Rebels seized the airport at dawn on Wednesday.": "seized the airport",
      "Officials said Tuesday the road was open.": "Officials said",
    ]
    for (text, label) in texts {
      let document = timeDocument(text)
      let row = timelineRows(text, published: "2023-10-05").first
      #expect(row.map { document.string($0.label) } == label)
    }
  }

  @Test("unresolved rows come last, in text order")
  func unresolved() {
    let rows = timelineRows("It fell Monday. It rose Friday. It began in 1999.", published: nil)
    #expect(rows.map(\.when) == ["1999", "Monday", "Friday"])
    #expect(rows.map(\.isResolved) == [true, false, false])
  }

  private func timelineRows(_ text: String, published: String?) -> [TimelineRow] {
    let document = timeDocument(text)
    let stamp = published.flatMap(timeStamp)
    return timeline(of: document, timexes: TimexTagger().tag(document, published: stamp), published: stamp)
  }

  private func rows(_ text: String, published: String?) -> [String] {
    let document = timeDocument(text)
    return timelineRows(text, published: published).map {
      let paragraphs = $0.paragraphs.map(String.init).joined(separator: ",")
      return "\($0.when) | \($0.value ?? "-") | \($0.granularity) | ¶\(paragraphs) | \(document.string($0.label)) | \($0.reason)"
    }
  }
}
