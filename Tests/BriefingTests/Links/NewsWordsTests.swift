// Words that say the same in two headlines, and words that do not.

import Testing

@testable import Briefing

@Suite struct NewsWordsTests {
  private func idea(_ word: String) -> UInt32? { NewsWords.idea(Array(word.utf8)) }

  @Test(arguments: [
    ("strikes", "hit"), ("struck", "bombing"), ("kills", "dead"), ("killed", "deaths"), ("warplanes", "jets"),
    ("pulled", "pulls"), ("agreed", "deal"), ("seizes", "capture"), ("flees", "escaped"), ("died", "kills"),
    ("hitting", "hits"), ("territories", "territory"), ("denied", "denies"), ("freed", "release"),
  ])
  func one(_ pair: (String, String)) { #expect(idea(pair.0) == idea(pair.1) && idea(pair.0) != nil) }

  @Test(arguments: [
    ("attack", "kill"), ("king", "kin"), ("red", "r"), ("israel", "iran"), ("truce", "treaty"), ("win", "wing"),
    ("army", "police"), ("sing", "s"),
  ])
  func two(_ pair: (String, String)) { #expect(idea(pair.0) != idea(pair.1)) }

  @Test(arguments: ["", "ab", "f-16", "2023", "élan"])
  func noWord(_ word: String) { #expect(idea(word) == nil) }
}
