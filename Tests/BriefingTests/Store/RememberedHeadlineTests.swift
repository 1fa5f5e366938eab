// A headline whose article comes in other words, weeks and restarts later, finds it all the same.

import Testing

@testable import Briefing

@Suite struct RememberedHeadlineTests {
  @Test(arguments: [0, 1, 100]) func aHeadlineWaitsAcrossRestarts(replayed: Int) throws {
    let fixture = try ArchiveFixture()
    let headlines = [
      "KOSOVO POLICE RETAKE MONASTERY AFTER GUNMEN KILL OFFICER", "FERRY TIMETABLE PRINTED ANEW IN BLUE INK, OWNER SAYS",
    ]
    let naming = try fixture.add(
      sample("Page one", "The clerk turned the page.", headlines[0], headlines[1], "Nobody had wound the clock in the hall."))[0]
    for n in 0..<3 { try fixture.add(sample("Page \(n)", "A gardener counted the tulips, \(n) of them, and went home.")) }
    func link() throws {
      var linking = Linking(fixture.archive, background: LinkSamples.background, replayed: replayed)
      _ = try linking.run()
    }
    func states() throws -> [HeadlineLink.State] {
      try #require(try fixture.archive.detail(naming)).related.headlines.map(\.state)
    }
    try link()
    #expect(try states() == [.missing, .missing])
    let meant = try fixture.add(
      sample(
        "Kosovo police retake monastery from gunmen after officer is killed",
        "Some 30 armed men had held an Orthodox monastery at Banjska since dawn, Pristina said."))[0]
    try link()
    let after = try states()
    #expect(after.map { $0 == .missing } == [false, true])
    switch after[0] {
    case .found(let target, _): #expect(target.id == meant)
    case .possible(let candidates): #expect(candidates.map(\.target.id) == [meant])
    case .missing: Issue.record("missing")
    }
    #expect(try fixture.archive.check() == [])
  }
}
