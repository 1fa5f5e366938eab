// Keys: what editing may change without making another headline, and what it may not.

import Testing

@testable import Briefing

@Suite struct HeadlineKeyTests {
  @Test(arguments: [
    ("DRONE STRIKES ACADEMY IN HOMS: REPORT", "Drone strikes academy in Homs"),
    ("DRONE STRIKES ACADEMY IN HOMS, SOURCES SAY - REUTERS", "Drone strikes academy in Homs, sources say"),
    ("UPDATE 2-Grain deal talks stall in Sochi", "Grain deal talks stall in Sochi"),
    ("BREAKING NEWS: Grain deal talks stall in Sochi", "GRAIN DEAL TALKS STALL IN SOCHI"),
    ("Erdoğan’s visit to Russia", "ERDOGAN'S VISIT TO RUSSIA"),
    ("Erdogan's visit", "Erdogan visit"),
    ("The U.S. shoots down a Turkish drone", "US SHOOTS DOWN TURKISH DRONE"),
    ("“Unsafe” drone flight – officials", "Unsafe drone flight: officials"),
    ("Turkey strikes PKK targets | BBC News", "Turkey strikes PKK targets"),
    ("2,000 flee shelling", "2000 flee shelling"),
    ("Officials' houses searched", "OFFICIALS HOUSES SEARCHED"),
    ("Trade & aid: what next", "Trade and aid, what next"),
  ])
  func same(_ pair: (String, String)) { #expect(HeadlineKey.fold(pair.0) == HeadlineKey.fold(pair.1)) }

  @Test(arguments: [
    ("Drone kills 60 in Homs", "Drone kills 89 in Homs"),
    ("Turkey strikes Syria", "Syria strikes Turkey"),
    ("Talks resume: Moscow", "Talks resume: Kyiv"),
    ("Ceasefire holds", "Ceasefire does not hold"),
  ])
  func different(_ pair: (String, String)) { #expect(HeadlineKey.fold(pair.0) != HeadlineKey.fold(pair.1)) }

  @Test func nothingToFold() {
    #expect(HeadlineKey.fold("") == "")
    #expect(HeadlineKey.fold("— : | !") == "")
    #expect(HeadlineKey.fold("Report") == "report")
  }

  @Test(arguments: [
    ("https://www.Example.com/a/b/?utm_source=x&fbclid=1#top", "example.com/a/b"),
    ("http://example.com:80/a?id=7&b=2", "example.com/a?b=2&id=7"),
    ("//m.example.com/a/amp", "example.com/a"),
    ("example.com/a", "example.com/a"),
  ])
  func address(_ pair: (String, String)) { #expect(HeadlineKey.normaliseURL(pair.0) == pair.1) }

  @Test(arguments: ["", "#", "https://", "https://example.com/", "javascript:void(0)", "/relative/path"])
  func noAddress(_ url: String) { #expect(HeadlineKey.normaliseURL(url) == nil) }
}
