// Timelines over many articles: what each scope holds, how it follows decisions, and that an older archive keeps its dates.

import Foundation
import GRDB
import Testing

@testable import Briefing

@Suite struct TimelineStoreTests {
  private func fixture() throws -> (ArchiveFixture, [Int64]) {
    let fixture = try ArchiveFixture()
    return (fixture, try fixture.archive.store(EventSamples.week).map(\.id))
  }

  private func words(_ index: TimelineIndex) -> [String] { index.dates.map { "\($0.key.words) \($0.articles)" } }

  @Test func everyScopeInCalendarOrder() throws {
    let (fixture, ids) = try fixture()
    let archive = fixture.archive
    #expect(
      try words(archive.timelineIndex(.all)) == [
        "2019 1", "Sun 1 Oct 2023 1", "≈ week of 2 Oct 2023 1", "Thu 5 Oct 2023 1", "not resolved 1",
      ])
    #expect(try words(archive.timelineIndex(.party("state:BGR"))) == ["2019 1", "Thu 5 Oct 2023 1"])
    #expect(try archive.timelineIndex(.party("state:BGR")).name == "Bulgaria")
    #expect(try words(archive.timelineIndex(.search("divers"))) == ["≈ week of 2 Oct 2023 1", "Thu 5 Oct 2023 1"])
    #expect(try archive.timelineIndex(.search("bomb"), limit: 1).newestOnly == 1)
    #expect(try words(archive.timelineIndex(.search("zeppelin"))) == [])
    // Without a story an article is one of its own.
    #expect(try words(archive.timelineIndex(.story(article: ids[2]))) == ["not resolved 1"])
    #expect(try words(archive.timelineIndex(.party("state:XXX"))) == [])
  }

  @Test func aRowIsProvedBySentenceSpeakerAndParties() throws {
    let (fixture, _) = try fixture()
    let index = try fixture.archive.timelineIndex(.all)
    let events = try fixture.archive.events(of: index.dates, in: .all)
    #expect(
      events.map { $0.map { "\($0.when) | \($0.sentence) | \($0.voice ?? "-") | \($0.parties.map(\.name))" } } == [
        "2019 | Bulgaria had closed the line in 2019. | - | [\"Bulgaria\"]",
        "Sun 1 Oct 2023 | A bomb wrecked the ferry office in Varna on Sunday, police officers said. | said by: police officers (unnamed) | [\"Varna\"]",
        "≈ week of 2 Oct 2023 | A bomb wrecked the ferry office earlier this week. | - | []",
        "Thu 5 Oct 2023 | Bulgaria sent divers to the coast on Thursday. | - | [\"Bulgaria\"]",
        "Thursday (no publication date) | The line opens again on Thursday. | - | []",
      ])
    #expect(events.last??.row.isResolved == false)
    #expect(events[3]?.row.doubt == true)
  }

  /// What is read of a party's dates around a day is what its whole index has there.
  @Test(arguments: [0, 1, 3, 8, 40]) func aWindowIsAPartOfTheIndex(count: Int) throws {
    let fixture = try ArchiveFixture()
    _ = try fixture.archive.store(
      (0..<12).map { number in
        EventSamples.article(
          "n\(number)", "Malta sent boats on October \(number + 1).", date: day(2023, 10, 20), id: "\"\(number)\"",
          times: [("October \(number + 1)", number == 11 ? nil : "2023-10-\(number < 9 ? "0" : "")\(number + 1)")],
          parties: [("Malta", "state:MLT")])
      })
    let index = try fixture.archive.timelineIndex(.party("state:MLT"))
    #expect(index.dates.count == 12)
    let first = CivilDate(2023, 10, 1).dayNumber
    for near in [nil, first - 1, first, first + 4, first + 10, first + 99] {
      let (window, total) = try fixture.archive.read { db in
        let party = try #require(try Archive.party("state:MLT", db))
        return try TimelineReading(db).window(count, ofParty: party.id, near: near)
      }
      #expect(window.map(\.key) == index.dates[index.window(count, near: near)].map(\.key) && total == 12)
    }
  }

  @Test func aPartyIsProvedByASentenceThatNamesIt() throws {
    let fixture = try ArchiveFixture()
    _ = try fixture.archive.store([
      EventSamples.article(
        "Floods", "Rain fell on 5 October.", "Malta sent boats on October 5.", date: day(2023, 10, 6), id: "\"f\"",
        times: [("5 October", "2023-10-05"), ("October 5", "2023-10-05")], parties: [("Malta", "state:MLT")])
    ])
    let dates = try fixture.archive.timelineIndex(.party("state:MLT")).dates
    let event = try #require(try fixture.archive.events(of: dates, in: .party("state:MLT"))[0])
    #expect(event.sentence == "Malta sent boats on October 5.")
    #expect(try fixture.archive.events(on: dates[0].key, in: .party("state:MLT")).count == 1)
    #expect(try fixture.archive.events(of: dates, in: .all)[0]?.sentence == "Rain fell on 5 October.")
  }

  @Test func exactAndEarlyProofsComeFirst() throws {
    let fixture = try ArchiveFixture()
    func article(_ title: String, _ lines: [String], doubt: Bool) -> IncomingArticle {
      EventSamples.article(
        title, lines[0], lines[1], date: day(2023, 10, 6), id: "\"\(title)\"", times: [("Thursday", "2023-10-05")],
        doubtful: doubt ? ["Thursday"] : [])
    }
    _ = try fixture.archive.store([
      article("guessed", ["Snow falls Thursday.", "It melts."], doubt: true),
      article("late", ["It rained.", "The dam broke Thursday."], doubt: false),
      article("early", ["The dam broke Thursday.", "It rained."], doubt: false),
    ])
    let dates = try fixture.archive.timelineIndex(.all).dates
    #expect(dates.map(\.articles) == [3])
    #expect(try fixture.archive.events(of: dates, in: .all)[0]?.article.headline == "early")
    let found = try fixture.archive.timelineIndex(.search("thursday")).dates
    #expect(try fixture.archive.events(of: found, in: .search("thursday"))[0]?.article.headline == "early")
  }

  @Test func anotherArticleOfTheStoryGivesTheDay() throws {
    let (fixture, ids) = try fixture()
    let unlike = EventSamples.article(
      "Vote", "Parliament passed the budget on Monday after a long night.", date: day(2023, 10, 3), id: "\"e\"",
      times: [("Monday", "2023-10-02")])
    let more = try fixture.archive.store([EventSamples.exact, unlike]).map(\.id)
    #expect(try fixture.archive.events(of: ids[1]).first { $0.row.isVague }?.otherDays == [])
    try fixture.join([ids[1], more[0], more[1]])
    let event = try #require(try fixture.archive.events(of: ids[1]).first { $0.row.isVague })
    #expect(event.otherDays.map(\.when) == ["Tue 3 Oct 2023"])
    #expect(event.otherDays.first?.sentence == "A bomb wrecked the ferry office at the quay on Tuesday.")
    #expect(event.otherDays.first?.article.source == "Third")
  }

  @Test func aDateSetByHandDerivesItsRowsAnew() throws {
    let fixture = try ArchiveFixture()
    let archive = fixture.archive
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let analyser = Analyser(gazetteer: try Gazetteer.load(folder: root.path + "/data/gazetteer"))
    let article = sample("Undated", "Rebels in Turkey seized the airport on Thursday.")
    let id = try archive.store([IncomingArticle(article: article, analysis: analyser.analyse(article))])[0].id
    func analyseAgain() throws { try archive.storeAnalysis(id, analyser.analyse(try #require(try archive.article(id)))) }
    #expect(try words(archive.timelineIndex(.all)) == ["not resolved 1"])
    let change = try archive.setDate([id], day(2023, 10, 5))
    try analyseAgain()
    #expect(try words(archive.timelineIndex(.all)) == ["Thu 5 Oct 2023 1"])
    #expect(try words(archive.timelineIndex(.party("state:TUR"))) == ["Thu 5 Oct 2023 1"])
    #expect(try fixture.headlines("about:2023-10-05") == ["Undated"])
    _ = try archive.undo(change)
    try analyseAgain()
    #expect(try words(archive.timelineIndex(.all)) == ["not resolved 1"])
    #expect(try words(archive.timelineIndex(.party("state:TUR"))) == ["not resolved 1"])
    #expect(try fixture.headlines("about:2023-10-05") == [])
  }

  @Test func countsFollowWhatComesAgain() throws {
    let (fixture, ids) = try fixture()
    let before = try words(fixture.archive.timelineIndex(.all))
    _ = try fixture.archive.store(EventSamples.week)
    #expect(try words(fixture.archive.timelineIndex(.all)) == before)
    try fixture.archive.storeAnalysis(ids[0], Analysis())
    #expect(try words(fixture.archive.timelineIndex(.all)) == Array(before.dropFirst(2)))
  }

  @Test func anOlderArchiveKeepsItsDates() throws {
    let folder = NSTemporaryDirectory() + "wireroom-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let path = folder + "/archive.sqlite"
    do {
      let queue = try DatabaseQueue(path: path)
      try queue.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA journal_mode = WAL")
        for step in Schema.steps.prefix(2) { try db.execute(sql: step) }
        try db.execute(
          sql: """
            INSERT INTO date_mention VALUES (1, 100, 100), (2, 100, 100), (2, 0, 364);
            PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = 2;
            """)
      }
    }
    let archive = try Archive.open(path: path)
    #expect(try words(archive.timelineIndex(.all)) == ["1970 1", "Sat 11 Apr 1970 2"])
    // Nothing is told of a date whose article is not there.
    #expect(try archive.events(of: archive.timelineIndex(.all).dates, in: .all) == [nil, nil])
  }
}
